"""Mail (.eml): the subject and the text part, or else the HTML part; attachments of formats that are read are reports of their own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from email import policy
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesParser
from email.utils import parseaddr, parsedate_to_datetime
from typing import Any, NamedTuple

from warledger.base.stamps import read_stamp
from warledger.intake.articles import titled
from warledger.intake.decode import decode, said_to_be
from warledger.intake.formats import format_by_name
from warledger.intake.source import Inner, Results, Source, of_bytes
from warledger.records.document import Metadata
from warledger.records.origin import Origin
from warledger.records.reason import Problem, Reason

#: Parts nested deeper than this are no mail (RFC 2046 sets no limit; forwarded mails reach four or five).
DEEPEST = 20
#: Parts, at any depth; more of them are a digest nobody sends, and counting them comes before parsing them.
MOST_PARTS = 2000
_NESTING = re.compile(rb"^content-type:\s*(?:multipart/|message/rfc822)", re.IGNORECASE | re.MULTILINE)
#: With fewer words than this share of the HTML part's, the plain part is only a remark ("view this in a browser").
_LEAST_SHARE = 4
_UNSHOWN = re.compile(r"<(/?)(?:style|script|head)\b", re.IGNORECASE)
_TAGS = re.compile(r"<[^<>]*>")
#: No header is longer (code points): a longer one is an attack on who reads it.
_LONGEST_HEADER = 2000
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f]")


def read_mail(source: Source, inner: Inner) -> Results:
    """The message of a file, and its attachments."""
    data = source.whole(source.limits.document)
    if isinstance(data, Problem):
        yield data
    else:
        yield from read_message(data, source, inner)


def read_message(data: bytes, source: Source, inner: Inner) -> Results:
    """One message: named as the source, its attachments `name#file name`."""
    try:
        message = parsed_message(data)
    except TooDeep as error:
        yield source.failed(Reason.TOO_COMPLEX, f"{source.shown}: {error}")
        return
    if not any(name in message for name in ("From", "Date", "Subject", "Received", "Message-ID")):
        yield source.failed(Reason.DAMAGED, f"{source.shown}: no mail: none of the headers From, Date, Subject is there")
        return
    parts = list(parts_of(message, ""))
    given, problems = _given(message, source)
    yield from problems
    yield from _text(data, source, parts, given)
    names = Counter(_file_name(part) for _, part in parts)
    for number, part in parts:
        if _is_attached(part):
            name = _file_name(part)
            # Two files of one name are no two versions of one file.
            attached = _Attached(f"{number}-{name}" if name and names[name] > 1 else name, number, part)
            yield from _attachment(attached, source, inner, given)


class TooDeep(Exception):
    """More parts, or deeper, than any mail has."""


def parsed_message(data: bytes) -> Message:
    """The message, its parts not decoded.

    Raises:
        TooDeep: more parts, or deeper, than any mail has.
    """
    if len(_NESTING.findall(data)) > MOST_PARTS:
        raise TooDeep(f"more than {MOST_PARTS:,} parts")
    try:
        message = BytesParser(policy=policy.compat32).parsebytes(data)
        if _depth(message) > DEEPEST:
            raise TooDeep(f"parts nested deeper than {DEEPEST}")
    except RecursionError as error:
        raise TooDeep("parts nested without end") from error
    return message


def _depth(message: Message) -> int:
    deepest, waiting = 0, [(message, 1)]
    while waiting:
        part, depth = waiting.pop()
        deepest = max(deepest, depth)
        if part.is_multipart():
            waiting.extend((one, depth + 1) for one in _children(part))
    return deepest


def _children(part: Message) -> list[Message]:
    payload = part.get_payload()
    return [one for one in payload if isinstance(one, Message)] if isinstance(payload, list) else []


def parts_of(part: Message, number: str) -> Iterator[tuple[str, Message]]:
    """The parts that hold something, numbered as in IMAP (RFC 3501, section 6.4.5)."""
    if not part.is_multipart():
        yield number or "1", part
    elif part.get_content_type() == "message/rfc822" and number:
        yield number, part
    else:
        for index, child in enumerate(_children(part), 1):
            yield from parts_of(child, f"{number}.{index}".lstrip("."))


def _is_attached(part: Message) -> bool:
    return part.get_content_type() == "message/rfc822" or bool(part.get_filename()) or part.get_content_disposition() == "attachment"


def _header(message: Message, name: str) -> str:
    """A header's words, decoded (RFC 2047)."""
    value = message.get(name)
    if value is None:
        return ""
    written = str(value)[:_LONGEST_HEADER]
    try:
        return " ".join(str(make_header(decode_header(written))).split())
    except (LookupError, UnicodeError, ValueError, MessageError):
        return " ".join(written.split())


