"""The interval holds the score it is drawn around."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.bootstrap import Slots, f1, interval

COUNT = st.integers(0, 50)
UNIT = st.builds(lambda gold, ours, share: Slots(share * min(gold, ours), gold, ours), COUNT, COUNT, st.floats(0, 1))
UNITS = st.lists(UNIT, min_size=1, max_size=12)


@given(UNITS)
def test_the_interval_is_in_order_and_within_the_units(units: list[Slots]) -> None:
    low, high = interval(units, rounds=60)
    single = [f1([unit]) for unit in units]
    assert min(single) - 1e-9 <= low <= high <= max(single) + 1e-9


def test_units_all_alike_leave_no_doubt() -> None:
    assert interval([Slots(5, 10, 10)] * 4, rounds=60) == pytest.approx((0.5, 0.5))


def test_one_seed_one_interval() -> None:
    units = [Slots(1, 10, 10), Slots(9, 10, 10), Slots(4, 10, 12)]
    assert interval(units) == interval(units)


def test_nothing_filled_is_no_score() -> None:
    assert f1([Slots(0, 0, 0)]) == 0
