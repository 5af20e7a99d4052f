"""Every resource of a record by its address: what a published folder holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

from warledger.pipeline.accuracy import Measured
from warledger.pipeline.publishing.index import search_index
from warledger.pipeline.publishing.lookup import lookup
from warledger.pipeline.resources.actors import actor, actor_page
from warledger.pipeline.resources.areas import area_map
from warledger.pipeline.resources.briefs import brief
from warledger.pipeline.resources.catalogue import Catalogue
from warledger.pipeline.resources.columns import columns
from warledger.pipeline.resources.days import days
from warledger.pipeline.resources.disputes import DisputeFilter, dispute_page
from warledger.pipeline.resources.documents import DocumentFilter, document, document_page
from warledger.pipeline.resources.event import event
from warledger.pipeline.resources.events import EventFilter, event_page
from warledger.pipeline.resources.explained import explained
from warledger.pipeline.resources.families import difference, family, family_page
from warledger.pipeline.resources.links import href
from warledger.pipeline.resources.method import gaps, method
from warledger.pipeline.resources.pages import MOST, Page, Wanted
from warledger.pipeline.resources.places import control_map, place, place_page, spell_map
from warledger.pipeline.resources.series import SeriesFilter, series_page
from warledger.pipeline.resources.sources import source, source_page

Written = tuple[str, msgspec.Struct]
_Paged = Callable[[Wanted], Page[msgspec.Struct]]


def resources(
    catalogue: Catalogue, accuracy: tuple[Measured, ...], is_shown: Callable[[str], bool], decimals: int | None = None
) -> Iterator[Written]:
    """(address, object) of every resource but `meta`, which is made last. Lists come in shards: `events`, `events.2`, ..., each naming
    the next. What is not `is_shown`, by its address, is not found by a search. With `decimals`, areas are drawn around points given no
    more finely."""
    c = catalogue
    yield "brief", brief(c, None, everything=True)
    yield "map", columns(c)
    yield "days", days(c, EventFilter())
    yield "areas", area_map(c, decimals)
    yield "control", control_map(c, None)
    yield "spells", spell_map(c)
    yield "gaps", gaps(c)
    yield "method", method(c, accuracy)
    yield "lookup", lookup(c, is_shown)
    for name, page in _lists(c).items():
        yield from _shards(name, page)
    yield from _things(c)
    yield from search_index(c, is_shown)


def _lists(c: Catalogue) -> dict[str, _Paged]:
    made: dict[str, Callable[[Wanted], object]] = {
        "events": lambda page: event_page(c, EventFilter(), "date", page),
        "disputes": lambda page: dispute_page(c, DisputeFilter(), page),
        "places": lambda page: place_page(c, "", page),
        "actors": lambda page: actor_page(c, "", described=True, page=page),
        "sources": lambda page: source_page(c, page),
        "families": lambda page: family_page(c, page),
        "documents": lambda page: document_page(c, DocumentFilter(), page),
        "series": lambda page: series_page(c, SeriesFilter(), page),
        "statements": lambda page: series_page(c, SeriesFilter(kinds=("statement",)), page),
        "agreements": lambda page: series_page(c, SeriesFilter(kinds=("agreement",)), page),
    }
    return made  # type: ignore[return-value]


def _shards(name: str, page: _Paged) -> Iterator[Written]:
    number, cursor = 1, ""
    while True:
        shard = page(Wanted(MOST, cursor))
        address = name if number == 1 else f"{name}.{number}"
        after, number = shard.next, number + 1
        yield address, msgspec.structs.replace(shard, next=f"{name}.{number}" if after else None)
        if not after:
            return
        cursor = after


def _things(c: Catalogue) -> Iterator[Written]:
    for i in c.happenings:
        # A folder holds one state: the address that outlives it leads nowhere there.
        yield href("event", i), msgspec.structs.replace(event(c, i), permanent=href("event", i))
    for claim in c.view.state.claims:
        yield href("explain", claim.id), explained(c, claim.id)
    for i in c.places:
        yield href("place", i), place(c, i, None)
    for i in c.actors:
        yield href("actor", i), actor(c, i, None)
    for i in c.sources:
        yield href("source", i), source(c, i)
    for i, held in c.family.items():
        yield href("family", i), family(c, i)
        for edge in held.edges:
            yield f"diff/{edge.origin}/{edge.copy}", difference(c, edge.origin, edge.copy)
    for i in c.documents:
        yield href("document", i), document(c, i)
