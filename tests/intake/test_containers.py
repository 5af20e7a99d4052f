"""Articles in JSON and JSON Lines."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from warledger.intake.collect import collect
from warledger.records.document import RawDocument
from warledger.records.reason import Problem, Reason

BODY = "Fighters took the town of Marrow on Tuesday."


def read(path: Path) -> tuple[list[RawDocument], list[Problem]]:
    found = list(collect([path]))
    return [one for one in found if isinstance(one, RawDocument)], [one for one in found if isinstance(one, Problem)]


def one(tmp_path: Path, article: dict[str, Any]) -> RawDocument:
    path = tmp_path / "a.json"
    path.write_text(json.dumps(article), encoding="utf-8")
    documents, problems = read(path)
    assert len(documents) == 1 and not problems
    return documents[0]


@pytest.mark.parametrize(
    "names",
    [("title", "text", "date", "source"), ("headline", "body", "published_at", "publisher"), ("title", "content", "pubDate", "outlet")],
)
def test_field_names_of_common_collectors(tmp_path: Path, names: tuple[str, str, str, str]) -> None:
    document = one(tmp_path, dict(zip(names, ("Marrow falls", BODY, "2024-12-03T10:00:00Z", "Daily Post"), strict=True)))
    assert document.text == f"Marrow falls\n\n{BODY}"
    assert document.name == "a.json"
    given = document.given
    assert (given.title, given.published, given.publisher) == ("Marrow falls", "2024-12-03T10:00:00+00:00", "Daily Post")
    assert set(given.basis.values()) == {"json"}


def test_a_title_the_text_opens_with_is_not_repeated(tmp_path: Path) -> None:
    assert one(tmp_path, {"title": "Marrow falls", "text": f"Marrow  falls\n{BODY}"}).text == f"Marrow  falls\n{BODY}"


def test_nested_names_and_numbers_for_dates(tmp_path: Path) -> None:
    given = one(tmp_path, {"text": BODY, "source": {"name": "Daily Post"}, "date": 1733220000}).given
    assert (given.publisher, given.published) == ("Daily Post", "2024-12-03T10:00:00+00:00")


@pytest.mark.parametrize("date", ["9999-01-01", "soon", 10**20, "2024-13-40"])
def test_an_impossible_date_is_told_and_the_article_read(tmp_path: Path, date: str | int) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"id": "x", "text": BODY, "date": date}), encoding="utf-8")
    documents, problems = read(tmp_path / "a.jsonl")
    assert documents[0].given.published is None
    assert [(problem.name, problem.reason) for problem in problems] == [("a.jsonl#x", Reason.BAD_DATE)]


def test_members_go_by_their_own_id_or_their_line(tmp_path: Path) -> None:
    lines = [{"id": "m-1", "text": BODY}, {"text": BODY}, {"id": 7, "text": BODY}]
    (tmp_path / "a.ndjson").write_text("\n".join(map(json.dumps, lines)) + "\n\n", encoding="utf-8")
    documents, problems = read(tmp_path / "a.ndjson")
    assert [document.name for document in documents] == ["a.ndjson#m-1", "a.ndjson#2", "a.ndjson#7"] and not problems
    assert documents[0].data == json.dumps(lines[0]).encode()


@pytest.mark.parametrize("shape", ["list", "wrapper", "lines"])
def test_json_files_of_every_shape(tmp_path: Path, shape: str) -> None:
    articles = [{"id": "one", "text": BODY}, {"text": BODY + BODY}]
    wrapper = {"count": 2, "articles": articles}
    whole = {"list": json.dumps(articles), "wrapper": json.dumps(wrapper), "lines": "\n".join(map(json.dumps, articles))}
    (tmp_path / "a.json").write_text(whole[shape], encoding="utf-8")
    documents, problems = read(tmp_path / "a.json")
    assert [document.name for document in documents] == ["a.json#one", "a.json#2"] and not problems
    assert [document.text for document in documents] == [BODY, BODY + BODY]


def test_control_characters_become_blanks(tmp_path: Path) -> None:
    assert one(tmp_path, {"text": "Marrow\x00 fell\x07."}).text == "Marrow  fell ."


def test_the_large_collection_is_read_whole(data_dir: Path) -> None:
    path = data_dir / "data" / "t17-libya" / "articles.jsonl"
    if not path.is_file():
        pytest.skip(f"no {path}")
    documents, problems = read(path)
    assert len(documents) == len({document.name for document in documents}) == 716 and not problems
    assert all(document.given.published and document.name.startswith("articles.jsonl#libya-") for document in documents)
