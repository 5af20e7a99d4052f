"""Disputes: the disagreements careful readers listed, and how many were found and rightly typed."""

from __future__ import annotations

import json
import re
from pathlib import Path

from eval.data import rows, texts
from eval.pairing import pair
from eval.result import CommandFailed, Result
from eval.scorer import load_module, run_scorer
from eval.workshop import Monitor, Workshop

CASES = ("gold/seeds-dev-conflicts.jsonl",)
_ROW = re.compile(r"^(real|not real) +gold +(\d+)  found +(\d+) \([\d.]+\)  typed +(\d+)$", re.M)


def evaluate(workshop: Workshop) -> Result:
    """Shares found and typed, of real disagreements and of those that only look so, from hand-made claims and from our own."""
    metrics: dict[str, float] = {}
    report: list[str] = []
    for name, monitor in (("coded", workshop.coded), ("own", workshop.seeds)):
        text = score(workshop.gold, monitor, workshop.seeds_folder)
        metrics |= {f"disputes.{name}.{key}": value for key, value in read_conflicts(text).items()}
        report += [f"{name} claims", *text.splitlines()]
    return Result("disputes", metrics, tuple(report), CASES)


def score(gold: Path, monitor: Monitor, documents: Path) -> str:
    """What `score_conflicts.py` prints for a monitor, our records named by the hand-made ones they pair with."""
    names = pair(load_module(gold / "score.py"), rows(gold / "seeds-dev.jsonl"), rows(monitor.records), texts(documents))
    mapping = monitor.folder / "names.json"
    mapping.write_text(json.dumps(names), encoding="utf-8")
    return run_scorer(gold / "score_conflicts.py", gold / "seeds-dev-conflicts.jsonl", monitor.disputes, "--map", mapping)


def read_conflicts(text: str) -> dict[str, float]:
    """Shares found and typed as `score_conflicts.py` prints them.

    Raises:
        CommandFailed: it printed something else.
    """
    made: dict[str, float] = {}
    for label, gold, found, typed in _ROW.findall(text):
        kind = label.replace(" ", "_")
        made |= {f"{kind}.found": int(found) / max(1, int(gold)), f"{kind}.typed": int(typed) / max(1, int(gold))}
    if len(made) != 4:
        raise CommandFailed(f"not a table of conflicts: {text[:200]!r}")
    return made
