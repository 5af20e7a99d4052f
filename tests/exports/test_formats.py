"""Every export against its golden file, and against what its format promises."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.exports.made import TEXT, state
from warledger.exports.formats import FORMATS, PARQUET
from warledger.exports.ged import date_prec, priogrid_cell
from warledger.exports.harm import grade
from warledger.exports.parquet import TABLES as PARQUET_TABLES
from warledger.exports.table import COLUMNS

TABLES = ("csv", "matrix", "ged", "by-family", "weekly", "atlos")
ENDINGS = {"geojson": "geojson", **dict.fromkeys(TABLES, "csv"), "citations": "txt", "method": "md", "timemap": "json"}


def text_of(form: str, *, everything: bool = False) -> str:
    return "".join(FORMATS[form](state(), everything=everything))


@pytest.mark.parametrize("form", FORMATS)
def test_the_bytes_are_those_of_the_golden_file(repo_root: Path, form: str) -> None:
    golden = repo_root / "tests" / "golden" / f"tarn.{form}.{ENDINGS.get(form, 'jsonl')}"
    assert text_of(form).encode() == golden.read_bytes()


@pytest.mark.parametrize("form", ["records", "events", "disputes", "families"])
def test_every_line_is_one_object_and_no_letter_is_escaped(form: str) -> None:
    lines = text_of(form).splitlines()
    assert lines and all(isinstance(json.loads(line), dict) for line in lines)
    assert "\\u" not in text_of(form)


def test_a_record_is_grounded_and_carries_the_fields_of_its_kind() -> None:
    records = {r["id"]: r for r in map(json.loads, text_of("records").splitlines())}
    for record in records.values():
        assert TEXT[record["start"] : record["end"]] == record["quote"]
    assert records["r-e"]["killed"] == [{"group": "people", "low": 15, "high": 15}]
    assert records["r-m"]["from"] == [] and records["r-m"]["to"] == ["Sommer"]
    assert records["r-t"]["low"] == 200 and isinstance(records["r-t"]["low"], int)
    assert records["r-c"]["canonical"]["actors"] == {"Front": "Northern Front"}
    assert records["r-e"]["canonical"]["places"]["Upper Tarn"]["lat"] == -45.12
    assert records["r-s"]["date_start"] is None and "notes" not in records["r-s"]
    assert records["r-k"]["known"] is None, "a document without a date is always known, and marked so"


def test_only_what_counts_is_exported_unless_everything_is_asked_for() -> None:
    assert '"r-x"' not in text_of("records")
    everything = [json.loads(line) for line in text_of("records", everything=True).splitlines()]
    assert [r["status"] for r in everything if r["id"] == "r-x"] == ["clutter"]
    assert everything == sorted(everything, key=lambda r: (r["doc"], r["start"], r["kind"], r["id"]))


def test_every_current_record_is_in_one_event_and_disputes_are_named_there() -> None:
    events = [json.loads(line) for line in text_of("events").splitlines()]
    members = sorted(m for e in events for m in e["members"])
    assert members == sorted(json.loads(line)["id"] for line in text_of("records").splitlines())
    assert [e["disputes"] for e in events if e["id"] == "h-1"] == [["x-1"]]
    assert events[-1]["start"] is None, "the undated come last"


def test_geojson_puts_longitude_first_and_leaves_the_unplaced_out() -> None:
    collection = json.loads(text_of("geojson"))
    assert collection["type"] == "FeatureCollection"
    features = {f["id"]: f for f in collection["features"]}
    assert set(features) == {"h-1", "h-r-m"}
    assert features["h-1"]["geometry"] == {"type": "Point", "coordinates": [12.44, -45.12]}
    assert features["h-1"]["properties"]["place"] == "Upper Tarn" and features["h-1"]["properties"]["geometry_is"] == "place"


def test_geojson_draws_an_area_as_an_area_and_what_has_no_known_size_not_at_all() -> None:
    by_id = {f["id"]: f for f in json.loads(text_of("geojson"))["features"]}
    district = by_id["h-r-m"]
    assert district["geometry"]["type"] == "Polygon" and district["properties"]["geometry_is"] == "area"
    assert district["properties"]["extent"] == "within 12 km of the point"
    assert district["properties"]["within"] == {"admin1": "Tarnland", "country": "Xaland"}
    made = state()
    unsized = replace(made.links.places["d-1", "Sommer"], shape=None)
    without = replace(made, links=replace(made.links, places={**made.links.places, ("d-1", "Sommer"): unsized}))
    features = {f["id"]: f for f in json.loads("".join(FORMATS["geojson"](without)))["features"]}
    assert features["h-r-m"]["geometry"] is None and features["h-r-m"]["properties"]["geometry_is"] == "not drawn"


def test_no_text_cell_starts_a_formula_and_numbers_stay_numbers() -> None:
    rows = list(csv.DictReader(io.StringIO(text_of("csv"))))
    assert tuple(rows[0]) == COLUMNS
    assert rows[0]["actors1"] == "'=SUM(A1)" and rows[0]["lat"] == "-45.12"
    assert rows[-1]["actors1"] == "'-Front"
    for row in rows:
        assert not any(row[c].startswith(("=", "+", "-", "@")) for c in COLUMNS if c not in ("lat", "lon"))
    assert rows[0]["figures"] == "killed people: 15-16"


def test_a_family_names_documents_as_exported_and_its_links() -> None:
    family = json.loads(text_of("families"))
    assert family["members"] == ["tarn-post", "tarn-wire"] and family["origin"] == "tarn-wire"
    assert {"from": "tarn-post", "to": "tarn-wire", "type": "reprint"} in family["edges"]
    assert {"from": "tarn-post", "to": "tarn-wire", "type": "quotes"} in family["edges"]


def test_every_column_and_field_is_in_the_reference(repo_root: Path) -> None:
    page = (repo_root / "docs" / "reference" / "exports.md").read_text(encoding="utf-8")
    fields = {
        key for form in ("records", "events", "disputes", "families") for line in text_of(form).splitlines() for key in json.loads(line)
    }
    assert {"notes", "from", "count_low", "where_prec"} <= fields
    parquet = {name for columns, _ in PARQUET_TABLES.values() for name in columns}
    columns = {*parquet, PARQUET} | {name for form in TABLES for name in text_of(form).splitlines()[0].split(",")}
    missing = {name for name in {*fields, *columns, *FORMATS} if f"`{name}`" not in page}
    assert not missing


@pytest.mark.parametrize("form", TABLES)
def test_every_row_has_every_column_and_no_cell_can_start_a_formula(form: str) -> None:
    rows = list(csv.reader(io.StringIO(text_of(form))))
    assert len(rows) > 1 and {len(row) for row in rows} == {len(rows[0])}
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "@")) or (cell.startswith("-") and not _is_number(cell))]


def _is_number(cell: str) -> bool:
    try:
        return bool(float(cell)) or True
    except ValueError:
        return False


@pytest.mark.parametrize(
    ("families", "admitted", "contested", "expected"),
    [
        (1, False, False, "weak"),
        (2, False, False, "fair"),
        (1, True, False, "confirmed"),
        (0, True, False, "confirmed"),
        (3, True, True, "contested"),
    ],
)
def test_grades(families: int, admitted: bool, contested: bool, expected: str) -> None:
    assert grade(families, admitted=admitted, contested=contested) == expected


@pytest.mark.parametrize(("days", "code"), [(1, 1), (2, 2), (6, 2), (7, 3), (8, 4), (31, 4), (32, 5)])
def test_ucdp_date_precision(days: int, code: int) -> None:
    assert date_prec(days) == code


@pytest.mark.parametrize(
    ("lat", "lon", "cell"),
    [(-89.9, -179.9, 1), (-89.9, 179.9, 720), (-89.4, -179.9, 721), (15.5, 32.53, 152346), (90.0, 180.0, 259200)],
)
def test_priogrid_cells(lat: float, lon: float, cell: int) -> None:
    assert priogrid_cell(lat, lon) == cell


def test_the_cells_are_those_of_ucdp(data_dir: Path) -> None:
    with (data_dir / "data" / "ucdp" / "ged-sudan-2018-2024.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert rows and all(priogrid_cell(float(r["latitude"]), float(r["longitude"])) == int(r["priogrid_gid"]) for r in rows)
