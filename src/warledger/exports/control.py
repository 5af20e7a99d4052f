"""`control` and `control-geojson`: the map of a day, one row or one point feature (RFC 7946) a place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Protocol

from warledger.exports.cells import row
from warledger.exports.lines import iso, line
from warledger.records.control import Assertion, MapRow

#: The columns in order. Lists are joined by "; ".
COLUMNS = (
    "place",
    "key",
    "lat",
    "lon",
    "where_prec",
    "holder",
    "canonical",
    "status",
    "since",
    "rule",
    "n_sources",
    "claimed",
    "evidence",
    "within",
    "why",
)


class MapExport(Protocol):
    """Renders the rows of a map."""

    def __call__(self, rows: Iterable[MapRow]) -> Iterator[str]:
        """The lines of the file, each with its newline."""
        ...


def export_control(rows: Iterable[MapRow]) -> Iterator[str]:
    """A heading and one row a place, in the order given."""
    yield row(COLUMNS)
    for place in rows:
        cells = _cells(place)
        cells["claimed"] = [_words(a) for a in place.claimed]
        yield row([cells[name] for name in COLUMNS])


def export_control_geojson(rows: Iterable[MapRow]) -> Iterator[str]:
    """A FeatureCollection, one feature a line. Places in no gazetteer have no geometry, and are features all the same."""
    held = list(rows)
    yield '{"type":"FeatureCollection","features":[\n'
    for at, place in enumerate(held):
        cells = _cells(place)
        cells["claimed"] = [{"holder": a.holder, "by": a.by, "evidence": a.evidence, "part": a.part} for a in place.claimed]
        point = [cells.pop("lon"), cells.pop("lat")]
        geometry = {"type": "Point", "coordinates": point} if None not in point else None
        feature = {"type": "Feature", "id": cells.pop("key"), "geometry": geometry, "properties": cells}
        yield line(feature).rstrip("\n") + ("," if at + 1 < len(held) else "") + "\n"
    yield "]}\n"


def _cells(place: MapRow) -> dict[str, Any]:
    return {
        "place": place.place,
        "key": place.key,
        "lat": place.lat,
        "lon": place.lon,
        "where_prec": place.where_prec,
        "holder": place.holder,
        "canonical": place.canonical,
        "status": place.status.value,
        "since": iso(place.since),
        "rule": place.rule.value,
        "n_sources": place.sources,
        "claimed": place.claimed,
        "evidence": place.evidence,
        "within": place.within,
        "why": place.why,
    }


def _words(claimed: Assertion) -> str:
    part = f" ({claimed.part})" if claimed.part else ""
    return f"{claimed.holder}{part}, by {claimed.by}"


#: The formats that are of a day, by name.
MAPS: Mapping[str, MapExport] = {"control": export_control, "control-geojson": export_control_geojson}
