"""The words of a document as numbers: folded, hashed, and with their places in the text."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence

import numpy as np
import numpy.typing as npt

from warledger.base.spans import Span
from warledger.records.document import Block, BlockKind, Document
from warledger.records.family_words import FamilyWords

Hashes = npt.NDArray[np.uint64]

#: Letters of a word that tells something; names may have one less, and acronyms and numbers any number.
TELLING = 5
#: Letters by which such a word is known, whatever its ending.
STEM = 7

_WORD = re.compile(r"[^\W_]+(?:['’ʼ][^\W_]+)*")
_APOSTROPHE = re.compile(r"['’ʼ]")


class _Table(dict[str, int]):
    """Words as hashes, each distinct word worked out once."""

    def __init__(self, fold: Callable[[str], str]) -> None:
        super().__init__()
        self._fold = fold

    def __missing__(self, word: str) -> int:
        found = self[word] = word_hash(self._fold(word))
        return found


class _Telling(dict[str, int]):
    """The words that tell something by their stems' hashes, the others as 0."""

    def __init__(self, loose: _Table) -> None:
        super().__init__()
        self._loose = loose

    def __missing__(self, word: str) -> int:
        tells = len(word) >= TELLING or any(c.isdigit() for c in word) or (word[0].isupper() and len(word) == TELLING - 1) or word.isupper()
        found = self[word] = self._loose[word.rstrip("s")[:STEM]] if tells and len(word) > 1 else 0
        return found


class Folder:
    """Turns words into hashes: `loose` ones are folded for house spelling, `strict` ones for case and marks only."""

    def __init__(self, words: FamilyWords) -> None:
        self._spellings = words.spellings
        #: Matches a word that any of them changes: most words none does.
        self._changed = re.compile("|".join(f"(?:{pattern.pattern})" for pattern, _ in words.spellings) or r"(?!)")
        self._loose = _Table(lambda word: self._house(_plain(word)))
        self._strict = _Table(_plain)
        self._telling = _Telling(self._loose)

    def loose(self, text: str, spans: Iterable[Span]) -> Hashes:
        """The words of the given stretches of the text, in order, folded for house spelling."""
        return _hashes(self._loose, text, spans)

    def strict(self, text: str, spans: Iterable[Span]) -> Hashes:
        """The same words as they are spelt."""
        return _hashes(self._strict, text, spans)

    def telling(self, text: str, spans: Iterable[Span]) -> Hashes:
        """The words that tell a story whoever writes it, in order: longer words without their endings, names and numbers."""
        found = _hashes(self._telling, text, spans)
        told: Hashes = found[found != 0]
        return told

    def _house(self, word: str) -> str:
        if not self._changed.search(word):
            return word
        for pattern, replacement in self._spellings:
            word = pattern.sub(replacement, word)
        return word


def starts_of(text: str, spans: Iterable[Span]) -> tuple[int, ...]:
    """Where the words begin that `Folder` reads, in code points of the text."""
    return tuple(match.start() for span in spans for match in _WORD.finditer(text, span.start, span.end))


def kept_blocks(document: Document, clutter: Sequence[Span]) -> Iterator[Block]:
    """The blocks that may be part of the story: no clutter by kind, and none of the given spans."""
    for block in document.blocks or (Block(Span(0, len(document.text)), BlockKind.PARAGRAPH),):
        if block.kind is not BlockKind.CLUTTER and not any(span.covers(block.span) for span in clutter):
            yield block


def plain_words(text: str) -> str:
    """The text as lower-case words parted by single blanks, marks and quotes folded: what "verbatim" compares."""
    return " ".join(map(_plain, _WORD.findall(text)))


def word_hash(word: str) -> int:
    """64 bits that stand for the word, the same on every machine."""
    return int.from_bytes(hashlib.blake2b(word.encode(), digest_size=8).digest(), "big")


def _hashes(table: dict[str, int], text: str, spans: Iterable[Span]) -> Hashes:
    words = (word for span in spans for word in _WORD.findall(text, span.start, span.end))
    return np.array(list(map(table.__getitem__, words)), np.uint64)


def _plain(word: str) -> str:
    word = _APOSTROPHE.sub("", word.casefold())
    return word if word.isascii() else "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
