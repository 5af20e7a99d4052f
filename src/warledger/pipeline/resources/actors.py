"""Actors: under which names they appear, on whose side, what they had and did, and with whom and against whom."""

from __future__ import annotations

import datetime as dt
from collections import Counter

from warledger.base.errors import Ambiguous, NotFound
from warledger.base.similarity import fold_name
from warledger.pipeline.resources.catalogue import ActorEntry, Catalogue
from warledger.pipeline.resources.links import actor_id, href
from warledger.pipeline.resources.pages import EVERYTHING, Page, Wanted, page_of
from warledger.pipeline.resources.refs import event_row
from warledger.pipeline.resources.series import SeriesFilter, SeriesRow, series_page
from warledger.pipeline.resources.shapes import ActorRef, EventRow, Shape
from warledger.records.claim import Event
from warledger.records.keys import actor_key

#: Events an actor's own resource lists, and others it names.
_EVENTS, _OTHERS = 100, 50


class ActorRow(Shape, frozen=True):
    """An actor in a list. `named` is false for those only described ("gunmen"); `registered` says that `actors.toml` lists it; `side`
    is the one it was on at the day views default to."""

    id: str
    href: str
    name: str
    named: bool
    registered: bool
    kind: str | None
    side: str | None
    records: int
    events: int


class ActorPage(Page[ActorRow], frozen=True):
    """A page of actors."""


class SideSpan(Shape, frozen=True):
    """A side it took, from and until (inclusive; `None`: open), as `actors.toml` says."""

    name: str
    start: dt.date | None
    end: dt.date | None


class Spelling(Shape, frozen=True):
    """A name reports use for it, and in how many records."""

    name: str
    records: int


class Met(Shape, frozen=True):
    """Another actor on the other side of (or beside it in) events, and in how many."""

    actor: ActorRef
    events: int


class Actor(Shape, frozen=True):
    """One actor. `against` and `beside` count events whose records put others opposite it or in its own row. Events are the latest
    ones; the rest is at `events?actor=ID`."""

    row: ActorRow
    part_of: ActorRef | None
    spellings: tuple[Spelling, ...]
    sides: tuple[SideSpan, ...]
    series: tuple[SeriesRow, ...]
    against: tuple[Met, ...]
    beside: tuple[Met, ...]
    events: tuple[EventRow, ...]
    more_events: int


def actor_page(catalogue: Catalogue, text: str, *, described: bool, page: Wanted) -> ActorPage:
    """The actors whose names hold the words, those named most first; those only described only when asked for.

    Raises:
        UsageError: a cursor of another list.
    """
    words = fold_name(text).split()
    shown = [a for a in catalogue.actors.values() if described or not a.described]
    found = [a for a in shown if all(any(w in fold_name(n) for n, _ in (*a.spellings, (a.name, 0))) for w in words)]
    items, after = page_of(found, page, lambda a: a.id)
    return ActorPage(tuple(_row(catalogue, a) for a in items), len(found), after)


def find_actor(catalogue: Catalogue, wanted: str) -> ActorEntry:
    """The actor of that id or name.

    Raises:
        NotFound: no such actor.
        Ambiguous: several of that name; they are listed.
    """
    if wanted in catalogue.actors:
        return catalogue.actors[wanted]
    folded = fold_name(wanted)
    registered = catalogue.registry.get(folded)
    found = [a for a in catalogue.actors.values() if folded in (fold_name(a.name), a.key) or (registered and a.registered is registered)]
    found = found or [a for a in catalogue.actors.values() if folded in map(fold_name, dict(a.spellings))]
    if len(found) == 1:
        return found[0]
    if found:
        listed = ", ".join(f"{a.id} ({a.name})" for a in found[:12])
        raise Ambiguous(f'"{wanted}" may be {len(found)} actors', mend=f"Say which by its id: {listed}")
    raise NotFound(f'no record names an actor "{wanted}"', mend="`actors` lists those there are")


def actor(catalogue: Catalogue, wanted: str, on: dt.date | None) -> Actor:
    """The actor in full; events and series begun by that day.

    Raises:
        NotFound, Ambiguous: as `find_actor`.
    """
    entry = find_actor(catalogue, wanted)
    told = catalogue.by_actor.get(entry.id, ())
    latest = sorted(told, key=lambda h: (h.end or h.start or dt.date.min, h.id), reverse=True)
    against, beside = _met(catalogue, entry)
    registered = entry.registered
    body = registered.part_of_on(catalogue.view.on(on)) if registered else None
    return Actor(
        row=_row(catalogue, entry),
        part_of=_named(catalogue, body) if body else None,
        spellings=tuple(Spelling(*pair) for pair in entry.spellings),
        sides=tuple(SideSpan(s.name, s.start, s.end) for s in registered.sides) if registered else (),
        series=series_page(catalogue, SeriesFilter(actor=entry.id, on=on), EVERYTHING).items,
        against=against,
        beside=beside,
        events=tuple(event_row(catalogue, h) for h in latest[:_EVENTS]),
        more_events=max(0, len(latest) - _EVENTS),
    )


def _row(catalogue: Catalogue, entry: ActorEntry) -> ActorRow:
    registered = entry.registered
    return ActorRow(
        id=entry.id,
        href=href("actor", entry.id),
        name=entry.name,
        named=not entry.described,
        registered=registered is not None,
        kind=(registered.kind or None) if registered else None,
        side=registered.side_on(catalogue.view.state.on) if registered else None,
        records=len(entry.claims),
        events=len(catalogue.by_actor.get(entry.id, ())),
    )


def _named(catalogue: Catalogue, name: str) -> ActorRef:
    found = catalogue.named(name)
    return ActorRef(name, found, href("actor", found) if found else None)


def _met(catalogue: Catalogue, entry: ActorEntry) -> tuple[tuple[Met, ...], tuple[Met, ...]]:
    """(opposite it, beside it) over the happenings whose event records name it, each counted once a happening."""
    links = catalogue.view.state.links
    against: dict[str, set[str]] = {}
    beside: dict[str, set[str]] = {}
    for claim in entry.claims:
        content, happening = claim.content, catalogue.happening_of.get(claim.id)
        if not isinstance(content, Event) or happening is None:
            continue
        first, second = (
            [actor_id(actor_key(links, claim.document, n, claim.day)) for n in row] for row in (content.actors1, content.actors2)
        )
        for own, other in ((first, second), (second, first)):
            if entry.id in own:
                _count(against, other, happening.id, entry.id)
                _count(beside, own, happening.id, entry.id)
    return _ranked(catalogue, against), _ranked(catalogue, beside)


def _count(found: dict[str, set[str]], ids: list[str], happening: str, own: str) -> None:
    for i in ids:
        if i != own:
            found.setdefault(i, set()).add(happening)


def _ranked(catalogue: Catalogue, found: dict[str, set[str]]) -> tuple[Met, ...]:
    counts = Counter({i: len(held) for i, held in found.items() if i in catalogue.actors})
    ranked = sorted(counts.items(), key=lambda pair: (-pair[1], catalogue.actors[pair[0]].name, pair[0]))
    return tuple(Met(ActorRef(catalogue.actors[i].name, i, href("actor", i)), n) for i, n in ranked[:_OTHERS])
