"""Opening the file: what it must be, how it is made, how an older one is brought up to date."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from urllib.parse import quote

from warledger.base.errors import LedgerTooNew, UsageError, WarledgerError
from warledger.ledger.failures import damaged

#: "WLDG": tells a ledger from other SQLite files (`PRAGMA application_id`).
APPLICATION_ID = 0x574C4447
#: `PRAGMA user_version` of ledgers this Warledger writes.
SCHEMA_VERSION = 3
#: Older version -> the SQL that makes it the next. Every change of `schema.sql` adds one entry here and its test.
MIGRATIONS: Mapping[int, str] = {
    1: """
        ALTER TABLE decisions RENAME TO decisions_before;
        CREATE TABLE decisions (
          id INTEGER PRIMARY KEY,
          target TEXT NOT NULL, verdict TEXT NOT NULL, decider TEXT NOT NULL, at TEXT NOT NULL, reason TEXT NOT NULL,
          detail TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(detail)), anchor TEXT CHECK (anchor IS NULL OR json_valid(anchor)),
          UNIQUE (target, verdict, decider, at, reason, detail)
        ) STRICT;
        INSERT INTO decisions (id, target, verdict, decider, at, reason)
          SELECT id, target, verdict, decider, at, reason FROM decisions_before;
        DROP TABLE decisions_before;
        CREATE TABLE forgotten (document TEXT PRIMARY KEY, at TEXT NOT NULL, reason TEXT NOT NULL) STRICT;
        CREATE TRIGGER decisions_kept BEFORE UPDATE ON decisions BEGIN SELECT RAISE(ABORT, 'append-only'); END;
        CREATE TRIGGER decisions_held BEFORE DELETE ON decisions BEGIN SELECT RAISE(ABORT, 'append-only'); END;
        CREATE TRIGGER forgotten_kept BEFORE UPDATE ON forgotten BEGIN SELECT RAISE(ABORT, 'append-only'); END;
        CREATE TRIGGER forgotten_held BEFORE DELETE ON forgotten BEGIN SELECT RAISE(ABORT, 'append-only'); END;
    """,
    2: """
        CREATE TABLE identity (token TEXT NOT NULL) STRICT;
        INSERT INTO identity (token) VALUES (lower(hex(randomblob(16))));
        CREATE TRIGGER identity_kept BEFORE UPDATE ON identity BEGIN SELECT RAISE(ABORT, 'append-only'); END;
        CREATE TRIGGER identity_held BEFORE DELETE ON identity BEGIN SELECT RAISE(ABORT, 'append-only'); END;
    """,
}
#: STRICT tables need this version of SQLite.
_OLDEST_SQLITE = (3, 37, 0)


class OlderLedger(WarledgerError):
    """Written by an older Warledger, and not yet brought up to date (exit code 3)."""


def open_to_write(path: Path) -> sqlite3.Connection:
    """A connection that may write; the file is made or brought up to date where needed.

    Raises:
        LedgerTooNew: a newer Warledger wrote it.
        WarledgerError: not a ledger.
    """
    db = _connect(path, "rwc")
    try:
        version = _version(db, path)
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = NORMAL")
        if version is None:
            run_script(db, files(__package__).joinpath("schema.sql").read_text(encoding="utf-8"), SCHEMA_VERSION)
        else:
            migrate(db, version, MIGRATIONS)
    except BaseException:
        db.close()
        raise
    return db


def open_to_read(path: Path) -> sqlite3.Connection:
    """A connection that sees the ledger as it is now, whatever is written while it is open.

    Raises:
        UsageError: there is no ledger yet.
        LedgerTooNew: a newer Warledger wrote it.
        OlderLedger: it must first be brought up to date.
        WarledgerError: not a ledger.
    """
    missing = UsageError(f"no ledger at {path}", mend=f"Run `warledger read {path.parent}` first")
    if not path.is_file():
        raise missing
    db = _connect_to_read(path)
    try:
        version = _version(db, path)
        if version is None:
            raise missing
        if version < SCHEMA_VERSION:
            mend = "Open it once where it can be written, to bring it up to date"
            raise OlderLedger(f"{path} was written by an older Warledger", mend=mend)
        db.execute("BEGIN")
        db.execute("SELECT count(*) FROM runs").fetchone()  # a read transaction begins with its first read
    except BaseException:
        db.close()
        raise
    return db


def migrate(db: sqlite3.Connection, version: int, migrations: Mapping[int, str]) -> None:
    """Applies the scripts from `version` on, each in its own transaction: cut short, the file is at one version or the next."""
    while version in migrations:
        run_script(db, migrations[version], version + 1)
        version += 1


def run_script(db: sqlite3.Connection, script: str, version: int) -> None:
    """Runs the script and marks the file as a ledger of `version`: all of it or nothing."""
    marks = f"PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {version};"
    try:
        db.executescript(f"BEGIN IMMEDIATE; {script}\n{marks} COMMIT;")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise


def _connect_to_read(path: Path) -> sqlite3.Connection:
    db = _connect(path, "ro")
    try:
        db.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        return db
    except sqlite3.OperationalError as error:
        db.close()
        # In a folder that cannot be written SQLite cannot make the files beside a WAL database; without a log there is nobody to wait for.
        refused = error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY)
        if not refused or path.with_name(path.name + "-wal").exists():
            raise
        return _connect(path, "ro&immutable=1")


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    if sqlite3.sqlite_version_info < _OLDEST_SQLITE:
        raise WarledgerError(f"SQLite {sqlite3.sqlite_version} is too old", mend="Use a Python built with SQLite 3.37 or later")
    db = sqlite3.connect(f"file:{quote(str(path.absolute()))}?mode={mode}", uri=True, isolation_level=None, timeout=5.0)
    db.execute("PRAGMA foreign_keys = ON")
    return db


def _version(db: sqlite3.Connection, path: Path) -> int | None:
    """The schema version, `None` for a file without content.

    Raises:
        LedgerTooNew: higher than `SCHEMA_VERSION`.
        WarledgerError: another application's file.
    """
    application = db.execute("PRAGMA application_id").fetchone()[0]
    version = int(db.execute("PRAGMA user_version").fetchone()[0])
    tables = db.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    if application == 0 and version == 0 and tables == 0:
        return None
    if application != APPLICATION_ID:
        raise damaged(path, "another application's database")
    if version > SCHEMA_VERSION:
        what = f"{path} was written by a newer Warledger (schema {version}, this one knows {SCHEMA_VERSION})"
        raise LedgerTooNew(what, mend="Upgrade Warledger")
    return version
