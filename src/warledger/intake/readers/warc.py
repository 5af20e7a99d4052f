"""Web archives (.warc, ISO 28500): every page, feed, text or document that was fetched is a report under its address."""

from __future__ import annotations

import io
import re
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import IO, Any, NamedTuple, cast

from warledger.intake.budget import Broken, Budget, Spent
from warledger.intake.packed import Unpacked
from warledger.intake.source import Inner, Results, Source, of_bytes
from warledger.records.document import Metadata
from warledger.records.reason import Problem, Reason, Severity

#: Media types (IANA) that hold reports, and the format they are read as.
_READ = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/plain": "txt",
    "text/markdown": "md",
    "application/rss+xml": "xml",
    "application/atom+xml": "xml",
    "application/rdf+xml": "xml",
    "application/xml": "xml",
    "text/xml": "xml",
    "application/pdf": "pdf",
    "message/rfc822": "eml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
}
_LONGEST_HEADER = 100_000
_LONGEST_ADDRESS = 1000
_CHUNK_HEAD = re.compile(rb"[0-9a-fA-F]{1,8}[ \t]*(?:;[^\r\n]*)?\r?\n")
_NEXT = b"\r\n\r\nWARC/1."


class _Record(NamedTuple):
    """What was fetched: its address, media type, charset as the server said it, and its bytes, decoded; or why it cannot be read."""

    address: str
    kind: str
    charset: str = ""
    data: bytes = b""
    problem: Problem | None = None


class _Fed:
    """A stream that is only read: the library would go to and fro in one that says it can."""

    def __init__(self, stream: IO[bytes]) -> None:
        self.stream, self.at = stream, 0

    def read(self, size: int = -1) -> bytes:
        """As the stream does."""
        data = self.stream.read(size)
        self.at += len(data)
        return data

    def tell(self) -> int:
        """How many bytes were read."""
        return self.at


def read_warc(source: Source, inner: Inner) -> Results:
    """The documents in the archive's records, each named `name#address`. Several captures of one address are versions of one document.
    What is no report (pictures, scripts, errors) is counted in one remark.

    Raises:
        Broken: no web archive, or a damaged one. The record before the damage is not read: its length is wrong, or what follows is.
        Spent: too many records, or they unfold to too much.
    """
    others: Counter[str] = Counter()
    held: _Record | None = None
    with source.open() as stream:
        for record in _records(stream, source, others):
            # A record is believed when what follows it is one too: only then is its length right.
            if held:
                yield from _read(held, source, inner)
            held = record
    if held:
        yield from _read(held, source, inner)
    if others:
        kinds = ", ".join(f"{count:,} {kind}" for kind, count in others.most_common(8))
        yield source.passed_over(Reason.NO_TEXT, f"{source.shown}: {others.total():,} records are no reports: {kinds}")
    elif not held:
        yield source.failed(Reason.EMPTY, f"{source.shown}: a web archive without a page")


def _read(record: _Record, source: Source, inner: Inner) -> Results:
    if record.problem:
        yield record.problem
        return
    given = Metadata(url=record.address, basis={"url": "web archive"}) if record.address else Metadata()
    made = source.member(record.address, "", of_bytes(record.data), given=given)
    yield from inner(replace(made, form=record.kind, charset=record.charset))


