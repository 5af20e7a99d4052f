"""What lies in what, as far as lists of places can tell: by the codes of divisions where both have them, else by distance."""

from __future__ import annotations

from warledger.base.geodesy import distance_km
from warledger.base.similarity import fold_name
from warledger.records.place import Place, PlaceLink

#: A town whose size is not listed holds what lies so near, a district without listed towns so much.
_TOWN_KM, _DISTRICT_KM = 30.0, 40.0


def lies_in(place: Place, container: Place) -> bool:
    """Whether the place lies in the other, or is it. Unknown extents are taken for those of an ordinary town or district; a water or a
    part of the world without a country holds nothing for sure."""
    if place.id == container.id:
        return True
    if container.kind == "country":
        return place.country == container.country
    if not container.country or (place.country and place.country != container.country):
        return False
    if container.kind == "admin1":
        return place.kind != "country" and _same_division(place.admin1, container.admin1, container.name)
    if container.kind == "admin2" and place.admin2 and container.admin2:
        return _same_division(place.admin2, container.admin2, container.name)
    if place.kind in ("country", "admin1"):
        return False
    least = _DISTRICT_KM if container.kind == "admin2" else _TOWN_KM
    return distance_km(place.lat, place.lon, container.lat, container.lon) <= max(container.radius_km, least)


def contains(outer: PlaceLink, inner: PlaceLink) -> bool:
    """Whether what one name means lies in what the other means: a town in its province, a village in the countryside of a town. A place
    contains itself and its own parts; what is unplaced, and what only lies somewhere in an area, contains nothing."""
    if outer.place is None or inner.place is None:
        return False
    if not outer.part:
        return lies_in(inner.place, outer.place)
    if outer.key == inner.key:
        return True
    shape = outer.shape
    return shape is not None and not shape.somewhere and inner.precision == 1 and shape.holds(inner.place.lat, inner.place.lon)


def _same_division(code: str, other: str, name: str) -> bool:
    """Lists give codes or names; a name counts where it is the division's own."""
    return bool(code) and (code == other or fold_name(code) == fold_name(name))