def _given(message: Message, source: Source) -> tuple[Metadata, list[Problem]]:
    """Subject, sender and date; a mailing list's name goes before the sender's."""
    values: dict[str, str] = {}
    problems = []
    try:
        name, address = parseaddr(_header(message, "From"))
    except RecursionError:  # comments within comments
        name, address = "", ""
    sender = name or address.rpartition("@")[2]
    values |= {key: value for key, value in (("title", _header(message, "Subject")), ("publisher", sender)) if value}
    date = _header(message, "Date")
    stamp = _stamp(date)
    if stamp:
        values["published"] = stamp
    elif date:
        problems.append(source.failed(Reason.BAD_DATE, f"its date {date[:60]!r} is none from 1900 to 2100; read without it"))
    return Metadata(**values, basis=dict.fromkeys(values, "mail")), problems


def _stamp(date: str) -> str | None:
    try:
        return read_stamp(parsedate_to_datetime(date).isoformat()) if date else None
    except (ValueError, TypeError, OverflowError, IndexError):
        return read_stamp(date)


def _text(data: bytes, source: Source, parts: list[tuple[str, Message]], given: Metadata) -> Results:
    plain = next(((n, decoded(p)) for n, p in parts if p.get_content_type() == "text/plain" and not _is_attached(p)), None)
    page = next(((n, decoded(p)) for n, p in parts if p.get_content_type() == "text/html" and not _is_attached(p)), None)
    if plain and page and len(plain[1].split()) * _LEAST_SHARE < _count_shown(page[1]):
        plain = None
    if plain and plain[1].strip():
        number, words = plain
        text = titled(given.title, words)
        start = len(text) - len(words)
        subject = (Origin(0, len(given.title or ""), part="subject", offset=0),) if start else ()
        more: dict[str, Any] = {"syntax": "txt", "origins": (*subject, Origin(start, len(text), part=number, offset=0))}
        yield source.document(data, "eml", text, given=given, **more)
    elif page and page[1].strip():
        more = {"syntax": "fragment", "origins": (Origin(0, len(page[1]), part=page[0], offset=0),)}
        yield source.document(data, "eml", page[1], given=given, **more)
    elif not any(_is_attached(part) for _, part in parts):
        yield source.failed(Reason.NO_TEXT, f"{source.shown}: a mail without a text part")


def _count_shown(markup: str) -> int:
    """About how many words a reader of the HTML sees."""
    shown, at, hidden = [], 0, False
    for mark in _UNSHOWN.finditer(markup):
        if not hidden:
            shown.append(markup[at : mark.start()])
        hidden, at = not mark[1], mark.start()
    if not hidden:
        shown.append(markup[at:])
    return len(_TAGS.sub(" ", " ".join(shown)).split())


def decoded(part: Message) -> str:
    """The text of a part, in the encoding it names or else the likeliest."""
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    said = said_to_be(data, part.get_content_charset() or "utf-8")
    text = said[0] if said else decode(data, "").text or data.decode("utf-8", "replace")
    return _CONTROLS.sub(" ", text)


def _file_name(part: Message) -> str:
    """The name of an attachment: never a path."""
    return " ".join((part.get_filename() or "").replace("/", "_").replace("\\", "_").split())[:120]


class _Attached(NamedTuple):
    """An attachment: its name, its number among the parts, and the part."""

    name: str
    number: str
    part: Message


def _attachment(attached: _Attached, source: Source, inner: Inner, given: Metadata) -> Results:
    """An attachment that is read as the file it is; what is of no format that is read is listed."""
    name, number, part = attached
    if part.get_content_type() == "message/rfc822":
        children = _children(part)
        data = children[0].as_bytes() if children else b""
        name = f"{name or f'part-{number}'}{'' if name.lower().endswith('.eml') else '.eml'}"
    else:
        payload = part.get_payload(decode=True)
        data = payload if isinstance(payload, bytes) else b""
    if format_by_name(name) is None:
        detail = f"{source.shown}: the attachment {name or part.get_content_type()!r} is of no format that is read"
        yield source.passed_over(Reason.NO_TEXT, detail, name or number)
        return
    source.budget.unfold(len(data))
    sent = Metadata(published=given.published, publisher=given.publisher, basis={k: v for k, v in given.basis.items() if k != "title"})
    yield from inner(source.member(name, name, of_bytes(data), given=sent))
