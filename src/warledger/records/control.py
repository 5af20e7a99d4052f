"""Who holds what: spells of control per place, assessed and claimed."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

import msgspec


class Status(StrEnum):
    """The state of a place on a day."""

    HELD = "held"
    CONTESTED = "contested"
    BESIEGED = "besieged"
    UNKNOWN = "unknown"


class Spell(msgspec.Struct, frozen=True):
    """`holder` (joint holders joined by " and ") held the place from `since` until before `until` (`None`: open), by these claims."""

    holder: str | None
    status: Status
    since: dt.date | None
    until: dt.date | None
    evidence: tuple[str, ...]
    why: str


class Assertion(msgspec.Struct, frozen=True):
    """A holder somebody claims: `by` is who says so."""

    holder: str
    by: str
    evidence: tuple[str, ...]


class PlaceControl(msgspec.Struct, frozen=True):
    """Everything the ledger has about who held one place. `names` are the spellings used, the first the most frequent."""

    key: str
    names: tuple[str, ...]
    spells: tuple[Spell, ...]
    claims: tuple[str, ...]


class Holding(msgspec.Struct, frozen=True):
    """The answer to "who holds PLACE on DAY"."""

    place: str
    on: dt.date | None
    assessed: Spell
    claimed: tuple[Assertion, ...] = ()
