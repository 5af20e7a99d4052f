"""Every happening in columns, for the map and the time strip: one small object instead of thousands of rows."""

from __future__ import annotations

import datetime as dt

from warledger.pipeline.citing import firmest
from warledger.pipeline.resources.catalogue import Catalogue
from warledger.pipeline.resources.refs import is_disputed
from warledger.pipeline.resources.shapes import Shape
from warledger.records.crosswalk import disorder_of
from warledger.records.estimate import low_best_high
from warledger.records.event import Happening
from warledger.records.figure import Figure


class Columns(Shape, frozen=True):
    """All happenings in the order of the export; the n-th entry of each column is of the n-th one. `type`, `place` and `modality` are
    indices into `types`, `places` (ids; -1: none) and `modalities`; `kinds` gives the field's event type of each type. `killed_low` and
    `killed_high` are of the group of killed that most is said of (`None`: nobody counts any)."""

    id: tuple[str, ...]
    type: tuple[int, ...]
    start: tuple[dt.date | None, ...]
    end: tuple[dt.date | None, ...]
    place: tuple[int, ...]
    lat: tuple[float | None, ...]
    lon: tuple[float | None, ...]
    where_prec: tuple[int | None, ...]
    killed_low: tuple[float | None, ...]
    killed_high: tuple[float | None, ...]
    sources: tuple[int, ...]
    modality: tuple[int, ...]
    disputed: tuple[bool, ...]
    types: tuple[str, ...]
    kinds: tuple[str, ...]
    places: tuple[str, ...]
    names: tuple[str, ...]
    modalities: tuple[str, ...]


def columns(catalogue: Catalogue) -> Columns:
    """The columns."""
    found = tuple(catalogue.happenings.values())
    types = tuple(sorted({h.type for h in found}))
    places = tuple(sorted(set(catalogue.place_of.values())))
    firm = [firmest(catalogue.view.by_id[m] for m in h.members).value for h in found]
    modalities = tuple(sorted(set(firm)))
    at_type, at_place, at_modality = _at(types), _at(places), _at(modalities)
    dead = [_bounds(killed(h)) for h in found]
    return Columns(
        id=tuple(h.id for h in found),
        type=tuple(at_type[h.type] for h in found),
        start=tuple(h.start for h in found),
        end=tuple(h.end for h in found),
        place=tuple(at_place.get(catalogue.place_of.get(h.id, ""), -1) for h in found),
        lat=tuple(h.lat for h in found),
        lon=tuple(h.lon for h in found),
        where_prec=tuple(h.where_prec for h in found),
        killed_low=tuple(low for low, _ in dead),
        killed_high=tuple(high for _, high in dead),
        sources=tuple(len(h.sources) for h in found),
        modality=tuple(at_modality[m] for m in firm),
        disputed=tuple(is_disputed(catalogue, h) for h in found),
        types=types,
        kinds=tuple(disorder_of(t)[1] for t in types),
        places=places,
        names=tuple(catalogue.places[p].names[0] for p in places),
        modalities=modalities,
    )


def killed(happening: Happening) -> Figure | None:
    """The figure of the group of killed that most is said of; groups are not added up, as one may be part of another."""
    told = [f for f in happening.figures if f.measure == "killed" and (f.low is not None or f.high is not None)]
    return max(told, key=lambda f: (max(f.low or 0, f.high or 0), f.group), default=None)


def _bounds(figure: Figure | None) -> tuple[float | None, float | None]:
    if figure is None:
        return None, None
    views = low_best_high(figure)
    return (views.low, views.high) if views.sources else (figure.low, figure.high)


def _at(names: tuple[str, ...]) -> dict[str, int]:
    return {name: n for n, name in enumerate(names)}
