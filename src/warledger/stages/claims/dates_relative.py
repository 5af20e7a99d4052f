"""Days of expressions that count from another date: the day of publication, or the running date of the story."""

from __future__ import annotations

import datetime as dt

from warledger.base.times import Basis, Interval, Precision
from warledger.stages.claims.dates_calendar import Days, month_days, months_on, moved, week_of, weekday_near, year_days
from warledger.stages.claims.dates_forms import Anchor, Calendar, Part, Shift, TimeContext, Unit, Weekday, Window

# A running date longer than this fixes no weekday.
_WEEK = 7
# A running date of more days than this is too wide to count days and weeks from.
_MONTH = 31
_DAYS_IN = {Unit.DAY: 1, Unit.WEEKEND: 7, Unit.WEEK: 7, Unit.FORTNIGHT: 14}
_MONTHS_IN = {Unit.MONTH: 1, Unit.YEAR: 12, Unit.DECADE: 120}
_PRECISION = {
    Unit.HOUR: Precision.DAY,
    Unit.DAY: Precision.DAY,
    Unit.WEEK: Precision.WEEK,
    Unit.WEEKEND: Precision.DAYS,
    Unit.FORTNIGHT: Precision.WEEK,
    Unit.MONTH: Precision.MONTH,
    Unit.YEAR: Precision.YEAR,
    Unit.DECADE: Precision.YEARS,
}
# Days of a week (Monday 0): its part before, around and after the middle.
_WEEK_PARTS = {Part.EARLY: (0, 1), Part.MID: (2, 3), Part.LATE: (4, 6)}


def weekday(form: Weekday, context: TimeContext) -> Interval | None:
    """In a story the first such day on or after the running date; otherwise the last on or before publication.

    "last" and "next" never mean the day itself; `future` in the context turns a plain weekday forward.
    """
    if context.narrative and context.current is not None:
        return _weekday_of_story(form, context.current)
    published = context.published
    if published is None:
        return None
    if form.week is not None:
        week = week_of(published, form.week)
        found = moved(week[0], form.weekday) if week else None
    else:
        ahead = form.shift > 0 or (form.shift == 0 and context.future)
        found = weekday_near(published, form.weekday, ahead=ahead, strictly=form.shift != 0)
    return Interval(found, found, Precision.DAY, Basis.PUBLICATION) if found else None


def _weekday_of_story(form: Weekday, running: Interval) -> Interval | None:
    start, end = running.start, running.end
    if start is None or end is None or (end - start).days >= _WEEK:
        return None
    if form.shift < 0:
        found = weekday_near(start, form.weekday, strictly=True)
    else:
        found = weekday_near(start, form.weekday, ahead=True, strictly=form.shift > 0)
    return Interval(found, found, Precision.DAY, Basis.NARRATIVE) if found else None


def shift(form: Shift, context: TimeContext) -> Interval | None:
    """The anchor moved: days and weeks to the day, months and years to the whole month or year they end in."""
    anchor = _anchor(form.anchor, context)
    if anchor is None:
        return None
    days, basis = anchor
    if form.unit in _MONTHS_IN:
        return _shifted_months(form, days, basis)
    if (days[1] - days[0]).days >= _MONTH and (form.low, form.high) != (0, 0):
        return None
    low, high = _in_days(form.unit, form.low), _in_days(form.unit, form.high)
    start, end = moved(days[0], low), moved(days[1], high)
    if start is None or end is None:
        return None
    precision = _PRECISION[form.unit] if low == high else Precision.DAYS
    return Interval(start, end, precision if days[0] == days[1] else Precision.DAYS, basis)


def _shifted_months(form: Shift, days: Days, basis: Basis) -> Interval | None:
    each = _MONTHS_IN[form.unit]
    start, end = months_on(days[0], form.low * each), months_on(days[1], form.high * each)
    if start is None or end is None:
        return None
    span = _whole(form.unit, start), _whole(form.unit, end)
    if span[0] is None or span[1] is None:
        return None
    precision = _PRECISION[form.unit] if form.low == form.high else Precision.YEARS if form.unit is Unit.YEAR else Precision.PART_OF_YEAR
    return Interval(span[0][0], span[1][1], precision, basis)


def window(form: Window, context: TimeContext) -> Interval | None:
    """From `count` units before the anchor to the anchor; a negative count runs forward."""
    anchor = _told_from(form.anchor, context)
    if anchor is None:
        return None
    days, basis = anchor
    first, last = (days[0], days[0]) if form.count > 0 else (days[1], days[1])
    reach = _reached(first, form.unit, -form.count)
    if reach is None:
        return None
    start, end = (reach, last) if form.count > 0 else (first, reach)
    return Interval(start, end, _window_precision(form.unit), basis)


