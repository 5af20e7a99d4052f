"""Lines that say when a report was published or updated, and datelines."""

from __future__ import annotations

import re

from warledger.base.stamps import find_stamp, read_stamp
from warledger.records.layout import Layout

#: A line longer than this is text that happens to hold a date.
_LONGEST_LINE = 160
#: "Wednesday, 27 November 2024 at 10:15:30 a.m. GMT+02:00".
_LONGEST_DATE = 60
#: So far behind its label a date may stand ("Published on Friday, 3 December 2024").
_REACH = 16
#: So far into a paragraph a dateline may reach.
_DATELINE = 160


def stated_dates(words: str, layout: Layout) -> dict[str, str]:
    """`published` and `updated` as ISO dates, where one short line states them by a label."""
    if len(words) > _LONGEST_LINE:
        return {}
    found = {}
    for field, label in (("updated", layout.updated), ("published", layout.published)):
        stamp = _labelled(words, label)
        if stamp:
            found[field] = stamp
    return found


def lone_date(words: str) -> str | None:
    """The ISO date of a line that is nothing but a date."""
    return read_stamp(words) if len(words) <= _LONGEST_DATE else None


def _labelled(words: str, label: re.Pattern[str]) -> str | None:
    for match in label.finditer(words):
        opens = match.start() == 0 or not words[match.start() - 1].isalnum()
        rest = words[match.end() : match.end() + 60]
        stamp = find_stamp(rest) if opens else None
        if stamp and stamp.span.start <= _REACH and not re.search(r"[.;]\s", rest[: stamp.span.start]):
            return stamp.iso
    return None


def dateline_date(words: str, layout: Layout) -> str | None:
    """The full date in the dateline that opens a paragraph; `None` without one, or where it leaves the year out."""
    for line in layout.datelines:
        match = line.match(words[:_DATELINE])
        when = match.groupdict().get("when") if match else None
        if match and when:
            at = match.start("when")
            stamp = find_stamp(words[at : at + 60])
            if stamp and stamp.span.start <= 8:
                return stamp.iso
    return None


def dateline_agency(words: str, layout: Layout) -> str | None:
    """The agency in brackets in the dateline that opens a paragraph ("TULL (AFP) - ..."), wherever in it that stands."""
    opens = next((match for line in layout.datelines if (match := line.match(words[:_DATELINE]))), None)
    if not opens:
        return None
    inner = layout.datelines[0].search(words[:_DATELINE], opens.start("place")) if "place" in opens.re.groupindex else None
    for match in (opens, inner):
        agency = match.groupdict().get("agency") if match else None
        if agency and not any(map(str.isdigit, agency)):
            return agency.strip()
    return None
