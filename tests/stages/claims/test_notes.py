"""Situation reports, weekly notes and headlines: no verbs, places for headings, figures set behind what happened."""

from __future__ import annotations

import pytest

from tests.stages.claims.reports import Read, content, of_kind
from warledger.records.claim import Toll


@pytest.mark.parametrize(
    ("note", "place"),
    [
        ("Kellin State: About 200 people were displaced.", "Kellin State"),
        ("Orvane: About 200 people were displaced.", "Orvane"),
        ("Northern Kellin (Hill zone): About 200 people were displaced.", "Northern Kellin"),
        ("Analysis: About 200 people were displaced.", None),
    ],
)
def test_a_place_before_a_colon_is_where_it_happened(read: Read, note: str, place: str | None) -> None:
    (toll,) = of_kind(read(note), "toll")
    assert toll.places == ((place,) if place else ())


@pytest.mark.parametrize(
    ("note", "kind", "killed", "injured"),
    [
        ("Rebels clashed with troops near Mirrow; 3 killed, 7 wounded.", "Armed clash", [3], [7]),
        ("An airstrike hit a market in Orvane on 1 June; 11 killed.", "Air/drone strike", [11], []),
        ("Rebels ambushed a convoy near Orvane: five soldiers killed and three injured.", "Armed clash", [5], [3]),
        ("Militiamen raided a camp at Tessk: 51 dead, mostly women.", "Armed clash", [51], []),
        ("Eight soldiers dead in an ambush near Sull.", "Armed clash", [8], []),
        ("Air strike on Mirrow market kills at least 64 people.", "Air/drone strike", [64], []),
    ],
)
def test_figures_set_behind_belong_to_what_happened(read: Read, note: str, kind: str, killed: list[int], injured: list[int]) -> None:
    event = content(read(note), "event")
    assert (event.type, [c.low for c in event.killed], [c.low for c in event.injured]) == (kind, killed, injured)


def test_a_passive_told_short_is_done_by_those_behind_by(read: Read) -> None:
    control = content(read("Orvane captured by rebel forces."), "control")
    assert control.gained_by == ("rebel forces",)


@pytest.mark.parametrize(
    "sentence",
    [
        "Between 10 May and 11 June, 226 people were killed and 140 injured.",
        "As of 2 April, 226 people had been killed and 140 injured in Tessk.",
    ],
)
def test_figures_of_many_days_are_tolls(read: Read, sentence: str) -> None:
    claims = read(sentence)
    tolls = [claim.content for claim in claims if isinstance(claim.content, Toll)]
    assert {(toll.measure, toll.low) for toll in tolls} == {("killed", 226), ("injured", 140)}
    assert of_kind(claims, "event") == []


@pytest.mark.parametrize(
    ("sentence", "origin", "to"),
    [
        ("Some 5,000 people fled to Tessk.", (), ("Tessk",)),
        ("Some 5,000 people fled from Orvane to Tessk.", ("Orvane",), ("Tessk",)),
        ("Aid staff were evacuated to Tessk.", (), ("Tessk",)),
    ],
)
def test_where_people_leave_and_go(read: Read, sentence: str, origin: tuple[str, ...], to: tuple[str, ...]) -> None:
    movement = content(read(sentence), "movement")
    assert (movement.origin, movement.to) == (origin, to)


def test_who_is_forced_to_flee_flees(read: Read) -> None:
    movement = content(read("The town's 20,000 residents were forced to flee."), "movement")
    assert (movement.mode, movement.count_low) == ("fled", 20000)


def test_a_bare_number_of_displaced_counts_people(read: Read) -> None:
    assert content(read("Some 450,000 displaced."), "toll").group == "people"


def test_a_province_behind_a_name_with_a_mark_is_kept(read: Read) -> None:
    event = of_kind(read("The security force arrested a rebel leader in Sull ‘Alam district, Kellin province, today."), "event")[0]
    assert event.places == ("Sull ‘Alam district, Kellin province",)


def test_a_brief_story_goes_on_where_it_was(read: Read) -> None:
    text = (
        "In Tessk district a combined security force conducted an operation in search of a rebel leader. During the operation several men "
        "displayed hostile intent. The force responded and engaged, killing several rebels."
    )
    event = of_kind(read(text, published=None, genre="history"), "event")[-1]
    assert event.places == ("Tessk district",)


def test_what_remains_besieged_is(read: Read) -> None:
    control = of_kind(read("Orvane remains encircled."), "control")[0]
    assert getattr(control.content, "mode", "") == "besieged"
    assert control.places == ("Orvane",)
