"""The pages: every shape filled with several stories. Seeds are fixed: one set of pages, wherever it is made."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass

from eval.cleaning import late, papers, pasted, sites
from eval.cleaning.sheet import Part, Piece, Sheet
from eval.cleaning.story import tell

Shape = Callable[[Sheet], None]
#: Stories to a shape.
EACH = 2
#: Shapes whose misses are read when rules are made.
WORKED_ON: tuple[Shape, ...] = (
    papers.broadsheet, papers.wire, papers.tabloid, papers.broadcaster, papers.linked, sites.wordpress, sites.amp, sites.tables, sites.soup,
    sites.sitrep, sites.ministry, sites.blog, sites.live, sites.letter, sites.bare, sites.microdata,
    pasted.copied, pasted.recommended, pasted.typed, pasted.forwarded, pasted.bulletin, pasted.ticker, pasted.printed, pasted.channel,
)  # fmt: skip
#: Shapes that are counted only: rules are not made for them.
HELD_OUT: tuple[Shape, ...] = (
    papers.regional, papers.radio, papers.phone, sites.fields, sites.watch, sites.unclosed, sites.magazine, sites.hydrated,
    pasted.mobile, pasted.release, pasted.sidebar, pasted.gathered,
    late.short, late.scrolling, late.thread, late.portal, late.footnoted, late.walled,
)  # fmt: skip


#: Shapes that are text and no HTML.
PLAIN = frozenset(
    shape for shape in (*WORKED_ON, *HELD_OUT) if shape.__module__ == pasted.__name__ or shape in (late.footnoted, late.walled)
)


@dataclass(frozen=True)
class Page:
    """One page as a reader gets it, and what its words are."""

    name: str
    shape: str
    source: str
    pieces: tuple[Piece, ...]
    held_out: bool

    @property
    def plain(self) -> bool:
        """Whether it is text and no HTML."""
        return self.name.endswith(".txt")

    def words_of(self, *parts: Part) -> list[str]:
        """The pieces of these kinds."""
        return [piece.words for piece in self.pieces if piece.part in parts]


def pages() -> list[Page]:
    """All pages, always the same."""
    made = []
    for at, shape in enumerate((*WORKED_ON, *HELD_OUT)):
        for number in range(EACH):
            made.append(_page(shape, at, number))
    return made


def _page(shape: Shape, at: int, number: int) -> Page:
    rng = random.Random(f"{shape.__name__} {number}")
    plain = shape in PLAIN
    story = tell(at + 3 * number, rng)
    sheet = Sheet(story, rng, plain=plain)
    shape(sheet)
    name = f"{shape.__name__}-{number + 1}.{'txt' if plain else 'html'}"
    return Page(name, shape.__name__, sheet.text, tuple(sheet.pieces), shape in HELD_OUT)
