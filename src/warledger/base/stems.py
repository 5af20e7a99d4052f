"""Words and phrases met in any of their forms: a light stem for every word, and phrases looked up by the stems of their words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s?$")
_SHORT = 3


class Found(NamedTuple, Generic[T]):
    """A phrase met: its label, and the words `[first, last)` of the text that are it."""

    label: T
    first: int
    last: int


def words_of(text: str) -> list[str]:
    """The words of a text as written, in order; a hyphen parts words, an apostrophe does not."""
    return _WORD.findall(text)


def stems_of(text: str) -> list[str]:
    """The stems of the words of a text, in order."""
    return [stem(word) for word in _WORD.findall(text)]


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """What most forms of one English word share: no plural, possessive, -ed, -ing, last -e or doubled consonant, -y as -i.

    Not a word itself. Irregular forms ("began") keep stems of their own.
    """
    plain = _POSSESSIVE.sub("", word.casefold())
    if len(plain) <= _SHORT or not plain.isalpha():
        return plain
    for ending in ("ing", "ed", "es", "s"):
        if plain.endswith(ending) and len(plain) - len(ending) >= _SHORT and not plain.endswith("ss"):
            plain = plain.removesuffix(ending)
            break
    if len(plain) > _SHORT and plain[-1] == plain[-2] and plain[-1] not in "aeiouls":
        plain = plain[:-1]
    plain = plain.removesuffix("e") if len(plain) > _SHORT else plain
    return f"{plain[:-1]}i" if plain.endswith("y") else plain


class Phrases(Generic[T]):
    """Phrases with labels, found in any text by stems, or `exact` by words in lower case. A word can be in several; all are found."""

    def __init__(self, listed: Mapping[T, Iterable[str]], *, exact: bool = False) -> None:
        first: dict[str, set[tuple[tuple[str, ...], T]]] = defaultdict(set)
        for label, phrases in listed.items():
            for phrase in phrases:
                stems = tuple(phrase.casefold().split() if exact else stems_of(phrase))
                if stems:
                    first[stems[0]].add((stems, label))
        self._first = {word: sorted(rows, key=repr) for word, rows in first.items()}

    def found(self, stems: Sequence[str]) -> Iterator[Found[T]]:
        """Every phrase in a text given as its stems, by place."""
        for at, one in enumerate(stems):
            for phrase, label in self._first.get(one, ()):
                last = at + len(phrase)
                if len(phrase) == 1 or tuple(stems[at:last]) == phrase:
                    yield Found(label, at, last)
