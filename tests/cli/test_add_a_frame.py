"""docs/how-to/add-a-frame.md, followed step by step."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.cli.conftest import Command

PAGE = Path(__file__).resolve().parents[2] / "docs" / "how-to" / "add-a-frame.md"


def blocks(language: str) -> list[str]:
    """The page's blocks of code in one language."""
    return re.findall(rf"^```{language}\n(.*?)^```", PAGE.read_text(encoding="utf-8"), flags=re.S | re.M)


@pytest.fixture(scope="module")
def war(warledger: Command, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The monitor of the page, read with the packaged words."""
    folder = tmp_path_factory.mktemp("how-to") / "my-war"
    warledger("init", folder)
    (folder / "reports" / "report.txt").write_text(blocks("text")[0], encoding="utf-8")
    (folder / "reports" / "manifest.jsonl").write_text('{"doc": "report", "published": "2030-04-12"}\n', encoding="utf-8")
    assert warledger("read", folder).code == 0
    return folder


def controls(warledger: Command, folder: Path) -> dict[str, dict[str, object]]:
    """Control records by their place."""
    rows = [json.loads(line) for line in warledger("export", folder, "--format", "records").text.splitlines()]
    return {row["places"][0]: row for row in rows if row["kind"] == "control"}


def test_the_page(warledger: Command, war: Path) -> None:
    gaps = warledger("gaps", war).text
    assert '"seize" (control.captured) not_a_place places' in gaps
    assert "decided by frames.toml, control.captured; nouns.toml" in gaps
    before = controls(warledger, war)
    assert not {"Orvane", "Mirrow"} & before.keys()

    frames, nouns = blocks("toml")
    (war / "vocab" / "frames.toml").write_text(frames, encoding="utf-8")
    (war / "vocab" / "nouns.toml").write_text(nouns, encoding="utf-8")
    checked = warledger("lint", war, "--try")
    assert checked.code == 0 and "0 errors and 0 warnings" in checked.text
    assert "own.scoured" in checked.text and "Rebels scoured Orvane" in checked.text
    assert controls(warledger, war) == before  # nothing was written

    assert warledger("read", war).code == 0
    after = controls(warledger, war)
    assert {"Orvane", "Mirrow"} <= after.keys()
    told = warledger("explain", war, after["Orvane"]["id"]).text
    assert "own.scoured" in told and "decided by vocab/frames.toml, own.scoured" in told


def test_lint_ends_with_1_and_names_the_entry(warledger: Command, tmp_path: Path) -> None:
    warledger("init", tmp_path / "war")
    broken = '[[frame]]\nid = "own.x"\nkind = "contrl"\nverbs = ["scour"]\n'
    (tmp_path / "war" / "vocab" / "frames.toml").write_text(broken, encoding="utf-8")
    answer = warledger("lint", tmp_path / "war", "--try")
    assert answer.code == 1 and 'vocab/frames.toml, own.x: no frame is of the kind "contrl"; did you mean "control"?' in answer.text
    assert "not tried" in answer.told
    found = json.loads(warledger("lint", tmp_path / "war", "--json").text)
    assert found["files"] == ["frames.toml"] and found["findings"][0]["level"] == "error" and found["trial"] is None


def test_lint_without_lists_says_so(warledger: Command, tmp_path: Path) -> None:
    (tmp_path / "bare").mkdir()
    answer = warledger("lint", tmp_path / "bare")
    assert answer.code == 0 and "holds no word lists" in answer.text
