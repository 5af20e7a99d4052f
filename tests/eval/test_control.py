"""The questions of who held what: their form, and the worth of an answer."""

from __future__ import annotations

import datetime as dt
import tomllib
from typing import Any

import pytest

from eval.control import CASES, HELD_OUT, Mark, check, held_out, mark, metrics_of, question_id, sides_of
from eval.data import ROOT, data_dir, texts
from eval.result import CommandFailed

FILE = tomllib.loads((ROOT / CASES).read_text(encoding="utf-8"))
QUESTIONS: list[dict[str, Any]] = FILE["question"]
SIDES = {"north": ["Northern", "NL"], "south": ["Southern", "southern"], "rebels": ["rebel"]}
HELD = {"status": ["held"], "holder": ["north", "rebels"]}
OPEN = {"status": ["contested", "unknown"]}


def answer(holder: str | None, status: str = "held") -> dict[str, Any]:
    return {"assessed": {"holder": holder, "status": status}}


def test_there_are_forty_questions_of_the_kinds_wanted() -> None:
    near = [q for q in QUESTIONS if "change" in q and abs(q["on"] - q["change"]) <= dt.timedelta(days=2)]
    unclear = [q for q in QUESTIONS if q["status"] != ["held"]]
    assert len({question_id(q) for q in QUESTIONS}) == len(QUESTIONS) == 40
    assert len(near) >= 10
    assert len(unclear) >= 8
    assert all(("holder" in q) == (q["status"] == ["held"]) and set(q.get("holder", ())) <= FILE["sides"].keys() for q in QUESTIONS)
    assert all(q["why"] for q in QUESTIONS)


def test_every_question_stands_on_its_sentence_and_eight_ask_by_a_spelling_of_no_text() -> None:
    folder = data_dir() / "seeds"
    if not folder.is_dir():
        pytest.skip(f"no data at {folder}")
    documents = texts(folder)
    check(QUESTIONS, documents)
    assert sum(all(q["place"] not in text for text in documents.values()) for q in QUESTIONS) >= 8
    with pytest.raises(CommandFailed):
        check([{**QUESTIONS[0], "named": "the Harbour Guard"}], documents)


@pytest.mark.parametrize(
    ("question", "given", "worth"),
    [
        (HELD, answer("Northern League"), Mark.RIGHT),
        (HELD, answer("NL and allied tribes"), Mark.RIGHT),
        (HELD, answer("NL and southern troops"), Mark.WRONG_NAME),
        (HELD, answer("Southern Command"), Mark.WRONG_NAME),
        (HELD, answer("somebody else"), Mark.WRONG_NAME),
        (HELD, answer("rebels", "contested"), Mark.SILENT),
        (HELD, answer(None, "unknown"), Mark.SILENT),
        (HELD, {}, Mark.SILENT),
        (OPEN, answer(None, "unknown"), Mark.RIGHT),
        (OPEN, answer("NL", "contested"), Mark.RIGHT),
        (OPEN, answer("NL"), Mark.WRONG_NAME),
        (OPEN, answer("NL", "besieged"), Mark.SILENT),
    ],
)
def test_a_wrong_name_is_worse_than_none(question: dict[str, Any], given: dict[str, Any], worth: Mark) -> None:
    assert mark(question, given, SIDES) is worth


def test_a_side_is_told_by_the_beginning_of_a_word() -> None:
    assert sides_of("Southern-led rebels", SIDES) == {"south", "rebels"}
    assert sides_of("the anti-rebel front", SIDES) == frozenset()


def test_wrong_names_are_taken_off_and_the_held_out_counted_apart() -> None:
    marks = {str(n): Mark.RIGHT for n in range(20)}
    out = held_out(marks)
    assert len(out) == HELD_OUT
    assert metrics_of(marks) == {"right": 1.0, "score": 1.0, "held_out": 1.0}
    shown = sorted(set(marks) - out)
    assert metrics_of({**marks, shown[0]: Mark.SILENT, shown[1]: Mark.WRONG_NAME}) == {"right": 0.9, "score": 0.85, "held_out": 1.0}
