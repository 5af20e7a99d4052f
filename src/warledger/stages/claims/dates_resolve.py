"""From a time expression to days, given when it was written and where the story stands."""

from __future__ import annotations

import datetime as dt

import msgspec

from warledger.base.times import Interval, Precision
from warledger.stages.claims.dates_absolute import day, month, season, years
from warledger.stages.claims.dates_calendar import moved
from warledger.stages.claims.dates_forms import (
    Calendar,
    Day,
    Form,
    Month,
    Relation,
    Season,
    Shift,
    Stretch,
    TimeContext,
    TimeExpression,
    Weekday,
    Window,
    Years,
)
from warledger.stages.claims.dates_relative import calendar, shift, weekday, window

_LONG = frozenset({Precision.PART_OF_MONTH, Precision.MONTH, Precision.PART_OF_YEAR, Precision.YEAR})
_STRETCHED = {
    Precision.PART_OF_DAY: Precision.DAYS,
    Precision.DAY: Precision.DAYS,
    Precision.PART_OF_MONTH: Precision.DAYS,
    Precision.MONTH: Precision.PART_OF_YEAR,
    Precision.YEAR: Precision.YEARS,
}


def resolve(expression: TimeExpression, context: TimeContext) -> Interval | None:
    """The days the expression means; `None` when the context does not fix them, or no such day exists ("31 February").

    "since" runs to the day of publication, "after" likewise; "by" and "until" begin with the running date (codebook rule 5);
    "before" has no start.
    """
    found = _resolve_form(expression.form, context)
    if found is None:
        return None
    if expression.part_of_day and found.precision is Precision.DAY:
        found = msgspec.structs.replace(found, precision=Precision.PART_OF_DAY)
    found = _not_to_come(found, context)
    related = found if isinstance(expression.form, Stretch) else _related(found, expression.relation, context)
    return msgspec.structs.replace(related, words=expression.words) if related else None


def _not_to_come(found: Interval, context: TimeContext) -> Interval:
    """A month or year that publication falls in ends with that day, unless the clause speaks of what is to come."""
    published = context.published
    if published is None or context.future or found.precision not in _LONG or found.start is None or found.end is None:
        return found
    return msgspec.structs.replace(found, end=published) if found.start <= published < found.end else found


def _resolve_form(form: Form, context: TimeContext) -> Interval | None:
    match form:
        case Day():
            return day(form, context)
        case Month():
            return month(form, context)
        case Season():
            return season(form, context)
        case Years():
            return years(form)
        case Weekday():
            return weekday(form, context)
        case Shift():
            return shift(form, context)
        case Window():
            return window(form, context)
        case Calendar():
            return calendar(form, context)
        case Stretch():
            return _stretch(form, context)


def _stretch(form: Stretch, context: TimeContext) -> Interval | None:
    """The last end is read first; the first end is then the nearest before it ("Friday to Sunday", "27 November - 8 December")."""
    last = _resolve_form(form.last, context)
    if last is None or last.end is None:
        return None
    before = TimeContext(published=last.end, current=context.current if isinstance(form.first, Shift) else None)
    first = _resolve_form(form.first, before)
    if first is None or first.start is None or first.start > last.end:
        return None
    return Interval(first.start, last.end, _STRETCHED.get(last.precision, last.precision), last.basis)


def _related(found: Interval, relation: Relation, context: TimeContext) -> Interval | None:
    """What "since", "by", "until", "after" or "before" makes of the days."""
    match relation:
        case Relation.SINCE | Relation.AFTER:
            return _open(found.start, _not_before(context.published, found.start), found)
        case Relation.BEFORE:
            return _open(None, moved(found.start, -1) if found.start else None, found)
        case Relation.BY | Relation.UNTIL:
            return _closing(found, context)
        case Relation.AROUND if found.precision in (Precision.DAY, Precision.PART_OF_DAY):
            return msgspec.structs.replace(found, precision=Precision.DAYS)
        case _:
            return found


def _closing(found: Interval, context: TimeContext) -> Interval:
    """ "By 8 December": ends that day, begins with the last date the text fixed before it."""
    running = context.current
    published = context.published
    if context.future and published is not None and not context.narrative and found.end is not None and published <= found.end:
        return Interval(published, found.end, Precision.DAYS if published != found.end else found.precision, found.basis)
    if running is None or running.start is None or found.end is None or found.start is None or running.start > found.start:
        return found
    precision = Precision.DAYS if running.start != found.end else found.precision
    return Interval(running.start, found.end, precision, found.basis)


def _open(start: dt.date | None, end: dt.date | None, found: Interval) -> Interval:
    return Interval(start, end, Precision.OPEN, found.basis)


def _not_before(published: dt.date | None, start: dt.date | None) -> dt.date | None:
    return published if published is not None and (start is None or start <= published) else None
