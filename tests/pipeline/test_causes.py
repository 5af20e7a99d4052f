"""Gaps by their cause: the one that recurs most first, with the entry that decides."""

from __future__ import annotations

from warledger.pipeline.limits import Skipped, causes_of
from warledger.records.gap import MEANING
from warledger.records.reason import GapReason


def skipped(doc: str, at: int, word: str, frame: str, reason: GapReason, field: str = "") -> Skipped:
    return Skipped(doc, at, at + 20, word, frame, reason, field, f"words at {at}")


def test_the_cause_that_recurs_most_comes_first_with_three_examples() -> None:
    rows = [skipped("a", n, "hold", "control.holds", GapReason.NOT_A_PLACE, "places") for n in range(4)]
    rows += [skipped("b", 9, "hold", "control.holds", GapReason.UNFILLED, "places")]
    first, second = causes_of(rows)
    assert (first.count, first.documents, len(first.examples), second.count) == (4, 1, 3, 1)
    assert "nouns.toml" in first.mend
    assert second.mend == "frames.toml, control.holds: roles of places"


def test_passages_come_last_whatever_their_number() -> None:
    rows = [skipped(d, 0, f"{n} sentences", "", GapReason.OFF_TOPIC) for n, d in enumerate("abc")]
    rows += [skipped("d", 0, "war", "event.clash", GapReason.NO_PARTY)]
    causes = causes_of(rows)
    assert [c.reason for c in causes] == [GapReason.NO_PARTY, GapReason.OFF_TOPIC]
    assert (causes[1].count, causes[1].mend) == (3, "")


def test_every_reason_has_a_meaning() -> None:
    assert set(MEANING) == set(GapReason)
