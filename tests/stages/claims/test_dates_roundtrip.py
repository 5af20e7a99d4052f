"""Dates rendered in every shape are found whole and mean that day; arbitrary text never fails."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warledger.base.times import Interval
from warledger.records.time_words import parse
from warledger.stages.claims.dates import TimeContext, find_times, resolve

WORDS = parse((files("warledger.records") / "vocab" / "times.toml").read_text(encoding="utf-8"))
DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31))

# strftime's names follow the locale; these do not.
MONTHS = "January February March April May June July August September October November December".split()  # noqa: SIM905
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()  # noqa: SIM905


def ordinal(number: int) -> str:
    suffix = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"


def month(day: dt.date) -> str:
    return MONTHS[day.month - 1]


def short(day: dt.date) -> str:
    return "May" if day.month == 5 else f"{month(day)[:3]}."


FULL: list[Callable[[dt.date], str]] = [
    lambda d: f"{d.day} {month(d)} {d.year}",
    lambda d: f"{month(d)} {d.day}, {d.year}",
    lambda d: f"{month(d)} {ordinal(d.day)}, {d.year}",
    lambda d: f"{d.day} {month(d)[:3]} {d.year}",
    lambda d: f"{short(d)} {d.day}, {d.year}",
    lambda d: f"{ordinal(d.day)} of {month(d)} {d.year}",
    lambda d: f"{WEEKDAYS[d.weekday()]}, {d.day} {month(d)} {d.year}",
    lambda d: f"{WEEKDAYS[d.weekday()]}, {month(d)} {d.day}, {d.year}",
    lambda d: f"{d.day:02} {month(d).upper()} {d.year}",
    lambda d: d.isoformat(),
]
YEARLESS: list[Callable[[dt.date], str]] = [
    lambda d: f"{d.day} {month(d)}",
    lambda d: f"{month(d)} {d.day}",
    lambda d: f"the {ordinal(d.day)} of {month(d)}",
    lambda d: f"{short(d)} {d.day}",
]
FRAMES = [
    "On {}, shells fell on the town.",
    "The bridge was blown up on {} by retreating units.",
    "({})",
    "Talks opened {}; nothing came of them.",
]


def only(text: str, context: TimeContext) -> Interval:
    (expression,) = find_times(text, WORDS)
    days = resolve(expression, context)
    assert days is not None
    return days


@given(DAYS, st.sampled_from(FULL), st.sampled_from(FRAMES))
def test_a_full_date_means_its_day_whatever_the_context(day: dt.date, shape: Callable[[dt.date], str], frame: str) -> None:
    days = only(frame.format(shape(day)), TimeContext(published=dt.date(2050, 1, 1)))
    assert (days.start, days.end) == (day, day)
    assert days.words == shape(day)


@given(DAYS, st.sampled_from(YEARLESS), st.sampled_from(FRAMES[:2]), st.integers(0, 330))
def test_a_date_without_a_year_means_the_last_before_publication(
    day: dt.date, shape: Callable[[dt.date], str], frame: str, age: int
) -> None:
    if (day.month, day.day) == (2, 29):
        day = day.replace(day=28)
    days = only(frame.format(shape(day)), TimeContext(published=day + dt.timedelta(days=age)))
    assert (days.start, days.end) == (day, day)


@given(DAYS, st.sampled_from(YEARLESS), st.integers(-150, 150))
def test_in_a_story_a_date_without_a_year_is_the_one_nearest_the_running_date(
    day: dt.date, shape: Callable[[dt.date], str], away: int
) -> None:
    if (day.month, day.day) == (2, 29):
        day = day.replace(day=28)
    stands = day + dt.timedelta(days=away)
    context = TimeContext(dt.date(2120, 1, 1), Interval(stands, stands), narrative=True)
    assert only(f"On {shape(day)} the town fell.", context).start == day


@given(DAYS, st.sampled_from(YEARLESS), st.integers(0, 180))
def test_a_story_that_goes_on_stays_in_its_year_or_goes_to_the_next(day: dt.date, shape: Callable[[dt.date], str], away: int) -> None:
    if (day.month, day.day) == (2, 29):
        day = day.replace(day=28)
    stands = day - dt.timedelta(days=away)
    context = TimeContext(dt.date(2120, 1, 1), Interval(stands, stands), narrative=True, goes_on=True)
    assert only(f"On {shape(day)} the town fell.", context).start == day


@given(DAYS, st.integers(183, 360))
def test_a_story_that_goes_on_does_not_fall_back_a_year(stands: dt.date, ahead: int) -> None:
    day = stands + dt.timedelta(days=ahead)
    if day.year != stands.year:
        return
    context = TimeContext(dt.date(2120, 1, 1), Interval(stands, stands), narrative=True, goes_on=True)
    assert only(f"On {day.day} {day:%B} the town fell.", context).start == day


@given(DAYS, st.integers(2, 60), st.sampled_from(["after", "before"]))
def test_days_beside_an_event_count_from_where_the_story_stands(stands: dt.date, number: int, way: str) -> None:
    context = TimeContext(None, Interval(stands, stands), narrative=True)
    shift = number if way == "after" else -number
    assert only(f"The town fell {number} days {way} the raid.", context).start == stands + dt.timedelta(days=shift)


@given(DAYS, st.integers(0, 6))
def test_a_weekday_is_the_last_on_or_before_publication(published: dt.date, back: int) -> None:
    day = published - dt.timedelta(days=back)
    assert only(f"Officials said on {WEEKDAYS[day.weekday()]} that it held.", TimeContext(published=published)).start == day


@given(DAYS, st.integers(1, 300), st.sampled_from(["later", "earlier", "ago"]))
def test_days_are_counted_from_their_anchor(day: dt.date, count: int, way: str) -> None:
    words = f"{count} days {way}" if count > 1 else f"a day {way}"
    days = only(f"{words}, it ended.", TimeContext(published=day, current=Interval(day, day)))
    assert days.start == days.end == day + dt.timedelta(days=count if way == "later" else -count)


@given(DAYS, st.integers(1, 200), st.sampled_from(["–", " – ", "-", " to ", " until ", " through "]), st.sampled_from(FULL[:2]))
def test_a_range_runs_from_its_first_to_its_last_day(day: dt.date, length: int, link: str, shape: Callable[[dt.date], str]) -> None:
    last = day + dt.timedelta(days=length)
    days = only(f"Clashes from {shape(day)}{link}{shape(last)}.", TimeContext())
    assert (days.start, days.end) == (day, last)


@given(DAYS, st.integers(1, 100))
def test_a_range_shares_its_year_backwards(day: dt.date, length: int) -> None:
    last = day + dt.timedelta(days=length)
    days = only(f"{day.day} {month(day)} – {last.day} {month(last)} {last.year}", TimeContext())
    if (day.month, day.day) < (last.month, last.day) or day.month > last.month:
        assert (days.start, days.end) == (day, last)


PIECE_TEXT = """
May March Sat Sun Friday Nov. 5 31 2011 1999 9999 early late mid - the of in on and to until since by as between last next
day days week months year ago later before after that same 0 99 1st 32nd overnight yesterday , . ( ) / – several a few
first half end this following previous weekend spring decade 1990s 2024-13-45 99.99.2024 hours twenty four couple
"""
PIECES = st.sampled_from([*PIECE_TEXT.split(), "\n\n"])
CONTEXTS = st.builds(
    TimeContext,
    published=st.none() | st.dates(dt.date(1800, 1, 1), dt.date(2150, 12, 31)),
    current=st.none() | DAYS.map(lambda day: Interval(day, day)) | DAYS.map(lambda day: Interval(day, day + dt.timedelta(days=40))),
    narrative=st.booleans(),
    future=st.booleans(),
)


@pytest.mark.parametrize(
    "source", [st.text(max_size=200), st.lists(PIECES, max_size=25).map(" ".join), st.lists(PIECES, max_size=25).map("".join)]
)
def test_no_text_fails_and_spans_are_disjoint_and_in_order(source: st.SearchStrategy[str]) -> None:
    @given(source, CONTEXTS)
    def check(text: str, context: TimeContext) -> None:
        at = 0
        for expression in find_times(text, WORDS):
            assert at <= expression.span.start < expression.span.end <= len(text)
            assert expression.span.of(text) == expression.words
            at = expression.span.end
            days = resolve(expression, context)
            if days is not None and days.start is not None and days.end is not None:
                assert days.start <= days.end

    check()
