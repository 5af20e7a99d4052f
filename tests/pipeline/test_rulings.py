"""Decisions replayed on the claims there are: undone ones fall away, moved records are found again, edits are checked."""

from __future__ import annotations

import datetime as dt
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from warledger.base.spans import Span
from warledger.base.times import Basis, Interval
from warledger.pipeline.coded import BadRecord
from warledger.pipeline.editing import with_fields
from warledger.pipeline.rulings import in_force, rulings_of, with_edits, with_names
from warledger.records.actor import ActorLink
from warledger.records.claim import Agreement, Claim, Control, Modality
from warledger.records.decision import Anchor, Decision, Verdict
from warledger.records.link import Links
from warledger.records.place import PlaceLink
from warledger.records.reason import Reason

CLAIM = Claim("r-1", "d-1", Span(0, 40), "q" * 40, Control("captured", ("rebels",)), Modality.REPORTED, ("a monitor",), places=("Sett",))
ANCHOR = Anchor("d-1", "control", Span(0, 40), "q" * 40)
DEAL = Claim("r-9", "d-1", Span(0, 40), "q" * 40, Agreement(("rebels", "army")))


def decide(verdict: Verdict, target: str = "r-1", at: int = 1, **detail: Any) -> Decision:
    return Decision(
        target, verdict, "ann", f"2031-05-{at:02}T00:00:00Z", "she was there", detail, ANCHOR if target.startswith("r-") else None
    )


def undo(decision: Decision, at: int) -> Decision:
    return Decision(decision.id, Verdict.UNDO, "ann", f"2031-05-{at:02}T00:00:00Z")


def test_an_undone_decision_is_out_of_force_and_undoing_that_brings_it_back() -> None:
    reject = decide(Verdict.REJECT)
    first = undo(reject, 2)
    assert in_force([reject, first]) == []
    assert in_force([reject, first, undo(first, 3)]) == [reject]


@given(st.integers(0, 7))
def test_any_number_of_undos_comes_to_their_parity(times: int) -> None:
    chain = [decide(Verdict.REJECT)]
    for n in range(times):
        chain.append(undo(chain[-1], n + 2))
    assert in_force(chain) == ([chain[0]] if times % 2 == 0 else [])


def test_the_last_verdict_counts() -> None:
    made = rulings_of([decide(Verdict.REJECT, at=1), decide(Verdict.ACCEPT, at=2)], [CLAIM])
    assert made.verdicts == {"r-1": Verdict.ACCEPT}


def test_a_record_read_anew_with_another_span_keeps_its_decision() -> None:
    moved = msgspec.structs.replace(CLAIM, id="r-2", span=Span(5, 40))
    assert rulings_of([decide(Verdict.REJECT)], [moved]).verdicts == {"r-2": Verdict.REJECT}


@pytest.mark.parametrize(
    "there",
    [
        [msgspec.structs.replace(CLAIM, id="r-2", span=Span(35, 80))],
        [msgspec.structs.replace(CLAIM, id="r-2", document="d-2")],
        [DEAL],
        [msgspec.structs.replace(CLAIM, id=f"r-{n}", span=Span(n, 40)) for n in (2, 3)],
    ],
    ids=["elsewhere", "another document", "another kind", "two it could be"],
)
def test_a_decision_without_its_record_is_an_orphan_not_a_guess(there: list[Claim]) -> None:
    made = rulings_of([decide(Verdict.REJECT)], there)
    assert (made.verdicts, [d.target for d in made.orphans]) == ({}, ["r-1"])


def test_edits_change_what_they_name_and_say_by_whom() -> None:
    made = rulings_of(
        [decide(Verdict.EDIT, lost_by=["army"], date_start="2031-05-04", date_end="2031-05-04", modality="asserted")], [CLAIM]
    )
    (edited,) = with_edits([CLAIM], made)
    assert edited.content == Control("captured", ("rebels",), ("army",))
    assert (edited.id, edited.quote, edited.said_by, edited.places) == (CLAIM.id, CLAIM.quote, CLAIM.said_by, CLAIM.places)
    assert edited.modality is Modality.ASSERTED
    day = dt.date(2031, 5, 4)
    assert edited.time is not None and (edited.time.start, edited.time.end, edited.time.basis) == (day, day, Basis.CODED)
    assert edited.why["lost_by"].link == "by ann" and edited.confidences["lost_by"] == 1.0


def test_an_edit_of_something_else_leaves_the_day_as_it_was_read() -> None:
    timed = msgspec.structs.replace(CLAIM, time=Interval(dt.date(2031, 5, 1), dt.date(2031, 5, 3)))
    assert with_fields(timed, {"mode": "holds"}, decide(Verdict.EDIT)).time == timed.time


def test_an_agreements_own_status_is_edited_under_its_exported_name() -> None:
    changed = with_fields(DEAL, {"agreement_status": "violated"}, decide(Verdict.EDIT))
    assert changed.content == Agreement(("rebels", "army"), status="violated")


@pytest.mark.parametrize(
    "detail", [{"kind": "event"}, {"quote": "x"}, {"killed": []}, {"modality": "sure"}, {"lost_by": 7}, {"date_start": "May"}]
)
def test_what_cannot_be_edited_is_said(detail: dict[str, Any]) -> None:
    with pytest.raises(BadRecord):
        with_fields(CLAIM, detail, decide(Verdict.EDIT))


def test_names_given_by_people_hold_in_one_document_before_all() -> None:
    place = {"id": "x:1", "name": "Sett", "kind": "populated", "country": "", "lat": 1.0, "lon": 2.0}
    far = {**place, "id": "x:2"}
    made = rulings_of(
        [
            decide(Verdict.PLACE, "Sett", place=place),
            decide(Verdict.PLACE, "Sett", place=far, document="d-2"),
            decide(Verdict.PLACE, "Rumour", place=None),
            decide(Verdict.NAME, "rebels", canonical="River Brigade"),
        ],
        [],
    )
    keys = [("d-1", "Sett"), ("d-2", "Sett"), ("d-1", "Rumour"), ("d-1", "Orsk")]
    links = Links({key: PlaceLink(*key) for key in keys}, {("d-1", "rebels"): ActorLink("d-1", "rebels", "rebels")})
    told = with_names(links, made)
    assert [link.place.id if link.place else None for link in told.places.values()] == ["x:1", "x:2", None, None]
    assert told.places["d-1", "Rumour"].reason is Reason.NOT_A_NAME
    assert "ann" in told.places["d-1", "Sett"].why and told.places["d-1", "Orsk"] == links.places["d-1", "Orsk"]
    assert told.actors["d-1", "rebels"].canonical == "River Brigade"
