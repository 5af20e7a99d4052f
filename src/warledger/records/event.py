"""Happenings: every claim about one thing that happened, seen together."""

from __future__ import annotations

import datetime as dt

import msgspec

from warledger.records.figure import Figure


class Happening(msgspec.Struct, frozen=True):
    """One happening. `members` are claim ids (sorted); `sources` the independent sources (families and named original sources).

    `type` is an ACLED sub-event type, or the kind and mode of the leading claim (`control: holds`) when the happening is no event.
    `where_prec` is the UCDP code 1-7, `None` when unplaced; `placed_by` the document id and the name whose link placed it. `why` says
    what joined each member, by claim id; `part_of` the happenings that sum this one up with others, by id, each with why.
    """

    id: str
    members: tuple[str, ...]
    type: str
    start: dt.date | None
    end: dt.date | None
    place: str | None = None
    lat: float | None = None
    lon: float | None = None
    where_prec: int | None = None
    actors1: tuple[str, ...] = ()
    actors2: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    sources: tuple[str, ...] = ()
    why: dict[str, str] = {}
    placed_by: tuple[str, str] | None = None
    part_of: dict[str, str] = {}
