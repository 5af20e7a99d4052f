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
    """`holder` (joint holders joined by " and ") held the place from `since` until before `until` (`None`: open), by these claims.

    `heard` is the last day any report spoke for it."""

    holder: str | None
    status: Status
    since: dt.date | None
    until: dt.date | None
    evidence: tuple[str, ...]
    why: str
    heard: dt.date | None = None


class Assertion(msgspec.Struct, frozen=True):
    """A holder somebody claims: `by` is who says so, `day` the day it is claimed for (`None`: not said)."""

    holder: str
    by: str
    evidence: tuple[str, ...]
    day: dt.date | None = None


class PlaceControl(msgspec.Struct, frozen=True):
    """Everything the ledger has about who held one place. `names` are the spellings used, the first the most frequent.

    `spells` are what is assessed, in order of time; `claimed` what parties say of themselves; `claims` all control claims."""

    key: str
    names: tuple[str, ...]
    spells: tuple[Spell, ...]
    claims: tuple[str, ...]
    claimed: tuple[Assertion, ...] = ()


class Holding(msgspec.Struct, frozen=True):
    """The answer to "who holds PLACE on DAY"."""

    place: str
    on: dt.date | None
    assessed: Spell
    claimed: tuple[Assertion, ...] = ()
