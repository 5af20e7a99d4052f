"""What joins two claims, and what keeps them apart whatever else speaks for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from warledger.records.claim import Claim, Control, Count, Event, Modality, Movement, Statement, Toll
from warledger.records.event import Happening
from warledger.records.happening_words import HappeningWords
from warledger.records.link import Links
from warledger.records.side_words import SideWords
from warledger.stages.events import cluster as stage
from warledger.stages.events.facets import facets_of

Build = Callable[..., Claim]
Group = Callable[..., tuple[Happening, ...]]

TAKEN = Control("captured", ("rebels",), ("government forces",))
CLASH = Event("Armed clash", ("rebels",), ("government forces",))
DAY = "2031-05-04"


@pytest.fixture
def happenings(no_links: Links, sides: SideWords, telling: HappeningWords) -> Group:
    """The happenings of claims, with every packaged word."""

    def found(claims: Sequence[Claim]) -> tuple[Happening, ...]:
        return stage.cluster(claims, no_links, {}, facets_of(claims, no_links, {}, sides, telling))

    return found


def one(found: Sequence[Happening], *claims: Claim) -> bool:
    """Whether the claims are one happening."""
    return any({c.id for c in claims} <= set(h.members) for h in found)


def test_reports_of_one_campaign_meet_by_its_first_day(claim: Build, happenings: Group) -> None:
    began = claim("d1", 0, CLASH, DAY, ("Varno",), quote="Rebels launched an offensive toward Varno on Sunday.")
    whole = claim("d2", 0, CLASH, f"{DAY}..2031-05-20", (), quote="The rebels' offensive began small and reached the capital.")
    later = claim("d3", 0, CLASH, "2031-05-09", ("Varno",), quote="Rebels launched an offensive on Varno.")
    found = happenings([began, whole, later])
    assert one(found, began, whole)
    assert not one(found, began, later)
    assert "campaign" in found[0].why[began.id]


@pytest.mark.parametrize(
    ("content", "places"),
    [(Control("entered", ("rebels",)), ("Varno",)), (Control("besieged", ("rebels",)), ("Varno",)), (TAKEN, ("city center", "Varno"))],
)
def test_steps_on_the_way_to_a_capture_are_no_capture(claim: Build, happenings: Group, content: Control, places: tuple[str, ...]) -> None:
    taken = claim("d1", 0, TAKEN, DAY, ("Varno",))
    step = claim("d2", 0, content, DAY, places)
    assert not one(happenings([taken, step]), taken, step)


def test_a_plan_is_not_its_execution(claim: Build, happenings: Group) -> None:
    ordered = claim("d1", 0, Movement("withdrew", ("army",), origin=("Varno",)), DAY, modality=Modality.PLANNED)
    done = claim("d2", 0, Movement("withdrew", ("army",), origin=("Varno",)), DAY)
    again = claim("d3", 0, Movement("withdrew", ("army",), origin=("Varno",)), DAY)
    found = happenings([ordered, done, again])
    assert one(found, done, again)
    assert not one(found, ordered, done)


def test_one_mans_death_is_not_the_battle(claim: Build, happenings: Group) -> None:
    killed = claim("d1", 0, Event("Armed clash", ("rebels",), ("Ivo Marr",), killed=(Count("General Ivo Marr", 1, 1),)), DAY, ("Varno",))
    battle = claim("d2", 0, CLASH, DAY, ("Varno",))
    taken = claim("d3", 0, TAKEN, DAY, ("Varno",))
    found = happenings([killed, battle, taken])
    assert one(found, battle, taken)
    assert not one(found, killed, battle)


def test_a_war_of_two_named_parties_needs_no_place_and_one_of_rebels_does(claim: Build, happenings: Group) -> None:
    def fought(doer: str, target: str) -> list[Claim]:
        quotes = ("They have fought for years.", "A long conflict between both sides goes on.")
        event = Event("Armed clash", (doer,), (target,))
        return [claim(f"{doer}{n}", 0, event, f"203{n}-01-01..2033-12-31", quote=quote) for n, quote in enumerate(quotes)]

    named, described = fought("River Brigade", "Northern Front"), fought("rebels", "soldiers")
    found = happenings([*named, *described])
    assert one(found, *named)
    assert not one(found, *described)


def test_a_raid_told_in_a_row_of_sentences_is_one(claim: Build, happenings: Group) -> None:
    raid = claim("d1", 0, Event("Other", ("River Brigade",), ("Northern Front",)), DAY, quote="The brigade set out to free hostages.")
    landed = claim("d1", 60, Movement("airdropped", ("River Brigade",)), DAY, quote="Two dozen men came down from helicopters.")
    fight = claim(
        "d1", 120, Event("Armed clash", ("Northern Front",), ("River Brigade",)), DAY, quote="A firefight of three hours followed."
    )
    next_day = claim("d1", 180, Event("Other", ("River Brigade",)), "2031-05-05", quote="The brigade mourned its dead.")
    found = happenings([raid, landed, fight, next_day])
    assert one(found, raid, landed, fight)
    assert not one(found, fight, next_day)


def test_days_that_only_can_agree_bring_no_advances_together(claim: Build, happenings: Group) -> None:
    moved = Movement("advanced", ("rebels",), to=("Varno",))
    spring = claim("d1", 0, moved, "..2031-05-04", quote="Rebels moved on Varno again, a resident said.")
    autumn = claim("d2", 0, moved, "..2031-09-20", quote="As the rebels closed in, shops shut.")
    assert not one(happenings([spring, autumn]), spring, autumn)


def test_one_figure_makes_two_reports_one_and_two_figures_of_one_report_two(claim: Build, happenings: Group) -> None:
    def strike(dead: int) -> Event:
        return Event("Air/drone strike", (), ("civilians",), killed=(Count("civilians", dead, dead),))

    first = claim("d1", 0, strike(9), DAY, ("Varno",), quote="Nine people died when bombs fell on a market.")
    same = claim("d2", 0, strike(9), DAY, ("Varno",), quote="The raid left nine dead, doctors said.")
    second = claim("d1", 900, strike(4), DAY, ("Varno",), quote="Four people died when bombs fell on a school.")
    found = happenings([first, same, second])
    assert one(found, first, same)
    assert not one(found, first, second)


def test_a_list_is_no_capture_of_one_of_its_places_but_they_are_its_parts(claim: Build, happenings: Group) -> None:
    words = "Rebels captured three towns, among them Varno and Sull."
    count = claim("d1", 0, Toll("places", "towns captured", 3, 3, ("rebels",)), DAY, quote=words, id="count")
    towns = [claim("d1", 0, TAKEN, DAY, (place,), quote=words, id=place) for place in ("Varno", "Sull")]
    elsewhere = claim("d2", 0, TAKEN, DAY, ("Varno",), quote="Varno fell.", id="elsewhere")
    found = happenings([count, *towns, elsewhere])
    of = {member: h for h in found for member in h.members}
    assert one(found, towns[0], elsewhere)
    assert not one(found, count, towns[0])
    assert {of[place].id: list(of[place].part_of) for place in ("Varno", "Sull")} == {
        of[place].id: [of["count"].id] for place in ("Varno", "Sull")
    }
    assert "sentence" in of["Varno"].part_of[of["count"].id]
    assert not of["count"].part_of


def test_two_matters_of_one_speaker_on_one_day_stay_apart(claim: Build, happenings: Group) -> None:
    def said(document: str, words: str) -> Claim:
        return claim(document, 0, Statement("Ada Bell", "Tessk", "ACCUSE", ("Orvane",)), DAY, quote=words)

    harbour = said("d1", "Bell called the blockade of the harbour a crime against the city.")
    again = said("d2", "The blockade of the harbour was a crime, Ada Bell told reporters.")
    spies = said("d3", "Bell blamed foreign spies for the burning of grain stores.")
    found = happenings([harbour, again, spies])
    assert one(found, harbour, again)
    assert not one(found, harbour, spies)
