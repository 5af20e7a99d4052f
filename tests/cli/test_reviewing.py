"""review, decisions, forget: what people decide is kept at once, holds after re-reading, and can be taken back."""

from __future__ import annotations

import json
import os
import pty
import select
import subprocess
import sys
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
    assert records(warledger, tarn)[item["record"]]["quote"] in " ".join(answer.told.split())
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


def test_copies_are_one_item_and_are_judged_together(warledger: Command, war: Path) -> None:
    """The wire's story stands word for word in a second paper."""
    text = (war / "reports" / "wire-0504.txt").read_text(encoding="utf-8")
    (war / "reports" / "reprint.txt").write_text(text, encoding="utf-8")
    assert warledger("read", war).code == 0
    item = next(i for i in queue(warledger, war) if i["copies"])
    pair = {item["record"], *item["copies"]}
    assert {records(warledger, war)[r]["doc"] for r in pair} == {"wire-0504", "reprint"}
    assert "and the same words in 1 more report " in sit(war, "r # misread", "q", arguments=(item["record"],)).told
    assert {records(warledger, war, "--all")[r]["status"] for r in pair} == {"rejected"}
    assert not pair & {i["record"] for i in queue(warledger, war)}


def test_an_edit_is_shown_at_once_and_counts_are_typed_as_people_write_them(warledger: Command, read_war: Path) -> None:
    record = next(r["id"] for r in records(warledger, read_war).values() if r.get("killed") and r["doc"] == "wire-0504")
    answer = sit(read_war, "e killed = soldiers 17-20; officers 2+ # the paper has both", "q", arguments=(record,))
    assert "soldiers 17-20; officers 2 or more" in answer.told and "decided: edit by ann" in answer.told
    killed = records(warledger, read_war)[record]["killed"]
    assert killed == [{"group": "soldiers", "low": 17, "high": 20}, {"group": "officers", "low": 2, "high": None}]


def test_a_happening_to_join_with_is_listed_and_chosen_by_its_number(warledger: Command, read_war: Path) -> None:
    record = next(r["id"] for r in records(warledger, read_war).values() if r.get("killed") and r["doc"] == "wire-0504")
    answer = sit(read_war, "m 1", "o", "m 99", "m 1 # one battle", "q", arguments=(record,))
    assert answer.told.count("there is no number") == 2 and "1 decision kept" in answer.told
    told = [json.loads(line) for line in warledger("decisions", read_war, "--json").text.splitlines()]
    assert any({record, told[0]["detail"]["with"]} <= set(e["members"]) for e in events(warledger, read_war))


def test_a_name_can_be_decided_for_one_report_only(warledger: Command, read_war: Path) -> None:
    record = next(r["id"] for r in records(warledger, read_war).values() if r["doc"] == "wire-0504" and "Sommer" in r["places"])
    sit(read_war, "P Sommer = 12.5, 41.25", "q", arguments=(record,))
    told = {(r["doc"], r["canonical"]["places"]["Sommer"]["lat"]) for r in records(warledger, read_war).values() if "Sommer" in r["places"]}
    assert {lat for doc, lat in told if doc == "wire-0504"} == {12.5} and {lat for doc, lat in told if doc != "wire-0504"} == {60.1}


def test_a_sitting_goes_on_where_the_last_one_stopped(warledger: Command, read_war: Path) -> None:
    before = [i["record"] for i in queue(warledger, read_war)]
    sit(read_war, "a", "k", "r", "q")
    after = [i["record"] for i in queue(warledger, read_war)]
    assert after[0] == before[1], "what was passed over comes again"
    assert not {before[0], before[2]} & set(after)
    answer = sit(read_war, "u", "q")
    assert "2 by ann" in answer.told and "Your last one before it, reject" in answer.told


