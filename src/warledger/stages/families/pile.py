"""A pile of documents by what they share: which may be worth comparing with one, and whose partners a changed pile puts in doubt."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Set

import numpy as np
import numpy.typing as npt

from warledger.stages.families.memory import Key, Stock, packed, unpacked
from warledger.stages.families.shingles import SMALL_PILE, Counts, Postings, counted
from warledger.stages.families.words import Hashes

#: How many hashes a document shares with others, how many it has, how many they have -> which of them are worth comparing with it.
Enough = Callable[[Counts, int, Counts], npt.NDArray[np.bool_]]


class Pile:
    """Documents by id with their sorted hashes. `stock` is what this index takes for stock phrases."""

    def __init__(self, held: Mapping[str, bytes], enough: Enough, share: int = 4, small: int = SMALL_PILE) -> None:
        self._ids = sorted(held)
        self._sets = [unpacked(held[i]) for i in self._ids]
        self._at = {document: index for index, document in enumerate(self._ids)}
        self._enough = enough
        self._postings = Postings(self._sets, share, small)
        self.stock = Stock(packed(self._postings.stock), self._postings.sketched)

    def unsettled(self, before: Stock) -> set[str]:
        """The documents whose partners another index, with these stock phrases, may have found to be others."""
        if before.sketched != self.stock.sketched:
            return set(self._ids)
        differing = np.setxor1d(unpacked(before.hashes), unpacked(self.stock.hashes), assume_unique=True)
        return {self._ids[index] for index in self._postings.having(differing)}

    def pairs(self, of: Set[str]) -> Iterator[tuple[Key, float]]:
        """The pairs with a document of these that share enough, each once, with the share of the smaller set that is in the larger."""
        for document in sorted(of & self._at.keys()):
            index = self._at[document]
            partners = [o for o in self._postings.partners(index).tolist() if self._ids[o] not in of or document < self._ids[o]]
            others = [self._sets[o] for o in partners]
            size, sizes = len(self._sets[index]), np.array([len(o) for o in others], np.intp)
            both = counted(self._sets[index], others)
            shares = both / np.maximum(1, np.minimum(size, sizes))
            for at in np.flatnonzero(self._enough(both, size, sizes)).tolist():
                partner = self._ids[partners[at]]
                yield ((document, partner) if document < partner else (partner, document)), float(shares[at])

    def shingles(self, document: str) -> Hashes:
        """Those of one document."""
        return self._sets[self._at[document]]
