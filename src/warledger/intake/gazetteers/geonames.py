"""GeoNames dumps: tab-separated, one place a line, 19 columns, no header. Format: the readme of download.geonames.org/export/dump."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from statistics import median

from warledger.intake.gazetteers.entry import Entry
from warledger.intake.gazetteers.extent import with_radius
from warledger.intake.gazetteers.rows import BadRow, Tally, coordinates
from warledger.records.place import Place
from warledger.records.reason import Problem

#: Columns of a dump.
COLUMNS = 19
# Feature codes of class A (administrative) that have a kind of their own; the rest of A are areas. PPLH and PPLW, places that
# are no more, stay in: reports name them.
_ADMINISTRATIVE = {"ADM1": "admin1", "ADM2": "admin2", "PCLI": "country", "PCLD": "country", "PCLS": "country", "PCL": "country"}
_CLASSES = {"P": "populated", "L": "area"}


def import_geonames(text: str, admin1_codes: str = "", name: str = "GeoNames") -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    """The entries of a dump (`SY.txt`, `allCountries.txt`, ...), and its malformed lines counted by reason.

    `admin1_codes` is the text of `admin1CodesASCII.txt`: it names first-order divisions the dump itself lacks; their point is the
    median of the dump's places in them.
    """
    tally = Tally(name)
    entries = []
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), start=1):
        if not line.strip():
            continue
        try:
            entries.append(_entry(line.split("\t")))
        except BadRow as error:
            tally.add(str(error), number)
    return (*map(_Sizes(entries).sized, entries), *_divisions(entries, admin1_codes, tally)), tally.problems()


class _Sizes:
    """The radius of every division and country by the towns in it."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._towns: dict[tuple[str, ...], list[Place]] = defaultdict(list)
        for place in (entry.place for entry in entries if entry.place.kind == "populated"):
            for key in ((place.country,), (place.country, place.admin1), (place.country, place.admin1, place.admin2)):
                self._towns[key].append(place)

    def sized(self, entry: Entry) -> Entry:
        place = entry.place
        codes = {"country": (), "admin1": (place.admin1,), "admin2": (place.admin1, place.admin2)}.get(place.kind)
        if codes is None or not all(codes):
            return entry
        return Entry(with_radius(place, self._towns[place.country, *codes]), entry.aliases)


def _entry(values: list[str]) -> Entry:
    if len(values) != COLUMNS:
        raise BadRow(f"not {COLUMNS} columns")
    number, name, ascii_name, alternates, lat, lon, feature_class, code, country, _, admin1, admin2, *_rest = values
    if not number.isdigit() or not name:
        raise BadRow("no id or no name")
    latitude, longitude = coordinates(lat, lon)
    kind = _ADMINISTRATIVE.get(code, "area") if feature_class == "A" else _CLASSES.get(feature_class, "feature")
    population = int(values[14]) if values[14].isdigit() else 0
    place = Place(f"geonames:{number}", name, kind, country, latitude, longitude, admin1, population, "GeoNames", admin2)
    aliases = dict.fromkeys(a for a in (ascii_name, *alternates.split(",")) if a and a != name)
    return Entry(place, tuple(aliases))


def _divisions(entries: Iterable[Entry], codes: str, tally: Tally) -> list[Entry]:
    points: dict[str, list[Place]] = defaultdict(list)
    present = set()
    for entry in entries:
        place = entry.place
        points[f"{place.country}.{place.admin1}"].append(place)
        if place.kind == "admin1":
            present.add(place.id)
    made = []
    for number, line in enumerate(codes.splitlines(), start=1):
        values = line.split("\t")
        if len(values) != 4:
            tally.add("not 4 columns in the list of divisions", number)
            continue
        code, name, ascii_name, geoname = values
        if code in points and f"geonames:{geoname}" not in present:
            made.append(_division(code, (name, ascii_name, geoname), points[code]))
    return made


def _division(code: str, names: tuple[str, str, str], places: list[Place]) -> Entry:
    country, _, admin1 = code.partition(".")
    lat, lon = median(p.lat for p in places), median(p.lon for p in places)
    place = Place(f"geonames:{names[2]}", names[0], "admin1", country, lat, lon, admin1, source="GeoNames")
    return Entry(with_radius(place, places), () if names[1] == names[0] else (names[1],))
