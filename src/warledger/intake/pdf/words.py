"""Words on a page, and the lines they stand in."""

from __future__ import annotations

from collections.abc import Iterable
from statistics import median
from typing import NamedTuple

#: Left, top, right, bottom: points (1/72 inch) from the upper left corner of the page as it is shown.
Box = tuple[float, float, float, float]


class Word(NamedTuple):
    """One word: its letters, where it stands (points, from the upper left corner), and the size of its type in points."""

    left: float
    top: float
    right: float
    bottom: float
    size: float
    letters: str

    @property
    def middle(self) -> float:
        """The height of its middle."""
        return (self.top + self.bottom) / 2


class Line(NamedTuple):
    """Words that stand on one line, from left to right."""

    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """The words with a blank between them."""
        return " ".join(word.letters for word in self.words)

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.words[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return max(word.right for word in self.words)

    @property
    def top(self) -> float:
        """Its upper edge."""
        return min(word.top for word in self.words)

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return max(word.bottom for word in self.words)

    @property
    def size(self) -> float:
        """The size of its type: the median of its letters'."""
        return median([word.size for word in self.words for _ in word.letters] or [0.0])

    @property
    def box(self) -> Box:
        """The smallest box around it, to a tenth of a point."""
        return (round(self.left, 1), round(self.top, 1), round(self.right, 1), round(self.bottom, 1))


def lines_of(words: Iterable[Word]) -> list[Line]:
    """The lines from top to bottom. A word is on the line whose height it shares by half or more."""
    held: list[list[Word]] = []
    for word in sorted(words, key=lambda one: (one.middle, one.left)):
        if held and level(held[-1][-1], word):
            held[-1].append(word)
        else:
            held.append([word])
    return [Line(tuple(sorted(line, key=lambda one: one.left))) for line in held]


def level(last: Word, word: Word) -> bool:
    """Whether two words share half of the lower one's height or more."""
    shared = min(last.bottom, word.bottom) - max(last.top, word.top)
    return shared >= 0.5 * min(last.bottom - last.top, word.bottom - word.top)
