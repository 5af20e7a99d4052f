"""One actor in full: names, sides with days, strengths, losses by source, whom it fights and backs."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from tests.pipeline.wars import view_of_claims
from tests.stages.conftest import build
from warledger.base.errors import UsageError
from warledger.pipeline.actors import profile
from warledger.records.actor import Actor, Change, Maybe, Past, Side
from warledger.records.claim import Claim, Count, Event, Modality, Statement, Strength, Toll
from warledger.records.profile import Loss, Profile

FRONT = Actor("Northern Front", ("NF",), (Side("opposition"),))
BRIGADE = Actor(
    "River Brigade",
    sides=(Side("government", end=dt.date(2031, 1, 31)),),
    history=(Past(Change.JOINED, "Northern Front", dt.date(2031, 2, 1)),),
    maybe=(Maybe("Reed Company", "one flag", 0.6),),
)


def killed(document: str, group: str, count: int, targets: tuple[str, ...] = ("Northern Front",), **more: object) -> Claim:
    content = Event("Armed clash", ("Orvane army",), targets, killed=(Count(group, count, count),))
    return build(document, 0, content, "2031-05-04", ("Tessk",), **more)


def losses(folder: Path, *claims: Claim) -> list[Loss]:
    return list(profile(view_of_claims(folder, claims, [FRONT]), "NF").losses)


def test_any_name_finds_the_actor_and_its_names_say_why(tmp_path: Path) -> None:
    claims = [killed("d1", "fighters", 3, ("NF fighters",)), killed("d2", "fighters", 4, ("Northern Front",))]
    view = view_of_claims(tmp_path, claims, [FRONT])
    found = profile(view, "nf")
    assert found == profile(view, "the Northern Front")
    assert (found.name, found.registered, {n.name for n in found.names}) == ("Northern Front", True, {"NF fighters", "Northern Front"})
    assert all("Northern Front" in n.why for n in found.names)


def test_an_actor_only_the_registry_knows_is_told_as_it_stands_there(tmp_path: Path) -> None:
    found = profile(view_of_claims(tmp_path, [killed("d1", "fighters", 3)], [FRONT, BRIGADE]), "River Brigade")
    assert [(s.name, str(s.end)) for s in found.sides] == [("government", "2031-01-31")]
    assert [(b.name, str(b.start)) for b in found.part_of] == [("Northern Front", "2031-02-01")]
    assert profile(view_of_claims(tmp_path, [killed("d1", "fighters", 3)], [FRONT, BRIGADE]), "NF").members == ("River Brigade",)


def test_doubts_of_identity_are_told(tmp_path: Path) -> None:
    found = profile(view_of_claims(tmp_path, [killed("d1", "fighters", 3, ("River Brigade",))], [BRIGADE]), "River Brigade")
    assert [(c.name, c.score) for c in found.maybe] == [("Reed Company", 0.6)]


@pytest.mark.parametrize(
    ("group", "targets", "own"),
    [
        ("fighters", ("Northern Front",), True),
        ("NF fighters", ("Northern Front", "residents"), True),
        ("fighters of the Northern Front", (), True),
        ("fighters", ("Northern Front", "Moor Guard"), False),
        ("civilians", ("Northern Front",), False),
        ("government soldiers", ("Northern Front",), False),
        ("Moor Guard fighters", ("Northern Front",), False),
    ],
)
def test_which_dead_are_its_own(tmp_path: Path, group: str, targets: tuple[str, ...], own: bool) -> None:
    found = losses(tmp_path, killed("d1", group, 3, targets), killed("d0", "soldiers", 9, ("Moor Guard",)), killed("d2", "x", 1))
    assert [loss.low for loss in found] == ([3] if own else [])


def test_each_source_tells_its_own_figure_and_nothing_is_added_up(tmp_path: Path) -> None:
    told = (("d1", 3, "Coast Observatory"), ("d2", 5, "River Desk"))
    found = losses(tmp_path, *(killed(document, "fighters", count, said_by=(source,)) for document, count, source in told))
    assert sorted((loss.source, loss.low) for loss in found) == [("Coast Observatory", 3), ("River Desk", 5)]
    assert found[0].by == ("Orvane army",)


def test_running_totals_stand_apart_and_denials_do_not_count(tmp_path: Path) -> None:
    total = build("d1", 50, Toll("killed", "Northern Front fighters", 90, None), "2031-05-01..2031-05-31")
    found = losses(tmp_path, total, killed("d2", "fighters", 5, modality=Modality.DENIED))
    assert [(loss.running, loss.low, loss.high) for loss in found] == [(True, 90, None)]


def relations(found: Profile) -> set[tuple[str, str, str]]:
    return {(r.one, r.tie.value, r.other) for r in found.relations}


def test_whom_it_fights_and_who_backs_it(tmp_path: Path) -> None:
    claims = [
        killed("d1", "fighters", 3),
        build("d2", 0, Statement("Halden Union", act="AID", target=("NF",)), "2031-05-02"),
        build("d3", 0, Event("Armed clash", ("Haldenese-backed NF",), ("Moor Guard",)), "2031-05-03"),
        build("d4", 0, Statement("Sull", act="CONSULT", target=("NF",)), "2031-05-03"),
    ]
    found = profile(view_of_claims(tmp_path, claims, [FRONT]), "NF")
    assert ("Halden Union", "backs", "Northern Front") in relations(found)
    fights = {frozenset((a, b)) for a, tie, b in relations(found) if tie == "fights"}
    assert fights == {frozenset(("Northern Front", "Orvane army")), frozenset(("Northern Front", "Moor Guard"))}
    assert not any("Sull" in (a, b) for a, _, b in relations(found))
    assert all(r.evidence for r in found.relations)


def test_nothing_begun_after_the_day_asked_about_is_told(tmp_path: Path) -> None:
    strong = build("d2", 0, Strength("NF", "personnel", 900, 900), "2031-05-20")
    found = profile(view_of_claims(tmp_path, [killed("d1", "fighters", 3), strong], [FRONT]), "NF", dt.date(2031, 5, 10))
    assert not found.strengths and len(found.losses) == 1


def test_a_name_of_several_is_an_ambiguous_question(tmp_path: Path) -> None:
    view = view_of_claims(tmp_path, [killed("d1", "x", 1, ("Moor Guard",)), killed("d2", "x", 1, ("Fen Guard",))])
    with pytest.raises(UsageError, match="may be 2 actors") as error:
        profile(view, "Guard")
    assert "Fen Guard" in str(error.value) and "Moor Guard" in str(error.value)
    with pytest.raises(UsageError, match="no actor"):
        profile(view, "Reed Company")
