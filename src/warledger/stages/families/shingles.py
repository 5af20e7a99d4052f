"""Shingles: runs of five words as numbers, and which documents may share enough of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import combinations

import numpy as np
import numpy.typing as npt

from warledger.stages.families.words import Hashes

#: Words in a shingle. Five is the usual choice for news: long enough not to meet by chance, short enough to survive editing.
WIDTH = 5
#: Above this many shingles in all, long documents are indexed by a sketch: the shingles whose hash is divisible by `SKETCH`.
SMALL_PILE = 300_000
SKETCH = 8
#: Documents with fewer shingles are always indexed in full, as a sketch of them could be empty.
SHORT = 160
#: A shingle in more than this share of the documents (but at least `MIN_CAP` documents) is a stock phrase and brings nobody together.
CAP_SHARE = 0.1
MIN_CAP = 64

_MIX = np.uint64(0x9E3779B97F4A7C15)


def shingles(words: Hashes) -> Hashes:
    """The hash of every run of `WIDTH` words, in order; of the whole text when it is shorter (empty only for no words)."""
    if len(words) == 0:
        return words
    width = min(WIDTH, len(words))
    count = len(words) - width + 1
    total = np.zeros(count, np.uint64)
    for offset in range(width):
        total = total * _MIX + words[offset : offset + count]
    total ^= total >> np.uint64(29)
    total *= _MIX
    return total ^ (total >> np.uint64(32))


def candidates(sets: Sequence[Hashes]) -> list[tuple[int, int]]:
    """The pairs of indices whose sets (sorted, distinct) may share a passage: never more than chance misses, often more than do.

    Sorted. What is found does not depend on the order of the sets, only on the sets.
    """
    sketched = sum(len(s) for s in sets) > SMALL_PILE
    owners, hashes = _postings(sets, sketched)
    order = np.argsort(hashes, kind="stable")
    owners, hashes = owners[order], hashes[order]
    counts = _shared_counts(owners, hashes, max(MIN_CAP, int(len(sets) * CAP_SHARE)))
    return sorted(pair for pair, shared in counts.items() if shared >= _needed(sets, pair, sketched))


def _needed(sets: Sequence[Hashes], pair: tuple[int, int], sketched: bool) -> int:
    shorter = min(len(sets[pair[0]]), len(sets[pair[1]]))
    needed = max(1, min(16, shorter // 4))
    return max(1, needed // SKETCH) if sketched else needed


def _postings(sets: Sequence[Hashes], sketched: bool) -> tuple[npt.NDArray[np.int64], Hashes]:
    chosen = [s[s % np.uint64(SKETCH) == 0] if sketched and len(s) > SHORT else s for s in sets]
    owners = np.repeat(np.arange(len(chosen)), [len(c) for c in chosen])
    return owners, np.concatenate(chosen) if chosen else np.zeros(0, np.uint64)


def _shared_counts(owners: npt.NDArray[np.int64], hashes: Hashes, cap: int) -> Counter[tuple[int, int]]:
    counts: Counter[tuple[int, int]] = Counter()
    edges = np.flatnonzero(np.diff(hashes)) + 1
    starts = np.concatenate(([0], edges))
    ends = np.concatenate((edges, [len(hashes)]))
    shared = np.flatnonzero((ends - starts > 1) & (ends - starts <= cap))
    for at in shared:
        counts.update(combinations(sorted(owners[starts[at] : ends[at]].tolist()), 2))
    return counts
