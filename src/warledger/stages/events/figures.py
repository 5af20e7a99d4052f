"""The figures of a happening: one per measure and group, between the least and the most its members say."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from warledger.records.claim import Claim
from warledger.records.figure import Figure
from warledger.stages.events.facets import figures_of


def figures(claims: Sequence[Claim]) -> tuple[Figure, ...]:
    """Sorted by measure and group. `low` is the lowest lower bound, `high` the highest upper bound stated; groups are told apart by
    their words (case aside) and shown as most members write them."""
    rows: dict[tuple[str, str], list[tuple[str, str, float | None, float | None]]] = defaultdict(list)
    for claim in claims:
        for measure, group, low, high in figures_of(claim):
            rows[(measure, group.casefold())].append((claim.id, group, low, high))
    return tuple(_figure(measure, rows[(measure, group)]) for measure, group in sorted(rows))


def _figure(measure: str, rows: list[tuple[str, str, float | None, float | None]]) -> Figure:
    lows = [low for _, _, low, _ in rows if low is not None]
    highs = [high for _, _, _, high in rows if high is not None]
    names = Counter(group for _, group, _, _ in rows)
    return Figure(
        measure=measure,
        group=min(names, key=lambda name: (-names[name], name)),
        low=min(lows, default=None),
        high=max(highs, default=None),
        members=tuple(sorted({claim for claim, _, _, _ in rows})),
    )
