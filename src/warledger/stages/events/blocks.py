"""Which claims are worth comparing: those that share what some pattern asks for, and whose days can meet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from warledger.stages.events.actions import alliance
from warledger.stages.events.facets import Facet
from warledger.stages.events.pair import CHANGE_SLACK, NEXT

_LONG_AGO, _FAR_AHEAD = -(10**9), 10**9
Key = tuple[object, ...]

#: Deeds that go together beside those of one kind (`actions.alliance`): steps of one course of events.
_STEPS = frozenset(frozenset(pair) for pair in (("entered", "advance"), ("clash", "advance"), ("left", "flight"), ("taken", "toll")))
#: Deeds that can be told of a town and, elsewhere, of its province.
_REACHING = frozenset({"advance", "entered", "clash"})


def pairs(facets: Sequence[Facet]) -> Iterator[tuple[Facet, Facet]]:
    """Every pair worth comparing once, the smaller id first."""
    seen: set[tuple[str, str]] = set()
    for a, b in _found(facets):
        key = (a.id, b.id) if a.id < b.id else (b.id, a.id)
        if key not in seen:
            seen.add(key)
            yield (a, b) if a.id < b.id else (b, a)


def _found(facets: Sequence[Facet]) -> Iterator[tuple[Facet, Facet]]:
    documents: dict[str, list[Facet]] = defaultdict(list)
    blocks: dict[Key, list[Facet]] = defaultdict(list)
    for facet in facets:
        documents[facet.document].append(facet)
        for key in keys(facet):
            blocks[key].append(facet)
    for held in documents.values():
        yield from _neighbours(held)
    for block in blocks.values():
        if len(block) > 1:
            yield from _meeting(block)


def keys(facet: Facet) -> set[Key]:
    """The blocks a facet is in: a claim is compared with those of its blocks, and with its neighbours in its document, only."""
    found: set[Key] = {("victim", name) for name in facet.victims}
    found.add(("copy", facet.family, facet.kind, facet.action))
    if facet.kind == "statement":
        found |= {("announced", facet.start)} if facet.launch else set()
        return found | {("speaker", facet.action, key) for key in facet.lead.keys}
    if facet.kind == "toll":
        found |= {("total", *count) for count in facet.counts.values()}
    return (found | _by_place(facet) | _by_actor(facet) | _of_campaign(facet)) if facet.physical else found


def _by_place(facet: Facet) -> set[Key]:
    near = [spot for spot in facet.spots if spot.scope == 1]
    found: set[Key] = {("place", spot.base) for spot in near}
    if facet.action in _REACHING:
        found |= {("province", spot.province) for spot in near if spot.province}
    if not near:
        found |= {("region", spot.base) for spot in facet.spots if spot.scope == 2}
        found |= {("country", spot.base, facet.action) for spot in facet.spots if spot.scope == 3}
    return found


def _by_actor(facet: Facet) -> set[Key]:
    found: set[Key] = {("doer", facet.kind, facet.action, key) for key in facet.lead.keys} if facet.kind != "toll" else set()
    if facet.action == "clash":
        found |= {("parties", one, other) for one in facet.lead.keys for other in facet.foe.keys}
    return found


def _of_campaign(facet: Facet) -> set[Key]:
    if not facet.campaign or facet.action != "clash":
        return set()
    found: set[Key] = set() if facet.start is None else {("campaign", facet.start)}
    return found | ({("launch", name) for name in facet.lead.keys | facet.lead.leaning} if facet.launch else set())


def _neighbours(facets: list[Facet]) -> Iterator[tuple[Facet, Facet]]:
    """Claims of one document in one sentence or the next."""
    open_: list[Facet] = []
    for facet in sorted(facets, key=lambda f: (f.span, f.id)):
        open_ = [other for other in open_ if facet.span.start - other.span.end <= NEXT]
        yield from ((other, facet) for other in open_ if other.reality == facet.reality and other.physical == facet.physical)
        open_.append(facet)


def _meeting(block: list[Facet]) -> Iterator[tuple[Facet, Facet]]:
    """Pairs whose days can meet and whose deeds go together, found by a sweep over the starts."""
    open_: list[Facet] = []
    for facet in sorted(block, key=lambda f: (_start(f), f.id)):
        open_ = [other for other in open_ if _end(other) >= _start(facet)]
        for other in open_:
            if other.reality == facet.reality and _together(other.action, facet.action):
                yield other, facet
        open_.append(facet)


def _together(a: str, b: str) -> bool:
    return a == b or alliance(a, b) > 0 or frozenset((a, b)) in _STEPS


def _start(facet: Facet) -> int:
    return _LONG_AGO if facet.start is None else facet.start


def _end(facet: Facet) -> int:
    return _FAR_AHEAD if facet.end is None else facet.end + CHANGE_SLACK
