"""changes: what became of every line of the record since a day, and what brought it about."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from typer.testing import CliRunner

from tests.cli.conftest import Command
from tests.cli.reports import ACTORS, PLACES
from warledger.cli.main import app

ATOM = "{http://www.w3.org/2005/Atom}"
FIRST, SECOND = "2021-05-04", "2021-05-09"
#: Decisions are made today, so days after the last report and before today tell them from reports.
AFTER_ALL = "2021-06-01"

WIRE = """Front fighters capture Sommer

The Northern Front captured the town of Sommer from government forces on 4 May 2021.

At least 17 soldiers were killed in an air strike on Halden on 3 May 2021, the Coast Observatory said.
"""
CORRECTED = """Front fighters capture Sommer

By Coast Wire

This report corrects the number of soldiers from 17 to 12.

The Northern Front captured the town of Sommer from government forces on 4 May 2021.

At least 12 soldiers were killed in an air strike on Halden on 3 May 2021, the Coast Observatory said.
"""
DESK = (
    "Government forces recaptured Sommer from the Northern Front on 8 May 2021. Shelling of Halden killed nine civilians on 8 May 2021.\n"
)
POST = "An air strike on Halden killed 20 soldiers on 3 May 2021, a doctor said.\n"

Row = dict[str, Any]


def manifest(folder: Path, rows: list[Row]) -> None:
    (folder / "reports" / "manifest.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


def war(folder: Path, reports: dict[str, str], rows: list[Row]) -> Path:
    (folder / "reports").mkdir(parents=True)
    for name, text in reports.items():
        (folder / "reports" / f"{name}.txt").write_text(text, encoding="utf-8")
    manifest(folder, rows)
    (folder / "monitor.toml").write_text('name = "Tarn"\ncountries = ["NO"]\n', encoding="utf-8")
    (folder / "actors.toml").write_text(ACTORS, encoding="utf-8")
    (folder / "places.csv").write_text(PLACES, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def course(warledger: Command, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One report of 4 May, put right on 9 May, and two others of 9 May. Only to be asked."""
    rows: list[Row] = [
        {"doc": "wire", "published": FIRST, "publisher": "Coast Wire"},
        {"doc": "desk", "published": SECOND, "publisher": "River Desk"},
        {"doc": "post", "published": SECOND, "publisher": "Daily Tarn"},
    ]
    folder = war(tmp_path_factory.mktemp("course") / "war", {"wire": WIRE, "desk": DESK, "post": POST}, rows)
    assert warledger("read", folder).code == 0
    (folder / "reports" / "wire.txt").write_text(CORRECTED, encoding="utf-8")
    manifest(folder, [{**rows[0], "updated": SECOND}, *rows[1:]])
    assert warledger("read", folder).code == 0
    return folder


@pytest.fixture
def decided(warledger: Command, tmp_path: Path) -> Path:
    """Two reports of one air strike, to decide about."""
    rows = [{"doc": "wire", "published": FIRST, "publisher": "Coast Wire"}, {"doc": "post", "published": FIRST, "publisher": "Daily Tarn"}]
    folder = war(tmp_path / "war", {"wire": WIRE, "post": POST}, rows)
    assert warledger("read", folder).code == 0
    return folder


def changes(warledger: Command, folder: Path, since: str, *more: str) -> Row:
    answer = warledger("changes", folder, "--since", since, "--json", *more)
    assert answer.code == 0, answer.told
    found: Row = json.loads(answer.text)
    return found


def lines(found: Row, what: str, change: str) -> list[Row]:
    return [x for x in found["lines"] if (x["what"], x["change"]) == (what, change)]


def exported(warledger: Command, folder: Path, form: str, *more: str) -> list[Row]:
    return [json.loads(line) for line in warledger("export", folder, "--format", form, *more).text.splitlines()]


def strike(warledger: Command, folder: Path, doc: str) -> str:
    """The record of the air strike in that report."""
    found: str = next(r["id"] for r in exported(warledger, folder, "records") if r["doc"] == doc and r.get("killed"))
    return found


def sit(folder: Path, record: str, *typed: str) -> None:
    done = CliRunner().invoke(app, ["review", str(folder), record, "--by", "ann"], input="".join(f"{t}\n" for t in (*typed, "q")))
    assert done.exit_code == 0, done.stderr


def test_nothing_changed_after_the_last_report(warledger: Command, course: Path) -> None:
    found = changes(warledger, course, AFTER_ALL)
    assert (found["lines"], found["documents"], found["decisions"]) == ([], [], [])
    assert "Nothing in the record changed." in warledger("changes", course, "--since", AFTER_ALL).text


def test_before_the_first_report_everything_is_new(warledger: Command, course: Path) -> None:
    found = changes(warledger, course, "2001-01-01", "--known", FIRST)
    then = exported(warledger, course, "events", "--known", FIRST)
    assert sorted(x["id"] for x in lines(found, "happening", "added")) == sorted(e["id"] for e in then)
    assert {x["change"] for x in found["lines"]} == {"added"} and found["known"] == FIRST


