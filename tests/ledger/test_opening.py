"""What may be opened, and what is said of the rest."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.ledger.reports import keep, report, start
from warledger.base.errors import LedgerTooNew, LedgerUnwritable, UsageError, WarledgerError
from warledger.ledger import schema
from warledger.ledger.store import Ledger
from warledger.records.decision import Decision, Verdict


def pragma(path: Path, statement: str) -> object:
    db = sqlite3.connect(path)
    try:
        return db.execute(f"PRAGMA {statement}").fetchone()
    finally:
        db.close()


@contextmanager
def no_rights() -> Iterator[Path]:
    """A folder this process may read and not write, even when it runs as root."""
    folder = Path(tempfile.mkdtemp())
    was = os.geteuid()
    try:
        folder.chmod(0o755)
        yield folder
    finally:
        os.seteuid(was)
        folder.chmod(0o755)
        shutil.rmtree(folder)


def give_up_rights(folder: Path) -> None:
    folder.chmod(0o555)
    if os.geteuid() == 0:
        os.seteuid(65534)


def test_a_new_ledger_says_what_it_is(path: Path) -> None:
    with Ledger.open(path, write=True):
        pass
    assert pragma(path, "application_id") == (schema.APPLICATION_ID,)
    assert pragma(path, "user_version") == (schema.SCHEMA_VERSION,)
    assert pragma(path, "journal_mode") == ("wal",)


@pytest.mark.parametrize("content", [None, b""])
def test_reading_where_nothing_was_read_says_what_to_do(path: Path, content: bytes | None) -> None:
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(UsageError, match=r"Run `warledger read .*` first") as refused:
        Ledger.open(path)
    assert refused.value.exit_code == 2
    assert path.exists() == (content is not None)


def test_a_missing_folder_is_wrong_use(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no folder"):
        Ledger.open(tmp_path / "none" / "ledger.db", write=True)


@pytest.mark.parametrize("write", [True, False])
def test_a_file_that_is_no_database_is_left_alone(path: Path, write: bool) -> None:
    path.write_text("Not a database, but somebody's notes. " * 100)
    before = path.read_bytes()
    with pytest.raises(WarledgerError, match=r"ledger\.db is damaged, or no ledger of Warledger") as refused:
        Ledger.open(path, write=write)
    assert refused.value.exit_code == 3
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == ["ledger.db"]


@pytest.mark.parametrize("write", [True, False])
def test_another_applications_database_is_left_alone(path: Path, write: bool) -> None:
    db = sqlite3.connect(path)
    db.execute("CREATE TABLE notes (words TEXT)")
    db.commit()
    db.close()
    before = path.read_bytes()
    with pytest.raises(WarledgerError, match="another application's database"):
        Ledger.open(path, write=write)
    assert path.read_bytes() == before


def test_a_folder_in_its_place_is_refused(path: Path) -> None:
    path.mkdir()
    with pytest.raises(WarledgerError):
        Ledger.open(path, write=True)


@pytest.mark.parametrize("write", [True, False])
def test_a_newer_ledger_is_refused_untouched(path: Path, write: bool) -> None:
    with Ledger.open(path, write=True) as ledger:
        start(ledger)
    pragma(path, f"user_version = {schema.SCHEMA_VERSION + 1}")
    before = path.read_bytes()
    with pytest.raises(LedgerTooNew, match=r"newer Warledger.*Upgrade"):
        Ledger.open(path, write=write)
    assert path.read_bytes() == before


#: Undoes what schemas 3 and 2 added, as it was in schema 1.
BACK_TO_1 = """
    DROP TABLE identity;
    DROP TABLE forgotten; DROP TABLE decisions;
    CREATE TABLE decisions (id INTEGER PRIMARY KEY, target TEXT NOT NULL, verdict TEXT NOT NULL, decider TEXT NOT NULL, at TEXT NOT NULL,
      reason TEXT NOT NULL, UNIQUE (target, verdict, decider, at, reason)) STRICT;
    INSERT INTO decisions (target, verdict, decider, at, reason) VALUES ('r-1', 'reject', 'ann', '2024-05-01T12:00:00Z', 'a rumour');
    CREATE TRIGGER decisions_kept BEFORE UPDATE ON decisions BEGIN SELECT RAISE(ABORT, 'append-only'); END;
    CREATE TRIGGER decisions_held BEFORE DELETE ON decisions BEGIN SELECT RAISE(ABORT, 'append-only'); END;
    PRAGMA user_version = 1;
