"""A whole PDF: its pages' words to paragraphs in reading order, what repeats on every page at the end."""

from __future__ import annotations

from collections.abc import Sequence

from warledger.intake.pdf.columns import in_order
from warledger.intake.pdf.furniture import repeated
from warledger.intake.pdf.paragraphs import Group, Paragraph, Piece, paragraphs
from warledger.intake.pdf.words import Word, lines_of


def read_pages(pages: Sequence[tuple[float, Sequence[Word]]]) -> list[Paragraph]:
    """The paragraphs of the pages (each its height in points and its words)."""
    groups, clutter = [], []
    for number, ((_, words), aside) in enumerate(zip(pages, repeated(pages), strict=True), 1):
        out = {word for line in aside for word in line.words}
        groups += [Group(number, lines_of(group)) for group in in_order([word for word in words if word not in out])]
        clutter += [Paragraph([Piece(line.text, number, line.box)], "clutter") for line in aside]
    return [*paragraphs(groups), *clutter]
