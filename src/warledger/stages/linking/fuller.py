"""Names told in full once and short after that: "Moor district, Orsk province", then "Moor district"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from warledger.base.similarity import fold_name
from warledger.stages.linking.mentions import NameBook


class FullNames:
    """For each short name the full one that a report, or all reports together, tell it by; none where they tell of two."""

    def __init__(self, names: Mapping[str, Iterable[str]], book: NameBook) -> None:
        """`names`: document id -> its place names."""
        self._by_document: dict[str, dict[str, set[str]]] = {}
        self._pile: dict[str, set[str]] = defaultdict(set)
        self._container: dict[str, str] = {}
        for document, held in names.items():
            found: dict[str, set[str]] = defaultdict(set)
            for name in held:
                phrase = next((p for p in book.named(name).readings if p.within), None)
                if phrase is not None and book.holders(phrase):
                    self._container[name] = fold_name(phrase.within[0].name)
                    found[fold_name(phrase.name)].add(name)
                    self._pile[fold_name(phrase.name)].add(name)
            self._by_document[document] = found

    def in_report(self, document: str, name: str) -> str | None:
        """The full form of the name in the same report."""
        return self._one(self._by_document[document].get(fold_name(name), set()), name)

    def anywhere(self, name: str) -> str | None:
        """The full form of the name in any report."""
        return self._one(self._pile.get(fold_name(name), set()), name)

    def _one(self, full: set[str], name: str) -> str | None:
        others = full - {name}
        return min(others) if others and len({self._container[other] for other in others}) == 1 else None
