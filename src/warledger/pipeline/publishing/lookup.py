"""What the page needs to filter a published record by name and by actor without a server: names, and who is in which happening."""

from __future__ import annotations

from collections.abc import Callable

from warledger.pipeline.resources.catalogue import Catalogue
from warledger.pipeline.resources.events import EventFilter, event_page
from warledger.pipeline.resources.links import href
from warledger.pipeline.resources.pages import EVERYTHING
from warledger.pipeline.resources.shapes import Shape


class PlaceNames(Shape, frozen=True):
    """Every spelling of a place."""

    href: str
    names: tuple[str, ...]


class ActorNames(Shape, frozen=True):
    """Every name of an actor, and the happenings whose records name it: their numbers (from 0) in the columns of `map`."""

    href: str
    names: tuple[str, ...]
    events: tuple[int, ...]


class Lookup(Shape, frozen=True):
    """`latest` are the happenings from the one last known of to the first: their numbers in the columns of `map`."""

    places: tuple[PlaceNames, ...]
    actors: tuple[ActorNames, ...]
    latest: tuple[int, ...]


def lookup(catalogue: Catalogue, is_shown: Callable[[str], bool]) -> Lookup:
    """The lookup, without what is not `is_shown` by its address."""
    c, at = catalogue, {i: n for n, i in enumerate(catalogue.happenings)}
    places = (PlaceNames(href("place", p.id), p.names) for p in c.places.values())
    actors = (
        ActorNames(
            href("actor", a.id), tuple(dict.fromkeys((a.name, *dict(a.spellings)))), tuple(at[h.id] for h in c.by_actor.get(a.id, ()))
        )
        for a in c.actors.values()
    )
    latest = event_page(c, EventFilter(), "-known", EVERYTHING).items
    return Lookup(
        tuple(p for p in places if is_shown(p.href)), tuple(a for a in actors if is_shown(a.href)), tuple(at[row.id] for row in latest)
    )
