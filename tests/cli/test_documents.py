"""text, diff, sources, families, export: the documents and the files."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Command
from tests.cli.reports import WIRE


def test_the_text_is_printed_as_it_is(warledger: Command, war: Path) -> None:
    odd = "No newline at the end, \r\n a tab\t, a \u2028 separator, “Élan” and 😀"
    (war / "reports" / "odd.txt").write_bytes(b"\xef\xbb\xbf" + odd.encode())
    warledger("read", war)
    assert warledger("text", war, "odd").out == odd.encode()
    assert warledger("text", war, "odd.txt").out == odd.encode()


def test_versions_of_one_name_are_told_apart_and_compared(warledger: Command, war: Path) -> None:
    warledger("read", war)
    (war / "reports" / "wire-0504.txt").write_text(WIRE.replace("17 soldiers", "71 soldiers"), encoding="utf-8")
    warledger("read", war)
    ambiguous = warledger("text", war, "wire-0504")
    names = [row["doc"] for row in map(json.loads, warledger("sources", war, "--json").text.splitlines()) if row["file"] == "wire-0504.txt"]
    assert len(names) == 2 and all(name.startswith("wire-0504~") for name in names)
    assert ambiguous.code == 2 and all(name in ambiguous.told for name in names)
    old, new = sorted(names, key=lambda name: "71 soldiers" in warledger("text", war, name).text)
    assert "[-17-] {+71+}" in warledger("diff", war, old, new).text
    change = json.loads(warledger("diff", war, old, new, "--json").text)
    assert (change["old"], change["new"], change["start"]) == ("17", "71", WIRE.index("17 soldiers"))
    assert "word for word" in warledger("diff", war, old, old).text


def test_sources_say_who_published_what(warledger: Command, tarn: Path) -> None:
    rows = {row["doc"]: row for row in map(json.loads, warledger("sources", tarn, "--json").text.splitlines())}
    assert rows["wire-0504"]["publisher"] == "Coast Wire" and rows["wire-0504"]["basis"]["published"] == "manifest"
    assert rows["digest#7"]["published"] == "2031-05-06" and rows["digest#7"]["file"] == "digest.jsonl#7"
    assert "wire-0504: Coast Wire, 2031-05-04, " in warledger("sources", tarn).text


def test_a_copy_makes_a_family(warledger: Command, war: Path) -> None:
    (war / "reports" / "reprint.txt").write_text(WIRE.replace("By Coast Wire", "From Coast Wire"), encoding="utf-8")
    warledger("read", war)
    families = [json.loads(line) for line in warledger("families", war, "--json").text.splitlines()]
    assert [f["members"] for f in families] == [["reprint", "wire-0504"]] and families[0]["origin"] == "wire-0504"
    assert "reprint <- wire-0504" in warledger("families", war).text


def test_an_export_goes_to_a_file_whole(warledger: Command, tarn: Path, tmp_path: Path) -> None:
    out = tmp_path / "events.jsonl"
    answer = warledger("export", tarn, "--format", "events", "--out", out)
    assert answer.code == 0 and not answer.out and str(out) in answer.told
    assert out.read_bytes() == warledger("export", tarn, "--format", "events").out
    assert [p.name for p in tmp_path.iterdir()] == ["events.jsonl"]
    refused = warledger("export", tarn, "--out", tmp_path / "no" / "such" / "folder.jsonl")
    assert refused.code == 3 and "cannot write" in refused.told


def test_every_current_record_is_in_exactly_one_event(warledger: Command, tarn: Path) -> None:
    records = sorted(json.loads(line)["id"] for line in warledger("export", tarn).text.splitlines())
    events = [json.loads(line) for line in warledger("export", tarn, "--format", "events").text.splitlines()]
    assert sorted(m for e in events for m in e["members"]) == records
    assert len(warledger("export", tarn, "--format", "csv").text.splitlines()) >= len(events) + 1


def test_what_is_kept_of_a_state_may_be_lost_or_damaged(warledger: Command, war: Path) -> None:
    warledger("read", war)
    whole = warledger("export", war).out
    kept = war / "ledger.db.state"
    assert kept.exists()
    kept.write_bytes(kept.read_bytes()[:-50])
    assert warledger("export", war).out == whole
    kept.write_bytes(b"")
    assert warledger("export", war).out == whole
    (war / "actors.toml").unlink()
    assert warledger("export", war).out != whole, "a changed monitor file is a new state"
