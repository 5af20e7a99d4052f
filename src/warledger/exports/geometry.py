"""Areas as GeoJSON polygons (RFC 7946): WGS 84, longitude first, rings counter-clockwise, cut where they cross the 180th meridian."""

from __future__ import annotations

from typing import Any

from warledger.base.geodesy import bearing_deg, destination
from warledger.records.shape import Ring, Shape, Strip

Point = tuple[float, float]  # longitude and latitude, degrees

#: Degrees between the corners of an arc: at 25 km a corner every 2 km.
_STEP = 5.0
#: Decimals of a degree: about 10 m, finer than any of these areas is known.
_DECIMALS = 4
_DATE_LINE = 180.0
_WINDS = ("north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west")


def polygon(shape: Shape) -> dict[str, Any]:
    """The shape as a GeoJSON geometry: a Polygon, or a MultiPolygon where it crosses the 180th meridian."""
    outline, hole = (_corners(shape), ()) if isinstance(shape, Strip) else _outlines(shape)
    parts = [[_closed(part), *([_closed(inner[::-1])] if inner else [])] for part, inner in _cut(outline, hole)]
    if len(parts) == 1:
        return {"type": "Polygon", "coordinates": parts[0]}
    return {"type": "MultiPolygon", "coordinates": parts}


def in_words(shape: Shape) -> str:
    """The shape as people say it: "16 to 24 km from the point, to the south"."""
    if isinstance(shape, Strip):
        return f"within {shape.half_km:g} km of the line between the two ends"
    told = f"{shape.inner_km:g} to {shape.outer_km:g} km from the point" if shape.inner_km else f"within {shape.outer_km:g} km of the point"
    if shape.bearing is None:
        return told
    return f"{told}, to the {_WINDS[round(shape.bearing / 45) % 8]}"


def _outlines(ring: Ring) -> tuple[tuple[Point, ...], tuple[Point, ...]]:
    """The outer edge, and the hole of a whole ring. Bearings run anticlockwise, as the outer edge of a polygon must."""
    if ring.bearing is None:
        return _arc(ring, ring.outer_km, 360.0, _STEP), _arc(ring, ring.inner_km, 360.0, _STEP) if ring.inner_km else ()
    start, end = ring.bearing + ring.half_deg, ring.bearing - ring.half_deg
    outer = _arc(ring, ring.outer_km, start, end)
    inner = _arc(ring, ring.inner_km, start, end)[::-1] if ring.inner_km else ((ring.lon, ring.lat),)
    return (*outer, *inner), ()


def _arc(ring: Ring, km: float, start: float, end: float) -> tuple[Point, ...]:
    steps = max(1, round((start - end) / _STEP))
    return tuple(_point(ring.lat, ring.lon, start + (end - start) * i / steps, km) for i in range(steps + 1))


def _corners(strip: Strip) -> tuple[Point, ...]:
    ends = ((strip.lat1, strip.lon1), (strip.lat2, strip.lon2))
    way = bearing_deg(*ends[0], *ends[1])
    right, left = way + 90.0, way - 90.0
    corners = ((ends[0], left), (ends[0], right), (ends[1], right), (ends[1], left))
    return tuple(_point(lat, lon, side, strip.half_km) for (lat, lon), side in corners)


def _point(lat: float, lon: float, bearing: float, km: float) -> Point:
    north, east = destination(lat, lon, bearing, km)
    return round(east, _DECIMALS), round(north, _DECIMALS)


def _cut(outline: tuple[Point, ...], hole: tuple[Point, ...]) -> list[tuple[list[Point], list[Point]]]:
    """The outline in parts that stay between -180 and 180 degrees. A ring that crosses loses its hole: it would no longer be one."""
    across = [edge for edge in (-_DATE_LINE, _DATE_LINE) if any(p[0] > edge for p in outline) and any(p[0] < edge for p in outline)]
    if not across:
        return [(list(outline), list(hole))]
    edge = across[0]
    east = [(x - 360.0 if edge > 0 else x, y) for x, y in _side(outline, edge, 1)]
    west = [(x if edge > 0 else x + 360.0, y) for x, y in _side(outline, edge, -1)]
    return [(east, []), (west, [])]


def _side(outline: tuple[Point, ...], edge: float, sign: int) -> list[Point]:
    """The part of the outline on one side of a meridian (Sutherland and Hodgman's clipping, one edge)."""
    kept: list[Point] = []
    for before, after in zip((outline[-1], *outline[:-1]), outline, strict=True):
        if (before[0] - edge) * (after[0] - edge) < 0:
            share = (edge - before[0]) / (after[0] - before[0])
            kept.append((edge, round(before[1] + share * (after[1] - before[1]), _DECIMALS)))
        if (after[0] - edge) * sign >= 0:
            kept.append(after)
    return kept


def _closed(ring: list[Point]) -> list[Point]:
    return [*ring, ring[0]] if ring[0] != ring[-1] else ring
