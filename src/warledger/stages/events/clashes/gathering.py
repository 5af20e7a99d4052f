"""Pairs of claims against each other made into the two sides of a dispute."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

import msgspec

from warledger.base.ids import content_id
from warledger.records.dispute import Dispute


class Against(msgspec.Struct, frozen=True):
    """Two claims and what is between them; `a` stands under the label that is first in order."""

    a: str
    b: str
    why: str
    sure: float


def connected(held: Sequence[Against]) -> list[list[Against]]:
    """The pairs in groups that share claims, each in the order of its claims."""
    group_of: dict[str, list[Against]] = {}
    for pair in sorted(held, key=lambda p: (p.a, p.b, p.why)):
        group = group_of.get(pair.a, [])
        for other in [group_of[pair.b]] if pair.b in group_of and group_of[pair.b] is not group else []:
            group.extend(other)
            group_of.update(dict.fromkeys((i for p in other for i in (p.a, p.b)), group))
        group.append(pair)
        group_of.update({pair.a: group, pair.b: group})
    return list({id(group): group for group in group_of.values()}.values())


def united(disputes: Iterable[Dispute]) -> list[Dispute]:
    """The disputes, real ones of one type against one and the same side made one, where the others are not against each other
    ("X" against "Y" and "X" against "Y's forces")."""
    left = sorted({d.id: d for d in disputes}.values(), key=lambda d: (d.type, d.a, d.b))
    against = {(d.type, frozenset((i, j))) for d in left for i in d.a for j in d.b}
    merged = True
    while merged:
        merged = False
        for one, other in combinations(left, 2):
            both = _union(one, other, against)
            if both:
                left = sorted([d for d in left if d is not one and d is not other] + [both], key=lambda d: (d.type, d.a, d.b))
                merged = True
                break
    return left


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
