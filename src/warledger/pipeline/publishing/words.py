"""Words of a text with what tells a name from other words: capitals, their neighbours, where a sentence begins."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

import msgspec
from anyascii import anyascii

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ`][^\W\d_]+)*")
#: What may stand between two words of one name: a blank, a hyphen, a full stop after an initial.
_JOINT = re.compile(r"[ \u00a0\u202f]|-|\. ?|[ -]+")
#: After one of these, and blanks or opening signs, a sentence may begin.
_OPENING = re.compile(r"(?:^|[.!?:;•·|/\n\r\u2028\u2029—–]|- )[\s\"“”‘'«(\[]*$")
_LOOK_BACK = 8


class Word(msgspec.Struct, frozen=True):
    """A word at `[start, end)`. `folded` is its form for comparing; `capital` that it begins with one (or is of a script without),
    `shouted` that it is all capitals, `opens` that a sentence may begin with it, `numbered` that a digit touches it ("Su-24")."""

    start: int
    end: int
    text: str
    folded: str
    capital: bool
    shouted: bool
    opens: bool
    numbered: bool


@lru_cache(maxsize=1 << 16)
def fold_word(word: str) -> str:
    """One form for the spellings of a word: lower-case ASCII without apostrophes, possessive endings and other signs."""
    plain = re.sub(r"['’ʼ`]s$", "", word)
    return re.sub(r"[^a-z]", "", anyascii(plain).casefold())


def words_of(text: str) -> list[Word]:
    """The words of the text in order; parts of hyphenated words one by one."""
    return [_word(text, match) for match in _WORD.finditer(text)]


def _word(text: str, match: re.Match[str]) -> Word:
    start, end, word = match.start(), match.end(), match[0]
    caseless = not (word.islower() or any(c.islower() or c.isupper() or c.istitle() for c in word))
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    numbered = bool(re.search(r"\d-?$", before) or re.match(r"-?\d", after))
    opens = start == 0 or _OPENING.search(text[max(0, start - _LOOK_BACK) : start]) is not None
    return Word(start, end, word, fold_word(word), word[0].isupper() or caseless, word.isupper() and len(word) > 1, opens, numbered)


def runs_of(text: str, words: Iterable[Word], particles: frozenset[str]) -> Iterator[list[Word]]:
    """Words that may be one name: capitals, joined by nothing but blanks, hyphens, initials' full stops and `particles`."""
    run: list[Word] = []
    small: list[Word] = []
    for word in words:
        last = small[-1] if small else run[-1] if run else None
        joined = last is not None and _joins(text, last, word)
        if word.capital and joined:
            run += [*small, word]
            small = []
        elif joined and word.folded in particles:
            small.append(word)
        else:
            if run:
                yield run
            run, small = ([word] if word.capital else []), []
    if run:
        yield run


def _joins(text: str, last: Word, word: Word) -> bool:
    between = text[last.end : word.start]
    if between.startswith("."):
        return len(last.text) == 1 and _JOINT.fullmatch(between) is not None
    return _JOINT.fullmatch(between) is not None
