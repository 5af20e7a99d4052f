"""Areas that phrases of place mean, as few numbers: part of a ring around a point, or a strip between two points.

They are drawn as polygons only on the way out (`exports/geometry.py`). None of them is a boundary: they say where a thing can have
been, given the words and the gazetteer.
"""

from __future__ import annotations

import msgspec

from warledger.base.geodesy import bearing_deg, distance_km, turn_deg


class Ring(msgspec.Struct, frozen=True, tag="ring"):
    """From `inner_km` to `outer_km` around a point (WGS 84 degrees), all round, or only within `half_deg` of `bearing` (0 north, 90
    east) where that is given. An inner radius of 0 makes it a circle or a sector. `somewhere`: what is meant lies somewhere in it, and
    does not fill it ("20 km south of X", against "the outskirts of X")."""

    lat: float
    lon: float
    inner_km: float
    outer_km: float
    bearing: float | None = None
    half_deg: float = 45.0
    somewhere: bool = False

    def holds(self, lat: float, lon: float) -> bool:
        """Whether a point lies in it."""
        km = distance_km(self.lat, self.lon, lat, lon)
        if not self.inner_km <= km <= self.outer_km:
            return False
        return self.bearing is None or km == 0.0 or turn_deg(bearing_deg(self.lat, self.lon, lat, lon), self.bearing) <= self.half_deg


class Strip(msgspec.Struct, frozen=True, tag="strip"):
    """Everything within `half_km` of the line between two points, its ends cut square. `somewhere` as in `Ring`."""

    lat1: float
    lon1: float
    lat2: float
    lon2: float
    half_km: float
    somewhere: bool = False

    def holds(self, lat: float, lon: float) -> bool:
        """Whether a point lies in it. Worked out on a plane: good to a percent up to some hundred kilometres."""
        whole = distance_km(self.lat1, self.lon1, self.lat2, self.lon2)
        first, second = distance_km(self.lat1, self.lon1, lat, lon), distance_km(self.lat2, self.lon2, lat, lon)
        if whole == 0.0:
            return first <= self.half_km
        along = (first**2 - second**2 + whole**2) / (2 * whole)
        return 0.0 <= along <= whole and first**2 - along**2 <= self.half_km**2


Shape = Ring | Strip
