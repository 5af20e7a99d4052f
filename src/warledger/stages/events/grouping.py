"""Claims brought together, surest pairs first, so that nothing is chained through a vague claim."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from warledger.stages.events.blocks import pairs
from warledger.stages.events.bonds import Bonds
from warledger.stages.events.facets import Facet
from warledger.stages.events.objections import objection
from warledger.stages.events.pair import Pair
from warledger.stages.events.patterns import Pattern, pattern_of


class Group(msgspec.Struct):
    """Claims of one happening (one facet per set of copies) and why each is here, by claim id."""

    facets: list[Facet]
    why: dict[str, str]


class Match(msgspec.Struct, frozen=True):
    """Two claims that a pattern takes for one happening."""

    a: Facet
    b: Facet
    pattern: Pattern
    alike: float
    words: str

    def order(self) -> tuple[float, float, int, str, str]:
        """Surest first; of equals the words most alike, then the days closest, then the ids."""
        days = abs((self.a.end or 0) - (self.b.end or 0))
        return -self.pattern.weight, -round(self.alike, 6), days, self.a.id, self.b.id


def group(facets: Sequence[Facet], bonds: Bonds = Bonds()) -> list[Group]:  # noqa: B008 (it is frozen)
    """The groups, each facet in exactly one. The same facets and bonds give the same groups in any order."""
    group_of = {f.id: Group([f], {}) for f in facets}
    for a, b, words in bonds.joined:
        one, other = group_of[a], group_of[b]
        if one is not other and not bonds.part(_ids(one), _ids(other)):
            _unite(group_of, one, other, {i: words for i in (a, b) if i not in one.why})
    found = matches(facets)
    joined = {frozenset((m.a.id, m.b.id)) for m in found}
    for match in found:
        one, other = group_of[match.a.id], group_of[match.b.id]
        if one is not other and not bonds.part(_ids(one), _ids(other)) and _hang_together(one, other, joined):
            _unite(group_of, one, other, {f.id: match.words for f in (match.a, match.b) if f.id not in one.why})
    distinct = {id(group): group for group in group_of.values()}
    return sorted(distinct.values(), key=lambda g: min(f.id for f in g.facets))


def matches(facets: Sequence[Facet]) -> list[Match]:
    """Pairs that a pattern takes for one happening and nothing speaks against, surest first."""
    found = []
    for a, b in pairs(facets):
        pair = Pair(a, b)
        if objection(pair) is None and (pattern := pattern_of(pair)) is not None:
            found.append(Match(pair.a, pair.b, pattern, pair.wording, f"{pattern.words}: {pair.words()}"))
    return sorted(found, key=Match.order)


def _unite(group_of: dict[str, Group], one: Group, other: Group, why: Mapping[str, str]) -> None:
    one.facets.extend(other.facets)
    one.why.update({**other.why, **why})
    for facet in other.facets:
        group_of[facet.id] = one


def _ids(group: Group) -> list[str]:
    return [f.id for f in group.facets]


def _hang_together(one: Group, other: Group, joined: set[frozenset[str]]) -> bool:
    """Whether nothing speaks against any member going with any of the other group, and, where both have firm members, two of these
    are a match themselves: a vague claim brings nobody together."""
    firm = [[f for f in group.facets if not f.vague] for group in (one, other)]
    if all(firm) and not any(frozenset((a.id, b.id)) in joined for a in firm[0] for b in firm[1]):
        return False
    return all(objection(Pair(a, b)) is None for a in one.facets for b in other.facets)
