"""What each unit is: title, heading, caption, credit, notice. Site furniture is `furniture`'s business."""

from __future__ import annotations

from collections.abc import Sequence

from warledger.records.document import BlockKind
from warledger.records.layout import Layout
from warledger.stages.cleaning.stamps import lone_date, stated_dates
from warledger.stages.cleaning.units import Unit, folded, make_unit

#: Longer lines are never matched whole: no credit, notice or caption is that long, and expressions stay cheap.
LONGEST_LINE = 800
#: What may stand over a title.
_BESIDE = (BlockKind.CREDIT, BlockKind.CAPTION, BlockKind.NOTICE)
#: "Published Tuesday, 3 December 2024 at 10:15 GMT | Updated 4 December 2024 at 09:00 GMT" and no more.
LONGEST_DATE_LINE = 100
#: Bylines stand within so many units of either end.
_BYLINE_REACH = 6
#: The title is among the first so many units.
_TITLE_REACH = 4


def split_sign_offs(text: str, units: Sequence[Unit], layout: Layout) -> tuple[Unit, ...]:
    """Units cut where a bracketed sign-off stands inside them. What follows it is furniture unless it ends as a sentence does."""
    made: list[Unit] = []
    for unit in units:
        made.extend(_cut(text, unit, layout) if unit.open else (unit,))
    return tuple(made)


def _cut(text: str, unit: Unit, layout: Layout) -> tuple[Unit, ...]:
    match = layout.sign_off.search(text, unit.span.start, unit.span.end)
    if not match:
        return (unit,)
    before = make_unit(text, unit.span.start, match.start(), apart=unit.apart)
    credit = make_unit(text, match.start(), match.end(), BlockKind.CREDIT, apart=unit.apart and before is None)
    after = make_unit(text, match.end(), unit.span.end, apart=False)
    if after and not after.closed:
        after = after.of_kind(BlockKind.CLUTTER)
    return tuple(piece for piece in (before, credit, after) if piece)


def mark_lines(units: Sequence[Unit], layout: Layout) -> tuple[Unit, ...]:
    """Credits, notices and captions, each by its wording; a notice's heading with it."""
    made: list[Unit] = []
    dates = [index for index, unit in enumerate(units) if unit.open and lone_date(unit.words)]
    for index, unit in enumerate(units):
        near_end = index < _BYLINE_REACH or index >= len(units) - _BYLINE_REACH
        kind = _worded(unit, layout, near_end=near_end) if unit.open and len(unit.words) <= LONGEST_LINE else None
        if dates == [index] and near_end and not _datelined(unit, layout):
            kind = BlockKind.CREDIT  # the only one: several head the days of a diary
        made.append(unit.of_kind(kind) if kind else unit)
    return _notice_headings(made, layout)


def _worded(unit: Unit, layout: Layout, *, near_end: bool) -> BlockKind | None:
    if layout.notice_line.match(unit.words):
        return BlockKind.NOTICE
    if layout.caption_line.match(unit.words):
        return BlockKind.CAPTION
    if layout.credit_line.match(unit.words) and (near_end or "contributed" in unit.words or unit.words[0] in "(["):
        return BlockKind.CREDIT
    if near_end and not unit.closed and len(unit.words) <= LONGEST_DATE_LINE and stated_dates(unit.words, layout):
        return BlockKind.CREDIT
    return None


def _notice_headings(units: list[Unit], layout: Layout) -> tuple[Unit, ...]:
    """ "Correction" over a line: the line under it is the notice, whatever its wording."""
    for index, unit in enumerate(units):
        if not (unit.open or unit.kind is BlockKind.HEADING) or not layout.notice_heading.match(unit.words) or index + 1 == len(units):
            continue
        below = units[index + 1]
        if below.kind is BlockKind.NOTICE or (below.open and below.closed):
            units[index], units[index + 1] = unit.of_kind(BlockKind.NOTICE), below.of_kind(BlockKind.NOTICE)
    return tuple(units)


def mark_given_title(units: Sequence[Unit], given: str | None) -> tuple[Unit, ...]:
    """The title that is known from elsewhere, where one of the first units has its words."""
    made = list(units)
    for index, unit in enumerate(made[:_TITLE_REACH]):
        if given and unit.words.casefold() == folded(given).casefold() and (unit.open or unit.kind is BlockKind.HEADING):
            made[index] = unit.of_kind(BlockKind.TITLE, 1)
            break
    return tuple(made)


def mark_title(units: Sequence[Unit], layout: Layout) -> tuple[Unit, ...]:
    """The title, where none is known: a first-level heading that opens the article, or a headline over its first paragraph."""
    made = list(units)
    article = [index for index, unit in enumerate(made) if unit.kind is not BlockKind.CLUTTER][:_TITLE_REACH]
    opening = [index for index in article if made[index].kind not in _BESIDE]
    if opening and not any(unit.kind is BlockKind.TITLE for unit in made) and _titles(made, opening[0], layout):
        made[opening[0]] = made[opening[0]].of_kind(BlockKind.TITLE, 1)
    return tuple(made)


def _titles(units: Sequence[Unit], index: int, layout: Layout) -> bool:
    unit = units[index]
    if unit.kind is BlockKind.HEADING:
        return unit.level <= 1
    if not unit.open or not unit.headline or _datelined(unit, layout):
        return False
    over_text = any(later.open and later.closed for later in units[index + 1 : index + 9])
    return over_text and sum(word.isalpha() for word in unit.words.split()) > 1


def mark_headings(units: Sequence[Unit], layout: Layout) -> tuple[Unit, ...]:
    """Short lines without a full stop over running text. A run of three or more is a list with at most a heading as its last line."""
    made = list(units)
    index = 0
    while index < len(made):
        end = index
        while end < len(made) and _heads(made[end], layout):
            end += 1
        if end > index:
            made[index:end] = _run(made[index:end], followed=end < len(made) and made[end].kind in (None, BlockKind.LIST_ITEM))
        index = end + 1
    return tuple(made)


def _heads(unit: Unit, layout: Layout) -> bool:
    return unit.open and unit.heading and not _datelined(unit, layout)


def _datelined(unit: Unit, layout: Layout) -> bool:
    return any(line.match(unit.words) for line in layout.datelines)


def _run(units: Sequence[Unit], *, followed: bool) -> list[Unit]:
    if len(units) > 2 or (len(units) == 2 and not followed):
        body = [unit.of_kind(BlockKind.LIST_ITEM) for unit in units]
    else:
        body = [unit.of_kind(BlockKind.HEADING, 2) if followed else unit.of_kind(BlockKind.PARAGRAPH) for unit in units]
    if followed:
        body[-1] = units[-1].of_kind(BlockKind.HEADING, 2)
    return body
