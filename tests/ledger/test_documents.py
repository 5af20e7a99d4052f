"""Documents: kept once, dated anew, seen in folders."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import msgspec
import pytest

from tests.ledger.reports import MAKER, claim, document, gap, keep, start
from warledger.base.ids import content_id, digest
from warledger.ledger.store import Ledger
from warledger.records.decision import Decision, Verdict
from warledger.records.document import Metadata
from warledger.records.reason import Problem, Reason, Severity

TEXT = "Two were shot in Oldmill."


def test_a_document_is_kept_once(ledger: Ledger) -> None:
    run = start(ledger)
    made = document("a.txt", TEXT)
    assert ledger.add_document(run, made, TEXT.encode(), "x")
    assert not ledger.add_document(run, made, TEXT.encode(), "x")
    assert ledger.documents() == (made,)
    assert ledger.document(made.id) == made
    assert ledger.source(made.id) == TEXT.encode()
    assert not ledger.has_reading(made.id)
    assert ledger.document("d-none") is None is ledger.source("d-none")


def test_bytes_that_are_not_the_documents_are_refused(ledger: Ledger) -> None:
    with pytest.raises(ValueError, match="digest"):
        ledger.add_document(start(ledger), document("a.txt", TEXT), b"other", "x")
    assert ledger.documents() == ()


def test_a_changed_manifest_dates_a_document_anew_and_the_old_date_stays_in_the_file(path: Path, ledger: Ledger) -> None:
    made = document("a.txt", TEXT, Metadata(published="2024-05-01"))
    keep(ledger, start(ledger), made)
    late = Metadata(published="2024-05-03", title="Shots in Oldmill")
    assert ledger.update_metadata(start(ledger), made.id, late)
    assert not ledger.update_metadata(start(ledger), made.id, late)
    assert ledger.documents() == (msgspec.structs.replace(made, meta=late),)
    assert ledger.update_metadata(start(ledger), made.id, made.meta)
    assert ledger.documents() == (made,)
    days = sqlite3.connect(path).execute("SELECT json_extract(body, '$.published') FROM metadata ORDER BY id").fetchall()
    assert days == [("2024-05-01",), ("2024-05-03",), ("2024-05-01",)]


def test_reading_a_document_again_takes_its_new_metadata_and_text(ledger: Ledger) -> None:
    made = document("a.html", TEXT)
    keep(ledger, start(ledger), made)
    cleaned = msgspec.structs.replace(made, text=f"Oldmill. {TEXT}", meta=Metadata(publisher="Mill Post"))
    ledger.record_reading(start(ledger), cleaned, TEXT.encode(), "x", "frames 1", (), ())
    assert ledger.documents() == (cleaned,)
    assert ledger.has_reading(made.id, "frames 1")


def test_folders_and_versions_of_one_name_are_counted_in_the_order_they_came(ledger: Ledger) -> None:
    run = start(ledger)
    first, second, other = document("a.txt", TEXT), document("a.txt", TEXT + " Or three."), document("b.txt", TEXT)
    for made in (first, other, second, first):
        keep(ledger, run, made, location="x")
    keep(ledger, run, second, location="y")
    assert ledger.locations() == {first.id: [("x", 0)], second.id: [("x", 1), ("y", 0)], other.id: [("x", 0)]}
    ledger.note_seen(run, first.id, "y")
    assert ledger.locations()[first.id] == [("x", 0), ("y", 1)]
    with pytest.raises(KeyError):
        ledger.note_seen(run, "d-none", "y")


def test_names_under_a_folder_are_those_in_it_and_below(ledger: Ledger) -> None:
    run = start(ledger)
    seen = {"/m": "c.txt", "/m/%": "d.txt", "/m/reports": "a.txt", "/m/reports-old": "b.txt", "/m/reports/may": "a.txt"}
    for location, name in seen.items():
        keep(ledger, run, document(name, TEXT), location=location)
    assert ledger.known_names_under("/m/reports") == (("/m/reports", "a.txt"), ("/m/reports/may", "a.txt"))
    assert ledger.known_names_under("/m/reports/") == ledger.known_names_under("/m/reports")
    assert ledger.known_names_under("/m/%") == (("/m/%", "d.txt"),)
    assert len(ledger.known_names_under("/m")) == 5
    assert ledger.known_names_under("/n") == ()


def test_nothing_written_can_be_changed_or_removed(path: Path, ledger: Ledger) -> None:
    made, run = document("a.txt", TEXT), start(ledger)
    ledger.record_problems(run, [Problem("a.txt", Reason.EMPTY, Severity.FAILED)])
    ledger.end_run(run, at="2024-05-01T11:00:00Z", counts={"read": 1})
    ledger.record_reading(start(ledger), made, TEXT.encode(), "x", MAKER, [claim(made, TEXT)], [gap(made, TEXT)])
    ledger.add_decision(Decision("r-1", Verdict.ACCEPT, "ann", "2024-05-01T12:00:00Z"))
    other = document("b.txt", "Forget me.")
    keep(ledger, start(ledger), other)
    ledger.forget(other.id, at="2024-05-01T12:00:00Z")
    db = sqlite3.connect(path, isolation_level=None)
    tables = [name for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%) STRICT'")]
    assert len(tables) == 14
    for table in tables:
        assert db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] > 0
        for statement in (f"DELETE FROM {table}", f"UPDATE {table} SET rowid = rowid"):
            with pytest.raises(sqlite3.IntegrityError, match="append-only"):
                db.execute(statement)
    db.close()


def test_runs_tell_when_they_were_and_which_was_cut_short(ledger: Ledger) -> None:
    first = ledger.begin_run(at="2024-05-01T10:00:00Z", versions={"maker": "frames 1"})
    ledger.end_run(first, at="2024-05-01T11:00:00Z", counts={"read": 7})
    second = ledger.begin_run(at="2024-05-02T10:00:00Z", versions={})
    assert second > first
    one, two = ledger.runs()
    assert (one.ended, one.counts, one.versions) == ("2024-05-01T11:00:00Z", {"read": 7}, {"maker": "frames 1"})
    assert (two.id, two.started, two.ended, two.counts) == (second, "2024-05-02T10:00:00Z", None, {})


def test_one_name_with_other_bytes_is_another_document(ledger: Ledger) -> None:
    run = start(ledger)
    keep(ledger, run, document("a.txt", TEXT))
    keep(ledger, run, document("a.txt", TEXT + "\n"))
    keep(ledger, run, document("b.txt", TEXT))
    assert len(ledger.documents()) == 3
    assert content_id("d", "a.txt", digest(TEXT.encode())) in ledger.locations()
