"""Plain text, Markdown and light wiki markup to units: headings, lists, infobox lines, and lines joined where they were wrapped."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from warledger.records.document import BlockKind
from warledger.stages.cleaning.units import Unit, make_unit

#: Line ends as `str.splitlines` knows them, NEL and the Unicode separators included: agencies' systems use them.
_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]*(?:\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]|\Z)")
_WIKI_HEADING = re.compile(r"\s*(?P<marks>={1,6})(?P<inner>[^=].*?)(?P=marks)\s*\Z")
_MARKDOWN_HEADING = re.compile(r"\s{0,3}(?P<marks>#{1,6})\s+(?P<inner>.+?)\s*#*\s*\Z")
_LIST_ITEM = re.compile(
    r"\s*(?:[*#:;]{1,6}\s*(?=[^\s*#:;])|[-+•‣▪●·]\s+(?:[:;,]\s+)?|[–—]\s+|\d{1,3}[.)]\s+|\([a-z\d]{1,3}\)\s+)(?P<inner>\S.*)\Z"
)
_QUOTED = re.compile(r"\s{0,3}>\s?(?P<inner>.+)\Z")
_INFOBOX = re.compile(r"\s*(?P<inner>infobox\b[\w ]{0,40})\s*:?\s*\Z", re.IGNORECASE)
_FIELD = re.compile(r"\s*(?:[-*|]\s*)(?P<inner>[A-Za-z][\w ()/.'-]{0,40}\s?[:=].*)\Z")
_RULE = re.compile(r"\s*(?P<mark>[-=_*~–—#+.])(?:\s?(?P=mark)){2,}\s*\Z")

#: A wrapped text's lines are at most this long; longer ones hold a paragraph each. 72 to 100 is usual, 120 already rare.
WIDEST_WRAP = 120
NARROWEST_WRAP = 40
#: How many characters short of the widest line a wrapped line may stay.
_RAGGED = 10


class Line(msgspec.Struct, frozen=True):
    """One line without its end: where it stands, what markup says of it, and where the words within that markup start and end."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    kind: BlockKind | None = None
    level: int = 0
    blank: bool = False
    rule: bool = False

    @property
    def indent(self) -> int:
        """Columns before the first word."""
        return self.inner_start - self.start


def text_units(text: str, *, markdown: bool = False, start: int = 0) -> tuple[Unit, ...]:
    """The units of `text` from `start` on, in order. `markdown` adds `#` headings, underlined headings and `>` quotes."""
    lines = list(_marked(text, _split(text, start), markdown))
    if markdown:
        lines = _underlined(text, lines)
    lines = _infoboxes(text, lines)
    width = _wrap_width(text, lines)
    return tuple(unit for unit in _units(text, lines, width) if unit)


def _split(text: str, start: int) -> Iterator[tuple[int, int]]:
    for match in _LINE.finditer(text, start):
        whole = match[0].rstrip("\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029")
        if match.start() < len(text):
            yield match.start(), match.start() + len(whole)


def _marked(text: str, spans: Iterator[tuple[int, int]], markdown: bool) -> Iterator[Line]:
    for start, end in spans:
        yield _line(text[start:end], start, markdown)


def _line(words: str, start: int, markdown: bool) -> Line:
    end = start + len(words)
    bare = words.strip()
    if not bare:
        return Line(start, end, start, start, blank=True)
    if _RULE.match(words):
        return Line(start, end, start, start, rule=True)
    heading = _WIKI_HEADING.match(words) or (markdown and _MARKDOWN_HEADING.match(words))
    if heading:
        return _inner(start, end, heading, BlockKind.HEADING, len(heading["marks"]))
    item = _LIST_ITEM.match(words)
    if item:
        return _inner(start, end, item, BlockKind.LIST_ITEM)
    quoted = markdown and _QUOTED.match(words)
    if quoted:
        return _inner(start, end, quoted, None)
    at = start + len(words) - len(words.lstrip())
    return Line(start, end, at, at + len(bare))


def _inner(start: int, end: int, match: re.Match[str], kind: BlockKind | None, level: int = 0) -> Line:
    words = match["inner"]
    at = start + match.start("inner") + len(words) - len(words.lstrip())
    return Line(start, end, at, at + len(words.strip()), kind, level)


def _underlined(text: str, lines: list[Line]) -> list[Line]:
    """Markdown's other heading: a line of words over a line of `=` (first level) or `-` (second)."""
    made = list(lines)
    for index, (line, below) in enumerate(pairwise(lines)):
        if below.rule and line.kind is None and not line.blank and not line.rule and text[below.start : below.end].strip()[0] in "=-":
            level = 1 if "=" in text[below.start : below.end] else 2
            made[index] = msgspec.structs.replace(line, kind=BlockKind.HEADING, level=level)
    return made


