"""The order in which a page is read: columns one after another, what stands across them before or after.

A column's edge is an empty strip that lines of prose on both sides keep to for some lines. Tables are no columns: their cells hold few
words, and are read row by row."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from statistics import median
from typing import NamedTuple

from warledger.intake.pdf.runs import strips
from warledger.intake.pdf.words import Word, lines_of

#: The least width of a strip between columns, as a share of the size of the type, and lines of prose beside it on both sides: a narrow
#: one may be blanks that happen to stand below each other, so that it must be longer.
_GUTTERS = ((0.8, 3), (0.5, 8))
#: Lines of prose a column has, and words in such a line.
_LEAST_LINES, _LEAST_WORDS = 3, 2.5
#: A word across a strip says as much against it as so many words beside it say for it: a column is crossed once a line.
_AGAINST = 4
#: Columns on a page at most, as a power of two.
_DEEPEST = 3
#: Points by which strips that are tried lie apart, and how many of them are.
_STEP, _TRIED = 2.0, 6


class _Band(NamedTuple):
    """A stretch of the page, between two heights, that nothing crosses at the strip."""

    left: list[Word]
    right: list[Word]


def in_order(words: Sequence[Word], depth: int = 0) -> list[list[Word]]:
    """The words in groups that are read one after another; within a group line by line."""
    if depth >= _DEEPEST or len(words) < 2 * _LEAST_LINES * _LEAST_WORDS:
        return [list(words)] if words else []
    strip = _strip(words)
    if strip is None:
        return [list(words)]
    groups: list[list[Word]] = []
    for part in _parts(words, *strip):
        if isinstance(part, _Band):
            groups += [*in_order(part.left, depth + 1), *in_order(part.right, depth + 1)]
        else:
            groups.append(part)
    return groups


def _strip(words: Sequence[Word]) -> tuple[float, float] | None:
    """The empty strip that most words keep to, by its edges."""
    size = median(word.size for word in words)
    tried = [(edge, edge + share * size, lines) for share, lines in _GUTTERS for edge in _likely(words, share * size)]
    tried += [(left, right, _LEAST_LINES) for left, right in strips(words)]
    most, _, left, right = max(((_held(words, *one), one[1] - one[0], *one[:2]) for one in tried), default=(0, 0.0, 0.0, 0.0))
    return (left, right) if most else None


def _held(words: Sequence[Word], left: float, right: float, lines: int) -> int:
    """How many words stand in bands of two columns of so many lines."""
    bands = [part for part in _parts(words, left, right) if isinstance(part, _Band)]
    return sum(len(b.left) + len(b.right) for b in bands if min(len(lines_of(b.left)), len(lines_of(b.right))) >= lines)


def _likely(words: Sequence[Word], width: float) -> list[float]:
    """Left edges of the strips worth a closer look: with many words on both sides, and few across."""
    found = []
    ends, begins = sorted(word.right for word in words), sorted(word.left for word in words)
    for edge in {round(end / _STEP) * _STEP + _STEP / 2 for end in ends}:
        left = bisect_right(ends, edge)
        right = len(words) - bisect_left(begins, edge + width)
        worth = min(left, right) - _AGAINST * (len(words) - left - right)
        if worth > 0:
            found.append((-worth, edge))
    apart: list[float] = []
    for _, edge in sorted(found):
        if len(apart) < _TRIED and all(abs(edge - other) >= width for other in apart):
            apart.append(edge)
    return apart


def _parts(words: Sequence[Word], left: float, right: float) -> list[_Band | list[Word]]:
    """The page cut at the heights where words cross the strip: bands of two columns, and the rest."""
    across = sorted((word for word in words if word.left < right and word.right > left), key=lambda one: one.top)
    beside = sorted((word for word in words if not (word.left < right and word.right > left)), key=lambda one: one.middle)
    parts: list[_Band | list[Word]] = []
    loose: list[Word] = []
    at = 0
    for bottom, crossing in [*_crossings(across), (float("inf"), [])]:
        first = at
        top = min((word.top for word in crossing), default=float("inf"))
        while at < len(beside) and beside[at].middle < top:
            at += 1
        band = _band(beside[first:at], left)
        if band:
            parts += [loose, band] if loose else [band]
            loose = []
        else:
            loose = loose + beside[first:at]
        first = at
        while at < len(beside) and beside[at].middle < bottom and crossing:
            at += 1
        loose = loose + crossing + beside[first:at]
    return [*parts, loose] if loose else parts


def _crossings(across: Sequence[Word]) -> list[tuple[float, list[Word]]]:
    """The words that cross the strip, those that touch in height together, with the lowest edge of each such group."""
    groups: list[tuple[float, list[Word]]] = []
    for word in across:
        if groups and word.top <= groups[-1][0]:
            bottom, held = groups[-1]
            groups[-1] = (max(bottom, word.bottom), [*held, word])
        else:
            groups.append((word.bottom, [word]))
    return groups


def _band(words: Sequence[Word], edge: float) -> _Band | None:
    """The words as two columns, where both sides hold lines of prose."""
    left = [word for word in words if word.right <= edge]
    right = [word for word in words if word.right > edge]
    return _Band(left, right) if _is_prose(left) and _is_prose(right) else None


def _is_prose(words: Sequence[Word]) -> bool:
    if len(words) < _LEAST_LINES * _LEAST_WORDS:
        return False
    lines = lines_of(words)
    return len(lines) >= _LEAST_LINES and len(words) >= _LEAST_WORDS * len(lines)
