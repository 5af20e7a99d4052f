"""Problems stay listed until they are mended."""

from __future__ import annotations

import pytest

from tests.ledger.reports import document, keep, start
from warledger.ledger.store import Ledger
from warledger.records.reason import Problem, Reason, Severity

MADE = document("a.txt", "Two were shot in Oldmill.")


def broken(name: str, reason: Reason = Reason.BAD_ENCODING) -> Problem:
    return Problem(name, reason, Severity.FAILED, "byte 3 is no UTF-8")


def test_the_newest_run_that_mentions_a_name_wins(ledger: Ledger) -> None:
    ledger.record_problems(start(ledger), [broken("b.txt"), broken("a.txt", Reason.EMPTY), broken("a.txt"), broken("a.txt")])
    ledger.record_problems(start(ledger), [broken("a.txt", Reason.BINARY)])
    assert ledger.problems() == (broken("a.txt", Reason.BINARY), broken("b.txt"))


@pytest.mark.parametrize("name", ["a.txt", "reports/a.txt"])
def test_a_name_read_well_later_is_no_longer_listed(ledger: Ledger, name: str) -> None:
    ledger.record_problems(start(ledger), [broken(name), broken("other/a.txt")])
    start(ledger)
    assert len(ledger.problems()) == 2
    keep(ledger, start(ledger), MADE, location="reports")
    assert ledger.problems() == (broken("other/a.txt"),)
    ledger.record_problems(start(ledger), [broken(name)])
    assert len(ledger.problems()) == 2


def test_what_a_run_finds_wrong_with_what_it_reads_is_listed_in_whatever_order(ledger: Ledger) -> None:
    for _ in range(2):
        run = start(ledger)
        keep(ledger, run, MADE)
        ledger.record_problems(run, [broken("a.txt")])
        assert ledger.problems() == (broken("a.txt"),)
        run = start(ledger)
        ledger.record_problems(run, [broken("a.txt")])
        keep(ledger, run, MADE)
        assert ledger.problems() == (broken("a.txt"),)
    ledger.add_document(start(ledger), MADE, MADE.text.encode(), "x")
    assert ledger.problems() == ()


def test_names_that_give_no_document_are_mended_by_being_handled(ledger: Ledger) -> None:
    ledger.record_problems(start(ledger), [broken("manifest.jsonl", Reason.BAD_MANIFEST), broken("b.txt")])
    ledger.record_problems(start(ledger), [], handled=["manifest.jsonl"])
    assert ledger.problems() == (broken("b.txt"),)


def test_a_file_that_is_gone_is_listed_beside_what_else_is_wrong_until_it_is_back(ledger: Ledger) -> None:
    run = start(ledger)
    keep(ledger, run, MADE)
    ledger.record_problems(run, [broken("a.txt")])
    ledger.note_gone(start(ledger), ["a.txt"])
    ledger.note_gone(start(ledger), ["a.txt", "a.txt"])
    assert [(p.reason, p.severity) for p in ledger.problems()] == [
        (Reason.BAD_ENCODING, Severity.FAILED),
        (Reason.FILE_GONE, Severity.NOTED),
    ]
    assert ledger.documents() == (MADE,)
    ledger.note_seen(start(ledger), MADE.id, "reports")
    assert ledger.problems() == (broken("a.txt"),)
    ledger.note_gone(start(ledger), ["a.txt"])
    assert len(ledger.problems()) == 2
    keep(ledger, start(ledger), MADE)
    assert ledger.problems() == ()


def test_coding_a_document_does_not_mend_its_file(ledger: Ledger) -> None:
    run = start(ledger)
    keep(ledger, run, MADE)
    ledger.record_problems(run, [broken("a.txt")])
    keep(ledger, start(ledger), MADE, maker="hand:ann")
    assert ledger.problems() == (broken("a.txt"),)
