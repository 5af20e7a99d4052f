"""Calendar arithmetic that never raises: days outside the years a report can mean come out as `None`."""

from __future__ import annotations

import calendar
import datetime as dt

from warledger.stages.claims.dates_forms import Part
from warledger.stages.claims.dates_tokens import FIRST_YEAR, LAST_YEAR

Days = tuple[dt.date, dt.date]

# Days of a month: thirds as the codebook has them (1-10, 11-20, 21-end); days past the month's end are its last.
_MONTH_PARTS = {
    Part.EARLY: (1, 10),
    Part.MID: (11, 20),
    Part.LATE: (21, 31),
    Part.FIRST_HALF: (1, 15),
    Part.SECOND_HALF: (16, 31),
    Part.FIRST_WEEK: (1, 7),
    Part.SECOND_WEEK: (8, 14),
    Part.THIRD_WEEK: (15, 21),
    Part.FOURTH_WEEK: (22, 28),
}

# Months of a year: the quarters at its ends, and the two months around its middle.
_YEAR_PARTS = {
    Part.EARLY: (1, 3),
    Part.MID: (6, 7),
    Part.LATE: (10, 12),
    Part.FIRST_HALF: (1, 6),
    Part.SECOND_HALF: (7, 12),
}


def date_of(year: int, month: int, day: int) -> dt.date | None:
    """The day, or `None` when there is none ("31 February") or the year is outside 1800 to 2150."""
    if not FIRST_YEAR <= year <= LAST_YEAR or not 1 <= month <= 12 or not 1 <= day <= _length(year, month):
        return None
    return dt.date(year, month, day)


def moved(day: dt.date, days: int) -> dt.date | None:
    """`days` days on, `None` outside the years a report can mean."""
    ordinal = day.toordinal() + days
    if not dt.date(FIRST_YEAR, 1, 1).toordinal() <= ordinal <= dt.date(LAST_YEAR, 12, 31).toordinal():
        return None
    return dt.date.fromordinal(ordinal)


def months_on(day: dt.date, months: int) -> dt.date | None:
    """The same day `months` months on, or that month's last day where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    return date_of(year, month + 1, min(day.day, _length(year, month + 1)))


def month_days(year: int, month: int, part: Part | None = None) -> Days | None:
    """First and last day of the month, or of its part."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    length = _length(year, month)
    first, last = _MONTH_PARTS.get(part, (1, length)) if part else (1, length)
    if part is Part.LAST_WEEK:
        first = length - 6
    return dt.date(year, month, first), dt.date(year, month, min(last, length))


def months_days(year: int, first: int, last: int) -> Days | None:
    """First day of month `first` to the last day of month `last`; months above 12 run into the next year."""
    start = month_days(year + (first - 1) // 12, (first - 1) % 12 + 1)
    end = month_days(year + (last - 1) // 12, (last - 1) % 12 + 1)
    return (start[0], end[1]) if start and end else None


def year_days(year: int, part: Part | None = None) -> Days | None:
    """First and last day of the year, or of its part (January-March early, June-July mid, October-December late)."""
    first, last = _YEAR_PARTS.get(part, (1, 12)) if part else (1, 12)
    return months_days(year, first, last)


def week_of(day: dt.date, shift: int = 0) -> Days | None:
    """Monday to Sunday of the week that holds `day`, moved by `shift` weeks."""
    monday = moved(day, shift * 7 - day.weekday())
    sunday = moved(monday, 6) if monday else None
    return (monday, sunday) if monday and sunday else None


def weekday_near(day: dt.date, weekday: int, *, ahead: bool = False, strictly: bool = False) -> dt.date | None:
    """The last such weekday on or before `day`; `ahead`: the first on or after it; `strictly`: never `day` itself."""
    distance = (weekday - day.weekday()) % 7 if ahead else (day.weekday() - weekday) % 7
    if strictly and distance == 0:
        distance = 7
    return moved(day, distance if ahead else -distance)


def _length(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]
