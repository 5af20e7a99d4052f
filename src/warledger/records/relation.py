"""Who fights and who backs whom, as the records of both tell it."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

import msgspec


class Tie(StrEnum):
    """How one actor stands to another: it fights it, backs it, or fights beside it."""

    FIGHTS = "fights"
    BACKS = "backs"
    BESIDE = "beside"


class Evidence(msgspec.Struct, frozen=True):
    """One record's exact words: its id, document, the characters [start, end) of the document's text, who says so."""

    record: str
    doc: str
    start: int
    end: int
    source: str
    quote: str


class Relation(msgspec.Struct, frozen=True):
    """`one` stands in `tie` to `other` (names as most records write them; keys beside them). `records` of `sources` independent sources
    say so, of days `first` to `last`; `evidence` are some of them, the surest first. Of fighting and of standing beside each other no
    order is meant."""

    one: str
    one_key: str
    tie: Tie
    other: str
    other_key: str
    records: int
    sources: int
    first: dt.date | None
    last: dt.date | None
    evidence: tuple[Evidence, ...]
