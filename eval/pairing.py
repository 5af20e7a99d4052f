"""Which of our records is which hand-made one: the scorer's own comparison, one to one, best first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from types import ModuleType

from eval.data import Row


def pair(scorer: ModuleType, gold: Sequence[Row], ours: Sequence[Row], documents: dict[str, str]) -> dict[str, str]:
    """Hand-made ids by our ids. Two records may pair when `score.py` would pair them: one kind, overlapping words, one key."""
    by_place: dict[tuple[str, str], list[tuple[Row, tuple[int, int]]]] = defaultdict(list)
    for record in ours:
        span = scorer.span(record, documents)
        if span:
            by_place[record["doc"], record["kind"]].append((record, span))
    candidates: list[tuple[float, str, str]] = []
    for record in gold:
        start, end = scorer.span(record, documents) or (0, 0)
        for other, span in by_place[record["doc"], record["kind"]]:
            if start < span[1] and span[0] < end and scorer.key_agrees(record, other):
                candidates.append((-likeness(scorer, record, other), record["id"], other["id"]))
    return _best_first(candidates)


def likeness(scorer: ModuleType, gold: Row, ours: Row) -> float:
    """The mean field score over the fields that either of two records fills (0 to 1)."""
    names = [name for name in fields_of(scorer, gold["kind"]) if scorer.filled(name, gold) or scorer.filled(name, ours)]
    return float(sum(scorer.field_score(name, gold, ours) for name in names)) / max(1, len(names))


def fields_of(scorer: ModuleType, kind: str) -> list[str]:
    """The fields the scorer compares for a kind; none for a kind it does not know."""
    return [*scorer.FIELDS[kind], *scorer.COMMON] if kind in scorer.FIELDS else []


def _best_first(candidates: list[tuple[float, str, str]]) -> dict[str, str]:
    taken: set[str] = set()
    found: dict[str, str] = {}
    for _, gold, ours in sorted(candidates):
        if gold not in taken and ours not in found:
            taken.add(gold)
            found[ours] = gold
    return found
