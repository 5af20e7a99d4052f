"""What stands on page after page: headers, footers and page numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from warledger.intake.pdf.words import Line, Word, lines_of

#: The share of a page's height, at its head and foot, where they are looked for.
_MARGIN = 0.12
#: On how many pages, and on which share of them, a line must stand.
_LEAST, _SHARE = 3, 0.4
_NUMBER = re.compile(r"(?:page\s+)?[-–—|\s]*\d{1,4}[-–—|\s]*(?:(?:of|/)\s*\d{1,4})?", re.IGNORECASE)
#: What browsers print around a page: when it was printed before its title, its address before the page's number.
_PRINTED = re.compile(
    r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4},? \d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?\b.*|(?:https?|file)://\S+(?: \d{1,4}(?: ?/ ?\d{1,4})?)?",
    re.IGNORECASE,
)


def repeated(pages: Sequence[tuple[float, Sequence[Word]]]) -> list[list[Line]]:
    """For each page (its height, its words) the lines at its head or foot that repeat on others, numbers apart, or number or date it."""
    edges = [_at_edge(height, lines_of(words)) for height, words in pages]
    seen = Counter(key for lines in edges for key in {_key(line) for line in lines})
    least = max(_LEAST, _SHARE * len(pages))
    return [[line for line in lines if seen[_key(line)] >= least or _is_printed(line.text)] for lines in edges]


def _is_printed(text: str) -> bool:
    return bool(_NUMBER.fullmatch(text) or _PRINTED.fullmatch(text))


def _at_edge(height: float, lines: Sequence[Line]) -> list[Line]:
    return [line for line in lines if line.bottom < _MARGIN * height or line.top > (1 - _MARGIN) * height]


def _key(line: Line) -> tuple[str, int]:
    """What is alike on every page: the words, numbers apart, and their size, by which a title is told from its echo in the header."""
    return re.sub(r"\d+", "#", line.text.casefold()), round(line.size)
