"""The shares over short releases with hand-filled figures."""

from __future__ import annotations

from typing import Any

import pytest

from eval.releases import by_release, shares


def coded(name: str, killed: int, captured: int = 0) -> dict[str, Any]:
    return {"id": name, "text": "", "gold": {"start_date": "2011-04-09", "min_killed": killed, "min_captured": captured}}


def event(name: str, killed: int, day: str = "2011-04-09", modality: str = "asserted") -> dict[str, Any]:
    counts = [{"group": "fighters", "low": killed, "high": killed}] if killed else []
    fields = {"kind": "event", "date_start": day, "date_end": day, "killed": counts, "captured": [], "modality": modality}
    return {"doc": f"releases#{name}", **fields}


def test_right_wrong_and_absent_answers_are_told_apart() -> None:
    found = by_release([event("a", 2), event("b", 3, "2011-04-08"), event("d", 1)])
    metrics, _ = shares([coded("a", 2), coded("b", 2), coded("c", 0), coded("d", 0)], found)
    assert metrics == {
        "releases.day": pytest.approx(0.5),
        "releases.killed": pytest.approx(0.5),
        "releases.none_killed": pytest.approx(0.5),
        "releases.captured": 0.0,
    }


def test_what_was_only_planned_or_denied_did_not_happen() -> None:
    assert by_release([event("a", 2, modality="planned"), event("a", 2, modality="denied")]) == {}
