"""Events: which records were said to tell of one happening, from perfect claims and from our own."""

from __future__ import annotations

import re
from pathlib import Path

from eval.result import CommandFailed, Result
from eval.scorer import run_scorer
from eval.workshop import Monitor, Workshop

CASES = ("gold/seeds-dev-links.jsonl",)
_PAIRS = re.compile(r"^pairs P ([\d.]+) R ([\d.]+) F1 ([\d.]+)$", re.M)
_B3 = re.compile(r"B3 P ([\d.]+) R ([\d.]+)")


def evaluate(workshop: Workshop) -> Result:
    """Precision and F1 of the pairs in one event, and B-cubed F1, from the hand-made records and from our own."""
    metrics: dict[str, float] = {}
    report: list[str] = []
    for name, monitor in (("coded", workshop.coded), ("own", workshop.seeds)):
        text = score(workshop.gold, monitor, workshop.seeds_folder)
        metrics |= {f"events.{name}.{key}": value for key, value in read_links(text).items()}
        report += [f"{name} claims", *text.splitlines()]
    return Result("events", metrics, tuple(report), CASES)


def score(gold: Path, monitor: Monitor, documents: Path) -> str:
    """What `score_links.py` prints for a monitor."""
    files = (gold / "seeds-dev.jsonl", gold / "seeds-dev-links.jsonl", monitor.records, monitor.events)
    return run_scorer(gold / "score_links.py", *files, "--docs", documents)


def read_links(text: str) -> dict[str, float]:
    """Precision and F1 of the pairs, and F1 of B-cubed precision and recall, as `score_links.py` prints them.

    Raises:
        CommandFailed: it printed something else.
    """
    pairs, cubed = _PAIRS.search(text), _B3.search(text)
    if not (pairs and cubed):
        raise CommandFailed(f"not a table of links: {text[:200]!r}")
    precision, recall = float(cubed[1]), float(cubed[2])
    return {"precision": float(pairs[1]), "pairs": float(pairs[3]), "b3": 2 * precision * recall / max(1e-9, precision + recall)}
