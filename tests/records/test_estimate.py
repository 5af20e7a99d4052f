"""Three views of one matrix: what each source said last, and what follows from it."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warledger.records.estimate import by_family, conservative, low_best_high, speakers
from warledger.records.figure import Cell, Figure

DAY = dt.date(2031, 5, 4)


def matrix(*cells: tuple[str, float | None, float | None, bool]) -> Figure:
    rows = tuple(Cell(f"r-{i}", source, low, high, party, DAY + dt.timedelta(i)) for i, (source, low, high, party) in enumerate(cells))
    return Figure("killed", "people", None, None, tuple(c.record for c in rows), rows)


def test_a_source_speaks_once_with_its_last_figure() -> None:
    figure = matrix(("wire", 5, 5, False), ("monitor", 9, 9, False), ("wire", 7, 7, False))
    assert [(c.source, c.low) for c in speakers(figure)] == [("monitor", 9), ("wire", 7)]
    assert low_best_high(figure).sources == 2


def test_of_two_figures_of_one_day_the_lower_counts() -> None:
    cells = tuple(Cell(f"r-{n}", "wire", n, n, known=DAY) for n in (8, 5))
    assert conservative(Figure("killed", "", 5, 8, ("r-5", "r-8"), cells)) == 5


@pytest.mark.parametrize(
    ("cells", "least", "best", "most"),
    [
        ([("a", 15, 15, False)], 15, 15, 15),
        ([("a", 15, 15, False), ("b", 16, 16, False), ("c", 16, 16, False)], 15, 16, 16),
        ([("a", 10, 10, False), ("b", 12, 12, False), ("c", 40, 40, False)], 10, 12, 40),
        ([("a", 24, None, False)], 24, 24, 24),
        ([("a", None, 80, False)], 0, None, 80),
        ([("a", 15, 15, False), ("army", 60, 60, True)], 15, 15, 60),
        ([("army", 60, 60, True)], 60, 60, 60),
        ([], None, None, None),
    ],
    ids=["one", "most say 16", "the middle", "dozens", "up to", "a party's boast is no best", "only a party", "nobody"],
)
def test_low_best_and_high(
    cells: list[tuple[str, float | None, float | None, bool]], least: float | None, best: float | None, most: float | None
) -> None:
    found = low_best_high(matrix(*cells))
    assert (found.low, found.best, found.high) == (least, best, most)


def test_a_partys_own_figure_stands_beside_the_others() -> None:
    others, own = by_family(matrix(("a", 15, 15, False), ("b", 20, None, False), ("army", 3, 3, True)))
    assert (others.low, others.high, others.sources) == (15, 20, 2)
    assert (own.low, own.high, own.sources) == (3, 3, 1)


counts = st.one_of(st.none(), st.integers(0, 500).map(float))
rows = st.tuples(st.sampled_from("abcd"), counts, counts, st.booleans()).filter(lambda r: r[1] is None or r[2] is None or r[1] <= r[2])


@given(st.lists(rows, max_size=6), st.randoms())
def test_the_views_agree_with_each_other_in_any_order(cells: list[tuple[str, float | None, float | None, bool]], chance: object) -> None:
    figure = matrix(*cells)
    found = low_best_high(figure)
    if found.best is not None and found.low is not None and found.high is not None:
        assert found.low <= found.best <= found.high
    least = conservative(figure)
    assert least is None or found.low is None or least >= found.low
    shuffled = list(figure.cells)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    again = Figure("killed", "people", None, None, figure.members, tuple(shuffled))
    assert (low_best_high(again), conservative(again), by_family(again)) == (found, least, by_family(figure))
