"""import: records coded by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.cli.conftest import Command
from tests.cli.reports import WIRE

QUOTE = "The Northern Front captured the town of Sommer from government forces on Sunday"
GOOD: dict[str, Any] = {
    "id": "k1",
    "doc": "wire-0504",
    "kind": "control",
    "quote": QUOTE,
    "said_by": ["monitoring group"],
    "modality": "reported",
    "date_start": "2031-05-04",
    "date_end": "2031-05-04",
    "places": ["Sommer"],
    "mode": "captured",
    "gained_by": ["Northern Front"],
    "lost_by": ["government forces"],
    "released": ["a field of the coder's own"],
}
EXIT = "Government forces withdrew"
AGREEMENT = {**GOOD, "id": "k2", "kind": "agreement", "quote": EXIT, "parties": [], "what": "exit", "status": "failed"}


def coded(folder: Path, *rows: object) -> Path:
    """A file of records."""
    path = folder / "ann.jsonl"
    path.write_text("".join((row if isinstance(row, str) else json.dumps(row)) + "\n" for row in rows), encoding="utf-8")
    return path


def records(warledger: Command, folder: Path, *options: str) -> list[dict[str, Any]]:
    """The exported records of the wire report."""
    lines = warledger("export", folder, *options).text.splitlines()
    return [r for r in map(json.loads, lines) if r["doc"] == "wire-0504"]


def test_coded_records_replace_the_machines_of_their_document_and_keep_their_ids(warledger: Command, war: Path) -> None:
    warledger("read", war)
    answer = warledger("import", war, coded(war, GOOD, AGREEMENT), "--json")
    assert answer.code == 0 and json.loads(answer.text)["records"] == 2
    found = records(warledger, war)
    assert [r["id"] for r in found] == ["k1", "k2"]
    assert found[0]["start"] == WIRE.index(QUOTE) and found[0]["gained_by"] == ["Northern Front"] and found[0]["confidence"] == 1
    assert (found[1]["status"], found[1]["agreement_status"]) == ("current", "failed")
    assert any(r["status"] == "superseded" for r in records(warledger, war, "--all"))


def test_importing_twice_changes_nothing(warledger: Command, war: Path) -> None:
    warledger("read", war)
    path = coded(war, GOOD, {**GOOD, "id": ""}, {**GOOD, "id": ""})
    warledger("import", war, path)
    before = warledger("export", war, "--all").out
    assert warledger("import", war, path).code == 0
    assert warledger("export", war, "--all").out == before
    assert len({r["id"] for r in records(warledger, war)}) == 3, "records without an id get one each"


def test_beside_keeps_the_machines_records(warledger: Command, war: Path) -> None:
    warledger("read", war)
    machine = len(records(warledger, war))
    assert warledger("import", war, coded(war, GOOD), "--beside").code == 0
    assert len(records(warledger, war)) == machine + 1


def test_a_record_that_cannot_be_taken_is_listed_and_the_rest_goes_in(warledger: Command, war: Path) -> None:
    warledger("read", war)
    bad = [
        {**GOOD, "id": "b1", "doc": "nowhere"},
        {**GOOD, "id": "b2", "quote": "words nobody wrote"},
        {**GOOD, "id": "b3", "kind": "rumour"},
        {**GOOD, "id": "b4", "date_start": "2031-05-05"},
        {**GOOD, "id": "b5", "gained_by": "Northern Front"},
        {**GOOD, "id": "b6", "date_end": "Sunday"},
        {**GOOD, "id": "b7", "quote": ""},
        "{not json",
        "[1, 2]",
    ]
    answer = warledger("import", war, coded(war, *bad, GOOD), "--json")
    done = json.loads(answer.text)
    assert answer.code == 1 and done["records"] == 1
    reasons = [p["reason"] for p in done["problems"]]
    assert sorted(reasons) == sorted(["no_document", "not_grounded", *["bad_record"] * 7])
    assert [r["id"] for r in records(warledger, war)] == ["k1"]


def test_an_export_can_be_imported_again(warledger: Command, war: Path) -> None:
    warledger("read", war)
    lines = warledger("export", war).text
    again = war / "again.jsonl"
    again.write_text(lines, encoding="utf-8")
    assert warledger("import", war, again).code == 0
    fields = ("doc", "kind", "quote", "start", "places", "said_by", "modality", "date_start", "date_end")
    before, after = ([{f: json.loads(x)[f] for f in fields} for x in text.splitlines()] for text in (lines, warledger("export", war).text))
    assert after == before


def test_the_offsets_given_say_which_of_several_places_is_meant(warledger: Command, war: Path) -> None:
    warledger("read", war)
    second = WIRE.index("Sommer", WIRE.index("Sommer") + 1)
    warledger("import", war, coded(war, {**GOOD, "quote": "Sommer", "start": second}, {**GOOD, "id": "k3", "quote": "Sommer", "start": 3}))
    assert {r["id"]: r["start"] for r in records(warledger, war)} == {"k1": second, "k3": WIRE.index("Sommer")}
