"""Days of the dates that words give themselves; a year they leave out comes from the story or the day of publication."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from warledger.base.times import Basis, Interval, Precision
from warledger.stages.claims.dates_calendar import Days, date_of, month_days, months_days, moved, year_days
from warledger.stages.claims.dates_forms import Day, Month, Season, TimeContext, Years

# News leaves the year out where it is plain: such a date lies before publication or, since plans and events to come are
# announced, at most two weeks after it.
_NEWS_SLACK = 14
_HALF_YEAR = 183

DaysOfYear = Callable[[int], Days | None]


def day(form: Day, context: TimeContext) -> Interval | None:
    """The day; without a month, that of the running date or of publication."""
    if form.month is None:
        return _day_of_month(form.day, context)
    month = form.month
    return _dated(lambda year: _single(date_of(year, month, form.day)), form, context, Precision.DAY)


def month(form: Month, context: TimeContext) -> Interval | None:
    """The month or its part; "last May" and "next May" count from publication."""
    precision = Precision.PART_OF_MONTH if form.part else Precision.MONTH
    return _dated(lambda year: month_days(year, form.month, form.part), form, context, precision)


def season(form: Season, context: TimeContext) -> Interval | None:
    """Three months; the winter of a year begins in its December."""
    return _dated(lambda year: months_days(year, form.month, form.month + 2), form, context, Precision.PART_OF_YEAR)


def years(form: Years) -> Interval | None:
    """The years, or the part of one."""
    first, last = year_days(form.first, form.part), year_days(form.last, form.part)
    if first is None or last is None:
        return None
    precision = Precision.PART_OF_YEAR if form.part else Precision.YEAR if form.first == form.last else Precision.YEARS
    return Interval(first[0], last[1], precision, Basis.STATED)


def _dated(days: DaysOfYear, form: Day | Month | Season, context: TimeContext, precision: Precision) -> Interval | None:
    """`days` of the year that the form states, shifts to, or leaves to the context."""
    if form.year is not None:
        return _interval(days(form.year), precision, Basis.STATED)
    published = context.published
    if form.year_shift is not None:
        return _interval(days(published.year + form.year_shift), precision, Basis.PUBLICATION) if published else None
    turn = 0 if isinstance(form, Day) else form.shift
    running = context.current
    told = running is not None and running.start is not None and (context.narrative or (not isinstance(form, Day) and form.story))
    if turn and told and running is not None and running.start is not None:
        return _interval(_turned(days, running.start, turn), precision, Basis.NARRATIVE)
    if turn and published:
        return _interval(_turned(days, published, turn), precision, Basis.PUBLICATION)
    return _interval(_by_context(days, context), precision, Basis.YEAR_FROM_CONTEXT)


def _turned(days: DaysOfYear, published: dt.date, turn: int) -> Days | None:
    """The last such days that ended before publication, or the first that begin after it."""
    near = [found for year in range(published.year - 1, published.year + 2) if (found := days(year))]
    if turn < 0:
        return max((found for found in near if found[1] < published), default=None)
    return min((found for found in near if found[0] > published), default=None)


def _by_context(days: DaysOfYear, context: TimeContext) -> Days | None:
    """The year nearest to the story's running date; in the news, the one nearest before publication."""
    running, published = context.current, context.published
    storied = running is not None and running.start is not None and running.end is not None
    if running and storied and (context.narrative or published is None or running.basis is Basis.STATED):
        found = _of_story(days, running, before=context.before) if context.goes_on else _nearest(days, running)
        late = found and published and not context.future and found[0] > (moved(published, _NEWS_SLACK) or published)
        return _nearest(days, running) if late else found
    if published is None:
        return None
    near = [found for year in range(published.year - 4, published.year + 5) if (found := days(year))]
    if context.future:
        return min((found for found in near if found[1] >= published), default=None)
    limit = moved(published, _NEWS_SLACK) or published
    return max((found for found in near if found[0] <= limit), default=None)


def _nearest(days: DaysOfYear, running: Interval) -> Days | None:
    """Of the years around the running date, the one whose days lie nearest; the later of two as near."""
    start, end = running.start, running.end
    if start is None or end is None:
        return None
    near = [found for year in range(start.year - 4, end.year + 5) if (found := days(year))]
    return min(near, key=lambda found: (_gap(found, start, end), abs((found[0] - start).days), -found[0].toordinal()), default=None)


def _of_story(days: DaysOfYear, running: Interval, *, before: bool) -> Days | None:
    """The year the story stands in: the next when that year's days lie half a year behind it, and the last when the clause tells
    what had been (`before`) and the last year's are nearer."""
    start, end = running.start, running.end
    own = [found for year in range(start.year, end.year + 1) if (found := days(year))] if start and end else []
    if start is None or end is None or not own:
        return _nearest(days, running)
    found = min(own, key=lambda found: (_gap(found, start, end), -found[0].toordinal()))
    if (start - found[1]).days > _HALF_YEAR:
        return days(end.year + 1) or found
    last = days(start.year - 1) if before and found[0] > end else None
    return last if last and _gap(last, start, end) < _gap(found, start, end) else found


def _gap(found: Days, start: dt.date, end: dt.date) -> int:
    return max(0, (found[0] - end).days, (start - found[1]).days)


def _day_of_month(number: int, context: TimeContext) -> Interval | None:
    """ "The 15th": of the running month, or the last 15th on or before publication."""
    if context.current and context.current.start:
        start = context.current.start
        return _interval(_single(date_of(start.year, start.month, number)), Precision.DAY, Basis.NARRATIVE)
    if context.published is None:
        return None
    year, month = context.published.year, context.published.month
    if number > context.published.day and not context.future:
        year, month = (year, month - 1) if month > 1 else (year - 1, 12)
    return _interval(_single(date_of(year, month, number)), Precision.DAY, Basis.PUBLICATION)


def _single(day: dt.date | None) -> Days | None:
    return (day, day) if day else None


def _interval(days: Days | None, precision: Precision, basis: Basis) -> Interval | None:
    return Interval(days[0], days[1], precision, basis) if days else None
