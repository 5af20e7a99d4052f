"""Who says so, and how firmly."""

from __future__ import annotations

import pytest

from tests.stages.claims.reports import Read, content, of_kind
from warledger.records.claim import FACTUAL


@pytest.mark.parametrize(
    ("sentence", "modality", "said_by"),
    [
        ("Rebels captured Orvane.", "asserted", []),
        ("Rebels reportedly captured Orvane.", "reported", []),
        ("The rebels are said to have captured Orvane.", "reported", []),
        ("The Mirrow Observatory reported that rebels captured Orvane.", "reported", ["Mirrow Observatory"]),
        ("According to the Mirrow Observatory, rebels captured Orvane.", "reported", ["Mirrow Observatory"]),
        ("Rebels captured Orvane, according to the Mirrow Observatory.", "reported", ["Mirrow Observatory"]),
        ("Rebels captured Orvane, the Mirrow Observatory said on Monday.", "reported", ["Mirrow Observatory"]),
        ("Witnesses told the Harbour News Agency that rebels had captured Orvane.", "reported", ["Witnesses"]),
        ("The rebels claimed that they had captured Orvane.", "claimed", ["rebels"]),
        ("The army said that its soldiers had captured Orvane.", "claimed", ["army"]),
        ("The army denied that it had lost Orvane.", "denied", ["army"]),
        ("The rebels will capture Orvane.", "planned", []),
        ("The rebels plan to capture Orvane.", "planned", []),
        ("The rebels tried to capture Orvane.", "planned", []),
        ("Officials fear the rebels will capture Orvane.", "planned", ["Officials"]),
        ("The rebels could capture Orvane.", "hypothetical", []),
        ("If the rebels capture Orvane, the road is lost.", "hypothetical", []),
    ],
)
def test_modality_and_voices(read: Read, sentence: str, modality: str, said_by: list[str]) -> None:
    (claim,) = of_kind(read(sentence), "control")
    assert (claim.modality, list(claim.said_by)) == (modality, said_by)


def test_a_spokesman_of_a_party_claims(read: Read) -> None:
    (claim,) = of_kind(read("Rue Dallow, a spokesman for the Free River Army, said 12 soldiers were killed."), "event")
    assert (claim.modality, claim.said_by) == ("claimed", ("Rue Dallow",))


@pytest.mark.parametrize(
    "sentence",
    [
        "The rebels did not capture Orvane.",
        "The rebels never entered Orvane.",
        "The rebels have not withdrawn from Orvane.",
        "The army denied that it had lost Orvane.",
        "The government denied killing civilians in Orvane.",
        "If the rebels capture Orvane, the road is lost.",
        "The rebels failed to capture Orvane.",
        "It was not clear whether rebels had captured Orvane.",
    ],
)
def test_what_did_not_happen_is_never_put_forward_as_fact(read: Read, sentence: str) -> None:
    deeds = [c for c in read(sentence) if c.kind != "statement"]
    assert [c for c in deeds if c.modality in FACTUAL] == []


def test_a_denial_is_a_statement_and_a_denied_claim(read: Read) -> None:
    claims = read("The government denied killing civilians in Orvane.")
    assert [(c.kind, c.modality) for c in claims] == [("event", "denied"), ("statement", "asserted")]
    assert claims[0].said_by == ("government",)
    assert content(claims, "statement").act == "REJECT"


def test_confidence_falls_with_firmness(read: Read) -> None:
    (firm,) = read("Rebels captured Orvane.")
    (planned,) = read("Rebels plan to capture Orvane.")
    assert planned.confidence < firm.confidence


def test_a_body_claims_its_own_deeds(read: Read) -> None:
    (event,) = of_kind(read("The Tessk Movement said it had shelled Orvane."), "event")
    assert (event.said_by, event.modality) == (("Tessk Movement",), "claimed")


def test_what_was_reported_is_reported(read: Read) -> None:
    (event,) = of_kind(read("Clashes were reported in Orvane."), "event")
    assert event.modality == "reported"


def test_he_who_said_it_is_named(read: Read) -> None:
    claims = read("Foreign Minister Osk Tarin visited Orvane. He said that rebels had captured Mirrow.")
    assert [c.said_by for c in of_kind(claims, "control")] == [("Osk Tarin",)]


def test_what_was_announced_is_planned_and_so_is_what_fighting_is_for(read: Read) -> None:
    (move,) = of_kind(read("France announced in March that it would withdraw its troops from Sull."), "control")
    (taking,) = of_kind(read("Norwegian forces began an offensive to take Sull."), "control")
    assert [move.modality.value, taking.modality.value] == ["planned", "planned"]
