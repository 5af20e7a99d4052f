"""The dates documents carry about themselves ("3 December 2024, 10:15 GMT"), as ISO 8601.

Only dates that name day, month and year; what a sentence says of time ("on Friday") is the business of the claim grammars.
"""

from __future__ import annotations

import datetime as dt
import re

import msgspec

from warledger.base.spans import Span

#: Years a report can plausibly carry; others are taken for damage (0001, 9999, an epoch read as a year).
EARLIEST_YEAR, LATEST_YEAR = 1900, 2100

#: The months in English; texts cut them to three letters or more.
MONTH_NAMES = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_MONTHS = {name: number for number, full in enumerate(map(str.lower, MONTH_NAMES), 1) for name in (full[:3], full)} | {"sept": 9}
_MONTH = "(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})(?!\d)"
_TIME = (
    r"(?:(?:\s*[,|T–-]\s*|\s+(?:at\s+)?)(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?:[:.](?P<second>\d{2})(?:\.\d+)?)?"
    r"(?:\s?(?P<half>[ap]\.?m\b\.?))?(?:\s?(?P<zone>Z\b|UTC\b|GMT\b|[+-]\d{2}:?\d{2}(?!\d)))?)?"
)
_FORMS = tuple(
    re.compile(rf"(?<![\w./-]){form}{_TIME}", re.IGNORECASE)
    for form in (
        rf"(?P<year>\d{{4}})-(?P<month>\d{{1,2}})-{_DAY}(?!\d)",
        rf"{_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}",
        rf"{_MONTH}\s+{_DAY},?\s+{_YEAR}",
        # Wire slugs of the last century: "3 JAN 90".
        rf"{_DAY}\s+{_MONTH}\s+(?P<year>\d{{2}})(?![\d:.])",
    )
)


class Stamp(msgspec.Struct, frozen=True):
    """An ISO date (`YYYY-MM-DD`) or date-time, and the words it was read from."""

    iso: str
    span: Span


def find_stamp(text: str) -> Stamp | None:
    """The first plausible full date in `text`, with its time and offset where given; `None` when there is none."""
    found = [stamp for form in _FORMS for match in form.finditer(text) if (stamp := _stamp(match))]
    return min(found, key=lambda s: (s.span.start, -s.span.end), default=None)


def read_stamp(text: str) -> str | None:
    """`text` as an ISO date or date-time when that is all it says, else `None`: unparsable, or a year outside 1900-2100.

    Reads ISO 8601, `YYYYMMDD`, RFC 2822 and the forms newspapers print; a time is kept, with its offset where one is given.
    """
    text = text.strip()
    try:
        moment = dt.datetime.fromisoformat(text)
    except ValueError:
        stamp = find_stamp(text)
        rest = text[: stamp.span.start] + text[stamp.span.end :] if stamp else text
        # A weekday and a named time zone may stand around the date; other words make it a sentence, not a date.
        return stamp.iso if stamp and len(re.findall(r"\w+", rest)) <= 2 else None
    if not EARLIEST_YEAR <= moment.year <= LATEST_YEAR:
        return None
    return moment.isoformat() if re.search(r"\d[T ]\d", text) else moment.date().isoformat()


def _stamp(match: re.Match[str]) -> Stamp | None:
    part = match.groupdict()
    try:
        day = dt.date(_year(part["year"]), _month(part["month"]), int(part["day"]))
    except ValueError:
        return None
    if not EARLIEST_YEAR <= day.year <= LATEST_YEAR:
        return None
    clock = _clock(part)
    end = match.end() if clock or not part["hour"] else match.start("hour")
    return Stamp(day.isoformat() + clock, Span(match.start(), end))


def _year(words: str) -> int:
    if len(words) == 4:
        return int(words)
    return int(words) + (1900 if int(words) >= 70 else 2000)


def _month(words: str) -> int:
    return int(words) if words.isdigit() else _MONTHS[words.lower().rstrip(".")]


def _clock(part: dict[str, str | None]) -> str:
    if part["hour"] is None or part["minute"] is None:
        return ""
    hour, minute, second = int(part["hour"]), int(part["minute"]), part["second"]
    if part["half"]:
        hour = hour % 12 + (12 if part["half"].lower().startswith("p") else 0)
    if hour > 23 or minute > 59:
        return ""
    zone = part["zone"] or ""
    offset = "+00:00" if zone.upper() in ("Z", "UTC", "GMT") else zone if not zone or ":" in zone else f"{zone[:3]}:{zone[3:]}"
    return f"T{hour:02}:{minute:02}:{second or '00'}{offset}"
