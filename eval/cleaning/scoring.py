"""How much of an article a text holds, and how little else."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from eval.cleaning.pages import Page
from eval.cleaning.sheet import Part

_TOKEN = re.compile(r"\w+")
#: Pieces of so few tokens are found anywhere ("Share", "World").
FEWEST = 4


@dataclass(frozen=True)
class Score:
    """Shares of tokens, 0 to 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def score(page: Page, text: str) -> Score:
    """The tokens of `text` against those of the page's article. Titles, bylines, dates and notices cost nothing, there or not;
    captions and clutter do."""
    wanted = tokens(page.words_of(Part.BODY))
    found = tokens([text])
    hit = (wanted & found).total()
    other = (found - wanted) - tokens(page.words_of(Part.BESIDE))
    return Score(hit / max(1, hit + other.total()), hit / max(1, wanted.total()))


def tokens(texts: Iterable[str]) -> Counter[str]:
    """The words and numbers, in lower case, with how often they stand."""
    return Counter(token for text in texts for token in _TOKEN.findall(text.casefold()))


def mean(scores: Iterable[Score]) -> Score:
    """The mean over pages, each alike."""
    held = list(scores)
    return Score(sum(s.precision for s in held) / max(1, len(held)), sum(s.recall for s in held) / max(1, len(held)))


def kept_out(page: Page, text: str, *parts: Part) -> tuple[int, int]:
    """How many of the page's pieces of these kinds are not in `text`, and how many there are; short ones are not counted."""
    flat = plain(text)
    held = [plain(words) for words in page.words_of(*parts) if len(_TOKEN.findall(words)) >= FEWEST]
    return sum(words not in flat for words in held), len(held)


def plain(text: str) -> str:
    """The words alone, for looking one text up in another."""
    return " ".join(_TOKEN.findall(text.casefold()))
