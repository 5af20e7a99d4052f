"""How records with and without the gate are compared."""

from __future__ import annotations

from eval.gate import difference


def test_what_is_missing_or_in_excess_counts_once() -> None:
    assert difference(["a", "b"], ["a", "b"]) == 0
    assert difference(["a"], ["a", "b"]) == 0.5
    assert difference(["a", "x"], ["a", "b"]) == 0.5
    assert difference(["a", "a", "b"], ["a", "b"]) == 0.5
    assert difference([], []) == 0
