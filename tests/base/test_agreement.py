"""Agreement beyond chance, against the values its authors and textbooks print."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warledger.base.agreement import cohens_kappa, krippendorffs_alpha

#: Krippendorff (2011), example C: four observers, twelve units, `*` missing; and example A: two observers, binary.
FOUR = ("1 2 3 3 2 1 4 1 2 * * *", "1 2 3 3 2 2 4 1 2 5 * 3", "* 3 3 3 2 3 4 2 2 5 1 *", "1 2 3 3 2 4 4 1 2 5 1 *")
TWO = ("0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0")


def units(*observers: str) -> list[list[str]]:
    return [[label for label in row if label != "*"] for row in zip(*(o.split() for o in observers), strict=True)]


@pytest.mark.parametrize(("observers", "alpha"), [(FOUR, 0.743), (TWO, 0.095)])
def test_alpha_is_that_of_its_author(observers: tuple[str, ...], alpha: float) -> None:
    assert krippendorffs_alpha(units(*observers)) == pytest.approx(alpha, abs=0.0005)


def test_kappa_of_two_readers_of_fifty_grant_proposals() -> None:
    pairs = [("yes", "yes")] * 20 + [("yes", "no")] * 5 + [("no", "yes")] * 10 + [("no", "no")] * 15
    assert cohens_kappa(pairs) == pytest.approx(0.4)


def test_where_nothing_or_one_thing_is_said_there_is_no_measure() -> None:
    assert cohens_kappa([]) is None and cohens_kappa([("a", "a")] * 3) is None
    assert krippendorffs_alpha([["a"], []]) is None and krippendorffs_alpha([["a", "a"]]) is None


LABELS = st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc")), max_size=30)


@given(LABELS)
def test_both_are_at_most_1_and_1_only_for_judges_of_one_mind(pairs: list[tuple[str, str]]) -> None:
    one_mind = all(a == b for a, b in pairs)
    for measure in (cohens_kappa(pairs), krippendorffs_alpha(pairs)):
        assert measure is None or (measure <= 1 + 1e-9 and (abs(measure - 1) < 1e-9) == one_mind)


@given(LABELS)
def test_neither_cares_who_is_called_first(pairs: list[tuple[str, str]]) -> None:
    turned = [(b, a) for a, b in pairs]
    assert cohens_kappa(turned) == pytest.approx(cohens_kappa(pairs))
    assert krippendorffs_alpha(turned) == pytest.approx(krippendorffs_alpha(pairs))
