"""The measures of the benchmark of copies, against values worked out by hand."""

from __future__ import annotations

import pytest

from eval.families.measure import adjusted_rand_index, grouped, judged
from eval.families.pile import Planted
from warledger.base.spans import Span
from warledger.records.document import Block, BlockKind, Document, Metadata
from warledger.records.family import Edge, EdgeType, Family


def planted(name: str, family: str, kind: str | None = None, source: str | None = None, series: str | None = None) -> Planted:
    document = Document(name, name, name, "txt", "words", (Block(Span(0, 5), BlockKind.PARAGRAPH),), Metadata())
    return Planted(document, "tune", family, kind, source, series)


PILE = [
    planted("a", "1"),
    planted("b", "1", "reprint", "a"),
    planted("c", "1", "reworded", "a"),
    planted("d", "2"),
    planted("e", "3", "quotes", "d"),
    planted("f", "4", series="series 1"),
]


def test_the_index_is_one_for_the_truth_none_for_chance_and_worked_out_right_between() -> None:
    assert adjusted_rand_index(["1", "1", "2"], ["x", "x", "y"]) == 1
    assert adjusted_rand_index(["1", "1", "2", "2"], ["x", "y", "x", "y"]) < 0
    # Three pairs in the truth, one found, six in all: (1 - 3/6) / ((3 + 1)/2 - 3/6).
    assert adjusted_rand_index(["1", "1", "1", "2"], ["x", "x", "y", "z"]) == pytest.approx(0.5 / 1.5)


def test_a_copy_counts_as_found_with_what_it_came_from() -> None:
    scores = grouped(PILE, {"a": "x", "b": "x", "d": "x"})
    assert scores.found == {"reprint": (1, 1), "reworded": (0, 1)}
    assert scores.precision == pytest.approx(1 / 3)
    assert scores.recall == pytest.approx(1 / 3)


def test_edges_are_judged_by_type_and_by_whom_they_tie() -> None:
    edges = (
        Edge("b", "a", EdgeType.REWRITE, 1.0, ""),
        Edge("f", "d", EdgeType.EXCERPT, 1.0, ""),
        Edge("e", "d", EdgeType.QUOTES, 0.2, ""),
    )
    families = (Family("x", ("a", "b"), "b", "", edges[:1]), Family("y", ("d", "f"), "d", "", edges[1:2]))
    scores = judged(PILE, families, edges)
    assert scores.typed == {"reprint": (0, 1), "quotes": (1, 1)}
    assert scores.right == {"excerpt": (0, 1), "quotes": (1, 1), "rewrite": (1, 1)}
    assert scores.origins == (1, 2)
    assert scores.joined == {"series": (1, 1)}
