"""Deals and ceasefires."""

from __future__ import annotations

import pytest

from tests.stages.claims.reports import Read, content, of_kind


@pytest.mark.parametrize(
    ("sentence", "parties", "status"),
    [
        ("The government and the Free River Army signed a ceasefire agreement.", ["government", "Free River Army"], "made"),
        ("A ceasefire between the government and the Free River Army took effect on Monday.", ["government", "Free River Army"], "made"),
        ("A truce was signed by the government and the rebels.", ["government", "rebels"], "made"),
        ("The rebels violated the ceasefire.", ["rebels"], "violated"),
        ("The rebels rejected the plan.", ["rebels"], "failed"),
    ],
)
def test_parties_and_status(read: Read, sentence: str, parties: list[str], status: str) -> None:
    made = content(read(sentence), "agreement")
    assert (list(made.parties), made.status) == (parties, status)


def test_where_it_was_signed(read: Read) -> None:
    (claim,) = of_kind(read("The government and the rebels signed a ceasefire agreement in Port Hale."), "agreement")
    assert claim.places == ("Port Hale",)


def test_a_truce_nobody_made_is_no_agreement(read: Read) -> None:
    assert of_kind(read("Residents hope for a truce."), "agreement") == []
