"""How far an area reaches, by the places that lie in it: no list of towns has boundaries."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import numpy as np

from warledger.base.geodesy import distance_km
from warledger.records.place import Place

#: Of the places in it, this share lies within an area's radius: one town entered in the wrong division must not swell it.
_SHARE = 0.95
#: An area with one listed place has a size too.
_LEAST_KM = 10.0


def with_radius(area: Place, places: Sequence[Place]) -> Place:
    """The area with the radius (km, rounded) that holds 95 in 100 of these places, 10 km at least; unchanged when there are none."""
    if not places:
        return area
    distances = sorted(distance_km(area.lat, area.lon, p.lat, p.lon) for p in places)
    radius = distances[max(0, int(np.ceil(_SHARE * len(distances))) - 1)]
    return msgspec.structs.replace(area, radius_km=float(round(max(radius, _LEAST_KM))))


def middle(places: Sequence[Place]) -> Place:
    """The place nearest to the median of them all: a point that lies inside, whatever the form of the area."""
    points = np.array([(p.lat, p.lon) for p in places])
    distance = ((points - np.median(points, axis=0)) ** 2).sum(axis=1)
    return places[int(distance.argmin())]
