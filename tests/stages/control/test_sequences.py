"""Reports that have to be put in order: what came first, what is one change told twice, what tells of the time before."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest

from tests.stages.control.asking import answer, held, linked, one_place
from warledger.base.times import Basis, Interval
from warledger.records.claim import Claim, Control
from warledger.records.control import Rule, Status
from warledger.records.link import Links
from warledger.records.place import Place
from warledger.stages.control.parties import Parties

Build = Callable[..., Claim]

TAKEN = Control("captured", ("River Brigade",), ("Tarskan army",))
ENTERED = Control("entered", ("River Brigade",), ("Tarskan army",))
LEFT = Control("withdrew", (), ("Tarskan army",))


def carried(claim: Claim) -> Claim:
    """The claim with the running date of its text instead of a day of its own."""
    assert claim.time is not None
    return msgspec.structs.replace(claim, time=Interval(claim.time.start, claim.time.end, basis=Basis.CARRIED))


@pytest.mark.parametrize(("left", "entered"), [("2031-05-04", "2031-05-04"), ("2031-05-02", "2031-05-06")])
def test_who_enters_what_its_holder_left_has_it(claim: Build, no_links: Links, nobody: Parties, left: str, entered: str) -> None:
    claims = [claim("d1", 0, ENTERED, entered, ("Sett",)), claim("d1", 90, LEFT, left, ("Sett",))]
    found = answer(claims, "Sett", "2031-05-07", nobody, no_links)
    assert (found.holder, found.status, found.rule) == ("River Brigade", Status.HELD, Rule.LEFT)


def test_who_enters_and_leaves_on_one_day_only_raided_it(claim: Build, no_links: Links, nobody: Parties) -> None:
    claims = [
        claim("d1", 0, Control("holds", ("Tarskan army",)), "2031-05-01", ("Sett",)),
        claim("d1", 90, ENTERED, "2031-05-04", ("Sett",)),
        claim("d2", 90, Control("withdrew", (), ("River Brigade",)), "2031-05-04", ("Sett",)),
    ]
    found = answer(claims, "Sett", "2031-05-05", nobody, no_links)
    assert (found.holder, found.status) == ("Tarskan army", Status.HELD)


def test_a_place_entered_and_taken_over_some_days_is_fought_for_until_the_last(claim: Build, no_links: Links, nobody: Parties) -> None:
    claims = [
        claim("d1", 0, TAKEN, "2031-05-04", ("Sett",)),
        claim("d2", 0, ENTERED, "2031-05-04", ("Sett",)),
        claim("d3", 0, TAKEN, "2031-05-06", ("Sett",)),
    ]
    control = one_place(claims, no_links, nobody)
    assert [held(control, claims, day).status for day in ("2031-05-05", "2031-05-06")] == [Status.CONTESTED, Status.HELD]
    unopposed = one_place([claims[0], claims[2]], no_links, nobody)
    assert held(unopposed, claims, "2031-05-05").holder == "River Brigade"


def test_a_place_held_since_a_day_is_held_from_it_until_somebody_takes_it(claim: Build, no_links: Links, nobody: Parties) -> None:
    claims = [
        claim("d1", 0, Control("holds", ("Tarskan army",)), "2029-01-01..2031-06-30", ("Sett",)),
        claim("d2", 0, TAKEN, "2031-05-04", ("Sett",)),
    ]
    control = one_place(claims, no_links, nobody)
    days = ("2028-12-31", "2030-05-04", "2031-05-03", "2031-05-04", "2031-07-01")
    assert [held(control, claims, day).holder for day in days] == [None, "Tarskan army", "Tarskan army", "River Brigade", "River Brigade"]


def test_a_state_of_one_day_within_another_s_contests_that_day_only(claim: Build, no_links: Links, nobody: Parties) -> None:
    claims = [
        claim("d1", 0, Control("holds", ("Tarskan army",)), "2029-01-01..2031-06-30", ("Sett",)),
        claim("d2", 0, Control("holds", ("River Brigade",)), "2030-05-04", ("Sett",)),
    ]
    control = one_place(claims, no_links, nobody)
    asked = [held(control, claims, day) for day in ("2030-05-03", "2030-05-04", "2030-05-05")]
    assert [a.holder for a in asked] == ["Tarskan army", None, "Tarskan army"]
    assert (asked[1].status, asked[1].rule) == (Status.CONTESTED, Rule.CONTRADICTION)
    assert [(a.holder, a.sources, a.evidence) for a in asked[1].accounts] == [
        ("Tarskan army", 1, (claims[0].id,)),
        ("River Brigade", 1, (claims[1].id,)),
    ]


def test_of_two_takers_of_one_day_the_one_who_stayed_came_last(claim: Build, no_links: Links, nobody: Parties) -> None:
    claims = [
        claim("d1", 0, TAKEN, "2031-05-04", ("Sett",)),
        claim("d2", 0, Control("captured", ("Hill Front",)), "2031-05-04", ("Sett",)),
        claim("d3", 0, Control("holds", ("Hill Front",)), "2031-05-04..2031-05-20", ("Sett",)),
    ]
    found = answer(claims, "Sett", "2031-05-05", nobody, no_links)
    assert (found.holder, found.status) == ("Hill Front", Status.HELD)


def test_a_running_date_gives_way_to_a_day_told_soon_after(claim: Build, no_links: Links, nobody: Parties) -> None:
    early = carried(claim("d1", 0, TAKEN, "2031-05-01", ("Sett",)))
    claims = [early, claim("d2", 0, TAKEN, "2031-05-09", ("Sett",))]
    control = one_place(claims, no_links, nobody)
    assert [held(control, claims, day).holder for day in ("2031-05-08", "2031-05-09")] == ["Tarskan army", "River Brigade"]
    between = [*claims, claim("d3", 0, Control("retaken", ("Tarskan army",)), "2031-05-05", ("Sett",))]
    assert held(one_place(between, no_links, nobody), between, "2031-05-04").holder == "River Brigade"


def test_a_state_without_a_day_gives_way_to_a_taking_of_the_day_it_is_put_on(claim: Build, no_links: Links, nobody: Parties) -> None:
    state = carried(claim("d2", 0, Control("holds", ("Tarskan army",)), "2031-05-04", ("Sett",)))
    claims = [claim("d1", 0, TAKEN, "2031-05-04", ("Sett",)), state]
    assert answer(claims, "Sett", "2031-05-04", nobody, no_links).holder == "River Brigade"


def test_a_fall_told_before_the_taking_is_that_taking(claim: Build, no_links: Links, nobody: Parties) -> None:
    claims = [claim("d1", 0, Control("captured"), "2031-05-04", ("Sett",)), claim("d2", 0, TAKEN, "2031-05-06", ("Sett",))]
    found = answer(claims, "Sett", "2031-05-06", nobody, no_links)
    assert (found.holder, set(found.evidence)) == ("River Brigade", {c.id for c in claims})
    assert answer(claims, "Sett", "2031-05-05", nobody, no_links).holder == "Tarskan army"


def test_somebody_else_s_leaving_says_nothing_of_who_holds_it(claim: Build, no_links: Links, nobody: Parties) -> None:
    claims = [
        claim("d1", 0, TAKEN, "2031-05-04", ("Sett",)),
        claim("d2", 0, Control("withdrew", (), ("Delta Guard",)), "2033-01-01", ("Sett",)),
    ]
    found = held(one_place(claims, no_links, nobody), claims, "2033-01-02")
    assert (found.holder, found.rule) == (None, Rule.DECAY)


def test_a_description_is_nobody_from_whom_the_named_one_takes_places(claim: Build, no_links: Links, nobody: Parties) -> None:
    claims = [
        claim("d1", 0, Control("captured", ("River Brigade",), ("government forces",)), "2031-05-01", ("Brae",)),
        claim("d1", 90, Control("captured", ("River Brigade",)), "2031-05-04", ("Sett",)),
        claim("d2", 0, Control("captured", ("government forces",)), "2031-06-04", ("Sett",)),
        claim("d2", 90, Control("captured", ("rebels",)), "2031-05-05", ("Sett",)),
    ]
    assert answer(claims, "Sett", "2031-05-06", nobody, no_links).holder == "River Brigade"
    assert answer(claims, "Sett", "2031-06-05", nobody, no_links).holder == "government forces"


def test_what_cannot_be_ordered_is_kept_aside_with_the_reason(claim: Build, no_links: Links, nobody: Parties) -> None:
    vague = claim("d2", 0, Control("captured", ("Hill Front",)), "..2031-05-20", ("Sett",))
    claims = [claim("d1", 0, TAKEN, "2031-05-04", ("Sett",)), vague]
    control = one_place(claims, no_links, nobody)
    assert [(a.claim, a.start, a.why != "") for a in control.aside] == [(vague.id, None, True)]
    assert held(control, claims, "2031-05-21").holder == "River Brigade"


def test_a_town_among_the_holders_is_a_slip_of_the_reading(claim: Build, nobody: Parties) -> None:
    brae = Place("g:2", "Brae", "populated", "XX", 1.1, 2.1)
    slip = Control("captured", ("River Brigade", "Brae"))
    links = linked(("Brae", brae))
    assert answer([claim("d1", 0, slip, "2031-05-04", ("Sett",))], "Sett", "2031-05-05", nobody, links).holder == "River Brigade"
    alone = Control("captured", ("Brae",))
    assert answer([claim("d1", 0, alone, "2031-05-04", ("Sett",))], "Sett", "2031-05-05", nobody, links).holder == "Brae"
