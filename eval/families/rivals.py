"""What two well-known libraries for near-duplicates make of the same pile: documents joined whose sketches are alike enough.

Each gets the texts as lower-case runs of words, and its result at the threshold (and length of run) that agrees best with the truth.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any, Protocol

from eval.families.measure import Scores, grouped
from eval.families.pile import Planted

NAMES = ("datasketch", "rensa")
THRESHOLDS = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7)
RUNS = (3, 5)
PERMUTATIONS = 128
_WORD = re.compile(r"[^\W_]+")


class Rival(Protocol):
    """A library: the sketches it makes of sets of runs of words, and the pairs of places in their list that are alike at least so much."""

    def sketches(self, sets: Sequence[list[str]]) -> list[Any]: ...

    def alike(self, sketches: Sequence[Any], threshold: float) -> Iterator[tuple[int, int]]: ...


@dataclass(frozen=True)
class Best:
    """A rival's best result: what it scored, with which threshold and length of run, and the seconds that this one run took."""

    scores: Scores
    threshold: float
    run: int
    seconds: float


def installed() -> dict[str, Rival]:
    """The rivals that are installed."""
    known: tuple[Rival, ...] = (_Datasketch(), _Rensa())
    return {name: rival for name, rival in zip(NAMES, known, strict=True) if find_spec(name)}


def best(planted: Sequence[Planted], rival: Rival) -> Best:
    """The rival's result at its best."""
    return max(_tried(planted, rival), key=lambda b: b.scores.rand)


def _tried(planted: Sequence[Planted], rival: Rival) -> Iterator[Best]:
    for run in RUNS:
        sets = [_runs(p.document.text, run) for p in planted]
        begun = time.perf_counter()
        sketches = rival.sketches(sets)
        made = time.perf_counter() - begun
        for threshold in THRESHOLDS:
            start = time.perf_counter()
            labels = _components(len(planted), rival.alike(sketches, threshold))
            seconds = made + time.perf_counter() - start
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


class _Datasketch:
    def sketches(self, sets: Sequence[list[str]]) -> list[Any]:
        from datasketch import MinHash

        made: list[Any] = MinHash.bulk([[s.encode() for s in held] for held in sets], num_perm=PERMUTATIONS)
        return made

    def alike(self, sketches: Sequence[Any], threshold: float) -> Iterator[tuple[int, int]]:
        from datasketch import MinHashLSH

        yield from _met(MinHashLSH(threshold=threshold, num_perm=PERMUTATIONS), sketches, threshold)


class _Rensa:
    def sketches(self, sets: Sequence[list[str]]) -> list[Any]:
        from rensa import RMinHash

        made = [RMinHash(num_perm=PERMUTATIONS, seed=7) for _ in sets]
        for sketch, held in zip(made, sets, strict=True):
            sketch.update(held)
        return made

    def alike(self, sketches: Sequence[Any], threshold: float) -> Iterator[tuple[int, int]]:
        from rensa import RMinHashLSH

        index = RMinHashLSH(threshold=threshold, num_perm=PERMUTATIONS, num_bands=_bands(threshold))
        yield from _met(index, sketches, threshold)


def _met(index: Any, sketches: Sequence[Any], threshold: float) -> Iterator[tuple[int, int]]:
    for at, sketch in enumerate(sketches):
        yield from ((at, other) for other in index.query(sketch) if sketch.jaccard(sketches[other]) >= threshold)
        index.insert(at, sketch)


def _bands(threshold: float) -> int:
    """So many bands that a pair just as alike as the threshold is hardly ever missed."""
    return next(
        bands for bands in (16, 32, 64, 128) if 1 - (1 - threshold ** (PERMUTATIONS / bands)) ** bands >= 0.9 or bands == PERMUTATIONS
    )
