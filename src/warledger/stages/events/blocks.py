"""Which claims are worth comparing: those that share a place, a speaker or two actors, and whose days can meet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from warledger.stages.events.actions import alliance
from warledger.stages.events.facets import Facet
from warledger.stages.events.features import CHANGE_SLACK

_LONG_AGO, _FAR_AHEAD = -(10**9), 10**9


def pairs(facets: Sequence[Facet]) -> Iterator[tuple[Facet, Facet]]:
    """Every pair worth scoring once, the smaller id first."""
    seen: set[tuple[str, str]] = set()
    for block in _blocks(facets).values():
        for a, b in _meeting(block):
            key = (a.id, b.id) if a.id < b.id else (b.id, a.id)
            if key not in seen:
                seen.add(key)
                yield (a, b) if a.id < b.id else (b, a)


def _blocks(facets: Sequence[Facet]) -> dict[tuple[str, ...], list[Facet]]:
    blocks: dict[tuple[str, ...], list[Facet]] = defaultdict(list)
    for facet in facets:
        for key in _keys(facet):
            blocks[key].append(facet)
    return {key: block for key, block in blocks.items() if len(block) > 1}


def _keys(facet: Facet) -> set[tuple[str, ...]]:
    keys: set[tuple[str, ...]] = {("copy", facet.family, facet.kind, facet.action)}
    keys |= {("victim", name) for name in facet.victims}
    if facet.place is not None:
        keys |= {("place", key) for key in {facet.place} | facet.around}
    keys |= {("anchor", facet.action, key) for key in facet.anchor}
    if facet.place is None and not facet.anchor:
        keys |= {("actors", doer, target) for doer in facet.doers.keys for target in facet.targets.keys}
    return keys


def _meeting(block: list[Facet]) -> Iterator[tuple[Facet, Facet]]:
    """Pairs whose days can meet and whose deeds go together, found by a sweep over the starts."""
    open_: list[Facet] = []
    for facet in sorted(block, key=lambda f: (_start(f), f.id)):
        open_ = [other for other in open_ if _end(other) >= _start(facet)]
        for other in open_:
            if other.reality == facet.reality and alliance(other.action, facet.action):
                yield other, facet
        open_.append(facet)


def _start(facet: Facet) -> int:
    return _LONG_AGO if facet.start is None else facet.start


def _end(facet: Facet) -> int:
    return _FAR_AHEAD if facet.end is None else facet.end + CHANGE_SLACK
