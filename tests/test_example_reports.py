"""The example monitor: what its pile promises (written for the project, the facts stand in the texts)."""

from __future__ import annotations

import csv
import gzip
import html
import json
import re
import shutil
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from warledger.cli.main import app

EXAMPLE = Path(__file__).resolve().parent.parent / "examples" / "aleppo-2024"
REPORTS = EXAMPLE / "reports"
FACTS: dict[str, list[dict[str, Any]]] = tomllib.loads((EXAMPLE / "expected" / "facts.toml").read_text(encoding="utf-8"))
MARK = "Written for this project"


def report_files() -> list[Path]:
    return sorted(p for p in REPORTS.rglob("*") if p.is_file() and p.name != "manifest.jsonl")


def file_text(path: Path) -> str:
    """The words of a file: markup taken off, a cut archive read as far as it goes."""
    if path.suffix == ".gz":
        return _rescued(path)
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".html":
        return html.unescape(re.sub(r"<[^>]+>", "", text))
    return text.replace("[[", "").replace("]]", "")


def _rescued(path: Path) -> str:
    words = b""
    with gzip.open(path) as stream, pytest.raises(EOFError):
        while chunk := stream.read(40):
            words += chunk
    return words.decode("utf-8", errors="ignore")


def texts() -> dict[str, str]:
    """Exported document name -> its words."""
    found: dict[str, str] = {}
    for path in report_files():
        if path.suffix == ".jsonl":
            rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
            found |= {f"{path.stem}#{row['id']}": row["text"] for row in rows}
        else:
            found[path.name.partition(".")[0]] = file_text(path)
    return found


def manifest_rows() -> Iterator[tuple[Path, dict[str, Any]]]:
    for path in sorted(REPORTS.rglob("manifest.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield path.parent, json.loads(line)


def quoted() -> Iterator[tuple[str, str]]:
    """Every (document, quote) of facts.toml."""
    for rows in FACTS.values():
        for row in rows:
            parts = row.get("quotes") or [part for part in (row, row.get("a"), row.get("b")) if part]
            yield from ((part["doc"], part["quote"]) for part in parts if "quote" in part)


def test_the_pile_is_as_large_and_as_mixed_as_it_says() -> None:
    assert len(texts()) >= 26
    assert {p.suffix for p in report_files()} >= {".txt", ".md", ".html", ".jsonl", ".wiki"}
    assert f"{len(report_files())} files of reports" in (EXAMPLE / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", sorted(texts()))
def test_every_report_says_it_was_written_for_this_project(name: str) -> None:
    words = texts()[name]
    assert MARK.casefold() in words.casefold() or (name == "no-signal" and words == "")


def test_the_metadata_say_so_too() -> None:
    assert all(row["note"].startswith(MARK) for _, row in manifest_rows())
    pages = [p.read_text(encoding="utf-8") for p in report_files() if p.suffix == ".html"]
    assert pages and all(re.search(rf'<meta name="note" content="{MARK}', page) for page in pages)
    items = [json.loads(line) for p in report_files() if p.suffix == ".jsonl" for line in p.read_text(encoding="utf-8").splitlines()]
    assert items and all(item["note"].startswith(MARK) for item in items)


def test_every_manifest_line_describes_one_file() -> None:
    for folder, row in manifest_rows():
        named = [p for p in folder.iterdir() if row["doc"] in (p.name, p.stem, p.name.removesuffix(".gz"), p.name.removesuffix(".txt.gz"))]
        assert len(named) == 1, row["doc"]


def test_every_outlet_is_listed_and_called_invented() -> None:
    sources = tomllib.loads((EXAMPLE / "sources.toml").read_text(encoding="utf-8"))["source"]
    listed = {source["name"] for source in sources}
    publishers = {row["publisher"] for _, row in manifest_rows() if row.get("publisher")}
    readme = (EXAMPLE / "README.md").read_text(encoding="utf-8")
    assert publishers <= listed
    assert all(publisher.removeprefix("The ") in readme for publisher in publishers)


def test_every_quoted_fact_stands_in_its_document() -> None:
    held = texts()
    missing = [(doc, quote) for doc, quote in quoted() if quote not in held[doc]]
    assert missing == []
    assert len(list(quoted())) > 40


def test_the_facts_are_enough_to_tell_a_good_answer_from_a_bad_one() -> None:
    sides = {side["side"] for side in tomllib.loads((EXAMPLE / "actors.toml").read_text(encoding="utf-8"))["actor"] if "side" in side}
    assert len(FACTS["holds"]) >= 12
    assert {row["side"] for row in FACTS["holds"]} - {"none"} <= sides
    changing = [row["place"] for row in FACTS["holds"]]
    assert sum(changing.count(place) > 1 for place in set(changing)) >= 3


def test_the_broken_archive_is_broken_and_the_empty_file_empty() -> None:
    assert (REPORTS / "field" / "no-signal.txt").stat().st_size == 0
    with pytest.raises(EOFError):
        gzip.decompress((REPORTS / "archive" / "radio-log-1207.txt.gz").read_bytes())


def test_places_lie_in_syria_and_come_once() -> None:
    with (EXAMPLE / "places.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert all(32.3 < float(row["lat"]) < 37.4 and 35.6 < float(row["lon"]) < 42.4 and row["country"] == "SY" for row in rows)
    assert len({row["name"] for row in rows}) == len(rows)


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example, read in a copy."""
    folder = tmp_path_factory.mktemp("example") / "aleppo-2024"
    shutil.copytree(EXAMPLE, folder, ignore=shutil.ignore_patterns("ledger.db*"))
    assert CliRunner().invoke(app, ["read", str(folder)]).exit_code == 1, "one of its files is broken"
    return folder


def asked(*words: str | Path) -> str:
    result = CliRunner().invoke(app, [str(word) for word in words])
    assert result.exit_code == 0
    return result.stdout


def test_what_is_not_read_is_listed_with_its_reason(read: Path) -> None:
    gaps = json.loads(asked("gaps", read, "--json"))
    unread = {(row["file"].removesuffix(".gz"), row["reason"]) for row in FACTS["unread"]}  # known by the name of what is packed
    assert {(row["name"], row["reason"]) for row in gaps["unread"]} == unread


def test_everything_else_is_read_and_dated(read: Path) -> None:
    sources = [json.loads(line) for line in asked("sources", read, "--json").splitlines()]
    unread = {row["file"].partition(".")[0] for row in FACTS["unread"]}
    assert {row["doc"] for row in sources} == set(texts()) - unread
    assert [row["doc"] for row in sources if not row["published"]] == []


def test_site_clutter_gives_no_record_that_counts(read: Path) -> None:
    records = [json.loads(line) for line in asked("export", read, "--format", "records").splitlines()]
    assert not [r["quote"] for r in records if re.search("ferry|landslide|cookies|Cup final", r["quote"])]


def test_every_quote_stands_where_the_record_says(read: Path) -> None:
    records = [json.loads(line) for line in asked("export", read, "--format", "records").splitlines()]
    of_each_format = ("levant-daily-post-1129", "offensive-2024", "agencies-1206#south", "contour-desk-1204", "harbour-1203-hama")
    pages = {doc: asked("text", read, doc) for doc in of_each_format}
    checked = [r for r in records if r["doc"] in pages]
    assert {r["doc"] for r in checked} == set(pages)
    assert [r["id"] for r in checked if pages[r["doc"]][r["start"] : r["end"]] != r["quote"]] == []
