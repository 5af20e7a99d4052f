"""Dated series: how many an actor had, where its forces went, what became of a deal, what somebody said."""

from __future__ import annotations

import datetime as dt

import msgspec


class Witnessed(msgspec.Struct, frozen=True):
    """One record behind a point: its id, document, who says so, its independent source (copies of one text, and reports that cite one
    body, have the same), and words."""

    record: str
    doc: str
    source: str
    origin: str
    quote: str


class Point(msgspec.Struct, frozen=True):
    """What was so from `start` to `end` (`None`: open). `low` and `high` are bounds of a count, where there is one; `words` says
    the rest ("withdrew from Varno", "violated", "ACCUSE Orvane: shelling"); `places` are as written. Several witnesses of one thing
    stand in one point; `sources` counts the independent ones. `act` is the unit, mode, status or PLOVER act (`DENY`, `CONFIRM` of what
    a body denies of a happening), `target` whom a statement is addressed to and `topic` what it is about."""

    start: dt.date | None
    end: dt.date | None
    low: float | None
    high: float | None
    words: str
    modality: str
    witnesses: tuple[Witnessed, ...]
    sources: int = 1
    places: tuple[str, ...] = ()
    act: str = ""
    target: tuple[str, ...] = ()
    topic: str = ""


class Turn(msgspec.Struct, frozen=True):
    """Two points (indices) of which the later contradicts the earlier, and in what: a change of position; of a toll why it moved."""

    before: int
    after: int
    why: str


class Series(msgspec.Struct, frozen=True):
    """`actor` as most records write it (of an agreement: its parties, joined; of a toll whose it is, or where); `kind` is that of the
    records, `what` the unit, the deal, the matter, or what is counted. `turns` are a speaker's changes of position, or how a toll moved.
    `parties` are those of an agreement."""

    actor: str
    kind: str
    what: str
    points: tuple[Point, ...]
    turns: tuple[Turn, ...] = ()
    parties: tuple[str, ...] = ()
