"""The formats `export` can write, by name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Protocol

from warledger.exports.atlos import export_atlos
from warledger.exports.cite import export_citations
from warledger.exports.disputes import export_disputes
from warledger.exports.events import export_events
from warledger.exports.families import export_families
from warledger.exports.ftm import export_ftm
from warledger.exports.ged import export_ged
from warledger.exports.geojson import export_geojson
from warledger.exports.harm import export_by_family
from warledger.exports.matrix import export_matrix
from warledger.exports.method import export_method
from warledger.exports.records import export_records
from warledger.exports.table import export_csv
from warledger.exports.timemap import export_timemap
from warledger.exports.weekly import export_weekly
from warledger.records.state import State


class Export(Protocol):
    """Renders a state; `everything` takes in what does not count."""

    def __call__(self, state: State, *, everything: bool = False) -> Iterator[str]:
        """The lines of the file, each with its newline."""
        ...


#: The one format that is no text: tables of bytes, see `exports/parquet.py`.
PARQUET = "parquet"

FORMATS: Mapping[str, Export] = {
    "records": export_records,
    "events": export_events,
    "disputes": export_disputes,
    "families": export_families,
    "geojson": export_geojson,
    "csv": export_csv,
    "matrix": export_matrix,
    "ged": export_ged,
    "by-family": export_by_family,
    "weekly": export_weekly,
    "citations": export_citations,
    "method": export_method,
    "ftm": export_ftm,
    "timemap": export_timemap,
    "atlos": export_atlos,
}
