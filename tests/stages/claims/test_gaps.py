"""A word of war that gave nothing says why, by a code of a closed set."""

from __future__ import annotations

import pytest

from tests.stages.claims.reports import report
from warledger.records.gap import Refusal
from warledger.records.reason import GapReason
from warledger.stages.claims.parser_text import LONGEST_BLOCK
from warledger.stages.claims.reader import ClaimReader

REFUSED = (
    ("Rebels did not capture Orvane.", "capture", "control.captured negated"),
    ("The rebels captured the moment.", "capture", "control.captured not_a_place places"),
    ("They fled.", "flee", "movement.fled unfilled actors1"),
    ("The ferry left Orvane.", "leave", "control.withdrew not_armed lost_by"),
    ("The army lost.", "lose", "control.lost unfilled places"),
    ("The report speaks of an airstrike.", "airstrike", "event.airstrike generic"),
    ("The fight against poverty goes on.", "fight", "event.clash no_party"),
)


@pytest.mark.parametrize(("text", "word", "code"), REFUSED)
def test_the_reason_names_frame_and_field(reader: ClaimReader, text: str, word: str, code: str) -> None:
    (reading,) = reader.read([report(text)])
    assert not reading.claims
    assert (word, code) in {(g.trigger, g.why) for g in reading.gaps}


def test_a_sentence_that_gave_a_record_is_no_gap(reader: ClaimReader) -> None:
    (reading,) = reader.read([report("Rebels captured Orvane and the moment.")])
    assert reading.claims
    assert reading.gaps == ()


def test_a_block_cut_short_is_counted(reader: ClaimReader) -> None:
    text = "Rebels shelled the hall in the siege. " + "The hall was quiet. " * (LONGEST_BLOCK // 20 + 5)
    (reading,) = reader.read([report(text.strip())])
    (gap,) = [gap for gap in reading.gaps if gap.refusal.reason is GapReason.TOO_LONG]
    assert (gap.refusal.reason, gap.span.start) == (GapReason.TOO_LONG, LONGEST_BLOCK)


@pytest.mark.parametrize(
    "refusal", [Refusal("a.b", GapReason.UNFILLED, "by"), Refusal("a.b", GapReason.NEGATED), Refusal("", GapReason.TOO_LONG)]
)
def test_a_code_is_read_back(refusal: Refusal) -> None:
    assert Refusal.parse(refusal.code) == refusal


def test_a_code_of_another_time_is_unexplained() -> None:
    assert Refusal.parse("no part of the clause filled what the frame needs").reason is GapReason.UNEXPLAINED
