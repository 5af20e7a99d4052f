"""`manifest.jsonl`: what it overrides, and what is wrong with it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from warledger.intake.collect import collect
from warledger.records.document import RawDocument
from warledger.records.reason import Problem, Reason, Severity


def folder(tmp_path: Path, *lines: dict[str, Any] | str, files: tuple[str, ...] = ("a.txt", "b.txt")) -> Path:
    for file in files:
        (tmp_path / file).write_text("Marrow fell.", encoding="utf-8")
    whole = "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines)
    (tmp_path / "manifest.jsonl").write_text(whole, encoding="utf-8")
    return tmp_path


def read(path: Path) -> tuple[dict[str, RawDocument], list[Problem]]:
    found = list(collect([path]))
    return {one.name: one for one in found if isinstance(one, RawDocument)}, [one for one in found if isinstance(one, Problem)]


def test_it_describes_by_stem_or_file_name_and_is_no_report(tmp_path: Path) -> None:
    documents, problems = read(
        folder(
            tmp_path,
            {"doc": "a", "publisher": "Daily Post", "published": "2024-12-03"},
            {"doc": "b.txt", "title": "B", "publisher": None, "colour": "red"},
        )
    )
    assert list(documents) == ["a.txt", "b.txt"] and not problems
    assert documents["a.txt"].given.publisher == "Daily Post" and documents["a.txt"].given.basis["published"] == "manifest"
    assert documents["b.txt"].given.title == "B" and documents["b.txt"].given.publisher is None


def test_null_and_absence_override_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps({"text": "Marrow fell.", "publisher": "Daily Post", "title": "Old"}), encoding="utf-8")
    documents, _ = read(folder(tmp_path, {"doc": "a", "publisher": None, "title": "New"}, files=()))
    given = documents["a.json"].given
    assert (given.publisher, given.title) == ("Daily Post", "New")
    assert given.basis == {"publisher": "json", "title": "manifest"}


def test_the_full_name_wins_over_the_stem_and_a_member_over_its_container(tmp_path: Path) -> None:
    lines = [{"id": "x", "text": "Marrow fell."}, {"id": "y", "text": "Tull fell."}]
    (tmp_path / "c.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    documents, problems = read(
        folder(
            tmp_path,
            {"doc": "a.txt", "title": "by name"},
            {"doc": "a", "title": "by stem", "genre": "wire"},
            {"doc": "c#y", "title": "Y"},
            {"doc": "c", "title": "all", "publisher": "Post"},
        )
    )
    assert (documents["a.txt"].given.title, documents["a.txt"].given.genre) == ("by name", "wire")
    assert [documents[f"c.jsonl#{member}"].given.title for member in "xy"] == ["all", "Y"]
    assert documents["c.jsonl#y"].given.publisher == "Post" and not problems


def test_it_speaks_for_its_own_folder_only(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    folder(tmp_path / "inner", {"doc": "a", "title": "inner"}, files=("a.txt",))
    documents, _ = read(folder(tmp_path, {"doc": "b", "title": "outer"}, files=("b.txt",)))
    assert [documents[name].given.title for name in ("a.txt", "b.txt")] == ["inner", "outer"]
    assert read(tmp_path / "inner" / "a.txt")[0]["a.txt"].given.title == "inner"


@pytest.mark.parametrize(
    ("line", "reason", "severity"),
    [
        ({"doc": "../b", "title": "x"}, Reason.OUTSIDE_FOLDER, Severity.FAILED),
        ({"doc": "sub/a"}, Reason.OUTSIDE_FOLDER, Severity.FAILED),
        ({"doc": "..\\a"}, Reason.OUTSIDE_FOLDER, Severity.FAILED),
        ({"doc": ".."}, Reason.OUTSIDE_FOLDER, Severity.FAILED),
        ({"doc": "gone"}, Reason.NO_FILE, Severity.NOTED),
        ('{"doc": "b", "title"', Reason.BAD_MANIFEST, Severity.FAILED),
        ({"title": "nobody"}, Reason.BAD_MANIFEST, Severity.FAILED),
        ("[1, 2]", Reason.BAD_MANIFEST, Severity.FAILED),
        ({"doc": "b", "title": 7}, Reason.BAD_MANIFEST, Severity.FAILED),
        ({"doc": "b", "published": "9999-01-01"}, Reason.BAD_DATE, Severity.FAILED),
        ({"doc": "b", "updated": "last week"}, Reason.BAD_DATE, Severity.FAILED),
    ],
)
def test_a_bad_line_is_told_and_the_others_count(tmp_path: Path, line: dict[str, Any] | str, reason: Reason, severity: Severity) -> None:
    documents, problems = read(folder(tmp_path, line, "", {"doc": "a", "title": "A"}))
    assert [(problem.reason, problem.severity) for problem in problems] == [(reason, severity)]
    assert documents["a.txt"].given.title == "A"
    assert documents["b.txt"].given.published is None and documents["b.txt"].given.updated is None


def test_a_manifest_without_its_files_is_told(tmp_path: Path) -> None:
    documents, problems = read(folder(tmp_path, {"doc": "a"}, files=()))
    assert not documents and [problem.reason for problem in problems] == [Reason.NO_FILE]
