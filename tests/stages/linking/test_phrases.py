"""What stands around a name in a place phrase is kept as its reach, and never lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from warledger.records.place_words import PlaceWords, parse_place_words
from warledger.stages.linking.phrases import Hold, Phrase, PhraseReader

PLAIN = parse_place_words((Path(__file__).parents[3] / "src/warledger/records/vocab/places.toml").read_text(encoding="utf-8"))
WORDS = replace(PLAIN, demonyms={"Lamtan": "Lamta"})


def read(text: str) -> tuple[Phrase, ...]:
    return PhraseReader(WORDS).read(text)


def innermost(text: str) -> Phrase:
    return read(text)[-1]


@pytest.mark.parametrize(
    ("text", "reach", "division", "part"),
    [
        ("Orsk", 1, 0, ""),
        ("the town of Orsk", 1, 0, ""),
        ("Orsk city", 1, 0, ""),
        ("rebel-held Orsk", 1, 0, ""),
        ("the western Lamtan town of Orsk", 1, 0, ""),
        ("near Orsk", 2, 0, "near"),
        ("the outskirts of Orsk", 2, 0, "outskirts"),
        ("80 kilometres from Orsk", 4, 0, "80 km"),
        ("Orsk countryside", 2, 0, "countryside"),
        ("Orsk’s university", 1, 0, "university"),
        ("a military base north of Orsk", 2, 0, "base north of"),
        ("Lamtan Embassy in Orsk", 1, 0, "lamtan embassy"),
        ("Orsk Governorate", 4, 4, ""),
        ("province of Orsk", 4, 4, ""),
        ("Orsk district", 3, 3, ""),
        ("Orsk highway", 5, 0, "road"),
        ("northern Orsk", 1, 0, "north"),
        ("southern Orsk Oblast", 4, 4, "south"),
        ("Orsk's northern countryside", 2, 0, "countryside north"),
        ("bases in Orsk", 2, 0, "base"),
        ("waters off Orsk", 7, 0, "waters"),
    ],
)
def test_readings(text: str, reach: int, division: int, part: str) -> None:
    phrase = innermost(text)
    assert (phrase.name, phrase.reach, phrase.division, phrase.part) == ("Orsk", reach, division, part)


@pytest.mark.parametrize(
    ("text", "ring", "bearing"),
    [
        ("20 km south of Orsk", (16.0, 24.0), 180.0),
        ("about 10 km (6 miles) to the north-west of Orsk", (8.0, 12.0), 315.0),
        ("5 km from Orsk", (3.0, 7.0), None),
        ("500 metres east of Orsk", (0.0, 2.5), 90.0),
        ("western edge of Orsk", (1.0, 15.0), 270.0),
        ("eastern Orsk countryside", (2.0, 25.0), 90.0),
        ("south and east of Orsk", None, 135.0),
        ("the outskirts of Orsk", (1.0, 15.0), None),
    ],
)
def test_distance_and_direction_are_kept_as_a_ring_and_a_bearing(
    text: str, ring: tuple[float, float] | None, bearing: float | None
) -> None:
    phrase = innermost(text)
    assert (phrase.ring, phrase.bearing) == (ring, bearing)


@pytest.mark.parametrize(
    "spellings",
    [
        ("Orsk airport", "airport in Orsk", "Orsk's international airport", "the airport of Orsk"),
        ("Orsk outskirts", "outskirts of Orsk", "Orsk's outskirts"),
        ("eastern Orsk countryside", "eastern countryside of Orsk"),
        ("20 km south of Orsk", "about 20 kilometres to the south of Orsk"),
    ],
)
def test_ways_to_say_one_part_are_one_part(spellings: tuple[str, ...]) -> None:
    assert len({innermost(text).part for text in spellings}) == 1
    assert innermost(spellings[0]).part


def test_two_parts_of_one_place_are_two() -> None:
    parts = {innermost(text).part for text in ("Orsk", "Orsk airport", "Orsk air base", "north of Orsk", "northern Orsk", "south of Orsk")}
    assert len(parts) == 6


@pytest.mark.parametrize(
    "text", ["the city", "a hospital", "main square", "rebel-held areas", "Rebel-held areas", "", "countries neighboring Orsk"]
)
def test_descriptions_have_no_name(text: str) -> None:
    assert read(text) == ()


def test_the_whole_phrase_is_tried_as_a_name_first() -> None:
    assert [p.name for p in read("South Moor Province")][:1] == ["South Moor Province"]


@pytest.mark.parametrize("text", ["Moor district, Orsk province", "Moor district of Orsk province", "Orsk province's Moor district"])
def test_of_two_names_the_first_is_read_as_lying_in_the_second_then_the_second_alone(text: str) -> None:
    inner = [(p.name, p.reach, p.within) for p in read(text) if p.within]
    assert inner == [("Moor district", 1, (Hold("Orsk province"),)), ("Moor", 3, (Hold("Orsk province"),))]
    outer = [(p.name, p.division, p.missed) for p in read(text) if p.missed]
    assert outer == [("Orsk province", 0, "Moor district"), ("Orsk", 4, "Moor district")]


def test_a_neighbour_is_no_container_and_an_origin_says_nothing() -> None:
    assert [p.within for p in read("Moor north of Orsk") if p.name == "Moor"] == [(Hold("Orsk", beside=True),)]
    assert innermost("Moor north of Orsk").reach == 2
    assert {p.name for p in read("Moor province from Orsk")} == {"Moor province from Orsk", "Moor province", "Moor"}


TOKENS = ["Orsk", "near", "the", "of", "20", "km", "'s", "northern", "Province", "in", "city", "Lamta's", "north", ",", "from", "and"]


@given(st.lists(st.sampled_from(TOKENS), max_size=9))
def test_whatever_the_words_reading_ends_and_every_reading_is_part_of_them(tokens: list[str]) -> None:
    text = " ".join(tokens).replace(" ,", ",")
    for phrase in read(text):
        assert phrase.name in text
        assert 1 <= phrase.reach <= 7


def test_without_words_only_names_are_read() -> None:
    assert [p.name for p in PhraseReader(PlaceWords()).read("near Orsk")] == ["near Orsk"]
