"""Clashes in a place: whom they contest it for, and for how long."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.stages.control.asking import answer, held, one_place
from warledger.records.claim import Claim, Control, Event, Modality
from warledger.records.control import Rule, Status
from warledger.records.link import Links
from warledger.stages.control.parties import Parties

Build = Callable[..., Claim]

TAKEN = Control("captured", ("River Brigade",), ("Tarskan army",))
CLASH = Event("Armed clash", ("River Brigade",), ("Tarskan army",))


def test_a_clash_contests_the_place_for_a_week_unless_it_goes_on(claim: Build, no_links: Links, nobody: Parties) -> None:
    claims = [
        claim("d1", 0, TAKEN, "2031-05-01", ("Sett",)),
        claim("d1", 90, CLASH, "2031-05-10", ("Sett",)),
        claim("d2", 0, CLASH, "2031-05-14", ("Sett",)),
    ]
    control = one_place(claims, no_links, nobody)
    days = ("2031-05-09", "2031-05-10", "2031-05-20", "2031-05-21")
    asked = [held(control, claims, day) for day in days]
    assert [a.status for a in asked] == [Status.HELD, Status.CONTESTED, Status.CONTESTED, Status.HELD]
    assert [a.rule for a in asked[1:]] == [Rule.FIGHTING, Rule.FIGHTING, Rule.LULL]
    assert {a.holder for a in asked} == {"River Brigade"}
    assert set(asked[1].evidence) == {c.id for c in claims[1:]}


def test_two_who_clashed_need_not_be_doer_and_target(claim: Build, no_links: Links, nobody: Parties) -> None:
    clash = Event("Armed clash", ("River Brigade", "Tarskan army"))
    claims = [claim("d1", 0, TAKEN, "2031-05-01", ("Sett",)), claim("d1", 90, clash, "2031-05-10", ("Sett",))]
    assert answer(claims, "Sett", "2031-05-11", nobody, no_links).status is Status.CONTESTED


@pytest.mark.parametrize(
    ("event", "more"),
    [
        (Event("Shelling/artillery/missile attack", ("Tarskan army",), ("River Brigade",)), {}),
        (Event("Armed clash", ("Hill Front",), ("Tarskan army",)), {}),  # neither side holds it
        (Event("Armed clash", ("River Brigade",), ("Ivo Marr",)), {}),  # a person is shot at
        (CLASH, {"modality": Modality.CLAIMED, "said_by": ("River Brigade",)}),
        (CLASH, {"modality": Modality.DENIED}),
    ],
)
def test_what_is_no_clash_with_the_holder_leaves_it_held(
    claim: Build, no_links: Links, nobody: Parties, event: Event, more: dict[str, object]
) -> None:
    claims = [claim("d1", 0, TAKEN, "2031-05-01", ("Sett",)), claim("d1", 90, event, "2031-05-10", ("Sett",), **more)]
    assert answer(claims, "Sett", "2031-05-11", nobody, no_links).status is Status.HELD


def test_who_is_said_to_hold_it_on_the_day_of_a_clash_holds_it(claim: Build, no_links: Links, nobody: Parties) -> None:
    claims = [
        claim("d1", 0, TAKEN, "2031-05-01", ("Sett",)),
        claim("d1", 90, CLASH, "2031-05-10", ("Sett",)),
        claim("d1", 180, Control("defended", ("River Brigade",), ("Tarskan army",)), "2031-05-10", ("Sett",)),
    ]
    assert answer(claims, "Sett", "2031-05-10", nobody, no_links).status is Status.HELD


def test_a_clash_where_nobody_is_known_to_hold_the_place_names_no_holder(claim: Build, no_links: Links, nobody: Parties) -> None:
    claims = [
        claim("d1", 0, Control("withdrew", (), ("Tarskan army",)), "2031-05-01", ("Sett",)),
        claim("d1", 90, Event("Armed clash", ("rebels",), ("militias",)), "2031-05-10", ("Sett",)),
    ]
    control = one_place(claims, no_links, nobody)
    assert [held(control, claims, day).status for day in ("2031-05-09", "2031-05-11", "2031-05-18")] == [
        Status.UNKNOWN,
        Status.CONTESTED,
        Status.UNKNOWN,
    ]
    assert held(control, claims, "2031-05-11").holder is None
