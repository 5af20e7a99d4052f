"""Which claims are worth putting to a test: those that share a key and are near in time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, groupby, pairwise, product

from warledger.stages.events.clashes.clash import Side, last_day
from warledger.stages.events.clashes.keys import Key
from warledger.stages.events.clashes.looks import Keys, Look

Pairs = Iterator[tuple[Side, Side]]


def pairs(look: Look, sides: Sequence[Side]) -> Pairs:
    """Every pair of the look once, the asking claim first (of a look that asks both alike, the one with the smaller id)."""
    asking = _blocks(sides, look.asks)
    answering = asking if look.answers is None else _blocks(sides, look.answers, asking)
    seen: set[tuple[str, str]] = set()
    for key in asking:
        for a, b in _meeting(asking[key], answering.get(key, ()), look):
            if look.answers is None and b.claim.id < a.claim.id:
                a, b = b, a
            if a is not b and (a.claim.id, b.claim.id) not in seen:
                seen.add((a.claim.id, b.claim.id))
                yield a, b


def _blocks(sides: Sequence[Side], keys: Keys, wanted: Mapping[Key, object] | None = None) -> dict[Key, list[Side]]:
    blocks: dict[Key, list[Side]] = defaultdict(list)
    for side in sides:
        for key in set(keys(side)):
            if wanted is None or key in wanted:
                blocks[key].append(side)
    return blocks


def _meeting(asking: Sequence[Side], answering: Sequence[Side], look: Look) -> Pairs:
    if look.steps:
        return _steps(asking)
    if look.within is None:
        return combinations(asking, 2) if look.answers is None else product(asking, answering)
    dated = [[side for side in block if side.facet.start or side.facet.end] for block in (asking, answering)]
    return _near(dated[0], look.within) if look.answers is None else _across(dated[0], dated[1], look.within)


def _steps(block: Sequence[Side]) -> Pairs:
    """Counts of one day among each other, and those of neighbouring days."""
    days = [list(group) for _, group in groupby(sorted(block, key=lambda s: (_counted_on(s), s.claim.id)), key=_counted_on)]
    for group in days:
        yield from combinations(group, 2)
    for early, late in pairwise(days):
        yield from product(early, late)


def _counted_on(side: Side) -> int:
    """The day of a count: a strength is had from its first day on, a toll is complete on its last."""
    return side.facet.start if side.facet.kind == "strength" and side.facet.start is not None else last_day(side)


def _near(block: Sequence[Side], within: int) -> Pairs:
    """By a sweep over the first days: who ended more than `within` days before is out."""
    open_: list[Side] = []
    for side in sorted(block, key=lambda s: (s.window[0], s.claim.id)):
        open_ = [other for other in open_ if other.window[1] + within >= side.window[0]]
        yield from ((other, side) for other in open_)
        open_.append(side)


def _across(asking: Sequence[Side], answering: Sequence[Side], within: int) -> Pairs:
    """The same between two lists."""
    rows = sorted([(s.window[0], s.claim.id, True, s) for s in asking] + [(s.window[0], s.claim.id, False, s) for s in answering], key=_row)
    open_: dict[bool, list[Side]] = {True: [], False: []}
    for first, _, asks, side in rows:
        open_[not asks] = [other for other in open_[not asks] if other.window[1] + within >= first]
        yield from ((side, other) if asks else (other, side) for other in open_[not asks])
        open_[asks].append(side)


def _row(row: tuple[float, str, bool, Side]) -> tuple[float, str, bool]:
    return row[:3]
