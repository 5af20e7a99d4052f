"""What stands around a name in a place phrase is kept as its reach, and never lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warledger.records.place_words import PlaceWords, parse_place_words
from warledger.stages.linking.phrases import Phrase, PhraseReader

WORDS = parse_place_words((Path(__file__).parents[3] / "src/warledger/records/vocab/places.toml").read_text(encoding="utf-8"))


def innermost(text: str) -> Phrase:
    return PhraseReader(WORDS).read(text)[-1]


@pytest.mark.parametrize(
    ("text", "name", "reach", "division", "directed"),
    [
        ("Orsk", "Orsk", 1, 0, False),
        ("the town of Orsk", "Orsk", 1, 0, False),
        ("Orsk city", "Orsk", 1, 0, False),
        ("near Orsk", "Orsk", 2, 0, False),
        ("the outskirts of Orsk", "Orsk", 2, 0, False),
        ("20 km south of Orsk", "Orsk", 2, 0, False),
        ("about 12 miles (19 km) to the west of Orsk", "Orsk", 2, 0, False),
        ("80 kilometres from Orsk", "Orsk", 4, 0, False),
        ("Orsk countryside", "Orsk", 3, 0, False),
        ("Orsk International Airport", "Orsk", 2, 0, False),
        ("Orsk’s university", "Orsk", 2, 0, False),
        ("a military base north of Orsk", "Orsk", 2, 0, False),
        ("Lamtan Embassy in Orsk", "Orsk", 2, 0, False),
        ("Orsk Governorate", "Orsk", 4, 4, False),
        ("province of Orsk", "Orsk", 4, 4, False),
        ("Orsk district", "Orsk", 3, 3, False),
        ("Orsk highway", "Orsk", 5, 0, False),
        ("northern Orsk", "Orsk", 1, 0, True),
        ("Orsk's northern countryside", "Orsk", 3, 0, True),
        ("southern Orsk Oblast", "Orsk", 4, 4, True),
        ("bases in Orsk", "Orsk", 2, 0, False),
        ("waters off Orsk", "Orsk", 7, 0, False),
    ],
)
def test_readings(text: str, name: str, reach: int, division: int, directed: bool) -> None:
    phrase = innermost(text)
    assert (phrase.name, phrase.reach, phrase.division, phrase.directed) == (name, reach, division, directed)


@pytest.mark.parametrize(
    "text", ["the city", "a hospital", "main square", "rebel-held areas", "Rebel-held areas", "", "countries neighboring Orsk"]
)
def test_descriptions_have_no_name(text: str) -> None:
    assert PhraseReader(WORDS).read(text) == ()


def test_the_whole_phrase_is_tried_as_a_name_first() -> None:
    assert [p.name for p in PhraseReader(WORDS).read("South Moor Province")][:1] == ["South Moor Province"]


@given(
    st.lists(
        st.sampled_from(["Orsk", "near", "the", "of", "20", "km", "'s", "northern", "Province", "in", "city", "Lamta's", "north"]),
        max_size=9,
    )
)
def test_any_words_end_in_ever_shorter_readings(tokens: list[str]) -> None:
    readings = PhraseReader(WORDS).read(" ".join(tokens))
    lengths = [len(p.name) for p in readings]
    assert lengths == sorted(lengths, reverse=True)
    reaches = [p.reach for p in readings]
    assert reaches == sorted(reaches)


def test_a_province_behind_a_place_is_read_after_it_as_the_area_around() -> None:
    readings = PhraseReader(WORDS).read("Moor district, Orsk province")
    assert [(p.name, p.reach) for p in readings] == [("Moor district", 1), ("Moor", 3), ("Orsk province", 4), ("Orsk", 4)]


def test_without_words_only_names_are_read() -> None:
    assert [p.name for p in PhraseReader(PlaceWords()).read("near Orsk")] == ["near Orsk"]
