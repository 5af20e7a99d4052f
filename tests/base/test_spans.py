"""Spans against sets of points."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from warledger.base.spans import Span


@st.composite
def spans(draw: st.DrawFn) -> Span:
    start, end = sorted((draw(st.integers(0, 30)), draw(st.integers(0, 30))))
    return Span(start, end)


def points(span: Span) -> set[int]:
    return set(range(span.start, span.end))


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (4, 3), (-2, -1)])
def test_what_is_no_span_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)


@given(spans(), spans())
def test_relations_are_those_of_the_points(one: Span, other: Span) -> None:
    assert len(one) == len(points(one))
    if one and other:  # an empty span shares nothing, wherever it stands
        assert one.overlaps(other) == bool(points(one) & points(other))
        assert one.covers(other) == (points(one) >= points(other))
    assert one.overlaps(other) == other.overlaps(one)
    assert one.covers(one)


@given(spans(), spans())
def test_joined_is_the_shortest_span_over_both(one: Span, other: Span) -> None:
    joined = one.joined(other)
    assert joined == other.joined(one)
    assert joined.covers(one)
    assert joined.covers(other)
    assert {joined.start, joined.end} <= {one.start, one.end, other.start, other.end}


@given(st.text(max_size=40), spans(), st.integers(0, 5))
def test_words_stay_the_same_when_text_is_put_before_them(text: str, span: Span, by: int) -> None:
    assert span.shifted(by).of("é" * by + text) == span.of(text)
    assert span.shifted(by).shifted(-by) == span


def test_a_shift_out_of_the_text_is_refused() -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(2, 5).shifted(-3)


def test_points_are_code_points() -> None:
    assert Span(1, 2).of("a\U0001f6a9b") == "\U0001f6a9"


@given(spans(), spans())
def test_order_is_that_of_the_text_and_json_keeps_it(one: Span, other: Span) -> None:
    assert (one < other) == ((one.start, one.end) < (other.start, other.end))
    assert msgspec.json.decode(msgspec.json.encode(one), type=Span) == one
