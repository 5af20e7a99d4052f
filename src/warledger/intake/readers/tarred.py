"""Tar archives: every member is read as the file it is. Nothing is written to disk."""

from __future__ import annotations

import tarfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from typing import IO, cast

from warledger.intake.budget import Broken
from warledger.intake.dispatch import opener
from warledger.intake.formats import unpacked_name
from warledger.intake.guarded import Guarded
from warledger.intake.members import Manifests, Member
from warledger.intake.source import Inner, Results, Source, of_bytes
from warledger.intake.walk import MANIFEST
from warledger.records.reason import Problem, Reason

#: Headers that hold names and remarks are small; longer ones are read into memory whole by the library.
_LONGEST_HEADER = 1_000_000
_CHUNK = 1 << 20
_LONG = frozenset({tarfile.XHDTYPE, tarfile.XGLTYPE, tarfile.SOLARIS_XHDTYPE, tarfile.GNUTYPE_LONGNAME, tarfile.GNUTYPE_LONGLINK})


class _Header(tarfile.TarInfo):
    """A member's header, refused where it says that it is longer than any."""

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> _Header:
        """As the library does.

        Raises:
            tarfile.ReadError: longer than any header is.
        """
        made = super().frombuf(buf, encoding, errors)
        if made.type in _LONG and made.size > _LONGEST_HEADER:
            raise tarfile.ReadError(f"a header of {made.size:,} bytes")
        return made


def read_tar(source: Source, inner: Inner) -> Results:
    """The documents in the members of an archive, each named `name#path`, in the archive's order.

    It is gone through twice: manifests describe members that stand before them. Refused: members whose names lead out, and links.

    Raises:
        Broken: no tar archive, or a damaged one.
        Spent: too many members, or they unfold to too much.
    """
    source, broken = _reopenable(source)
    manifests, problems = _manifests(source)
    yield from problems
    with _opened(source) as archive:
        for info in archive:
            member = Member(info.name)
            if info.isdir() or not manifests.wanted(member):
                continue
            refusal = _refused(source, info, member)
            if refusal:
                yield refusal
            else:
                yield from _member(source, archive, info, manifests, inner)
    if broken:
        raise broken


def _reopenable(source: Source) -> tuple[Source, Broken | None]:
    """A file on disk as it is; what is packed, or a member of another container, is held in memory, so that it is unpacked once. A packed
    file that is too large for that is unpacked twice."""
    with source.open() as stream:
        if source.depth == 0 and stream.seekable():
            return source, None
        before = source.budget.bytes
        data, broken = _until_break(stream, source.limits.container + 1)
    if len(data) <= source.limits.container:
        return replace(source, open=of_bytes(data)), broken
    if source.depth:
        raise Broken(f"an archive within another of more than {source.limits.container:,} bytes")
    source.budget.bytes = before
    return source, None


def _until_break(stream: IO[bytes], most: int) -> tuple[bytes, Broken | None]:
    """At most `most` bytes, and what ended them where the packed stream is damaged: the members before that are whole."""
    parts, size = [], 0
    # One piece at a time: what a larger read had gathered before the break would be lost with it.
    take = getattr(stream, "read1", stream.read)
    try:
        while size < most and (part := take(min(_CHUNK, most - size))):
            parts.append(part)
            size += len(part)
    except Broken as error:
        return b"".join(parts), error
    return b"".join(parts), None


def _member(source: Source, archive: tarfile.TarFile, info: tarfile.TarInfo, manifests: Manifests, inner: Inner) -> Results:
    member = Member(info.name)

    def opened() -> IO[bytes]:
        stream = archive.extractfile(info)
        if stream is None:
            raise Broken("no plain file")
        return cast("IO[bytes]", Guarded(stream))

    file = unpacked_name(member.file)
    made = source.member(
        unpacked_name(member.path), file, opener(opened, member.file, source.budget, metered=True), said=manifests.of(member)
    )
    yield from inner(made)


def _manifests(source: Source) -> tuple[Manifests, list[Problem]]:
    paths: list[str] = []
    found: list[tuple[Member, bytes]] = []
    # A break is told of when the members are read: those before it are whole.
    with suppress(Broken), _opened(source) as archive:
        for info in archive:
            paths.append(info.name)
            if len(paths) > source.limits.members:
                break
            member = Member(info.name)
            if info.isreg() and member.file == MANIFEST and not member.leads_out:
                stream = archive.extractfile(info)
                found.append((member, stream.read(source.limits.document) if stream else b""))
    manifests = Manifests(paths)
    return manifests, [problem for member, data in found for problem in manifests.add(member, data).problems]


def _refused(source: Source, info: tarfile.TarInfo, member: Member) -> Problem | None:
    if member.leads_out:
        return source.failed(Reason.OUTSIDE_FOLDER, f"{source.shown}: the member {member.path[:120]!r} leads out of the archive")
    if info.issym() or info.islnk():
        return source.failed(Reason.OUTSIDE_FOLDER, f"{source.shown}: {member.path[:120]!r} is a link, which is not followed", member.path)
    if not info.isreg() or info.issparse():
        return source.failed(Reason.UNREADABLE, f"{source.shown}: {member.path[:120]!r} is no plain file", member.path)
    return None


@contextmanager
def _opened(source: Source) -> Iterator[tarfile.TarFile]:
    with source.open() as stream:
        try:
            mode = "r:" if stream.seekable() else "r|"
            with tarfile.TarFile.open(fileobj=stream, mode=mode, tarinfo=_Header, errorlevel=0) as archive:  # type: ignore[call-overload]
                yield archive
        except (tarfile.TarError, EOFError, ValueError) as error:
            raise Broken(f"no tar archive, or a damaged one ({error})") from error
