"""The kept state: one SQLite file with the parts of a state, each found by what it is asked for by."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import TypeVar
from urllib.parse import quote

import msgspec

from warledger.ledger.kept.rows import Connection, Rows
from warledger.records.claim import Claim
from warledger.records.control import PlaceControl
from warledger.records.dispute import Dispute
from warledger.records.event import Happening
from warledger.records.family import Correction, Edge, Family
from warledger.records.gap import Gap
from warledger.records.link import NamesOf
from warledger.records.witness import Witness

#: Seconds to wait for another process that is working the same state out.
_PATIENCE = 120.0
#: The same where nobody works: somebody reads a file that was damaged under them.
_BRIEF = 2.0
#: `PRAGMA user_version` of the files this Warledger writes; any other is made anew.
VERSION = 2

T = TypeVar("T")

#: What goes wrong with such a file.
BROKEN = (sqlite3.DatabaseError, msgspec.DecodeError)
_NOT_ITS_FAULT = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_FULL}


class Kept:
    """An open file. What is read is of one moment, until `renew`. Any thread may ask, one at a time."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = made = Connection(db)
        self.witnesses = Rows(made, "witnesses", Witness, ("document", "mark", "doc", "family", "publisher", "known"))
        self.gaps = Rows(made, "gaps", tuple[Gap, ...], ("document", "sentences"))
        columns = ("id", "document", "doc", "start_at", "kind", "status", "hand", "factual", "dated", "first", "last")
        self.claims = Rows(made, "claims", Claim, columns, "doc, start_at, kind, id")
        self.links = Rows(made, "links", NamesOf, ("document",))
        self.families = Rows(made, "families", Family, ("id",))
        self.edges = Rows(made, "edges", Edge, ("id", "copy", "origin"))
        self.corrections = Rows(made, "corrections", tuple[Correction, ...], ("document",))
        order = "first IS NULL, first, place, id"
        self.happenings = Rows(made, "happenings", Happening, ("id", "first", "last", "place", "told", "placed"), order)
        self.disputes = Rows(made, "disputes", Dispute, ("id", "real", "weight", "first", "last"))
        self.control = Rows(made, "control", PlaceControl, ("key",))

    @classmethod
    def open(cls, path: Path | None) -> Kept:
        """The file at `path`, made where there is none; `None`: one in memory only.

        Raises:
            OSError, sqlite3.Error: it cannot be opened or made there, or is broken.
        """
        where = ":memory:" if path is None else f"file:{quote(str(path.absolute()))}?mode=rwc"
        db = sqlite3.connect(where, uri=True, isolation_level=None, timeout=_BRIEF, check_same_thread=False)
        try:
            # Only a file that is no WAL database yet, or no longer, has to be had alone for this: not worth a long wait.
            db.execute("PRAGMA journal_mode = WAL")
            db.execute(f"PRAGMA busy_timeout = {round(1000 * _PATIENCE)}")
            db.execute("PRAGMA synchronous = OFF")  # what a failing machine loses is worked out again
            kept = cls(db)
            with kept.writing():
                if db.execute("PRAGMA user_version").fetchone()[0] != VERSION:
                    _make(db)
            return kept
        except BaseException:
            db.close()
            raise

    @classmethod
    def open_to_read(cls, path: Path) -> Kept | None:
        """The file as it is at this moment, where there is one of this version that can be read."""
        # In a folder that cannot be written SQLite cannot make the files beside a WAL database: then nobody writes it either.
        for mode in ("ro", "ro&immutable=1") if path.is_file() else ():
            db = sqlite3.connect(f"file:{quote(str(path.absolute()))}?mode={mode}", uri=True, isolation_level=None, check_same_thread=False)
            try:
                if db.execute("PRAGMA user_version").fetchone()[0] == VERSION:
                    kept = cls(db)
                    kept.hold()
                    return kept
            except sqlite3.Error:
                pass
            db.close()
            if path.with_name(f"{path.name}-wal").exists():
                break
        return None

    def close(self) -> None:
        """Closes the file. Closing twice is harmless."""
        self.db.close()

    def head(self, name: str, kind: type[T]) -> T | None:
        """A part of the head."""
        rows = self.db.rows("SELECT body FROM head WHERE name = ?", (name,))
        return msgspec.msgpack.decode(rows[0][0], type=kind) if rows else None

    def set_head(self, name: str, value: object) -> None:
        """Keeps a part of the head."""
        self.db.run("INSERT OR REPLACE INTO head (name, body) VALUES (?, ?)", (name, msgspec.msgpack.encode(value)))

    def hold(self) -> None:
        """From now on everything is read as it is at this moment, whatever another process writes."""
        self.db.run("BEGIN")
        self.db.rows("SELECT count(*) FROM head")  # a read transaction begins with its first read

    def release(self) -> None:
        """Ends what `hold` began."""
        self.db.run("COMMIT")

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Everything written inside is kept, or nothing. Waits for another process that writes."""
        self.db.run("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self.db.run("ROLLBACK")
            raise
        self.db.run("COMMIT")

    def statuses(self, claims: Iterable[str] | None = None) -> dict[str, str]:
        """What became of these claims (`None`: of all), by id."""
        if claims is None:
            return dict(self.db.rows("SELECT id, status FROM claims"))
        return {i: row[0] for i in claims for row in self.db.rows("SELECT status FROM claims WHERE id = ?", (i,))}

    def set_members(self, rows: Iterable[tuple[str, str]]) -> None:
        """Keeps which happening each claim is in."""
        self.db.many("INSERT OR REPLACE INTO members (claim, happening) VALUES (?, ?)", rows)

    def set_sides(self, rows: Iterable[tuple[str, str]]) -> None:
        """Keeps which disputes each claim is a side of."""
        self.db.many("INSERT OR REPLACE INTO sides (claim, dispute) VALUES (?, ?)", rows)

    def set_named(self, rows: Iterable[tuple[str, str]]) -> None:
        """Keeps the places claims name: (folded name, claim)."""
        self.db.many("INSERT OR REPLACE INTO named (key, claim) VALUES (?, ?)", rows)

    def clear(self) -> None:
        """Takes everything away."""
        for (table,) in self.db.rows("SELECT name FROM sqlite_schema WHERE type = 'table'"):
            self.db.run(f"DELETE FROM {table}")


def is_broken(error: BaseException) -> bool:
    """Whether the error says that the file is worth nothing, rather than that it cannot be had now."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF not in _NOT_ITS_FAULT


def _make(db: sqlite3.Connection) -> None:
    """The tables, in place of whatever was there; inside the caller's transaction."""
    for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").fetchall():
        db.execute(f"DROP TABLE {name}")
    script = files(__package__).joinpath("schema.sql").read_text(encoding="utf-8")
    for statement in script.split(";\n"):
        db.execute(statement)
    db.execute(f"PRAGMA user_version = {VERSION}")