def test_a_second_person_judges_blind_and_their_agreement_is_measured(warledger: Command, read_war: Path) -> None:
    none = warledger("decisions", read_war, "--agreement")
    assert none.code == 0 and "No record has been judged by two people" in none.text
    first = [i["record"] for i in queue(warledger, read_war)][:3]
    sit(read_war, "r", "a", "a", "q")
    done = CliRunner().invoke(app, ["review", str(read_war), "--by", "bob", "--blind"], input="a\na\nr # no\nq\n")
    assert done.exit_code == 0 and "decided: " not in done.stderr, "he does not see what she decided"
    found = json.loads(warledger("decisions", read_war, "--agreement", "--json").text)
    assert found["records"] == 3 and {d["record"] for d in found["differing"]} == {first[0], first[2]}
    assert found["differing"][0]["judged"].keys() == {"ann", "bob"}
    assert [(p["a"], p["b"], p["both"], p["same"]) for p in found["pairs"]] == [("ann", "bob", 3, 1)]
    text = warledger("decisions", read_war, "--agreement").text
    assert "the same in 1 of 3" in text and "Krippendorff's alpha" in text


def test_the_queue_can_be_asked_about_a_day(warledger: Command, tarn: Path) -> None:
    answer = warledger("review", tarn, "--list", "--json", "--known", "2031-05-04")
    docs = {records(warledger, tarn)[json.loads(line)["record"]]["doc"] for line in answer.text.splitlines()}
    assert docs == {"wire-0504"}


def test_every_weight_is_made_of_what_hangs_on_the_record(warledger: Command, tarn: Path) -> None:
    for item in queue(warledger, tarn):
        stake = 0.1 + sum(h["points"] for h in item["hangs"])
        assert item["weight"] == pytest.approx(stake * (1.1 - item["confidence"]), abs=0.001)
        assert item["why"] == list(dict.fromkeys(h["words"] for h in item["hangs"]))


@pytest.mark.slow
def test_on_a_terminal_the_keys_are_shown_and_the_words_marked(warledger: Command, read_war: Path) -> None:
    """On a real terminal, in a process of its own."""
    primary, secondary = pty.openpty()
    command = [sys.executable, "-m", "warledger", "review", str(read_war), "--by", "ann"]
    with subprocess.Popen(command, stdin=secondary, stdout=secondary, stderr=secondary, close_fds=True) as child:
        os.close(secondary)
        told = until(primary, b"ann> ")
        os.write(primary, b"r # on a terminal\n")
        told += until(primary, b"ann> ")
        os.write(primary, b"q\n")
        told += until(primary, None)
        assert child.wait(timeout=60) == 0
    os.close(primary)
    text = told.decode()
    assert "a accept  r reject" in text and "kept: reject" in text and "1 decision kept" in text
    assert "\x1b[1m  >> " in text, "the words stand out"


@pytest.mark.slow
def test_a_sitting_killed_in_the_middle_loses_no_decision(warledger: Command, read_war: Path) -> None:
    command = [sys.executable, "-m", "warledger", "review", str(read_war), "--by", "ann"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as child:
        assert child.stdin is not None and child.stderr is not None
        child.stdin.write(b"a\nr # no\n")
        child.stdin.flush()
        told = b""
        while b"kept: reject" not in told:
            told += child.stderr.readline()
        child.kill()
    made = [json.loads(line) for line in warledger("decisions", read_war, "--json").text.splitlines()]
    assert [d["verdict"] for d in made] == ["accept", "reject"]
    assert made[1]["target"] not in records(warledger, read_war)


def until(terminal: int, mark: bytes | None) -> bytes:
    """What the terminal shows up to the mark (`None`: to the end), within a minute."""
    seen = b""
    while mark is None or mark not in seen:
        if not select.select([terminal], [], [], 60)[0]:
            raise TimeoutError(seen.decode(errors="replace"))
        try:
            more = os.read(terminal, 4096)
        except OSError:  # the other end is closed
            return seen
        if not more:
            return seen
        seen += more
    return seen


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
