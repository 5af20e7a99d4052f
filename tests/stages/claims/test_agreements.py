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
        ("Turkey struck a deal with Russia on Thursday.", ["Turkey", "Russia"], "made"),
        ("Turkey and Russia agreed to a ceasefire.", ["Turkey", "Russia"], "made"),
        ("Turkey and Russia agreed on a plan for Kellin.", ["Turkey", "Russia"], "made"),
        ("The agreement, signed by Turkey and Russia in spring, ended the war.", ["Turkey", "Russia"], "made"),
        ("A ceasefire is holding in Kellin.", [], "made"),
        ("The ceasefire collapsed after two days.", [], "failed"),
        ("The collapse of the ceasefire led to new fighting.", [], "failed"),
        ("The truce, brokered by Norway, expired on Sunday.", ["Norway"], "ended"),
        ("Russia pulled out of the grain deal.", ["Russia"], "ended"),
        ("The shelling was a violation of the agreement between Turkey and Russia.", ["Turkey", "Russia"], "violated"),
        ("Peace talks between Turkey and Russia failed.", ["Turkey", "Russia"], "failed"),
        ("The Tessk Council adopted a resolution imposing a no-fly zone.", ["Tessk Council"], "made"),
    ],
)
def test_parties_and_status(read: Read, sentence: str, parties: list[str], status: str) -> None:
    made = content(read(sentence), "agreement")
    assert (list(made.parties), made.status) == (parties, status)


def test_where_it_was_signed(read: Read) -> None:
    (claim,) = of_kind(read("The government and the rebels signed a ceasefire agreement in Port Hale."), "agreement")
    assert claim.places == ("Port Hale",)


@pytest.mark.parametrize(
    "sentence",
    [
        "Residents hope for a truce.",
        "The council called for an immediate ceasefire.",
        "There is no deal, the minister said.",
        "He left for Varno after his talks.",
        "The army is ready to sign a truce.",
        "The ministers agreed on Monday to meet again.",
        "According to the wire, the president signed a secret order.",
    ],
)
def test_what_nobody_made_is_no_agreement(read: Read, sentence: str) -> None:
    assert of_kind(read(sentence), "agreement") == []


def test_the_leaders_of_several_powers_stand_for_them(read: Read) -> None:
    deal = content(read("The leaders of Norway, France and Turkey signed an agreement."), "agreement")
    assert deal.parties == ("Norway", "France", "Turkey")


def test_a_treaty_called_by_its_town_is_not_the_towns(read: Read) -> None:
    assert content(read("The Sull Agreement was signed in Orvane."), "agreement").parties == ()
