"""Units to blocks: every rule that says what a stretch of text is, in order."""

from __future__ import annotations

from collections.abc import Sequence

from warledger.records.document import Block, BlockKind
from warledger.records.layout import Layout
from warledger.stages.cleaning.furniture import mark_clutter
from warledger.stages.cleaning.kinds import mark_given_title, mark_headings, mark_lines, mark_title, split_sign_offs
from warledger.stages.cleaning.units import Unit


def classify(text: str, units: Sequence[Unit], layout: Layout, title: str | None) -> tuple[Block, ...]:
    """The blocks of `text`, in order and disjoint, one for each unit or piece of one. `title` is what is known to be its title."""
    units = split_sign_offs(text, units, layout)
    units = mark_lines(units, layout)
    units = mark_given_title(units, title)
    units = mark_clutter(units, layout)
    units = mark_title(units, layout)
    units = mark_headings(units, layout)
    return tuple(Block(unit.span, unit.kind or BlockKind.PARAGRAPH, unit.level) for unit in units)
