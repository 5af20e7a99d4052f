"""Disputes: one for every matter, with all claims on either side, the same in any order."""

from __future__ import annotations

import random
from collections.abc import Callable

from warledger.records.claim import Claim, Control, Count, Event, Movement
from warledger.records.dispute import DISPUTE_TYPES, Dispute
from warledger.records.witness import Witness

Build = Callable[..., Claim]
Testify = Callable[..., Witness]
Find = Callable[..., tuple[Dispute, ...]]


def strike(low: int | None, high: int | None) -> Event:
    """A strike with a count of dead."""
    return Event("Air/drone strike", ("Tarsk",), ("market",), killed=(Count("civilians", low, high),))


def taken(by: str) -> Control:
    """A capture."""
    return Control("captured", (by,))


def sides(dispute: Dispute) -> set[frozenset[str]]:
    """The two sides, whichever is which."""
    return {frozenset(dispute.a), frozenset(dispute.b)}


def test_a_dispute_has_both_sides_and_says_why(claim: Build, find: Find) -> None:
    few, many = claim("d1", 0, strike(3, 3), "2031-05-04", ("Sett",)), claim("d2", 0, strike(17, None), "2031-05-04", ("Sett",))
    found = find(few, many)
    assert [(d.type, d.real) for d in found] == [("different figures", True)]
    assert sides(found[0]) == {frozenset({few.id}), frozenset({many.id})}
    assert "3 against at least 17" in found[0].why
    assert found[0].type in DISPUTE_TYPES


def test_all_who_say_one_thing_stand_on_one_side(claim: Build, find: Find) -> None:
    told = [claim(f"d{n}", 0, strike(count, count), "2031-05-04", ("Sett",)) for n, count in enumerate((3, 3, 3, 17, 17))]
    found = find(*told)
    assert [sides(d) for d in found] == [{frozenset(c.id for c in told[:3]), frozenset(c.id for c in told[3:])}]


def test_names_of_one_actor_stand_on_one_side(claim: Build, find: Find) -> None:
    names = ("River Brigade", "the River Brigade fighters", "Hill Front")
    brigade, short, front = (claim(f"d{n}", 0, taken(by), "2031-05-04", ("Sett",)) for n, by in enumerate(names))
    assert [sides(d) for d in find(brigade, short, front)] == [{frozenset({brigade.id, short.id}), frozenset({front.id})}]


def test_claims_of_different_happenings_are_held_against_each_other(claim: Build, find: Find) -> None:
    one = claim("d1", 0, taken("River Brigade"), "2031-05-04", ("Sett",))
    other = claim("d2", 0, taken("River Brigade"), "2031-05-07", ("Sett",))
    assert [(d.type, d.real) for d in find(one, other)] == [("when", True)]


def test_copies_of_one_text_differ_in_wording_at_most(claim: Build, witness: Testify, find: Find) -> None:
    few, many = claim("d1", 0, strike(3, 3), "2031-05-04", ("Sett",)), claim("d2", 0, strike(17, None), "2031-05-04", ("Sett",))
    witnesses = {"d1": witness("d1", "f"), "d2": witness("d2", "f")}
    found = find(few, many, witnesses=witnesses)
    assert [(d.type, d.real) for d in found] == [("wording/correction", False)]
    assert "3 in one version of the text, at least 17 in another" in found[0].why
    other = claim("d2", 0, strike(17, None), "2031-05-04", ("Sett",), quote="Elsewhere in the town a shell fell on a column of dockers")
    assert find(few, other, witnesses=witnesses) == ()


def test_both_sides_carried_by_a_copy_are_no_second_dispute(claim: Build, witness: Testify, find: Find) -> None:
    ours, theirs = "The column took Sett on Sunday.", "The garrison took Sett on Sunday, its paper said."
    told = [(claim(d, 0, taken("Tarsk"), "2031-05-04", ("Sett",), quote=ours), d) for d in ("d1", "d2")]
    denied = [(claim(d, 99, taken("Volm"), "2031-05-04", ("Sett",), quote=theirs), d) for d in ("d1", "d2")]
    witnesses = {"d1": witness("d1", "f"), "d2": witness("d2", "f")}
    (found,) = find(*(c for c, _ in (*told, *denied)), witnesses=witnesses)
    assert sides(found) == {frozenset(c.id for c, _ in told), frozenset(c.id for c, _ in denied)}


def test_one_quote_never_stands_on_both_sides(claim: Build, find: Find) -> None:
    both = "Medics counted three dead, the harbour office seventeen."
    few = claim("d1", 0, strike(3, 3), "2031-05-04", ("Sett",), quote=both)
    many = claim("d1", 0, strike(17, 17), "2031-05-04", ("Sett",), quote=both, id="r-other")
    assert find(few, many) == ()
    third = claim("d2", 0, strike(17, 17), "2031-05-04", ("Sett",))
    fourth = claim("d3", 0, strike(3, 3), "2031-05-04", ("Sett",))
    found = find(few, many, third, fourth)
    assert [{*d.a, *d.b} for d in found if d.real] == [{third.id, fourth.id}]


def test_the_order_of_claims_changes_nothing(claim: Build, find: Find) -> None:
    claims = [
        claim("d1", 0, strike(3, 3), "2031-05-04", ("Sett",)),
        claim("d2", 0, strike(17, None), "2031-05-04", ("Sett",)),
        claim("d3", 0, strike(17, 17), "2031-05-04", ("Sett",)),
        claim("d1", 90, taken("River Brigade"), "2031-05-04", ("Brae",)),
        claim("d2", 90, taken("Hill Front"), "2031-05-04", ("Brae",)),
        claim("d3", 90, taken("River Brigade"), "2031-05-06", ("Brae",)),
        claim("d4", 90, Movement("advanced", ("rebels",), to=("Brae",)), "2031-05-05", ("Brae",)),
    ]
    plain = find(*claims)
    assert {d.type for d in plain} >= {"different figures", "who did it"}
    for seed in range(5):
        assert find(*random.Random(seed).sample(claims, len(claims))) == plain


def test_a_dispute_keeps_its_id_when_other_reports_come(claim: Build, find: Find) -> None:
    few, many = claim("d1", 0, strike(3, 3), "2031-05-04", ("Sett",)), claim("d2", 0, strike(17, None), "2031-05-04", ("Sett",))
    elsewhere = claim("d3", 0, strike(9, 9), "2031-05-04", ("Brae",))
    assert find(few, many, elsewhere) == find(few, many)
