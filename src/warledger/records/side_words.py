"""What an actor's name says of its side, without a registry: words for state forces and for those against them (`vocab/sides.toml`)."""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

from warledger.records.layers import layered

_WORD = re.compile(r"[\w'’-]+")


class SideWords(msgspec.Struct, frozen=True):
    """Words, lower case, phrases allowed; `common` ones count as government only where a name has them in lower case.

    The empty default knows no side.
    """

    government: frozenset[str] = frozenset()
    common: frozenset[str] = frozenset()
    opposition: frozenset[str] = frozenset()
    describing: frozenset[str] = frozenset()

    def side(self, name: str) -> str | None:
        """`government`, `opposition`, or `None` when the name does not say."""
        low = name.casefold()
        if _has(low, self.opposition):
            return "opposition"
        if _has(low, self.government) or _has(name, self.common):
            return "government"
        return None

    def describes(self, name: str) -> bool:
        """Whether the name only describes ("rebels", "local forces"): no word of it is a name."""
        return _described(name, (self.describing, self.opposition, self.government))


def parse_side_words(*texts: str) -> SideWords:
    """The words in the TOML texts, later ones laid over the first.

    Raises:
        KeyError: a list is missing. VocabularyError: not TOML, or nothing to lay it over.
    """
    data = layered(*texts)
    names = ("government", "government_common", "opposition", "describing")
    return SideWords(*(frozenset(str(word).casefold() for word in data[name]) for name in names))


@lru_cache(maxsize=1 << 14)
def _has(text: str, words: frozenset[str]) -> bool:
    padded = f" {' '.join(_WORD.findall(text))} "
    return any(f" {word} " in padded for word in words)


@lru_cache(maxsize=1 << 14)
def _described(name: str, plain: tuple[frozenset[str], ...]) -> bool:
    words = _WORD.findall(name)
    return bool(words) and all(word.islower() or any(word.casefold() in listed for listed in plain) for word in words)
