"""Actors: the monitor's registry, and what a name in a text was taken to be."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

import msgspec


class Dated(msgspec.Struct, frozen=True):
    """A name that held from `start` until `end` (both inclusive, `None` open)."""

    name: str
    start: dt.date | None = None
    end: dt.date | None = None

    def holds(self, day: dt.date | None) -> bool:
        """Whether it held on that day; without a day, whether it always did."""
        if day is None:
            return self.start is None and self.end is None
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


class Side(Dated, frozen=True):
    """On whose side an actor was."""


class Alias(Dated, frozen=True):
    """What an actor was called."""


class Membership(Dated, frozen=True):
    """The body an actor was part of."""


class Change(StrEnum):
    """How one actor came from another: it took another name, several became one, one became several, or it went into another."""

    RENAMED = "renamed"
    MERGED = "merged"
    SPLIT = "split"
    JOINED = "joined"


class Past(msgspec.Struct, frozen=True):
    """A change in an actor's history: `actor` is the other one (whom it came from; with `joined`, into whom it went)."""

    how: Change
    actor: str
    on: dt.date | None = None


class Maybe(msgspec.Struct, frozen=True):
    """An actor that may be the same as another. Never merged: both are shown, with the reason and a score (0-1) where one is given."""

    actor: str
    why: str = ""
    score: float | None = None


class Actor(msgspec.Struct, frozen=True):
    """One entry of `actors.toml`: the registry name, every other name, the sides it took, the bodies it was part of and its history.

    `aliases` are names without dates, `called` those with; `memberships` are what it was part of with dates, `part_of` without.
    `start` and `end` are the days it existed. A person with a public `office`, or `public` for another reason, may be named in what is
    published; other persons may not.
    """

    name: str
    aliases: tuple[str, ...] = ()
    sides: tuple[Side, ...] = ()
    kind: str = ""
    part_of: str | None = None
    called: tuple[Alias, ...] = ()
    memberships: tuple[Membership, ...] = ()
    start: dt.date | None = None
    end: dt.date | None = None
    history: tuple[Past, ...] = ()
    maybe: tuple[Maybe, ...] = ()
    office: str = ""
    public: bool = False

    def side_on(self, day: dt.date | None) -> str | None:
        """The side on that day; without a day, the side when there is only one."""
        return _on(self.sides, day)

    def part_of_on(self, day: dt.date | None) -> str | None:
        """The body it was part of on that day, else `part_of`."""
        return _on(self.memberships, day) or self.part_of


def _on(spells: tuple[Dated, ...], day: dt.date | None) -> str | None:
    if day is None:
        names = {s.name for s in spells}
        return names.pop() if len(names) == 1 else None
    return next((s.name for s in spells if s.holds(day)), None)


class ActorCandidate(msgspec.Struct, frozen=True, array_like=True):
    """What a name might mean but was not taken to: the name of the other actor, a score (0-1) and why in words."""

    name: str
    score: float
    why: str


class ActorReading(msgspec.Struct, frozen=True, array_like=True):
    """What a name means on some days only: from `start` until `end` (inclusive, `None` open) it is `canonical`."""

    start: dt.date | None
    end: dt.date | None
    canonical: str
    key: str


#: Score of a link that names nobody ("rebels", "X-backed militias"): claims under one such key need not be of one body.
DESCRIBED = 0.3


class ActorLink(msgspec.Struct, frozen=True):
    """What `name` was taken to be in one document: the registry's `canonical` name (`None`: not in the registry) and `key`,
    the folded name that claims of one actor share; `score` is 0-1.

    `tie` says how a described actor hangs on the named one ("backed by", "loyal to") and `tied` is that one's key. `candidates` are
    who else it might be; `readings` what it means on which days, where that depends on the day.
    """

    document: str
    name: str
    key: str
    canonical: str | None = None
    score: float = 0.0
    why: str = ""
    tie: str = ""
    tied: str = ""
    candidates: tuple[ActorCandidate, ...] = ()
    readings: tuple[ActorReading, ...] = ()

    def standing(self, document: str, candidates: tuple[ActorCandidate, ...]) -> ActorLink:
        """The same link in another document, with other candidates. (Spelt out: a pile has a hundred thousand links.)"""
        named = (self.name, self.key, self.canonical, self.score, self.why)
        return ActorLink(document, *named, self.tie, self.tied, candidates, self.readings)

    def on(self, day: dt.date | None) -> ActorLink:
        """The link as it is on that day (itself, where no day matters or no reading holds then)."""
        if day is None:
            return self
        for reading in self.readings:
            if (reading.start is None or reading.start <= day) and (reading.end is None or day <= reading.end):
                return msgspec.structs.replace(self, canonical=reading.canonical, key=reading.key)
        return self
