"""Running words of a page, held until a block or a line break ends their paragraph."""

from __future__ import annotations

from collections.abc import Iterator

from warledger.records.document import BlockKind
from warledger.stages.cleaning.units import Paragraph, folded

#: Between two cells of a row.
CELL = " | "


class Running:
    """`held` are the words since the last paragraph, piece by piece as the page has them. Mutable, one per page."""

    def __init__(self) -> None:
        self.held: list[str] = []

    def cell(self) -> None:
        """Another cell of a row: parted from the one before, if there are words in that."""
        if "".join(self.held).strip():
            self.held.append(CELL)

    def broken(self, kind: BlockKind | None, level: int) -> Iterator[Paragraph]:
        """A line break ends a paragraph where a sentence has ended; elsewhere it is a blank."""
        if "".join(self.held).rstrip().endswith((".", "!", "?", "”", '"', ":")):
            yield from self.flushed(kind, level)
        else:
            self.held.append(" ")

    def flushed(self, kind: BlockKind | None, level: int) -> Iterator[Paragraph]:
        """The paragraph that ends here, if it has words."""
        words = folded("".join(self.held)).removesuffix(CELL.rstrip())
        self.held = []
        if words:
            yield Paragraph(words, kind, level)
