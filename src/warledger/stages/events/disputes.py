"""Disputes: claims that cannot all be true, and those that only look so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from warledger.base.ids import content_id
from warledger.records.claim import Claim
from warledger.records.dispute import Dispute
from warledger.records.dispute_words import DisputeWords
from warledger.records.event import Happening
from warledger.records.side_words import SideWords
from warledger.records.witness import Witness
from warledger.stages.events.clashes.clash import HAPPENED, WORDING, Clash, Side, is_real
from warledger.stages.events.clashes.counts import corrected
from warledger.stages.events.clashes.gathering import Against, connected, united
from warledger.stages.events.clashes.histories import Histories
from warledger.stages.events.clashes.looks import looks
from warledger.stages.events.clashes.pairing import pairs
from warledger.stages.events.copies import copied, copies, same_record
from warledger.stages.events.facets import Facet

#: (type, label of one side, label of the other)
Matter = tuple[str, str, str]


class Lexicon(msgspec.Struct, frozen=True):
    """The word lists that disputes are found by; the empty default finds those that need no words."""

    words: DisputeWords = DisputeWords()
    sides: SideWords = SideWords()


def find_disputes(
    happenings: Sequence[Happening],
    claims: Sequence[Claim],
    witnesses: Mapping[str, Witness],
    facets: Mapping[str, Facet],
    lexicon: Lexicon = Lexicon(),  # noqa: B008 (it is frozen)
) -> tuple[Dispute, ...]:
    """The disputes, sorted by type and sides; one per matter, with every claim on either side.

    Claims need not be of one happening. Copies of one text never dispute each other, unless one corrects the other.
    """
    home = {i: h.id for h in happenings for i in h.members}
    told = [_side(c, facets[c.id], home.get(c.id, c.id), witnesses, lexicon) for c in sorted(claims, key=lambda c: c.id)]
    found: dict[Matter, list[Against]] = defaultdict(list)
    for a, b, clash in _clashes(told, lexicon):
        _note(found, a, b, clash)
    quotes = {c.id: c.quote for c in claims}
    twins = {i: standing for standing, same in copies(claims, facets).items() for i in same}
    made = [d for matter in sorted(found) for d in _disputes(matter, found[matter], quotes, twins)]
    return tuple(sorted(united(made), key=lambda d: (d.type, d.a, d.b, d.id)))


def _side(claim: Claim, facet: Facet, home: str, witnesses: Mapping[str, Witness], lexicon: Lexicon) -> Side:
    witness = witnesses.get(claim.document)
    return Side(claim, facet, home, witness.known if witness else None, lexicon.words)


def _clashes(told: Sequence[Side], lexicon: Lexicon) -> Iterator[tuple[Side, Side, Clash]]:
    for look in looks(lexicon.sides, Histories(told)):
        for a, b in pairs(look, told):
            tests = (corrected,) if same_record(a.facet, b.facet) else look.tests
            for clash in filter(None, (test(a, b) for test in tests)):
                if clash.type == WORDING or not copied(a.facet, b.facet):
                    yield a, b, clash


def _note(found: dict[Matter, list[Against]], a: Side, b: Side, clash: Clash) -> None:
    if a.claim.quote == b.claim.quote and clash.type != HAPPENED:
        return
    one, other = (a, b) if clash.a <= clash.b else (b, a)
    labels = sorted((clash.a, clash.b))
    sure = round(clash.score * min(a.claim.confidence, b.claim.confidence), 4)
    found[clash.type, labels[0], labels[1]].append(Against(one.claim.id, other.claim.id, clash.why, sure))


def _disputes(matter: Matter, held: Sequence[Against], quotes: Mapping[str, str], twins: Mapping[str, str]) -> Iterator[Dispute]:
    """One dispute for claims that hang together. Words that tell both sides ("some say three, others five") stand on neither,
    unless they tell a thing and its denial."""
    kind = matter[0]
    for part in connected(held, twins):
        one, other = {pair.a for pair in part}, {pair.b for pair in part}
        both = one & other if kind == HAPPENED else {i for i in one | other if quotes[i] in {quotes[j] for j in _across(i, one, other)}}
        a, b = sorted(tuple(sorted(side - both)) for side in (one, other))
        if a and b:
            surest = max(part, key=lambda pair: (pair.sure, pair.why))
            yield Dispute(content_id("x", kind, a, b), a, b, kind, is_real(kind), surest.why, surest.sure)


def _across(claim: str, one: set[str], other: set[str]) -> set[str]:
    return (other if claim in one else set()) | (one if claim in other else set())
