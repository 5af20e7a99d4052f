"""Forgetting: the one exception to a ledger that only grows. What is erased is gone from the file, not only from view."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

#: What stands of one document in each table, as a condition with the document's id for `:id` and its names for `:name` and `:like`.
#: In an order that foreign keys allow.
_OF_A_DOCUMENT = {
    "decisions": """json_extract(anchor, '$.document') = :id OR json_extract(detail, '$.document') = :id OR target IN
                    (SELECT claim FROM claims c JOIN readings r ON r.id = c.reading WHERE r.document = :id)""",
    "claims": "reading IN (SELECT id FROM readings WHERE document = :id)",
    "gaps": "reading IN (SELECT id FROM readings WHERE document = :id)",
    "readings": "document = :id",
    "metadata": "document = :id",
    "texts": "document = :id",
    "sightings": "document = :id",
    "problems": "name = :name OR name LIKE :like ESCAPE '\\'",
    "mended": "name = :name OR name LIKE :like ESCAPE '\\'",
    "documents": "id = :id",
}


def erase(db: sqlite3.Connection, document_id: str, at: str, reason: str) -> None:
    """Removes every row of the document, inside the caller's transaction, and marks it as forgotten.

    Raises:
        KeyError: it is not known.
    """
    row = db.execute("SELECT name FROM documents WHERE id = ?", (document_id,)).fetchone()
    if row is None:
        raise KeyError(document_id)
    values = {"id": document_id, "name": row[0], "like": "%" + _escaped(row[0])}
    with _unheld(db):
        for table, condition in _OF_A_DOCUMENT.items():
            db.execute(f"DELETE FROM {table} WHERE {condition}", values)
    for index in ("quotes", "titles"):
        db.execute(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")
    db.execute("INSERT INTO forgotten (document, at, reason) VALUES (?, ?, ?) ON CONFLICT DO NOTHING", (document_id, at, reason))


def scrub(db: sqlite3.Connection) -> None:
    """Writes the file anew without free pages and empties the log beside it: nothing erased can be read from the disk's file."""
    db.execute("VACUUM")
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def every(db: sqlite3.Connection) -> frozenset[str]:
    """The ids of all forgotten documents."""
    return frozenset(row[0] for row in db.execute("SELECT document FROM forgotten"))


@contextmanager
def _unheld(db: sqlite3.Connection) -> Iterator[None]:
    """Without the triggers that hold rows; they stand again before the transaction ends, or it fails as a whole."""
    names = tuple(f"{table}_held" for table in _OF_A_DOCUMENT)
    query = f"SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND name IN ({','.join('?' * len(names))})"
    triggers = db.execute(query, names).fetchall()
    for name, _ in triggers:
        db.execute(f"DROP TRIGGER {name}")
    yield
    for _, statement in triggers:
        db.execute(statement)


def _escaped(name: str) -> str:
    return name.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
