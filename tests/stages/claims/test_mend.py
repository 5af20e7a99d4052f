"""Sentences that end with who says so, whatever the parser made of the speaker."""

from __future__ import annotations

import pytest

from tests.stages.claims.reports import Read, of_kind
from warledger.records.claim import Control, Event, Statement


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


def test_a_place_before_the_subject_takes_nothing_from_it(read: Read) -> None:
    claims = read("In neighbouring Kellin, tribal rebels said they had attacked Orvane on Friday after a siege.")
    assert [(c.said_by, c.content.actors1) for c in claims if isinstance(c.content, Event)] == [(("tribal rebels",), ("tribal rebels",))]


def test_a_last_clause_is_not_what_the_sentence_is_about(read: Read) -> None:
    text = "The Front fired 60 rockets into Orvane on Wednesday, the army said, a day after a raid on the village of Sull killed two men."
    rockets = [c for c in read(text) if "Orvane" in c.places and c.kind == "event"]
    assert [(c.said_by, c.time and str(c.time.start)) for c in rockets] == [(("army",), "2030-04-10")]


def test_a_verb_taken_for_a_part_of_a_name_is_found(read: Read) -> None:
    (claim,) = of_kind(read("Rebels led by Hay'at Mirrow al-Tessk (HMT) captured Orvane."), "control")
    assert claim.places == ("Orvane",)
    assert isinstance(claim.content, Control) and claim.content.gained_by[0].startswith("Rebels led by")
