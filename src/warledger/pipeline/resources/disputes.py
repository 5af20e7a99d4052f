"""Lists of disputes: filtered, a page at a time, with a few words of each side."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable

from warledger.base.similarity import fold_name
from warledger.exports.names import actor_names, place_names
from warledger.pipeline.citing import says_who, short
from warledger.pipeline.resources.called import actors_called, places_called
from warledger.pipeline.resources.catalogue import Catalogue
from warledger.pipeline.resources.links import href, place_id
from warledger.pipeline.resources.pages import Page, Wanted, page_of
from warledger.pipeline.resources.refs import actor_ref, place_ref
from warledger.pipeline.resources.shapes import ActorRef, Cite, PlaceRef, Shape
from warledger.records.claim import Claim
from warledger.records.dispute import Dispute
from warledger.records.keys import place_key

#: Characters of a side's words that a list shows.
_QUOTE = 400


class DisputeSide(Shape, frozen=True):
    """One side: the words of its first record, who says so, and how many records it has in all."""

    quote: str
    said_by: str
    records: int
    citation: Cite


class DisputeRow(Shape, frozen=True):
    """A disagreement in a list. `real` is false for differences of scope, time or wording; `sure` (0 to 1) is how sure it is. `start` to
    `end` are the days its records tell of (`None`: undated), `places` and `actors` whom they name, `event` the happening of the first
    record that is part of one."""

    id: str
    type: str
    real: bool
    why: str
    sure: float
    start: dt.date | None
    end: dt.date | None
    event: str | None
    places: tuple[PlaceRef, ...]
    actors: tuple[ActorRef, ...]
    a: DisputeSide
    b: DisputeSide


class DisputePage(Page[DisputeRow], frozen=True):
    """A page of disputes."""


class DisputeFilter(Shape, frozen=True):
    """Which disputes are wanted; an empty field asks for nothing. `types` are any of these types; `place` and `actor` ids or names that a
    record names; `start` and `end` days its records must touch; `on` asks for what had begun by then; `text` for words in the reason
    or the quotes."""

    types: tuple[str, ...] = ()
    place: str = ""
    actor: str = ""
    start: dt.date | None = None
    end: dt.date | None = None
    on: dt.date | None = None
    real: bool | None = None
    text: str = ""


def dispute_page(catalogue: Catalogue, wanted: DisputeFilter, page: Wanted) -> DisputePage:
    """The disputes that pass the filter: the real ones first, of those the surest.

    Raises:
        UsageError: a cursor of another list.
    """
    tests = [made for make in _TESTS if (made := make(catalogue, wanted)) is not None]
    found = [d for d in catalogue.view.state.disputes if all(test(d) for test in tests)]
    found.sort(key=lambda d: (not d.real, -d.sure, d.id))
    items, after = page_of(found, page, lambda d: d.id)
    return DisputePage(tuple(_row(catalogue, d) for d in items), len(found), after)


_Test = Callable[[Dispute], bool]


def _of_type(_: Catalogue, wanted: DisputeFilter) -> _Test | None:
    types = {t.casefold() for t in wanted.types}
    return (lambda d: d.type.casefold() in types) if types else None


def _that_are_real(_: Catalogue, wanted: DisputeFilter) -> _Test | None:
    asked = wanted.real
    return (lambda d: d.real is asked) if asked is not None else None


def _at_place(catalogue: Catalogue, wanted: DisputeFilter) -> _Test | None:
    return _with_records(c for p in places_called(catalogue, wanted.place) for c in p.claims) if wanted.place else None


def _by_actor(catalogue: Catalogue, wanted: DisputeFilter) -> _Test | None:
    return _with_records(c for a in actors_called(catalogue, wanted.actor) for c in a.claims) if wanted.actor else None


def _with_records(claims: Iterable[Claim]) -> _Test:
    held = {c.id for c in claims}
    return lambda d: not held.isdisjoint((*d.a, *d.b))


def _in_time(catalogue: Catalogue, wanted: DisputeFilter) -> _Test | None:
    first, last = wanted.start, wanted.end
    if first is None and last is None:
        return None

    def touches(dispute: Dispute) -> bool:
        start, end = _days(catalogue, dispute)
        return start is not None and end is not None and (last is None or start <= last) and (first is None or end >= first)

    return touches


def _by_then(catalogue: Catalogue, wanted: DisputeFilter) -> _Test | None:
    on = wanted.on
    if on is None:
        return None

    def begun(dispute: Dispute) -> bool:
        start, _ = _days(catalogue, dispute)
        return start is None or start <= on

    return begun


def _with_words(catalogue: Catalogue, wanted: DisputeFilter) -> _Test | None:
    words = fold_name(wanted.text).split()

    def holds(dispute: Dispute) -> bool:
        said = fold_name(" ".join((dispute.type, dispute.why, *(c.quote for c in _claims(catalogue, dispute)))))
        return all(word in said for word in words)

    return holds if words else None


_TESTS = (_of_type, _that_are_real, _at_place, _by_actor, _in_time, _by_then, _with_words)


def _row(catalogue: Catalogue, dispute: Dispute) -> DisputeRow:
    claims = _claims(catalogue, dispute)
    start, end = _days(catalogue, dispute)
    homes = (catalogue.happening_of.get(c.id) for c in claims)
    event = next((href("event", h.id) for h in homes if h), None)
    return DisputeRow(
        id=dispute.id,
        type=dispute.type,
        real=dispute.real,
        why=dispute.why,
        sure=round(dispute.sure, 2),
        start=start,
        end=end,
        event=event,
        places=_places(catalogue, claims),
        actors=_actors(catalogue, claims),
        a=_side(catalogue, dispute.a),
        b=_side(catalogue, dispute.b),
    )


def _side(catalogue: Catalogue, records: tuple[str, ...]) -> DisputeSide:
    view = catalogue.view
    claim = view.by_id[records[0]]
    witness = view.state.witnesses[claim.document]
    span, document = claim.span, href("document", claim.document)
    cite = Cite(claim.id, href("explain", claim.id), document, witness.doc, span.start, span.end, witness.publisher)
    return DisputeSide(short(claim.quote, _QUOTE), says_who(view, claim), len(records), cite)


def _claims(catalogue: Catalogue, dispute: Dispute) -> list[Claim]:
    return [catalogue.view.by_id[r] for r in (*dispute.a, *dispute.b)]


def _days(catalogue: Catalogue, dispute: Dispute) -> tuple[dt.date | None, dt.date | None]:
    """The first and the last day its records tell of; an open end closes on the other."""
    times = [c.time for c in _claims(catalogue, dispute) if c.time is not None]
    days = [day for t in times for day in (t.start, t.end) if day is not None]
    return min(days, default=None), max(days, default=None)


def _places(catalogue: Catalogue, claims: list[Claim]) -> tuple[PlaceRef, ...]:
    links = catalogue.view.state.links
    named = (place_id(place_key(links, c.document, name)) for c in claims for name in place_names(c))
    return tuple(place_ref(catalogue.places[i]) for i in dict.fromkeys(named) if i in catalogue.places)


def _actors(catalogue: Catalogue, claims: list[Claim]) -> tuple[ActorRef, ...]:
    """Each actor once, under the name the first of the records has for it."""
    found = (actor_ref(catalogue, c, name) for c in claims for name in actor_names(c))
    return tuple({ref.id or ref.name: ref for ref in reversed(list(found))}.values())[::-1]
