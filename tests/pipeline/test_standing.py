"""What becomes of a claim, and which reason goes before which."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from warledger.base.spans import Span
from warledger.pipeline.standing import statuses
from warledger.records.claim import Claim, Event, Statement
from warledger.records.decision import Verdict
from warledger.records.document import Block, BlockKind, Document, Metadata
from warledger.records.family import Correction, CorrectionKind, Passage
from warledger.records.status import ClaimStatus
from warledger.stages.families.find import FamilyFindings

TEXT = "The mayor spoke. More stories."
BLOCKS = (Block(Span(0, 16), BlockKind.PARAGRAPH), Block(Span(17, 30), BlockKind.CLUTTER))
DOCUMENT = Document("d-1", "a.txt", "0", "txt", TEXT, BLOCKS, Metadata())
CLAIM = Claim("r-1", "d-1", Span(0, 16), TEXT[:16], Statement("mayor"), maker="warledger 1")
CLUTTER = msgspec.structs.replace(CLAIM, id="r-2", span=Span(17, 30), quote=TEXT[17:])
CODED = msgspec.structs.replace(CLUTTER, id="k-1", maker="hand:ann")


def findings(**found: Any) -> FamilyFindings:
    return FamilyFindings(**{"families": (), "edges": (), "corrections": (), "clutter": {}, "superseded": frozenset(), **found})


def status_of(*claims: Claim, superseded: frozenset[str] = frozenset(), verdicts: tuple[Verdict, ...] = ()) -> dict[str, str]:
    last = {"r-1": verdicts[-1]} if verdicts else {}
    return {i: s.value for i, s in statuses(claims, [DOCUMENT], findings(superseded=superseded), last).items()}


def test_claims_in_site_furniture_do_not_count() -> None:
    assert status_of(CLAIM, CLUTTER) == {"r-1": "current", "r-2": "clutter"}


def test_furniture_found_by_comparing_documents_counts_when_it_holds_most_of_the_words() -> None:
    found = statuses([CLAIM], [DOCUMENT], findings(clutter={"d-1": (Span(4, 16),)}), {})
    barely = statuses([CLAIM], [DOCUMENT], findings(clutter={"d-1": (Span(10, 16),)}), {})
    assert (found["r-1"], barely["r-1"]) == (ClaimStatus.CLUTTER, ClaimStatus.CURRENT)


def test_hand_coding_replaces_the_machines_records_of_its_document_and_is_never_clutter() -> None:
    assert status_of(CLAIM, CODED) == {"r-1": "superseded", "k-1": "current"}


def test_hand_coding_beside_the_machines_replaces_nothing() -> None:
    beside = msgspec.structs.replace(CODED, maker="hand:ann/beside")
    assert status_of(CLAIM, beside) == {"r-1": "current", "k-1": "current"}


def test_an_older_version_counts_for_nothing_whoever_coded_it() -> None:
    assert status_of(CLAIM, CODED, superseded=frozenset({"d-1"})) == {"r-1": "superseded", "k-1": "superseded"}


@pytest.mark.parametrize(
    ("verdicts", "status"),
    [((Verdict.REJECT,), "rejected"), ((Verdict.REJECT, Verdict.RESET), "superseded"), ((Verdict.REJECT, Verdict.ACCEPT), "current")],
)
def test_the_last_word_of_a_person_goes_before_everything(verdicts: tuple[Verdict, ...], status: str) -> None:
    assert status_of(CLAIM, superseded=frozenset({"d-1"}), verdicts=verdicts)["r-1"] == status


def test_words_under_a_picture_do_not_count() -> None:
    caption = msgspec.structs.replace(CLAIM, block="caption")
    assert status_of(caption) == {"r-1": "clutter"}


@pytest.mark.parametrize(("kind", "status"), [(CorrectionKind.CORRECTION, "superseded"), (CorrectionKind.SILENT, "superseded")])
def test_words_that_are_put_right_are_kept_and_do_not_count(kind: CorrectionKind, status: str) -> None:
    wrong = Correction("d-2", 0, 9, "corrected", kind=kind, replaced=(Passage("d-1", 0, 16),))
    assert statuses([CLAIM], [DOCUMENT], findings(corrections=(wrong,)), {})["r-1"].value == status
    elsewhere = msgspec.structs.replace(wrong, replaced=(Passage("d-3", 0, 16),))
    assert statuses([CLAIM], [DOCUMENT], findings(corrections=(elsewhere,)), {})["r-1"] is ClaimStatus.CURRENT


def test_a_notice_tells_of_a_text_and_never_of_an_event() -> None:
    notice = findings(corrections=(Correction("d-1", 0, 16, TEXT[:16]),))
    event = msgspec.structs.replace(CLAIM, id="r-3", content=Event("Attack"))
    found = statuses([CLAIM, event], [DOCUMENT], notice, {})
    assert (found["r-1"], found["r-3"]) == (ClaimStatus.CURRENT, ClaimStatus.SUPERSEDED)
