"""Places from the UCDP Georeferenced Event Dataset: a list of places, or the events themselves, one row an event.

Needed columns (names of the GED codebook): `where_coordinates`, `latitude`, `longitude`, `country`; `adm_1`, `adm_2` and
`where_prec` are used where present. UCDP data are CC BY 4.0; cite the dataset's version.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from statistics import median

import msgspec

from warledger.base.ids import content_id
from warledger.intake.gazetteers.entry import Entry
from warledger.intake.gazetteers.extent import with_radius
from warledger.intake.gazetteers.rows import BadRow, Tally, coordinates, read_rows
from warledger.records.place import Place
from warledger.records.reason import Problem

# The last word of `where_coordinates` says what was geocoded. Words of settlements come off the name; divisions keep theirs and
# get the bare name as an alias.
_SETTLEMENT = frozenset(
    ["village", "villages", "town", "city", "suburb", "township", "neighborhood", "neighbourhood", "location", "hamlet", "settlement"]
)
_DIVISION = {
    **dict.fromkeys(["state", "province", "governorate", "oblast", "region"], "admin1"),
    **dict.fromkeys(["district", "raion", "county", "locality", "municipality"], "admin2"),
}
_AREA = frozenset(
    [
        "area",
        "areas",
        "border",
        "road",
        "highway",
        "mountain",
        "mountains",
        "hill",
        "hills",
        "valley",
        "river",
        "desert",
        "field",
        "forest",
        "island",
        "lake",
        "plain",
    ]
)


class _Row(msgspec.Struct, frozen=True):
    name: str
    country: str
    lat: float
    lon: float
    admin1: str
    admin2: str


def import_ucdp(text: str, country_code: Callable[[str], str], name: str = "UCDP GED") -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    """The places of the text, one a name and country, each at the median of its rows, and the divisions they lie in (at the median
    of all rows in them); malformed rows are counted by reason. `country_code` gives ISO 3166 alpha-2 for a country's name ("" unknown).
    """
    tally = Tally(name)
    rows = []
    for line, row in read_rows(text, ("where_coordinates", "latitude", "longitude", "country"), tally):
        try:
            rows.append(_row(row, country_code))
        except BadRow as error:
            tally.add(str(error), line)
    entries: dict[tuple[str, str], Entry] = {}
    for entry in (*_divisions(rows), *_places(rows)):
        entries[entry.place.name, entry.place.country] = entry
    return tuple(entries[key] for key in sorted(entries)), tally.problems()


def _row(row: dict[str, str], country_code: Callable[[str], str]) -> _Row:
    if not row["where_coordinates"]:
        raise BadRow("no name")
    lat, lon = coordinates(row["latitude"], row["longitude"])
    country = next((code for code in map(country_code, _variants(row["country"])) if code), "")
    if not country:
        raise BadRow(f"country {row['country'] or 'missing'} is not known")
    return _Row(row["where_coordinates"], country, lat, lon, row.get("adm_1", ""), row.get("adm_2", ""))


def _places(rows: Iterable[_Row]) -> list[Entry]:
    groups: dict[tuple[str, str], list[_Row]] = defaultdict(list)
    for row in rows:
        groups[row.name, row.country].append(row)
    return [_named(name, country, group, group[0].admin1) for (name, country), group in groups.items()]


def _divisions(rows: Iterable[_Row]) -> list[Entry]:
    groups: dict[tuple[str, str, str], list[_Row]] = defaultdict(list)
    for row in rows:
        for kind, name in (("admin1", row.admin1), ("admin2", row.admin2)):
            if name:
                groups[name, row.country, kind].append(row)
    return [_named(name, country, group, group[0].admin1, kind) for (name, country, kind), group in groups.items()]


def _named(name: str, country: str, rows: list[_Row], admin1: str, kind: str = "") -> Entry:
    lat, lon = median(r.lat for r in rows), median(r.lon for r in rows)
    words = name.split()
    last = words[-1].lower()
    bare = " ".join(words[:-1])
    known = kind or ("populated" if last in _SETTLEMENT else _DIVISION.get(last, "area" if last in _AREA else "feature"))
    settled = bool(bare) and last in _SETTLEMENT and not kind
    names = _variants(bare if settled else name)
    if bare and not settled and last in _DIVISION:
        names = (*names, bare)
    admin2 = name if kind == "admin2" else "" if kind == "admin1" else rows[0].admin2
    place = Place(content_id("ucdp", name, country), names[0], known, country, lat, lon, admin1, source="UCDP GED", admin2=admin2)
    if kind:
        place = with_radius(place, [Place("", r.name, "populated", country, r.lat, r.lon) for r in rows])
    return Entry(place, tuple(dict.fromkeys(n for n in names[1:] if n != names[0])))


def _variants(name: str) -> tuple[str, ...]:
    """The names in "A (B)" or "A/ B", the whole first when it has neither."""
    parts = [part.strip() for part in re.split(r"[/()]", name) if part.strip()]
    return tuple(parts) or (name,)