"""


@pytest.mark.parametrize("write", [True, False])
def test_a_ledger_of_schema_1_opens_with_all_it_held(path: Path, write: bool) -> None:
    made, claims = report(1)
    with Ledger.open(path, write=True) as ledger:
        keep(ledger, start(ledger), made, *claims)
        now = schema_of(path)
    with sqlite3.connect(path) as db:
        db.executescript(BACK_TO_1)
    with Ledger.open(path, write=write) as ledger:
        assert (ledger.documents(), ledger.claims()) == ((made,), tuple(claims))
        assert ledger.decisions() == (Decision("r-1", Verdict.REJECT, "ann", "2024-05-01T12:00:00Z", "a rumour"),)
        assert not ledger.forgotten()
    assert pragma(path, "user_version") == (schema.SCHEMA_VERSION,)
    assert schema_of(path) == now


def schema_of(path: Path) -> dict[str, str]:
    """Every table, view, index and trigger by name, its SQL without comments and spaces."""
    with sqlite3.connect(path) as db:
        rows = db.execute("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL").fetchall()
    return {name: "".join(re.sub(r"--[^\n]*", "", sql).split()).replace('"', "") for name, sql in rows}


def test_an_older_ledger_is_brought_up_to_date_step_by_step(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Ledger.open(path, write=True) as ledger:
        made, claims = report(1)
        keep(ledger, start(ledger), made, *claims)
    version = schema.SCHEMA_VERSION
    monkeypatch.setattr(schema, "SCHEMA_VERSION", version + 2)
    steps = {version: "CREATE TABLE added (x INTEGER) STRICT;", version + 1: "INSERT INTO added VALUES (7);"}
    monkeypatch.setattr(schema, "MIGRATIONS", steps)
    with Ledger.open(path) as ledger:
        assert ledger.claims() == tuple(claims)
    assert pragma(path, "user_version") == (version + 2,)
    with Ledger.open(path) as ledger:
        assert ledger.documents() == (made,)


def test_a_migration_that_fails_leaves_the_version_before_it(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Ledger.open(path, write=True) as ledger:
        start(ledger)
    version = schema.SCHEMA_VERSION
    monkeypatch.setattr(schema, "MIGRATIONS", {version: "CREATE TABLE added (x INTEGER) STRICT; INSERT INTO nowhere VALUES (1);"})
    with pytest.raises(sqlite3.OperationalError, match="nowhere"):
        Ledger.open(path, write=True)
    assert pragma(path, "user_version") == (version,)
    assert pragma(path, "table_info(added)") is None
    monkeypatch.undo()
    with Ledger.open(path, write=True) as ledger:
        assert len(ledger.runs()) == 1


def test_a_damaged_ledger_is_said_to_be_damaged(path: Path) -> None:
    with Ledger.open(path, write=True) as ledger:
        run = start(ledger)
        for number in range(40):
            made, claims = report(number)
            keep(ledger, run, made, *claims)
    data = bytearray(path.read_bytes())
    data[4096:] = b"\xa5" * (len(data) - 4096)
    path.write_bytes(data)
    with pytest.raises(WarledgerError, match="damaged"), Ledger.open(path) as ledger:
        ledger.claims()


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="needs POSIX rights")
def test_a_folder_that_cannot_be_written_can_be_read() -> None:
    with no_rights() as folder:
        with Ledger.open(folder / "ledger.db", write=True) as ledger:
            made, claims = report(1)
            keep(ledger, start(ledger), made, *claims)
        (folder / "ledger.db").chmod(0o444)
        give_up_rights(folder)
        with pytest.raises(LedgerUnwritable, match=r"cannot use .*: Permission denied\. .*make its folder writable"):
            Ledger.open(folder / "ledger.db", write=True)
        with Ledger.open(folder / "ledger.db") as ledger:
            assert ledger.documents() == (made,)
            assert ledger.search("shells")


def test_a_full_disk_is_said_and_keeps_what_was_read(path: Path) -> None:
    with Ledger.open(path, write=True) as ledger:
        run = start(ledger)
        pages = ledger._db.execute("PRAGMA page_count").fetchone()[0]
        ledger._db.execute(f"PRAGMA max_page_count = {pages + 30}")
        kept = fill(ledger, run)
        before = ledger.content_digest()
    check_after_full_disk(path, kept, before)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0 or not shutil.which("mount"), reason="needs a disk of its own")
def test_a_really_full_disk_is_said_and_keeps_what_was_read(tmp_path: Path) -> None:
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "none", tmp_path], capture_output=True, check=False).returncode:
        pytest.skip("no disk of one's own here")
    try:
        with Ledger.open(tmp_path / "ledger.db", write=True) as ledger:
            kept = fill(ledger, start(ledger))
            before = ledger.content_digest()
        subprocess.run(["mount", "-o", "remount,size=8m", tmp_path], check=True)
        check_after_full_disk(tmp_path / "ledger.db", kept, before)
    finally:
        subprocess.run(["umount", tmp_path], check=True)


def fill(ledger: Ledger, run: int) -> int:
    """Writes until the disk is full; how many documents went in."""
    with pytest.raises(LedgerUnwritable, match=r"the disk is full\. Free some space"):
        for number in range(2000):
            made, claims = report(number)
            keep(ledger, run, made, *claims)
    return number


def check_after_full_disk(path: Path, kept: int, digest: str) -> None:
    assert kept > 0
    with Ledger.open(path, write=True) as ledger:
        assert len(ledger.documents()) == kept
        assert len(ledger.claims()) == 5 * kept
        assert ledger.content_digest() == digest
        made, claims = report(kept)
        keep(ledger, start(ledger), made, *claims)
        assert len(ledger.documents()) == kept + 1
    assert pragma(path, "integrity_check") == ("ok",)
