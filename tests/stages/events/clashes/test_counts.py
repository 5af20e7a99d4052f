"""Different figures, and those that only look so."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from warledger.records.claim import Claim, Count, Event, Modality, Movement, Strength, Toll
from warledger.records.witness import Witness

Build = Callable[..., Claim]
Kinds = Callable[..., list[tuple[str, bool]]]
DAY = "2031-05-04"
FIGURES, SCOPE, WORDING = ("different figures", True), ("scope or update (not a true conflict)", False), ("wording/correction", False)


def strike(low: int | None, high: int | None, group: str = "civilians", by: str = "Tarsk") -> Event:
    """A strike with a count of dead."""
    return Event("Air/drone strike", (by,), ("market",), killed=(Count(group, low, high),))


def test_counts_that_can_both_be_true_are_none(claim: Build, kinds: Kinds) -> None:
    assert kinds(claim("d1", 0, strike(10, None), DAY, ("Sett",)), claim("d2", 0, strike(12, 12), DAY, ("Sett",))) == []


def test_a_later_report_with_more_is_an_update(claim: Build, witness: Callable[..., Witness], kinds: Kinds) -> None:
    witnesses = {"d1": witness("d1", known="2031-05-05"), "d2": witness("d2", known="2031-05-07")}
    early = claim("d1", 0, strike(11, 11), DAY, ("Sett",))
    assert kinds(early, claim("d2", 0, strike(19, 19), DAY, ("Sett",)), witnesses=witnesses) == [SCOPE]
    assert kinds(early, claim("d2", 0, strike(4, 4), DAY, ("Sett",)), witnesses=witnesses) == [FIGURES]


@pytest.mark.parametrize(
    ("exact", "round_", "quote", "expected"),
    [
        (99, 100, "A strike killed a hundred civilians", WORDING),
        (37, 40, "A strike killed about 40 civilians", WORDING),
        (37, 40, "A strike killed 40 civilians", FIGURES),
        (412, 400, "A strike killed some 400 civilians", WORDING),
        (250, 200, "A strike killed around 200 civilians", FIGURES),
    ],
)
def test_a_rounded_figure_is_wording(claim: Build, kinds: Kinds, exact: int, round_: int, quote: str, expected: tuple[str, bool]) -> None:
    one = claim("d1", 0, strike(exact, exact), DAY, ("Sett",))
    other = claim("d2", 0, strike(round_, round_), DAY, ("Sett",), quote=quote)
    assert kinds(one, other) == [expected]


def test_two_incidents_of_a_day_are_no_dispute(claim: Build, kinds: Kinds) -> None:
    market = claim("d1", 0, strike(4, 4, by="jets"), DAY, ("Sett",), quote="Jets struck the fish market, killing four civilians")
    ferry = claim("d2", 0, strike(31, 31, by="aircraft"), DAY, ("Sett",), quote="Aircraft sank a crowded ferry, killing 31 civilians")
    assert kinds(market, ferry) == []


def test_how_near_they_came(claim: Build, kinds: Kinds) -> None:
    moved = Movement("advanced", ("rebels",), to=("Sett",))
    near = claim("d1", 0, moved, DAY, ("Sett",), quote="rebels came within 10 km of Sett")
    far = claim("d2", 0, moved, DAY, ("Sett",), quote="insurgents were 20 kilometres from Sett by dusk")
    same = claim("d3", 0, moved, DAY, ("Sett",), quote="the rebels stood 6 miles from Sett")
    assert kinds(near, far) == [FIGURES]
    assert kinds(near, same) == []


def test_how_many_were_sent(claim: Build, kinds: Kinds) -> None:
    few, many = (Movement("deployed", ("Tarsk troops",), count_low=n, count_high=n, to=("Lumme",)) for n in (600, 3000))
    one = claim("d1", 0, few, DAY, quote="Some 600 Tarsk troops came to guard the withdrawal")
    other = claim("d2", 0, many, "2031-05-01..2031-05-20", quote="Tarsk brought in 3,000 troops to help with the pullout")
    unlike = claim("d2", 0, many, "2031-05-01..2031-05-20", quote="Tarsk brought in 3,000 troops for a parade")
    assert kinds(one, other) == [FIGURES]
    assert kinds(one, unlike) == []


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("2031-05-01..2031-05-08", "2031-05-01..2031-05-08", [FIGURES]),
        ("2031-05-01..2031-05-08", "2031-05-01..2031-05-20", [SCOPE]),
        ("2031-05-08", "2031-05-20", []),
    ],
)
def test_tolls_of_one_period_exclude_each_other_and_running_totals_grow(
    claim: Build, kinds: Kinds, first: str, second: str, expected: list[tuple[str, bool]]
) -> None:
    one = claim("d1", 0, Toll("killed", "civilians", 202, 202), first, ("Sett",))
    other = claim("d2", 0, Toll("killed", "civilians", 320, 320), second, ("Sett",))
    assert kinds(one, other) == expected


def test_a_toll_that_has_risen(claim: Build, kinds: Kinds) -> None:
    first = claim("d1", 0, strike(5, None), DAY, ("refugee camp at Sett",), quote="A strike on a refugee camp at Sett killed at least five")
    words = "Toll of Sett refugee camp strike has risen to nine"
    later = claim("d2", 0, Toll("killed", "camp strike", 9, 9), "2031-05-05", ("Sett",), quote=words)
    assert kinds(first, later) == [SCOPE]


def test_the_dead_of_days_beside_those_of_one_incident_by_one_source(claim: Build, kinds: Kinds) -> None:
    days = claim("d1", 0, Toll("killed", "fighters from both sides", 24), "2031-05-04..2031-05-06", said_by=("Harbour Watch",))
    fight = Event("Armed clash", ("River Brigade",), ("army",), killed=(Count("fighters of the brigade", 60, 60),))
    one = claim("d2", 0, fight, DAY, said_by=("Harbour Watch",))
    other = claim("d2", 0, fight, DAY, said_by=("Hill Office",))
    assert kinds(days, one) == [SCOPE]
    assert kinds(days, other) == []


def test_entries_of_a_list_are_parts(claim: Build, kinds: Kinds) -> None:
    year = "2031-01-01..2031-12-31"
    one = claim("d1", 0, Strength("army", "personnel", 170_000, 170_000), year, confidence=1.0, quote="170,000 (2031)")
    other = claim("d1", 50, Strength("army", "personnel", 50_000, 50_000), year, confidence=1.0, quote="50,000 (2031)")
    assert kinds(one, other) == [SCOPE]


def brigade(low: int, high: int) -> Strength:
    """How many the brigade has."""
    return Strength("River Brigade", "personnel", low, high)


def test_strengths_of_different_days_are_no_conflict_and_of_one_moment_are(claim: Build, kinds: Kinds) -> None:
    one = claim("d1", 0, brigade(500, 500), DAY, confidence=1.0)
    assert kinds(one, claim("d2", 0, brigade(900, 900), "2032-05-04", confidence=1.0)) == [SCOPE]
    assert kinds(one, claim("d2", 0, brigade(900, 900), DAY, confidence=1.0)) == [FIGURES]
    assert kinds(one, claim("d2", 0, brigade(900, 900), "2039-05-04", confidence=1.0)) == [], "too long after to say anything of it"


def test_only_neighbours_in_time_are_set_beside_each_other(claim: Build, kinds: Kinds) -> None:
    counts = [claim(f"d{n}", 0, brigade(n * 100, n * 100), f"2031-0{n}-01", confidence=1.0) for n in range(1, 6)]
    assert kinds(*counts) == [SCOPE] * 4


def test_a_strength_put_right_and_one_planned(claim: Build, kinds: Kinds) -> None:
    said = claim("d1", 0, brigade(200, 200), DAY, confidence=1.0, quote="the River Brigade would keep 200 trained fighters there")
    right = claim("d2", 0, brigade(400, 400), "2031-05-05", confidence=1.0, quote="the actual number was 400, not 200")
    assert kinds(said, right) == [WORDING]
    planned = claim(
        "d2", 0, brigade(900, 900), "2031-05-05", confidence=1.0, quote="900 fighters are to be trained", modality=Modality.PLANNED
    )
    assert kinds(said, planned) == [SCOPE]


def test_a_sum_as_a_whole_and_by_the_year(claim: Build, kinds: Kinds) -> None:
    whole = claim("d1", 0, Toll("spent_usd", "aid", 1_000_000, 1_000_000, ("Tarsk",)), "2031-01-01..2031-12-31", ("Lumme",))
    yearly = claim("d2", 0, Toll("usd_per_year", "aid", 1_000_000, 1_000_000, ("Tarsk",)), "2031-01-01..2031-12-31", ("Lumme",))
    assert kinds(whole, yearly) == [FIGURES]
