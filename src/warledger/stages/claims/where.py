"""Where a happening took place: of the sentence's where-phrases those that hang nearest to its trigger."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from spacy.tokens import Token

from warledger.stages.claims import syntax
from warledger.stages.claims.classes import Class, has_capital
from warledger.stages.claims.memory import Name
from warledger.stages.claims.naming import Namer
from warledger.stages.claims.places import listed_places
from warledger.stages.claims.triggers import Trigger

_WHERE = frozenset(
    "in at near on around outside across inside over throughout along into within off between against beside beyond above down".split()  # noqa: SIM905
)
#: What it costs to pass an edge of the parse on the way from a where-phrase to its trigger; edges inside a clause are free.
_EDGES = {
    "acl": 1.0,
    "relcl": 1.0,
    "advcl": 1.0,
    "dep": 1.0,
    "xcomp": 0.25,
    "nsubj": 0.5,
    "csubj": 1.0,
    "ccomp": 3.0,
    "parataxis": 3.0,
}
_DIRECTIONS = frozenset("north south east west northeast northwest southeast southwest".split())  # noqa: SIM905
_NOUN = 0.4
_VERB_LIST = 1.0
#: "amid the fighting in X", "following the fall of X": other happenings, elsewhere.
_OTHER = frozenset({"amid", "amidst", "following", "after", "before", "since", "despite"})
#: Where something was said is no place of what is said; but a phrase that opens the sentence is ("In X, witnesses said ...").
_OPENING = 2.5
_TOO_FAR = 2.1
_UNREACHED = 99.0
_SAID = 3.0
_TELLING = 1.6
_TOLD = 4.0
_TOLD_AT = _WHERE - {"between", "over", "off", "against"}


def is_place(head: Token, namer: Namer) -> bool:
    """Whether the head is that of a place."""
    return namer.classifier.of(namer.meant(head)) in {Class.PLACE}


def where(trigger: Trigger, namer: Namer, targets: Sequence[Token] = ()) -> list[Name]:
    """Places of a happening: what was hit when that is a place, and the where-phrases of its clause; else a place in its name
    ("the X offensive"); else the where-phrases next nearest in the parse."""
    costs = _costs(trigger)
    spots = sorted((_cost(p, costs), h.i, h) for p, h in spots_of(trigger.token))
    spots = [s for s in spots if s[0] < _TOO_FAR]
    targets = [*targets, *_scene_of(trigger)]
    hit = [t for t in targets if is_place(t, namer)]
    hit = [p for t in targets if t in hit or (hit and namer.classifier.of(t) is Class.NAME) for p in listed_places(t)]
    near = most_specific(namer, [*hit, *(head for cost, _, head in spots if cost == 0)])
    within = _in_name(trigger, namer)
    found = within if all(n.text[:1].islower() for n in near) and within else named(near)  # "the X offensive in the south of Y"
    for _, group in groupby((s for s in spots if s[0] > 0), key=lambda s: s[0]):
        found = found or named(most_specific(namer, [head for _, _, head in group]))
    return found or near


def _scene_of(trigger: Trigger) -> list[Token]:
    """ "X was the scene of fierce fighting", "X saw clashes", "clashes rocked X": whose subject or object the happening's place is."""
    noun, verb = trigger.token, trigger.carrier
    if not trigger.noun:
        return []
    stage = noun.head.head
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and stage.lemma_ in syntax.grammar(noun).stages and stage.dep_ == "attr":
        return syntax.subjects(noun.head.head.head)
    if verb is None:
        return []
    if noun.dep_ == "dobj" and verb.lemma_ in syntax.grammar(verb).witnessing:
        return syntax.subjects(verb)
    return syntax.patients(verb) if noun.dep_ == "nsubj" and verb.lemma_ in syntax.grammar(verb).shaking else []


def where_told(verb: Token, namer: Namer) -> list[Name]:
    """Where a statement was made: "told a meeting in X", "speaking in X", "visited X"."""
    seen = [t for t in syntax.patients(verb) if verb.lemma_ in syntax.grammar(verb).visiting]
    near = [h for cost, h in _spots_near(verb, namer) if cost <= _TELLING]
    return named(most_specific(namer, [*seen, *near]))


def where_else(token: Token, namer: Namer) -> list[Name]:
    """Any place of the sentence, however far from the token: in a brief report there is but one."""
    return named(most_specific(namer, [h for cost, h in _spots_near(token, namer) if cost < _SAID]))


def where_meant(verb: Token, namer: Namer) -> list[Name]:
    """Where what a statement is about takes place ("will keep its troops in X")."""
    return named(most_specific(namer, [h for cost, h in _spots_near(verb, namer) if _TELLING < cost <= _TOLD]))