def test_a_corrected_figure_names_the_notice_and_the_version(warledger: Command, course: Path) -> None:
    figure = next(x for x in lines(changes(warledger, course, FIRST), "figure", "corrected") if "soldiers" in x["about"])
    assert figure["before"]["low"] == 17 and figure["after"]["low"] == 12
    assert [c["by"] for c in figure["causes"]][:2] == ["correction", "version"]
    notice = figure["causes"][0]
    assert notice["day"] == SECOND and "from 17 to 12" in notice["words"] and notice["docs"][0].startswith("wire~")


def test_a_later_report_revises_who_holds_a_place_and_is_quoted(warledger: Command, course: Path) -> None:
    sommer = next(x for x in lines(changes(warledger, course, FIRST), "control", "revised") if x["about"] == "Sommer")
    assert "Front" in sommer["before"]["holder"] and sommer["after"]["holder"] == "Government forces"
    assert sommer["after"]["hindsight"] == {"holder": sommer["before"]["holder"], "status": "held"}
    report = next(c for c in sommer["causes"] if c["docs"] == ["desk"])
    assert report["by"] == "report" and report["evidence"][0]["quote"] in DESK


def test_every_event_of_now_is_new_or_was_there_and_every_one_of_then_is_there_or_withdrawn(warledger: Command, course: Path) -> None:
    """An event of the newer version is the one of the older: it is neither new nor withdrawn."""
    found = changes(warledger, course, FIRST)
    then, now = (exported(warledger, course, "events", *more) for more in (("--known", FIRST), ()))
    docs = {r["id"]: r["doc"] for r in exported(warledger, course, "records", "--all")}
    assert {x["id"] for x in lines(found, "happening", "added")} == {
        e["id"] for e in now if {docs[m] for m in e["members"]} <= {"desk", "post"}
    }
    assert lines(found, "happening", "withdrawn") == [] and {i for x in found["lines"] for i in x["was"]} <= {e["id"] for e in then}


def test_the_counts_are_those_of_the_lines(warledger: Command, course: Path) -> None:
    found = changes(warledger, course, FIRST)
    for what, by_change in found["counts"].items():
        assert by_change == {change: len(lines(found, what, change)) for change in by_change}
    assert list(found) == [
        "monitor", "since", "known", "on", "documents", "records", "replaced", "corrections", "decisions", "counts", "lines",
    ]  # fmt: skip


def test_the_text_says_what_was_set_right_within_80_columns(warledger: Command, course: Path) -> None:
    text = warledger("changes", course, "--since", FIRST).text
    flat = " ".join(text.split())
    for words in ("SET RIGHT", "17 or more -> 12-20", "from 17 to 12", "is a newer version of wire~", "WHO HOLDS WHAT", "NEW HAPPENINGS"):
        assert words in flat
    assert max(map(len, text.splitlines())) <= 80


def test_a_rejected_record_withdraws_its_happening_and_says_who_and_why(warledger: Command, decided: Path) -> None:
    capture = next(e for e in exported(warledger, decided, "events") if e["type"] == "control: captured")
    for record in capture["members"]:
        sit(decided, record, "r # the paper took it back")
    found = changes(warledger, decided, AFTER_ALL)
    gone = lines(found, "happening", "withdrawn")[0]
    assert gone["id"] == capture["id"] and gone["after"] is None
    ruled = gone["causes"][0]["decision"]
    assert (ruled["decider"], ruled["verdict"], ruled["reason"]) == ("ann", "reject", "the paper took it back")
    assert ruled["target"] in capture["members"] and re.fullmatch(r"\d{4}-\d\d-\d\dT.*", ruled["at"])
    assert lines(found, "control", "withdrawn")[0]["about"] == "Sommer", "nobody is said to hold it any more"
    assert "ann rejected" in " ".join(warledger("changes", decided, "--since", AFTER_ALL).text.split())
    assert found["documents"] == [], "a decision is no report"


def test_a_decision_undone_leaves_the_record_as_it_was(warledger: Command, decided: Path) -> None:
    sit(decided, strike(warledger, decided, "wire"), "r", "u")
    found = changes(warledger, decided, AFTER_ALL)
    assert found["lines"] == [] and [d["verdict"] for d in found["decisions"]] == ["reject", "undo"]
    assert found["decisions"][1]["undone"] == "reject"


def test_an_edited_figure_is_corrected_by_a_person(warledger: Command, decided: Path) -> None:
    record = strike(warledger, decided, "wire")
    sit(decided, record, 'e killed = [{"group": "soldiers", "low": 40, "high": 40}] # she counted')
    found = changes(warledger, decided, AFTER_ALL)
    figure = lines(found, "figure", "corrected")[0]
    assert 40 in (figure["after"]["low"], figure["after"]["high"])
    assert [c["decision"]["verdict"] for c in figure["causes"] if c["by"] == "decision"] == ["edit"]


