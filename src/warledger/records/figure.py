"""Figures: what the members of one happening say about one measure of one group, as a matrix with its witnesses."""

from __future__ import annotations

import datetime as dt

import msgspec


class Cell(msgspec.Struct, frozen=True):
    """One record's count: `source` is the independent source behind it, `party` whether that is a party speaking of its own war,
    `known` the day it is known from. A bound of `None` is not stated."""

    record: str
    source: str
    low: float | None
    high: float | None
    party: bool = False
    known: dt.date | None = None


class Figure(msgspec.Struct, frozen=True):
    """`low` and `high` over the members' claims (`None`: not stated); `members` are claim ids, `cells` one row of the matrix each."""

    measure: str
    group: str
    low: float | None
    high: float | None
    members: tuple[str, ...]
    cells: tuple[Cell, ...] = ()
