"""Who bears a name on a day, and on which side that actor then stands."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warledger.records.actor import Actor, Alias, Change, Membership, Past, Side
from warledger.records.registry import make_registry


def on(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


#: The old government fell on 8 May 2031 and the new one bears its names from then on; the Guard was renamed and later joined the Front.
OLD = Actor("Marr government", called=(Alias("Orvane government", end=on("2031-05-08")),), sides=(Side("capital"),))
NEW = Actor("Transitional government", called=(Alias("Orvane government", start=on("2031-05-09")),), sides=(Side("north"),))
FRONT = Actor("Northern Front", ("NF",), (Side("north"),))
GUARD = Actor(
    "River Brigade",
    called=(Alias("River Guard", end=on("2030-12-31")),),
    sides=(Side("capital", end=on("2031-01-31")),),
    history=(Past(Change.JOINED, "Northern Front", on("2031-02-01")),),
)
REGISTRY = make_registry([OLD, NEW, FRONT, GUARD])


@pytest.mark.parametrize(("day", "named"), [("2031-05-08", "Marr government"), ("2031-05-09", "Transitional government")])
def test_a_name_that_passed_on_is_the_bearers_of_the_day(day: str, named: str) -> None:
    assert [a.name for a in REGISTRY.on("the Orvane government", on(day))] == [named]


def test_without_a_day_a_name_of_two_is_left_open() -> None:
    assert len(REGISTRY.on("Orvane government", None)) == 2
    assert REGISTRY.side("Orvane government", None) is None


def test_a_former_name_of_one_actor_is_still_that_actor() -> None:
    assert [a.name for a in REGISTRY.on("River Guard", on("2031-06-01"))] == ["River Brigade"]


@pytest.mark.parametrize(("day", "side"), [("2031-01-31", "capital"), ("2031-02-01", "north")])
def test_who_joins_another_takes_its_side_from_that_day(day: str, side: str) -> None:
    assert REGISTRY.side("River Brigade", on(day)) == side


def test_membership_gives_a_side_only_while_it_lasts() -> None:
    unit = Actor("Third Column", memberships=(Membership("Northern Front", on("2031-01-01"), on("2031-03-31")),))
    registry = make_registry([FRONT, unit])
    assert registry.side("Third Column", on("2031-02-01")) == "north"
    assert registry.side("Third Column", on("2031-04-01")) is None


def test_a_circle_of_members_ends() -> None:
    registry = make_registry([Actor("A Group", part_of="B Group"), Actor("B Group", part_of="A Group")])
    assert registry.side("A Group", on("2031-01-01")) is None


@given(st.permutations([OLD, NEW, FRONT, GUARD]))
def test_the_order_of_entries_is_no_matter(entries: list[Actor]) -> None:
    assert make_registry(entries).by_name == REGISTRY.by_name
