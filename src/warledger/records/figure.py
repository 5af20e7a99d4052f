"""Figures: what the members of one happening say about one measure of one group."""

from __future__ import annotations

import msgspec


class Figure(msgspec.Struct, frozen=True):
    """`low` and `high` over the members' claims (`None`: not stated); `members` are claim ids, one row of the matrix each."""

    measure: str
    group: str
    low: float | None
    high: float | None
    members: tuple[str, ...]
