"""Pairs of claims against each other made into the two sides of a dispute."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from heapq import heappop, heappush

import msgspec

from warledger.base.ids import content_id
from warledger.records.dispute import Dispute


class Against(msgspec.Struct, frozen=True):
    """Two claims and what is between them; `a` stands under the label that is first in order."""

    a: str
    b: str
    why: str
    sure: float


def connected(held: Sequence[Against], twins: Mapping[str, str]) -> list[list[Against]]:
    """The pairs in groups that share claims, each in the order of its claims. `twins`: claim -> the one it is a copy of; they count as
    one, so that a reprint of both sides is no other dispute."""
    group_of: dict[str, list[Against]] = {}
    for pair in sorted(held, key=lambda p: (p.a, p.b, p.why)):
        one, two = (twins.get(i, i) for i in (pair.a, pair.b))
        group = group_of.get(one, [])
        for other in [group_of[two]] if two in group_of and group_of[two] is not group else []:
            group.extend(other)
            group_of.update(dict.fromkeys((twins.get(i, i) for p in other for i in (p.a, p.b)), group))
        group.append(pair)
        group_of.update({one: group, two: group})
    return list({id(group): group for group in group_of.values()}.values())


def united(disputes: Iterable[Dispute]) -> list[Dispute]:
    """The disputes, real ones of one type against one and the same side made one, where the others are not against each other
    ("X" against "Y" and "X" against "Y's forces")."""
    waiting = _Waiting({d.id: d for d in disputes}.values())
    against = {(d.type, frozenset((i, j))) for d in waiting.left() for i in d.a for j in d.b}
    while (pair := waiting.next()) is not None:
        both = _union(*pair, against)
        if both is not None:
            waiting.replace(both)
    return waiting.left()


#: Where a dispute stands among those left: by type and sides; of equals the one that was there first.
_Place = tuple[str, tuple[str, ...], tuple[str, ...], int]


class _Waiting:
    """Disputes still to be united, and the pairs of real ones of one type with one side in common, in the order of the disputes. A pair
    comes up once: whether it can be united never changes."""

    def __init__(self, disputes: Iterable[Dispute]) -> None:
        self._held: dict[_Place, Dispute] = {}
        self._sharing: dict[tuple[str, tuple[str, ...]], list[_Place]] = defaultdict(list)
        self._pairs: list[tuple[_Place, _Place]] = []
        self._last: tuple[_Place, ...] = ()
        self._entered = 0
        for dispute in disputes:
            self._enter(dispute)

    def left(self) -> list[Dispute]:
        """The disputes in order."""
        return [self._held[place] for place in sorted(self._held)]

    def next(self) -> tuple[Dispute, Dispute] | None:
        """The first pair that has not come up, of disputes that are still there."""
        while self._pairs:
            one, other = heappop(self._pairs)
            if one in self._held and other in self._held:
                self._last = one, other
                return self._held[one], self._held[other]
        return None

    def replace(self, both: Dispute) -> None:
        """Puts a dispute in place of the pair that came up last."""
        for place in self._last:
            del self._held[place]
        self._enter(both)

    def _enter(self, dispute: Dispute) -> None:
        place = dispute.type, dispute.a, dispute.b, self._entered
        self._entered += 1
        self._held[place] = dispute
        if dispute.real:
            beside = {p for side in (dispute.a, dispute.b) for p in self._sharing[dispute.type, side] if p in self._held}
            for other in beside:
                heappush(self._pairs, (min(place, other), max(place, other)))
            for side in (dispute.a, dispute.b):
                self._sharing[dispute.type, side].append(place)


def _union(one: Dispute, other: Dispute, against: set[tuple[str, frozenset[str]]]) -> Dispute | None:
    if one.type != other.type or not (one.real and other.real):
        return None
    for side, first in ((one.a, one.b), (one.b, one.a)):
        second = other.b if other.a == side else other.a if other.b == side else None
        if second is None or any((one.type, frozenset((i, j))) in against for i in first for j in second):
            continue
        a, b = sorted((side, tuple(sorted({*first, *second}))))
        if not {*a} & {*b}:
            return Dispute(content_id("x", one.type, a, b), a, b, one.type, one.real, min(one.why, other.why), max(one.sure, other.sure))
    return None
