"""Who did it, when, where, and who holds it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from warledger.base.times import Basis, Interval
from warledger.records.claim import Claim, Control, Count, Event, Movement

Build = Callable[..., Claim]
Kinds = Callable[..., list[tuple[str, bool]]]
DAY, NEXT, THIRD = "2031-05-04", "2031-05-05", "2031-05-06"
WHO, WHEN, WHERE, CONTROL = ("who did it", True), ("when", True), ("where", True), ("control", True)


def taken(by: str, lost: str = "", mode: str = "captured") -> Control:
    """A change of hands."""
    return Control(mode, (by,) if by else (), (lost,) if lost else ())


def strike(by: str, dead: int = 4) -> Event:
    """A strike with its dead."""
    return Event("Air/drone strike", (by,) if by else (), ("people",), killed=(Count("people", dead, dead),))


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("River Brigade", "local forces", [WHO]),
        ("River Brigade", "Hill Front", [WHO]),
        ("River Brigade", "rebels", []),
        ("River Brigade", "fighters", []),
        ("Varnia", "Varnian forces", []),
        ("River Brigade", "fighters led by Ivo Marr", [WHO]),
    ],
)
def test_two_takers_of_one_place(claim: Build, kinds: Kinds, first: str, second: str, expected: list[tuple[str, bool]]) -> None:
    assert kinds(claim("d1", 0, taken(first), DAY, ("Sett",)), claim("d2", 0, taken(second), DAY, ("Sett",))) == expected


def test_two_doers_of_one_strike(claim: Build, kinds: Kinds) -> None:
    one, other = claim("d1", 0, strike("Tarsk"), DAY, ("Sett",)), claim("d2", 0, strike("Lumme"), DAY, ("Sett",))
    assert kinds(one, other) == [WHO]
    assert kinds(one, claim("d2", 0, strike("Lumme", 9), DAY, ("Sett",))) == [], "another strike of the day"
    assert kinds(one, claim("d2", 0, strike("warplanes"), DAY, ("Sett",))) == []


def test_one_takes_it_from_the_other(claim: Build, kinds: Kinds) -> None:
    first = claim("d1", 0, taken("River Brigade", "army"), DAY, ("Sett",))
    second = claim("d2", 0, taken("Hill Front", "River Brigade"), DAY, ("Sett",))
    assert kinds(first, second) == [CONTROL]


def test_one_change_on_two_days(claim: Build, kinds: Kinds) -> None:
    one = claim("d1", 0, taken("River Brigade"), DAY, ("Sett",))
    assert kinds(one, claim("d2", 0, taken("River Brigade"), NEXT, ("Sett",))) == [WHEN]
    assert kinds(one, claim("d2", 0, taken("rebels"), NEXT, ("Sett",))) == [WHEN]
    assert kinds(one, claim("d2", 0, taken("River Brigade"), NEXT, ("Sett highlands",))) == []
    assert kinds(one, claim("d2", 0, taken("River Brigade"), "..2031-05-02", ("Sett",))) == [], "by then, it says, not when"


def test_a_place_that_changed_hands_again_was_not_taken_on_two_days(claim: Build, kinds: Kinds) -> None:
    one, again = claim("d1", 0, taken("rebels"), DAY, ("Sett",)), claim("d2", 0, taken("rebels"), THIRD, ("Sett",))
    between = claim("d3", 0, taken("army"), NEXT, ("Sett",))
    assert kinds(one, again) == [WHEN]
    assert WHEN not in kinds(one, between, again)
    assert kinds(one, claim("d2", 0, taken("rebels", mode="retaken"), THIRD, ("Sett",))) == []


def test_a_day_carried_over_from_the_text_holds_against_no_other_such(claim: Build, kinds: Kinds) -> None:
    import msgspec

    def carried(told: Claim) -> Claim:
        assert told.time is not None
        return msgspec.structs.replace(told, time=Interval(told.time.start, told.time.end, basis=Basis.CARRIED))

    one, other = claim("d1", 0, taken("rebels"), DAY, ("Sett",)), claim("d2", 0, taken("rebels"), NEXT, ("Sett",))
    assert kinds(one, carried(other)) == [WHEN]
    assert kinds(carried(one), carried(other)) == []


def test_one_count_of_dead_at_two_addresses_of_a_town(claim: Build, kinds: Kinds) -> None:
    one = claim("d1", 0, strike(""), DAY, ("Sett university",))
    assert kinds(one, claim("d2", 0, strike(""), DAY, ("Old Quarter of Sett",))) == [WHERE]
    assert kinds(one, claim("d2", 0, strike(""), DAY, ("Old Quarter of Brae",))) == []
    single = claim("d1", 0, strike("", 1), DAY, ("Sett university",))
    assert kinds(single, claim("d2", 0, strike("", 1), DAY, ("Old Quarter of Sett",))) == [], "one dead is told of many places"


def test_one_persons_journey_on_two_days(claim: Build, kinds: Kinds) -> None:
    def went(document: str, day: str, words: str) -> Claim:
        move = Movement("fled", ("Ivo Marr",), 1, 1, to=("Brae",))
        return claim(document, 0, move, day, quote=words)

    one = went("d1", DAY, "Marr fled by ferry to a naval base")
    assert kinds(one, went("d2", NEXT, "Ivo Marr went to the naval base by ferry a day later")) == [WHEN]
    assert kinds(one, went("d2", NEXT, "Ivo Marr drove home")) == []


def test_who_holds_it_after_somebody_took_it(claim: Build, kinds: Kinds) -> None:
    one = claim("d1", 0, taken("River Brigade"), DAY, ("Sett",))
    holds = claim("d2", 0, Control("holds", ("Hill Front",)), "..2031-05-06", ("Sett",))
    before = claim("d2", 0, Control("holds", ("Hill Front",)), "..2031-05-03", ("Sett",))
    since_long = claim("d2", 0, Control("holds", ("Hill Front",)), "2029-05-04..2031-06-01", ("Sett",))
    assert kinds(one, holds) == [CONTROL]
    assert kinds(one, before) == kinds(one, since_long) == []
    took = claim("d3", 0, taken("Hill Front", "River Brigade"), NEXT, ("Sett",))
    assert CONTROL not in kinds(one, took, holds)


def test_two_states_of_one_day(claim: Build, kinds: Kinds) -> None:
    one = claim("d1", 0, Control("holds", ("River Brigade",)), DAY, ("Sett",))
    assert kinds(one, claim("d2", 0, Control("defended", ("Hill Front",)), DAY, ("Sett",))) == [CONTROL]
    assert kinds(one, claim("d2", 0, Control("holds", ("rebels",)), DAY, ("Sett",))) == []


def test_fighting_that_goes_on_where_it_is_told_as_taken(claim: Build, kinds: Kinds) -> None:
    one = claim("d1", 0, taken("River Brigade"), DAY, ("Sett",))
    fight = Event("Armed clash", ("army",), ("River Brigade",))
    assert kinds(one, claim("d2", 0, fight, THIRD, ("Sett",), quote="fighting was still ongoing in Sett")) == [CONTROL]
    assert kinds(one, claim("d2", 0, fight, THIRD, ("Sett",), quote="the army attacked Sett")) == []