def calendar(form: Calendar, context: TimeContext) -> Interval | None:
    """The week, month, year that holds the anchor, moved; the present one ends with the day of publication."""
    anchor = _told_from(form.anchor, context)
    if anchor is None and form.part and not form.bounded:
        anchor = _anchor(Anchor.PUBLICATION, context)  # "the end of the year" needs no story
    if anchor is None:
        return None
    (first, last), basis = anchor
    whole = _turned(form, first)
    if whole is None:
        return None
    if form.bounded:
        start, end = (first, whole[1]) if form.part is Part.LATE else (whole[0], moved(first, -1) or first)
        return Interval(start, max(start, end), _part_precision(form.unit), basis)
    part = _part(form, whole)
    if part is None:
        return None
    end = part[1]
    if form.anchor is Anchor.PUBLICATION and form.shift == 0 and not context.future and part[0] <= last < end:
        end = last
    return Interval(part[0], end, _part_precision(form.unit) if form.part else _PRECISION[form.unit], basis)


def _turned(form: Calendar, day: dt.date) -> Days | None:
    if form.unit in (Unit.WEEK, Unit.FORTNIGHT):
        return week_of(day, form.shift)
    if form.unit is Unit.WEEKEND:
        return _weekend(day, form.shift)
    at = months_on(day, form.shift * _MONTHS_IN.get(form.unit, 1))
    return _whole(form.unit, at) if at else None


def _weekend(day: dt.date, shift: int) -> Days | None:
    """Saturday and Sunday: of this week once it has come, otherwise of the week before; "next" is the first to come."""
    saturday = weekday_near(day, 5, ahead=shift > 0, strictly=shift != 0)
    sunday = moved(saturday, 1) if saturday else None
    return (saturday, sunday) if saturday and sunday else None


def _whole(unit: Unit, day: dt.date) -> Days | None:
    """The month, year or decade that holds `day`."""
    if unit is Unit.MONTH:
        return month_days(day.year, day.month)
    if unit is Unit.YEAR:
        return year_days(day.year)
    first, last = year_days(day.year // 10 * 10), year_days(day.year // 10 * 10 + 9)
    return (first[0], last[1]) if first and last else None


def _part(form: Calendar, whole: Days) -> Days | None:
    if form.part is None:
        return whole
    if form.unit is Unit.MONTH:
        return month_days(whole[0].year, whole[0].month, form.part)
    if form.unit is Unit.YEAR:
        return year_days(whole[0].year, form.part)
    if form.unit is not Unit.WEEK:
        return whole
    first, last = _WEEK_PARTS.get(form.part, (0, 6))
    start, end = moved(whole[0], first), moved(whole[0], last)
    return (start, end) if start and end else None


def _anchor(anchor: Anchor, context: TimeContext) -> tuple[Days, Basis] | None:
    if anchor is Anchor.PUBLICATION:
        return ((context.published, context.published), Basis.PUBLICATION) if context.published else None
    running = context.current
    if running is None or running.start is None or running.end is None or (anchor is Anchor.EVENT and not context.narrative):
        return None
    return (running.start, running.end), Basis.NARRATIVE


def _told_from(anchor: Anchor, context: TimeContext) -> tuple[Days, Basis] | None:
    """In a text that tells a story "last month" and "recent weeks" count from where the story stands."""
    story = _anchor(Anchor.STORY, context) if context.narrative else None
    return story or _anchor(anchor, context)


def _in_days(unit: Unit, count: int) -> int:
    """Whole days in `count` units; less than half a day is the same day."""
    return round(count / 24) if unit is Unit.HOUR else count * _DAYS_IN[unit]


def _reached(day: dt.date, unit: Unit, count: int) -> dt.date | None:
    if unit in _MONTHS_IN:
        return months_on(day, count * _MONTHS_IN[unit])
    if unit is Unit.HOUR:
        return moved(day, -(-count // 24) if count > 0 else count // 24)
    return moved(day, count * _DAYS_IN[unit])


def _window_precision(unit: Unit) -> Precision:
    return {Unit.YEAR: Precision.YEARS, Unit.DECADE: Precision.YEARS, Unit.MONTH: Precision.PART_OF_YEAR}.get(unit, Precision.DAYS)


def _part_precision(unit: Unit) -> Precision:
    return {Unit.YEAR: Precision.PART_OF_YEAR, Unit.MONTH: Precision.PART_OF_MONTH}.get(unit, Precision.DAYS)