def _spots_near(verb: Token, namer: Namer) -> list[tuple[float, Token]]:
    costs = _climb([verb])
    spots = [(_cost(p, costs), h.i, h) for p, h in spots_of(verb) if p.lower_ in _TOLD_AT and not _employer(p, h, namer)]
    return [(cost, head) for cost, _, head in sorted(spots)]


def _employer(prep: Token, head: Token, namer: Namer) -> bool:
    """Whether "at X" more likely names whom somebody works for ("an analyst at X")."""
    return prep.lower_ in {"at", "on"} and namer.classifier.of(head) is Class.NAME


def _in_name(trigger: Trigger, namer: Namer) -> list[Name]:
    """The place in the name of a happening ("the X offensive")."""
    nouns = [t for t in (trigger.token, trigger.end) if t.pos_ in {"NOUN", "PROPN"} and namer.classifier.of(t) is not Class.WEAPON]
    return namer.places([c for t in nouns for c in t.lefts if c.dep_ in {"compound", "nmod", "poss", "amod"}])


def named(found: Sequence[Name]) -> list[Name]:
    """The names among descriptions of places."""
    return [n for n in found if has_capital(n.text)]


def spots_of(token: Token) -> Iterator[tuple[Token, Token]]:
    """Prepositions of all where-phrases of the token's sentence, each with the heads behind it."""
    for word in token.sent:
        if word.lower_ in _DIRECTIONS and word.dep_ not in {"pobj", "dobj"} and _begins_phrase(word):
            yield word, word  # "North of X, ..."
        if word.lower_ in _WHERE and (word.pos_ in {"ADP", "SCONJ", "ADV"} or word.dep_ == "prep"):
            for child in word.children:
                if child.dep_ == "pobj":
                    yield from ((word, head) for head in listed_places(child))


def _begins_phrase(direction: Token) -> bool:
    """Whether "north of X" stands for itself, not behind a place whose bearing it gives ("Y, just north of X")."""
    before = [t for t in direction.doc[direction.sent.start : direction.i] if t.pos_ not in {"ADV", "PUNCT", "SPACE", "NUM"}]
    return any(c.lower_ == "of" for c in direction.rights) and not (before and before[-1].pos_ == "PROPN")


def most_specific(namer: Namer, heads: Sequence[Token]) -> list[Name]:
    """Names of the heads; of "in A in B" only the narrower A, and no country beside a place, no unnamed area beside a named one."""
    heads = [h for h in heads if not (h.dep_ == "appos" and namer.classifier.of(h) is Class.NAME)]  # "its leader in X, Ann Lee"
    places = [h for h in heads if namer.places([h], loose=True, within=True)]
    found = namer.places([h for h in places if not any(_inside(h, other) for other in places)], loose=True, within=True)
    country = namer.memory.country
    towns = [n for n in found if not namer.classifier.is_country(n.text) and not (country and n.how == country.how)]
    return named(towns) or towns or found


def _inside(head: Token, other: Token) -> bool:
    """Whether the phrase of `head` only says where `other` lies: it hangs on it, or stands right behind it."""
    if head == other or head.i < other.i or head.lower_ in _DIRECTIONS or head.head.pos_ not in {"ADP", "SCONJ"}:
        return False
    return other.is_ancestor(head) or (head.head.i in {other.i + 1, other.right_edge.i + 1} and head.head.lower_ in {"in", "of"})


def _costs(trigger: Trigger) -> dict[int, float]:
    """What it costs to get from the trigger to each token above it."""
    return _climb([t for t in (trigger.token, trigger.end, trigger.carrier) if t is not None])


def _climb(cores: Sequence[Token]) -> dict[int, float]:
    costs = {core.i: 0.0 for core in cores}
    for core in cores:
        at, cost = core, 0.0
        while at.head != at and cost < _TOO_FAR:
            cost += _edge(at)
            at = at.head
            costs[at.i] = min(cost, costs.get(at.i, cost))
    return costs


def _cost(prep: Token, costs: dict[int, float]) -> float:
    """How far a where-phrase hangs from the trigger."""
    at, cost = prep, 0.0
    while at.i not in costs:
        if at.head == at:
            return _UNREACHED
        noun = at.pos_ in {"NOUN", "PROPN"} and at.head.i not in costs
        cost += _edge(at) + (_NOUN if noun else 0.0)
        at = at.head
    opens = prep.i - prep.sent.start <= 1
    return max(0.0, cost + costs[at.i] - (_OPENING if opens else 0.0))


def _edge(token: Token) -> float:
    if token.lower_ in _OTHER and token.dep_ in {"prep", "mark"}:
        return 1.0
    if token.dep_ == "conj" and token.pos_ in {"VERB", "AUX"}:
        return _VERB_LIST
    return _EDGES.get(token.dep_, 0.0)
