"""The figures of a happening: one per measure and group, between the least and the most its members say."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from warledger.records.claim import FACTUAL, Claim, Modality
from warledger.records.figure import Cell, Figure
from warledger.records.link import Links
from warledger.stages.events.facets import figures_of
from warledger.stages.events.sources import Origins, source_of


def figures(claims: Sequence[Claim], links: Links, first: Origins) -> tuple[Figure, ...]:
    """Sorted by measure and group. `low` is the lowest lower bound, `high` the highest upper bound stated; groups are told apart by
    their words (case aside) and shown as most members write them. Cells hold what is said to have happened, each with its source."""
    rows: dict[tuple[str, str], list[tuple[Claim, str, float | None, float | None]]] = defaultdict(list)
    for claim in claims:
        for measure, group, low, high in figures_of(claim):
            rows[(measure, group.casefold())].append((claim, group, low, high))
    return tuple(_figure(measure, rows[(measure, group)], links, first) for measure, group in sorted(rows))


def _figure(measure: str, rows: list[tuple[Claim, str, float | None, float | None]], links: Links, first: Origins) -> Figure:
    lows = [low for _, _, low, _ in rows if low is not None]
    highs = [high for _, _, _, high in rows if high is not None]
    names = Counter(group for _, group, _, _ in rows)
    cells = [_cell(claim, low, high, links, first) for claim, _, low, high in rows if claim.modality in FACTUAL]
    return Figure(
        measure=measure,
        group=min(names, key=lambda name: (-names[name], name)),
        low=min(lows, default=None),
        high=max(highs, default=None),
        members=tuple(sorted({claim.id for claim, _, _, _ in rows})),
        cells=tuple(sorted(cells, key=lambda c: (c.record, c.low or 0, c.high or 0))),
    )


def _cell(claim: Claim, low: float | None, high: float | None, links: Links, first: Origins) -> Cell:
    witness = first.get(claim.document)
    return Cell(
        record=claim.id,
        source=source_of(claim, links, first)[1],
        low=low,
        high=high,
        party=claim.modality is Modality.CLAIMED,
        known=witness.known if witness else None,
    )
