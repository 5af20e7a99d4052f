"""Whose deeds and things are: words before a noun, owners of what was hit, sides of a happening."""

from __future__ import annotations

import pytest

from tests.stages.claims.reports import Read, content, of_kind


@pytest.mark.parametrize(
    ("sentence", "doers"),
    [
        ("A Russian airstrike on Orvane killed 14 civilians.", ("Russia",)),
        ("A Turkish military airstrike on Orvane killed 14 civilians.", ("Turkish military",)),
        ("French coalition airstrikes on Orvane killed 14 civilians.", ("French coalition",)),
        ("Either a French or Russian airstrike on Orvane killed 14 civilians.", ("France", "Russia")),
        ("Pro-government airstrikes on Orvane killed 14 civilians.", ("Pro-government forces",)),
        ("South Korean airstrikes on Orvane killed 14 civilians.", ("South Korea",)),
        ("Government shelling of Orvane killed 14 civilians.", ("Government",)),
        ("An airstrike on Orvane killed 14 civilians.", ()),
    ],
)
def test_words_before_a_deed_name_its_doer(read: Read, sentence: str, doers: tuple[str, ...]) -> None:
    assert content(read(sentence), "event").actors1 == doers


@pytest.mark.parametrize(
    ("sentence", "sufferers"),
    [
        ("Russia carried out airstrikes on rebel positions near Orvane.", ("rebels",)),
        ("Russia carried out airstrikes on towns recently captured by rebels.", ("rebels",)),
        ("Russia conducted airstrikes on facilities used by the River Army.", ("River Army",)),
        ("Russia conducted airstrikes targeting insurgents near Orvane.", ("insurgents",)),
        ("Russia bombed the headquarters of the rebels in Orvane.", ("rebels",)),
        ("Russia conducted airstrikes on Turkish government weapons depots.", ("Turkish government",)),
        ("On Monday, Turkey and France carried out missile strikes against Russia.", ("Russia",)),
    ],
)
def test_what_was_hit_is_its_owners(read: Read, sentence: str, sufferers: tuple[str, ...]) -> None:
    assert content(read(sentence), "event").actors2 == sufferers


def test_targets_nobody_owns_stay_as_written(read: Read) -> None:
    assert content(read("Russia carried out airstrikes on air defenses near Orvane."), "event").actors2 == ("air defenses",)


def test_a_nation_before_a_town_only_says_where_it_lies(read: Read) -> None:
    assert content(read("Rebels shelled a Turkish town near Orvane."), "event").actors2 == ()


@pytest.mark.parametrize(
    ("sentence", "doers"),
    [
        ("The rebel group Ansar Kellin attacked soldiers in Orvane.", ("Ansar Kellin",)),
        ("The powerful Kellin Union attacked soldiers in Orvane.", ("Kellin Union",)),
        ("Varno launched an attack on rebels near Orvane.", ("Varno",)),
        ("The destroyer Valiant Star shelled soldiers in Orvane.", ("Valiant Star",)),
    ],
)
def test_what_somebody_is_stands_apart_from_the_name(read: Read, sentence: str, doers: tuple[str, ...]) -> None:
    assert content(read(sentence), "event").actors1 == doers


@pytest.mark.parametrize(
    ("sentence", "sufferers"),
    [
        ("The army bombed River Army positions near Orvane, killing dozens of fighters.", ("River Army",)),
        ("The army repelled an attack by insurgents near Orvane.", ("insurgents",)),
        ("Russia carried out airstrikes on rebel-held Ummar.", ("rebels",)),
        ("Government forces shelled rebels with heavy rockets.", ("rebels",)),
        ("Russia launched airstrikes on rebel-held territory near Orvane, killing nine civilians.", ("civilians",)),
        ("His youngest son Osk al-Marsh was killed in an airstrike.", ("Osk al-Marsh",)),
    ],
)
def test_those_it_hit_come_before_whose_the_place_was(read: Read, sentence: str, sufferers: tuple[str, ...]) -> None:
    assert content(read(sentence), "event").actors2 == sufferers


def test_protests_are_by_those_the_document_calls_protesters(read: Read) -> None:
    claims = of_kind(read("Demonstrators burned tyres in Varno.\nProtests broke out in Orvane."), "event")
    assert content((claims[-1],), "event").actors1 == ("demonstrators",)
