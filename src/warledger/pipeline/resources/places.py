"""Places: where things are told to have happened, and who held them."""

from __future__ import annotations

import datetime as dt

import msgspec

from warledger.base.errors import Ambiguous, NotFound
from warledger.base.similarity import fold_name
from warledger.pipeline.holding import holding_of
from warledger.pipeline.resources.catalogue import Catalogue, PlaceEntry
from warledger.pipeline.resources.evidence import Evidence, evidence
from warledger.pipeline.resources.pages import Page, Wanted, page_of
from warledger.pipeline.resources.refs import event_row, place_ref
from warledger.pipeline.resources.shapes import EventRow, PlaceRef, Shape
from warledger.pipeline.resources.sides import side_of, sides_of
from warledger.records.control import Assertion, PlaceControl, Spell
from warledger.records.place import PlaceLink
from warledger.stages.control.fading import known_days

#: Candidates of a name that are shown.
_CANDIDATES = 8


class PlaceRow(Shape, frozen=True):
    """A place in a list: `kind` and `country` (ISO 3166 alpha-2) as the gazetteer has them, how much is told of it."""

    place: PlaceRef
    key: str
    kind: str | None
    country: str | None
    records: int
    events: int
    control: bool


class PlacePage(Page[PlaceRow], frozen=True):
    """A page of places."""


class Candidate(Shape, frozen=True):
    """What a name might have been taken for, with the score (0 to 1) and the reasons."""

    name: str
    kind: str
    country: str
    lat: float
    lon: float
    score: float
    why: str


class AccountOut(Shape, frozen=True):
    """One side where sources disagree: who holds the place by this account, and how many independent sources give it."""

    holder: str
    sources: int
    evidence: tuple[str, ...]


class SpellOut(Shape, frozen=True):
    """Who held the place from `since` until before `until` (`None`: open), as assessed by a `rule`; `side` is the holder's on the first of
    these days, `heard` the last day any report spoke for it. On a day in none of the stretches `known` (first and last day) it is too
    long ago that any source spoke of it: the place is unknown then."""

    holder: str | None
    side: str | None
    status: str
    since: dt.date | None
    until: dt.date | None
    heard: dt.date | None
    why: str
    rule: str
    evidence: tuple[str, ...]
    accounts: tuple[AccountOut, ...]
    known: tuple[tuple[dt.date, dt.date], ...]


class ClaimedHolder(Shape, frozen=True):
    """A holder somebody claims, since no source that is no party says so. `part` is set where only a part of the place is claimed, or only
    that it was entered."""

    holder: str
    side: str | None
    by: str
    day: dt.date | None
    part: str
    evidence: tuple[str, ...]


class HoldRow(Shape, frozen=True):
    """Who holds one place on a day, assessed and claimed."""

    place: PlaceRef
    on: dt.date | None
    assessed: SpellOut
    claimed: tuple[ClaimedHolder, ...]


class ControlMap(Shape, frozen=True):
    """Who holds what on a day: every place whose control somebody reports."""

    on: dt.date | None
    known: dt.date | None
    places: tuple[HoldRow, ...]


class SideSince(Shape, frozen=True):
    """The side a holder is on from that day (`None`: from the beginning) until the next one."""

    since: dt.date | None
    side: str | None


class TimedSpell(SpellOut, frozen=True):
    """A spell with what its answer for a day is told from: its holder's side over time, as a holder may change sides while it holds a
    place, and the days for which each independent source speaks for it (first and last day)."""

    sides: tuple[SideSince, ...]
    told: tuple[tuple[dt.date, dt.date], ...]


class PlaceSpells(Shape, frozen=True):
    """Who held one place over time, as assessed and as claimed, in order."""

    place: PlaceRef
    spells: tuple[TimedSpell, ...]
    claimed: tuple[ClaimedHolder, ...]


