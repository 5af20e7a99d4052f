"""A writer killed at any moment leaves whole documents, and the next one goes on."""

from __future__ import annotations

import sqlite3
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.ledger.reports import MAKER, keep, report, start
from warledger.ledger.store import Ledger

COUNT = 400
Writer = Callable[..., subprocess.Popen[str]]


def uninterrupted(path: Path, count: int) -> str:
    with Ledger.open(path, write=True) as ledger:
        run = start(ledger)
        with ledger.batch():
            for number in range(count):
                made, claims = report(number)
                keep(ledger, run, made, *claims)
        return ledger.content_digest()


def kill_after(process: subprocess.Popen[str], seconds: float) -> None:
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    time.sleep(seconds)
    process.kill()
    process.communicate()


def sound(path: Path) -> bool:
    db = sqlite3.connect(path, isolation_level=None)
    try:
        db.execute("INSERT INTO quotes (quotes, rank) VALUES ('integrity-check', 1)")  # raises when index and claims differ
        return db.execute("PRAGMA integrity_check").fetchall() == [("ok",)] and not db.execute("PRAGMA foreign_key_check").fetchall()
    finally:
        db.close()


def whole_documents(path: Path) -> int:
    """How many documents there are, once each is found to be whole."""
    with Ledger.open(path) as ledger:
        expected = {made.id: (made, claims) for made, claims in map(report, range(COUNT))}
        documents, claims = ledger.documents(), ledger.claims()
        assert all(found == expected[found.id][0] for found in documents)
        assert all(ledger.has_reading(found.id, MAKER) for found in documents)
        wanted = [c for found in documents for c in expected[found.id][1]]
        assert sorted(claims, key=lambda c: c.id) == sorted(wanted, key=lambda c: c.id)
        return len(documents)


@pytest.mark.parametrize("batch", [0, 8])
def test_killed_at_any_moment_the_ledger_holds_whole_documents(tmp_path: Path, writer: Writer, batch: int) -> None:
    path = tmp_path / "ledger.db"
    reached = []
    for delay in (0.0, 0.004, 0.02, 0.05, 0.09):
        kill_after(writer(path, COUNT, batch), delay)
        reached.append(whole_documents(path))
        assert sound(path)
    assert reached == sorted(reached)
    assert any(0 < count < COUNT for count in reached), f"no kill came in the middle: {reached}"
    assert not batch or all(count % batch == 0 for count in reached)

    with writer(path, COUNT, batch) as process:  # the killed writers' lock is in nobody's way
        assert process.wait(timeout=60) == 0
    assert whole_documents(path) == COUNT
    with Ledger.open(path) as ledger:
        assert ledger.content_digest() == uninterrupted(tmp_path / "other.db", COUNT)
