"""The made-up war: the same every time, and such as a reader could have taken it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from eval.scale.measure import STEPS
from eval.scale.monitor import take, write_monitor
from eval.scale.reports import make_war
from warledger.ledger.store import Ledger


def test_the_same_war_is_made_every_time() -> None:
    assert make_war(40, days=10, places=8, actors=6) == make_war(40, days=10, places=8, actors=6)


def test_every_claim_stands_where_it_says_and_copies_are_families(tmp_path: Path) -> None:
    war = make_war(40, days=10, places=8, actors=6)
    monitor = write_monitor(tmp_path / "war", war)
    outcome = take(monitor, war.reports, [monitor.reports])
    assert (outcome.read, outcome.problems) == (40, ())
    with Ledger.open(monitor.ledger) as ledger:
        texts = {d.id: d.text for d in ledger.documents()}
        claims = ledger.claims()
    assert all(c.span.of(texts[c.document]) == c.quote for c in claims)
    assert all(m.span is None or m.span.of(texts[c.document]) == m.name for c in claims for m in c.mentions)
    assert Counter(c.kind for c in claims).keys() >= {"event", "control", "statement", "toll"}
    assert take(monitor, war.reports, [monitor.reports]).unchanged == 40


@pytest.mark.parametrize("name", ["make", "first", "ask", "ask before", "add", "again"])
def test_every_step_measures_something(tmp_path: Path, name: str) -> None:
    if name != "make":
        STEPS["make"](tmp_path / "war", 20)
    step = STEPS[name](tmp_path / "war", 20)
    assert step.seconds and all(clock >= 0 for clock, _ in step.seconds.values()) and step.memory > 0
