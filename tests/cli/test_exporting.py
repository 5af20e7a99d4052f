"""export: files and streams, and Parquet, which is a file a table."""

from __future__ import annotations

import csv
import io
import json
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Command


def test_every_table_goes_into_a_folder(warledger: Command, tarn: Path, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    answer = warledger("export", tarn, "--format", "parquet", "--out", tmp_path / "tables")
    assert answer.code == 0 and not answer.out
    found = {p.stem: parquet.read_table(p).num_rows for p in (tmp_path / "tables").iterdir()}
    assert found.keys() == {"records", "events", "figures"}
    assert found["records"] == len(warledger("export", tarn).text.splitlines()) > 0


def test_one_table_goes_to_a_file_or_to_stdout(warledger: Command, tarn: Path, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    warledger("export", tarn, "--format", "parquet", "--table", "figures", "--out", tmp_path / "f.parquet")
    streamed = warledger("export", tarn, "--format", "parquet", "--table", "figures").out
    assert streamed == (tmp_path / "f.parquet").read_bytes()
    assert "killed" in parquet.read_table(io.BytesIO(streamed)).column("measure").to_pylist()


def test_parquet_too_can_be_asked_about_a_day(warledger: Command, tarn: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    data = warledger("export", tarn, "--format", "parquet", "--table", "records", "--known", "2031-05-04").out
    assert set(parquet.read_table(io.BytesIO(data)).column("doc").to_pylist()) == {"wire-0504"}


def test_the_map_is_that_of_the_day_asked_for(warledger: Command, tarn: Path) -> None:
    def holder(*days: str) -> str:
        table = warledger("export", tarn, "--format", "control", *days).text
        return next(row["holder"] for row in csv.DictReader(io.StringIO(table)) if row["place"] == "Sommer")

    assert holder() == holder("--on", "2031-05-05") == "Northern Front"
    assert holder("--on", "2031-05-03") == "government forces"
    assert json.loads(warledger("export", tarn, "--format", "control-geojson").text)["features"]
    assert len(warledger("export", tarn, "--format", "control", "--known", "2001-01-01").text.splitlines()) == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--format", "parquet"), "--out FOLDER"),
        (("--format", "csv", "--table", "events"), "--table is for --format parquet"),
        (("--format", "csv", "--on", "2031-05-04"), "--on is for --format control and control-geojson"),
    ],
)
def test_what_makes_no_sense_ends_with_2(warledger: Command, tarn: Path, arguments: tuple[str, ...], said: str) -> None:
    answer = warledger("export", tarn, *arguments)
    assert answer.code == 2 and said in answer.told and not answer.out


def test_without_pyarrow_the_mend_is_named(warledger: Command, tarn: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    answer = warledger("export", tarn, "--format", "parquet", "--out", tmp_path / "tables")
    assert answer.code == 2 and 'pip install "warledger[parquet]"' in answer.told
    assert not (tmp_path / "tables").exists(), "nothing is written by halves"


def test_a_file_is_written_whole_or_not_at_all(warledger: Command, tarn: Path, tmp_path: Path) -> None:
    target = tmp_path / "records.jsonl"
    assert warledger("export", tarn, "--out", target).code == 0
    assert [json.loads(line)["id"] for line in target.read_text(encoding="utf-8").splitlines()]
    answer = warledger("export", tarn, "--out", tmp_path / "no" / "such" / "folder.jsonl")
    assert answer.code == 3 and "cannot write" in answer.told
    assert [p.name for p in tmp_path.iterdir()] == ["records.jsonl"]
