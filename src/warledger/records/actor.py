"""Actors: the monitor's registry, and what a name in a text was taken to be."""

from __future__ import annotations

import datetime as dt

import msgspec


class Side(msgspec.Struct, frozen=True):
    """On whose side an actor was, from and until (inclusive; `None` open)."""

    name: str
    start: dt.date | None = None
    end: dt.date | None = None


class Actor(msgspec.Struct, frozen=True):
    """One entry of `actors.toml`: the registry name, every other name, and the sides it took."""

    name: str
    aliases: tuple[str, ...] = ()
    sides: tuple[Side, ...] = ()
    kind: str = ""
    part_of: str | None = None

    def side_on(self, day: dt.date | None) -> str | None:
        """The side on that day; without a day, the side when there is only one."""
        if day is None:
            names = {s.name for s in self.sides}
            return names.pop() if len(names) == 1 else None
        for side in self.sides:
            if (side.start is None or side.start <= day) and (side.end is None or day <= side.end):
                return side.name
        return None


class ActorLink(msgspec.Struct, frozen=True):
    """What `name` was taken to be in one document: the registry's `canonical` name (`None`: not in the registry) and `key`,
    the folded name that claims of one actor share."""

    document: str
    name: str
    key: str
    canonical: str | None = None
    score: float = 0.0
    why: str = ""