class SpellMap(Shape, frozen=True):
    """Who held what over time: what the map of any day is drawn from. The spell of a day is the last that began by then and has not
    ended; on a day that none of its `known` stretches holds, the place is unknown. Of `claimed` the last of each claimant by that day
    counts, for the place and for each part."""

    half_life_days: int
    known: dt.date | None
    places: tuple[PlaceSpells, ...]


class Place(Shape, frozen=True):
    """One place. `spells` are its control over time, `holds` that on the day asked for (`None`: nobody says who held it); `evidence`
    holds the cards of all records these name. Events are the latest ones; the rest is at `events?place=ID`."""

    row: PlaceRow
    names: tuple[str, ...]
    why: str
    gazetteer_name: str | None
    population: int | None
    candidates: tuple[Candidate, ...]
    holds: HoldRow | None
    spells: tuple[SpellOut, ...]
    claimed: tuple[ClaimedHolder, ...]
    evidence: tuple[Evidence, ...]
    events: tuple[EventRow, ...]
    more_events: int


#: Events a place's own resource lists.
_EVENTS = 100


def place_page(catalogue: Catalogue, text: str, page: Wanted) -> PlacePage:
    """The places whose spellings hold the words, those named most first.

    Raises:
        UsageError: a cursor of another list.
    """
    words = fold_name(text).split()
    found = [p for p in catalogue.places.values() if all(any(w in fold_name(n) for n in p.names) for w in words)]
    items, after = page_of(found, page, lambda p: p.id)
    return PlacePage(tuple(_row(catalogue, p) for p in items), len(found), after)


def control_map(catalogue: Catalogue, on: dt.date | None) -> ControlMap:
    """Who holds what on that day (default: the latest published one)."""
    view, day = catalogue.view, catalogue.view.on(on)
    by_key = {p.key: p for p in catalogue.places.values()}
    rows = (_hold(catalogue, by_key[c.key], c, day) for c in view.state.control if c.key in by_key)
    return ControlMap(day, view.state.known, tuple(sorted(rows, key=lambda r: (r.place.name, r.place.id))))


def spell_map(catalogue: Catalogue) -> SpellMap:
    """Every place whose control somebody reports, with its whole history."""
    view, by_key = catalogue.view, {p.key: p for p in catalogue.places.values()}
    rows = (_spells(catalogue, by_key[c.key], c) for c in view.state.control if c.key in by_key)
    return SpellMap(view.monitor.settings.half_life_days, view.state.known, tuple(sorted(rows, key=lambda r: (r.place.name, r.place.id))))


def _spells(catalogue: Catalogue, entry: PlaceEntry, control: PlaceControl) -> PlaceSpells:
    spells = tuple(_timed(catalogue, s) for s in control.spells)
    return PlaceSpells(place_ref(entry), spells, tuple(_claimed(catalogue, a) for a in control.claimed))


def _timed(catalogue: Catalogue, spell: Spell) -> TimedSpell:
    sides = tuple(SideSince(since, side) for since, side in sides_of(catalogue, spell.holder))
    told = tuple((t.start, t.end) for t in spell.told)
    return TimedSpell(**msgspec.structs.asdict(_spell(catalogue, spell)), sides=sides, told=told)


def find_place(catalogue: Catalogue, wanted: str) -> PlaceEntry:
    """The place of that id, gazetteer id or name.

    Raises:
        NotFound: no such place.
        Ambiguous: several of that name; they are listed.
    """
    if wanted in catalogue.places:
        return catalogue.places[wanted]
    folded = fold_name(wanted)
    found = [p for p in catalogue.places.values() if p.key == wanted or folded in map(fold_name, p.names)]
    if len(found) == 1:
        return found[0]
    if found:
        listed = ", ".join(f"{p.id} ({p.key})" for p in found[:12])
        raise Ambiguous(f'"{wanted}" may be {len(found)} places', mend=f"Say which by its id: {listed}")
    raise NotFound(f'no record names a place "{wanted}"', mend="`places` lists those there are")


