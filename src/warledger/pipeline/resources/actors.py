"""Actors: under which names they appear, on whose side, what they had and did, and with whom and against whom."""

from __future__ import annotations

import datetime as dt
from collections import Counter

from warledger.base.errors import Ambiguous, NotFound, UsageError
from warledger.base.similarity import fold_name
from warledger.exports.names import actor_names
from warledger.pipeline.actors import profile
from warledger.pipeline.resources.catalogue import ActorEntry, Catalogue
from warledger.pipeline.resources.links import actor_id, href
from warledger.pipeline.resources.pages import EVERYTHING, Page, Wanted, page_of
from warledger.pipeline.resources.refs import event_row
from warledger.pipeline.resources.series import SeriesFilter, SeriesRow, series_page
from warledger.pipeline.resources.shapes import ActorRef, Cite, EventRow, Shape
from warledger.records.claim import Event
from warledger.records.keys import actor_key
from warledger.records.profile import Loss, Profile
from warledger.records.relation import Evidence, Relation, Tie

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


class NameSpan(Shape, frozen=True):
    """A name it bore, or a body it was part of, from and until (inclusive; `None`: open), as `actors.toml` says."""

    name: str
    start: dt.date | None
    end: dt.date | None


class Spelling(Shape, frozen=True):
    """A name reports use for it, in how many records, and of which days the first and the last of these tell (`None`: none is dated)."""

    name: str
    records: int
    first: dt.date | None
    last: dt.date | None


class Met(Shape, frozen=True):
    """Another actor on the other side of (or beside it in) events, and in how many."""

    actor: ActorRef
    events: int


class SideGuessed(Shape, frozen=True):
    """A side that only its relations speak for, with a score (0 to 1) and why: nobody decided it."""

    side: str
    score: float
    why: str


class Past(Shape, frozen=True):
    """A change in its history, as `actors.toml` says: it was `renamed`, `merged` or `split` from the other actor, or `joined` it."""

    how: str
    actor: ActorRef
    on: dt.date | None


class MayBe(Shape, frozen=True):
    """An actor it may be the same as: never merged."""

    actor: ActorRef
    score: float
    why: str


class LossRow(Shape, frozen=True):
    """A count of its own killed, injured, captured or otherwise lost, as one source gives it for one event or (`running`) a period.
    Losses are never added up."""

    measure: str
    group: str
    low: float | None
    high: float | None
    start: dt.date | None
    end: dt.date | None
    places: tuple[str, ...]
    by: tuple[str, ...]
    source: str
    origin: str
    event: str | None
    running: bool
    modality: str
    cite: Cite


class RelationRow(Shape, frozen=True):
    """How it stands to another: it `fights` it, `backs` it, is `backed by` it, or fights `beside` it; so many records of so many
    independent sources say so."""

    tie: str
    actor: ActorRef
    records: int
    sources: int
    first: dt.date | None
    last: dt.date | None
    evidence: tuple[Cite, ...]


class Actor(Shape, frozen=True):
    """One actor. `relations` say whom it fights and backs; `against` and `beside` count events whose records put others opposite it or
    in its own row. `guesses` are sides where `actors.toml` names none; `called` are names it bore for a time, `bodies` what it was part of.
    Events are the latest ones; the rest is at `events?actor=ID`."""

    row: ActorRow
    part_of: ActorRef | None
    spellings: tuple[Spelling, ...]
    sides: tuple[SideSpan, ...]
    guesses: tuple[SideGuessed, ...]
    called: tuple[NameSpan, ...]
    bodies: tuple[NameSpan, ...]
    members: tuple[ActorRef, ...]
    history: tuple[Past, ...]
    maybe: tuple[MayBe, ...]
    losses: tuple[LossRow, ...]
    relations: tuple[RelationRow, ...]
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
    told = _profile(catalogue, entry, on)
    latest = sorted(catalogue.by_actor.get(entry.id, ()), key=lambda h: (h.end or h.start or dt.date.min, h.id), reverse=True)
    against, beside = _met(catalogue, entry)
    registered = entry.registered
    body = registered.part_of_on(catalogue.view.on(on)) if registered else None
    return Actor(
        row=_row(catalogue, entry),
        part_of=_named(catalogue, body) if body else None,
        spellings=_spellings(entry),
        sides=tuple(SideSpan(s.name, s.start, s.end) for s in registered.sides) if registered else (),
        guesses=tuple(SideGuessed(g.side, g.score, g.why) for g in told.guesses) if told else (),
        called=tuple(NameSpan(a.name, a.start, a.end) for a in registered.called) if registered else (),
        bodies=tuple(NameSpan(b.name, b.start, b.end) for b in told.part_of) if told else (),
        members=tuple(_named(catalogue, name) for name in told.members) if told else (),
        history=tuple(Past(h.how.value, _named(catalogue, h.actor), h.on) for h in told.history) if told else (),
        maybe=tuple(MayBe(_named(catalogue, m.name), round(m.score, 4), m.why) for m in told.maybe) if told else (),
        losses=tuple(_loss(catalogue, loss) for loss in told.losses) if told else (),
        relations=tuple(_relation(catalogue, entry, r) for r in told.relations) if told else (),
        series=series_page(catalogue, SeriesFilter(actor=entry.id, on=on), EVERYTHING).items,
        against=against,
        beside=beside,
        events=tuple(event_row(catalogue, h) for h in latest[:_EVENTS]),
        more_events=max(0, len(latest) - _EVENTS),
    )


def _spellings(entry: ActorEntry) -> tuple[Spelling, ...]:
    days: dict[str, list[dt.date]] = {}
    for claim in entry.claims:
        for name in actor_names(claim):
            days.setdefault(name, []).extend([claim.day] if claim.day else ())
    return tuple(Spelling(n, count, min(days.get(n, ()), default=None), max(days.get(n, ()), default=None)) for n, count in entry.spellings)


def _profile(catalogue: Catalogue, entry: ActorEntry, on: dt.date | None) -> Profile | None:
    """What the record tells of it; `None` for a description that fits several."""
    try:
        return profile(catalogue.view, entry.name, on)
    except UsageError:
        return None


def _loss(catalogue: Catalogue, loss: Loss) -> LossRow:
    event = href("event", loss.happening) if loss.happening in catalogue.happenings else None
    return LossRow(
        loss.measure, loss.group, loss.low, loss.high, loss.start, loss.end, loss.places, loss.by, loss.source, loss.origin, event,
        loss.running, loss.modality, _cite(catalogue, loss.words),
    )  # fmt: skip


def _relation(catalogue: Catalogue, entry: ActorEntry, relation: Relation) -> RelationRow:
    is_one = relation.one_key == entry.key
    tie = "backed by" if relation.tie is Tie.BACKS and not is_one else relation.tie.value
    other, key = (relation.other, relation.other_key) if is_one else (relation.one, relation.one_key)
    known = actor_id(key) if actor_id(key) in catalogue.actors else None
    ref = ActorRef(other, known, href("actor", known) if known else None)
    cites = tuple(_cite(catalogue, e) for e in relation.evidence)
    return RelationRow(tie, ref, relation.records, relation.sources, relation.first, relation.last, cites)


def _cite(catalogue: Catalogue, e: Evidence) -> Cite:
    document = href("document", catalogue.view.by_id[e.record].document)
    return Cite(e.record, href("explain", e.record), document, e.doc, e.start, e.end, e.source)


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
