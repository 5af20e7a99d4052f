"""Whether the best candidate is believed. A wrong place is worse than none: whoever sees none can look; a wrong one is passed on.

Most villages are in no list, and most names of villages are borne by others elsewhere. So a bearer of the name in the right country is
not enough where the report names other places there and none of them is near.
"""

from __future__ import annotations

from collections.abc import Sequence

from warledger.base.geodesy import distance_km
from warledger.base.similarity import consonants, fold_name, plain_name, skeleton
from warledger.records.place import Place, PlaceCandidate
from warledger.records.reason import Reason
from warledger.stages.linking.score import bears, nearness
from warledger.stages.linking.surroundings import Surroundings

# Below this a reading is no more than a coincidence of names.
_ACCEPTED = 0.46
# A country fits when other names speak for it, clearly so for a place's lesser-known name; next to the report's places a faint
# voice is enough. A bearer without either must be a country, a water, or a city people abroad know: by its own name, or by another
# that hardly anything else bears if it is a metropolis.
_FITS, _FITS_CLEARLY, _FAINT, _NEXT_TO, _CITY, _METROPOLIS, _NEARLY_ALL = 0.1, 0.3, 0.02, 0.5, 100_000, 1_000_000, 0.95
# At home a place must lie so near another place of the report, or in the province of one; but not a town of some size known by its own
# name or the only one of its name, nor a smaller one that is both.
_LOCAL_KM, _TOWN, _SMALL_TOWN = 75.0, 20_000, 10_000
# Two readings this close are two readings; within a country they must also lie apart.
_MARGIN_ABROAD, _MARGIN_INLAND, _APART_KM = 0.05, 0.015, 50.0
# Of two villages of one name neither is meant for sure unless one has so many times the people, or so much more to say for it.
_MUCH_LARGER, _MARGIN_NAMESAKES = 8, 0.2
# Resembling names: measured on 30 names, wrong ones score 86-89 and right ones 89-97, so that neither bound decides alone.
_RESEMBLING, _RESEMBLING_CLOSELY, _NEAR_ENOUGH, _CONSONANTS = 88.0, 93.0, 0.6, 3


def doubt(name: str, ranked: Sequence[PlaceCandidate], around: Surroundings) -> tuple[Reason, str] | None:
    """Why the best of the candidates is not believed; `None` when it is."""
    best = ranked[0]
    told = "one place is so named" if len(around.rivals) <= 1 else f"{len(around.rivals)} places are so named"
    if best.score < _ACCEPTED or not _fits(name, best.place, around):
        return Reason.ELSEWHERE, f"{told}, none where the reports are set"
    if not _local(name, best.place, around):
        return Reason.ELSEWHERE, f"{told} there, but far from the report's other places"
    for rival in ranked[1:]:
        if _rivals(best, rival) or _namesakes(best, rival, around):
            either = f"{best.place.name} ({best.place.country}) or {rival.place.name} ({rival.place.country})"
            return Reason.AMBIGUOUS, f"{either}: nothing in the reports tells which"
    return None


def resembles(name: str, place: Place, similarity: float, around: Surroundings) -> bool:
    """Whether a place whose name is only alike (`similarity` 0-100) may be meant: there must be more than the likeness to say so."""
    if not (around.held or _is_near(place, around)):
        return False
    if similarity >= _RESEMBLING_CLOSELY:
        return True
    shared = consonants(fold_name(name))
    same = len(shared) >= _CONSONANTS and shared == consonants(fold_name(place.name))
    return same and similarity >= _RESEMBLING and (around.held or nearness(place, around).value >= _NEAR_ENOUGH)


def _fits(name: str, place: Place, around: Surroundings) -> bool:
    fit = around.fits.get(place.country, 0.0)
    if around.held:
        return True
    if (around.common and not _is_near(place, around)) or ((around.hidden or around.thing) and fit < _FITS_CLEARLY):
        return place.source == "monitor"
    if _known_everywhere(name, place, around):
        return True
    least = _FITS if bears(name, place) and place.population >= _TOWN else _FITS_CLEARLY
    if fit >= least or (fit >= _FAINT and nearness(place, around).value >= _NEXT_TO):
        return True
    return _as_listed(name) == _as_listed(place.name) and place.population >= _CITY


def _local(name: str, place: Place, around: Surroundings) -> bool:
    if around.held or place.kind in ("admin1", "area") or not around.at_home(place.country):
        return True
    if around.thing:
        return place.source == "monitor" or _is_near(place, around)
    if _known_everywhere(name, place, around):
        return True
    told = (_spelt_alike(name, place), _alone(place, around))
    if (place.population >= _TOWN and any(told)) or (place.population >= _SMALL_TOWN and all(told)):
        return True
    return _is_near(place, around)


def _alone(place: Place, around: Surroundings) -> bool:
    """Whether no other town of its country bears the name."""
    towns = (rival for rival in around.rivals if rival.kind == "populated" and rival.country == place.country)
    return not any(rival.id != place.id for rival in towns)


def _as_listed(name: str) -> tuple[bool, str]:
    """Whether it has an article, and the name without it, spelt as it is."""
    plain, folded = plain_name(name).split(), fold_name(name).split()
    article = len(plain) > len(folded)
    return article, " ".join(plain[1:] if article else plain)


def _spelt_alike(name: str, place: Place) -> bool:
    """Whether it is the place's main name, give or take the vowels its romanisations differ by."""
    one, other = fold_name(name), fold_name(place.name)
    shared = skeleton(consonants(one))
    return one == other or (len(shared) >= _CONSONANTS and shared == skeleton(consonants(other)))


def _is_near(place: Place, around: Surroundings) -> bool:
    """Near another place of the report, or in the province of one."""
    home = {(anchor.country, anchor.admin1) for anchor in around.anchors if anchor.admin1 and anchor.kind != "country"}
    return (place.country, place.admin1) in home or any(gap <= _LOCAL_KM for gap in around.gaps(place)[:1])


def _known_everywhere(name: str, place: Place, around: Surroundings) -> bool:
    """A country, a water, a place of the user's own list; a metropolis by its own name, or by one that is as good as its own."""
    if place.kind == "country" or not place.country or place.source == "monitor":
        return True
    people = sum(rival.population for rival in around.rivals if rival.kind == "populated")
    if place.population < _METROPOLIS:
        return False
    return bears(name, place) or (place.population >= _NEARLY_ALL * people and around.fits.get(place.country, 0.0) >= _FAINT)


def _namesakes(best: PlaceCandidate, other: PlaceCandidate, around: Surroundings) -> bool:
    """Whether two villages of one name have about as much to say for them: all that tells them apart is how many live there."""
    place, rival = best.place, other.place
    if place.source == "monitor" or place.population >= _CITY or (place.country, place.kind) != (rival.country, rival.kind):
        return False
    apart = distance_km(place.lat, place.lon, rival.lat, rival.lon) > _APART_KM
    as_near = around.held or _is_near(place, around) == _is_near(rival, around)
    alike = best.score - other.score < _MARGIN_NAMESAKES
    return apart and as_near and alike and place.population < _MUCH_LARGER * max(rival.population, 1)


def _rivals(best: PlaceCandidate, other: PlaceCandidate) -> bool:
    gap = best.score - other.score
    if best.place.country != other.place.country:
        return gap < _MARGIN_ABROAD
    inland = gap < _MARGIN_INLAND and best.place.kind == other.place.kind != "country"
    return inland and distance_km(best.place.lat, best.place.lon, other.place.lat, other.place.lon) > _APART_KM
