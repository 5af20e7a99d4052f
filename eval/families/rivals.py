"""What two well-known libraries for near-duplicates make of the same pile: documents joined whose sketches are alike enough.

Each gets the texts as lower-case runs of words, and its result at the threshold (and length of run) that agrees best with the truth.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any

from eval.families.measure import Scores, grouped
from eval.families.pile import Planted

NAMES = ("datasketch", "rensa")
THRESHOLDS = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7)
RUNS = (3, 5)
PERMUTATIONS = 128
_WORD = re.compile(r"[^\W_]+")

#: Sets of runs of words -> pairs of their places in the list that are alike at least so much, by estimate.
Alike = Callable[[Sequence[list[str]], float], Iterable[tuple[int, int]]]


@dataclass(frozen=True)
class Best:
    """A rival's best result: what it scored, with which threshold and length of run, and the seconds that this one run took."""

    scores: Scores
    threshold: float
    run: int
    seconds: float


def installed() -> dict[str, Alike]:
    """The rivals that are installed."""
    return {name: alike for name, alike in zip(NAMES, (_datasketch, _rensa), strict=True) if find_spec(name)}


def best(planted: Sequence[Planted], alike: Alike) -> Best:
    """The rival's result at its best."""
    return max(_tried(planted, alike), key=lambda b: b.scores.rand)


def _tried(planted: Sequence[Planted], alike: Alike) -> Iterator[Best]:
    for run in RUNS:
        sets = [_runs(p.document.text, run) for p in planted]
        for threshold in THRESHOLDS:
            start = time.perf_counter()
            pairs = alike(sets, threshold)
            labels = _components(len(planted), pairs)
            seconds = time.perf_counter() - start
            found = {p.document.id: str(label) for p, label in zip(planted, labels, strict=True)}
            yield Best(grouped(planted, found), threshold, run, seconds)


def _runs(text: str, width: int) -> list[str]:
    words = _WORD.findall(text.casefold())
    return sorted({" ".join(words[at : at + width]) for at in range(max(1, len(words) - width + 1))})


def _components(count: int, pairs: Iterable[tuple[int, int]]) -> list[int]:
    """By place, the smallest place that a chain of pairs leads to."""
    root = list(range(count))

    def find(at: int) -> int:
        while root[at] != at:
            root[at] = root[root[at]]
            at = root[at]
        return at

    for one, other in pairs:
        a, b = sorted((find(one), find(other)))
        root[b] = a
    return [find(at) for at in range(count)]


def _datasketch(sets: Sequence[list[str]], threshold: float) -> Iterator[tuple[int, int]]:
    from datasketch import MinHash, MinHashLSH

    sketches: list[Any] = MinHash.bulk([[s.encode() for s in held] for held in sets], num_perm=PERMUTATIONS)
    index = MinHashLSH(threshold=threshold, num_perm=PERMUTATIONS)
    for at, sketch in enumerate(sketches):
        for other in index.query(sketch):
            if sketch.jaccard(sketches[other]) >= threshold:
                yield at, other
        index.insert(at, sketch)


def _rensa(sets: Sequence[list[str]], threshold: float) -> Iterator[tuple[int, int]]:
    from rensa import RMinHash, RMinHashLSH

    index = RMinHashLSH(threshold=threshold, num_perm=PERMUTATIONS, num_bands=_bands(threshold))
    sketches: list[Any] = []
    for at, held in enumerate(sets):
        sketch = RMinHash(num_perm=PERMUTATIONS, seed=7)
        sketch.update(held)
        for other in index.query(sketch):
            if sketch.jaccard(sketches[other]) >= threshold:
                yield at, other
        index.insert(at, sketch)
        sketches.append(sketch)


def _bands(threshold: float) -> int:
    """So many bands that a pair just as alike as the threshold is hardly ever missed."""
    return next(
        bands for bands in (16, 32, 64, 128) if 1 - (1 - threshold ** (PERMUTATIONS / bands)) ** bands >= 0.9 or bands == PERMUTATIONS
    )
