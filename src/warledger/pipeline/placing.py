"""Every place name of the reports: what it was taken to be, how sure and why, what else it might be; and the names without a place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from warledger.base.similarity import fold_name
from warledger.exports.geometry import in_words
from warledger.pipeline.view import View
from warledger.records.place import Place, PlaceLink
from warledger.records.reason import Reason

_KINDS = {"admin1": "first-order division", "admin2": "second-order division", "populated": "town", "feature": "feature"}


class NamedPlace(msgspec.Struct, frozen=True):
    """One name and one thing it was taken to be: in how many documents, and the link with the best score among them."""

    name: str
    documents: int
    example: str
    link: PlaceLink


class Unplaced(msgspec.Struct, frozen=True):
    """How many names, in how many documents, have no place for one reason."""

    reason: Reason
    names: int
    documents: int


class Placing(msgspec.Struct, frozen=True):
    """`placed` by place, then name; `unplaced` the most used first; `reasons` the commonest first."""

    placed: tuple[NamedPlace, ...]
    unplaced: tuple[NamedPlace, ...]
    reasons: tuple[Unplaced, ...]


def placing_of(view: View, wanted: str = "") -> Placing:
    """The names of the reports and their places; with `wanted`, those in which that name occurs (folded), or whose place has it."""
    groups: dict[tuple[Any, ...], list[PlaceLink]] = defaultdict(list)
    for (document, name), link in view.state.links.places.items():
        if document in view.names and _asked(link, fold_name(wanted)):
            groups[name, link.key, link.precision, link.reason].append(link)
    found = [_named(view, links) for links in groups.values()]
    unplaced = sorted((n for n in found if n.link.place is None), key=lambda n: (-n.documents, n.name, n.link.reason or ""))
    placed = sorted((n for n in found if n.link.place is not None), key=_in_order)
    return Placing(tuple(placed), tuple(unplaced), _reasons(unplaced))


def described(place: Place, within: Mapping[str, str] | None = None) -> str:
    """The place for people: its name, kind and what it lies in."""
    kind = _KINDS.get(place.kind, place.kind)
    around = [name for kind, name in (within or {}).items() if kind != "country"]
    return ", ".join((place.name, kind, *around, *([place.country] if place.country else [])))


def placing_objects(placing: Placing) -> Iterable[dict[str, Any]]:
    """One object a name and thing it was taken to be, placed ones first."""
    for named in (*placing.placed, *placing.unplaced):
        link = named.link
        yield {
            "name": named.name,
            "documents": named.documents,
            "place": _object(link.place) if link.place else None,
            "where_prec": link.precision if link.place else None,
            "part": link.part,
            "extent": in_words(link.shape) if link.shape else None,
            "within": link.within,
            "score": link.score,
            "why": link.why,
            "reason": link.reason.value if link.reason else None,
            "candidates": [{**_object(c.place), "score": c.score, "why": c.why} for c in link.candidates],
        }


def _asked(link: PlaceLink, folded: str) -> bool:
    names = (link.name, link.place.name) if link.place else (link.name,)
    return any(f" {folded} " in f" {fold_name(name)} " for name in names) if folded else True


def _named(view: View, links: list[PlaceLink]) -> NamedPlace:
    best = min(links, key=lambda k: (-k.score, k.document))
    return NamedPlace(best.name, len(links), min(view.names[k.document] for k in links), best)


def _in_order(named: NamedPlace) -> tuple[str, ...]:
    place = named.link.place
    return (place.country, place.name, named.link.key, named.name) if place else ()


def _reasons(unplaced: list[NamedPlace]) -> tuple[Unplaced, ...]:
    groups: dict[Reason, list[NamedPlace]] = defaultdict(list)
    for named in unplaced:
        groups[named.link.reason or Reason.NO_PLACE].append(named)
    found = (Unplaced(reason, len(names), sum(n.documents for n in names)) for reason, names in groups.items())
    return tuple(sorted(found, key=lambda u: (-u.names, u.reason)))


def _object(place: Place) -> dict[str, Any]:
    keys = ("id", "name", "kind", "country", "lat", "lon", "population")
    return {key: getattr(place, key) for key in keys}
