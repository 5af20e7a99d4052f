"""Origins: where in its file a stretch of a source text stands, for files that are more than their text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from warledger.base.spans import Span

#: Left, top, right, bottom: points (1/72 inch) from the upper left corner of the page.
Box = tuple[float, float, float, float]


class Origin(msgspec.Struct, frozen=True, array_like=True, omit_defaults=True):
    """Where `[start, end)` of the source text came from; what a format does not know is `None`.

    PDF: `page`, from 1, and the `box` on it. Office documents: `paragraph`, from 1 in the order of the file, those in tables counted.
    Mail: `part`, numbered as in IMAP ("1.2"; "subject" for the header), and `offset`, the place of
    `start` in the decoded part (code points).
    """

    start: int
    end: int
    page: int | None = None
    box: Box | None = None
    paragraph: int | None = None
    part: str | None = None
    offset: int | None = None


def origins_of(origins: Sequence[Origin], span: Span) -> tuple[Origin, ...]:
    """The origins of the stretches that `span` (of the source text) touches, cut to it where the format counts points (mail)."""
    return tuple(_cut(one, span) for one in origins if one.start < span.end and span.start < one.end)


def in_words(origins: Iterable[Origin]) -> str:
    """The origins as a person would look them up: "page 3, box 72 100 300 124"; empty without any."""
    told: dict[str, list[Origin]] = {}
    for one in origins:
        told.setdefault(_place(one), []).append(one)
    return "; ".join(place + _within(found) for place, found in told.items() if place)


def _cut(one: Origin, span: Span) -> Origin:
    start, end = max(one.start, span.start), min(one.end, span.end)
    if one.offset is None:
        return one
    return msgspec.structs.replace(one, start=start, end=end, offset=one.offset + start - one.start)


def _place(one: Origin) -> str:
    if one.page is not None:
        return f"page {one.page}"
    if one.paragraph is not None:
        return f"paragraph {one.paragraph}"
    return "" if one.part is None else one.part if one.part == "subject" else f"part {one.part}"


def _within(found: Sequence[Origin]) -> str:
    boxes = [one.box for one in found if one.box]
    if boxes:
        whole = (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))
        return ", box " + " ".join(f"{edge:.0f}" for edge in whole)
    offsets = [one for one in found if one.offset is not None]
    if not offsets:
        return ""
    start, last = offsets[0].offset or 0, offsets[-1]
    return f", characters {start}-{(last.offset or 0) + last.end - last.start}"
