"""Decisions by people."""

from __future__ import annotations

import sqlite3

import msgspec

from warledger.records.decision import Decision


def add(db: sqlite3.Connection, decision: Decision) -> None:
    """Adds a decision; the very same one again changes nothing."""
    row = (decision.target, decision.verdict.value, decision.decider, decision.at, decision.reason)
    db.execute("INSERT INTO decisions (target, verdict, decider, at, reason) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING", row)


def every(db: sqlite3.Connection) -> tuple[Decision, ...]:
    """All decisions in the order they were made; of one instant, in the order they came in."""
    rows = db.execute("SELECT target, verdict, decider, at, reason FROM decisions ORDER BY at, id")
    return tuple(msgspec.convert(dict(zip(Decision.__struct_fields__, row, strict=True)), Decision) for row in rows)
