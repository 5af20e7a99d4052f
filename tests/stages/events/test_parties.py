"""How far the actors of two claims agree."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from warledger.records.actor import ActorLink
from warledger.records.claim import Claim, Control, Event, Statement
from warledger.records.happening_words import HappeningWords
from warledger.records.link import Links
from warledger.records.side_words import SideWords
from warledger.stages.events.facets import facets_of
from warledger.stages.events.parties import Accord, accord, actors_of

Build = Callable[..., Claim]

LINKS = Links(
    {},
    {
        ("d1", "Orvanian troops"): ActorLink("d1", "Orvanian troops", "orvane"),
        ("d1", "Orvanian government troops"): ActorLink("d1", "Orvanian government troops", "orvane"),
        ("d1", "Tesskian troops"): ActorLink("d1", "Tesskian troops", "tesk"),
        ("d1", "Tessk-backed fighters"): ActorLink("d1", "Tessk-backed fighters", "backed by tesk", tie="backed by", tied="tesk"),
    },
)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("River Brigade", "River Brigade", Accord.ONE),
        ("rebels", "insurgents", Accord.SIDE),
        ("Orvanian rebels", "opposition fighters", Accord.SIDE),
        ("rebels", "government troops", Accord.AGAINST),
        ("River Brigade", "Northern Front", Accord.AGAINST),
        ("River Brigade", "fighters", Accord.UNKNOWN),
        ("Tessk-backed fighters", "gunmen", Accord.UNSAID),
        ("Orvanian troops", "Tesskian troops", Accord.AGAINST),
        ("Orvanian troops", "fighters", Accord.UNLIKE),
        ("Orvanian troops", "government troops", Accord.UNLIKE),
        ("Orvanian government troops", "government troops", Accord.SIDE),
        ("", "River Brigade", Accord.UNSAID),
    ],
)
def test_two_names(claim: Build, sides: SideWords, telling: HappeningWords, one: str, other: str, expected: Accord) -> None:
    told = claim("d1", 0, Event("Armed clash"))
    actors = [actors_of([name] if name else [], told, LINKS, sides, telling) for name in (one, other)]
    assert accord(*actors) is expected
    assert accord(*reversed(actors)) is expected


def test_who_fights_the_government_is_of_the_opposition_in_that_document(
    claim: Build, no_links: Links, sides: SideWords, telling: HappeningWords
) -> None:
    fought = claim("d1", 0, Event("Armed clash", ("River Brigade",), ("government forces",)), id="fought")
    took = claim("d1", 900, Control("captured", ("River Brigade",)), id="took")
    elsewhere = claim("d2", 0, Control("captured", ("River Brigade",)), id="elsewhere")
    rebels = claim("d2", 900, Control("captured", ("rebels",)), id="rebels")
    found = facets_of([fought, took, elsewhere, rebels], no_links, {}, sides, telling)
    assert accord(found["took"].lead, found["rebels"].lead) is Accord.SIDE
    assert accord(found["elsewhere"].lead, found["rebels"].lead) is Accord.UNKNOWN
    assert not found["took"].doers.sides, "disputes go by what names say"


def test_a_speaker_stands_for_the_body_he_speaks_for(claim: Build, no_links: Links, sides: SideWords, telling: HappeningWords) -> None:
    one = claim("d1", 0, Statement("Ada Bell", "River Council", "ACCUSE"), id="one")
    other = claim("d2", 0, Statement("River Council", act="ACCUSE"), id="other")
    found = facets_of([one, other], no_links, {}, sides, telling)
    assert accord(found["one"].lead, found["other"].lead) is Accord.ONE


def test_a_withdrawal_is_the_deed_of_those_who_leave(claim: Build, no_links: Links, sides: SideWords, telling: HappeningWords) -> None:
    left = claim("d1", 0, Control("withdrew", (), ("government forces",)), id="left")
    found = facets_of([left], no_links, {}, sides, telling)["left"]
    assert found.lead.keys == found.targets.keys
