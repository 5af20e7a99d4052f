"""Decisions by people."""

from __future__ import annotations

import sqlite3

import msgspec

from warledger.base.ids import canonical
from warledger.records.decision import Anchor, Decision, Verdict

_COLUMNS = "target, verdict, decider, at, reason, detail, anchor"


def add(db: sqlite3.Connection, decision: Decision) -> None:
    """Adds a decision; the very same one again changes nothing."""
    anchor = None if decision.anchor is None else canonical(decision.anchor).decode()
    detail = canonical(decision.detail).decode()
    row = (decision.target, decision.verdict.value, decision.decider, decision.at, decision.reason, detail, anchor)
    db.execute(f"INSERT INTO decisions ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING", row)


def every(db: sqlite3.Connection) -> tuple[Decision, ...]:
    """All decisions in the order they were made; of one instant, in the order they came in."""
    rows = db.execute(f"SELECT {_COLUMNS} FROM decisions ORDER BY at, id")
    return tuple(_decision(*row) for row in rows)


def _decision(target: str, verdict: str, decider: str, at: str, reason: str, detail: str, anchor: str | None) -> Decision:
    stood = None if anchor is None else msgspec.json.decode(anchor, type=Anchor)
    return Decision(target, Verdict(verdict), decider, at, reason, msgspec.json.decode(detail), stood)
