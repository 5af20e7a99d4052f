"""The digest of what counts: the same for the same reports, another for anything a state depends on."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ledger.reports import MAKER, claim, gap, keep, report, start
from warledger.ledger.store import Ledger
from warledger.records.decision import Decision, Verdict
from warledger.records.document import Metadata
from warledger.records.reason import Problem, Reason, Severity

MADE, CLAIMS = report(1)
NOTED = msgspec.structs.replace(CLAIMS[0], notes="x")


@settings(max_examples=15, deadline=None)
@given(st.permutations(range(6)), st.sets(st.integers(1, 5)))
def test_order_and_batches_make_no_difference(order: list[int], cuts: set[int]) -> None:
    def digest_of(numbers: list[int], cuts: set[int]) -> str:
        with tempfile.TemporaryDirectory() as folder, Ledger.open(Path(folder) / "ledger.db", write=True) as ledger:
            run = start(ledger)
            for at, number in enumerate(numbers):
                run = start(ledger) if at in cuts else run
                made, claims = report(number)
                keep(ledger, run, made, *claims)
            return ledger.content_digest()

    assert digest_of(order, cuts) == digest_of(list(range(6)), set())


CHANGES: dict[str, Callable[[Ledger, int], object]] = {
    "a document": lambda ledger, run: keep(ledger, run, report(2)[0]),
    "a title": lambda ledger, run: ledger.update_metadata(run, MADE.id, Metadata(title="Other")),
    "a reading": lambda ledger, run: keep(ledger, run, MADE, *CLAIMS[:2], maker="frames 2"),
    "a field of a claim": lambda ledger, run: keep(ledger, run, MADE, NOTED, *CLAIMS[1:], maker="f"),
    "a gap": lambda ledger, run: ledger.record_reading(run, MADE, MADE.text.encode(), "x", "f", CLAIMS, [gap(MADE, "Oldmill")]),
    "coding by hand": lambda ledger, run: keep(ledger, run, MADE, claim(MADE, "day 3", "hand:ann"), maker="hand:ann"),
    "a decision": lambda ledger, _: ledger.add_decision(Decision(CLAIMS[0].id, Verdict.REJECT, "ann", "2024-05-02T00:00:00Z")),
    "a problem": lambda ledger, run: ledger.record_problems(run, [Problem("b.txt", Reason.EMPTY, Severity.FAILED)]),
    "a file gone": lambda ledger, run: ledger.note_gone(run, [MADE.name]),
}


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_a_state_depends_on_changes_the_digest(ledger: Ledger, change: str) -> None:
    keep(ledger, start(ledger), MADE, *CLAIMS)
    before = ledger.content_digest()
    CHANGES[change](ledger, start(ledger))
    assert ledger.content_digest() != before


def test_runs_and_further_folders_do_not_change_the_digest(ledger: Ledger) -> None:
    keep(ledger, start(ledger), MADE, *CLAIMS)
    before = ledger.content_digest()
    ledger.end_run(start(ledger), at="2024-06-01T00:00:00Z", counts={})
    ledger.note_seen(start(ledger), MADE.id, "elsewhere")
    assert ledger.has_reading(MADE.id, MAKER)
    assert ledger.content_digest() == before


def test_which_of_two_versions_was_there_first_changes_the_digest(tmp_path: Path) -> None:
    other = msgspec.structs.replace(report(2)[0], name=MADE.name)
    digests = set()
    for number, order in enumerate(((MADE, other), (other, MADE))):
        with Ledger.open(tmp_path / f"{number}.db", write=True) as ledger:
            for made in order:
                keep(ledger, start(ledger), made)
            digests.add(ledger.content_digest())
    assert len(digests) == 2
