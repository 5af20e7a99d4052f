"""The how-to that loads every export into pandas and DuckDB, run as it stands on a small record. R is not run."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.exports.made import map_rows, state
from tests.exports.test_control import ENDINGS as MAP_ENDINGS
from tests.exports.test_formats import ENDINGS
from warledger.exports.control import MAPS
from warledger.exports.formats import FORMATS, PARQUET
from warledger.exports.parquet import TABLES, export_parquet

#: What the how-to calls a file, where that is not the format.
CALLED = {"geojson": "events.geojson", "csv": "events.csv"}


def page(repo_root: Path) -> str:
    return (repo_root / "docs" / "how-to" / "load-exports.md").read_text(encoding="utf-8")


def blocks(text: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", text, flags=re.S | re.M)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every export of the small record, under the names of the how-to."""
    pytest.importorskip("pyarrow")
    made = tmp_path_factory.mktemp("exports")
    for form, export in FORMATS.items():
        name = CALLED.get(form, f"{form}.{ENDINGS.get(form, 'jsonl')}")
        (made / name).write_text("".join(export(state())), encoding="utf-8", newline="")
    for form, draw in MAPS.items():
        (made / f"{form}.{MAP_ENDINGS[form]}").write_text("".join(draw(map_rows())), encoding="utf-8", newline="")
    for table in TABLES:
        (made / f"{table}.parquet").write_bytes(export_parquet(state(), table))
    return made


def test_every_export_has_a_section_with_all_three_languages(repo_root: Path) -> None:
    sections = dict(re.findall(r"^## (.+?)\n(.*?)(?=^## |\Z)", page(repo_root), flags=re.S | re.M))
    for form in (*FORMATS, *MAPS, PARQUET):
        found = next((text for title, text in sections.items() if form in title.split()), "")
        assert [len(blocks(found, language)) for language in ("python", "r", "sql")] == [1, 1, 1], form


def test_the_python_runs(repo_root: Path, folder: Path) -> None:
    pytest.importorskip("pandas")
    for block in blocks(page(repo_root), "python"):
        compile(block, "load-exports.md", "exec")
    script = "\n".join(blocks(page(repo_root), "python"))
    done = subprocess.run([sys.executable, "-c", script], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "Empty DataFrame" not in done.stdout, "an example that finds nothing shows nothing"


def test_the_sql_runs_and_finds_something(repo_root: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    duckdb = pytest.importorskip("duckdb")
    monkeypatch.chdir(folder)
    with duckdb.connect() as database:
        for statement in blocks(page(repo_root), "sql"):
            assert database.execute(statement).fetchall(), statement
