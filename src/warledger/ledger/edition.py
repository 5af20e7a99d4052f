"""Which edition of a ledger one has, told without reading it: rows are only added, so how many there are says enough."""

from __future__ import annotations

import sqlite3

from warledger.base.ids import content_id

#: What a state depends on. Runs and folders are left out: they change nothing that is shown.
_TABLES = ("texts", "metadata", "readings", "problems", "mended", "decisions")


def identity(db: sqlite3.Connection) -> str:
    """What tells this ledger from every other, copies aside."""
    return str(db.execute("SELECT token FROM identity").fetchone()[0])


def edition(db: sqlite3.Connection) -> str:
    """An id that changes whenever something is added that a state depends on, or erased. Two ledgers never share one, unless one was
    copied from the other; ask `fingerprint.content_digest` whether two ledgers hold the same."""
    newest = [db.execute(f"SELECT coalesce(max(id), 0) FROM {table}").fetchone()[0] for table in _TABLES]
    erased = db.execute("SELECT count(*) FROM forgotten").fetchone()[0]
    last = db.execute("SELECT digest FROM readings ORDER BY id DESC LIMIT 1").fetchone()
    return content_id("e", identity(db), newest, erased, last and last[0])


def marks(db: sqlite3.Connection) -> dict[str, str]:
    """Document id -> an id of the rows that count of it: text, metadata and readings. It changes when any of them does."""
    found = {document: [text, 0] for document, text in db.execute("SELECT document, max(id) FROM texts GROUP BY document")}
    for document, body in db.execute("SELECT document, max(id) FROM metadata GROUP BY document"):
        found[document][1] = body
    for document, reading in db.execute("SELECT document, id FROM current_readings ORDER BY document, id"):
        found[document].append(reading)
    return {document: " ".join(map(str, rows)) for document, rows in found.items()}
