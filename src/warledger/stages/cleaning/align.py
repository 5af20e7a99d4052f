"""Finds the words of an extracted text again in the HTML they came from, point by point."""

from __future__ import annotations

import html
import re
import unicodedata
from array import array
from collections.abc import Iterator, Sequence

from warledger.base.offsets import OffsetMap, Piece
from warledger.base.spans import Span

#: Stretches shorter than this (code points without blanks) are not looked for on their own: they would be found anywhere.
SHORTEST = 12
#: How many code points of source all failing look-ups together may scan; what is left then stays unaligned.
_BUDGET = 300_000_000

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z][a-zA-Z\d]{1,31});?")
_HIDDEN = re.compile(r"<(script|style|noscript|template|svg)\b", re.IGNORECASE)
_WORD = re.compile(r"\S+")


class Folded:
    """A text without blanks and unprintable characters, in NFC, with the stretch each of its code points came from."""

    def __init__(self, text: str) -> None:
        self.origin = text
        self.parts: list[str] = []
        self.starts, self.ends = array("q"), array("q")
        self.text = ""

    def add(self, words: str, start: int, end: int | None = None) -> None:
        """`words`, which stand at `start` of the origin; with `end` all of them stand for `[start, end)` (an entity)."""
        for at, until in _clusters(words):
            if unicodedata.combining(words[at]) and self._compose(words[at:until], start + until if end is None else end):
                continue
            for char in filter(_counts, unicodedata.normalize("NFC", words[at:until])):
                self.parts.append(char)
                self.starts.append(start if end is not None else start + at)
                self.ends.append(end if end is not None else start + until)

    def _compose(self, marks: str, end: int) -> bool:
        """Join marks written apart from their letter (`e&#769;`) to it, where the two have a composed form."""
        whole = unicodedata.normalize("NFC", self.parts[-1] + marks) if self.parts else ""
        if len(whole) == 1:
            self.parts[-1], self.ends[-1] = whole, end
        return len(whole) == 1

    def closed(self) -> Folded:
        """Itself, ready to be searched."""
        self.text = "".join(self.parts)
        return self


def fold_text(text: str, span: Span) -> Folded:
    """The stretch `span` of plain `text`, folded."""
    made = Folded(text)
    made.add(span.of(text), span.start)
    return made.closed()


def fold_html(source: str) -> Folded:
    """What a reader of the page can see: the text between tags, entities resolved, scripts, styles and comments left out."""
    made = Folded(source)
    for start, end in _visible(source):
        at = start
        for entity in _ENTITY.finditer(source, start, end):
            made.add(source[at : entity.start()], at)
            made.add(html.unescape(entity[0]), *entity.span())
            at = entity.end()
        made.add(source[at:end], at)
    return made.closed()


def align(text: str, spans: Sequence[Span], source: str) -> OffsetMap:
    """The way from `text` back to the HTML `source`, over the stretches `spans` of it, in order.

    Words are looked for from where the last ones stood, then from the top; what is not found whole is halved. Entities and folded
    blanks are inexact pieces. What is not found has no piece: it is unaligned.
    """
    seeker = _Seeker(fold_html(source))
    pieces: list[Piece] = []
    for span in spans:
        folded = fold_text(text, span)
        runs = seeker.runs(folded.text, _cuts(folded, span))
        for run in runs:
            pieces.extend(_pieces(folded, seeker.page, *run))
    return OffsetMap.build(pieces, len(text), len(source))


def _counts(char: str) -> bool:
    """Whether a code point is looked for. Extractors drop unprintable ones (soft hyphens, joiners) and set bars between cells."""
    return char.isprintable() and not char.isspace() and char != "|"


def _clusters(words: str) -> Iterator[tuple[int, int]]:
    """Each character with the combining marks that follow it."""
    if words.isascii():
        yield from ((at, at + 1) for at in range(len(words)))
        return
    at = 0
    for index in range(1, len(words) + 1):
        if index == len(words) or not unicodedata.combining(words[index]):
            yield at, index
            at = index


