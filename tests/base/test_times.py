"""Intervals against lists of days."""

from __future__ import annotations

import datetime as dt

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from warledger.base.times import Basis, Interval, Precision, parse_iso_date

FIRST = dt.date(2024, 1, 1)
LAST = dt.date(2024, 3, 1)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    start, end = sorted(draw(st.tuples(st.dates(FIRST, LAST), st.dates(FIRST, LAST))))
    return Interval(draw(st.sampled_from([start, None])), draw(st.sampled_from([end, None])))


def days(interval: Interval, margin: int = 0) -> set[dt.date]:
    """Its days, open ends cut well outside the days that are drawn."""
    start = (interval.start or FIRST - dt.timedelta(days=200)) - dt.timedelta(days=margin)
    end = interval.end or LAST + dt.timedelta(days=200)
    return {start + dt.timedelta(days=n) for n in range((end - start).days + 1 + margin)}


def test_an_interval_ends_after_it_starts() -> None:
    with pytest.raises(ValueError, match="ends before it starts"):
        Interval(LAST, FIRST)


@given(intervals())
def test_days_are_counted_with_both_ends(interval: Interval) -> None:
    closed = interval.start is not None and interval.end is not None
    assert interval.days == (len(days(interval)) if closed else None)


@given(intervals(), intervals(), st.integers(0, 10))
def test_overlap_is_having_a_day_in_common_give_or_take_the_slack(one: Interval, other: Interval, slack: int) -> None:
    assert one.overlaps(other) == bool(days(one) & days(other))
    assert one.overlaps(other, slack) == bool(days(one, slack) & days(other))
    assert one.overlaps(other, slack) == other.overlaps(one, slack)


def test_an_interval_open_at_both_ends_overlaps_everything() -> None:
    assert Interval(None, None, Precision.OPEN).overlaps(Interval(dt.date.min, dt.date.min))
    assert Interval(dt.date.max, dt.date.max).overlaps(Interval(None, None), slack=1000)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-12-05", dt.date(2024, 12, 5)),
        ("2024-12-05T23:59:59+03:00", dt.date(2024, 12, 5)),
        ("2024-12-05 23:59", dt.date(2024, 12, 5)),
        ("20241205T235900Z", dt.date(2024, 12, 5)),
        ("20241205", dt.date(2024, 12, 5)),
        (" 2024-12-05 ", dt.date(2024, 12, 5)),
        ("2024-02-30", None),
        ("2024-12", None),
        ("2024", None),
        ("5 December 2024", None),
        ("2024-12-055", None),
        ("", None),
        (None, None),
    ],
)
def test_the_day_of_an_iso_date(text: str | None, day: dt.date | None) -> None:
    assert parse_iso_date(text) == day


@given(st.datetimes())
def test_every_iso_date_time_gives_its_day(moment: dt.datetime) -> None:
    assert parse_iso_date(moment.isoformat()) == moment.date() == parse_iso_date(moment.date().isoformat())


@given(st.text(max_size=20))
def test_no_text_is_an_error(text: str) -> None:
    day = parse_iso_date(text)
    assert day is None or str(day.year) in text


@given(intervals(), st.sampled_from(Precision), st.sampled_from(Basis))
def test_json_keeps_an_interval(interval: Interval, precision: Precision, basis: Basis) -> None:
    full = msgspec.structs.replace(interval, precision=precision, basis=basis, words="last week")
    assert msgspec.json.decode(msgspec.json.encode(full), type=Interval) == full