def _infoboxes(text: str, lines: list[Line]) -> list[Line]:
    """A line `Infobox` and the `- Field: value` lines under it."""
    made: list[Line] = []
    inside = False
    for index, line in enumerate(lines):
        words = text[line.start : line.end]
        head = _INFOBOX.match(words) if line.kind is None else None
        opens = head and index + 1 < len(lines) and _FIELD.match(text[lines[index + 1].start : lines[index + 1].end])
        match = head if opens else _FIELD.match(words) if inside else None
        inside = match is not None
        made.append(_inner(line.start, line.end, match, BlockKind.INFOBOX) if match else line)
    return made


def _plain(line: Line) -> bool:
    return line.kind is None and not line.blank and not line.rule


def _wrap_width(text: str, lines: Sequence[Line]) -> int:
    """The column at which the text was wrapped by machine or typist, 0 when every line is a paragraph of its own.

    In wrapped text a line followed by another is full (the next line's first word would not have fitted) and mostly ends mid-sentence.
    """
    pairs = [(a, b) for a, b in pairwise(lines) if (_plain(a) or a.kind is BlockKind.LIST_ITEM) and _plain(b)]
    if not pairs:
        return 0
    width = max(line.end - line.start for pair in pairs for line in pair)
    if not NARROWEST_WRAP <= width <= WIDEST_WRAP:
        return _short_wrap(text, pairs) if width < NARROWEST_WRAP else 0
    full = [_full(text, a, b, width) for a, b in pairs]
    running = [text[a.inner_end - 1] not in ".!?\"”'’)" for a, _ in pairs]
    if len(pairs) < 3:
        return width if all(full) and all(running) and all(text[b.inner_start].islower() for _, b in pairs) else 0
    return width if sum(full) >= 0.7 * len(full) and sum(running) >= 0.6 * len(running) else 0


def _short_wrap(text: str, pairs: Sequence[tuple[Line, Line]]) -> int:
    """Very narrow columns count only when nearly every line goes on in lower case."""
    going_on = sum(text[b.inner_start].islower() for _, b in pairs)
    return max(line.end - line.start for pair in pairs for line in pair) if len(pairs) > 3 and going_on >= 0.8 * len(pairs) else 0


def _full(text: str, line: Line, following: Line, width: int) -> bool:
    first = text[following.inner_start : following.inner_end].split(maxsplit=1)[0]
    return line.end - line.start + 1 + len(first) > width - _RAGGED


def _units(text: str, lines: Sequence[Line], width: int) -> Iterator[Unit | None]:
    apart = True
    group: list[Line] = []
    set_in = frozenset() if width else _indented(lines)
    for index, line in enumerate(lines):
        if line.blank or line.rule:
            yield _joined(text, group, apart)
            group, apart = [], True
            continue
        if group and not _goes_on(text, group[-1], line, width):
            yield _joined(text, group, apart)
            group, apart = [], False
        if not group and index in set_in:
            line = msgspec.structs.replace(line, kind=BlockKind.LIST_ITEM)
        group.append(line)
    yield _joined(text, group, apart)


def _joined(text: str, group: Sequence[Line], apart: bool) -> Unit | None:
    if not group:
        return None
    first = group[0]
    return make_unit(text, first.inner_start, group[-1].inner_end, first.kind, first.level, apart=apart)


def _goes_on(text: str, line: Line, following: Line, width: int) -> bool:
    """Whether `following` is the rest of `line`'s paragraph, broken only because the column was full."""
    if not width or not _plain(following) or not (_plain(line) or line.kind is BlockKind.LIST_ITEM):
        return False
    if following.indent > line.indent and line.kind is None and following.indent >= 2:
        return text[following.inner_start].islower()
    return _full(text, line, following, width) or text[following.inner_start].islower()


def _indented(lines: Sequence[Line]) -> frozenset[int]:
    """Lines set in, beside others set in, where most of the text's lines are not: a list whose marks were lost."""
    plain = [line for line in lines if _plain(line)]
    if 2 * sum(line.indent > 0 for line in plain) >= len(plain):
        return frozenset()
    deep = [_plain(line) and line.indent > 0 for line in lines] + [False]
    return frozenset(index for index, line in enumerate(lines) if deep[index] and (deep[index - 1] or deep[index + 1]))
