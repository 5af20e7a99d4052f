"""How many of whom: the numbers that count a noun phrase."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from warledger.base.quantities import Quantity
from warledger.records.claim import Count
from warledger.stages.claims import phrases, syntax
from warledger.stages.claims.classes import PEOPLE, Class
from warledger.stages.claims.naming import Namer
from warledger.stages.claims.quantities import Amount, AmountKind
from warledger.stages.claims.scene import Scene

_SUBSET = frozenset({"including", "among"})

#: Words that stand for people counted ("dozens died", "five others").
COUNTERS = frozenset({"dozen", "hundred", "score", "thousand", "other", "several", "many"})


def quantity_of(head: Token, scene: Scene, namer: Namer) -> Quantity | None:
    """The count of the noun phrase: a number before its head, or a measure noun over it ("dozens of people"); one for a single person."""
    amount = amount_of(head, scene)
    if amount is not None:
        return amount.quantity
    return Quantity(1, 1, words=head.text) if _single(head, namer) else None


def amount_of(head: Token, scene: Scene) -> Amount | None:
    """The amount whose number words stand in the noun phrase before its head."""
    tokens = phrases.phrase_tokens(head, long=False)
    start = min(t.idx for t in tokens) + scene.offset
    end = head.idx + len(head.text) + scene.offset
    best = None
    for amount in scene.amounts:
        if amount.kind is AmountKind.COUNT and start <= amount.number_span.start < end:
            best = amount
    return best


def _single(head: Token, namer: Namer) -> bool:
    if head.tag_ not in {"NN", "NNP"}:
        return False
    kind = namer.classifier.of(head)
    if head.tag_ == "NNP":
        return kind is Class.PERSON or (kind is Class.NAME and namer.memory.people.knows(namer.name(head).text))
    return kind in PEOPLE and any(c.lower_ in {"a", "an", "one", "the"} for c in head.lefts) and not _collective(head)


def _collective(head: Token) -> bool:
    return head.lemma_.lower() in {
        "people",
        "family",
        "army",
        "military",
        "force",
        "group",
        "crowd",
        "population",
        "militia",
        "coalition",
        "police",
        "personnel",
        "unit",
        "command",
    }


def counts(heads: Sequence[Token], scene: Scene, namer: Namer, *, people: bool = True) -> tuple[Count, ...]:
    """One entry per head with its group and bounds, subsets ("including 11 children") beside the whole."""
    found: list[Count] = []
    for head in heads:
        for one in (head, *_subsets(head)):
            entry = _entry(one, scene, namer, people)
            if entry and entry not in found:
                found.append(entry)
    return tuple(found)


def _entry(head: Token, scene: Scene, namer: Namer, people: bool) -> Count | None:
    if any(c.lower_ == "no" for c in head.lefts):
        return None  # nobody of that group; zero is no count of people
    quantity = quantity_of(head, scene, namer)
    meant = namer.meant(head)
    kind = namer.classifier.of(meant)
    if people and kind in {Class.PLACE, Class.THING, Class.WEAPON} and not _numberish(head, quantity):
        return None
    group = "people" if _numberish(meant, quantity) else namer.name(meant).text
    if kind is Class.PRONOUN:
        meant_name = namer.pronoun(meant)
        group = meant_name.text if meant_name else "people"
    low, high = (_whole(quantity.low), _whole(quantity.high)) if quantity else (None, None)
    return Count(group, low, high)


def _numberish(head: Token, quantity: Quantity | None) -> bool:
    """Whether the head is itself the number ("five were killed", "dozens died")."""
    return quantity is not None and (head.like_num or head.pos_ == "NUM" or head.lemma_.lower() in COUNTERS)


def _subsets(head: Token) -> list[Token]:
    found = [
        t
        for p in head.rights
        if p.dep_ == "prep" and p.lower_ in _SUBSET
        for c in p.children
        if c.dep_ == "pobj"
        for t in syntax.conjuncts(c)
    ]
    verb = syntax.clause_verb(head)
    if not found and head.head == verb:
        found = [
            t
            for p in verb.rights
            if p.dep_ == "prep" and p.lower_ in _SUBSET and p.i > head.i
            for c in p.children
            if c.dep_ == "pobj"
            for t in syntax.conjuncts(c)
        ]
    return found


def _whole(value: float | None) -> int | None:
    return None if value is None else int(value)
