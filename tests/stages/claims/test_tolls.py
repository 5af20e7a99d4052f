"""Counts over a period or area."""

from __future__ import annotations

import pytest

from tests.stages.claims.reports import Read, content, of_kind
from warledger.records.claim import Toll


@pytest.mark.parametrize(
    ("sentence", "measure", "low", "high"),
    [
        ("About 5,000 people were displaced.", "displaced", 5000, 5000),
        ("The fighting has displaced at least 5,000 people since March.", "displaced", 5000, None),
        ("The army destroyed 14 tanks near Mirrow.", "destroyed", 14, 14),
        ("The rebels captured 20 villages in Kellin.", "places", 20, 20),
    ],
)
def test_plain_sentences(read: Read, sentence: str, measure: str, low: int | None, high: int | None) -> None:
    toll = content(read(sentence), "toll")
    assert (toll.measure, toll.low, toll.high) == (measure, low, high)


def test_who_is_held_responsible(read: Read) -> None:
    assert content(read("The army destroyed 14 tanks near Mirrow."), "toll").by == ("army",)


def test_counted_villages_are_not_a_change_of_control_by_name(read: Read) -> None:
    assert of_kind(read("The rebels captured 20 villages."), "control") == []


def test_displacement_without_a_number_is_no_toll(read: Read) -> None:
    assert of_kind(read("The fighting displaced people."), "toll") == []


@pytest.mark.parametrize(
    ("sentence", "measure", "group", "low", "high"),
    [
        ("The death toll rose to 56 on Monday.", "killed", "people", 56, 56),
        ("The toll stands at more than 200 people.", "killed", "people", 200, None),
        ("The fighting has caused more than 40 casualties.", "casualties", "people", 40, None),
        ("Protests in Kellin have left more than 1,000 people dead.", "killed", "people", 1000, None),
        ("About 30 people have been killed in clashes in Kellin.", "killed", "people", 30, 30),
        ("At least 30 people are dead, a doctor said.", "killed", "people", 30, None),
        ("Shelling killed 40 civilians in Kellin over the past two weeks.", "killed", "civilians", 40, 40),
    ],
)
def test_counts_over_a_time_are_tolls(read: Read, sentence: str, measure: str, group: str, low: int, high: int | None) -> None:
    (claim,) = of_kind(read(sentence), "toll")
    toll = content((claim,), "toll")
    assert (toll.measure, toll.group, toll.low, toll.high) == (measure, group, low, high)
    assert not any(getattr(c.content, "killed", ()) for c in read(sentence))


@pytest.mark.parametrize(
    ("sentence", "measure", "low", "high"),
    [
        ("Warplanes carried out more than 40 airstrikes on Orvane.", "strikes", 40, None),
        ("The battery fired about 300 shells at Mirrow.", "shells_fired", 300, 300),
        ("Ships launched 110 missiles at Orvane.", "strikes", 110, 110),
        ("Rebels attacked an airfield near Mirrow, destroying a helicopter.", "destroyed", 1, 1),
        ("The war has killed as many as 300,000 people.", "killed", None, 300_000),
    ],
)
def test_what_was_fired_and_destroyed(read: Read, sentence: str, measure: str, low: int | None, high: int | None) -> None:
    tolls = [c.content for c in of_kind(read(sentence), "toll")]
    assert [(t.measure, t.low, t.high) for t in tolls if isinstance(t, Toll)] == [(measure, low, high)]


def test_killed_and_injured_not_told_apart_are_casualties(read: Read) -> None:
    claims = read("A blast killed or injured 16 people in Orvane.")
    toll = content(claims, "toll")
    assert (toll.measure, toll.group, toll.low, toll.high) == ("casualties", "people", 16, 16)
    event = content(claims, "event")
    assert [(e.low, e.high) for e in (*event.killed, *event.injured)] == [(None, None), (None, None)]


def test_a_comparison_makes_no_total(read: Read) -> None:
    claims = read("A rocket strike killed 19 people in Orvane in the heaviest attack since the war began.")
    assert [e.low for c in claims for e in getattr(c.content, "killed", ())] == [19]


def test_weapons_taken_out_are_not_taken(read: Read) -> None:
    assert of_kind(read("The strikes slowed the advance by taking out tanks."), "toll") == []


def test_the_whole_war_is_not_of_the_town_told_of_last(read: Read) -> None:
    scene = "The war in Norway has drawn in its neighbours. Shells hit Orvane in Norway on Friday. "
    claims = read(scene + "The conflict has killed more than 40,000 people since 2027.")
    assert [c.places for c in claims if c.kind == "toll"] == [("Norway",)]


def test_a_number_of_somebodys_soldiers_counts_soldiers(read: Read) -> None:
    claims = read("France said nine of its soldiers had been killed in Orvane since Thursday.")
    assert [c.content.group for c in claims if isinstance(c.content, Toll)] == ["soldiers"]


def test_weapons_seized_are_counted_and_one_picked_up_is_not(read: Read) -> None:
    toll = content(read("Police seized 300 rifles in Varno on Monday."), "toll")
    assert (toll.measure, toll.group, toll.low) == ("captured", "rifles", 300)
    assert not of_kind(read("The soldier took a rifle and fired."), "toll")
