"""The province written behind a place to say where it lies: the ", Kellin province" of "in Tessk district, Kellin province"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from warledger.base.spans import Span

_NAME = r"[A-Z][\w'’-]*(?: (?:of|wa|[A-Z][\w'’-]*)){0,3}?"
_BEFORE = re.compile(r"[A-Z][\w'’-]*(?: (?P<word>[a-z]+))?$")
_REACH = 40


def tails(text: str, words: frozenset[str]) -> Iterator[Span]:
    """Where such provinces stand in the text, comma included. `words` are the nouns for divisions of a country."""
    for found in _pattern(words).finditer(text):
        before = _BEFORE.search(text, max(0, found.start() - _REACH), found.start())
        if before is not None and before["word"] != found["word"].lower():  # "A province, B province" is a list
            yield Span(*found.span())


def tail_at(text: str, at: int, words: frozenset[str]) -> Span | None:
    """The province that starts right at a place's end."""
    start = max(0, at - _REACH)
    found = (span.shifted(start) for span in tails(text[start : at + 2 * _REACH], words))
    return next((span for span in found if span.start == at), None)


@lru_cache(maxsize=4)
def _pattern(words: frozenset[str]) -> re.Pattern[str]:
    either = "|".join(sorted(words, key=lambda w: (-len(w), w)))
    return re.compile(rf",(?: the)? {_NAME} (?P<word>(?i:{either}))\b(?!,? (?:and|or)\b)")
