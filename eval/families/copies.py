"""The benchmark: planted copies found, told apart from what only looks like copies, and what rivals make of the same pile."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from importlib.resources import files
from pathlib import Path

from eval.families import rivals
from eval.families.measure import Scores, judged
from eval.families.pile import Planted, Planter
from eval.families.prose import stories
from eval.result import Result
from warledger.records.family_words import FamilyWords, parse_family_words
from warledger.stages.families.find import find_families

HALVES = ("tune", "held-out")
SEED = 1


def piles(data: Path, share: float = 1.0) -> dict[str, tuple[list[Planted], FamilyWords]]:
    """Both halves of the pile, each with the words that its documents are to be compared with: the packaged ones and its agencies.

    Raises:
        FileNotFoundError: the data are not there.
    """
    prose = stories(data)
    made = {}
    for half in HALVES:
        planter = Planter(half, [p for p in prose if p.half == half], SEED, share)
        made[half] = (planter.planted(), words_with(planter.press.agencies))
    return made


def words_with(agencies: tuple[str, ...]) -> FamilyWords:
    """The packaged words, and these agencies."""
    packaged = (files("warledger.records") / "vocab" / "families.toml").read_text(encoding="utf-8")
    return parse_family_words(packaged, dict.fromkeys(agencies, ()))


def compared(name: str, data: Path, share: float = 1.0, *, beside: bool = True) -> Result:
    """Both halves with their metrics under `name`; `beside` the rivals that are installed."""
    metrics: dict[str, float] = {}
    report: list[str] = []
    for half, (planted, words) in piles(data, share).items():
        start = time.perf_counter()
        found = find_families([p.document for p in planted], words)
        seconds = time.perf_counter() - start
        scores = judged(planted, found.families, found.edges)
        key = f"{name}.{half.replace('-', '_')}"
        metrics |= {f"{key}.{metric}": value for metric, value in _metrics(scores).items()}
        report += [f"{half}: {_made(planted)}", _line("warledger", scores, seconds), *_detail(scores)]
        report += _rivals(planted) if beside else ()
    return Result(name, metrics, tuple(report))


def _metrics(scores: Scores) -> dict[str, float]:
    kinds = {f"found.{kind.replace(' ', '_')}": _share(pair) for kind, pair in scores.found.items()}
    rest = {"rand": scores.rand, "precision": scores.precision, "recall": scores.recall, "origins": _share(scores.origins)}
    return {**rest, "typed": _share(_sum(scores.typed)), "edges": _share(_sum(scores.right)), **kinds}


def _made(planted: list[Planted]) -> str:
    alone = sum(p.kind is None and p.series is None for p in planted)
    kinds = sum(p.kind is not None for p in planted)
    alike = len(planted) - alone - kinds
    return f"{len(planted)} documents: {alone} of prose of their own, {kinds} planted copies, {alike} that only look alike"


def _line(who: str, scores: Scores, seconds: float, how: str = "") -> str:
    shares = f"adjusted Rand index {scores.rand:.3f}, pairs: precision {scores.precision:.3f}, recall {scores.recall:.3f}"
    return f"  {who:<11} {shares}; {seconds:.1f} s{how}"


def _detail(scores: Scores) -> Iterator[str]:
    yield f"  {'kind of copy':<14} {'planted':>8} {'found':>7} {'typed':>7}"
    for kind, pair in scores.found.items():
        yield f"  {kind:<14} {pair[1]:>8} {_share(pair):>7.3f} {_share(scores.typed.get(kind, (0, 0))):>7.3f}"
    for kind, pair in scores.right.items():
        yield f"  edges of type {kind}: {pair[1]}, of which {_share(pair):.3f} tie what belongs together"
    yield f"  origins right: {_share(scores.origins):.3f} of {scores.origins[1]} families"
    wrong = ", ".join(f"{kind} {pair[0]} of {pair[1]}" for kind, pair in scores.joined.items())
    yield f"  wrongly in a family: {wrong}"


def _rivals(planted: list[Planted]) -> Iterator[str]:
    there: Mapping[str, rivals.Rival] = rivals.installed()
    for name in rivals.NAMES:
        if name not in there:
            yield f"  {name}: not installed, so not compared (pip install {name})"
            continue
        best = rivals.best(planted, there[name])
        how = f" (best of its thresholds: {best.threshold}, runs of {best.run} words; {best.scores.found_in_all} of the copies that join)"
        yield _line(name, best.scores, best.seconds, how)


def _sum(pairs: Mapping[str, tuple[int, int]]) -> tuple[int, int]:
    return sum(p[0] for p in pairs.values()), sum(p[1] for p in pairs.values())


def _share(pair: tuple[int, int]) -> float:
    return pair[0] / pair[1] if pair[1] else 0.0
