"""Small and capital letters for texts in capitals: each word as other texts mostly write it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_START = re.compile(r"(?:^|[.!?:]\s+|[\"“\n(]\s*)$")
_BARE = re.compile(r"[^aeiouy]+", re.IGNORECASE)
#: Endings of words that are seldom names; a word nobody wrote before is one unless it ends so.
_PLAIN = (
    "ed",
    "ing",
    "ly",
    "tion",
    "tions",
    "ment",
    "ments",
    "ness",
    "ous",
    "ful",
    "able",
    "ible",
    "ive",
    "ization",
    "ized",
    "ity",
    "ities",
    "ists",
    "ist",
)


class Truecaser:
    """Learns how words are written from texts in both cases."""

    def __init__(self, texts: Iterable[str]) -> None:
        counts: dict[str, Counter[str]] = defaultdict(Counter)
        for text in texts:
            for match in _WORD.finditer(text):
                if not _START.search(text[max(0, match.start() - 3) : match.start()]):
                    counts[match[0].lower()][match[0]] += 1
        self._form = {word: forms.most_common(1)[0][0] for word, forms in counts.items()}

    def restore(self, text: str) -> str:
        """The text with each word as it is mostly written, names and first words of sentences with a capital."""
        return _WORD.sub(lambda match: self._word(match[0], text, match.start()), text)

    def _word(self, word: str, text: str, at: int) -> str:
        written = self._form.get(word.lower()) or self._unknown(word, text, at)
        return written[:1].upper() + written[1:] if _START.search(text[max(0, at - 3) : at]) else written

    def _unknown(self, word: str, text: str, at: int) -> str:
        if text[at - 1 : at] == "[" and text[at + len(word) : at + len(word) + 1] == "]":
            return word  # "[FMLN]": the short form of the name before it
        if len(word) > 1 and _BARE.fullmatch(word):
            return word
        return word.lower() if word.lower().endswith(_PLAIN) else word.capitalize()
