"""What happens to a town happens to its parts, what happens to a province to its towns, unless their own reports tell otherwise; and
never the other way round."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest

from tests.stages.control.asking import WORDS, answer, linked
from warledger.records.claim import Claim, Control
from warledger.records.control import Rule, Status
from warledger.records.link import Links
from warledger.records.place import Place, PlaceLink
from warledger.stages.control.parties import Parties
from warledger.stages.control.spells import control_of

Build = Callable[..., Claim]

TAKEN = Control("captured", ("River Brigade",), ("Tarskan army",))
SETT = Place("g:1", "Sett", "populated", "XX", 1.0, 2.0, admin1="07", admin2="3")
BRAE = Place("g:2", "Brae", "populated", "XX", 1.1, 2.1, admin1="07", admin2="4")
FAR = Place("g:3", "Kellin", "populated", "XX", 5.0, 6.0, admin1="08")
PROVINCE = Place("g:7", "Orvane", "admin1", "XX", 1.0, 2.0, admin1="07")
DISTRICT = Place("g:73", "Sett", "admin2", "XX", 1.0, 2.0, admin1="07", admin2="3")
LINKS = linked(("Sett", SETT), ("Brae", BRAE), ("Kellin", FAR), ("Orvane Province", PROVINCE), ("Sett District", DISTRICT))


def test_a_town_taken_takes_its_districts_from_the_loser(claim: Build, nobody: Parties) -> None:
    claims = [
        claim("d1", 0, Control("holds", ("Tarskan army",)), "2031-04-20", ("Millside",), quote="in the Millside district of Sett"),
        claim("d1", 90, TAKEN, "2031-05-04", ("Sett",)),
    ]
    before, after = (answer(claims, "Millside", day, nobody, LINKS) for day in ("2031-05-03", "2031-05-05"))
    assert (before.holder, after.holder, after.rule) == ("Tarskan army", "River Brigade", Rule.AREA)
    assert "Sett" in after.why
    assert after.evidence == (claims[1].id,)


def test_a_district_in_third_hands_is_not_taken_with_its_town(claim: Build, nobody: Parties) -> None:
    claims = [
        claim("d1", 0, Control("holds", ("Hill Front",)), "2031-04-20", ("Millside",), quote="in the Millside district of Sett"),
        claim("d1", 90, TAKEN, "2031-05-04", ("Sett",)),
    ]
    assert answer(claims, "Millside", "2031-05-05", nobody, LINKS).holder == "Hill Front"


@pytest.mark.parametrize("mode", ["captured", "entered"])
def test_a_district_taken_contests_the_town_until_it_is_taken_back(claim: Build, nobody: Parties, mode: str) -> None:
    claims = [
        claim("d1", 0, TAKEN, "2031-05-04", ("Sett",)),
        claim("d2", 0, Control(mode, ("Tarskan army",)), "2031-06-01", ("Millside",), quote="the Millside quarter of Sett"),
        claim("d3", 0, Control("retaken", ("River Brigade",)), "2031-06-05", ("Millside",), quote="the Millside quarter of Sett"),
    ]
    during, after = (answer(claims, "Sett", day, nobody, LINKS) for day in ("2031-06-02", "2031-06-05"))
    assert (during.status, during.holder, during.rule) == (Status.CONTESTED, "River Brigade", Rule.PART)
    assert (after.status, after.holder) == (Status.HELD, "River Brigade")


def test_a_district_alone_says_nothing_of_its_town(claim: Build, nobody: Parties) -> None:
    claims = [
        claim("d1", 0, Control("besieged", ("River Brigade",)), "2031-04-01", ("Sett",)),
        claim("d2", 0, TAKEN, "2031-06-01", ("Millside",), quote="the Millside quarter of Sett"),
    ]
    assert answer(claims, "Sett", "2031-06-02", nobody, LINKS).holder is None


@pytest.mark.parametrize(("place", "town"), [("Orvane Province", "Brae"), ("Sett District", "Sett")])
def test_a_division_taken_covers_the_towns_in_it(claim: Build, nobody: Parties, place: str, town: str) -> None:
    claims = [
        claim("d1", 0, Control("holds", ("Tarskan army",)), "2031-04-20", (town,)),
        claim("d1", 50, Control("holds", ("Tarskan army",)), "2031-04-20", ("Kellin",)),
        claim("d2", 0, TAKEN, "2031-05-04", (place,)),
    ]
    found = answer(claims, town, "2031-05-05", nobody, LINKS)
    assert (found.holder, found.rule) == ("River Brigade", Rule.AREA)
    assert answer(claims, "Kellin", "2031-05-05", nobody, LINKS).holder == "Tarskan army"


@pytest.mark.parametrize(
    ("mode", "day"),
    [("defended", "2031-05-04"), ("holds", "2031-05-20")],
    ids=["told on the day", "told of later"],
)
def test_a_town_told_to_be_held_still_is_not_taken_with_its_province(claim: Build, nobody: Parties, mode: str, day: str) -> None:
    claims = [
        claim("d1", 0, Control("holds", ("Tarskan army",)), "2031-04-20", ("Sett",)),
        claim("d2", 0, TAKEN, "2031-05-04", ("Orvane Province",)),
        claim("d3", 0, Control(mode, ("Tarskan army",), ("River Brigade",) if mode == "defended" else ()), day, ("Sett",)),
    ]
    assert answer(claims, "Sett", "2031-05-05", nobody, LINKS).holder == "Tarskan army"


def test_a_town_taken_after_its_province_had_not_fallen_with_it(claim: Build, nobody: Parties) -> None:
    claims = [
        claim("d1", 0, Control("holds", ("Tarskan army",)), "2031-04-20", ("Sett",)),
        claim("d2", 0, TAKEN, "2031-05-04", ("Orvane Province",)),
        claim("d3", 0, TAKEN, "2031-05-09", ("Sett",)),
    ]
    assert [answer(claims, "Sett", day, nobody, LINKS).holder for day in ("2031-05-05", "2031-05-09")] == ["Tarskan army", "River Brigade"]


def test_a_province_entered_or_said_to_be_held_decides_nothing_for_a_town_of_which_more_is_known(claim: Build, nobody: Parties) -> None:
    claims = [
        claim("d1", 0, TAKEN, "2031-05-04", ("Sett",)),
        claim("d2", 0, Control("entered", ("Tarskan army",)), "2031-05-10", ("Orvane Province",)),
        claim("d3", 0, Control("holds", ("Tarskan army",)), "2031-05-20", ("Orvane Province",)),
    ]
    assert {answer(claims, "Sett", day, nobody, LINKS).holder for day in ("2031-05-11", "2031-05-21")} == {"River Brigade"}
    assert {answer(claims, "Sett", day, nobody, LINKS).status for day in ("2031-05-11", "2031-05-21")} == {Status.HELD}


def test_forces_that_leave_a_province_leave_its_towns_but_those_they_stay_in(claim: Build, nobody: Parties) -> None:
    claims = [
        claim("d1", 0, Control("holds", ("Tarskan army",)), "2031-04-20", ("Sett",)),
        claim("d1", 50, Control("holds", ("Tarskan army",)), "2031-04-20", ("Brae",)),
        claim("d2", 0, Control("withdrew", (), ("Tarskan army",)), "2031-05-04", ("Orvane Province",)),
        claim("d2", 50, Control("holds", ("Tarskan army",)), "2031-05-04", ("Brae",)),
    ]
    assert answer(claims, "Sett", "2031-05-05", nobody, LINKS).status is Status.UNKNOWN
    assert answer(claims, "Brae", "2031-05-05", nobody, LINKS).holder == "Tarskan army"


def test_a_part_of_a_province_is_not_the_province(claim: Build, nobody: Parties) -> None:
    south = PlaceLink("d2", "southern Orvane", PROVINCE, precision=4, area=True, part="south")
    links = Links({**LINKS.places, ("d2", "southern Orvane"): south}, {})
    claims = [
        claim("d1", 0, Control("holds", ("Tarskan army",)), "2031-04-20", ("Sett",)),
        claim("d2", 0, TAKEN, "2031-05-04", ("southern Orvane",)),
    ]
    assert answer(claims, "Sett", "2031-05-05", nobody, links).holder == "Tarskan army"


@pytest.mark.parametrize(
    ("name", "quote"),
    [
        ("Millside", "They took the Millside district of Sett on Monday."),
        ("Millside", "They took the Dockside and Millside districts of the city of Sett."),
        ("Millside district", "They took the Millside district in Sett."),
        ("Millside", "They took the Sett quarter of Millside."),
        ("Millside", "They took the district of Millside in Sett."),
        ("Sett's Millside quarter", "They took Sett’s Millside quarter."),
    ],
)
def test_words_tell_what_is_part_of_which_town(claim: Build, nobody: Parties, name: str, quote: str) -> None:
    claims = [claim("d1", 0, TAKEN, "2031-05-04", ("Sett",)), claim("d1", 90, TAKEN, "2031-05-01", (name,), quote=quote)]
    (part,) = (c for c in control_of(claims, LINKS, {}, nobody, WORDS) if name in c.names)
    assert part.within[0] == "g:1"
    assert "Millside" in part.names


def test_a_description_is_another_place_in_every_town(claim: Build, nobody: Parties) -> None:
    claims = [
        claim("d1", 0, TAKEN, "2031-05-04", ("city centre", "Sett")),
        claim("d2", 0, Control("captured", ("Hill Front",)), "2031-05-05", ("city centre", "Brae")),
        claim("d2", 50, Control("captured", ("Hill Front",)), "2031-05-05", ("barracks",)),
        claim("d3", 50, Control("captured", ("River Brigade",)), "2031-05-05", ("barracks",)),
    ]
    assert len(control_of(claims, LINKS, {}, nobody, WORDS)) == 4


def test_places_lie_in_what_the_gazetteer_says_in_whatever_order_they_are_told_of(claim: Build, nobody: Parties) -> None:
    names = ("Sett", "Orvane Province", "Sett District")
    claims = [claim("d1", n * 50, TAKEN, "2031-05-04", (name,)) for n, name in enumerate(names)]
    found = {c.names[0]: c.within for c in control_of(claims, LINKS, {}, nobody, WORDS)}
    assert found == {"Sett": ("g:73", "g:7"), "Sett District": ("g:7",), "Orvane Province": ()}
    backwards = [msgspec.structs.replace(c) for c in reversed(claims)]
    assert {c.names[0]: c.within for c in control_of(backwards, LINKS, {}, nobody, WORDS)} == found
