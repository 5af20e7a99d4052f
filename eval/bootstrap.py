"""How far a score could lie elsewhere had other documents been coded: a bootstrap over documents or sections."""

from __future__ import annotations

import random
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from types import ModuleType

from eval.data import Row
from eval.pairing import fields_of

Unit = Callable[[Row], Hashable]


@dataclass(frozen=True)
class Slots:
    """Filled fields of one unit: right ones, those in the hand-made records, those in ours."""

    hit: float
    gold: int
    ours: int


def slots_by_unit(scorer: ModuleType, gold: Sequence[Row], ours: Sequence[Row], documents: dict[str, str], unit: Unit) -> list[Slots]:
    """The slots of every unit that holds a hand-made record; `unit` names the unit of a record."""
    units = sorted({unit(record) for record in gold}, key=repr)
    return [_slots(scorer, [g for g in gold if unit(g) == u], [p for p in ours if unit(p) == u], documents) for u in units]


def _slots(scorer: ModuleType, gold: list[Row], ours: list[Row], documents: dict[str, str]) -> Slots:
    in_gold = sum(_filled(scorer, record) for record in gold)
    in_ours = sum(_filled(scorer, record) if scorer.span(record, documents) else 1 for record in ours)
    recall: float = scorer.score([dict(r) for r in gold], [dict(r) for r in ours], documents)["slots"]["R"]
    return Slots(recall * max(1, in_gold), in_gold, in_ours)


def _filled(scorer: ModuleType, record: Row) -> int:
    return 1 + sum(bool(scorer.filled(name, record)) for name in fields_of(scorer, record["kind"]))


def f1(units: Sequence[Slots]) -> float:
    """F1 over the filled fields of all units together."""
    hit, gold, ours = (sum(values) for values in zip(*((u.hit, u.gold, u.ours) for u in units), strict=True))
    return 2 * hit / (gold + ours) if gold + ours else 0.0


def interval(units: Sequence[Slots], *, rounds: int = 2000, seed: int = 7) -> tuple[float, float]:
    """The middle 95 % of the F1 over `rounds` draws of as many units, with replacement."""
    chance = random.Random(seed)
    draws = sorted(f1(chance.choices(units, k=len(units))) for _ in range(rounds))
    return draws[int(0.025 * rounds)], draws[int(0.975 * rounds) - 1]
