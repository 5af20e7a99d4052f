"""The monitor's actors by every name they bear: who is meant by a name on a day, and on which side that actor then was."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

import msgspec

from warledger.base.similarity import fold_name
from warledger.records.actor import Actor, Alias, Change

_ARTICLE = re.compile(r"^(?:the|a|an|its|their|his)\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s?(?=\s|$)")


@lru_cache(maxsize=1 << 16)
def fold_actor(name: str) -> str:
    """The folded name without a leading article and without possessive endings."""
    return fold_name(_POSSESSIVE.sub("", _ARTICLE.sub("", name.strip())))


class Bearer(msgspec.Struct, frozen=True):
    """An actor that bears a name, and from when until when (inclusive, `None` open)."""

    actor: Actor
    start: dt.date | None = None
    end: dt.date | None = None

    @property
    def dated(self) -> bool:
        """Whether it bore the name on some days only."""
        return self.start is not None or self.end is not None

    def bore(self, day: dt.date) -> bool:
        """Whether it bore the name on that day."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


class Registry(msgspec.Struct, frozen=True):
    """The actors by folded name, and by folded registry name alone. The empty default knows nobody."""

    by_name: dict[str, tuple[Bearer, ...]] = {}
    actors: dict[str, Actor] = {}

    def bearers(self, name: str) -> tuple[Bearer, ...]:
        """Who bears the name at any time, in order of registry name and start."""
        return self.by_name.get(fold_actor(name), ())

    def on(self, name: str, day: dt.date | None) -> tuple[Actor, ...]:
        """Who is meant by the name on that day.

        Dates only choose between several bearers: a name that one actor alone ever bore is that actor's on any day. More than one:
        the name does not tell (nobody's day, or without a day).
        """
        return _distinct(borne_on(self.bearers(name), day))

    def actor(self, name: str) -> Actor | None:
        """The actor of that registry name."""
        return self.actors.get(fold_actor(name))

    def side(self, name: str, day: dt.date | None) -> str | None:
        """The side of the named actor on that day; `None` when the registry does not say, or its bearers stood on several sides."""
        sides = {self.side_of(actor, day) for actor in self.on(name, day)}
        return sides.pop() if len(sides) == 1 else None

    def side_of(self, actor: Actor, day: dt.date | None) -> str | None:
        """The actor's own side on that day, else that of the body it then was part of or had gone into."""
        return next((side for body in (actor, *self.wider(actor, day)) if (side := body.side_on(day)) is not None), None)

    def wider(self, actor: Actor, day: dt.date | None) -> Iterator[Actor]:
        """The bodies the actor was part of on that day, the nearest first; a body it joined counts from the day it did."""
        seen, waiting = {actor.name}, [actor]
        while waiting:
            for name in _bodies(waiting.pop(0), day):
                body = self.actor(name) or next(iter(self.on(name, day)), None)
                if body is not None and body.name not in seen:
                    seen.add(body.name)
                    waiting.append(body)
                    yield body


def make_registry(actors: Iterable[Actor]) -> Registry:
    """The registry of the actors, in whatever order they are given. Of two entries with one registry name the first counts."""
    listed: dict[str, Actor] = {}
    for actor in actors:
        listed.setdefault(fold_actor(actor.name), actor)
    named: dict[str, dict[tuple[str, str, str], Bearer]] = defaultdict(dict)
    for actor in listed.values():
        for alias in _names(actor):
            named[fold_actor(alias.name)][actor.name, str(alias.start), str(alias.end)] = Bearer(actor, alias.start, alias.end)
    return Registry({form: tuple(held[key] for key in sorted(held)) for form, held in named.items() if form}, listed)


def borne_on(bearers: tuple[Bearer, ...], day: dt.date | None) -> tuple[Bearer, ...]:
    """Those of the bearers who bore the name on that day. All of them, where they are one actor, where there is no day, or where
    nobody bore it then."""
    if day is None or len({b.actor.name for b in bearers}) < 2:
        return bearers
    return tuple(b for b in bearers if b.bore(day)) or bearers


def _names(actor: Actor) -> Iterator[Alias]:
    """Every name with the days it held. One without days of its own holds as long as the actor existed."""
    dated = {fold_actor(alias.name) for alias in actor.called}
    for name in (actor.name, *actor.aliases):
        if fold_actor(name) not in dated:
            yield Alias(name, actor.start, actor.end)
    yield from actor.called


def _bodies(actor: Actor, day: dt.date | None) -> Iterator[str]:
    body = actor.part_of_on(day)
    if body is not None:
        yield body
    for past in actor.history:
        if past.how is Change.JOINED and (past.on is None or day is None or past.on <= day):
            yield past.actor


def _distinct(bearers: Iterable[Bearer]) -> tuple[Actor, ...]:
    return tuple({b.actor.name: b.actor for b in bearers}.values())
