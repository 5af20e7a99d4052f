"""How many fighters, arms, bases or members an actor has."""

from __future__ import annotations

import pytest

from tests.stages.claims.reports import Read, content, of_kind


@pytest.mark.parametrize(
    ("sentence", "actor", "unit", "low", "high"),
    [
        ("Turkey has 2,900 troops stationed in Kellin.", "Turkey", "personnel", 2900, 2900),
        ("Some 900 Turkish soldiers are stationed in Kellin.", "Turkish soldiers", "personnel", 900, 900),
        ("There are around 900 Turkish soldiers operating in Kellin.", "Turkish soldiers", "personnel", 900, 900),
        ("The Free River Army, a force of 5,000 fighters, was founded in spring.", "Free River Army", "personnel", 5000, 5000),
        ("The Free River Army, with its 5,000 fighters, controls Kellin.", "Free River Army", "personnel", 5000, 5000),
        ("Varno's army has 980,000 soldiers.", "Varno's army", "personnel", 980000, 980000),
        ("The army numbers 40,000 men.", "army", "personnel", 40000, 40000),
        ("The mission consists of more than 1,500 peacekeepers.", "mission", "personnel", 1500, None),
        ("Russia has three bases in Kellin.", "Russia", "bases", 3, 3),
        ("The government has 300 tanks.", "government", "tanks", 300, 300),
        ("The coalition of 12 countries met in Varno.", "coalition", "countries", 12, 12),
        ("France will cut its force in Kellin to 1,000 troops.", "France", "personnel", 1000, 1000),
        ("A 500-strong brigade attacked Varno.", "brigade", "personnel", 500, 500),
        ("Galo became the commander of about 12,000 rebels based in Orvane.", "rebels", "personnel", 12000, 12000),
        ("A group of 50 rebels waited inside the city.", "rebels", "personnel", 50, 50),
        ("The group is estimated to have between 2,000 and 3,000 fighters.", "group", "personnel", 2000, 3000),
    ],
)
def test_whose_and_how_many(read: Read, sentence: str, actor: str, unit: str, low: int | None, high: int | None) -> None:
    strength = content(read(sentence), "strength")
    assert (strength.actor, strength.unit, strength.low, strength.high) == (actor, unit, low, high)


def test_two_arms_of_one_actor(read: Read) -> None:
    claims = of_kind(read("The navy operates 14 frigates and 30 boats."), "strength")
    assert {(content((c,), "strength").unit, content((c,), "strength").low) for c in claims} == {("frigates", 14), ("boats", 30)}


def test_where_they_are(read: Read) -> None:
    (claim,) = of_kind(read("Some 900 Turkish soldiers are stationed in Kellin."), "strength")
    assert claim.places == ("Kellin",)


@pytest.mark.parametrize(
    "sentence",
    [
        "Rebels killed 30 soldiers near Mirrow.",
        "Turkey sent 300 soldiers to Kellin.",
        "The rebels have lost 30 soldiers.",
        "The president has three sons.",
        "Two soldiers were killed and 30 fighters surrendered.",
    ],
)
def test_whom_something_happens_to_is_nobodys_strength(read: Read, sentence: str) -> None:
    assert of_kind(read(sentence), "strength") == []


def test_those_stationed_somewhere_do_not_move(read: Read) -> None:
    assert of_kind(read("Some 900 Turkish soldiers are stationed in Kellin."), "movement") == []
