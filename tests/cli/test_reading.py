"""init, read and import: what goes in, what is refused, and the exit codes."""

from __future__ import annotations

import gzip
import json
import os
import sqlite3
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.cli.reports import NAMES, write
from warledger.exports.formats import FORMATS
from warledger.ledger.store import Ledger


def exports(warledger: Command, folder: Path) -> dict[str, bytes]:
    """Every export of a monitor."""
    return {form: warledger("export", folder, "--format", form, "--all").out for form in FORMATS}


def test_a_new_monitor_can_be_read_at_once(warledger: Command, tmp_path: Path) -> None:
    assert warledger("init", tmp_path / "war").code == 0
    write(tmp_path / "war" / "reports")
    answer = warledger("read", tmp_path / "war", "--json")
    assert answer.code == 0 and json.loads(answer.text)["read"] == 5
    assert warledger("init", tmp_path / "war").code == 2


def test_reading_again_changes_nothing(warledger: Command, war: Path) -> None:
    warledger("read", war)
    before = exports(warledger, war)
    assert b"Sommer" in before["records"]
    for options in ([], ["--again"]):
        assert warledger("read", war, *options).code == 0
        assert exports(warledger, war) == before


def test_any_order_and_any_batches_give_the_same_bytes(warledger: Command, war: Path, tmp_path: Path) -> None:
    warledger("read", war)
    whole = exports(warledger, war)
    for round_, names in enumerate((NAMES, NAMES[::-1])):
        other = tmp_path / str(round_) / "war"
        other.mkdir(parents=True)
        for name in ("monitor.toml", "actors.toml", "places.csv"):
            (other / name).write_bytes((war / name).read_bytes())
        for name in names:
            write(tmp_path / str(round_) / name, name, manifest=False)
            (tmp_path / str(round_) / name / "manifest.jsonl").write_bytes((war / "reports" / "manifest.jsonl").read_bytes())
            warledger("read", other, tmp_path / str(round_) / name / name)
        assert exports(warledger, other) == whole


def test_every_quote_stands_where_its_record_says(warledger: Command, tarn: Path) -> None:
    records = [json.loads(line) for line in warledger("export", tarn, "--all").text.splitlines()]
    texts = {r["doc"]: warledger("text", tarn, r["doc"]).text for r in records}
    assert set(texts) == {"wire-0504", "desk-0505", "page-0505", "digest#7", "digest#8"}
    for record in records:
        assert texts[record["doc"]][record["start"] : record["end"]] == record["quote"]
        assert len(record["quote"]) <= 500
    for name in ("wire-0504.txt", "desk-0505.md"):
        assert texts[name.partition(".")[0]] == (tarn / "reports" / name).read_text(encoding="utf-8")


def test_inputs_that_fail_are_listed_and_the_rest_is_read(warledger: Command, war: Path) -> None:
    reports = war / "reports"
    (reports / "empty.txt").write_bytes(b"")
    (reports / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    (reports / "torn.txt.gz").write_bytes(gzip.compress(os.urandom(4000))[:-100])
    answer = warledger("read", war)
    assert answer.code == 1
    assert all(name in answer.told for name in ("empty.txt", "picture.txt", "torn.txt"))
    assert "5 documents read" in answer.told
    gaps = json.loads(warledger("gaps", war, "--json").text)
    assert {p["name"] for p in gaps["unread"]} == {"empty.txt", "picture.txt", "torn.txt"}


def test_another_language_is_passed_over_and_is_no_failure(warledger: Command, war: Path) -> None:
    spanish = "Las fuerzas del gobierno bombardearon ayer la ciudad y murieron nueve personas, dijo el alcalde. " * 4
    (war / "reports" / "cronica.txt").write_text(spanish, encoding="utf-8")
    answer = warledger("read", war)
    assert answer.code == 0 and "cronica.txt" in answer.told


def test_a_changed_manifest_redates_records(warledger: Command, war: Path) -> None:
    (war / "reports" / "late.txt").write_text("The Northern Front captured Halden on Monday.\n", encoding="utf-8")
    manifest = war / "reports" / "manifest.jsonl"
    for published, monday in (("2031-05-07", "2031-05-05"), ("2031-05-14", "2031-05-12")):
        manifest.write_text(json.dumps({"doc": "late", "published": published}) + "\n", encoding="utf-8")
        warledger("read", war)
        records = [json.loads(line) for line in warledger("export", war).text.splitlines()]
        found = [r for r in records if r["doc"] == "late"]
        assert {(r["date_end"], r["published"]) for r in found} == {(monday, published)}


def test_a_moved_monitor_still_knows_its_files(warledger: Command, war: Path, tmp_path: Path) -> None:
    warledger("read", war)
    before = exports(warledger, war)
    moved = war.rename(tmp_path / "moved")
    (moved / "reports" / "desk-0505.md").unlink()
    outcome = json.loads(warledger("read", moved, "--json").text)
    assert (outcome["read"], outcome["unchanged"], outcome["gone"]) == (0, 4, ["desk-0505.md"])
    assert exports(warledger, moved) == before
    assert "desk-0505.md" in warledger("gaps", moved).text


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["read", "{}/nowhere"], "no such folder"),
        (["read", "{}", "{}/nowhere.txt"], "nowhere.txt"),
        (["read", "{}/reports"], "no folder reports"),
        (["brief", "{}"], "read"),
        (["import", "{}", "{}/records.jsonl"], "read"),
        (["export", "{}", "--format", "spreadsheet"], "spreadsheet"),
        (["no-such-command"], "no-such-command"),
    ],
)
def test_wrong_use_ends_with_2_and_says_what(warledger: Command, war: Path, arguments: list[str], said: str) -> None:
    answer = warledger(*(a.format(war) for a in arguments))
    assert answer.code == 2 and said in answer.told and not answer.out


def test_a_broken_monitor_file_ends_with_2_and_its_line(warledger: Command, war: Path) -> None:
    (war / "actors.toml").write_text("[[actor]]\nname = \n", encoding="utf-8")
    answer = warledger("read", war)
    assert answer.code == 2 and "line 2" in answer.told and "actors.toml" in answer.told


def test_a_ledger_somebody_writes_to_ends_with_3(warledger: Command, war: Path) -> None:
    with Ledger.open(war / "ledger.db", write=True):
        answer = warledger("read", war)
    assert answer.code == 3 and "writing" in answer.told


def test_a_newer_ledger_ends_with_3(warledger: Command, war: Path) -> None:
    Ledger.open(war / "ledger.db", write=True).close()
    db = sqlite3.connect(war / "ledger.db")
    db.execute("PRAGMA user_version = 999")
    db.close()
    for command in ("read", "brief"):
        answer = warledger(command, war)
        assert answer.code == 3 and "newer" in answer.told


def test_a_file_that_is_no_ledger_ends_with_3(warledger: Command, war: Path) -> None:
    (war / "ledger.db").write_bytes(b"not a database at all, only words" * 100)
    assert warledger("brief", war).code == 3


def test_a_failing_reader_lists_the_document_and_the_run_goes_on(warledger: Command, war: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RecursionError("too deep")

    monkeypatch.setattr("warledger.stages.claims.reader.Ground", fail)
    answer = warledger("read", war)
    assert answer.code == 1 and "RecursionError" in answer.told and "0 documents read" in answer.told