def _records(stream: IO[bytes], source: Source, others: Counter[str]) -> Iterator[_Record | None]:
    """The records one by one, `None` for those that are no reports."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    kinds = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
    try:
        fed: Any = _Fed(stream)
        for record in ArchiveIterator(fed, record_types=kinds, stream_detect=False, max_header_len=_LONGEST_HEADER):
            address = " ".join((record.headers.get("WARC-Target-URI") or "").strip("<>").split())[:_LONGEST_ADDRESS]
            other = _other(record)
            if other:
                others[other] += 1
            yield None if other else _payload(record, address, source)
    except (Broken, Spent):
        raise
    except (OSError, ValueError) as error:
        raise Broken(f"no web archive, or a damaged one ({error})") from error
    except BaseException as error:
        # How the library, which is written in Rust, ends where it meets what it did not expect; it is no `Exception`.
        if type(error).__name__ != "PanicException":
            raise
        raise Broken(f"a damaged web archive ({error})") from error


def _type(record: Any) -> str:
    """The media type of what was fetched, without its parameters."""
    said = record.http_content_type if record.is_http else record.headers.get("Content-Type")
    return str(said or "no type").partition(";")[0].strip().lower()[:80]


def _other(record: Any) -> str:
    """What the record is, where that is no report."""
    if (
        record.is_http
        and record.http_headers
        and record.http_headers.status_code is not None
        and record.http_headers.status_code // 100 != 2
    ):
        return f"answers {record.http_headers.status_code}"
    kind = _type(record)
    return "" if kind in _READ else kind


def _payload(record: Any, address: str, source: Source) -> _Record:
    """The bytes of the record, unless its length is a lie, or it is too large."""
    limit = source.limits.document
    length = record.content_length
    if length > limit:
        return _failed(source, address, Reason.TOO_LARGE, f"says it is {length:,} bytes long; at most {limit:,} are read")
    data = record.reader.read(limit + 1)
    if len(data) < length:
        return _failed(
            source, address, Reason.BROKEN_ARCHIVE, f"says it is {length:,} bytes longer than its headers, and {len(data):,} are there"
        )
    if _NEXT in data:
        return _failed(source, address, Reason.BROKEN_ARCHIVE, f"its length of {length:,} bytes takes in the record after it")
    try:
        plain = _decoded(data, record, source.budget) if record.is_http else data
    except Broken as error:
        return _failed(source, address, Reason.BROKEN_ARCHIVE, f"its content is {error}")
    return _Record(address, _READ[_type(record)], record.http_charset or "", plain)


def _failed(source: Source, address: str, reason: Reason, why: str) -> _Record:
    return _Record(address, "", problem=Problem(source.called(address), reason, Severity.FAILED, f"{source.shown}: {why}"))


def _decoded(data: bytes, record: Any, budget: Budget) -> bytes:
    """The bytes without what the server packed them in for the way. Archives may say so and hold them unpacked.

    Raises:
        Broken: damaged.
        Spent: more than the budget allows.
    """
    said = {name.lower(): value.lower() for name, value in record.http_headers.astuples()}
    if "chunked" in said.get("transfer-encoding", "") and _CHUNK_HEAD.match(data):
        data = _through("ChunkedReader", data, budget)
    for packing in reversed(said.get("content-encoding", "").replace(" ", "").split(",")):
        if packing in ("gzip", "x-gzip") and data.startswith(b"\x1f\x8b"):
            data = _read_all(cast("IO[bytes]", io.BufferedReader(Unpacked(io.BytesIO(data), "gz", budget))), budget)
        elif packing == "br" and not data.lstrip().startswith(b"<"):
            data = _through("BrotliReader", data, budget)
        elif packing == "deflate" and not data.lstrip().startswith(b"<"):
            data = _inflated(data, budget)
    return data


def _through(reader: str, data: bytes, budget: Budget) -> bytes:
    from fastwarc import stream_io

    try:
        made = _read_all(getattr(stream_io, reader)(io.BytesIO(data)), budget)
    except OSError as error:
        raise Broken(f"damaged ({error})") from error
    budget.unfold(len(made))
    return made


def _inflated(data: bytes, budget: Budget) -> bytes:
    """With or without a head: servers never agreed."""
    for bits in (zlib.MAX_WBITS, -zlib.MAX_WBITS):
        try:
            made = zlib.decompressobj(bits).decompress(data, budget.limits.document + 1)
        except zlib.error:
            continue
        budget.unfold(len(made))
        return made
    raise Broken("damaged (no deflated data)")


def _read_all(stream: IO[bytes], budget: Budget) -> bytes:
    """All of it; one byte more than a document may have tells the reader of the document that it is too large."""
    parts, left = [], budget.limits.document + 1
    while left and (part := stream.read(min(left, 1 << 20))):
        parts.append(part)
        left -= len(part)
    return b"".join(parts)
