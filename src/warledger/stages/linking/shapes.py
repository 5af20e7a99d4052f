"""The area a resolved phrase means, where its words or the gazetteer say how large it is; no size is made up for the rest."""

from __future__ import annotations

from warledger.base.geodesy import distance_km, midpoint
from warledger.base.similarity import fold_name
from warledger.records.place import Place
from warledger.records.place_words import PlaceWords
from warledger.records.shape import Ring, Shape, Strip
from warledger.stages.linking.phrases import Phrase

_AREAS = frozenset({"country", "admin1", "admin2", "area"})
_EXACT, _NEAR, _DISTRICT, _WIDE = 1, 2, 3, 5
# "northern X" of a town that names a division too reaches no farther than this, however large the division.
_SIDE_KM = 60.0
# The land between two places is as wide, to either side of the line, as this share of its length; a line is named by its ends where
# they lie closer than `where_prec` 2 reaches.
_WIDTH = 0.25


def shape_of(place: Place, precision: int, phrase: Phrase, words: PlaceWords, namesake: Place | None = None) -> Shape | None:
    """The area, or `None` for an exact place, a whole country, waters, and areas whose size is not known. `namesake` is the division
    that bears the town's name, if there is one."""
    if precision == _EXACT or precision > _WIDE or (place.kind == "country" and not phrase.directed):
        return None
    span = _span(place, precision, phrase, words, namesake)
    if span is None:
        return None
    filled = place.kind in _AREAS or phrase.filled
    return Ring(place.lat, place.lon, span[0], span[1], phrase.bearing, words.half_deg, not filled)


def _span(place: Place, precision: int, phrase: Phrase, words: PlaceWords, namesake: Place | None) -> tuple[float, float] | None:
    if place.kind == "country":
        return (0.0, place.radius_km) if place.radius_km and phrase.bearing is not None else None
    if place.kind in _AREAS:
        known = place.radius_km or (words.near_km if place.kind == "admin2" else 0.0)
        return (0.0, known) if known else None
    if phrase.ring is not None:
        return phrase.ring
    if precision == _NEAR:
        return 0.0, words.near_km
    if precision == _DISTRICT and phrase.directed:
        return 0.0, min(namesake.radius_km, _SIDE_KM) if namesake and namesake.radius_km else words.near_km
    return None


def line_between(first: Place, second: Place, word: str, words: PlaceWords) -> tuple[Place, int, Strip]:
    """What runs or lies between two places: as a place of its own (its point halfway), its UCDP code (a line is 5 when its ends lie
    more than 25 km apart, else 2), and its strip. The order of the two is no matter."""
    one, other = sorted((first, second), key=lambda p: p.id)
    length = distance_km(one.lat, one.lon, other.lat, other.lon)
    lat, lon = midpoint(one.lat, one.lon, other.lat, other.lon)
    part = words.same.get(word, word)
    country = one.country if one.country == other.country else ""
    name = f"{one.name}-{other.name} {part}"
    place = Place(f"line:{one.id}:{other.id}:{fold_name(part).replace(' ', '-')}", name, "area", country, lat, lon, source=one.source)
    half = words.line_half_km if word in words.lines else max(words.line_half_km, _WIDTH * length)
    strip = Strip(one.lat, one.lon, other.lat, other.lon, half, word in words.lines)
    return place, _WIDE if length > words.near_km else _NEAR, strip
