"""The words of a document as numbers: folded, hashed, and with their places in the text."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

import msgspec
import numpy as np
import numpy.typing as npt

from warledger.base.spans import Span
from warledger.records.document import Block, BlockKind, Document
from warledger.records.family_words import FamilyWords

Hashes = npt.NDArray[np.uint64]

_WORD = re.compile(r"[^\W_]+(?:['’ʼ][^\W_]+)*")
_APOSTROPHE = re.compile(r"['’ʼ]")


class Words(msgspec.Struct, frozen=True):
    """One document's words in order: `loose` hashes are folded for house spelling, `strict` ones for case and marks only.

    `starts` and `ends` are code points in the document's text, one per word.
    """

    loose: Hashes
    strict: Hashes
    starts: tuple[int, ...]
    ends: tuple[int, ...]


class Folder:
    """Turns words into hashes, each distinct word once."""

    def __init__(self, words: FamilyWords) -> None:
        self._spellings = words.spellings
        self._seen: dict[str, tuple[int, int]] = {}

    def read(self, text: str, spans: Iterable[Span]) -> Words:
        """The words of the given stretches of the text, in order."""
        loose, strict, starts, ends = [], [], [], []
        seen = self._seen
        for span in spans:
            for match in _WORD.finditer(text, span.start, span.end):
                word = match.group()
                hashes = seen.get(word) or self._hashes(word)
                loose.append(hashes[0])
                strict.append(hashes[1])
                starts.append(match.start())
                ends.append(match.end())
        return Words(np.array(loose, np.uint64), np.array(strict, np.uint64), tuple(starts), tuple(ends))

    def _hashes(self, word: str) -> tuple[int, int]:
        plain = _plain(word)
        found = self._seen[word] = (_hash(self._house(plain)), _hash(plain))
        return found

    def _house(self, word: str) -> str:
        for pattern, replacement in self._spellings:
            word = pattern.sub(replacement, word)
        return word


def kept_blocks(document: Document, clutter: Sequence[Span]) -> Iterator[Block]:
    """The blocks that may be part of the story: no clutter by kind, and none of the given spans."""
    for block in document.blocks or (Block(Span(0, len(document.text)), BlockKind.PARAGRAPH),):
        if block.kind is not BlockKind.CLUTTER and not any(span.covers(block.span) for span in clutter):
            yield block


def plain_words(text: str) -> str:
    """The text as lower-case words parted by single blanks, marks and quotes folded: what "verbatim" compares."""
    return " ".join(_plain(match.group()) for match in _WORD.finditer(text))


def count_words(text: str) -> int:
    """How many words the text has."""
    return sum(1 for _ in _WORD.finditer(text))


def _plain(word: str) -> str:
    word = _APOSTROPHE.sub("", word.casefold())
    return word if word.isascii() else "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))


def _hash(word: str) -> int:
    return int.from_bytes(hashlib.blake2b(word.encode(), digest_size=8).digest(), "big")
