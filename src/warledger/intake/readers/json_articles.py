"""JSON and JSON Lines: one article, a list of them, or one a line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import IO

import msgspec

from warledger.intake.articles import has_body, read_article
from warledger.intake.fields import ArticleFields, at_path
from warledger.intake.formats import binary_kind
from warledger.intake.limits import Limits
from warledger.intake.source import Inner, Results, Source, of_bytes
from warledger.records.reason import Problem, Reason

_CHUNK = 1 << 20
#: Values in a file; many short ones take twenty times the room in memory that they take in the file. Prose has no comma every ten signs.
_MOST_VALUES = 2_000_000


def read_lines(source: Source, inner: Inner) -> Results:
    """The articles of a JSON Lines file, one object a line, each named `name#` and its own id or else its line number.

    Holds one line at a time. A line longer than `limits.document` is skipped unread.
    """
    with source.open() as stream:
        number = read = 0
        for number, line in enumerate(_Lines(stream, source.limits), 1):
            reason = _no_lines(line) if number == 1 else None
            if reason:
                yield source.failed(*reason)
                return
            if line is None:
                detail = f"line {number} is longer than {source.limits.document:,} bytes; one article a line"
                yield source.failed(Reason.LINE_TOO_LONG, detail, str(number))
            elif line.strip():
                yield from _article(line.strip(), source, str(number))
            read += line is None or bool(line.strip())
        if not read:
            yield source.failed(Reason.EMPTY, "holds no line")


def read_json(source: Source, inner: Inner) -> Results:
    """The articles of a JSON file: one object with a text (named as the file), a list of them, or an object around one list.

    Members are named `name#` and their own id or else their place in the list, from 1.
    """
    data = source.whole(source.limits.container)
    if isinstance(data, Problem):
        yield data
        return
    kind = binary_kind(data)
    if kind:
        yield source.failed(Reason.BINARY, f"{kind}, not JSON")
        return
    data = data.removeprefix(b"\xef\xbb\xbf").strip()
    if data.count(b",") > max(_MOST_VALUES, len(data) // 10):
        yield source.failed(Reason.TOO_COMPLEX, f"{source.shown}: more values than a file of articles has")
        return
    try:
        members = _members(data, source.fields)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        if data.startswith(b"{") and _is_value(data.partition(b"\n")[0]):
            yield from read_lines(replace(source, open=of_bytes(data)), inner)  # JSON Lines under another ending
        else:
            yield source.failed(Reason.BAD_JSON, f"not JSON: {error}")
        return
    yield from _articles(source, [(None, data)] if members is None else [(str(number), one) for number, one in enumerate(members, 1)])


def _articles(source: Source, articles: list[tuple[str | None, bytes]]) -> Results:
    for own, article in articles:
        if len(article) > source.limits.document:
            detail = f"larger than {source.limits.document:,} bytes; split it, or raise the limit"
            yield source.failed(Reason.TOO_LARGE, detail, own)
        else:
            yield from _article(article, source, own)
    if not articles:
        yield source.failed(Reason.EMPTY, "an empty list")


class _Lines:
    """The lines of a stream; `None` stands for one that is too long, which is never held in memory."""

    def __init__(self, stream: IO[bytes], limits: Limits) -> None:
        self.stream, self.limits = stream, limits

    def __iter__(self) -> Iterator[bytes | None]:
        while line := self.stream.readline(self.limits.document + 1):
            if len(line) <= self.limits.document or line.endswith(b"\n"):
                yield line
                continue
            while line and not line.endswith(b"\n"):
                line = self.stream.readline(_CHUNK)
            yield None


def _no_lines(line: bytes | None) -> tuple[Reason, str] | None:
    """Why a file whose first line this is cannot be JSON Lines at all: one remark instead of one a line."""
    if line is None:
        return None
    if line.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Reason.BAD_ENCODING, "UTF-16 from byte 0; JSON Lines must be UTF-8"
    if binary_kind(line) or b"\0" in line:
        return Reason.BINARY, f"{binary_kind(line) or 'holds NUL bytes'}, not JSON Lines"
    return None


def _members(data: bytes, fields: ArticleFields) -> list[bytes] | None:
    """The list's members, or those of the one list of objects in a wrapper; `None` when it is one article (or nothing known)."""
    if fields.items:
        found = at_path(msgspec.json.decode(data), fields.items)
        return [msgspec.json.encode(one) for one in found] if isinstance(found, list) else None
    if data.startswith(b"["):
        return [bytes(member) for member in msgspec.json.decode(data, type=list[msgspec.Raw])]
    whole = msgspec.json.decode(data)
    if has_body(whole, fields) or not isinstance(whole, dict):
        return None
    lists = [key for key, value in whole.items() if isinstance(value, list) and value and all(has_body(one, fields) for one in value)]
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


def _article(data: bytes, source: Source, number: str | None) -> Results:
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        yield source.failed(Reason.BAD_ENCODING, f"byte {error.start} of it is not UTF-8, which JSON must be", number)
        return
    article = read_article(data, source.name, number, source.fields)
    if isinstance(article, Problem):
        yield article
        return
    yield from article.problems
    member = None if number is None else article.own_id or number
    yield source.document(data, "json", article.text, member=member, given=article.given)
