"""Counts with bounds against the sets of counts they allow."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warledger.base.quantities import Quantity

MOST = 20


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    low, high = sorted((draw(st.integers(0, MOST)), draw(st.integers(0, MOST))))
    return Quantity(draw(st.sampled_from([low, None])), draw(st.sampled_from([high, None])), draw(st.booleans()))


def allowed(quantity: Quantity) -> set[int]:
    """The whole counts within its bounds; a missing upper bound is cut above all that can be drawn."""
    low = 0 if quantity.low is None else int(quantity.low)
    high = 3 * MOST if quantity.high is None else int(quantity.high)
    return set(range(low, high + 1))


def test_bounds_in_the_wrong_order_are_refused() -> None:
    with pytest.raises(ValueError, match="low 5 above high 4"):
        Quantity(5, 4)


@pytest.mark.parametrize(
    ("quantity", "exact"),
    [
        (Quantity(7, 7), True),
        (Quantity(0, 0), True),
        (Quantity(7, 7, approximate=True), False),
        (Quantity(7, 8), False),
        (Quantity(7), False),
        (Quantity(high=7), False),
        (Quantity(), False),
    ],
)
def test_one_number_that_is_not_hedged_is_exact(quantity: Quantity, exact: bool) -> None:
    assert quantity.exact is exact


@given(quantities(), quantities())
def test_compatible_is_allowing_a_count_in_common(one: Quantity, other: Quantity) -> None:
    assert one.compatible(other) == bool(allowed(one) & allowed(other)) == other.compatible(one)


@given(quantities(), quantities())
def test_a_sum_allows_every_sum_and_its_bounds_are_reached(one: Quantity, other: Quantity) -> None:
    total = one.plus(other)
    assert total == other.plus(one)
    assert total.approximate == (one.approximate or other.approximate)
    for low_or_high, pick in (("low", min), ("high", max)):
        parts = getattr(one, low_or_high), getattr(other, low_or_high)
        bound = getattr(total, low_or_high)
        assert bound == (None if None in parts else pick(allowed(one)) + pick(allowed(other)))


@given(quantities(), quantities(), quantities())
def test_sums_do_not_depend_on_the_order(a: Quantity, b: Quantity, c: Quantity) -> None:
    assert a.plus(b).plus(c) == a.plus(b.plus(c))
