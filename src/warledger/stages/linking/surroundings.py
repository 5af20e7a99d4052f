"""What a candidate is judged against: the countries the reports are set in, and the other places of its report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from warledger.base.geodesy import distance_km
from warledger.records.place import Place

# To a division that a report names it is so far from anywhere in it, and so much farther from outside it than to its edge.
_INSIDE_KM, _OUTSIDE_KM = 25.0, 100.0
_WIDE = frozenset({"country", "area"})


class Surroundings(msgspec.Struct, frozen=True):
    """`fits`: country -> fit (0-1); `anchors`: the places resolved elsewhere in the report; `rivals`: all bearers of the name;
    `held`: whether the phrase itself says what the place lies in, and the gazetteer knows that; `hidden`: it says so, but of something
    the gazetteer does not know; `common`: whether the name is also a word of everyday English, or a people's; `thing`:
    whether something is meant that may only be called after the place."""

    fits: Mapping[str, float]
    anchors: Sequence[Place] = ()
    rivals: Sequence[Place] = ()
    held: bool = False
    hidden: bool = False
    common: bool = False
    thing: bool = False

    def gaps(self, place: Place) -> list[float]:
        """Kilometres to each of the report's other places, nearest first; those without a point of their own are left out."""
        return sorted(gap_km(place, anchor) for anchor in self.anchors if anchor.kind not in _WIDE)

    def at_home(self, country: str) -> bool:
        """Whether the report names other places in the country, by which nearness can be told."""
        return any(anchor.country == country and anchor.kind not in _WIDE for anchor in self.anchors)


def gap_km(place: Place, anchor: Place) -> float:
    """How far apart two places are; to a division, how far from its listed towns."""
    km = distance_km(place.lat, place.lon, anchor.lat, anchor.lon)
    if anchor.kind not in ("admin1", "admin2"):
        return km
    if (place.country, place.admin1) == (anchor.country, anchor.admin1) and anchor.kind == "admin1":
        return min(km, _INSIDE_KM)
    return max(0.0, km - anchor.radius_km) + _OUTSIDE_KM
