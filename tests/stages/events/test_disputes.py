"""Disputes: their type, their sides, and whether they are real."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from warledger.records.claim import Claim, Control, Count, Event, Modality, Movement, Statement, Strength
from warledger.records.dispute import DISPUTE_TYPES, Dispute
from warledger.records.link import Links
from warledger.records.side_words import SideWords
from warledger.records.witness import Witness
from warledger.stages.events.cluster import cluster
from warledger.stages.events.disputes import find_disputes
from warledger.stages.events.facets import facets_of

Build = Callable[..., Claim]
Testify = Callable[..., Witness]
Find = Callable[..., tuple[Dispute, ...]]


@pytest.fixture
def find(no_links: Links, sides: SideWords) -> Find:
    """Cluster, then look for disputes."""

    def run(*claims: Claim, witnesses: dict[str, Witness] | None = None) -> tuple[Dispute, ...]:
        known = witnesses or {}
        facets = facets_of(claims, no_links, known, sides)
        return find_disputes(cluster(claims, no_links, known, facets), claims, known, facets)

    return run


def strike(low: int | None, high: int | None) -> Event:
    """A strike with a count of dead."""
    return Event("Air/drone strike", ("Tarsk",), ("market",), killed=(Count("civilians", low, high),))


def types(found: tuple[Dispute, ...]) -> list[tuple[str, bool]]:
    """Type and reality of each."""
    return [(d.type, d.real) for d in found]


def test_counts_that_exclude_each_other_are_a_real_dispute_with_both_sides(claim: Build, find: Find) -> None:
    few, many = claim("d1", 0, strike(3, 3), "2031-05-04", ("Sett",)), claim("d2", 0, strike(17, None), "2031-05-04", ("Sett",))
    found = find(few, many)
    assert types(found) == [("different figures", True)]
    assert {found[0].a, found[0].b} == {(few.id,), (many.id,)}
    assert "17" in found[0].why
    assert found[0].type in DISPUTE_TYPES


def test_counts_that_can_both_be_true_are_none(claim: Build, find: Find) -> None:
    assert find(claim("d1", 0, strike(10, None), "2031-05-04", ("Sett",)), claim("d2", 0, strike(12, 12), "2031-05-04", ("Sett",))) == ()


def test_a_later_report_with_more_is_an_update_and_a_rounded_figure_wording(claim: Build, witness: Testify, find: Find) -> None:
    witnesses = {"d1": witness("d1", known="2031-05-05"), "d2": witness("d2", known="2031-05-07")}
    early = claim("d1", 0, strike(11, 11), "2031-05-04", ("Sett",))
    more = claim("d2", 0, strike(19, 19), "2031-05-04", ("Sett",))
    assert types(find(early, more, witnesses=witnesses)) == [("scope or update (not a true conflict)", False)]
    fewer = claim("d2", 0, strike(4, 4), "2031-05-04", ("Sett",))
    assert types(find(early, fewer, witnesses=witnesses)) == [("different figures", True)]
    exact, rounded = claim("d1", 0, strike(99, 99), "2031-05-04", ("Sett",)), claim("d2", 0, strike(100, 100), "2031-05-04", ("Sett",))
    assert types(find(exact, rounded)) == [("wording/correction", False)]


def test_two_doers_of_one_deed(claim: Build, find: Find) -> None:
    one = claim("d1", 0, Control("captured", ("River Brigade",)), "2031-05-04", ("Sett",))
    other = claim("d2", 0, Control("captured", ("local forces",)), "2031-05-04", ("Sett",))
    assert types(find(one, other)) == [("who did it", True)]
    described = claim("d2", 0, Control("captured", ("rebels",)), "2031-05-04", ("Sett",))
    assert find(one, described) == (), "rebels can be the brigade"


def test_one_change_on_two_days(claim: Build, find: Find) -> None:
    taken = Control("captured", ("River Brigade",))
    found = find(claim("d1", 0, taken, "2031-05-04", ("Sett",)), claim("d2", 0, taken, "2031-05-05", ("Sett",)))
    assert types(found) == [("when", True)]


def test_one_count_of_dead_at_two_addresses_of_a_town(claim: Build, find: Find) -> None:
    one = claim("d1", 0, strike(4, 4), "2031-05-04", ("Sett university",))
    other = claim("d2", 0, strike(4, 4), "2031-05-04", ("Old Quarter", "Sett"))
    assert types(find(one, other)) == [("where", True)]
    elsewhere = claim("d2", 0, strike(4, 4), "2031-05-04", ("Old Quarter", "Brae"))
    assert find(one, elsewhere) == ()


def test_denials_dispute_what_is_told(claim: Build, find: Find) -> None:
    left = claim("d1", 0, Control("withdrew", (), ("government forces",)), "2031-05-04", ("Sett",))
    denied = claim("d2", 0, Control("withdrew", (), ("government forces",)), "2031-05-04", ("Sett",), modality=Modality.DENIED)
    assert types(find(left, denied)) == [("did it happen", True)]
    rejected = claim("d3", 0, Statement("Ministry of War", "government", "REJECT", (), "denies leaving Sett"), "2031-05-04", ("Sett",))
    found = find(left, rejected)
    assert types(found) == [("did it happen", True)]
    assert "Ministry of War" in found[0].why


def test_an_accusation_and_its_denial(claim: Build, find: Find) -> None:
    accused = claim("d1", 0, Statement("Tarsk", "", "ACCUSE", ("Lumme",), "arming the brigade"), "2031-05-04")
    denied = claim("d2", 0, Statement("Lumme", "", "REJECT", ("Tarsk",), "arming the brigade"), "2031-05-05")
    unrelated = claim("d3", 0, Statement("Lumme", "", "REJECT", ("Orvane",), "fishing rights"), "2031-05-05")
    found = find(accused, denied, unrelated)
    assert types(found) == [("did it happen", True)]
    assert {*found[0].a, *found[0].b} == {accused.id, denied.id}


def test_two_holders_of_one_place_on_one_day(claim: Build, find: Find) -> None:
    one = claim("d1", 0, Control("holds", ("River Brigade",)), "2031-05-04", ("Sett",))
    other = claim("d2", 0, Control("captured", ("Hill Front",)), "2031-05-04", ("Sett",))
    assert types(find(one, other)) == [("control", True)]


def test_strengths_of_different_days_are_no_conflict(claim: Build, find: Find) -> None:
    one = claim("d1", 0, Strength("River Brigade", "personnel", 500, 500), "2031-05-04")
    other = claim("d2", 0, Strength("River Brigade", "personnel", 900, 900), "2032-05-04")
    assert types(find(one, other)) == [("scope or update (not a true conflict)", False)]


def test_copies_of_one_text_differ_in_wording_at_most(claim: Build, witness: Testify, find: Find) -> None:
    few, many = claim("d1", 0, strike(3, 3), "2031-05-04", ("Sett",)), claim("d2", 0, strike(17, None), "2031-05-04", ("Sett",))
    witnesses = {"d1": witness("d1", "f"), "d2": witness("d2", "f")}
    found = find(few, many, witnesses=witnesses)
    assert types(found) == [("wording/correction", False)]
    assert "3 in one version of the text, at least 17 in another" in found[0].why
    other = claim("d2", 0, strike(17, None), "2031-05-04", ("Sett",), quote="Elsewhere in the town a shell fell on a column of dockers")
    assert find(few, other, witnesses=witnesses) == ()


def test_one_quote_never_stands_on_both_sides(claim: Build, find: Find) -> None:
    both = "Medics counted three dead, the harbour office seventeen."
    few = claim("d1", 0, strike(3, 3), "2031-05-04", ("Sett",), quote=both)
    many = claim("d1", 0, strike(17, 17), "2031-05-04", ("Sett",), quote=both, id="r-other")
    assert find(few, many) == ()
    third = claim("d2", 0, strike(17, 17), "2031-05-04", ("Sett",))
    fourth = claim("d3", 0, strike(3, 3), "2031-05-04", ("Sett",))
    found = find(few, many, third, fourth)
    assert [{*d.a, *d.b} for d in found if d.real] == [{third.id, fourth.id}]


def test_a_denial_answers_what_was_told_about_then(claim: Build, find: Find) -> None:
    denied = claim("d1", 0, Control("captured", ("River Brigade",)), "..2031-05-04", ("Sett",), modality=Modality.DENIED)
    told = claim("d2", 0, Control("captured", ("River Brigade",)), "..2031-05-05", ("Sett",))
    assert types(find(denied, told)) == [("did it happen", True)]
    months_later = claim("d2", 0, Control("captured", ("River Brigade",)), "..2031-09-05", ("Sett",))
    by_another = claim("d2", 0, Control("captured", ("Hill Front",)), "..2031-05-05", ("Sett",))
    assert find(denied, months_later) == find(denied, by_another) == ()


def test_a_refusal_is_no_denial_of_a_request(claim: Build, find: Find) -> None:
    asked = claim("d1", 0, Statement("Lumme", "", "REQUEST", ("Tarsk",), "opening the weighing station"), "2031-05-04")
    refused = claim("d2", 0, Statement("Lumme", "", "REJECT", (), "opening the weighing station"), "2031-05-04")
    assert find(asked, refused) == ()
    armed = claim("d1", 0, Statement("Lumme", "", "AID", ("Hill Front",), "rifles and trucks for fighters"), "2031-05-04")
    denied = claim("d2", 0, Statement("Lumme", "", "REJECT", (), "that it sent trucks or rifles"), "2031-05-04")
    assert types(find(armed, denied)) == [("did it happen", True)]


@pytest.mark.parametrize(("place", "deed", "answers"), [("Old Sett", "abandoned", 1), ("Brae", "abandoned", 0), ("Old Sett", "shelled", 0)])
def test_a_denial_without_a_place_answers_what_is_told_of_the_place_it_names(
    claim: Build, find: Find, place: str, deed: str, answers: int
) -> None:
    left = claim(
        "d1", 0, Control("withdrew", (), ("government forces",)), "2031-05-04", ("Old Sett",), quote="The army has abandoned Old Sett"
    )
    topic = f"that soldiers had {deed} {place}"
    reject = Statement("Ministry of War", "government", "REJECT", (), topic)
    assert len(find(left, claim("d2", 0, reject, "2031-05-04", quote=f"The ministry denied {topic}."))) == answers


def test_an_undated_change_contradicts_no_date(claim: Build, find: Find) -> None:
    dated = claim("d1", 0, Control("captured", ("River Brigade",)), "2031-05-06", ("Sett",))
    undated = claim("d2", 0, Control("captured", ("River Brigade",)), "..2031-05-04", ("Sett",))
    assert find(dated, undated) == ()


def test_the_order_of_claims_changes_nothing(claim: Build, find: Find) -> None:
    claims = [
        claim("d1", 0, strike(3, 3), "2031-05-04", ("Sett",)),
        claim("d2", 0, strike(17, None), "2031-05-04", ("Sett",)),
        claim("d3", 0, strike(17, 17), "2031-05-04", ("Sett",)),
        claim("d1", 90, Control("captured", ("River Brigade",)), "2031-05-04", ("Brae",)),
        claim("d2", 90, Control("captured", ("Hill Front",)), "2031-05-05", ("Brae",)),
        claim("d3", 90, Movement("advanced", ("rebels",), to=("Brae",)), "2031-05-05", ("Brae",)),
    ]
    plain = find(*claims)
    assert len(plain) >= 2
    for seed in range(5):
        assert find(*random.Random(seed).sample(claims, len(claims))) == plain
    figures = next(d for d in plain if d.type == "different figures" and len({*d.a, *d.b}) == 2)
    assert figures.id == next(d for d in find(*claims[:3]) if (d.a, d.b) == (figures.a, figures.b)).id
