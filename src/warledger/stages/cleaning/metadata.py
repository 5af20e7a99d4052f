"""What is known of a document, each field from the firmest ground there is, and that ground named."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

import msgspec

from warledger.base.stamps import read_stamp
from warledger.records.document import Block, BlockKind, Metadata
from warledger.records.layout import Layout
from warledger.records.reason import Problem, Reason, Severity
from warledger.stages.cleaning.stamps import dateline_agency, dateline_date, lone_date, stated_dates
from warledger.stages.cleaning.units import folded

#: Dates of a page stand in its first blocks, or under its last ones.
_HEAD, _TAIL = 8, 3
#: Datelines open one of the first paragraphs.
_OPENINGS = 3
_NAME_DATE = re.compile(r"(?<!\d)(\d{4})([-_.]?)(\d{2})\2(\d{2})(?!\d)")
_BYLINE = re.compile(r"(?:by|from)?\s*(?:the\s+)?(?P<name>.+?)\.?\Z", re.IGNORECASE)


def describe(
    name: str, file: str, given: Metadata, found: Metadata, text: str, blocks: Sequence[Block], layout: Layout
) -> tuple[Metadata, tuple[Problem, ...]]:
    """What the manifest or container says, then what the markup says, then the text, then the name of
    the `file` (empty where it holds many).

    Markup dates that cannot be read, or lie outside 1900-2100, are reported and left out.
    """
    found, problems = _sound(name, found)
    return given.over(found).over(_stated(text, blocks, layout)).over(_named(file)), problems


def _sound(name: str, found: Metadata) -> tuple[Metadata, tuple[Problem, ...]]:
    problems = []
    for field in ("published", "updated"):
        value = getattr(found, field)
        if value and not read_stamp(value):
            detail = f"{field} {value[:60]!r} in the markup is no date from 1900 to 2100; read without it"
            problems.append(Problem(name, Reason.BAD_DATE, Severity.FAILED, detail))
            found = msgspec.structs.replace(found, **{field: None})
    return found, tuple(problems)


def _stated(text: str, blocks: Sequence[Block], layout: Layout) -> Metadata:
    said: dict[str, str] = {}
    for field, value in _statements(text, blocks, layout):
        said.setdefault(field, value)
    return Metadata(**said, basis=dict.fromkeys(said, "text"))


def _statements(text: str, blocks: Sequence[Block], layout: Layout) -> Iterator[tuple[str, str]]:
    """Every statement of the text about itself, firmest first."""
    article = [block for block in blocks if block.kind is not BlockKind.CLUTTER]
    yield from (("title", folded(block.span.of(text))) for block in article if block.kind is BlockKind.TITLE)
    for block in [*article[:_HEAD], *article[-_TAIL:]]:
        words = folded(block.span.of(text))
        yield from stated_dates(words, layout).items()
        yield from _pairs(published=lone_date(words) if block.kind is BlockKind.CREDIT else None)
    openings = [block for block in article if block.kind is BlockKind.PARAGRAPH][:_OPENINGS]
    for words in (folded(block.span.of(text)[:400]) for block in openings):
        yield from _pairs(published=dateline_date(words, layout), agency=dateline_agency(words, layout))
    for block in article:
        if block.kind is BlockKind.CREDIT:
            yield from _pairs(agency=_credited(folded(block.span.of(text)), layout))


def _pairs(**fields: str | None) -> Iterator[tuple[str, str]]:
    yield from ((field, value) for field, value in fields.items() if value)


def _credited(words: str, layout: Layout) -> str | None:
    """The agency whose staff a credit names, or that is the whole byline."""
    match = layout.agency.match(words)
    if match:
        return match["agency"].removeprefix("The ")
    byline = _BYLINE.match(words)
    return byline["name"] if byline and byline["name"].casefold() in layout.agencies else None


def _named(file: str) -> Metadata:
    """A date in the name of a file that is one document ("2024-12-03-marrow.txt")."""
    match = _NAME_DATE.search(file)
    if not match:
        return Metadata()
    try:
        day = dt.date(int(match[1]), int(match[3]), int(match[4])).isoformat()
    except ValueError:
        return Metadata()
    return Metadata(published=day, basis={"published": "file name"}) if read_stamp(day) else Metadata()
