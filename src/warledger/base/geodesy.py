"""Distances, bearings and destinations on a sphere (WGS 84 degrees, kilometres). Against the ellipsoid the error is under 0.6 %."""

from __future__ import annotations

from math import asin, atan2, cos, degrees, radians, sin, sqrt

#: Mean radius of the Earth.
EARTH_KM = 6371.0


def distance_km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Great-circle distance."""
    north, south, turn = radians(lat1), radians(lat2), radians(lon2 - lon1)
    chord = sin((south - north) / 2) ** 2 + cos(north) * cos(south) * sin(turn / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(chord)))


def bearing_deg(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """The direction one sets out in from the first point to the second: 0 north, 90 east; in [0, 360)."""
    here, there, turn = radians(lat1), radians(lat2), radians(lon2 - lon1)
    east = sin(turn) * cos(there)
    north = cos(here) * sin(there) - sin(here) * cos(there) * cos(turn)
    return degrees(atan2(east, north)) % 360.0


def destination(lat: float, lon: float, bearing: float, km: float) -> tuple[float, float]:
    """Latitude and longitude of the point so far off in that direction. The longitude runs on past 180 where the way does."""
    here, way, angle = radians(lat), radians(bearing), km / EARTH_KM
    there = asin(sin(here) * cos(angle) + cos(here) * sin(angle) * cos(way))
    turn = atan2(sin(way) * sin(angle) * cos(here), cos(angle) - sin(here) * sin(there))
    return degrees(there), lon + degrees(turn)


def turn_deg(a: float, b: float) -> float:
    """The angle between two bearings, 0-180."""
    return abs((a - b + 180.0) % 360.0 - 180.0)


def midpoint(lat1: float, lon1: float, lat2: float, lon2: float) -> tuple[float, float]:
    """The point halfway along the great circle."""
    return destination(lat1, lon1, bearing_deg(lat1, lon1, lat2, lon2), distance_km(lat1, lon1, lat2, lon2) / 2)
