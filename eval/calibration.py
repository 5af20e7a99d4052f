"""Is the confidence of a record worth anything: of those given 0.7, are seven in ten right?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from eval.claims import section_of
from eval.data import Row, rows, texts
from eval.pairing import pair
from eval.result import Result
from eval.scorer import load_module
from eval.workshop import Workshop

CASES = ("gold/seeds-dev.jsonl", "gold/libya-dev.jsonl")
#: Width of a bin of confidence.
STEP = 0.1

Judged = tuple[float, bool]


@dataclass(frozen=True)
class Bin:
    """Records of about one confidence: from `low` up, how many, their mean confidence, and the share that is right."""

    low: float
    count: int
    confidence: float
    right: float


def evaluate(workshop: Workshop) -> Result:
    """The reliability of confidences on the seeds and on the other war; a record is right when a hand-made one pairs with it."""
    metrics, report = {}, []
    for name, judged in (("seeds", _seeds(workshop)), ("libya", _libya(workshop))):
        made = bins(judged)
        error = expected_error(made)
        metrics[f"calibration.{name}"] = 1 - error
        report += [f"{name}: {len(judged)} records, expected calibration error {error:.3f}", *curve(made)]
    return Result("calibration", metrics, tuple(report), CASES)


def _seeds(workshop: Workshop) -> list[Judged]:
    scorer, documents = load_module(workshop.gold / "score.py"), texts(workshop.seeds_folder)
    section = section_of(scorer, documents, workshop.gold / "split.tsv")
    gold, ours = ([r for r in rows(file) if section(r)] for file in (workshop.gold / "seeds-dev.jsonl", workshop.seeds.records))
    return _judged(pair(scorer, gold, ours, documents), ours)


def _libya(workshop: Workshop) -> list[Judged]:
    scorer, documents = load_module(workshop.gold / "score.py"), texts(workshop.libya_folder)
    ours = rows(workshop.libya.records)
    return _judged(pair(scorer, rows(workshop.gold / "libya-dev.jsonl"), ours, documents), ours)


def _judged(paired: dict[str, str], ours: Iterable[Row]) -> list[Judged]:
    return [(record["confidence"], record["id"] in paired) for record in ours]


def bins(judged: Sequence[Judged], step: float = STEP) -> list[Bin]:
    """The bins that hold a record, lowest confidence first."""
    filled: dict[int, list[Judged]] = {}
    for confidence, right in judged:
        filled.setdefault(min(int(confidence / step + 1e-9), int(1 / step) - 1), []).append((confidence, right))
    return [
        Bin(at * step, len(held), sum(c for c, _ in held) / len(held), sum(right for _, right in held) / len(held))
        for at, held in sorted(filled.items())
    ]


def expected_error(made: Sequence[Bin]) -> float:
    """The mean distance of confidence and share right, each bin by its size (expected calibration error, Naeini et al. 2015)."""
    return sum(b.count * abs(b.confidence - b.right) for b in made) / max(1, sum(b.count for b in made))


def curve(made: Sequence[Bin]) -> Iterator[str]:
    """One line a bin, a bar for what is right and a mark for the confidence."""
    for b in made:
        bar = "".join("|" if i == round(b.confidence * 40) else "#" if i < round(b.right * 40) else "." for i in range(41))
        yield f"  {b.low:.1f}-{b.low + STEP:.1f}{b.count:>6} records  confidence {b.confidence:.2f}  right {b.right:.2f}  {bar}"
