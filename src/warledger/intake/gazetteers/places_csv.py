"""A monitor's own places: `places.csv`, read and written.

Columns `name`, `lat`, `lon` (degrees, WGS 84) and, optional and in any order, `kind`, `country` (ISO 3166 alpha-2), `admin1` and
`admin2` (codes or names of the divisions), `radius_km` (how far an area reaches) and `aliases` (parted by ";"). Other columns are
passed over.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from warledger.base.ids import content_id
from warledger.intake.gazetteers.entry import Entry
from warledger.intake.gazetteers.rows import BadRow, Tally, coordinates, read_rows
from warledger.records.place import Place
from warledger.records.reason import Problem

#: No area of a war is larger.
_LARGEST_KM = 5000.0
KINDS = ("country", "admin1", "admin2", "populated", "area", "feature")
COLUMNS = ("name", "lat", "lon", "kind", "country", "admin1", "admin2", "radius_km", "aliases")


def parse_places_csv(text: str, name: str = "places.csv") -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    """The entries of the text, and the rows that could not be used, counted by reason. `name` is what problems call the file."""
    tally = Tally(name)
    entries = []
    for line, row in read_rows(text, ("name", "lat", "lon"), tally):
        try:
            entries.append(_entry(row))
        except BadRow as error:
            tally.add(str(error), line)
    return tuple(entries), tally.problems()


def write_places_csv(entries: Iterable[Entry]) -> str:
    """The entries as the text of a `places.csv`, sorted; `parse_places_csv` reads it back."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(sorted(_row(entry) for entry in entries))
    return out.getvalue()


def _row(entry: Entry) -> tuple[str, ...]:
    place = entry.place
    radius = f"{place.radius_km:g}" if place.radius_km else ""
    point = (place.name, f"{place.lat:.5f}", f"{place.lon:.5f}")
    return (*point, place.kind, place.country, place.admin1, place.admin2, radius, ";".join(entry.aliases))


def _entry(row: dict[str, str]) -> Entry:
    if not row["name"]:
        raise BadRow("no name")
    lat, lon = coordinates(row["lat"], row["lon"])
    kind, country = row.get("kind", "") or "populated", row.get("country", "").upper()
    if kind not in KINDS:
        raise BadRow(f"kind is none of {', '.join(KINDS)}")
    if country and not (len(country) == 2 and country.isalpha()):
        raise BadRow("country is no two-letter code")
    identity = content_id("monitor", row["name"], lat, lon)
    admin1, admin2, radius = row.get("admin1", ""), row.get("admin2", ""), _radius(row.get("radius_km", ""))
    place = Place(identity, row["name"], kind, country, lat, lon, admin1, source="monitor", admin2=admin2, radius_km=radius)
    return Entry(place, tuple(alias.strip() for alias in row.get("aliases", "").split(";") if alias.strip()))


def _radius(given: str) -> float:
    try:
        radius = float(given or 0)
    except ValueError:
        raise BadRow("radius_km is no number") from None
    if not 0 <= radius <= _LARGEST_KM:
        raise BadRow("radius_km is not between 0 and 5000")
    return radius
