"""Runs: when something was read, with what, and what came of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

import msgspec

from warledger.base.ids import canonical


class Run(msgspec.Struct, frozen=True):
    """One reading or import. Instants are ISO, UTC; `versions` says which tools and models did it.
    `ended` is `None` for a run cut short."""

    id: int
    started: str
    versions: dict[str, str]
    ended: str | None = None
    counts: dict[str, int] = {}


def begin(db: sqlite3.Connection, at: str, versions: Mapping[str, str]) -> int:
    """Adds a run; its number is larger than those of all before."""
    row = db.execute("INSERT INTO runs (started, versions) VALUES (?, ?) RETURNING id", (at, _json(versions))).fetchone()
    return int(row[0])


def end(db: sqlite3.Connection, run: int, at: str, counts: Mapping[str, int]) -> None:
    """Marks a run as complete."""
    db.execute("INSERT INTO run_ends (run, ended, counts) VALUES (?, ?, ?)", (run, at, _json(counts)))


def every(db: sqlite3.Connection) -> tuple[Run, ...]:
    """All runs, the oldest first."""
    rows = db.execute("SELECT id, started, versions, ended, coalesce(counts, '{}') FROM runs LEFT JOIN run_ends ON run = id ORDER BY id")
    return tuple(
        Run(number, started, msgspec.json.decode(versions, type=dict[str, str]), ended, msgspec.json.decode(counts, type=dict[str, int]))
        for number, started, versions, ended, counts in rows
    )


def _json(values: Mapping[str, object]) -> str:
    return canonical(dict(values)).decode()
