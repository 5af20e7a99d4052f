"""Parquet tables: schema and values against their golden file, and the way out when pyarrow is not there."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.exports.made import state
from warledger.base.errors import UsageError
from warledger.exports.formats import FORMATS
from warledger.exports.parquet import TABLES, export_parquet


def read(table: str, *, everything: bool = False) -> Any:
    parquet = pytest.importorskip("pyarrow.parquet")
    return parquet.read_table(io.BytesIO(export_parquet(state(), table, everything=everything)))


def as_text(table: str) -> str:
    """Schema and rows as JSON, to be read by a person."""
    found = read(table)
    made = {"schema": {f.name: str(f.type) for f in found.schema}, "rows": found.to_pylist()}
    return json.dumps(made, indent=1, ensure_ascii=False, default=str) + "\n"


@pytest.mark.parametrize("table", TABLES)
def test_schema_and_values_are_those_of_the_golden_file(repo_root: Path, table: str) -> None:
    golden = repo_root / "tests" / "golden" / f"tarn.parquet.{table}.json"
    assert as_text(table) == golden.read_text(encoding="utf-8")


def test_the_same_state_gives_the_same_bytes() -> None:
    pytest.importorskip("pyarrow")
    assert export_parquet(state(), "figures") == export_parquet(state(), "figures")


def test_the_tables_hold_what_the_json_lines_hold() -> None:
    for form in ("records", "events"):
        lines = [json.loads(line) for line in FORMATS[form](state())]
        rows = read(form).to_pylist()
        assert [r["id"] for r in rows] == [line["id"] for line in lines]
        for row, line in zip(rows, lines, strict=True):
            shared = {name for name in line if name in row}
            assert set(line) - shared <= {"canonical", "figures"}, "a field of the JSON is missing in the table"
            assert json.loads(json.dumps({n: row[n] for n in shared}, default=str)) == {n: line[n] for n in shared}


def test_what_does_not_count_is_only_there_when_asked_for() -> None:
    assert {r["status"] for r in read("records").to_pylist()} == {"current"}
    assert {r["status"] for r in read("records", everything=True).to_pylist()} == {"current", "clutter"}


def test_without_pyarrow_the_error_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(UsageError, match=r"needs pyarrow.*pip install \"warledger\[parquet\]\""):
        export_parquet(state(), "events")
