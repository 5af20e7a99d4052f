"""Sentences that end with who says so, whatever the parser made of the speaker."""

from __future__ import annotations

import pytest

from tests.stages.claims.reports import Read
from warledger.records.claim import Statement


@pytest.mark.parametrize(
    ("text", "voices"),
    [
        ("Rebels took Orvane from the army, two officers and a local official told reporters.", ("officers", "local official")),
        ("Troops clashed with rebels in Orvane on Friday, opposition fighters and commanders said.", ("opposition fighters", "commanders")),
        ("The air force struck an oil refinery in Tessk, a source in the agency told reporters.", ("source",)),
        ("Government strikes killed at least 38 villagers across Kellin on Thursday, the civil defence agency said, as talks stalled.",
         ("civil defence agency",)),
        ("A rocket hit a school in Orvane, killing four people and injuring 19, regional governor Osk Tarin wrote online.", ("Osk Tarin",)),
        ("Ten people were killed and 30 wounded in the shelling of Orvane, a doctor working there told reporters.", ("doctor",)),
    ],
)  # fmt: skip
def test_who_closes_the_sentence_says_it(read: Read, text: str, voices: tuple[str, ...]) -> None:
    told = [claim for claim in read(text) if claim.kind in {"event", "control"}]
    assert told
    assert {claim.said_by for claim in told} == {voices}


@pytest.mark.parametrize(
    "text",
    [
        "Shells fell on Orvane on Friday, killing at least five people and wounding 22 others, local officials said.",
        "In Orvane, 12 people died when a strike hit a school in the old town, hospital staff said.",
    ],
)
def test_what_is_told_needs_no_statement_beside_it(read: Read, text: str) -> None:
    assert [claim.kind for claim in read(text)] == ["event"]


def test_a_clause_behind_the_verb_is_what_is_said(read: Read) -> None:
    claims = read("Rebels attacked Orvane on Friday, and the mayor of Tessk said they had also shelled Sull.")
    assert [(c.places, c.said_by) for c in claims if c.kind == "event" and "Orvane" in c.places] == [(("Orvane",), ())]


def test_who_says_also_denies_and_accuses(read: Read) -> None:
    claims = read("The Front said in a statement that it had freed a captive in Orvane and accused Osk Tarin of lying.")
    statements = [c.content for c in claims if isinstance(c.content, Statement)]
    assert [(s.speaker, s.act) for s in statements if s.act == "ACCUSE"] == [("Front", "ACCUSE")]
