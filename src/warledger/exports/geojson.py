"""`geojson`: one feature a placed event (RFC 7946: WGS 84, longitude first). A point only where the place itself is known."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from warledger.exports.events import disputes_of, event, in_order
from warledger.exports.geometry import in_words, polygon
from warledger.exports.lines import line
from warledger.records.event import Happening
from warledger.records.place import PlaceLink
from warledger.records.state import State

#: The UCDP `where_prec` code of an exact place.
_EXACT = 1


def export_geojson(state: State, *, everything: bool = False) -> Iterator[str]:
    """A FeatureCollection, one feature a line. Events without a place are left out.

    The geometry is a point for `where_prec` 1, else the area the words mean, else none: `geometry_is` says which (`place`, `area`,
    `somewhere in the area`, `not drawn`), `extent` how large the area is taken to be, `within` the divisions and the country.
    """
    disputed = disputes_of(state.disputes)
    placed = [h for h in in_order(state.happenings) if h.lat is not None and h.lon is not None]
    yield '{"type":"FeatureCollection","features":[\n'
    for index, happening in enumerate(placed):
        properties = event(happening, disputed)
        point = [properties.pop("lon"), properties.pop("lat")]
        link = state.links.place(*happening.placed_by) if happening.placed_by else None
        geometry, told = _geometry(happening, link, point)
        properties.update(told)
        feature = {"type": "Feature", "id": properties.pop("id"), "geometry": geometry, "properties": properties}
        comma = "," if index + 1 < len(placed) else ""
        yield line(feature).rstrip("\n") + comma + "\n"
    yield "]}\n"


def _geometry(happening: Happening, link: PlaceLink | None, point: list[float]) -> tuple[dict[str, Any] | None, dict[str, Any]]:
    """The geometry and what it is. No area is drawn as the point of the place it is named after."""
    within = link.within if link else {}
    shape = link.shape if link else None
    if happening.where_prec == _EXACT:
        return {"type": "Point", "coordinates": point}, {"geometry_is": "place", "extent": None, "within": within}
    if shape is None:
        return None, {"geometry_is": "not drawn", "extent": None, "within": within}
    kind = "somewhere in the area" if shape.somewhere else "area"
    return polygon(shape), {"geometry_is": kind, "extent": in_words(shape), "within": within}
