"""Families out of pairs: who belongs together, and which copy came from which."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from warledger.base.ids import content_id
from warledger.records.family import Edge, EdgeType, Family
from warledger.records.family_words import FamilyWords
from warledger.stages.families.origin import choose_origin
from warledger.stages.families.pairs import Pair
from warledger.stages.families.story import Story

#: Share of the shorter text that any two members of a family must have in common, so that a round-up of many stories joins none of them.
COMPACT = 0.2

Pairs = Mapping[tuple[int, int], Pair]


def group(stories: Sequence[Story], pairs: Pairs) -> list[list[int]]:
    """The families as lists of story indices (two or more), closest pairs joined first."""
    member_of = {index: [index] for index in range(len(stories))}
    for pair in sorted((p for p in pairs.values() if p.joins), key=lambda p: _order(stories, p)):
        one, other = member_of[pair.a], member_of[pair.b]
        if one is not other and _one_text(one, other, stories, pairs):
            one.extend(other)
            for index in other:
                member_of[index] = one
    distinct = {id(members): members for members in member_of.values()}
    return sorted((sorted(m) for m in distinct.values() if len(m) > 1), key=lambda m: min(stories[i].document.id for i in m))


def _order(stories: Sequence[Story], pair: Pair) -> tuple[bool, float, float, str, str]:
    ids = sorted((stories[pair.a].document.id, stories[pair.b].document.id))
    return pair.type is not EdgeType.VERSION, -pair.shorter, -pair.longer, ids[0], ids[1]


def _one_text(one: list[int], other: list[int], stories: Sequence[Story], pairs: Pairs) -> bool:
    return all(_near(a, b, pairs) or _cut_from_one(a, b, one + other, stories, pairs) for a in one for b in other)


def _near(a: int, b: int, pairs: Pairs) -> bool:
    pair = pairs.get((min(a, b), max(a, b)))
    return pair is not None and (pair.shorter >= COMPACT or pair.type is EdgeType.VERSION)


def _cut_from_one(a: int, b: int, among: Iterable[int], stories: Sequence[Story], pairs: Pairs) -> bool:
    """Whether both are parts of a third that is no later than either: two excerpts, or parts cut away in two versions."""
    for hub in among:
        if hub in (a, b) or not (_near(a, hub, pairs) and _near(b, hub, pairs)):
            continue
        if all(_versions(hub, x, pairs) or _no_later(stories[hub], stories[x]) for x in (a, b)):
            return True
    return False


def _versions(a: int, b: int, pairs: Pairs) -> bool:
    pair = pairs.get((min(a, b), max(a, b)))
    return pair is not None and pair.type is EdgeType.VERSION


def _no_later(hub: Story, other: Story) -> bool:
    one, two = hub.document.meta.published, other.document.meta.published
    return bool(one and two and one <= two)


def build_family(members: Sequence[int], stories: Sequence[Story], pairs: Pairs, words: FamilyWords) -> Family:
    """One family with its origin and one edge per copy, grown from the origin."""
    origin, why = choose_origin([stories[i] for i in members], words)
    ids = sorted(stories[i].document.id for i in members)
    root = next(i for i in members if stories[i] is origin)
    return Family(content_id("f", ids), tuple(ids), origin.document.id, why, tuple(sorted(_edges(root, members, stories, pairs))))


def _edges(root: int, members: Sequence[int], stories: Sequence[Story], pairs: Pairs) -> list[Edge]:
    placed, left, edges = [root], sorted(set(members) - {root}, key=lambda i: stories[i].document.id), []
    near: dict[int, list[Pair]] = defaultdict(list)
    for pair in pairs.values():
        near[pair.a].append(pair)
        near[pair.b].append(pair)
    while left:
        pair, copy, source = max(_choices(placed, left, near, stories, root), key=lambda c: _preference(c, stories, root))
        edges.append(Edge(stories[copy].document.id, stories[source].document.id, pair.type, round(pair.shorter, 4), pair.why))
        placed.append(copy)
        left.remove(copy)
    return edges


def _choices(
    placed: list[int], left: list[int], near: Mapping[int, list[Pair]], stories: Sequence[Story], root: int
) -> list[tuple[Pair, int, int]]:
    waiting = set(left)
    found = []
    for source in placed:
        for pair in near[source]:
            copy = pair.b if pair.a == source else pair.a
            if copy in waiting and pair.joins:
                found.append((pair, copy, source))
    # A member that only the compactness of the family holds (its joining pair led to one placed later) hangs on the origin.
    return found or [(Pair(root, left[0], EdgeType.EXCERPT, COMPACT, 0.0, "shares its text with other members"), left[0], root)]


def _preference(choice: tuple[Pair, int, int], stories: Sequence[Story], root: int) -> tuple[bool, bool, float, float, str, str]:
    pair, copy, source = choice
    one_name = pair.type is EdgeType.VERSION and stories[copy].document.name == stories[source].document.name
    return one_name, source == root, pair.shorter, pair.longer, stories[copy].document.id, stories[source].document.id


def quote_edges(families: Sequence[Sequence[int]], stories: Sequence[Story], pairs: Pairs) -> list[Edge]:
    """Edges that link documents of different families: the later one quotes the earlier (the longer the shorter, undated)."""
    family_of = {index: at for at, members in enumerate(families) for index in members}
    edges = []
    for pair in pairs.values():
        if family_of.get(pair.a, -1 - pair.a) == family_of.get(pair.b, -1 - pair.b):
            continue
        source, copy = sorted((stories[pair.a], stories[pair.b]), key=_first)
        why = pair.why if not pair.joins else f"{pair.why}; the longer text carries other stories too, so they are not one text"
        edges.append(Edge(copy.document.id, source.document.id, EdgeType.QUOTES, round(pair.shorter, 4), why))
    return sorted(edges)


def _first(story: Story) -> tuple[str, int, str]:
    return story.document.meta.published or "~", len(story.set), story.document.id
