"""Control: who held a place on a day, asked of hand-made claims and of our own, and held against the sentences that answer."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from enum import Enum

from eval.data import ROOT, Row, texts
from eval.result import CommandFailed, Result
from eval.workshop import Monitor, Workshop
from warledger.base.errors import UsageError
from warledger.pipeline.build import Toolkit
from warledger.pipeline.holding import hold, holding_object
from warledger.pipeline.monitor import load_monitor
from warledger.pipeline.view import View, open_view

CASES = "eval/cases/control.toml"
#: How many questions are counted and never shown: the first by the hash of place and day.
HELD_OUT = 12
_NEAR = 2


class Mark(Enum):
    """What an answer is worth: a wrong name costs twice what saying nothing does."""

    RIGHT = 1
    SILENT = 0
    WRONG_NAME = -1


def evaluate(workshop: Workshop) -> Result:
    """Shares right, and the same with wrong names taken off, over all questions and over those held out."""
    cases = tomllib.loads((ROOT / CASES).read_text(encoding="utf-8"))
    questions: list[Row] = cases["question"]
    check(questions, texts(workshop.seeds_folder))
    report = [f"{len(questions)} questions, {HELD_OUT} of them held out; {_kinds(questions)}"]
    metrics: dict[str, float] = {}
    for name, monitor in (("coded", workshop.coded), ("own", workshop.seeds)):
        answers = ask_all(monitor, questions)
        marks = {question_id(q): mark(q, a, cases["sides"]) for q, a in zip(questions, answers, strict=True)}
        metrics |= {f"control.{name}.{key}": value for key, value in metrics_of(marks).items()}
        report += [f"{name} claims: {_counted(marks.values())}", *_shown(questions, answers, marks)]
    return Result("control", metrics, tuple(report), (CASES,))


def question_id(question: Row) -> str:
    """Place and day: what is asked."""
    return f"{question['place']} {question['on']}"


def held_out(ids: Iterable[str]) -> frozenset[str]:
    """The questions nobody looks at, by a hash that nobody chose."""
    return frozenset(sorted(ids, key=lambda i: hashlib.sha256(i.encode()).hexdigest())[:HELD_OUT])


def check(questions: Sequence[Row], documents: Mapping[str, str]) -> None:
    """That every sentence referred to is there and names the place and the holder.

    Raises:
        CommandFailed: a question does not fit the texts.
    """
    for question in questions:
        answer = question["answer"]
        sentence = documents[answer["doc"]][answer["start"] : answer["end"]]
        if question["written"] not in sentence or question["named"] not in sentence:
            raise CommandFailed(f"{CASES}: {question_id(question)}: {answer} is not the sentence that answers")


def ask_all(monitor: Monitor, questions: Sequence[Row]) -> list[Row]:
    """What `who-holds --json` answers to each; empty where it finds the question ambiguous."""
    held = load_monitor(monitor.folder, {})
    tools = Toolkit(held)
    view = open_view(held, tools.state_tools, None, tools.state_version)
    return [_ask(view, question, tools) for question in questions]


def _ask(view: View, question: Row, tools: Toolkit) -> Row:
    try:
        return holding_object(view, hold(view, question["place"], question["on"], lambda name: tools.gazetteer.lookup(name)))
    except UsageError:
        return {}


def mark(question: Row, answer: Row, sides: Mapping[str, Sequence[str]]) -> Mark:
    """The worth of one answer. A holder is right when a name in it is of a side that counts, and none is of another side only."""
    assessed = answer.get("assessed") or {}
    status, holder = assessed.get("status", "unknown"), assessed.get("holder")
    wanted = frozenset(question.get("holder", ()))
    if not wanted:
        return Mark.RIGHT if status in question["status"] else Mark.WRONG_NAME if status == "held" and holder else Mark.SILENT
    if not holder:
        return Mark.SILENT
    found = [side for name in holder.split(" and ") if (side := sides_of(name, sides))]
    if not found or any(not side & wanted for side in found):
        return Mark.WRONG_NAME
    return Mark.RIGHT if status in question["status"] else Mark.SILENT


def sides_of(name: str, sides: Mapping[str, Sequence[str]]) -> frozenset[str]:
    """The sides whose words stand in the name, each at the beginning of a word."""
    plain = name.replace("’", "'")
    return frozenset(side for side, words in sides.items() if any(_begins(word, plain) for word in words))


def _begins(word: str, name: str) -> bool:
    return re.search(rf"(?<![\w-]){re.escape(word)}", name, re.IGNORECASE) is not None


def metrics_of(marks: Mapping[str, Mark]) -> dict[str, float]:
    """`right`: the share right; `score`: the same less the share of wrong names; `held_out`: the score of those held out."""
    out = [marks[i] for i in sorted(held_out(marks))]
    return {"right": _share(marks.values(), Mark.RIGHT), "score": _score(marks.values()), "held_out": _score(out)}


def _share(marks: Iterable[Mark], wanted: Mark) -> float:
    every = list(marks)
    return sum(m is wanted for m in every) / len(every)


def _score(marks: Iterable[Mark]) -> float:
    every = list(marks)
    return max(0.0, sum(m.value for m in every) / len(every))


def _counted(marks: Iterable[Mark]) -> str:
    every = Counter(marks)
    right, silent, wrong = (every[m] for m in Mark)
    return f"{right} right, {silent} without the answer, {wrong} with a wrong name"


def _shown(questions: Sequence[Row], answers: Sequence[Row], marks: Mapping[str, Mark]) -> list[str]:
    hidden = held_out(marks)
    rows = [(question_id(q), a.get("assessed") or {}, q) for q, a in zip(questions, answers, strict=True)]
    lines = [f"  {marks[i].name:10} {i}: {a.get('status')} {a.get('holder') or '-'} ({_wanted(q)})" for i, a, q in rows if i not in hidden]
    return [*lines, f"  held out: {_counted(marks[i] for i in hidden)}"]


def _wanted(question: Row) -> str:
    return f"wanted {' or '.join([*question['status'], *question.get('holder', ())])}"


def _kinds(questions: Sequence[Row]) -> str:
    near = sum(abs((q["on"] - q["change"]).days) <= _NEAR for q in questions if "change" in q)
    unclear = sum(q["status"] != ["held"] for q in questions)
    return f"{near} within two days of a change, {unclear} unknown, contested or besieged"
