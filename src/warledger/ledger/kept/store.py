"""The kept state: one SQLite file with the parts of a state, each found by what it is asked for by."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
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
from warledger.records.state import NamesOf
from warledger.records.witness import Witness

#: Seconds to wait for another process that is working the same state out.
_PATIENCE = 120.0
#: `PRAGMA user_version` of the files this Warledger writes; any other is made anew.
VERSION = 1

T = TypeVar("T")

#: What goes wrong with such a file: whatever it is, the file is worth nothing then.
BROKEN = (sqlite3.DatabaseError, msgspec.DecodeError)


class Kept:
    """An open file. What is read is of one moment, until `renew`. Any thread may ask, one at a time."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = made = Connection(db)
        self.witnesses = Rows(made, "witnesses", Witness, ("document", "mark", "doc", "family", "known"))
        self.gaps = Rows(made, "gaps", tuple[Gap, ...], ("document", "sentences"))
        columns = ("id", "document", "doc", "start_at", "kind", "status", "factual", "dated", "first", "last")
        self.claims = Rows(made, "claims", Claim, columns, "doc, start_at, kind, id")
        self.links = Rows(made, "links", NamesOf, ("document",))
        self.families = Rows(made, "families", Family, ("id",))
        self.edges = Rows(made, "edges", Edge, ("id", "copy", "origin"))
        self.corrections = Rows(made, "corrections", tuple[Correction, ...], ("document",))
        order = "first IS NULL, first, place, id"
        self.happenings = Rows(made, "happenings", Happening, ("id", "first", "last", "place", "told", "placed"), order)
        self.disputes = Rows(made, "disputes", Dispute, ("id", "real", "texts", "first", "last"))
        self.control = Rows(made, "control", PlaceControl, ("key",))

    @classmethod
    def open(cls, path: Path | None) -> Kept:
        """The file at `path`, made where there is none; `None`: one in memory only.

        Raises:
            OSError, sqlite3.Error: it cannot be opened or made there, or is broken.
        """
        where = ":memory:" if path is None else f"file:{quote(str(path.absolute()))}?mode=rwc"
        db = sqlite3.connect(where, uri=True, isolation_level=None, timeout=_PATIENCE, check_same_thread=False)
        try:
            db.execute("PRAGMA journal_mode = WAL")
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
        """The file as it is, where there is one of this version that can be read."""
        try:
            db = sqlite3.connect(f"file:{quote(str(path.absolute()))}?mode=ro", uri=True, isolation_level=None, check_same_thread=False)
            if db.execute("PRAGMA user_version").fetchone()[0] == VERSION:
                return cls(db)
        except sqlite3.Error:
            return None
        db.close()
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

    def clear(self) -> None:
        """Takes everything away."""
        for (table,) in self.db.rows("SELECT name FROM sqlite_schema WHERE type = 'table'"):
            self.db.run(f"DELETE FROM {table}")


def _make(db: sqlite3.Connection) -> None:
    """The tables, in place of whatever was there; inside the caller's transaction."""
    for kind, name in db.execute("SELECT type, name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%'").fetchall():
        db.execute(f"DROP {kind} {name}")
    script = files(__package__).joinpath("schema.sql").read_text(encoding="utf-8")
    for statement in script.split(";\n"):
        db.execute(statement)
    db.execute(f"PRAGMA user_version = {VERSION}")
