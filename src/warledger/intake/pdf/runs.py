"""Columns as the file itself writes them: many programs write one column to its end before the next, however narrow the strip between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from warledger.intake.pdf.words import Word, level

#: Words of a run that may be a column, and the most such runs of a page that are compared.
_LEAST, _MOST = 8, 12
#: Heights of a line that may lie between two lines of a run.
_LEAP = 3.0


def strips(words: Sequence[Word]) -> Iterator[tuple[float, float]]:
    """The strips (left and right edge) between runs of words that stand beside each other. The words are in the order of the file."""
    held = sorted((run for run in _runs(words) if len(run) >= _LEAST), key=len, reverse=True)[:_MOST]
    for one, other in combinations(held, 2):
        top, bottom = max(_top(one), _top(other)), min(_bottom(one), _bottom(other))
        beside = [[word for word in run if top < word.middle < bottom] for run in (one, other)]
        if all(beside):
            left, right = sorted(beside, key=lambda run: min(word.left for word in run))
            edges = max(word.right for word in left), min(word.left for word in right)
            if edges[0] < edges[1]:
                yield edges


def _runs(words: Sequence[Word]) -> list[list[Word]]:
    """Words that follow each other on a line or on the lines below."""
    runs: list[list[Word]] = []
    for word in words:
        if runs and _goes_on(runs[-1][-1], word):
            runs[-1].append(word)
        else:
            runs.append([word])
    return runs


def _goes_on(last: Word, word: Word) -> bool:
    if level(last, word):
        return word.left >= last.right - 1
    return last.middle < word.middle < last.bottom + _LEAP * (last.bottom - last.top) and word.left < last.right


def _top(words: Sequence[Word]) -> float:
    return min(word.top for word in words)


def _bottom(words: Sequence[Word]) -> float:
    return max(word.bottom for word in words)
