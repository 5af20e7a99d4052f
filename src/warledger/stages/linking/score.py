"""How well one gazetteer entry fits one name in one report: a table of features and weights, each feature with its words.

Weights were set by hand on names of several countries and hold the following together: a village of the right name in a country
of the reports beats a city of that name abroad; a metropolis named once needs no support; a village abroad is never believed
without any. `python -m eval --suite places` measures them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import exp, log10

import msgspec

from warledger.base.similarity import fold_name, plain_name
from warledger.records.place import Place, PlaceCandidate
from warledger.stages.linking.surroundings import Surroundings

WEIGHTS = {"name": 0.30, "country": 0.25, "near": 0.20, "share": 0.15, "size": 0.10}

_NEAR_KM = 150.0  # at this distance nearness has fallen to 1/e
_NEAREST = 3
_OTHER_NAME, _OTHER_SPELLING = 0.9, 0.97
_LARGEST = 7.0  # log10 of the population that counts in full
_FLOOR = 10  # people, where none are counted
_OPEN = 1_000_000  # what a water or a part of the world weighs beside towns that share its name
# A country's name is used for the country far more than for the towns that share it; a province's for its town far more than
# for the province, which reports call a province.
_USE = {"country": 3.0, "admin1": 0.02, "admin2": 0.02}


class Feature(msgspec.Struct, frozen=True):
    """0-1, and what it says in words."""

    value: float
    words: str


def score(name: str, place: Place, around: Surroundings, similarity: float = 100.0) -> PlaceCandidate:
    """The candidate with its score (0-1) and its reasons. `similarity` (0-100) is below 100 for names that only resemble."""
    features = {
        "name": _name(name, place, similarity),
        "country": _country(place, around.fits),
        "near": nearness(place, around),
        "share": _share(place, around.rivals),
        "size": Feature(min(log10(_weight(place)) / _LARGEST, 1.0), ""),
    }
    total = sum(WEIGHTS[key] * feature.value for key, feature in features.items())
    return PlaceCandidate(place, round(total, 4), "; ".join(f.words for f in features.values() if f.words))


def bears(name: str, place: Place) -> bool:
    """Whether it is the place's main name, in whatever spelling, or its first part (Upper Town for Upper Town upon Reed)."""
    return f"{fold_name(place.name)} ".startswith(f"{fold_name(name)} ")


def nearness(place: Place, around: Surroundings) -> Feature:
    """Near the report's other places: 1 among them, 1/e at 150 km; by the mean distance to the nearest three."""
    if place.kind in ("country", "area"):
        return Feature(0.0, "")
    nearest = around.gaps(place)[:_NEAREST]
    if not nearest:
        return Feature(0.0, "")
    mean = sum(nearest) / len(nearest)
    told = "another place" if len(nearest) == 1 else f"{len(nearest)} other places"
    return Feature(exp(-mean / _NEAR_KM), f"{mean:.0f} km from {told} of the report" if mean < 2 * _NEAR_KM else "")


def _name(name: str, place: Place, similarity: float) -> Feature:
    if similarity < 100.0:
        return Feature(0.8 * similarity / 100, f"resembles {place.name} ({similarity:.0f} of 100)")
    if plain_name(name) == plain_name(place.name):
        return Feature(1.0, "name as listed")
    if bears(name, place):
        return Feature(_OTHER_SPELLING, f"spelling of {place.name}")
    return Feature(_OTHER_NAME, f"other name of {place.name}")


def _country(place: Place, fits: Mapping[str, float]) -> Feature:
    fit = fits.get(place.country, 0.0)
    return Feature(fit, f"in {place.country}, where the reports are set ({fit:.2f})" if fit >= 0.3 else "")


def _share(place: Place, rivals: Sequence[Place]) -> Feature:
    if place.source == "monitor":
        return Feature(1.0, "in the monitor's own list")
    if place.kind in ("area", "feature") and not place.country:
        return Feature(1.0, "a water or a part of the world")
    total = sum(_weight(rival) for rival in rivals)
    share = _weight(place) / total if total else 1.0
    return Feature(share, f"{share:.0%} of the people of {len(rivals)} so named" if len(rivals) > 1 else "the only one so named")


def _weight(place: Place) -> float:
    people = place.population if place.country else max(place.population, _OPEN)
    return (people + _FLOOR) * _USE.get(place.kind, 1.0)
