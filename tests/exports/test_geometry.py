"""Areas drawn hold the points they should: checked against a plain point-in-polygon test."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from warledger.base.geodesy import destination
from warledger.exports.geometry import in_words, polygon
from warledger.records.shape import Ring, Shape, Strip

DEGREES = st.floats(0, 359)


def crossings(ring: list[list[float]], lon: float, lat: float) -> int:
    """How often a ray to the east crosses the ring."""
    pairs = pairwise(ring)
    return sum((y1 > lat) != (y2 > lat) and lon < (x2 - x1) * (lat - y1) / (y2 - y1) + x1 for (x1, y1), (x2, y2) in pairs)


def drawn(geometry: dict[str, Any], lat: float, lon: float) -> bool:
    parts = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    east = (lon + 180.0) % 360.0 - 180.0
    return any(sum(crossings(ring, east, lat) for ring in part) % 2 for part in parts)


def area(ring: list[list[float]]) -> float:
    """Twice the signed area in square degrees: positive when counter-clockwise."""
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(ring))


@given(st.floats(-60, 60), st.floats(-180, 180), st.floats(5, 60), DEGREES, DEGREES, st.floats(0, 1.6))
def test_a_sector_is_drawn_where_it_lies(lat: float, lon: float, outer: float, bearing: float, way: float, share: float) -> None:
    ring = Ring(lat, lon, 0.4 * outer, outer, bearing)
    north, east = destination(lat, lon, way, share * outer)
    off = abs((way - bearing + 180) % 360 - 180)
    assume(abs(share - 1) > 0.02 and abs(share - 0.4) > 0.02 and abs(off - 45) > 3)
    assume(abs(abs(lon) - 180) > 2)  # a part cut off at the date line loses the precision of its corners there
    assert drawn(polygon(ring), north, east) == ring.holds(north, east) == (0.4 < share < 1 and off < 45)


SHAPES = [Ring(10, 20, 0, 25), Ring(10, 20, 2, 25), Ring(-60, 20, 5, 10, 270.0), Strip(1, 1, 2, 2, 5)]


@pytest.mark.parametrize("shape", [*SHAPES, Ring(10, 179.9, 0, 50), Ring(10, -179.9, 0, 50)])
def test_outer_rings_run_counter_clockwise_closed_and_on_the_globe(shape: Shape) -> None:
    geometry = polygon(shape)
    parts = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    for outer, *holes in parts:
        assert area(outer) > 0 and all(area(hole) < 0 for hole in holes)
        assert all(ring[0] == ring[-1] and len(ring) >= 4 for ring in (outer, *holes))
        assert all(-180 <= x <= 180 and -90 <= y <= 90 for x, y in outer)


def test_what_crosses_the_date_line_is_drawn_on_both_sides() -> None:
    geometry = polygon(Ring(10, 179.9, 0, 50))
    assert geometry["type"] == "MultiPolygon" and len(geometry["coordinates"]) == 2
    assert drawn(geometry, 10, 179.7) and drawn(geometry, 10, -179.8) and not drawn(geometry, 10, 178)


def test_a_strip_holds_its_line_and_no_more() -> None:
    strip = Strip(10, 10, 10, 11, 5)
    geometry = polygon(strip)
    for lat, lon, held in ((10.0, 10.5, True), (10.04, 10.5, True), (10.06, 10.5, False), (10.0, 9.9, False), (10.0, 11.1, False)):
        assert drawn(geometry, lat, lon) == strip.holds(lat, lon) == held


def test_in_words() -> None:
    assert in_words(Ring(0, 0, 16, 24, 180.0)) == "16 to 24 km from the point, to the south"
    assert in_words(Ring(0, 0, 0, 25)) == "within 25 km of the point"
    assert in_words(Strip(0, 0, 1, 1, 5)) == "within 5 km of the line between the two ends"
