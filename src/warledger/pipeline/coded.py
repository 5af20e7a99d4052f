"""One coded record (the codebook's fields, as JSON) as a claim on the words of its document."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

import msgspec

from warledger.base.spans import Span
from warledger.base.times import Basis, Interval, Precision
from warledger.exports.records import AGREEMENT_STATUS
from warledger.records.claim import KINDS, Claim, Content, Modality
from warledger.records.document import Document
from warledger.records.mention import Mention
from warledger.records.reason import Reason
from warledger.records.status import ClaimStatus


class BadRecord(ValueError):
    """A record that cannot be taken in: `reason` and the mend in words."""

    def __init__(self, reason: Reason, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason
        self.detail = detail


class Coded(msgspec.Struct, frozen=True):
    """The common fields of a coded record. `start` and `end` are code points of the reading text."""

    doc: str
    kind: str
    quote: str
    id: str = ""
    said_by: tuple[str, ...] = ()
    modality: Modality = Modality.ASSERTED
    date_start: dt.date | None = None
    date_end: dt.date | None = None
    places: tuple[str, ...] = ()
    start: int | None = None
    end: int | None = None
    confidence: float = 1.0
    notes: str | None = None


def parse_coded(line: str) -> tuple[Coded, Content]:
    """The common fields and the content of one line.

    Raises:
        BadRecord: not a JSON object, a field of the wrong type, an unknown kind, an empty quote, or dates in the wrong order.
    """
    try:
        row = msgspec.json.decode(line)
    except msgspec.DecodeError as error:
        raise BadRecord(Reason.BAD_RECORD, f"not JSON: {error}") from error
    if not isinstance(row, dict):
        raise BadRecord(Reason.BAD_RECORD, "a record is a JSON object with the codebook's fields")
    if row.get("kind") not in KINDS:
        raise BadRecord(Reason.BAD_RECORD, f"kind is {row.get('kind')!r}; it must be one of {', '.join(KINDS)}")
    try:
        coded = msgspec.convert(row, Coded)
        content: Content = msgspec.convert(_whole_numbers(_as_coded(row)), Content)
    except msgspec.ValidationError as error:
        raise BadRecord(Reason.BAD_RECORD, str(error)) from error
    _check(coded)
    return coded, content


def claim_of(coded: Coded, content: Content, document: Document, claim_id: str, maker: str) -> Claim:
    """The record as a claim on `document`.

    Raises:
        BadRecord: the quote does not stand in the document.
    """
    span = locate(coded, document.text)
    return Claim(
        id=claim_id,
        document=document.id,
        span=span,
        quote=coded.quote,
        content=content,
        modality=coded.modality,
        said_by=coded.said_by,
        time=time_of(coded),
        places=coded.places,
        mentions=_mentions(coded, content, span),
        confidence=coded.confidence,
        block=next((b.kind.value for b in document.blocks if b.span.overlaps(span)), "paragraph"),
        maker=maker,
        notes=coded.notes or "",
    )


def locate(coded: Coded, text: str) -> Span:
    """Where the quote stands: at the offsets given when it does stand there, else its first place in the text.

    Raises:
        BadRecord: nowhere.
    """
    if coded.start is not None and coded.start >= 0 and text.startswith(coded.quote, coded.start):
        return Span(coded.start, coded.start + len(coded.quote))
    start = text.find(coded.quote)
    if start < 0:
        detail = f"the document does not hold these words: {coded.quote[:80]!r}; quote it exactly (`warledger text` prints it)"
        raise BadRecord(Reason.NOT_GROUNDED, detail)
    return Span(start, start + len(coded.quote))


def _check(coded: Coded) -> None:
    if not coded.quote.strip():
        raise BadRecord(Reason.BAD_RECORD, "quote is empty; give the exact words")
    if coded.date_start and coded.date_end and coded.date_start > coded.date_end:
        raise BadRecord(Reason.BAD_RECORD, f"date_start {coded.date_start} is after date_end {coded.date_end}")
    if not 0 <= coded.confidence <= 1:
        raise BadRecord(Reason.BAD_RECORD, f"confidence is {coded.confidence}; it must lie between 0 and 1")


def _as_coded(row: dict[str, Any]) -> dict[str, Any]:
    """A record of Warledger's own export with the codebook's name for an agreement's status; any other record as it is."""
    if row["kind"] != "agreement" or row.get("status") not in set(ClaimStatus):
        return row
    kept = {name: value for name, value in row.items() if name != "status"}
    return {**kept, "status": row[AGREEMENT_STATUS]} if AGREEMENT_STATUS in row else kept


def _whole_numbers(value: Any) -> Any:
    """15.0 as 15: some tools write all numbers with a fraction."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, list):
        return [_whole_numbers(v) for v in value]
    if isinstance(value, dict):
        return {k: _whole_numbers(v) for k, v in value.items()}
    return value


def time_of(coded: Coded) -> Interval | None:
    """The interval of a coded record, `None` without any date."""
    start, end = coded.date_start, coded.date_end
    if start is None and end is None:
        return None
    return Interval(start, end, _precision(start, end), Basis.CODED)


def _precision(start: dt.date | None, end: dt.date | None) -> Precision:
    if start is None or end is None:
        return Precision.OPEN
    if start == end:
        return Precision.DAY
    whole_months = start.day == 1 and (end + dt.timedelta(days=1)).day == 1
    if whole_months and (start.year, start.month) == (end.year, end.month):
        return Precision.MONTH
    if whole_months and start.month == 1 and end.month == 12:
        return Precision.YEAR if start.year == end.year else Precision.YEARS
    return Precision.DAYS


def _mentions(coded: Coded, content: Content, span: Span) -> tuple[Mention, ...]:
    fields: Mapping[str, Any] = {**msgspec.to_builtins(content), "said_by": coded.said_by, "places": coded.places}
    named = [(field, name) for field in sorted(fields) for name in _names(field, fields[field])]
    return tuple(Mention(field, name, _within(name, coded.quote, span)) for field, name in named)


#: Fields of all kinds that hold the names of actors and places.
_NAMED = frozenset(
    (
        "actors1",
        "actors2",
        "gained_by",
        "lost_by",
        "by",
        "actor",
        "from",
        "to",
        "speaker",
        "affiliation",
        "target",
        "parties",
        "said_by",
        "places",
    )
)


def _names(field: str, value: Any) -> tuple[str, ...]:
    if field not in _NAMED:
        return ()
    return tuple(name for name in ([value] if isinstance(value, str) else value) if name)


def _within(name: str, quote: str, span: Span) -> Span | None:
    at = quote.find(name)
    return Span(span.start + at, span.start + at + len(name)) if at >= 0 else None
