"""Forces and people on the move."""

from __future__ import annotations

import pytest

from tests.stages.claims.reports import Read, content, of_kind


@pytest.mark.parametrize(
    ("sentence", "mode", "who", "count", "origin", "to"),
    [
        ("Turkey deployed 2,000 soldiers to Kellin.", "deployed", ["Turkey"], (2000, 2000), [], ["Kellin"]),
        ("Some 11,000 have fled to Orvane and Sull.", "fled", ["people"], (11000, 11000), [], ["Orvane", "Sull"]),
        ("Government troops withdrew toward Varno.", "withdrew", ["Government troops"], (None, None), [], ["Varno"]),
        ("Rebel fighters advanced toward Varno.", "advanced", ["Rebel fighters"], (None, None), [], ["Varno"]),
        ("Thousands of residents fled Orvane.", "fled", ["residents"], (2000, None), ["Orvane"], []),
        ("At least 400 civilians fled from Orvane to Varno.", "fled", ["civilians"], (400, None), ["Orvane"], ["Varno"]),
        ("Some 300 families returned to Varno on Sunday.", "returned", ["families"], (300, 300), [], ["Varno"]),
        ("Turkey sent 300 more soldiers to the villages of Sull and Mirrow.", "deployed", ["Turkey"], (300, 300), [], ["Sull", "Mirrow"]),
        (
            "A convoy of 30 armoured vehicles moved towards Orvane.",
            "advanced",
            ["armoured vehicles"],
            (30, 30),
            [],
            ["Orvane"],
        ),
        ("The army came within 10 kilometres of Orvane.", "advanced", ["army"], (None, None), [], ["Orvane"]),
        ("A flotilla bound for Port Hale was stopped.", "advanced", ["flotilla"], (None, None), [], ["Port Hale"]),
        ("Fighters advanced in Kellin.", "advanced", ["Fighters"], (None, None), [], ["Kellin"]),
        ("Government troops marched eastward.", "advanced", ["Government troops"], (None, None), [], []),
        (
            "Russia announced the withdrawal of 400 Turkish soldiers from Norway.",
            "withdrew",
            ["Turkish soldiers"],
            (400, 400),
            ["Norway"],
            [],
        ),
        ("Russia announced the deployment of additional troops to Kellin.", "deployed", ["Russia"], (None, None), [], ["Kellin"]),
        ("The battalion was redeployed from Varno to Kellin.", "deployed", ["battalion"], (None, None), ["Varno"], ["Kellin"]),
        ("Some 900 refugees arrived in Port Hale.", "fled", ["refugees"], (900, 900), [], ["Port Hale"]),
        ("Some 900 refugees that arrived in Port Hale were fed.", "fled", ["refugees"], (900, 900), [], ["Port Hale"]),
        ("The charity evacuated 34 staff members from Sull to Varno.", "evacuated", ["staff members"], (34, 34), ["Sull"], ["Varno"]),
        (
            "The rebels took Orvane, forcing soldiers to retreat toward Varno.",
            "withdrew",
            ["soldiers"],
            (None, None),
            ["Orvane"],
            ["Varno"],
        ),
        ("The Red Lamp charity evacuated 140 people to Port Hale.", "evacuated", ["people"], (140, 140), [], ["Port Hale"]),
    ],
)
def test_plain_sentences(
    read: Read, sentence: str, mode: str, who: list[str], count: tuple[int | None, int | None], origin: list[str], to: list[str]
) -> None:
    moved = content(read(sentence), "movement")
    assert (moved.mode, list(moved.actors1), (moved.count_low, moved.count_high)) == (mode, who, count)
    assert (list(moved.origin), list(moved.to)) == (origin, to)


def test_the_passive_moves_the_same_people(read: Read) -> None:
    moved = content(read("About 140 civilians were evacuated from Mirrow to Port Hale."), "movement")
    assert (moved.actors1, moved.origin, moved.to) == (("civilians",), ("Mirrow",), ("Port Hale",))


def test_both_ends_are_places_of_the_claim(read: Read) -> None:
    (claim,) = of_kind(read("At least 400 civilians fled from Orvane to Varno."), "movement")
    assert set(claim.places) == {"Orvane", "Varno"}


def test_a_date_is_not_where_they_went(read: Read) -> None:
    moved = content(read("Government troops withdrew to Varno in March."), "movement")
    assert moved.to == ("Varno",)


def test_leaving_a_held_place_is_told_once_as_control(read: Read) -> None:
    claims = read("The army withdrew from Orvane.")
    assert [c.kind for c in claims] == ["control"]


def test_what_is_not_people_or_forces_does_not_move(read: Read) -> None:
    assert of_kind(read("The report arrived in March. Peace returned to the valley."), "movement") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The rebels left 12 people dead in Orvane.",
        "The minister sent a letter to Varno.",
        "The army failed to reach Varno.",
        "The official pulled a pistol from his belt in Varno.",
        "The singer arrived in Varno.",
        "Protesters marched to Varno.",
        "The governor must leave Varno.",
        "He defended his policy of sending troops.",
    ],
)
def test_what_is_no_move_of_forces_or_people(read: Read, sentence: str) -> None:
    assert of_kind(read(sentence), "movement") == []


def test_a_second_word_for_one_move_adds_nothing(read: Read) -> None:
    moved = content(read("The rebels made rapid gains and advanced toward Varno."), "movement")
    assert moved.to == ("Varno",)


def test_those_who_give_way_to_a_capture_are_told_with_it(read: Read) -> None:
    assert of_kind(read("The rebels captured Orvane as government troops withdrew."), "movement") == []


def test_residents_who_are_brought_away_are_evacuated(read: Read) -> None:
    moved = content(read("Some 195 refugees were transferred to Port Hale."), "movement")
    assert (moved.mode, moved.count_low, moved.to) == ("evacuated", 195, ("Port Hale",))


def test_the_place_behind_the_vehicle(read: Read) -> None:
    moved = content(read("About 40 families were ferried by boat from Port Hale."), "movement")
    assert moved.origin == ("Port Hale",)


def test_survivors_brought_to_a_camp_are_evacuated(read: Read) -> None:
    move = content(read("195 survivors were transferred to a camp near Orvane on Thursday."), "movement")
    assert (move.mode, move.actors1, move.count_low, move.to) == ("evacuated", ("survivors",), 195, ("Orvane",))
