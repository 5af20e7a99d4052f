"""What two texts say differently, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import accumulate

import msgspec

#: A sentence or line with what follows it; then a word with the blanks behind it.
_SENTENCES = re.compile(r".+?(?:[.!?][\"'”’)]*\s+|\n+|$)", re.DOTALL)
_WORDS = re.compile(r"\S+\s*|\s+")


class Change(msgspec.Struct, frozen=True):
    """`old` became `new` (either may be empty); `before` and `after` are the words around, the same in both.
    `start` counts code points in the first text, `start_new` in the second."""

    start: int
    start_new: int
    old: str
    new: str
    before: str
    after: str


def changes(old: str, new: str, *, around: int = 6) -> Iterator[Change]:
    """The differences in order, each with `around` words on both sides. Sentences are matched first, then the words of those
    that differ, so that long texts stay quick."""
    sentences, sentences_new = _split(old), _split(new)
    first, second = _joined(sentences), _joined(sentences_new)
    starts, starts_new = _starts(first), _starts(second)
    for a1, a2, b1, b2 in _ranges(sentences, sentences_new):
        yield Change(
            start=starts[a1],
            start_new=starts_new[b1],
            old="".join(first[a1:a2]).strip(),
            new="".join(second[b1:b2]).strip(),
            before="".join(first[max(0, a1 - around) : a1]).strip(),
            after="".join(first[a2 : a2 + around]).strip(),
        )


def _split(text: str) -> list[list[str]]:
    """The sentences as lists of words; joined they are the text."""
    return [_WORDS.findall(sentence) for sentence in _SENTENCES.findall(text)]


def _joined(sentences: Sequence[Sequence[str]]) -> list[str]:
    return [word for sentence in sentences for word in sentence]


def _ranges(first: Sequence[Sequence[str]], second: Sequence[Sequence[str]]) -> Iterator[tuple[int, int, int, int]]:
    """Half-open ranges of words that differ."""
    at, at_new = _word_counts(first), _word_counts(second)
    matcher = SequenceMatcher(None, _plain("".join(s) for s in first), _plain("".join(s) for s in second), autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag != "equal":
            yield from _word_ranges(_joined(first[i1:i2]), _joined(second[j1:j2]), at[i1], at_new[j1])


def _word_ranges(old: Sequence[str], new: Sequence[str], shift: int, shift_new: int) -> Iterator[tuple[int, int, int, int]]:
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, _plain(old), _plain(new), autojunk=False).get_opcodes():
        if tag != "equal":
            yield i1 + shift, i2 + shift, j1 + shift_new, j2 + shift_new


def _plain(parts: Iterable[str]) -> list[str]:
    """Blanks do not make a difference."""
    return [" ".join(part.split()) for part in parts]


def _word_counts(sentences: Sequence[Sequence[str]]) -> list[int]:
    """How many words stand before each sentence, and before the end."""
    return list(accumulate(map(len, sentences), initial=0))


def _starts(words: Sequence[str]) -> list[int]:
    return list(accumulate(map(len, words), initial=0))
