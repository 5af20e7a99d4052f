"""The two sides of a possible dispute, and what is found between them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

import msgspec

from warledger.base.similarity import fold_name
from warledger.base.stems import stems_of
from warledger.base.times import Basis
from warledger.records.claim import Claim, Event, Statement
from warledger.records.dispute_words import DisputeWords
from warledger.stages.events.clashes.kin import Party
from warledger.stages.events.clashes.said import Said, read
from warledger.stages.events.facets import Facet
from warledger.stages.events.parties import Actors, roles
from warledger.stages.events.spots import place_names

FIGURES, WHO, WHEN, WHERE = "different figures", "who did it", "when", "where"
HAPPENED, CONTROL, SCOPE, WORDING = "did it happen", "control", "scope or update (not a true conflict)", "wording/correction"

#: Days before its report within which a deed told only "by then" is taken to have been done.
FRESH = 3
#: Grounds of a date that are firm enough to hold against another's date.
_FIRM = frozenset({Basis.STATED, Basis.YEAR_FROM_CONTEXT, Basis.PUBLICATION, Basis.NARRATIVE, Basis.CODED})

Bounds = tuple[float | None, float | None]


def is_real(kind: str) -> bool:
    """Whether the sides of a dispute of this type cannot both be true."""
    return kind not in (SCOPE, WORDING)


class Clash(msgspec.Struct, frozen=True):
    """A dispute of `type` between what is labelled `a` and what is labelled `b`, with the reason in words.

    Claims with one label stand on one side. `score` (0 to 1) is how sure the detector is of it, were the claims right.
    """

    type: str
    a: str
    b: str
    why: str
    score: float = 0.8


@dataclass(frozen=True, eq=False)
class Side:
    """A claim with its facet, the happening it is in, the day it is known from, and what its words say."""

    claim: Claim
    facet: Facet
    home: str
    known: dt.date | None
    words: DisputeWords

    @cached_property
    def said(self) -> Said:
        """What the words of the claim say."""
        return read(self.claim, self.words)

    @cached_property
    def voice(self) -> str:
        """Who says so: the speaker, the first source named, else the text and its copies."""
        if self.bodies:
            return fold_name(self.bodies[0])
        return fold_name(self.claim.said_by[0]) if self.claim.said_by else self.facet.family

    @cached_property
    def by(self) -> Party:
        """Those who did it; of a statement the speaker and whom he speaks for."""
        return Party(self.facet.doers, tuple(dict.fromkeys((*roles(self.claim)[0], *self.bodies))))

    @cached_property
    def to(self) -> Party:
        """Those it was done to."""
        return Party(self.facet.targets, roles(self.claim)[1])

    @cached_property
    def bodies(self) -> tuple[str, ...]:
        """Of a statement, who speaks and for whom."""
        content = self.claim.content
        return tuple(name for name in (content.speaker, content.affiliation) if name) if isinstance(content, Statement) else ()

    @cached_property
    def everyone(self) -> Party:
        """All who act in it or suffer it."""
        one, other = self.facet.doers, self.facet.targets
        merged = Actors(one.keys | other.keys, one.sides | other.sides, one.described and other.described)
        return Party(merged, tuple(dict.fromkeys((*self.by.names, *self.to.names))))

    @cached_property
    def places(self) -> tuple[str, ...]:
        """Names of its places as written, the one it is at first."""
        return place_names(self.claim)

    @cached_property
    def name_words(self) -> frozenset[str]:
        """The longer words of the names in its words."""
        return frozenset(word for name in self.said.names for word in name.split() if len(word) > 3)

    @cached_property
    def told(self) -> frozenset[str]:
        """The stems of the words of its parties and places."""
        return frozenset(word for name in (*self.everyone.names, *self.places) for word in stems_of(name))

    @property
    def done(self) -> bool:
        """Whether it is told as having happened."""
        return self.facet.reality == "done"

    @property
    def dated(self) -> bool:
        """Whether words of its own, or a person, say when it was."""
        return self.claim.time is not None and self.claim.time.basis in _FIRM

    @cached_property
    def window(self) -> tuple[float, float]:
        """The days (ordinals) it can have been on; "by then" counts as shortly before, an open end as open."""
        start, end = self.facet.start, self.facet.end
        if start is None and end is not None:
            return end - FRESH, end
        return (float("-inf") if start is None else start, float("inf") if end is None else end)

    @property
    def speaker(self) -> str:
        """Who says it, in words."""
        return (self.bodies or self.claim.said_by or ("the text",))[0]

    @property
    def act(self) -> str:
        """The PLOVER act of a statement, else nothing."""
        return self.claim.content.act if isinstance(self.claim.content, Statement) else ""

    @property
    def event_type(self) -> str:
        """The sub-event type of an event, else nothing."""
        return self.claim.content.type if isinstance(self.claim.content, Event) else ""


def gap(a: Side, b: Side) -> float:
    """Days between the two, 0 when some day can be in both. What is told "by then" was shortly before."""
    (first, last), (start, end) = a.window, b.window
    return max(start - last, first - end, 0)


def exact(side: Side, days: int = 3) -> bool:
    """Whether its time is fixed to so many days at most."""
    return side.facet.days is not None and side.facet.days <= days


def last_day(side: Side) -> int:
    """Its last day (ordinal), else its first, else 0."""
    return side.facet.end if side.facet.end is not None else side.facet.start or 0


def apart(a: Bounds, b: Bounds) -> bool:
    """Whether no number lies within both."""
    below = a[1] is not None and b[0] is not None and a[1] < b[0]
    above = a[0] is not None and b[1] is not None and a[0] > b[1]
    return below or above


def later_more(early: Side, late: Side, few: Bounds, many: Bounds) -> bool:
    """Whether the one known later has more: a count that has grown."""
    if early.known is None or late.known is None or early.known >= late.known:
        return False
    return few[1] is not None and many[0] is not None and few[1] < many[0]


def shown(bounds: Bounds) -> str:
    """Bounds as words."""
    low, high = ("?" if number is None else f"{number:,.0f}" if number == int(number) else f"{number:,}" for number in bounds)
    if low == high:
        return low
    if bounds[1] is None:
        return f"at least {low}"
    return f"up to {high}" if bounds[0] is None else f"{low} to {high}"


def interval(facet: Facet) -> str:
    """The days of a claim as words."""
    start, end = (dt.date.fromordinal(day).isoformat() if day is not None else "" for day in (facet.start, facet.end))
    if start == end:
        return start or "no day said"
    if not start or not end:
        return f"by {end}" if end else f"from {start}"
    return f"{start} to {end}"


def at(side: Side) -> str:
    """Its place as the beginning of a reason ("Varno: "), nothing where it has none."""
    return f"{side.places[0]}: " if side.facet.place is not None and side.places else ""


def keys_of(party: Party) -> str:
    """The keys of actors as one label."""
    return " and ".join(sorted(party.actors.keys))


def doers_of(side: Side) -> str:
    """Who did it, as written."""
    return " and ".join(side.by.names) or "nobody named"
