"""How the places of two claims relate."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from warledger.records.claim import Claim, Control, Event, Movement
from warledger.records.happening_words import HappeningWords
from warledger.records.link import Links
from warledger.records.place import Place, PlaceLink
from warledger.stages.events.spots import Where, relation, spots_of

Build = Callable[..., Claim]

VARNO = Place("g:1", "Varno", "populated", "XX", 1.0, 2.0, "07")
SULL = Place("g:2", "Sull", "populated", "XX", 1.1, 2.1, "07")
KELLIN = Place("g:3", "Kellin", "populated", "XX", 5.0, 6.0, "09")
PROVINCE = Place("a:7", "Varno Province", "admin1", "XX", 1.0, 2.0, "07")
ORVANE = Place("c:1", "Orvane", "country", "XX", 3.0, 3.0)
LINKED = {
    "Varno": PlaceLink("d1", "Varno", VARNO),
    "outskirts of Varno": PlaceLink("d1", "outskirts of Varno", VARNO, 2, area=True, part="outskirts"),
    "suburbs of Varno": PlaceLink("d1", "suburbs of Varno", VARNO, 2, area=True, part="suburbs"),
    "Varno countryside": PlaceLink("d1", "Varno countryside", VARNO, 3, area=True, part="countryside"),
    "Sull": PlaceLink("d1", "Sull", SULL),
    "Kellin": PlaceLink("d1", "Kellin", KELLIN),
    "Varno Province": PlaceLink("d1", "Varno Province", PROVINCE, 4, area=True),
    "northern Orvane": PlaceLink("d1", "northern Orvane", ORVANE, 5, area=True),
    "north-east Orvane": PlaceLink("d1", "north-east Orvane", ORVANE, 5, area=True),
    "southern Orvane": PlaceLink("d1", "southern Orvane", ORVANE, 5, area=True),
    "Orvane": PlaceLink("d1", "Orvane", ORVANE, 6),
}
LINKS = Links({("d1", name): link for name, link in LINKED.items()}, {})


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (("Varno",), ("Varno",), Where.SAME),
        (("harbour", "Varno"), ("Varno",), Where.PART),
        (("Varno countryside",), ("Varno",), Where.AROUND),
        (("outskirts of Varno",), ("Varno",), Where.AROUND),
        (("outskirts of Varno",), ("suburbs of Varno",), Where.SAME),
        (("the suburbs", "Varno"), ("outskirts of Varno",), Where.SAME),
        (("city center", "Varno"), ("main square", "Varno"), Where.SAME),
        (("city center", "Varno"), ("the suburbs", "Varno"), Where.AROUND),
        (("Varno Province",), ("Sull",), Where.PROVINCE),
        (("Varno",), ("Sull",), Where.OTHER),
        (("Varno Province",), ("Kellin",), Where.OTHER),
        (("northern Orvane",), ("north-east Orvane",), Where.REGION),
        (("northern Orvane",), ("southern Orvane",), Where.OTHER),
        (("northern Orvane",), ("Varno",), Where.REGIONAL),
        (("Orvane",), ("Varno",), Where.WIDER),
        (("Orvane",), ("Orvane",), Where.COUNTRY),
        ((), ("Varno",), Where.UNSAID),
        ((), (), Where.NOWHERE),
        (("militant-held building",), ("Varno",), Where.UNSAID),
    ],
)
def test_two_lists_of_places(claim: Build, telling: HappeningWords, one: tuple[str, ...], other: tuple[str, ...], expected: Where) -> None:
    spots = [spots_of(claim("d1", 0, Event("Armed clash"), "", names), LINKS, telling) for names in (one, other)]
    assert relation(*spots) is expected
    assert relation(*reversed(spots)) is expected


def test_a_named_town_comes_before_what_lies_beside_a_river(claim: Build, telling: HappeningWords) -> None:
    names = ("east of the river", "Varno")
    fought = spots_of(claim("d1", 0, Event("Armed clash"), "", names), LINKS, telling)
    taken = spots_of(claim("d1", 0, Control("captured"), "", names), LINKS, telling)
    assert fought[0].base == "g:1"
    assert taken[0].base != "g:1", "of what is held the words are kept"


def test_a_withdrawal_is_about_the_place_left(claim: Build, telling: HappeningWords) -> None:
    moved = claim("d1", 0, Movement("withdrew", ("army",), origin=("Varno",), to=("Kellin",)), "", ("Kellin",))
    assert spots_of(moved, LINKS, telling)[0].base == "g:1"
