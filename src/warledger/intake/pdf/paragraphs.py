"""Lines of a PDF joined into paragraphs, across columns and pages; headings told by the size of their type."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from warledger.intake.pdf.words import Box, Line

_SENTENCE_END = re.compile(r"[.!?:;][\"'”’)\]]*$")
_BROKEN_WORD = re.compile(r"[^\W\d_][-\u00ad\u2010\x02]$")
_ITEM = re.compile(r"(?:[•▪◦–—*·-]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s")
#: Type of this many times the size of the text's is a heading's; of a size this much different begins another paragraph.
_HEADING, _OTHER_SIZE = 1.12, 1.08
#: A gap between lines of this many times the usual distance ends a paragraph; so does a line that ends this far (as a share of the
#: width) before the edge, with a sentence.
_GAP, _SHORT = 1.3, 0.12
#: A first line is set in by this share of its size at least.
_INDENT = 0.8
#: Lines of a heading at most.
_HEADING_LINES = 4


class Piece(NamedTuple):
    """The words of one line, without a hyphen that only broke a word, where they stand, and what joins them to the next (a blank or
    nothing)."""

    text: str
    page: int
    box: Box
    glue: str = " "


@dataclass
class Paragraph:
    """Pieces in order. `kind`: "title", "heading", "clutter" (what repeats on every page), or empty for text."""

    pieces: list[Piece]
    kind: str = ""
    size: float = 0.0

    @property
    def text(self) -> str:
        """The whole."""
        return "".join(piece.text + piece.glue for piece in self.pieces).strip()


@dataclass
class Group:
    """Lines that are read one after another (a column), on a page counted from 1."""

    page: int
    lines: list[Line] = field(default_factory=list)


def paragraphs(groups: Sequence[Group]) -> list[Paragraph]:
    """The paragraphs of all groups, in order."""
    body = body_size(line for group in groups for line in group.lines)
    found: list[Paragraph] = []
    for group in groups:
        for index, made in enumerate(_of_group(group, body)):
            if index == 0 and found and _goes_on(found[-1], made):
                found[-1].pieces[-1:] = [_joint(found[-1].pieces[-1]), *made.pieces]
            else:
                found.append(made)
    for first in found[:1]:
        first.kind = "title" if first.kind == "heading" else first.kind
    return found


def body_size(lines: Iterable[Line]) -> float:
    """The size of type that most letters have, to half a point."""
    sizes: Counter[float] = Counter()
    for line in lines:
        for word in line.words:
            sizes[round(word.size * 2) / 2] += len(word.letters)
    return max(sizes, key=lambda size: (sizes[size], -size)) if sizes else 0.0


def _of_group(group: Group, body: float) -> Iterator[Paragraph]:
    pitch = _pitch(group.lines)
    left, right = (min((line.left for line in group.lines), default=0.0), max((line.right for line in group.lines), default=0.0))
    held: list[Line] = []
    for line in group.lines:
        if held and _ends(held, line, pitch, (left, right)):
            yield _made(held, group.page, body)
            held = []
        held.append(line)
    if held:
        yield _made(held, group.page, body)


def _pitch(lines: Sequence[Line]) -> float:
    """The usual distance from line to line."""
    steps = [below.bottom - above.bottom for above, below in pairwise(lines) if below.bottom > above.bottom]
    return median(sorted(steps)[: max(1, (len(steps) + 1) * 3 // 4)]) if steps else 0.0


def _ends(held: Sequence[Line], line: Line, pitch: float, edges: tuple[float, float]) -> bool:
    """Whether the paragraph of these lines ends before `line`."""
    above = held[-1]
    large, small = max(above.size, line.size), min(above.size, line.size)
    if large > _OTHER_SIZE * small or line.bottom - above.bottom > _GAP * max(pitch, small):
        return True
    if _ITEM.match(line.text):
        return True
    width = edges[1] - edges[0]
    if above.right < edges[1] - _SHORT * width and _SENTENCE_END.search(above.text):
        return True
    set_in = line.left - min(one.left for one in held[1:] or [above])
    return set_in > _INDENT * line.size and bool(_SENTENCE_END.search(above.text))


def _made(lines: Sequence[Line], page: int, body: float) -> Paragraph:
    pieces = [Piece(line.text, page, line.box) for line in lines]
    for at, line in enumerate(lines[1:]):
        if _breaks_word(lines[at].text, line.text):
            pieces[at] = Piece(lines[at].text[:-1], page, lines[at].box, "")
    size = median(line.size for line in lines)
    heading = size >= _HEADING * body and len(lines) <= _HEADING_LINES
    return Paragraph(pieces, "heading" if heading else "", size)


def _breaks_word(above: str, below: str) -> bool:
    """Whether a hyphen at the end of a line only breaks a word; one that belongs to the word is lost with it."""
    return bool(_BROKEN_WORD.search(above)) and below[:1].islower()


def _goes_on(above: Paragraph, below: Paragraph) -> bool:
    """Whether a paragraph goes on in the next column or page: its sentence has not ended, and the next begins as none does."""
    if above.kind or below.kind:
        return False
    alike = max(above.size, below.size) <= _OTHER_SIZE * min(above.size, below.size)
    return alike and below.text[:1].islower() and not re.search(r"[.!?][\"'”’)]*$", above.text)


def _joint(last: Piece) -> Piece:
    """The last piece before a column's end, whose word may be broken."""
    return Piece(last.text[:-1], last.page, last.box, "") if _BROKEN_WORD.search(last.text) else last
