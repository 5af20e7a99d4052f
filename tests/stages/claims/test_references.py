"""Pronouns, possessives and bare nouns that refer back, and doers told before."""

from __future__ import annotations

import pytest

from tests.stages.claims.reports import Read, content, of_kind


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("Rebels attacked Orvane with help from Norway. They captured Mirrow.", ("Rebels",)),
        ("The River Army attacked rebels in Orvane. It captured Mirrow.", ("River Army",)),
        ("Turkey and France ended the war. They captured Mirrow.", ("Turkey", "France")),
        ("The River Army is an armed group. On Monday the armed group captured Mirrow.", ("River Army",)),
        ("Turkey condemned the River Army. On Monday the group captured Mirrow.", ("River Army",)),
    ],
)
def test_who_is_meant_by_them(read: Read, text: str, doers: tuple[str, ...]) -> None:
    assert content(read(text), "control").gained_by == doers


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("President Ann Lee left Varno. She condemned the rebels.", "Ann Lee"),
        ("A villager fled Orvane on Monday. He condemned the rebels.", "villager"),
        ("President Ann Lee left Varno. Osk Marsh is wrong, she said.", "Ann Lee"),
        ("Norwegian President Ann Lee left.\nOn Friday the Norwegian president condemned the rebels.", "Ann Lee"),
        ("On Friday President-elect Ann Lee condemned the rebels.", "Ann Lee"),
        ("The US condemned the rebels.", "US"),
    ],
)
def test_who_is_meant_by_her(read: Read, text: str, speaker: str) -> None:
    assert content(read(text), "statement").speaker == speaker


@pytest.mark.parametrize(
    ("sentence", "doers"),
    [
        ("Turkey and France began their bombardment of Orvane.", ("Turkey", "France")),
        ("A bombing claimed by the River Army killed nine soldiers in Orvane.", ("River Army",)),
        ("An airstrike blamed on Russia killed nine civilians in Orvane.", ("Russia",)),
        ("Rebels entered Mirrow after clashes with soldiers in Orvane.", ("Rebels",)),
        ("Two suicide bombers from the River Army attacked a mosque in Orvane.", ("River Army",)),
        ("Members of the River Army and Norwegian soldiers killed nine civilians.", ("River Army", "Norwegian soldiers")),
        ("A rocket killed nine civilians in Orvane.", ()),
        ("Turkey, France, and Norway carried out airstrikes on Orvane.", ("Turkey", "France", "Norway")),
        ("Fighters loyal to Osk Marsh attacked soldiers in Orvane.", ("Fighters loyal to Osk Marsh",)),
        ("Anti-government protests broke out in Orvane.", ("Anti-government protesters",)),
    ],
)
def test_who_did_it(read: Read, sentence: str, doers: tuple[str, ...]) -> None:
    assert content(read(sentence), "event").actors1 == doers


def test_the_strikes_are_those_told_before(read: Read) -> None:
    claims = of_kind(read("Russian airstrikes hit Orvane on Monday. The airstrikes killed nine civilians in Mirrow."), "event")
    assert [content((c,), "event").actors1 for c in claims] == [("Russia",), ("Russia",)]


def test_the_strikes_bring_their_kind_along(read: Read) -> None:
    claims = of_kind(read("French warplanes struck rebels in Orvane. The strikes killed nine rebels."), "event")
    assert {content((c,), "event").type for c in claims} == {"Air/drone strike"}


def test_who_claims_responsibility_did_it(read: Read) -> None:
    claims = of_kind(read("A suicide bomber killed nine soldiers in Orvane. The River Army claimed responsibility."), "event")
    assert content((claims[0],), "event").actors1 == ("River Army",)


def test_its_fighters_are_the_fighters_of_the_group(read: Read) -> None:
    claims = read("The River Army met on Monday. It said its fighters had captured Mirrow.")
    assert content(claims, "control").gained_by == ("River Army fighters",)


def test_a_strike_is_a_new_one(read: Read) -> None:
    claims = of_kind(read("Russian airstrikes hit Orvane on Monday. An airstrike killed nine civilians in Mirrow."), "event")
    assert [content((c,), "event").actors1 for c in claims] == [("Russia",), ()]
