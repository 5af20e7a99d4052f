"""Files that hold many articles: JSON Lines, and JSON lists."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import IO

import msgspec

from warledger.intake.articles import has_body, read_article
from warledger.intake.formats import binary_kind
from warledger.intake.limits import Limits
from warledger.intake.manifest import Manifest
from warledger.records.document import RawDocument
from warledger.records.reason import Problem, Reason, Severity

_CHUNK = 1 << 20


def line_members(stream: IO[bytes], name: str, location: str, manifest: Manifest, limits: Limits) -> Iterator[RawDocument | Problem]:
    """The articles of a JSON Lines file, one object a line, each named `name#` and its own id or else its line number.

    Holds one line at a time. A line longer than `limits.document` is skipped unread; reading ends at `limits.unpacked` bytes.
    """
    lines = _Lines(stream, limits)
    number = read = 0
    for number, line in enumerate(lines, 1):
        problem = _no_lines(line, name) if number == 1 else None
        if problem:
            yield problem
            return
        if line is None:
            detail = f"line {number} is longer than {limits.document:,} bytes; one article a line"
            yield Problem(f"{name}#{number}", Reason.LINE_TOO_LONG, Severity.FAILED, detail)
        elif line.strip():
            yield from _member(line.strip(), name, str(number), location, manifest)
        read += line is None or bool(line.strip())
    if lines.stopped:
        detail = f"unfolds to more than {limits.unpacked:,} bytes; read up to line {number}"
        yield Problem(name, Reason.TOO_LARGE, Severity.FAILED, detail)
    elif not read:
        yield Problem(name, Reason.EMPTY, Severity.FAILED, "holds no line")


def json_members(data: bytes, name: str, location: str, manifest: Manifest, limits: Limits) -> Iterator[RawDocument | Problem]:
    """The articles of a JSON file: one object with a text (named as the file), a list of them, or an object around one list.

    Members are named `name#` and their own id or else their place in the list, from 1.
    """
    kind = binary_kind(data)
    if kind:
        yield Problem(name, Reason.BINARY, Severity.FAILED, f"{kind}, not JSON")
        return
    data = data.removeprefix(b"\xef\xbb\xbf").strip()
    try:
        members = _members(data)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        if data.startswith(b"{") and _is_value(data.partition(b"\n")[0]):
            yield from line_members(io.BytesIO(data), name, location, manifest, limits)  # JSON Lines under another ending
        else:
            yield Problem(name, Reason.BAD_JSON, Severity.FAILED, f"not JSON: {error}")
        return
    articles = [(None, data)] if members is None else [(str(number), member) for number, member in enumerate(members, 1)]
    for own, article in articles:
        if len(article) > limits.document:
            called = f"{name}#{own}" if own else name
            yield Problem(called, Reason.TOO_LARGE, Severity.FAILED, f"larger than {limits.document:,} bytes; split it, or raise the limit")
        else:
            yield from _member(article, name, own, location, manifest)
    if not articles:
        yield Problem(name, Reason.EMPTY, Severity.FAILED, "an empty list")


class _Lines:
    """The lines of a stream; `None` stands for one that is too long, which is never held in memory."""

    def __init__(self, stream: IO[bytes], limits: Limits) -> None:
        self.stream, self.limits = stream, limits
        self.seen = 0
        self.stopped = False

    def __iter__(self) -> Iterator[bytes | None]:
        while line := self._take(self.limits.document + 1):
            if len(line) <= self.limits.document or line.endswith(b"\n"):
                yield line
                continue
            while line and not line.endswith(b"\n"):
                line = self._take(_CHUNK)
            yield None

    def _take(self, size: int) -> bytes:
        if self.seen > self.limits.unpacked:
            self.stopped = True
            return b""
        line = self.stream.readline(size)
        self.seen += len(line)
        return line


def _no_lines(line: bytes | None, name: str) -> Problem | None:
    """Why a file whose first line this is cannot be JSON Lines at all: one remark instead of one a line."""
    if line is None:
        return None
    if line.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Problem(name, Reason.BAD_ENCODING, Severity.FAILED, "UTF-16 from byte 0; JSON Lines must be UTF-8")
    if binary_kind(line) or b"\0" in line:
        return Problem(name, Reason.BINARY, Severity.FAILED, f"{binary_kind(line) or 'holds NUL bytes'}, not JSON Lines")
    return None


def _members(data: bytes) -> list[bytes] | None:
    """The list's members, or those of the one list of objects in a wrapper; `None` when it is one article (or nothing known)."""
    if data.startswith(b"["):
        return [bytes(member) for member in msgspec.json.decode(data, type=list[msgspec.Raw])]
    whole = msgspec.json.decode(data)
    if has_body(whole) or not isinstance(whole, dict):
        return None
    lists = [key for key, value in whole.items() if isinstance(value, list) and value and all(map(has_body, value))]
    if len(lists) != 1:
        return None
    raw = msgspec.json.decode(data, type=dict[str, msgspec.Raw])[lists[0]]
    return [bytes(member) for member in msgspec.json.decode(raw, type=list[msgspec.Raw])]


def _is_value(data: bytes) -> bool:
    try:
        msgspec.json.decode(data)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
        return False
    return True


def _member(data: bytes, name: str, number: str | None, location: str, manifest: Manifest) -> Iterator[RawDocument | Problem]:
    data = data.removeprefix(b"\xef\xbb\xbf")
    called = name if number is None else f"{name}#{number}"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        yield Problem(called, Reason.BAD_ENCODING, Severity.FAILED, f"byte {error.start} of it is not UTF-8, which JSON must be")
        return
    article = read_article(data, called)
    if isinstance(article, Problem):
        yield article
        return
    yield from article.problems
    member = None if number is None else article.own_id or number
    full = name if member is None else f"{name}#{member}"
    yield RawDocument(full, data, "json", location, manifest.of(name, member).over(article.given), article.text)
