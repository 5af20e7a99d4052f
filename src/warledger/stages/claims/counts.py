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
_BESIDE = frozenset({"along", "together"})
#: Pronouns for one person.
_ONE = frozenset({"he", "she", "him", "her", "himself", "herself"})
_BACK = frozenset({"the", "these", "those", "both", "all", "that", "this"})

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
    if head.pos_ == "PRON":
        return head.lower_ in _ONE
    if head.tag_ not in {"NN", "NNP"}:
        return False
    kind = namer.classifier.of(head)
    if head.tag_ == "NNP":
        return kind in {Class.PERSON, Class.NAME} and not head.text.isupper() and not namer.classifier.is_collective(head)
    return (kind in PEOPLE or namer.classifier.is_agentive(head)) and not namer.classifier.is_collective(head)


def known_before(head: Token) -> bool:
    """Whether the phrase points back to somebody ("him", "the two insurgents", "both men")."""
    return head.pos_ == "PRON" or any(c.lower_ in _BACK for c in head.lefts)


def counts(heads: Sequence[Token], scene: Scene, namer: Namer, *, people: bool = True) -> tuple[Count, ...]:
    """One entry per head with its group and bounds, subsets ("including 11 children") beside the whole.

    In "37 soldiers and allied militias" one number counts both.
    """
    found: list[Count] = []
    for head in heads:
        if _shares_number(head, heads, scene):
            continue
        for one in (head, *_subsets(head)):
            entry = _entry(one, scene, namer, people, _sharing(one, heads, scene))
            if entry and entry not in found:
                found.append(entry)
    return tuple(found)


def _shares_number(head: Token, heads: Sequence[Token], scene: Scene) -> bool:
    """Whether the head is a bare plural right behind "and" after one that is counted."""
    if head.dep_ != "conj" or head.head not in heads or head.tag_ not in {"NNS", "NNPS"} or head.lemma_.lower() in COUNTERS:
        return False
    return amount_of(head, scene) is None and not any(c.dep_ == "det" for c in head.lefts) and amount_of(head.head, scene) is not None


def _sharing(head: Token, heads: Sequence[Token], scene: Scene) -> Token | None:
    return next((c for c in head.children if c in heads and _shares_number(c, heads, scene)), None)


def _entry(head: Token, scene: Scene, namer: Namer, people: bool, second: Token | None = None) -> Count | None:
    if any(c.lower_ == "no" for c in head.lefts):
        return None  # nobody of that group; zero is no count of people
    quantity = quantity_of(head, scene, namer)
    meant = namer.meant(head)
    kind = namer.classifier.of(meant)
    somebody = _numberish(head, quantity) or meant.lemma_.lower() in COUNTERS or namer.classifier.is_agentive(meant)
    inner = out_of(meant) if somebody else None
    if people and inner is not None and namer.classifier.of(inner) is Class.WEAPON:
        return None  # "lost 20 of its 26 tanks"
    if people and kind in {Class.PLACE, Class.THING, Class.WEAPON} and not (kind is Class.THING and somebody):
        return None
    group = group_of(head, meant, quantity, namer)
    if second is not None:
        group = f"{group} and {namer.name(second).text}"
    low, high = (whole(quantity.low), whole(quantity.high)) if quantity else (None, None)
    return Count(group, low, high)


def group_of(head: Token, meant: Token, quantity: Quantity | None, namer: Namer) -> str:
    """Whom the number counts; "others" and bare numbers count those of the figure before."""
    if meant.lemma_.lower() in {"other", "more"}:
        return namer.memory.counted or "people"
    if _numberish(meant, quantity):
        inner = out_of(meant)
        return namer.name(inner).text if inner is not None and namer.classifier.of(inner) is not Class.PRONOUN else "people"
    if namer.classifier.of(meant) is Class.PRONOUN:
        stands = namer.pronoun(meant)
        doers = {namer.name(h).text for h in syntax.subjects(syntax.clause_verb(head)) if h != head}
        return stands.text if stands and stands.text not in doers else "people"
    group = namer.name(namer.close(meant)).text
    namer.memory.counted = group
    return group


def out_of(number: Token) -> Token | None:
    """Of whom a bare number counts some: the soldiers in "60 of its soldiers"."""
    return next((t for t in syntax.obliques(number).get("of", []) if t.pos_ in {"NOUN", "PROPN", "PRON"}), None)


def _numberish(head: Token, quantity: Quantity | None) -> bool:
    """Whether the head is itself the number ("five were killed", "dozens died")."""
    return quantity is not None and (head.like_num or head.pos_ == "NUM" or head.lemma_.lower() in COUNTERS)


def is_number(head: Token) -> bool:
    """Whether nothing but a number stands for those meant ("some 11,000 have fled")."""
    return (head.pos_ == "NUM" or head.like_num) and not syntax.obliques(head).get("of")


def _subsets(head: Token) -> list[Token]:
    """Heads of "including 11 children" behind the noun, else behind its verb, and of those it befell "along with" them."""
    verb = syntax.clause_verb(head)
    found = _behind(head, _SUBSET)
    if not found and head.head == verb:
        found = [t for t in _behind(verb, _SUBSET) if t.i > head.i]
    beside = [a for at in (head, verb) for a in at.rights if a.lower_ in _BESIDE and a.i > head.i] if head.head == verb else []
    return [*found, *(t for a in beside for t in _behind(a, frozenset({"with"})))]


def _behind(token: Token, prepositions: frozenset[str]) -> list[Token]:
    heads = [c for p in token.rights if p.dep_ == "prep" and p.lower_ in prepositions for c in syntax.children(p, "pobj")]
    return [t for c in heads for t in syntax.conjuncts(c)]


def whole(value: float | None) -> int | None:
    """The bound as a whole number."""
    return None if value is None else int(value)
