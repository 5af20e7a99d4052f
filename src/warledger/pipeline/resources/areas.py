"""The areas that names of places mean, for drawing: no pin stands for an area."""

from __future__ import annotations

from typing import Literal

import msgspec

from warledger.exports.geometry import in_words, polygon
from warledger.pipeline.resources.catalogue import Catalogue
from warledger.pipeline.resources.refs import place_ref
from warledger.pipeline.resources.shapes import PlaceRef, Shape
from warledger.records import shape as shapes

#: What each part of a polygon is made of: corners as longitude and latitude, the first again as the last.
Corner = tuple[float, float]
Line = tuple[Corner, ...]


class Polygons(Shape, frozen=True):
    """A GeoJSON geometry (RFC 7946): polygons, each an outline and its holes, of longitude and latitude in degrees."""

    type: Literal["MultiPolygon"]
    coordinates: tuple[tuple[Line, ...], ...]


class PlaceArea(Shape, frozen=True):
    """A place whose name means an area: `extent` says in words how large it is taken to be; `somewhere` that what is meant lies somewhere
    in it and does not fill it. It is no boundary: whoever has that of a province finds it by the `key`, the gazetteer's id."""

    place: PlaceRef
    key: str
    extent: str
    somewhere: bool
    geometry: Polygons


class AreaMap(Shape, frozen=True):
    """Every place that is an area of known size. A happening or a holder there belongs to the area, where `where_prec` is not 1."""

    places: tuple[PlaceArea, ...]


def area_map(catalogue: Catalogue, decimals: int | None = None) -> AreaMap:
    """The areas, by name. With `decimals`, the points they are drawn around are rounded first: the corners of a circle would give away
    its middle more exactly than each of them is given."""
    named = ((p, p.link.shape) for p in catalogue.places.values() if p.link and p.link.shape)
    made = (
        PlaceArea(place_ref(p), p.key, in_words(shape), shape.somewhere, _polygons(shape if decimals is None else _coarse(shape, decimals)))
        for p, shape in named
    )
    return AreaMap(tuple(sorted(made, key=lambda area: (area.place.name, area.place.id))))


def _coarse(shape: shapes.Shape, decimals: int) -> shapes.Shape:
    names = ("lat", "lon") if isinstance(shape, shapes.Ring) else ("lat1", "lon1", "lat2", "lon2")
    return msgspec.structs.replace(shape, **{name: round(getattr(shape, name), decimals) for name in names})


def _polygons(shape: shapes.Shape) -> Polygons:
    drawn = polygon(shape)
    parts = [drawn["coordinates"]] if drawn["type"] == "Polygon" else drawn["coordinates"]
    return Polygons("MultiPolygon", tuple(tuple(tuple((x, y) for x, y in line) for line in part) for part in parts))
