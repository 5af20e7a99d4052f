"""The review service: what is decided is checked against what the reviewer saw, and a dossier holds all they need."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from tests.exports.made import TEXT, state
from warledger.base.errors import UsageError
from warledger.pipeline.deciding import Desk, Outdated
from warledger.pipeline.dossier import dossier
from warledger.pipeline.monitor import load_monitor
from warledger.pipeline.neighbours import neighbours
from warledger.pipeline.queue import review_queue
from warledger.pipeline.view import View
from warledger.records.claim import Count, Event
from warledger.records.decision import Decision, Verdict
from warledger.records.document import Document, Metadata
from warledger.records.place import Place
from warledger.records.state import State

NOON = "2031-05-05T12:00:00+00:00"
DOCUMENTS = tuple(Document(i, f"{i}.txt", "0", "txt", TEXT, (), Metadata()) for i in ("d-1", "d-2"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "reports").mkdir()
    return tmp_path


def view(folder: Path, made: State | None = None, *decisions: Decision) -> View:
    return View(load_monitor(folder, {}), DOCUMENTS, made or state(), (), decisions)


def desk(shown: View) -> Desk:
    return Desk(shown, "ann", lambda: NOON)


def recounted() -> State:
    """The state after somebody else has changed what the first killing counts."""
    made = state()
    other = [
        msgspec.structs.replace(c, content=Event("Attack", killed=(Count("people", 99, 99),))) if c.id == "r-e" else c for c in made.claims
    ]
    return msgspec.structs.replace(made, claims=tuple(other))


def test_a_decision_says_who_when_why_and_where_the_record_stands(folder: Path) -> None:
    made = desk(view(folder)).judge("r-e", Verdict.REJECT, "misread")
    assert (made.target, made.decider, made.at, made.reason) == ("r-e", "ann", NOON, "misread")
    assert made.anchor is not None and made.anchor.quote == TEXT[made.anchor.span.start : made.anchor.span.end]


def test_what_is_no_longer_what_was_seen_is_not_decided_on(folder: Path) -> None:
    seen = dossier(view(folder), "r-e").mark
    assert desk(view(folder)).judge("r-e", Verdict.ACCEPT, seen=seen)
    now = desk(view(folder, recounted()))
    for decide in (
        lambda: now.judge("r-e", Verdict.ACCEPT, seen=seen),
        lambda: now.edit("r-e", {"notes": "x"}, seen=seen),
        lambda: now.merge("r-e", "r-c", seen=seen),
        lambda: now.split("r-e", seen=seen),
        lambda: now.judge_copies("r-e", Verdict.REJECT, seen=seen),
    ):
        with pytest.raises(Outdated, match="no longer what you saw"):
            decide()
    assert now.judge("r-c", Verdict.ACCEPT, seen=dossier(view(folder), "r-c").mark), "another record is as it was"


def test_a_record_put_into_another_happening_is_not_what_was_seen(folder: Path) -> None:
    seen, made = dossier(view(folder), "r-c").mark, state()
    apart = tuple(
        msgspec.structs.replace(h, members=("r-c", "r-m")) if h.id == "h-2" else h for h in made.happenings if h.members != ("r-m",)
    )
    with pytest.raises(Outdated):
        desk(view(folder, msgspec.structs.replace(made, happenings=apart))).judge("r-c", Verdict.ACCEPT, seen=seen)


def test_anothers_acceptance_changes_nothing_of_what_was_seen(folder: Path) -> None:
    seen = dossier(view(folder), "r-e").mark
    accepted = desk(view(folder)).judge("r-e", Verdict.ACCEPT)
    assert desk(view(folder, None, accepted)).judge("r-e", Verdict.REJECT, seen=seen)


@pytest.mark.parametrize(
    ("what", "said"),
    [
        (lambda d: d.judge("r-e", Verdict.MERGE), "no judgement"),
        (lambda d: d.judge("r-nothing", Verdict.ACCEPT), "no record"),
        (lambda d: d.edit("r-e", {"mode": "captured"}), "cannot be edited"),
        (lambda d: d.merge("r-e", "r-e"), "joined with itself"),
        (lambda d: d.split("r-c"), "stands alone"),
        (lambda d: d.place("Uper Tarn", None), "Near it: Upper Tarn"),
        (lambda d: d.place("Upper Tarn", None, document="d-2"), "in this report"),
        (lambda d: d.place("Upper Tarn", None, where_prec=9), "is no code"),
        (lambda d: d.name("The Fron", "Northern Front"), "no record names the actor"),
        (lambda d: d.name("Front", " "), "no actor given"),
    ],
)
def test_what_makes_no_sense_is_refused_with_the_mend(folder: Path, what: object, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        what(desk(view(folder)))  # type: ignore[operator]


def test_names_are_decided_everywhere_or_in_one_document(folder: Path) -> None:
    spot = Place("decided:1", "Upper Tarn", "populated", "", 1.0, 2.0)
    everywhere = desk(view(folder)).place("Upper Tarn", spot, where_prec=2, reason="seen on the map")
    assert "document" not in everywhere.detail and everywhere.detail["where_prec"] == 2
    assert desk(view(folder)).name("Front", "Northern Front", document="d-1").detail == {"canonical": "Northern Front", "document": "d-1"}


def test_a_dossier_holds_both_sides_and_what_was_decided(folder: Path) -> None:
    accepted = desk(view(folder)).judge("r-e", Verdict.ACCEPT, "seen")
    found = dossier(view(folder, None, accepted), "r-e")
    assert [e.record for e in found.together] == ["r-k"] and found.publisher == "Coast Wire"
    assert [(a.type, [e.record for e in a.said]) for a in found.against] == [("different figures", ["r-k"])]
    assert [(d.decider, d.verdict, d.reason) for d in found.decisions] == [("ann", "accept", "seen")]
    undone = desk(view(folder)).undo(accepted)
    assert dossier(view(folder, None, accepted, undone), "r-e").decisions == ()


def test_happenings_to_join_with_are_near_in_time_and_the_same_place_comes_first(folder: Path) -> None:
    found = neighbours(view(folder), "r-e")
    assert "h-1" not in {n.event for n in found} and {"h-2"} <= {n.event for n in found}
    assert [(not n.same_place, n.days) for n in found] == sorted((not n.same_place, n.days) for n in found)
    assert neighbours(view(folder), "r-s") == (), "what has no day is near nothing"


def test_the_queue_names_what_hangs_on_each_record_by_its_id(folder: Path) -> None:
    items = {i.record: i for i in review_queue(view(folder))}
    assert {(h.what, h.id) for h in items["r-e"].hangs} == {("dispute", "x-1"), ("figure", "h-1")}
    assert [(h.what, h.id) for h in items["r-c"].hangs] == [("control", "~ml brdg")]
