"""Every second is counted once, for the stage that was running."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from eval.stopwatch import Stopwatch, Timed


class Clock:
    """A clock that goes on when told."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now

    def work(self, seconds: float) -> float:
        self.now += seconds
        return seconds

    def make(self, *seconds: float) -> Iterator[float]:
        for each in seconds:
            yield self.work(each)


@pytest.fixture
def clock() -> Clock:
    return Clock()


def test_an_inner_stage_is_not_counted_for_the_outer(clock: Clock) -> None:
    watch = Stopwatch(clock)
    with watch.stage("read"):
        clock.work(2)
        with watch.stage("parse"):
            clock.work(5)
        clock.work(1)
    clock.work(100)
    assert watch.seconds == {"read": 3, "parse": 5}


def test_making_items_is_counted_and_using_them_is_not(clock: Clock) -> None:
    watch = Stopwatch(clock)
    for _ in watch.along("parse", clock.make(1, 2, 3)):
        clock.work(10)
    assert watch.seconds == {"parse": 6}


def test_items_that_are_none_are_items(clock: Clock) -> None:
    assert list(Stopwatch(clock).along("x", [None, None])) == [None, None]


def test_an_error_ends_its_stage(clock: Clock) -> None:
    watch = Stopwatch(clock)
    with watch.stage("outer"):
        with pytest.raises(ValueError), watch.stage("inner"):
            clock.work(1)
            raise ValueError
        clock.work(2)
    assert watch.seconds == {"inner": 1, "outer": 2}


def test_a_timed_object_behaves_as_itself(clock: Clock) -> None:
    watch = Stopwatch(clock)
    timed = Timed(clock, watch, "work")
    assert timed.work(2) == 2
    assert list(timed.make(1, 3)) == [1, 3]
    assert timed() == timed.now == 6
    assert watch.seconds == {"work": 6}
