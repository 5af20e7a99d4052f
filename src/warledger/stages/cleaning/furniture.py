"""Site furniture: what a page carries beside its article. Found by structure, told to start by general phrases."""

from __future__ import annotations

from collections.abc import Sequence

from warledger.records.document import BlockKind
from warledger.records.layout import Layout
from warledger.stages.cleaning.units import Unit

#: A teaser under a headline is at most this long (code points).
LONGEST_TEASER = 450
#: So many headlines after the article's end make the rest of the page a list of other stories.
FEWEST_HEADLINES = 3
#: Without any sign that the article has ended, it takes more of them, and longer ones: names of places or people are no headlines.
FEWEST_UNANNOUNCED, WORDS_UNANNOUNCED = 5, 5

#: Kinds that close an article when they follow its text.
_CLOSING = (BlockKind.CREDIT, BlockKind.NOTICE)
_FIXED = (BlockKind.INFOBOX, BlockKind.TITLE)


def mark_clutter(units: Sequence[Unit], layout: Layout) -> tuple[Unit, ...]:
    """Furniture lines, then lists of other stories: under their heading, after the article's sign-off, or at the very end."""
    made = [unit.of_kind(BlockKind.CLUTTER) if _line(unit, layout) else unit for unit in units]
    _announced(made, layout)
    _after_sign_off(made)
    _at_end(made)
    return tuple(made)


def _line(unit: Unit, layout: Layout) -> bool:
    return unit.kind not in _FIXED and len(unit.words) <= 600 and bool(layout.clutter_line.match(unit.words))


def _announces(unit: Unit, layout: Layout) -> bool:
    """A heading such as "<site> Top Stories": at most eight words."""
    loose = unit.kind in (None, BlockKind.HEADING, BlockKind.CLUTTER)
    return loose and len(unit.words.split()) <= 8 and bool(layout.clutter_section.match(unit.words))


def _announced(units: list[Unit], layout: Layout) -> None:
    index = 0
    while index < len(units):
        if not _announces(units[index], layout):
            index += 1
            continue
        end = _other_stories(units, index + 1)
        if not any(_prose(unit) for unit in units[:index]):
            end = _before_title(units, index, end)
        units[index:end] = [unit.of_kind(BlockKind.CLUTTER) for unit in units[index:end]]
        index = end


def _prose(unit: Unit) -> bool:
    return unit.kind in (None, BlockKind.PARAGRAPH) and unit.closed and not (unit.headline and len(unit.words) < 120)


def _before_title(units: Sequence[Unit], start: int, end: int) -> int:
    """A list that stands before the article swallows the article's own title; give it back."""
    return end - 1 if end < len(units) and end > start + 1 and units[end - 1].headline else end


def _other_stories(units: Sequence[Unit], index: int) -> int:
    """Where a list of headlines, each with or without a teaser, ends: at the first paragraph that is no teaser."""
    while index < len(units):
        unit = units[index]
        if unit.kind in _FIXED or (unit.kind is BlockKind.HEADING and unit.level < 2):
            break
        if unit.kind is BlockKind.CLUTTER or unit.headline or unit.heading or _teases(units, index):
            index += 1
            continue
        break
    return index


def _teases(units: Sequence[Unit], index: int) -> bool:
    """A short paragraph between two headlines, or between the last one and the end of the page."""
    if len(units[index].words) > LONGEST_TEASER or not _title_like(units[index - 1]):
        return False
    return index + 1 == len(units) or _title_like(units[index + 1]) or units[index + 1].kind is BlockKind.CLUTTER


def _title_like(unit: Unit) -> bool:
    return unit.headline or unit.heading or (unit.kind is BlockKind.CLUTTER and not unit.closed)


def _after_sign_off(units: list[Unit]) -> None:
    closings = [index for index, unit in enumerate(units) if unit.kind in _CLOSING and any(map(_prose, units[:index]))]
    if not closings:
        return
    rest = units[closings[-1] + 1 :]
    if sum(unit.headline for unit in rest) >= FEWEST_HEADLINES and _other_stories(units, closings[-1] + 1) == len(units):
        units[closings[-1] + 1 :] = [unit.of_kind(BlockKind.CLUTTER) for unit in rest]


def _at_end(units: list[Unit]) -> None:
    start = len(units)
    while start and (units[start - 1].open and units[start - 1].headline and not units[start - 1].closed):
        start -= 1
    run = units[start:]
    if start and len(run) >= FEWEST_UNANNOUNCED and sum(len(unit.words.split()) for unit in run) >= WORDS_UNANNOUNCED * len(run):
        units[start:] = [unit.of_kind(BlockKind.CLUTTER) for unit in run]
