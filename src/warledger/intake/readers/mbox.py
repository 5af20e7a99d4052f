"""Mailboxes (.mbox, RFC 4155): the messages of one file, one after another."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import IO

from warledger.intake.readers.mail import read_message
from warledger.intake.source import Inner, Results, Source
from warledger.records.document import Metadata
from warledger.records.reason import Reason

_ESCAPED = re.compile(rb"^>(>*From )", re.MULTILINE)
_ID = re.compile(rb"^message-id:\s*<?([^\s<>]{1,200})", re.IGNORECASE | re.MULTILINE)
_CHUNK = 1 << 20


def read_mbox(source: Source, inner: Inner) -> Results:
    """The messages, each named `name#` and its message id or else its number, from 1. Holds one at a time."""
    number = 0
    with source.open() as stream:
        for number, data in enumerate(_messages(stream, source.limits.document), 1):
            if data is None:
                detail = f"{source.shown}: message {number} is larger than {source.limits.document:,} bytes"
                yield source.failed(Reason.TOO_LARGE, detail, str(number))
            else:
                found = _ID.search(data.partition(b"\n\n")[0].replace(b"\r", b""))
                member = found[1].decode("ascii", "replace") if found else str(number)
                named = replace(source, name=source.called(member), file="", said=_said(source, member))
                yield from read_message(data, named, inner)
    if not number:
        yield source.failed(Reason.DAMAGED, f"{source.shown}: no mailbox: no line begins with 'From '")


def _said(source: Source, member: str) -> Callable[[str | None], Metadata]:
    return lambda part: source.said(member if part is None else f"{member}#{part}")


def _messages(stream: IO[bytes], limit: int) -> Iterator[bytes | None]:
    """The messages without their separator lines; `None` for one that is too long, which is never held."""
    held: list[bytes] = []
    size, open_, blank = 0, False, True
    while line := stream.readline(_CHUNK):
        if blank and line.startswith(b"From "):
            if open_:
                yield _joined(held, size, limit)
            held, size, open_ = [], 0, True
        elif open_:
            size += len(line)
            if size <= limit:
                held.append(line)
            else:
                held.clear()
        blank = not line.strip()
    if open_:
        yield _joined(held, size, limit)


def _joined(lines: list[bytes], size: int, limit: int) -> bytes | None:
    return None if size > limit else _ESCAPED.sub(rb"\1", b"".join(lines))
