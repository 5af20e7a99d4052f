"""Who holds what: spells of control per place, assessed and claimed, and the rule that decided each."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

import msgspec

from warledger.records.place import Place


class Status(StrEnum):
    """The state of a place on a day."""

    HELD = "held"
    CONTESTED = "contested"
    BESIEGED = "besieged"
    UNKNOWN = "unknown"


class Rule(StrEnum):
    """What decided what is assessed."""

    WITNESS = "witness"
    CONFIRMED = "confirmed"
    ADMISSION = "admission"
    BEFORE = "before"
    ENTERED = "entered"
    LEFT = "left"
    FELL = "fell"
    SIEGE = "siege"
    FIGHTING = "fighting"
    LULL = "lull"
    PART = "part"
    AREA = "area"
    CONTRADICTION = "contradiction"
    DECAY = "decay"
    SILENCE = "silence"


class Told(msgspec.Struct, frozen=True, array_like=True):
    """The days for which one independent source speaks for a spell, both inclusive."""

    source: str
    start: dt.date
    end: dt.date


class Account(msgspec.Struct, frozen=True):
    """One side of a disagreement: who holds the place by this account, how many independent sources give it, and in which records."""

    holder: str
    sources: int
    evidence: tuple[str, ...]


class Spell(msgspec.Struct, frozen=True):
    """`holder` (joint holders joined by " and ") held the place from `since` until before `until` (`None`: open), by these claims.

    `rule` decided it and `why` says how in words. `accounts` are the sides where sources disagree, `told` who spoke for the spell when.
    """

    holder: str | None
    status: Status
    since: dt.date | None
    until: dt.date | None
    evidence: tuple[str, ...]
    why: str
    rule: Rule = Rule.WITNESS
    accounts: tuple[Account, ...] = ()
    told: tuple[Told, ...] = ()

    @property
    def heard(self) -> dt.date | None:
        """The last day any source spoke for it."""
        return max((t.end for t in self.told), default=None)


class Assertion(msgspec.Struct, frozen=True):
    """A holder somebody claims: `by` is who says so, `day` the day it is claimed for (`None`: not said). `part` is set where only a part
    of the place is claimed, or only that it was entered: what is claimed then, in words."""

    holder: str
    by: str
    evidence: tuple[str, ...]
    day: dt.date | None = None
    part: str = ""


class Denial(msgspec.Struct, frozen=True):
    """What somebody denies about who holds a place, in words, and for which day. It moves nothing; it is shown beside what does."""

    what: str
    by: str
    evidence: tuple[str, ...]
    day: dt.date | None = None


class Aside(msgspec.Struct, frozen=True):
    """A claim that could have moved the map and did not, the days it speaks of, and why it was left aside."""

    claim: str
    start: dt.date | None
    end: dt.date
    why: str


class PlaceControl(msgspec.Struct, frozen=True):
    """Everything the ledger has about who held one place. `names` are the spellings used, the first the most frequent.

    `spells` are what is assessed, in order of time; `claimed` what parties say of themselves; `denied` what somebody denies; `aside`
    what was left aside; `claims` all control claims. `place` is the gazetteer's entry and `precision` how far the names reach from it
    (`where_prec`). `within` are the keys of the areas it lies in, the smallest first; `division` names the province it is the whole of.
    """

    key: str
    names: tuple[str, ...]
    spells: tuple[Spell, ...]
    claims: tuple[str, ...]
    claimed: tuple[Assertion, ...] = ()
    aside: tuple[Aside, ...] = ()
    within: tuple[str, ...] = ()
    denied: tuple[Denial, ...] = ()
    place: Place | None = None
    precision: int = 1
    division: str = ""


class Holding(msgspec.Struct, frozen=True):
    """The answer to "who holds PLACE on DAY". `matched` says how another name was taken for the place, where it was."""

    place: str
    on: dt.date | None
    assessed: Spell
    claimed: tuple[Assertion, ...] = ()
    denied: tuple[Denial, ...] = ()
    aside: tuple[Aside, ...] = ()
    matched: str = ""


class MapRow(msgspec.Struct, frozen=True):
    """One place on the map of a day. Latitude and longitude are WGS 84 degrees, `None` for what is in no gazetteer; `where_prec` is
    UCDP's code for how exact they are. `canonical` are the registry's names of the holder, `claimed` who claims it on whose word,
    `sources` how many independent sources speak for it."""

    place: str
    key: str
    lat: float | None
    lon: float | None
    where_prec: int | None
    holder: str | None
    canonical: tuple[str, ...]
    status: Status
    since: dt.date | None
    rule: Rule
    why: str
    sources: int
    evidence: tuple[str, ...]
    claimed: tuple[Assertion, ...] = ()
    within: tuple[str, ...] = ()
