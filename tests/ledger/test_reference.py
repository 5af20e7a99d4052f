"""The page on the ledger says what the schema says, and its questions can be asked."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path

import pytest

from tests.ledger.reports import MAKER, gap, report, start
from warledger.ledger import schema
from warledger.ledger.store import Ledger


@pytest.fixture
def page(repo_root: Path) -> str:
    """The reference page."""
    return (repo_root / "docs" / "reference" / "ledger.md").read_text(encoding="utf-8")


@pytest.fixture
def filled(path: Path) -> sqlite3.Connection:
    """A ledger with two readings of one report, open in plain SQLite."""
    made, claims = report(1)
    with Ledger.open(path, write=True) as ledger:
        for maker, taken in ((MAKER, claims), ("frames 2", claims[:3])):
            ledger.record_reading(start(ledger), made, made.text.encode(), "x", maker, taken, [gap(made, "Oldmill")])
    return sqlite3.connect(path)


def test_every_table_with_its_columns_and_every_view_is_on_the_page(page: str, filled: sqlite3.Connection) -> None:
    for name, kind, sql in filled.execute("SELECT name, type, sql FROM sqlite_schema WHERE type IN ('table', 'view')").fetchall():
        if kind == "table" and sql.endswith("STRICT"):
            row = re.search(rf"^\| `{name}` \|.*$", page, re.MULTILINE)
            assert row, name
            columns = [column[1] for column in filled.execute(f"PRAGMA table_xinfo({name})")]
            assert columns == re.findall(r"`(\w+)`", re.sub(r"\([^)]*\)", "", row.group().rsplit("|", 2)[1]))
        elif kind == "view" or sql.startswith("CREATE VIRTUAL"):
            assert f"`{name}`" in page


def test_every_query_on_the_page_runs(page: str, filled: sqlite3.Connection) -> None:
    queries = re.findall(r"```sql\n(.*?)```", page, re.DOTALL)
    assert len(queries) >= 6
    results = [filled.execute(query).fetchall() for query in queries]
    assert results[0] == [("event", 3)]
    assert len(results[3]) == 2


def test_the_page_gives_the_files_own_mark(page: str) -> None:
    assert f"0x{schema.APPLICATION_ID:X}" in page
    assert schema.APPLICATION_ID.to_bytes(4, "big") == b"WLDG"
