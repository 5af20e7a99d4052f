"""Zip archives: every member is read as the file it is. Nothing is written to disk."""

from __future__ import annotations

import io
import stat
import struct
import zipfile
from typing import IO, cast

from warledger.intake.budget import Broken, Metered
from warledger.intake.dispatch import opener
from warledger.intake.formats import unpacked_name
from warledger.intake.guarded import Guarded
from warledger.intake.members import Manifests, Member
from warledger.intake.source import Inner, Results, Source, of_bytes
from warledger.intake.walk import MANIFEST
from warledger.records.reason import Problem, Reason

#: Bytes the table of contents of an archive may take: 46 for each member and its name (PKWARE APPNOTE 4.3.12).
_LONGEST_CONTENTS = 32_000_000
_END, _END64 = b"PK\x05\x06", b"PK\x06\x06"
#: What reading a damaged or unusual member may raise.
_DAMAGE = (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, ValueError, struct.error)


def read_zip(source: Source, inner: Inner) -> Results:
    """The documents in the members of an archive, each named `name#path` in the order of their names.

    Refused: members whose names lead out, links, and members under a password.

    Raises:
        Broken: no zip archive, or a damaged one.
        Spent: too many members, or they unfold to too much.
    """
    with _seekable(source) as stream, _opened(stream) as archive:
        names = [info.filename for info in archive.infolist()]
        if "word/document.xml" in names:
            from warledger.intake.readers.docx import read_docx

            yield from read_docx(source, inner)
            return
        if "[Content_Types].xml" in names or "mimetype" in names:
            yield source.failed(Reason.BINARY, f"{source.shown}: an office document of a kind that is not read; save it as .docx or .txt")
            return
        yield from _members(source, archive, inner)


def _members(source: Source, archive: zipfile.ZipFile, inner: Inner) -> Results:
    infos = sorted((one for one in archive.infolist() if not one.is_dir()), key=lambda one: one.filename)
    manifests = Manifests(one.filename for one in infos)
    for info in infos:
        member = Member(info.filename)
        if member.file == MANIFEST and not member.leads_out:
            yield from manifests.add(member, _small(source, archive, info)).problems
    for info in infos:
        member = Member(info.filename)
        if manifests.wanted(member):
            refusal = _refused(source, info, member)
            if refusal:
                yield refusal
            else:
                yield from _member(source, archive, info, manifests, inner)


def _member(source: Source, archive: zipfile.ZipFile, info: zipfile.ZipInfo, manifests: Manifests, inner: Inner) -> Results:
    member = Member(info.filename)
    opened = opener(lambda: _opened_member(archive, info), member.file, source.budget, metered=True)
    yield from inner(source.member(unpacked_name(member.path), unpacked_name(member.file), opened, said=manifests.of(member)))


def _refused(source: Source, info: zipfile.ZipInfo, member: Member) -> Problem | None:
    if member.leads_out:
        return source.failed(Reason.OUTSIDE_FOLDER, f"{source.shown}: the member {member.path[:120]!r} leads out of the archive")
    if stat.S_ISLNK(info.external_attr >> 16):
        return source.failed(Reason.OUTSIDE_FOLDER, f"{source.shown}: {member.path[:120]!r} is a link, which is not followed", member.path)
    if info.flag_bits & 1:
        return source.failed(Reason.UNREADABLE, f"{source.shown}: {member.path[:120]!r} is locked with a password", member.path)
    return None


def _small(source: Source, archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    with io.BufferedReader(Metered(_opened_member(archive, info), source.budget)) as stream:
        return stream.read(source.limits.document)


def _opened_member(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> IO[bytes]:
    try:
        return cast("IO[bytes]", Guarded(archive.open(info)))
    except (*_DAMAGE, OSError) as error:
        raise Broken(f"damaged ({error})") from error


def _seekable(source: Source) -> IO[bytes]:
    """A file on disk as it is; a member of another container is held in memory."""
    stream = source.open()
    if source.depth == 0 and stream.seekable():
        return stream
    with stream:
        data = stream.read(source.limits.container + 1)
    if len(data) > source.limits.container:
        raise Broken(f"an archive within another of more than {source.limits.container:,} bytes")
    return of_bytes(data)()


def _opened(stream: IO[bytes]) -> zipfile.ZipFile:
    try:
        if _contents_size(stream) > _LONGEST_CONTENTS:
            raise Broken(f"its table of contents takes more than {_LONGEST_CONTENTS:,} bytes")
        return zipfile.ZipFile(stream)
    except _DAMAGE as error:
        raise Broken(f"no zip archive, or a damaged one ({error})") from error


def _contents_size(stream: IO[bytes]) -> int:
    """How many bytes the archive says that its table of contents takes; 0 where it does not say (it is damaged then)."""
    end = stream.seek(0, io.SEEK_END)
    stream.seek(max(0, end - 66_000))
    tail = stream.read()
    stream.seek(0)
    at, at64 = tail.rfind(_END), tail.rfind(_END64)
    if at < 0 or at + 16 > len(tail):
        return 0
    size = int(struct.unpack_from("<L", tail, at + 12)[0])
    if size == 0xFFFFFFFF and 0 <= at64 <= len(tail) - 48:
        size = int(struct.unpack_from("<Q", tail, at64 + 40)[0])
    return size