def test_joined_happenings_are_told_with_their_parts(warledger: Command, decided: Path) -> None:
    capture = next(e for e in exported(warledger, decided, "events") if e["type"] == "control: captured")
    sit(decided, strike(warledger, decided, "wire"), f"m {capture['members'][0]} # one operation")
    merged = lines(changes(warledger, decided, AFTER_ALL), "happening", "merged")
    assert [len(x["was"]) for x in merged] == [2] and capture["id"] in merged[0]["was"]
    assert merged[0]["causes"][0]["decision"]["verdict"] == "merge"


def test_a_split_happening_names_what_it_is_now(warledger: Command, decided: Path) -> None:
    pair = {strike(warledger, decided, doc) for doc in ("wire", "post")}
    whole = next(e for e in exported(warledger, decided, "events") if pair <= set(e["members"]))
    sit(decided, strike(warledger, decided, "post"), "s # another strike")
    split = lines(changes(warledger, decided, AFTER_ALL), "happening", "split")
    assert [x["id"] for x in split] == [whole["id"]] and len(split[0]["into"]) == 2
    assert set(split[0]["into"]) <= {e["id"] for e in exported(warledger, decided, "events")}
    assert split[0]["causes"][0]["decision"]["reason"] == "another strike"


def test_a_place_decided_by_a_person_corrects_where_it_was(warledger: Command, decided: Path) -> None:
    sit(decided, strike(warledger, decided, "wire"), "p Halden = 61.5, 9.25 # on the map she drew")
    found = changes(warledger, decided, AFTER_ALL)
    moved = [x for x in lines(found, "happening", "corrected") if x["after"].get("lat") == 61.5]
    assert moved and moved[0]["before"]["lat"] != 61.5
    assert {c["decision"]["verdict"] for c in moved[0]["causes"] if c["by"] == "decision"} == {"place"}


def test_a_decision_brought_back_is_told_by_what_brought_it_back(warledger: Command, decided: Path) -> None:
    """Rejected, undone, and the undoing undone: the last of the three is why the record is gone."""
    sit(decided, strike(warledger, decided, "wire"), "r", "u")
    undo = json.loads(warledger("decisions", decided, "--json").text.splitlines()[-1])
    assert warledger("decisions", decided, "--undo", undo["id"], "--by", "bob").code == 0
    found = changes(warledger, decided, AFTER_ALL)
    by = {c["decision"]["decider"] for x in found["lines"] for c in x["causes"] if c["decision"]}
    assert by == {"ann"}, "the rejection itself was made in these days, so it is the cause"
    assert [d["undone"] for d in found["decisions"]] == [None, "reject", "reject"]


def test_the_feed_is_atom_with_an_id_that_stays(warledger: Command, course: Path) -> None:
    texts = [warledger("changes", course, "--since", FIRST, "--format", "atom").text for _ in range(2)]
    assert texts[0] == texts[1]
    feed = ET.fromstring(texts[0])
    assert feed.tag == f"{ATOM}feed"
    for element in (feed, *feed.findall(f"{ATOM}entry")):
        assert [len(element.findall(f"{ATOM}{name}")) for name in ("id", "title", "updated")] == [1, 1, 1]
    ids = [e.findtext(f"{ATOM}id") for e in feed.iter(f"{ATOM}entry")]
    assert len(set(ids)) == len(ids) == len(changes(warledger, course, FIRST)["lines"])
    updated = [str(e.findtext(f"{ATOM}updated")) for e in feed.iter(f"{ATOM}entry")]
    assert updated == sorted(updated, reverse=True) and feed.findtext(f"{ATOM}updated") == updated[0]
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", u) for u in updated)
    wider = ET.fromstring(warledger("changes", course, "--since", "2001-01-01", "--known", "2021-06-02", "--format", "atom").text)
    assert wider.findtext(f"{ATOM}id") == feed.findtext(f"{ATOM}id"), "one feed, whatever window is asked for"


def test_a_day_before_the_other_ends_with_2(warledger: Command, course: Path) -> None:
    answer = warledger("changes", course, "--since", SECOND, "--known", FIRST)
    assert answer.code == 2 and "is before --since" in answer.told and not answer.out


def keys(value: object) -> set[str]:
    """Every name of a field in a JSON value."""
    if isinstance(value, dict):
        return {*value, *(k for v in value.values() for k in keys(v))}
    return {k for v in value for k in keys(v)} if isinstance(value, list) else set()


def test_every_field_is_in_the_reference(warledger: Command, course: Path, repo_root: Path) -> None:
    page = (repo_root / "docs" / "reference" / "changes.md").read_text(encoding="utf-8")
    events = (repo_root / "docs" / "reference" / "exports.md").read_text(encoding="utf-8")
    found = changes(warledger, course, FIRST)
    known = {name for name in keys(found) if f"`{name}`" in page or f"`{name}`" in events}
    assert keys(found) - known == set()
