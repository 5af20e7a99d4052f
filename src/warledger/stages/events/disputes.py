"""Disputes: claims of one happening, or of happenings near each other, that cannot all be true, and those that only look so."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from warledger.base.ids import content_id
from warledger.records.claim import Claim
from warledger.records.dispute import Dispute
from warledger.records.event import Happening
from warledger.records.witness import Witness
from warledger.stages.events.contradictions import BETWEEN, NEAR_DAYS, WITHIN, WORDING, Clash, Side, corrected, is_denial, is_real
from warledger.stages.events.copies import copied, same_record
from warledger.stages.events.facets import Facet

#: A name of one to three words.
_NAME = re.compile(r"(?=\b([A-Z][\w'’-]+(?: [A-Za-z][\w'’-]+){0,2}))")

#: (type, what it is about, label of one side, label of the other)
Matter = tuple[str, str, str, str]


def find_disputes(
    happenings: Sequence[Happening],
    claims: Sequence[Claim],
    witnesses: Mapping[str, Witness],
    facets: Mapping[str, Facet],
) -> tuple[Dispute, ...]:
    """The disputes, sorted by type and sides; one per matter, with every claim on either side.

    Claims of copies of one text never dispute each other. `words` is the parsed `vocab/sides.toml`.
    """
    sides = {c.id: _side(c, facets[c.id], witnesses) for c in claims}
    found: dict[Matter, tuple[set[str], set[str], str]] = {}
    for happening in happenings:
        members = [sides[i] for i in happening.members if i in sides]
        for a, b in combinations(members, 2):
            tests = (corrected,) if same_record(a.facet, b.facet) else WITHIN
            _note(found, happening.id, a, b, (clash for test in tests if (clash := test(a, b))))
    home = {i: h.id for h in happenings for i in h.members}
    for a, b in _near(list(sides.values())):
        if home.get(a.claim.id) != home.get(b.claim.id):
            about = " ".join(sorted((home.get(a.claim.id, ""), home.get(b.claim.id, ""))))
            _note(found, about, a, b, (clash for test in BETWEEN if (clash := test(a, b))))
    return tuple(sorted(_disputes(found, {c.id: c.quote for c in claims}), key=lambda d: (d.type, d.a, d.b, d.id)))


def _side(claim: Claim, facet: Facet, witnesses: Mapping[str, Witness]) -> Side:
    witness = witnesses.get(claim.document)
    return Side(claim, facet, witness.known if witness else None)


def _note(found: dict[Matter, tuple[set[str], set[str], str]], about: str, a: Side, b: Side, clashes: Iterable[Clash]) -> None:
    if a.claim.quote == b.claim.quote:
        return
    for clash in clashes:
        if clash.type != WORDING and copied(a.facet, b.facet):
            continue
        one, other = (a, b) if clash.a <= clash.b else (b, a)
        labels = sorted((clash.a, clash.b))
        sides = found.setdefault((clash.type, about, labels[0], labels[1]), (set(), set(), clash.why))
        sides[0].add(one.claim.id)
        sides[1].add(other.claim.id)


def _disputes(found: Mapping[Matter, tuple[set[str], set[str], str]], quotes: Mapping[str, str]) -> Iterator[Dispute]:
    """One dispute a matter. Words that tell both sides ("some say three, others five") stand on neither."""
    for (kind, _, _, _), (one, other, why) in found.items():
        told_by_both = {quotes[i] for i in one} & {quotes[i] for i in other}
        a, b = sorted(tuple(sorted(i for i in side if quotes[i] not in told_by_both)) for side in (one, other))
        if a and b:
            yield Dispute(content_id("x", kind, a, b), a, b, kind, is_real(kind), why)


def _near(sides: Sequence[Side]) -> Iterator[tuple[Side, Side]]:
    """Pairs that share a place, a speaker, an actor and unit, or a count of dead, within `NEAR_DAYS`; each once, smaller id first."""
    blocks: dict[tuple[str, ...], list[Side]] = defaultdict(list)
    for side in sorted(sides, key=lambda s: s.claim.id):
        for key in _keys(side.facet) | _named(side):
            blocks[key].append(side)
    seen: set[tuple[str, str]] = set()
    for key in sorted(blocks):
        for a, b in _meeting(blocks[key]):
            if key[0] in ("place", "named") and not (is_denial(a) or is_denial(b)):
                continue
            if (a.claim.id, b.claim.id) not in seen:
                seen.add((a.claim.id, b.claim.id))
                yield a, b


def _named(side: Side) -> set[tuple[str, ...]]:
    """The place by name, and of a denial without a place every name in its words: it may name the place of what it denies."""
    if side.facet.place is not None:
        return {("named", name) for name in side.claim.places[:1]}
    if not is_denial(side):
        return set()
    words = [found.split(" ") for found in _NAME.findall(side.claim.quote)]
    return {("named", " ".join(run[:length])) for run in words for length in range(1, len(run) + 1)}


def _keys(facet: Facet) -> set[tuple[str, ...]]:
    keys: set[tuple[str, ...]] = set()
    if facet.place is not None and facet.kind in ("control", "event", "movement", "statement"):
        keys.add(("place", facet.place))
    if facet.place is not None and facet.kind == "control":
        keys.add(("control", facet.place))
    if facet.kind == "statement":
        keys |= {("saying", key) for key in facet.doers.keys | facet.targets.keys}
    if facet.kind == "strength":
        keys |= {("strength", facet.action, key) for key in facet.doers.keys}
    keys |= {("dead", str(bounds)) for (measure, _), bounds in facet.counts.items() if measure == "killed"}
    return keys


def _meeting(block: Sequence[Side]) -> Iterator[tuple[Side, Side]]:
    """Pairs of the block near in time, by a sweep over the starts. Strengths of any two days are compared: they stand for long."""
    open_: list[Side] = []
    for side in sorted(block, key=lambda s: (_start(s.facet), s.claim.id)):
        open_ = [other for other in open_ if _end(other.facet) >= _start(side.facet)]
        for other in open_:
            yield (other, side) if other.claim.id < side.claim.id else (side, other)
        open_.append(side)


def _start(facet: Facet) -> int:
    return facet.start if facet.start is not None else -(10**9)


def _end(facet: Facet) -> int:
    return facet.end + NEAR_DAYS if facet.end is not None and facet.kind != "strength" else 10**9
