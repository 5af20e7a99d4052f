"""`actors.toml`: who fights, by every name reports use, with the days on which names, sides and memberships held."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from warledger.base.errors import UsageError
from warledger.pipeline.tables import convert, read_table
from warledger.records.actor import Actor, Alias, Change, Maybe, Membership, Past, Side

_Score = Annotated[float, msgspec.Meta(ge=0.0, le=1.0)]


class DatedTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A name, a side or a body, from and until (inclusive)."""

    name: str
    start: dt.date | None = None
    end: dt.date | None = None


class PastTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A change: how, which other actor, and when."""

    how: Literal["renamed", "merged", "split", "joined"]
    actor: str
    on: dt.date | None = None


class MaybeTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An actor that may be the same, and why."""

    actor: str
    why: str = ""
    score: _Score | None = None


class ActorTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One `[[actor]]`. `side` is short for one side without dates; an alias, and `part_of`, may be a name or a table with dates."""

    name: str
    aliases: tuple[str | DatedTable, ...] = ()
    side: str = ""
    sides: tuple[DatedTable, ...] = ()
    kind: str = ""
    part_of: str | tuple[DatedTable, ...] | None = None
    start: dt.date | None = None
    end: dt.date | None = None
    history: tuple[PastTable, ...] = ()
    maybe: tuple[str | MaybeTable, ...] = ()
    office: str = ""
    public: bool = False


class ActorsTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`actors.toml`."""

    actor: tuple[ActorTable, ...] = ()


def read_actors(path: Path) -> tuple[Actor, ...]:
    """The actors in the file; none when there is no such file.

    Raises:
        UsageError: it is no TOML, has an unknown key or a value of the wrong type, or days that end before they start.
    """
    entries = convert(read_table(path), ActorsTable, path).actor
    for number, entry in enumerate(entries, 1):
        _check(entry, f"{path}: actor {number} ({entry.name!r})")
    return tuple(_actor(entry) for entry in entries)


def _check(entry: ActorTable, where: str) -> None:
    if not entry.name.strip():
        raise UsageError(f"{where}: the name is empty", mend="Give the name the ledger shall show")
    dated = [a for a in (*entry.aliases, *entry.sides, *_bodies(entry)) if isinstance(a, DatedTable)]
    for name, start, end in ((entry.name, entry.start, entry.end), *((d.name, d.start, d.end) for d in dated)):
        if start is not None and end is not None and end < start:
            raise UsageError(f"{where}: {name!r} ends on {end}, before {start}", mend="Mend start or end")


def _bodies(entry: ActorTable) -> tuple[DatedTable, ...]:
    return entry.part_of if isinstance(entry.part_of, tuple) else ()


def _actor(entry: ActorTable) -> Actor:
    plain = (Side(entry.side),) if entry.side else ()
    return Actor(
        name=entry.name,
        aliases=tuple(a for a in entry.aliases if isinstance(a, str)),
        sides=(*plain, *(Side(s.name, s.start, s.end) for s in entry.sides)),
        kind=entry.kind,
        part_of=entry.part_of if isinstance(entry.part_of, str) else None,
        called=tuple(Alias(a.name, a.start, a.end) for a in entry.aliases if isinstance(a, DatedTable)),
        memberships=tuple(Membership(m.name, m.start, m.end) for m in _bodies(entry)),
        start=entry.start,
        end=entry.end,
        history=tuple(Past(Change(p.how), p.actor, p.on) for p in entry.history),
        maybe=tuple(Maybe(m) if isinstance(m, str) else Maybe(m.actor, m.why, m.score) for m in entry.maybe),
        office=entry.office,
        public=entry.public,
    )
