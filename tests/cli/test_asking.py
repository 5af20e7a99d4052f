"""brief, who-holds, explain, gaps, changes: answers and their exit codes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Command


def exported(warledger: Command, folder: Path) -> list[dict[str, Any]]:
    """The exported records."""
    return [json.loads(line) for line in warledger("export", folder).text.splitlines()]


def test_the_brief_has_every_section_within_80_columns(warledger: Command, tarn: Path) -> None:
    answer = warledger("brief", tarn)
    assert answer.code == 0 and not answer.told
    for heading in ("WHAT WAS READ", "WHAT HAPPENED", "DISPUTED", "WHO HOLDS WHAT", "RUNNING TOTALS", "LIMITS"):
        assert heading in answer.text
    assert max(map(len, answer.text.splitlines())) <= 80
    assert "\x1b" not in answer.text, "no colours in a pipe"


def test_every_citation_leads_to_its_words(warledger: Command, tarn: Path) -> None:
    page = json.loads(warledger("brief", tarn, "--json", "--all").text)
    lines = [line for day in page["days"] for line in day["lines"]]
    assert lines
    for line in lines:
        first = line["citations"][0]
        text = warledger("text", tarn, first["doc"]).text
        said = " ".join(text[first["start"] : first["end"]].split())
        assert said.startswith(line["quote"].removesuffix("...").strip())


def test_the_brief_of_a_day_leaves_out_what_began_later(warledger: Command, tarn: Path) -> None:
    page = json.loads(warledger("brief", tarn, "--on", "2031-05-04", "--all", "--json").text)
    assert page["on"] == "2031-05-04" and page["days"]
    assert all(day["label"][:10] <= "2031-05-04" for day in page["days"])


def test_before_the_first_report_the_brief_is_empty_and_says_why(warledger: Command, tarn: Path) -> None:
    answer = warledger("brief", tarn, "--known", "2001-01-01")
    assert answer.code == 0
    assert "Nothing was known by then" in answer.text and "0 documents" not in answer.text
    page = json.loads(warledger("brief", tarn, "--known", "2001-01-01", "--json").text)
    assert [page[part] for part in ("on", "days", "disputes", "holdings", "totals")] == [None, [], [], [], []]
    assert warledger("export", tarn, "--known", "2001-01-01").text == ""
    assert warledger("who-holds", tarn, "Tarn", "--known", "2001-01-01").code == 0


def test_as_known_on_a_day_later_reports_do_not_exist(warledger: Command, tarn: Path) -> None:
    page = json.loads(warledger("brief", tarn, "--known", "2031-05-04", "--json").text)
    assert (page["on"], page["known"]) == ("2031-05-04", "2031-05-04")
    records = [json.loads(line) for line in warledger("export", tarn, "--known", "2031-05-05").text.splitlines()]
    assert {r["doc"] for r in records} == {"wire-0504", "desk-0505", "page-0505"}


def test_the_brief_as_markdown(warledger: Command, tarn: Path) -> None:
    text = warledger("brief", tarn, "--format", "md").text
    assert text.startswith("# Tarn: the situation, 2031-05-07\n") and "\n## Who holds what\n" in text and "- **Sommer**: " in text


def test_who_holds_a_place_in_the_agreed_form(warledger: Command, tarn: Path) -> None:
    answer = warledger("who-holds", tarn, "sommer", "--on", "2031-05-05", "--json")
    found = json.loads(answer.text)
    assert answer.code == 0 and list(found)[:5] == ["place", "on", "known", "assessed", "claimed"]
    assert list(found["assessed"])[:5] == ["holder", "status", "since", "evidence", "why"]
    assert (found["assessed"]["rule"], found["matched"]) == ("confirmed", "")
    assert (found["on"], found["known"], found["assessed"]["holder"]) == ("2031-05-05", "2031-05-07", "Northern Front")
    ids = {json.loads(line)["id"] for line in warledger("export", tarn).text.splitlines()}
    assert found["assessed"]["evidence"] and set(found["assessed"]["evidence"]) <= ids
    assert "Northern Front (held since 2031-05-04)" in warledger("who-holds", tarn, "Sommer", "--on", "2031-05-05").text


def test_who_holds_tells_the_rule_the_words_and_who_denies_what(warledger: Command, tarn: Path) -> None:
    text = warledger("who-holds", tarn, "Sommer", "--on", "2031-05-05").text
    assert "[rule: confirmed]" in text and '"The Northern Front captured Sommer from government forces' in text
    denied = warledger("who-holds", tarn, "Halden", "--on", "2031-05-05").text
    assert denied.startswith("Halden on 2031-05-05: unknown") and "Denied by Northern Front: " in denied
    assert "taken for a spelling of Sommer" in warledger("who-holds", tarn, "Simmer", "--on", "2031-05-05").text


def test_a_place_never_named_is_no_error(warledger: Command, tarn: Path) -> None:
    answer = warledger("who-holds", tarn, "Nowhere", "--json")
    found = json.loads(answer.text)
    assert answer.code == 0 and found["on"] == "2031-05-07"
    assert found["assessed"]["holder"] is None and found["assessed"]["status"] == "unknown" and found["assessed"]["why"]


def test_a_record_is_explained_in_words_and_as_json(warledger: Command, tarn: Path) -> None:
    record = next(r for r in exported(warledger, tarn) if r["kind"] == "control" and r["places"] == ["Sommer"])
    assert f">>{record['quote']}<<" in warledger("explain", tarn, record["id"]).text
    found = json.loads(warledger("explain", tarn, record["id"][:12], "--json").text)
    assert found["record"] == record and found["fields"] and record["id"] in found["event"]["members"]
    assert found["places"][0]["taken"].startswith("Sommer, town, NO")


def test_every_field_of_a_record_is_explained(warledger: Command, tarn: Path) -> None:
    record = next(r for r in exported(warledger, tarn) if r["kind"] == "control" and r["places"] == ["Sommer"])
    found = json.loads(warledger("explain", tarn, record["id"], "--json").text)
    fields = {f["field"]: f for f in found["fields"]}
    assert {"kind", "mode", "places", "modality", "dates"} <= fields.keys()
    assert all(f["rule"] and 0 < f["confidence"] <= 1 and f["value"] for f in fields.values())
    assert fields["kind"]["entry"].startswith("frames.toml, control.") and fields["kind"]["link"].startswith("matches")
    assert found["chain"]
    told = warledger("explain", tarn, record["id"]).text
    assert "Who says so: " in told and "decided by frames.toml, control." in told


@pytest.mark.parametrize(("wanted", "said"), [("r-", "begin with"), ("nothing", "no record"), ("", "no record")])
def test_a_record_that_cannot_be_found_ends_with_2(warledger: Command, tarn: Path, wanted: str, said: str) -> None:
    answer = warledger("explain", tarn, wanted)
    assert answer.code == 2 and said in answer.told


def test_gaps_say_what_was_not_done(warledger: Command, tarn: Path) -> None:
    found = json.loads(warledger("gaps", tarn, "--json").text)
    assert list(found) == ["unread", "undated", "unplaced", "skipped", "causes"]
    assert "Inputs not read, or not fully: 0" in warledger("gaps", tarn).text


def test_changes_since_a_day(warledger: Command, tarn: Path) -> None:
    found = json.loads(warledger("changes", tarn, "--since", "2031-05-05", "--json").text)
    assert found["documents"] == ["digest#7", "digest#8"]
    told = {e["doc"] for line in found["lines"] for cause in line["causes"] for e in cause["evidence"]}
    assert found["lines"] and told <= {"digest#7", "digest#8"}
    assert "2 reports: digest#7, digest#8" in warledger("changes", tarn, "--since", "2031-05-05").text


def test_a_version_that_replaced_another_is_a_change(warledger: Command, war: Path) -> None:
    warledger("read", war)
    wire, manifest = war / "reports" / "wire-0504.txt", war / "reports" / "manifest.jsonl"
    wire.write_text(wire.read_text(encoding="utf-8").replace("17 soldiers", "71 soldiers"), encoding="utf-8")
    manifest.write_text(json.dumps({"doc": "wire-0504", "published": "2031-05-04", "updated": "2031-05-09"}) + "\n", encoding="utf-8")
    warledger("read", war)
    found = json.loads(warledger("changes", war, "--since", "2031-05-08", "--json").text)
    assert [r["known"] for r in found["replaced"]] == ["2031-05-09"]
    killed = [r["killed"][0]["low"] for r in exported(warledger, war) if r.get("killed") and "wire" in r["doc"]]
    before = warledger("export", war, "--known", "2031-05-08").text
    assert killed == [71] and '"low":17' in before and '"low":71' not in before


@pytest.mark.parametrize("command", ["brief --on", "brief --known", "changes --since", "export --known", "families --known"])
def test_a_date_that_is_none_ends_with_2(warledger: Command, tarn: Path, command: str) -> None:
    name, option = command.split()
    answer = warledger(name, tarn, option, "4 May")
    assert answer.code == 2 and "YYYY-MM-DD" in answer.told and not answer.out
