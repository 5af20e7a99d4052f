"""review, decisions, forget: what people decide is kept at once, holds after re-reading, and can be taken back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from tests.cli.conftest import Answer, Command
from warledger.cli.main import app


@pytest.fixture
def read_war(warledger: Command, war: Path) -> Path:
    assert warledger("read", war).code == 0
    return war


def sit(folder: Path, *lines: str, arguments: tuple[str, ...] = ()) -> Answer:
    """A sitting with these lines typed."""
    typed = "".join(f"{line}\n" for line in lines)
    done = CliRunner().invoke(app, ["review", str(folder), "--by", "ann", *arguments], input=typed)
    return Answer(done.exit_code, done.stdout_bytes, done.stderr)


def records(warledger: Command, folder: Path, *more: str) -> dict[str, dict[str, Any]]:
    rows = [json.loads(line) for line in warledger("export", folder, *more).text.splitlines()]
    return {row["id"]: row for row in rows}


def events(warledger: Command, folder: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in warledger("export", folder, "--format", "events").text.splitlines()]


def queue(warledger: Command, folder: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in warledger("review", folder, "--list", "--json").text.splitlines()]


def test_the_queue_puts_what_most_hangs_on_first_and_says_what(warledger: Command, tarn: Path) -> None:
    items = queue(warledger, tarn)
    assert [i["weight"] for i in items] == sorted((i["weight"] for i in items), reverse=True)
    assert {i["record"] for i in items} == set(records(warledger, tarn))
    assert any("17" in why for why in items[0]["why"] + items[1]["why"]), "the deadliest figure comes early"


def test_accepted_and_rejected_records_leave_the_queue_and_hold_after_reading_again(warledger: Command, read_war: Path) -> None:
    first, second, *_ = (i["record"] for i in queue(warledger, read_war))
    answer = sit(read_war, "r # a rumour", "a", "q")
    assert answer.code == 0 and "2 decisions kept" in answer.told
    assert warledger("read", read_war, "--again").code == 0
    left = records(warledger, read_war)
    assert first not in left and second in left
    assert records(warledger, read_war, "--all")[first]["status"] == "rejected"
    assert not {first, second} & {i["record"] for i in queue(warledger, read_war)}


def test_a_sitting_shows_the_words_before_it_asks(warledger: Command, tarn: Path) -> None:
    item = queue(warledger, tarn)[0]
    answer = sit(tarn, "q")
    assert records(warledger, tarn)[item["record"]]["quote"] in answer.told
    assert answer.out == b"" and "0 decisions kept" in answer.told


def test_undo_brings_back_what_was(warledger: Command, read_war: Path) -> None:
    before = warledger("export", read_war, "--all").out
    assert sit(read_war, "r", "u", "q").code == 0
    assert warledger("export", read_war, "--all").out == before
    made = [json.loads(line) for line in warledger("decisions", read_war, "--json").text.splitlines()]
    assert [d["verdict"] for d in made] == ["reject", "undo"]
    warledger("decisions", read_war, "--undo", made[1]["id"])
    assert warledger("export", read_war, "--all").out != before


def test_an_edit_is_in_every_export_and_its_author_in_explain(warledger: Command, read_war: Path) -> None:
    capture = next(r for r in records(warledger, read_war).values() if r["kind"] == "control" and r["doc"] == "wire-0504")
    sit(read_war, "e lost_by = River Guard; Home Guard # the paper says so", "q", arguments=(capture["id"],))
    assert records(warledger, read_war)[capture["id"]]["lost_by"] == ["River Guard", "Home Guard"]
    why = warledger("explain", read_war, capture["id"]).text
    assert "by ann" in why and "the paper says so" in why


def test_joining_and_splitting_restores(warledger: Command, read_war: Path) -> None:
    before = events(warledger, read_war)
    one, other = (e["members"][0] for e in before[:2])
    sit(read_war, f"m {other}", "q", arguments=(one,))
    assert any({one, other} <= set(e["members"]) for e in events(warledger, read_war))
    sit(read_war, f"m {other}", "u", "q", arguments=(one,))
    warledger("decisions", read_war, "--undo", json.loads(warledger("decisions", read_war, "--json").text.splitlines()[0])["id"])
    assert events(warledger, read_war) == before


def test_a_place_and_an_actor_named_by_hand(warledger: Command, read_war: Path) -> None:
    sit(read_war, "p Sommer = 12.5, 41.25", "n Northern Front = Front of the North", "q")
    told = [r["canonical"] for r in records(warledger, read_war).values()]
    spots = {(c["places"]["Sommer"]["lat"], c["places"]["Sommer"]["lon"]) for c in told if "Sommer" in c["places"]}
    assert spots == {(12.5, 41.25)}
    assert any(c["actors"].get("Northern Front") == "Front of the North" for c in told)


@pytest.mark.parametrize(
    "line", ["z", "e", "e killed", "e nonsense = 3", "m r-nothing", "p Sommer = 100, 200", "p Sommer = Nowhere at all", "u"]
)
def test_a_line_that_makes_no_sense_is_answered_and_decides_nothing(warledger: Command, read_war: Path, line: str) -> None:
    answer = sit(read_war, line, "q")
    assert answer.code == 0 and "0 decisions kept" in answer.told
    assert warledger("decisions", read_war).text == ""


def test_a_forgotten_document_is_gone_and_stays_gone(warledger: Command, read_war: Path) -> None:
    assert warledger("forget", read_war, "nothing", "--yes").code == 2
    answer = warledger("forget", read_war, "wire-0504", "--yes")
    assert answer.code == 0 and "wire-0504.txt" in answer.told, "the file itself is named as still there"
    assert warledger("read", read_war, "--again").code == 0
    assert not [r for r in records(warledger, read_war, "--all").values() if r["doc"] == "wire-0504"]
    assert b"Coast Observatory" not in b"".join(p.read_bytes() for p in read_war.glob("ledger.db*"))


def test_forgetting_asks_first(warledger: Command, read_war: Path) -> None:
    before = (read_war / "ledger.db").read_bytes()
    done = CliRunner().invoke(app, ["forget", str(read_war), "wire-0504"], input="n\n")
    assert done.exit_code == 2 and (read_war / "ledger.db").read_bytes() == before
