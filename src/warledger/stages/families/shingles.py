"""Shingles: runs of five words as numbers, and which documents may share enough of them."""

from __future__ import annotations

from collections.abc import Sequence

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
CAP_SHARE = 0.02
MIN_CAP = 64
#: Shared shingles that make a pair worth comparing, however many there are.
ENOUGH = 16

_MIX = np.uint64(0x9E3779B97F4A7C15)
Counts = npt.NDArray[np.intp]


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


def gists(words: Hashes) -> Hashes:
    """The hash of every two telling words that stand side by side or with one between them, either way round, in order of the first."""
    count = len(words)
    total = np.zeros(2 * count, np.uint64)
    kept = np.ones(2 * count, np.bool_)
    for step in (1, 2):
        one, other = words[: count - step], words[step:]
        total[step - 1 : 2 * max(0, count - step) : 2] = np.minimum(one, other) * _MIX + np.maximum(one, other)
        kept[2 * max(0, count - step) + step - 1 :: 2] = False
    total ^= total >> np.uint64(29)
    total *= _MIX
    return (total ^ (total >> np.uint64(32)))[kept]


def shared(one: Hashes, other: Hashes) -> Hashes:
    """What two sorted sets have in common, sorted."""
    few, many = (one, other) if len(one) <= len(other) else (other, one)
    return few[among(few, many)]


def among(some: Hashes, held: Hashes) -> npt.NDArray[np.bool_]:
    """Which of `some` are in the sorted set `held`."""
    if not len(held):
        return np.zeros(len(some), np.bool_)
    at = held.searchsorted(some)
    at[at == len(held)] = 0
    found: npt.NDArray[np.bool_] = held[at] == some
    return found


def counted(held: Hashes, others: Sequence[Hashes]) -> Counts:
    """How many of each of the others' hashes are in the sorted set `held`."""
    if not others:
        return np.zeros(0, np.intp)
    hits = np.concatenate(([0], np.cumsum(among(np.concatenate(others), held), dtype=np.intp)))
    ends = np.cumsum([len(other) for other in others], dtype=np.intp)
    return np.diff(hits[np.concatenate(([0], ends))])


class Postings:
    """Which documents of a pile have which shingles. A pile is a sequence of sorted sets; documents are known by their index.

    What is found depends on the sets alone, never on their order. A pair is worth comparing when it shares one in `share` of the smaller
    set, or `ENOUGH`.
    """

    def __init__(self, sets: Sequence[Hashes], share: int = 4, small: int = SMALL_PILE) -> None:
        self._sets = sets
        self._share = share
        self._lengths = np.array([len(s) for s in sets], np.intp)
        self.sketched = int(self._lengths.sum()) > small
        posted = [self._posted(s) for s in sets]
        self._offsets = np.concatenate(([0], np.cumsum([len(p) for p in posted], dtype=np.intp)))
        owners = np.repeat(np.arange(len(sets)), np.diff(self._offsets))
        hashes = np.concatenate(posted) if posted else np.zeros(0, np.uint64)
        order = np.argsort(hashes)  # not a stable one, which takes five times as long: who is first among the owners of a hash is nothing
        self._owners, hashes = owners[order], hashes[order]
        self._starts = np.flatnonzero(np.concatenate(([True], np.diff(hashes) > 0))) if len(hashes) else np.zeros(0, np.intp)
        self._sizes = np.diff(np.concatenate((self._starts, [len(hashes)])))
        self._group = np.empty(len(hashes), np.intp)
        self._group[order] = np.repeat(np.arange(len(self._starts)), self._sizes)
        self.cap = stock_cap(len(sets))
        #: The shingles of too many documents, sorted.
        self.stock: Hashes = hashes[self._starts[self._sizes > self.cap]]

    def partners(self, index: int) -> Counts:
        """The documents that may share a passage with this one, in order: hardly more than do, hardly ever fewer."""
        groups = self._group[self._offsets[index] : self._offsets[index + 1]]
        sizes = self._sizes[groups]
        useful = (sizes > 1) & (sizes <= self.cap)
        starts, sizes = self._starts[groups[useful]], sizes[useful]
        # All of the ranges [start, start + size) as one array of places.
        places = np.repeat(starts - np.cumsum(sizes) + sizes, sizes) + np.arange(sizes.sum())
        counts = np.bincount(self._owners[places], minlength=len(self._sets))
        counts[index] = 0
        found = np.flatnonzero(counts)
        enough: Counts = found[counts[found] >= self._needed(index, found)]
        return enough

    def having(self, some: Hashes) -> list[int]:
        """The documents that are indexed under one of these shingles."""
        return [i for i, s in enumerate(self._sets) if len(some) and len(shared(some, self._posted(s)))]

    def _posted(self, held: Hashes) -> Hashes:
        return held[held % np.uint64(SKETCH) == 0] if self.sketched and len(held) > SHORT else held

    def _needed(self, one: int, others: Counts) -> Counts:
        needed = np.clip(np.minimum(self._lengths[one], self._lengths[others]) // self._share, 1, ENOUGH)
        least: Counts = np.maximum(1, needed // SKETCH) if self.sketched else needed
        return least


def stock_cap(documents: int) -> int:
    """The most documents of a pile that a shingle may be in without being a stock phrase. It grows in doublings, so that one more
    document seldom makes another phrase a stock phrase."""
    most = max(MIN_CAP, int(documents * CAP_SHARE))
    return 1 << (most - 1).bit_length()