def _visible(source: str) -> Iterator[tuple[int, int]]:
    at, end = 0, len(source)
    while at < end:
        opened = source.find("<", at)
        if opened < 0:
            opened = end
        if opened > at:
            yield at, opened
        at = _after_tag(source, opened) if opened < end else end
        if at == opened and at < end:
            yield opened, opened + 1
            at = opened + 1


def _after_tag(source: str, opened: int) -> int:
    """Where what the `<` at `opened` opens is over; `opened` itself when it opens nothing."""
    if source.startswith("<!--", opened):
        return _past(source, "-->", opened + 4)
    hidden = _HIDDEN.match(source, opened)
    if hidden:
        close = re.compile(rf"</{hidden[1]}\s*>", re.IGNORECASE).search(source, hidden.end())
        return close.end() if close else len(source)
    if not re.match(r"[a-zA-Z/!?]", source[opened + 1 : opened + 2]):
        return opened
    return _past(source, ">", opened + 1)


def _past(source: str, mark: str, start: int) -> int:
    found = source.find(mark, start)
    return len(source) if found < 0 else found + len(mark)


def _cuts(folded: Folded, span: Span) -> list[int]:
    """Where the words of the folded stretch start."""
    begins = {match.start() for match in _WORD.finditer(folded.origin, span.start, span.end)}
    return [index for index, start in enumerate(folded.starts) if start in begins]


class _Seeker:
    """Looks stretches up in one page, from where the last one ended."""

    def __init__(self, page: Folded) -> None:
        self.page = page
        self.at = 0
        self.budget = _BUDGET

    def runs(self, words: str, cuts: Sequence[int]) -> list[tuple[int, int, int]]:
        """`(start in words, start in page, length)` of what was found, in order of `words`."""
        return list(self._seek(words, 0, len(words), cuts, again=True))

    def _seek(self, words: str, start: int, end: int, cuts: Sequence[int], *, again: bool) -> Iterator[tuple[int, int, int]]:
        if start == end or self.budget <= 0:
            return
        found = self._find(words[start:end], again=again)
        if found >= 0:
            self.at = found + end - start
            yield start, found, end - start
            return
        middle = _nearest(cuts, start, end)
        if middle is None or end - start < 2 * SHORTEST:
            return
        yield from self._seek(words, start, middle, cuts, again=False)
        yield from self._seek(words, middle, end, cuts, again=False)

    def _find(self, words: str, *, again: bool) -> int:
        if len(words) < SHORTEST and not again:
            return -1
        text = self.page.text
        found = text.find(words, self.at)
        self.budget -= (found if found >= 0 else len(text)) - self.at
        if found < 0 and again:
            found = text.find(words)
            self.budget -= len(text) if found < 0 else found
        return found


def _nearest(cuts: Sequence[int], start: int, end: int) -> int | None:
    inside = [cut for cut in cuts if start < cut < end]
    return min(inside, key=lambda cut: abs(2 * cut - start - end), default=None)


def _pieces(text: Folded, page: Folded, start: int, found: int, length: int) -> Iterator[Piece]:
    """The pieces of one run: each character with its marks, and between two of them the blanks that were folded."""
    before: Piece | None = None
    for at, origin in zip(range(start, start + length), range(found, found + length), strict=True):
        here = _piece(text, page, text.starts[at], text.ends[at], page.starts[origin], page.ends[origin])
        if before and (here.start < before.end or here.origin_start < before.origin_end):
            # One cluster of either side that folds to several code points.
            until, origin_until = max(before.end, here.end), max(before.origin_end, here.origin_end)
            before = Piece(before.start, until, before.origin_start, origin_until, exact=False)
            continue
        if before:
            yield before
            if before.end < here.start and before.origin_end < here.origin_start:
                yield _piece(text, page, before.end, here.start, before.origin_end, here.origin_start)
        before = here
    if before:
        yield before


def _piece(text: Folded, page: Folded, start: int, end: int, origin_start: int, origin_end: int) -> Piece:
    exact = text.origin[start:end] == page.origin[origin_start:origin_end]
    return Piece(start, end, origin_start, origin_end, exact)
