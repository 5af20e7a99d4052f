"""Forgetting erases: not a byte of the document is left in the folder, and everything else stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ledger.reports import MAKER, claim, document, gap, keep, report, start
from warledger.ledger.store import Ledger
from warledger.records.decision import Anchor, Decision, Verdict
from warledger.records.document import Metadata
from warledger.records.reason import Problem, Reason, Severity

NAME, TITLE, WITNESS, PLACE = "zq-witness.txt", "Zqtitle of a statement", "Zqmarrow", "Zqford"
TEXT = f"{WITNESS} saw shells kill 3 people in {PLACE}. Nobody came."
PLANTED = [word.encode() for word in ("zq-witness", "Zqtitle", WITNESS, PLACE, "zqreason", "zqnote")]


@pytest.fixture
def filled(path: Path) -> Path:
    made = document(NAME, TEXT, Metadata(title=TITLE, publisher="Zqmarrow's own"))
    told, other = claim(made, TEXT.partition(".")[0]), report(1)
    with Ledger.open(path, write=True) as ledger:
        run = start(ledger)
        keep(ledger, run, other[0], *other[1])
        ledger.record_reading(run, made, TEXT.encode(), "reports/in", MAKER, [told], [gap(made, "Nobody came.")])
        ledger.record_problems(run, [Problem(f"reports/in/{NAME}", Reason.BAD_DATE, Severity.NOTED, "zqnote")])
        anchor = Anchor(made.id, "event", told.span, told.quote)
        ledger.add_decision(Decision(told.id, Verdict.REJECT, "ann", "2024-05-01T12:00:00Z", "zqreason", {}, anchor))
        ledger.add_decision(Decision("Zqford", Verdict.PLACE, "ann", "2024-05-01T12:00:00Z", "", {"document": made.id}))
        ledger.add_decision(Decision(other[1][0].id, Verdict.ACCEPT, "ann", "2024-05-01T12:00:00Z"))
    return path


def left(folder: Path) -> list[bytes]:
    """The planted words that stand in any file of the folder, raw or in a name."""
    seen = b"".join(p.read_bytes() + p.name.encode() for p in folder.rglob("*") if p.is_file())
    return [word for word in PLANTED if word.lower() in seen.lower()]


def test_the_words_are_there_before(filled: Path) -> None:
    assert {b"zq-witness", b"Zqmarrow", b"Zqford"} <= set(left(filled.parent))


def test_nothing_of_it_is_left_and_all_else_is(filled: Path) -> None:
    gone = document(NAME, TEXT).id
    with Ledger.open(filled, write=True) as ledger:
        ledger.forget(gone, at="2024-05-02T12:00:00Z", reason="asked for")
        assert ledger.search(WITNESS) == ()
        assert [h.document for h in ledger.search("Oldmill")] != []
    assert left(filled.parent) == []
    made, claims = report(1)
    with Ledger.open(filled) as ledger:
        assert (ledger.documents(), ledger.claims(), ledger.gaps(), ledger.problems()) == ((made,), tuple(claims), (), ())
        assert ledger.forgotten() == {gone}
        assert [d.target for d in ledger.decisions()] == [claims[0].id]


def test_what_is_not_there_cannot_be_forgotten(filled: Path) -> None:
    with Ledger.open(filled, write=True) as ledger:
        before = ledger.content_digest()
        with pytest.raises(KeyError):
            ledger.forget("d-nothing", at="2024-05-02T12:00:00Z")
        assert ledger.content_digest() == before
