"""`geojson`: one point feature a placed event (RFC 7946: WGS 84, longitude first)."""

from __future__ import annotations

from collections.abc import Iterator

from warledger.exports.events import disputes_of, event, in_order
from warledger.exports.lines import line
from warledger.records.state import State


def export_geojson(state: State, *, everything: bool = False) -> Iterator[str]:
    """A FeatureCollection, one feature a line. Events without coordinates are left out; `where_prec` says how exact a point is."""
    disputed = disputes_of(state.disputes)
    placed = [h for h in in_order(state.happenings) if h.lat is not None and h.lon is not None]
    yield '{"type":"FeatureCollection","features":[\n'
    for index, happening in enumerate(placed):
        properties = event(happening, disputed)
        point = {"type": "Point", "coordinates": [properties.pop("lon"), properties.pop("lat")]}
        feature = {"type": "Feature", "id": properties.pop("id"), "geometry": point, "properties": properties}
        comma = "," if index + 1 < len(placed) else ""
        yield line(feature).rstrip("\n") + comma + "\n"
    yield "]}\n"
