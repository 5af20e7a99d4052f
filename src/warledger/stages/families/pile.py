"""A pile of documents by what they share: which may be worth comparing with one, and whose partners a changed pile puts in doubt."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set

import numpy as np

from warledger.stages.families.memory import Key, Stock, packed, unpacked
from warledger.stages.families.pairs import comparable
from warledger.stages.families.shingles import Postings
from warledger.stages.families.words import Hashes


class Pile:
    """Documents by id with their sorted shingles. `stock` is what this index takes for stock phrases."""

    def __init__(self, held: Mapping[str, bytes]) -> None:
        self._ids = sorted(held)
        self._sets = [unpacked(held[i]) for i in self._ids]
        self._at = {document: index for index, document in enumerate(self._ids)}
        self._postings = Postings(self._sets)
        self.stock = Stock(packed(self._postings.stock), self._postings.sketched)

    def unsettled(self, before: Stock) -> set[str]:
        """The documents whose partners another index, with these stock phrases, may have found to be others."""
        if before.sketched != self.stock.sketched:
            return set(self._ids)
        differing = np.setxor1d(unpacked(before.hashes), unpacked(self.stock.hashes), assume_unique=True)
        return {self._ids[index] for index in self._postings.having(differing)}

    def pairs(self, of: Set[str]) -> Iterator[Key]:
        """The pairs with a document of these that share enough for `compare`, one name aside; each once."""
        for document in sorted(of & self._at.keys()):
            index = self._at[document]
            for other in self._postings.partners(index):
                partner = self._ids[other]
                if (partner not in of or document < partner) and comparable(self._sets[index], self._sets[other]):
                    yield (document, partner) if document < partner else (partner, document)

    def shingles(self, document: str) -> Hashes:
        """Those of one document."""
        return self._sets[self._at[document]]
