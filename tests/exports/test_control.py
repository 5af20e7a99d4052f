"""The map of a day, as a table and as features."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.exports.made import map_rows
from warledger.exports.control import COLUMNS, MAPS

ENDINGS = {"control": "csv", "control-geojson": "geojson"}


def text_of(form: str) -> str:
    """The file of the made map."""
    return "".join(MAPS[form](map_rows()))


@pytest.mark.parametrize("form", MAPS)
def test_the_bytes_are_those_of_the_golden_file(repo_root: Path, form: str) -> None:
    assert text_of(form).encode() == (repo_root / "tests" / "golden" / f"tarn.{form}.{ENDINGS[form]}").read_bytes()


def test_a_row_has_every_column_and_no_text_starts_a_formula() -> None:
    rows = list(csv.DictReader(io.StringIO(text_of("control"))))
    assert tuple(rows[0]) == COLUMNS
    assert [row["why"][:1] for row in rows] == ["n", "'", "t"]
    assert rows[2]["claimed"] == "Republic, by army officer; Republic (Old Mill), by army officer"
    assert rows[0]["lat"] == rows[0]["holder"] == ""


def test_a_feature_puts_longitude_first_and_what_cannot_be_placed_has_no_geometry() -> None:
    features = {f["id"]: f for f in json.loads(text_of("control-geojson"))["features"]}
    assert features["monitor:1"]["geometry"] == {"type": "Point", "coordinates": [12.44, -45.12]}
    assert features["~ml brdg"]["geometry"] is None
    claimed = features["monitor:1"]["properties"]["claimed"]
    assert claimed[1] == {"holder": "Republic", "by": "army officer", "evidence": ["r-d"], "part": "Old Mill"}


@pytest.mark.parametrize("form", MAPS)
def test_a_map_without_places_is_a_file_still(form: str) -> None:
    text = "".join(MAPS[form](()))
    assert text == ",".join(COLUMNS) + "\n" if form == "control" else json.loads(text)["features"] == []


def test_every_column_is_in_the_docs(repo_root: Path) -> None:
    page = (repo_root / "docs" / "reference" / "exports.md").read_text(encoding="utf-8")
    section = page.partition("## `control`")[2].partition("\n## ")[0]
    assert not [column for column in COLUMNS if f"`{column}`" not in section]