def place_named(catalogue: Catalogue, name: str) -> PlaceRef | None:
    """The place of that name that most is told of; `None` when no record names one so."""
    found = next((p for p in catalogue.places.values() if name in p.names), None)
    return place_ref(found) if found else None


def place(catalogue: Catalogue, wanted: str, on: dt.date | None) -> Place:
    """The place in full, `holds` on that day (default: the latest published one).

    Raises:
        NotFound, Ambiguous: as `find_place`.
    """
    entry = find_place(catalogue, wanted)
    control = catalogue.control.get(entry.key)
    link = entry.link
    spot = link.place if link else None
    told = catalogue.at_place.get(entry.id, ())
    spells = tuple(_spell(catalogue, s) for s in control.spells) if control else ()
    claimed = tuple(_claimed(catalogue, a) for a in control.claimed) if control else ()
    named = dict.fromkeys(r for held in ((s.evidence for s in spells), (c.evidence for c in claimed)) for records in held for r in records)
    latest = sorted(told, key=lambda h: (h.end or h.start or dt.date.min, h.id), reverse=True)
    return Place(
        row=_row(catalogue, entry),
        names=entry.names,
        why=link.why if link else "",
        gazetteer_name=spot.name if spot else None,
        population=(spot.population or None) if spot else None,
        candidates=candidates_of(link),
        holds=_hold(catalogue, entry, control, catalogue.view.on(on)) if control else None,
        spells=spells,
        claimed=claimed,
        evidence=tuple(evidence(catalogue, catalogue.view.by_id[r]) for r in named if r in catalogue.view.by_id),
        events=tuple(event_row(catalogue, h) for h in latest[:_EVENTS]),
        more_events=max(0, len(latest) - _EVENTS),
    )


def _row(catalogue: Catalogue, entry: PlaceEntry) -> PlaceRow:
    spot = entry.link.place if entry.link else None
    return PlaceRow(
        place=place_ref(entry),
        key=entry.key,
        kind=spot.kind if spot else None,
        country=(spot.country or None) if spot else None,
        records=len(entry.claims),
        events=len(catalogue.at_place.get(entry.id, ())),
        control=entry.key in catalogue.control,
    )


def _hold(catalogue: Catalogue, entry: PlaceEntry, control: PlaceControl, on: dt.date | None) -> HoldRow:
    holding = holding_of(catalogue.view, control, entry.names[0], on)
    claimed = tuple(_claimed(catalogue, a) for a in holding.claimed)
    return HoldRow(place_ref(entry), on, _spell(catalogue, holding.assessed, on), claimed)


def _spell(catalogue: Catalogue, spell: Spell, on: dt.date | None = None) -> SpellOut:
    side = side_of(catalogue, spell.holder, on or spell.since or spell.heard)
    half_life = catalogue.view.monitor.settings.half_life_days
    return SpellOut(
        holder=spell.holder,
        side=side,
        status=spell.status.value,
        since=spell.since,
        until=spell.until,
        heard=spell.heard,
        why=spell.why,
        rule=spell.rule.value,
        evidence=spell.evidence,
        accounts=tuple(AccountOut(a.holder, a.sources, a.evidence) for a in spell.accounts),
        known=known_days(spell, half_life),
    )


def _claimed(catalogue: Catalogue, assertion: Assertion) -> ClaimedHolder:
    side = side_of(catalogue, assertion.holder, assertion.day or catalogue.view.state.on)
    return ClaimedHolder(assertion.holder, side, assertion.by, assertion.day, assertion.part, assertion.evidence)


def candidates_of(link: PlaceLink | None) -> tuple[Candidate, ...]:
    """What a name might have been taken for, the likeliest first."""
    found = link.candidates[:_CANDIDATES] if link else ()
    return tuple(Candidate(c.place.name, c.place.kind, c.place.country, c.place.lat, c.place.lon, round(c.score, 4), c.why) for c in found)
