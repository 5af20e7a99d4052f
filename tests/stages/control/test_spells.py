"""Who held what: spells inferred from claims, assessed apart from claimed."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.stages.control.asking import held, on, one_place
from warledger.records.actor import Actor, Side
from warledger.records.claim import Claim, Control, Modality
from warledger.records.control import Rule, Status
from warledger.records.link import Links
from warledger.records.place import Place, PlaceLink
from warledger.records.source import Source
from warledger.records.witness import Witness
from warledger.stages.control.holding import find_place, who_holds
from warledger.stages.control.parties import Parties, make_parties
from warledger.stages.control.spells import control_of

Build = Callable[..., Claim]
Testify = Callable[..., Witness]

TAKEN = Control("captured", ("River Brigade",), ("Tarskan army",))


@pytest.mark.parametrize("mode", ["captured", "retaken", "handed_over"])
def test_the_taker_holds_it_and_the_loser_held_it_before(claim: Build, no_links: Links, nobody: Parties, mode: str) -> None:
    taken = claim("d1", 0, Control(mode, ("River Brigade", "Hill Front"), ("Tarskan army",)), "2031-05-04", ("Sett",))
    control = one_place([taken], no_links, nobody)
    before, after = held(control, [taken], "2031-05-03"), held(control, [taken], "2031-05-04")
    assert (before.holder, before.status) == ("Tarskan army", Status.HELD)
    assert (after.holder, after.status, after.since, after.evidence) == (
        "River Brigade and Hill Front",
        Status.HELD,
        on("2031-05-04"),
        (taken.id,),
    )


def test_a_change_counts_from_the_end_of_its_interval(claim: Build, no_links: Links, nobody: Parties) -> None:
    taken = claim("d1", 0, TAKEN, "2031-05-02..2031-05-06", ("Sett",))
    control = one_place([taken], no_links, nobody)
    assert held(control, [taken], "2031-05-05").holder == "Tarskan army"
    assert held(control, [taken], "2031-05-06").holder == "River Brigade"


def test_entering_contests_besieging_leaves_the_holder_and_defending_keeps_it(claim: Build, no_links: Links, nobody: Parties) -> None:
    claims = [
        claim("d1", 0, Control("besieged", ("River Brigade",), ("Tarskan army",)), "2031-05-01", ("Sett",)),
        claim("d1", 100, Control("entered", ("River Brigade",), ("Tarskan army",)), "2031-05-04", ("Sett",)),
        claim("d1", 200, Control("defended", ("Tarskan army",), ("River Brigade",)), "2031-05-06", ("Sett",)),
    ]
    control = one_place(claims, no_links, nobody)
    answers = [held(control, claims, day) for day in ("2031-05-02", "2031-05-05", "2031-05-06")]
    assert [(a.status, a.holder) for a in answers] == [
        (Status.BESIEGED, "Tarskan army"),
        (Status.CONTESTED, "Tarskan army"),
        (Status.HELD, "Tarskan army"),
    ]
    assert "River Brigade" in held(control, claims, "2031-05-05").why


def test_a_withdrawal_leaves_nobody_unless_a_taker_is_known(claim: Build, no_links: Links, nobody: Parties) -> None:
    left = claim("d1", 0, Control("withdrew", (), ("Tarskan army",)), "2031-05-04", ("Sett",))
    alone = one_place([left], no_links, nobody)
    assert (held(alone, [left], "2031-05-05").holder, held(alone, [left], "2031-05-05").status) == (None, Status.UNKNOWN)
    assert held(alone, [left], "2031-05-01").holder == "Tarskan army"
    taken = claim("d2", 0, TAKEN, "2031-05-04", ("Sett",))
    assert held(one_place([left, taken], no_links, nobody), [left, taken], "2031-05-05").holder == "River Brigade"
    entered = claim("d2", 0, Control("entered", ("River Brigade",)), "2031-05-02", ("Sett",))
    assert held(one_place([left, entered], no_links, nobody), [left, entered], "2031-05-05").holder == "River Brigade"


def test_a_siege_lifted_leaves_the_holder(claim: Build, no_links: Links, nobody: Parties) -> None:
    claims = [
        claim("d1", 0, Control("besieged", ("River Brigade",), ("Tarskan army",)), "2031-05-01", ("Sett",)),
        claim("d1", 90, Control("withdrew", (), ("River Brigade",)), "2031-05-08", ("Sett",)),
    ]
    now = held(one_place(claims, no_links, nobody), claims, "2031-05-09")
    assert (now.holder, now.status) == ("Tarskan army", Status.HELD)


def test_an_x_held_town_was_x_s_before_the_first_change(claim: Build, no_links: Links, nobody: Parties) -> None:
    states = claim("d1", 0, Control("holds", ("Hill Front",)), "..2031-05-10", ("Sett",))
    taken = claim("d1", 50, Control("captured", ("River Brigade",)), "2031-05-04", ("Sett",))
    control = one_place([states, taken], no_links, nobody)
    assert held(control, [states, taken], "2031-05-01").holder == "Hill Front"
    assert held(control, [states, taken], "2031-05-10").holder == "River Brigade"


def test_an_undated_report_confirms_and_never_overturns_a_dated_change(claim: Build, no_links: Links, nobody: Parties) -> None:
    taken = claim("d1", 0, TAKEN, "2031-05-04", ("Sett",))
    again = claim("d2", 0, Control("captured", ("rebels",)), "..2031-05-08", ("Sett",))
    stale = claim("d3", 0, Control("captured", ("Tarskan government forces",)), "..2031-05-09", ("Sett",))
    control = one_place([taken, again, stale], no_links, nobody)
    now = held(control, [taken, again, stale], "2031-05-20")
    assert now.holder == "River Brigade"
    assert set(now.evidence) == {taken.id, again.id}


def test_a_description_that_can_mean_the_holder_changes_nothing(claim: Build, no_links: Links, nobody: Parties) -> None:
    taken = claim("d1", 0, TAKEN, "2031-05-04", ("Sett",))
    again = claim("d1", 90, Control("captured", ("rebel forces",), ("Tarskan army",)), "2031-05-05", ("Sett",))
    now = held(one_place([taken, again], no_links, nobody), [taken, again], "2031-05-06")
    assert (now.holder, now.since, len(now.evidence)) == ("River Brigade", on("2031-05-04"), 2)


def test_independent_witnesses_who_contradict_each_other_contest_it(claim: Build, no_links: Links, nobody: Parties) -> None:
    claims = [
        claim("d1", 0, Control("captured", ("River Brigade",)), "2031-05-04", ("Sett",)),
        claim("d2", 0, Control("holds", ("Hill Front",)), "2031-05-04", ("Sett",)),
    ]
    now = held(one_place(claims, no_links, nobody), claims, "2031-05-04")
    assert (now.status, now.holder) == (Status.CONTESTED, None)
    assert "River Brigade" in now.why
    assert "Hill Front" in now.why
    assert set(now.evidence) == {c.id for c in claims}


def test_one_account_of_two_takings_is_a_sequence(claim: Build, no_links: Links, nobody: Parties) -> None:
    claims = [
        claim("d1", 500, Control("captured", ("Hill Front",), ("Tarskan army",)), "2031-05-04", ("Sett",)),
        claim("d1", 0, Control("captured", ("River Brigade",), ("Hill Front",)), "2031-05-04", ("Sett",)),
    ]
    assert held(one_place(claims, no_links, nobody), claims, "2031-05-04").holder == "River Brigade"


@pytest.mark.parametrize("modality", [Modality.DENIED, Modality.PLANNED, Modality.HYPOTHETICAL])
def test_what_did_not_happen_does_not_count(claim: Build, no_links: Links, nobody: Parties, modality: Modality) -> None:
    claims = [claim("d1", 0, TAKEN, "2031-05-04", ("Sett",), modality=modality)]
    answer = who_holds(one_place(claims, no_links, nobody), claims, "Sett", on("2031-05-05"))
    assert (answer.assessed.holder, answer.assessed.status, answer.claimed) == (None, Status.UNKNOWN, ())


def test_a_party_s_own_word_is_claimed_and_assesses_nothing(claim: Build, no_links: Links, nobody: Parties) -> None:
    mine = claim("d1", 0, TAKEN, "2031-05-04", ("Sett",), modality=Modality.CLAIMED, said_by=("River Brigade",))
    control = one_place([mine], no_links, nobody)
    answer = who_holds(control, [mine], "Sett", on("2031-05-05"))
    assert answer.assessed.holder is None
    assert [(a.holder, a.by, a.evidence) for a in answer.claimed] == [("River Brigade", "River Brigade", (mine.id,))]
    assert who_holds(control, [mine], "Sett", on("2031-05-03")).claimed == ()


def test_a_party_is_believed_against_itself(claim: Build, no_links: Links, nobody: Parties) -> None:
    loss = claim("d1", 0, TAKEN, "2031-05-04", ("Sett",), modality=Modality.CLAIMED, said_by=("Tarskan army",))
    answer = who_holds(one_place([loss], no_links, nobody), [loss], "Sett", on("2031-05-05"))
    assert answer.assessed.holder == "River Brigade"


def test_the_registry_tells_parties_and_their_media_from_witnesses(claim: Build, witness: Testify, no_links: Links) -> None:
    actors = (
        Actor("River Brigade", ("RB",), (Side("north"),)),
        Actor("RB Press Office", part_of="River Brigade"),
        Actor("Tarskan army", (), (Side("south"),)),
    )
    parties = make_parties(actors, (Source("Brigade Radio", party="River Brigade"),))
    spoken = claim("d1", 0, TAKEN, "2031-05-04", ("Sett",), modality=Modality.REPORTED, said_by=("RB Press Office",))
    aired = claim("d2", 0, TAKEN, "2031-05-04", ("Sett",))
    control = one_place([spoken, aired], no_links, parties, {"d2": witness("d2", publisher="Brigade Radio")})
    answer = who_holds(control, [spoken, aired], "Sett", on("2031-05-05"))
    assert answer.assessed.holder is None
    assert {a.by for a in answer.claimed} == {"RB Press Office", "River Brigade"}
    other = claim("d3", 0, TAKEN, "2031-05-04", ("Sett",))
    now = held(one_place([spoken, aired, other], no_links, parties, {"d2": witness("d2", publisher="Brigade Radio")}), [], "2031-05-05")
    assert (now.holder, now.evidence) == ("River Brigade", (other.id,))


def test_a_quoted_party_known_by_its_name_alone_assesses_nothing(claim: Build, no_links: Links, nobody: Parties) -> None:
    held_on = claim("d1", 0, Control("holds", ("Hill Front",)), "2031-05-03", ("Sett",))
    said = claim("d1", 90, TAKEN, "2031-05-04", ("Sett",), modality=Modality.REPORTED, said_by=("rebel commander",))
    answer = who_holds(one_place([held_on, said], no_links, nobody), [held_on, said], "Sett", on("2031-05-05"))
    assert answer.assessed.holder == "Hill Front"
    assert [(a.holder, a.by) for a in answer.claimed] == [("River Brigade", "rebel commander")]


def test_a_source_without_a_name_is_no_witness_beside_the_text(claim: Build, no_links: Links, nobody: Parties) -> None:
    told = claim("d1", 0, TAKEN, "2031-05-04", ("Sett",))
    described = claim("d1", 90, TAKEN, "2031-05-04", ("Sett",), modality=Modality.REPORTED, said_by=("a monitoring group",))
    named = claim("d1", 180, TAKEN, "2031-05-04", ("Sett",), modality=Modality.REPORTED, said_by=("River Observatory",))
    assert "one source" in held(one_place([told, described], no_links, nobody), [], "2031-05-05").why
    assert "2 independent sources" in held(one_place([told, described, named], no_links, nobody), [], "2031-05-05").why


@pytest.mark.parametrize(("days", "lost"), [("2031-05-07", ()), ("..2031-09-01", ()), ("2031-09-01", ("Tarskan army",))])
def test_a_fall_without_a_taker_is_the_taking_already_known(
    claim: Build, no_links: Links, nobody: Parties, days: str, lost: tuple[str, ...]
) -> None:
    claims = [claim("d1", 0, TAKEN, "2031-05-04", ("Sett",)), claim("d2", 0, Control("captured", (), lost), days, ("Sett",))]
    now = held(one_place(claims, no_links, nobody), claims, "2031-09-02")
    assert (now.holder, now.since) == ("River Brigade", on("2031-05-04"))


@pytest.mark.parametrize(("day", "lost"), [("2031-09-01", ()), ("2031-05-07", ("River Brigade",))])
def test_a_later_fall_or_the_holder_s_own_loss_leaves_the_holder_unknown(
    claim: Build, no_links: Links, nobody: Parties, day: str, lost: tuple[str, ...]
) -> None:
    claims = [claim("d1", 0, TAKEN, "2031-05-04", ("Sett",)), claim("d2", 0, Control("captured", (), lost), day, ("Sett",))]
    assert held(one_place(claims, no_links, nobody), claims, "2031-09-02").status is Status.UNKNOWN


def test_a_state_told_beside_a_change_is_the_one_before_whoever_else_tells_of_it(claim: Build, no_links: Links, nobody: Parties) -> None:
    claims = [
        claim("d1", 0, Control("captured"), "2031-05-04", ("Sett",)),
        claim("d2", 0, Control("captured", ("River Brigade",)), "2031-05-04", ("Sett",)),
        claim("d2", 90, Control("holds", ("Hill Front",)), "2031-05-04", ("Sett",)),
    ]
    control = one_place(claims, no_links, nobody)
    assert [held(control, claims, day).holder for day in ("2031-05-03", "2031-05-04")] == ["Hill Front", "River Brigade"]


def test_a_place_entered_on_a_day_and_taken_by_a_later_one_is_held_from_then(claim: Build, no_links: Links, nobody: Parties) -> None:
    entered = claim("d1", 0, Control("entered", ("River Brigade",), ("Tarskan army",)), "2031-05-04", ("Sett",))
    taken = claim("d2", 0, TAKEN, "..2031-05-09", ("Sett",))
    control = one_place([entered, taken], no_links, nobody)
    assert held(control, [], "2031-05-08").status is Status.CONTESTED
    assert held(control, [], "2031-05-09").holder == "River Brigade"


def test_sides_hold_from_and_until_their_days() -> None:
    turncoat = Actor("Hill Front", (), (Side("north", end=on("2031-01-01")), Side("south", on("2031-01-02"))))
    parties = make_parties((turncoat, Actor("RB", sides=(Side("north"),))))
    assert parties.one_side("Hill Front", "RB", on("2030-06-01"))
    assert not parties.one_side("Hill Front", "RB", on("2031-06-01"))


def test_what_nobody_reports_on_decays(claim: Build, no_links: Links, nobody: Parties) -> None:
    taken = claim("d1", 0, TAKEN, "2031-05-04", ("Sett",))
    control = one_place([taken], no_links, nobody)
    assert who_holds(control, [taken], "Sett", on("2032-05-03"), half_life=183).assessed.holder == "River Brigade"
    later = who_holds(control, [taken], "Sett", on("2033-05-04"), half_life=183).assessed
    assert (later.holder, later.status, later.rule, later.since) == (None, Status.UNKNOWN, Rule.DECAY, on("2032-05-05"))
    assert "2031-05-04" in later.why


def test_a_part_or_a_province_is_not_the_town(claim: Build, no_links: Links, nobody: Parties) -> None:
    areas = ("Sett Governorate", "countryside of Sett", "outskirts of Sett", "half of Sett", "northern Sett", "Sett airport")
    claims = [claim("d1", n * 50, TAKEN, "2031-05-04", (area, "Sett")) for n, area in enumerate(areas)]
    control = control_of(claims, no_links, {}, nobody)
    assert len(control) == len(areas)
    assert find_place(control, "Sett") == ()
    answer = who_holds(None, claims, "Sett", on("2031-05-05")).assessed
    assert (answer.holder, answer.status) == (None, Status.UNKNOWN)
    assert "none of which says who holds it" in answer.why
    assert who_holds(None, claims, "Brae", None).assessed.why == "no claim names this place"


def test_spellings_and_gazetteer_entries_of_one_place_meet(claim: Build, nobody: Parties) -> None:
    sett = Place("t:1", "Sett", "populated", "XX", 1.5, 2.5)
    links = Links({("d1", "Sett"): PlaceLink("d1", "Sett", sett)}, {})
    claims = [claim("d1", 0, TAKEN, "2031-05-04", ("Sett",)), claim("d2", 0, TAKEN, "2031-05-04", ("the city of Sett",))]
    (control,) = control_of(claims, links, {}, nobody)
    assert control.key == "t:1"
    assert find_place([control], "SETT city") == find_place([control], "t:1") == (control,)


MODES = ("captured", "retaken", "entered", "withdrew", "besieged", "defended", "holds", "handed_over")
ACTORS = ((), ("River Brigade",), ("Tarskan army",), ("rebels",), ("Hill Front", "River Brigade"))
ROW = st.tuples(
    st.sampled_from(["d1", "d2", "d3"]),
    st.integers(0, 300),
    st.builds(Control, st.sampled_from(MODES), st.sampled_from(ACTORS), st.sampled_from(ACTORS)),
    st.sampled_from(["", "2031-05-01", "2031-05-02", "2031-05-02..2031-05-04", "..2031-05-06", "2031-05-03.."]),
    st.sampled_from([Modality.ASSERTED, Modality.CLAIMED, Modality.DENIED]),
)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(ROW, min_size=1, max_size=9, unique_by=lambda r: (r[0], r[1])), seed=st.integers(0, 10**6))
def test_any_order_gives_one_course_without_gaps_or_overlaps(
    claim: Build, witness: Testify, no_links: Links, nobody: Parties, rows: list[tuple[str, int, Control, str, Modality]], seed: int
) -> None:
    claims = [claim(d, at, content, days, ("Sett",), modality=modality) for d, at, content, days, modality in rows]
    witnesses = {"d1": witness("d1"), "d2": witness("d2")}
    control = one_place(claims, no_links, nobody, witnesses)
    assert one_place(random.Random(seed).sample(claims, len(claims)), no_links, nobody, witnesses) == control
    assert control.claims == tuple(sorted(c.id for c in claims))
    assert all(s.evidence and set(s.evidence) <= set(control.claims) and s.why for s in control.spells)
    for one, following in zip(control.spells, control.spells[1:], strict=False):
        assert one.until == following.since
        assert one.since is None or one.until is None or one.since < one.until
    assert control.spells == () or control.spells[-1].until is None
