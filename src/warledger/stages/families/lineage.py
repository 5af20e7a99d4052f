"""Families out of pairs: who belongs together, and which copy came from which."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from warledger.base.ids import content_id
from warledger.records.document import Document
from warledger.records.family import Edge, EdgeType, Family
from warledger.records.family_words import FamilyWords
from warledger.stages.families.origin import choose_origin, later_version
from warledger.stages.families.pairs import Pair
from warledger.stages.families.story import Story

#: Share of the shorter text that any two members of a family must have in common, so that a round-up of many stories joins none of them.
COMPACT = 0.2

#: By the ids of both documents, the smaller first.
Pairs = Mapping[tuple[str, str], Pair]
#: Document id -> the day it was published, as it says, and how many shingles it has.
Aged = Mapping[str, tuple[str | None, int]]


def group(members: Iterable[str], pairs: Pairs, aged: Aged) -> list[list[str]]:
    """The families among these documents as sorted lists of ids (two or more), closest pairs joined first.

    Documents that no chain of joining pairs connects never meet in one family, so each such part of a pile can be grouped alone.
    """
    member_of = {member: [member] for member in members}
    for pair in sorted((p for p in pairs.values() if p.joins), key=_order):
        one, other = member_of[pair.a], member_of[pair.b]
        if one is not other and _one_text(one, other, pairs, aged):
            one.extend(other)
            for member in other:
                member_of[member] = one
    distinct = {id(found): found for found in member_of.values()}
    return sorted(sorted(found) for found in distinct.values() if len(found) > 1)


def _order(pair: Pair) -> tuple[bool, float, float, str, str]:
    return pair.type is not EdgeType.VERSION, -pair.shorter, -pair.longer, pair.a, pair.b


def _one_text(one: list[str], other: list[str], pairs: Pairs, aged: Aged) -> bool:
    return all(_near(a, b, pairs) or _cut_from_one(a, b, one + other, pairs, aged) for a in one for b in other)


def _near(a: str, b: str, pairs: Pairs) -> bool:
    pair = pairs.get((min(a, b), max(a, b)))
    return pair is not None and pair.joins


def _cut_from_one(a: str, b: str, among: Iterable[str], pairs: Pairs, aged: Aged) -> bool:
    """Whether both are parts of a third that is no later than either: two excerpts, or parts cut away in two versions."""
    for hub in among:
        if hub in (a, b) or not (_near(a, hub, pairs) and _near(b, hub, pairs)):
            continue
        if all(_versions(hub, x, pairs) or _may_be_cut(aged[x], aged[hub]) for x in (a, b)):
            return True
    return False


def _versions(a: str, b: str, pairs: Pairs) -> bool:
    pair = pairs.get((min(a, b), max(a, b)))
    return pair is not None and pair.type is EdgeType.VERSION


def _may_be_cut(part: tuple[str | None, int], hub: tuple[str | None, int]) -> bool:
    """Whether the hub is no later; where a day is not known, whether it has no less text."""
    return hub[0] <= part[0] if hub[0] and part[0] else hub[1] >= part[1]


def build_family(members: Sequence[Story], pairs: Iterable[Pair], words: FamilyWords) -> Family:
    """One family with its origin and one edge per copy, grown from the origin. `pairs` are those between its members."""
    pairs, own = list(pairs), {m.id: m for m in members}
    later = {later_version(own[p.a], own[p.b], words) for p in pairs if p.type is EdgeType.VERSION}
    origin, why = choose_origin([m for m in members if m.id not in later] or members, words)
    ids = sorted(m.id for m in members)
    return Family(content_id("f", ids), tuple(ids), origin.id, why, tuple(sorted(_edges(origin.id, members, pairs))))


def _edges(root: str, members: Sequence[Story], pairs: Iterable[Pair]) -> list[Edge]:
    names = {m.id: m.document.name for m in members}
    placed, left, edges = [root], sorted(names.keys() - {root}), []
    near: dict[str, list[Pair]] = defaultdict(list)
    for pair in pairs:
        near[pair.a].append(pair)
        near[pair.b].append(pair)
    while left:
        pair, copy, source = max(_choices(placed, left, near, root), key=lambda c: _preference(c, names, root))
        edges.append(Edge(copy, source, pair.type, round(pair.shorter, 4), pair.why))
        placed.append(copy)
        left.remove(copy)
    return edges


def _choices(placed: list[str], left: list[str], near: Mapping[str, list[Pair]], root: str) -> list[tuple[Pair, str, str]]:
    waiting = set(left)
    found = []
    for source in placed:
        for pair in near.get(source, ()):
            copy = pair.b if pair.a == source else pair.a
            if copy in waiting and pair.joins:
                found.append((pair, copy, source))
    # A member that only the compactness of the family holds (its joining pair led to one placed later) hangs on the origin.
    return found or [(Pair(root, left[0], EdgeType.EXCERPT, COMPACT, 0.0, "shares its text with other members"), left[0], root)]


def _preference(choice: tuple[Pair, str, str], names: Mapping[str, str], root: str) -> tuple[bool, bool, float, float, str, str]:
    pair, copy, source = choice
    one_name = pair.type is EdgeType.VERSION and names[copy] == names[source]
    return one_name, source == root, pair.shorter, pair.longer, copy, source


def quote_edge(pair: Pair, one: tuple[str | None, int], other: tuple[str | None, int]) -> Edge:
    """The edge between two documents of different families: the later quotes the earlier (the longer the shorter, undated).

    `one` and `other` are day of publication and number of shingles of the pair's documents.
    """
    first, last = sorted(((one[0] or "~", one[1], pair.a), (other[0] or "~", other[1], pair.b)))
    why = pair.why if not pair.joins else f"{pair.why}; the longer text carries other stories too, so they are not one text"
    return Edge(last[2], first[2], EdgeType.QUOTES, round(pair.shorter, 4), why)


def age(document: Document) -> tuple[str, str, str]:
    """What the later of two versions of one name has more of: updated, then published date, then (undated, or dated alike) its id."""
    meta = document.meta
    return meta.updated or meta.published or "", meta.published or "", document.id
