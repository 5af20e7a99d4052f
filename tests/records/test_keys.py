"""The keys under which names meet."""

from __future__ import annotations

import pytest

from warledger.records.actor import ActorLink
from warledger.records.keys import actor_key, is_name, name_key, place_key, shown_name
from warledger.records.link import Links
from warledger.records.place import Place, PlaceLink

ORVANE = Place("test:1", "Orvane", "populated", "XX", 1.0, 2.0)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Orvane", "the city of Orvane"),
        ("Orvane city", "orvane"),
        ("Tell Saqib", "Tal Saqeb"),
        ("Orvane’s international airport", "Orvane airport"),
    ],
)
def test_spellings_of_one_place_meet(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize("area", ["Orvane Province", "outskirts of Orvane", "northern Orvane", "Orvane airport", "half of Orvane"])
def test_areas_are_not_the_place(area: str) -> None:
    assert name_key(area) != name_key("Orvane")


def test_the_gazetteer_goes_before_the_spelling_and_a_part_is_not_the_whole() -> None:
    links = Links(
        {
            ("d", "Orvane"): PlaceLink("d", "Orvane", ORVANE),
            ("d", "near Orvane"): PlaceLink("d", "near Orvane", ORVANE, precision=2, area=True, part="near"),
        },
        {("d", "RB"): ActorLink("d", "RB", "river brigade", "River Brigade")},
    )
    assert place_key(links, "d", "Orvane") == "test:1"
    assert place_key(links, "d", "near Orvane") == "test:1/near"
    assert place_key(links, "other", "Orvane") == name_key("Orvane")
    assert (actor_key(links, "d", "RB"), shown_name(links, "d", "RB")) == ("river brigade", "River Brigade")
    assert (actor_key(links, "d", "Hill Men"), shown_name(links, "d", "Hill Men")) == ("hil men", "Hill Men")


@pytest.mark.parametrize(
    ("name", "named"), [("River Observatory for Human Rights", True), ("a monitoring group", False), ("army officer", False), ("", False)]
)
def test_a_name_has_capitals_or_stands_in_the_registry(name: str, named: bool) -> None:
    assert is_name(Links({}, {}), "d1", name) is named
    assert is_name(Links({}, {("d1", name): ActorLink("d1", name, "key", "Registered", 1.0)}), "d1", name)


def test_officials_of_a_registered_state_are_no_name() -> None:
    link = ActorLink("d1", "Varnoese security officials", "varno", "Varno", 0.8)
    assert not is_name(Links({}, {("d1", link.name): link}), "d1", link.name)
