"""Reports in other formats than text, through the commands: what is read, where its words stand, which fields hold what."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Command
from tests.intake.readers.pdfs import Put, as_columns, column, pdf
from tests.intake.readers.reports import Report, as_docx, as_mail, as_page, as_zip

REPORT = Report(
    "Northern Front takes Sommer",
    (
        "The Northern Front captured the town of Sommer from government forces on Sunday, 4 May 2031, residents told the paper.",
        "At least 17 soldiers were killed in an air strike on Sommer on Saturday, 3 May 2031, said a doctor of the town's only hospital.",
    ),
)

FIELDS = """
[articles]
text = ["doc.words", "words"]
id = "nr"
published = ["seen", "when"]
title = "head"
items = "response.results"
delimiter = "|"
"""


@pytest.fixture
def put(war: Path) -> Path:
    """The folder of reports, empty."""
    reports = war / "reports"
    for path in reports.iterdir():
        path.unlink()
    return reports


def records(warledger: Command, war: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in warledger("export", war, "--format", "records").text.splitlines()]


def where(warledger: Command, war: Path, record: dict[str, Any]) -> str:
    told = json.loads(warledger("explain", war, record["id"], "--json").text)["origin"]
    assert not told or f"in {record['doc']}: {told}" in warledger("explain", war, record["id"]).text
    return str(told)


def test_every_record_leads_back_into_its_file(warledger: Command, war: Path, put: Path) -> None:
    (put / "survey.pdf").write_bytes(pdf([[Put(50, 60, 10, "Nobody was there.")], column(REPORT.paragraphs, 50, 110, 90)]))
    (put / "letter.eml").write_bytes(as_mail(REPORT))
    (put / "note.docx").write_bytes(as_docx(REPORT))
    (put / "page.html").write_bytes(as_page(REPORT))
    (put / "plain.txt").write_text(REPORT.plain, encoding="utf-8")
    assert warledger("read", war).code == 0
    deaths = {one["doc"]: one for one in records(warledger, war) if "17 soldiers" in one["quote"]}
    found = {doc: where(warledger, war, record) for doc, record in deaths.items()}
    assert set(found) == {"survey", "letter", "note", "page", "plain"}
    assert found["survey"].startswith("page 2, box 50 ") and found["note"] == "paragraph 4" and found["plain"] == ""
    at = REPORT.body.index("At least 17")
    assert found["letter"].startswith(f"part 1, characters {at}-")
    assert found["page"].startswith("characters ") and found["page"].endswith(" of its source")


def test_the_text_tells_of_every_paragraph_where_it_stands(warledger: Command, war: Path, put: Path) -> None:
    (put / "survey.pdf").write_bytes(as_columns(REPORT))
    warledger("read", war)
    whole = json.loads(warledger("text", war, "survey", "--json").text)
    assert whole["text"].encode() == warledger("text", war, "survey").out
    words = [whole["text"][block["start"] : block["end"]] for block in whole["blocks"]]
    assert words == list(REPORT.words) and [block["kind"] for block in whole["blocks"]] == ["title", "paragraph", "paragraph"]
    assert [block["origin"].startswith("page 1, box ") for block in whole["blocks"]] == [True] * 3
    assert [block["origin"].split()[3] for block in whole["blocks"]] == ["50", "50", "310"], "the second paragraph is in the right column"


def test_a_monitor_says_which_fields_hold_what(warledger: Command, war: Path, put: Path) -> None:
    found = {"response": {"results": [{"nr": 5, "doc": {"words": REPORT.body}, "seen": "", "when": "2031-05-05", "head": REPORT.title}]}}
    (put / "found.json").write_text(json.dumps(found), encoding="utf-8")
    (put / "found.csv").write_text(f"nr|words|when\n6|{REPORT.body!r}|2031-05-06\n", encoding="utf-8")
    assert warledger("read", war).code == 1
    with (war / "monitor.toml").open("a", encoding="utf-8") as file:
        file.write(FIELDS)
    assert warledger("read", war).code == 0
    rows = {row["doc"]: row for row in map(json.loads, warledger("sources", war, "--json").text.splitlines())}
    assert {doc: row["published"] for doc, row in rows.items()} == {"found#5": "2031-05-05", "found#6": "2031-05-06"}
    assert rows["found#5"]["title"] == REPORT.title
    assert "Made by" in warledger("explain", war, records(warledger, war)[0]["id"]).text


def test_a_field_that_is_none_is_wrong_use(warledger: Command, war: Path) -> None:
    with (war / "monitor.toml").open("a", encoding="utf-8") as file:
        file.write('\n[articles]\nbody = "words"\n')
    answer = warledger("read", war)
    assert answer.code == 2 and "monitor.toml" in answer.told and "body" in answer.told


def test_damage_is_listed_and_the_rest_is_read(warledger: Command, war: Path, put: Path) -> None:
    (put / "a.zip").write_bytes(as_zip({"week/note.docx": as_docx(REPORT), "week/cut.docx": as_docx(REPORT)[:300], "../out.txt": b"Out."}))
    (put / "scan.pdf").write_bytes(pdf([[]]))
    answer = warledger("read", war)
    assert answer.code == 1
    assert {record["doc"] for record in records(warledger, war)} == {"a#week/note.docx"}
    gaps = json.loads(warledger("gaps", war, "--json").text)
    told = {(one["name"], one["reason"]) for one in gaps["unread"]}
    assert told >= {("a.zip#week/cut.docx", "damaged"), ("a.zip", "outside_folder"), ("scan.pdf", "no_text")}


def test_a_record_of_an_encyclopaedia_tells_what_is_cited_for_it(warledger: Command, war: Path, put: Path) -> None:
    cite = "<ref>{{cite news|title=Column in Sommer|work=Tull Courier|date=5 May 2031|url=https://courier.example/1}}</ref>"
    first, second = REPORT.paragraphs
    article = f"The '''battle of Sommer''' was fought in May 2031.\n\n{first}{cite}\n\n{second}<ref>Poe 2032</ref>\n"
    (put / "battle.wiki").write_text(article, encoding="utf-8")
    assert warledger("read", war).code == 0
    (deaths,) = [one for one in records(warledger, war) if "17 soldiers" in one["quote"]]
    (taken,) = [one for one in records(warledger, war) if one["kind"] == "control"]
    told = json.loads(warledger("explain", war, taken["id"], "--json").text)["cited"]
    assert [(one["words"], one["url"]) for one in told] == [("Tull Courier, “Column in Sommer”, 5 May 2031", "https://courier.example/1")]
    assert "cited for it: Poe 2032\n" in warledger("explain", war, deaths["id"]).text
    (row,) = map(json.loads, warledger("sources", war, "--json").text.splitlines())
    assert (row["genre"], row["basis"]["genre"]) == ("encyclopaedia", "format")
    assert len(json.loads(warledger("text", war, "battle", "--json").text)["citations"]) == 2
