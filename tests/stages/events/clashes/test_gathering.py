"""Disputes made one: the same, however many there are, as trying every pair again after each that is united."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from warledger.base.ids import content_id
from warledger.records.dispute import Dispute
from warledger.stages.events.clashes.gathering import united

_SIDES = st.frozensets(st.sampled_from("abcdef"), min_size=1, max_size=3).map(lambda held: tuple(sorted(held)))


@st.composite
def _disputes(draw: st.DrawFn) -> Dispute:
    a, b = sorted((draw(_SIDES), draw(_SIDES)))
    kind, why = draw(st.sampled_from(("figures", "doer"))), draw(st.sampled_from("xyz"))
    return Dispute(content_id("x", kind, a, b), a, b, kind, draw(st.booleans()) or kind == "doer", why)


@given(st.lists(_disputes(), max_size=14))
def test_pairs_are_united_as_if_every_one_were_tried_again(disputes: list[Dispute]) -> None:
    assert united(disputes) == _one_after_the_other(disputes)


def test_others_against_one_side_become_one_side() -> None:
    made = [_against(("a",), ("b",)), _against(("a",), ("c",))]

    (whole,) = united(made)

    assert (whole.a, whole.b) == (("a",), ("b", "c"))


def test_those_against_each_other_stay_apart() -> None:
    made = [_against(("a",), ("b",)), _against(("a",), ("c",)), _against(("b",), ("c",))]

    assert len(united(made)) == 3


def _against(a: tuple[str, ...], b: tuple[str, ...]) -> Dispute:
    return Dispute(content_id("x", "doer", a, b), a, b, "doer", True, "w")


def _one_after_the_other(disputes: list[Dispute]) -> list[Dispute]:
    """The rule as it reads: the first pair that can be united is, and all pairs are looked at again."""
    left = sorted({d.id: d for d in disputes}.values(), key=lambda d: (d.type, d.a, d.b))
    against = {(d.type, frozenset((i, j))) for d in left for i in d.a for j in d.b}
    while found := next(((x, y, both) for x, y in combinations(left, 2) if (both := _both(x, y, against))), None):
        left = sorted([d for d in left if d is not found[0] and d is not found[1]] + [found[2]], key=lambda d: (d.type, d.a, d.b))
    return left


def _both(one: Dispute, other: Dispute, against: set[tuple[str, frozenset[str]]]) -> Dispute | None:
    if one.type != other.type or not (one.real and other.real):
        return None
    for side, first in ((one.a, one.b), (one.b, one.a)):
        second = other.b if other.a == side else other.a if other.b == side else None
        if second is None or any((one.type, frozenset((i, j))) in against for i in first for j in second):
            continue
        a, b = sorted((side, tuple(sorted({*first, *second}))))
        if not {*a} & {*b}:
            return Dispute(content_id("x", one.type, a, b), a, b, one.type, one.real, min(one.why, other.why), max(one.sure, other.sure))
    return None
