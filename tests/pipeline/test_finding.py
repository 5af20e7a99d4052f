"""Which place a person means by a name that no report spells so; and when not to guess."""

from __future__ import annotations

import pytest

from warledger.pipeline.finding import find
from warledger.records.control import PlaceControl
from warledger.records.link import Links
from warledger.records.place import Place, PlaceLink


def place(key: str, name: str, country: str = "XA") -> Place:
    """A town."""
    return Place(key, name, "populated", country, 1.5, 2.5)


def control(key: str, *names: str) -> PlaceControl:
    """A town with control claims."""
    return PlaceControl(key, names, (), ("r-1",), place=None if key.startswith("~") else place(key, names[0]))


TOWNS = (control("g:1", "Varnohelt"), control("g:2", "Tel Orvane"), control("~nusb", "Nusba"), control("g:4", "Kermat"))
LINKS = Links({("d-1", "Varnohelt"): PlaceLink("d-1", "Varnohelt", place("g:1", "Varnohelt"))}, {})


def keys(name: str, listed: tuple[Place, ...] = ()) -> list[str]:
    """The keys found for a name, the gazetteer listing these places for it."""
    return [c.key for c in find(TOWNS, LINKS, name, lambda _: listed).places]


@pytest.mark.parametrize("name", ["Varnohelt", "the town of VARNOHELT", "Varnohelt city", "g:1"])
def test_the_reports_own_spellings_and_keys_need_no_gazetteer(name: str) -> None:
    found = find(TOWNS, LINKS, name)
    assert ([c.key for c in found.places], found.how) == (["g:1"], "")


def test_another_name_of_the_gazetteer_s_entry_is_the_place() -> None:
    found = find(TOWNS, LINKS, "Old Harbour", lambda _: (place("g:9", "Old Harbour"), place("g:4", "Kermat")))
    assert [c.key for c in found.places] == ["g:4"]
    assert "Old Harbour" in found.how


@pytest.mark.parametrize(("name", "key"), [("Varnahilt", "g:1"), ("Tall Urvan", "g:2"), ("Nisba", "~nusb")])
def test_a_spelling_that_differs_in_vowels_only_is_the_one_place_so_spelt(name: str, key: str) -> None:
    assert keys(name) == [key]
    assert name in find(TOWNS, LINKS, name).how


@pytest.mark.parametrize("name", ["Varno", "Orvel", "Nib", "Kramata Dam", ""])
def test_what_only_resembles_a_name_is_no_place(name: str) -> None:
    assert keys(name) == []


def test_a_name_that_the_gazetteer_has_for_another_place_near_by_is_not_guessed() -> None:
    assert keys("Kirmet", (place("g:77", "Kirmet"),)) == []
    assert keys("Kirmet", (place("g:77", "Kirmet", "XB"),)) == ["g:4"], "a namesake where no report is set"


def test_two_places_that_are_spelt_as_closely_are_not_guessed_between() -> None:
    towns = (*TOWNS, control("g:5", "Kormit"))
    assert find(towns, LINKS, "Kirmet").places == ()
