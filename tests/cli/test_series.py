"""series: what one actor had, did, agreed to and said, with a witness for every point."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Command

TEXT = """The Northern Front has 900 fighters in Sommer, the River Desk reported on 3 May 2031.

The governor of Tarn backed the Northern Front on 4 May 2031.

The governor of Tarn condemned the Northern Front on 9 May 2031.
"""


@pytest.fixture
def spoken(warledger: Command, tmp_path: Path) -> Path:
    folder = tmp_path / "war"
    warledger("init", folder)
    (folder / "reports" / "a.txt").write_text(TEXT, encoding="utf-8")
    (folder / "reports" / "manifest.jsonl").write_text('{"doc": "a", "published": "2031-05-10"}\n', encoding="utf-8")
    assert warledger("read", folder).code == 0
    return folder


def series(warledger: Command, folder: Path, *more: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in warledger("series", folder, *more, "--json").text.splitlines()]


def test_every_point_names_records_that_exist_and_their_words(warledger: Command, tarn: Path) -> None:
    records = {r["id"]: r for r in map(json.loads, warledger("export", tarn).text.splitlines())}
    witnesses = [w for s in series(warledger, tarn) for p in s["points"] for w in p["witnesses"]]
    assert witnesses
    assert all(records[w["record"]]["quote"].startswith(w["quote"].removesuffix("...")[:40]) for w in witnesses)


def test_a_speaker_who_turns_is_marked(warledger: Command, spoken: Path) -> None:
    (said,) = [s for s in series(warledger, spoken, "--kind", "statement") if len(s["points"]) > 1]
    assert [(turn["before"], turn["after"]) for turn in said["turns"]] == [(0, 1)]
    assert "perhaps a change of position: for Northern Front, then against" in warledger("series", spoken, "governor").text


def test_what_begins_later_than_the_day_asked_about_is_left_out(warledger: Command, spoken: Path) -> None:
    (said,) = series(warledger, spoken, "--kind", "statement", "--on", "2031-05-05")
    assert len(said["points"]) == 1


def test_an_actor_is_found_by_words_of_its_name_whatever_the_case(warledger: Command, spoken: Path) -> None:
    assert {s["actor"] for s in series(warledger, spoken, "northern FRONT")} == {"Northern Front"}
    assert "No such actor" in warledger("series", spoken, "nobody at all").text
