"""Which places and actors a filter means: those of an id, or every one that bears a name."""

from __future__ import annotations

from collections.abc import Iterator

from warledger.base.similarity import fold_name
from warledger.pipeline.resources.catalogue import ActorEntry, Catalogue, PlaceEntry


def places_called(catalogue: Catalogue, wanted: str) -> Iterator[PlaceEntry]:
    """The places of that id, gazetteer id or name; none, or several of one name."""
    folded = fold_name(wanted)
    return (p for p in catalogue.places.values() if wanted in (p.id, p.key) or folded in map(fold_name, p.names))


def actors_called(catalogue: Catalogue, wanted: str) -> Iterator[ActorEntry]:
    """The actors of that id or name; none, or several of one name."""
    folded = fold_name(wanted)
    return (a for a in catalogue.actors.values() if wanted == a.id or folded in map(fold_name, (a.name, *dict(a.spellings))))
