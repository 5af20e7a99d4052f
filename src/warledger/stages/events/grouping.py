"""Claims brought together, closest pairs first, so that nothing is chained through a vague claim."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence, Set

import msgspec

from warledger.records.claim import Claim
from warledger.stages.events.blocks import pairs
from warledger.stages.events.bonds import Bonds
from warledger.stages.events.facets import Facet
from warledger.stages.events.features import HANGS_TOGETHER, ONE_HAPPENING, score

_WORD = re.compile(r"[^\W_]+")


class Group(msgspec.Struct):
    """Claims of one happening (one facet per set of copies) and why each is here, by claim id."""

    facets: list[Facet]
    why: dict[str, str]


def group(facets: Sequence[Facet], bonds: Bonds = Bonds()) -> list[Group]:  # noqa: B008 (it is frozen)
    """The groups, each facet in exactly one. The same facets and bonds give the same groups in any order."""
    group_of = {f.id: Group([f], {}) for f in facets}
    for a, b, words in bonds.joined:
        one, other = group_of[a], group_of[b]
        if one is not other and not bonds.part(_ids(one), _ids(other)):
            _unite(group_of, one, other, {i: words for i in (a, b) if i not in one.why})
    for _, first, second, words in _close_pairs(facets):
        one, other = group_of[first.id], group_of[second.id]
        if one is not other and not bonds.part(_ids(one), _ids(other)) and _hang_together(one, other):
            _unite(group_of, one, other, _because(first, second, words, one))
    distinct = {id(found): found for found in group_of.values()}
    return sorted(distinct.values(), key=lambda g: min(f.id for f in g.facets))


def _unite(group_of: dict[str, Group], one: Group, other: Group, why: Mapping[str, str]) -> None:
    one.facets.extend(other.facets)
    one.why.update({**other.why, **why})
    for facet in other.facets:
        group_of[facet.id] = one


def _ids(group: Group) -> list[str]:
    return [f.id for f in group.facets]


def _close_pairs(facets: Sequence[Facet]) -> list[tuple[float, Facet, Facet, str]]:
    found = []
    for a, b in pairs(facets):
        if a.vague and b.vague and a.family != b.family:
            continue
        points, words = score(a, b)
        if points >= ONE_HAPPENING:
            found.append((points, a, b, words))
    return sorted(found, key=lambda row: (-row[0], row[1].id, row[2].id))


def _because(a: Facet, b: Facet, words: str, into: Group) -> dict[str, str]:
    return {x.id: words for x in (a, b) if x.id not in into.why}


def _hang_together(one: Group, other: Group) -> bool:
    """Whether every member goes with every member of the other group, and two firm ones meet where both groups have one."""
    firm_needed = any(not f.vague for f in one.facets) and any(not f.vague for f in other.facets)
    firm_found = False
    for a in one.facets:
        for b in other.facets:
            points, _ = score(a, b) if a.id < b.id else score(b, a)
            if points < HANGS_TOGETHER:
                return False
            firm_found = firm_found or (points >= ONE_HAPPENING and not (a.vague or b.vague))
    return firm_found or not firm_needed


def copies(claims: Sequence[Claim], facets: Mapping[str, Facet], alone: Set[str] = frozenset()) -> dict[str, list[str]]:
    """Claims that are the same record in copies of one text, by the id that stands for them: (that id first).

    Two copies have the same record when kind, deed, places and words are the same; the n-th such record of one copy is the n-th of another.
    Those in `alone` stand for themselves.
    """
    slots: dict[tuple[object, ...], list[str]] = defaultdict(list)
    nth: dict[tuple[object, ...], int] = defaultdict(int)
    for claim in sorted(claims, key=lambda c: (c.document, c.span, sorted(facets[c.id].doers.keys), c.id)):
        facet = facets[claim.id]
        key = (facet.family, facet.kind, facet.action, facet.reality, facet.place, facet.around, facet.groups, _words(claim.quote))
        at = nth[(claim.document, *key)]
        nth[(claim.document, *key)] += 1
        slots[(claim.id,) if claim.id in alone else (*key, at)].append(claim.id)
    return {min(ids): sorted(ids) for ids in slots.values()}


def _words(quote: str) -> str:
    return " ".join(_WORD.findall(quote.casefold()))
