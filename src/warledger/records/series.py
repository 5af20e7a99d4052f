"""Dated series of one actor: how many it had, where its forces went, what it agreed to, what it said."""

from __future__ import annotations

import datetime as dt

import msgspec


class Witnessed(msgspec.Struct, frozen=True):
    """One record behind a point: its id, document, independent source as far as the record itself says, and words."""

    record: str
    doc: str
    source: str
    quote: str


class Point(msgspec.Struct, frozen=True):
    """What was so from `start` to `end` (`None`: open). `low` and `high` are bounds of a count, where there is one; `words` says
    the rest ("to Varno", "violated", "ACCUSE Orvane"); several witnesses of one thing stand in one point."""

    start: dt.date | None
    end: dt.date | None
    low: float | None
    high: float | None
    words: str
    modality: str
    witnesses: tuple[Witnessed, ...]


class Series(msgspec.Struct, frozen=True):
    """`actor` as most records write it; `kind` is that of the records, `what` the unit, mode, deal or matter. `turns` are pairs of
    points (indices) between which a speaker changed position towards one addressee."""

    actor: str
    kind: str
    what: str
    points: tuple[Point, ...]
    turns: tuple[tuple[int, int], ...] = ()
