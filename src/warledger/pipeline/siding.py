"""On whose side an actor may stand, guessed from whom it fights, backs and is backed by. A guess with its words, never a decision."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from warledger.records.proposal import SideGuess
from warledger.records.relation import Relation, Tie

#: How much a relation says for each independent source: backing most, standing beside once by chance, fighting least (allies fight too).
WEIGHTS = {Tie.BACKS: 1.0, Tie.BESIDE: 0.7, Tie.FIGHTS: 0.6}
#: What a further record of a source that has told of it already adds, and where more say no more.
_AGAIN, _ENOUGH = 0.25, 5.0
#: Weight at which a guess is as sure as one can be without being told.
_SURE, _MOST = 3.0, 0.9
#: A side told by an enemy alone is half a guess: there may be more than two sides.
_BY_ENEMY = 0.5
_LEAST = 0.15
_SHOWN = 3


def guess_sides(relations: Iterable[Relation], known: Mapping[str, str]) -> dict[str, tuple[SideGuess, ...]]:
    """Key -> the sides that its relations with actors of a known side speak for, the likeliest first.

    `known` is key -> side (by the registry, or by what names say: "rebels"). Whoever fights one of exactly two known sides may be of
    the other.
    """
    told: dict[str, list[Relation]] = defaultdict(list)
    for relation in relations:
        for key, other in ((relation.one_key, relation.other_key), (relation.other_key, relation.one_key)):
            if other in known:
                told[key].append(relation)
    return {key: found for key, listed in told.items() if key not in known and (found := _guesses(key, listed, known))}


def _guesses(key: str, relations: list[Relation], known: Mapping[str, str]) -> tuple[SideGuess, ...]:
    weights: dict[str, float] = defaultdict(float)
    speaking: dict[str, list[Relation]] = defaultdict(list)
    sides = sorted(set(known.values()))
    for relation in relations:
        side = known[relation.other_key if relation.one_key == key else relation.one_key]
        weight = WEIGHTS[relation.tie] * min(relation.sources + _AGAIN * (relation.records - relation.sources), _ENOUGH)
        if relation.tie is not Tie.FIGHTS:
            weights[side] += weight
            speaking[side].append(relation)
            continue
        weights[side] -= weight
        for other in sides if len(sides) == 2 else ():
            if other != side:
                weights[other] += _BY_ENEMY * weight
                speaking[other].append(relation)
    guesses = [_guess(side, weight, key, speaking[side]) for side, weight in weights.items() if weight > 0]
    return tuple(sorted((g for g in guesses if g.score >= _LEAST), key=lambda g: (-g.score, g.side)))


def _guess(side: str, weight: float, key: str, relations: list[Relation]) -> SideGuess:
    ranked = sorted(relations, key=lambda r: (-r.sources, -r.records, r.one_key, r.other_key, r.tie.value))[:_SHOWN]
    words = tuple({w.quote: w for relation in ranked for w in relation.evidence[:1]}.values())
    return SideGuess(side, round(min(_MOST, _MOST * weight / _SURE), 2), "; ".join(in_words(r, key) for r in ranked), words)


def verb_of(relation: Relation, key: str) -> str:
    """What the actor of that key does in the relation: `fights`, `backs`, `is backed by` or `stands beside`."""
    if relation.tie is Tie.BACKS:
        return "backs" if relation.one_key == key else "is backed by"
    return "fights" if relation.tie is Tie.FIGHTS else "stands beside"


def in_words(relation: Relation, key: str) -> str:
    """The relation as told of the actor of that key: "fights X (12 records of 4 sources)"."""
    return f"{verb_of(relation, key)} {whom(relation, key)}"


def whom(relation: Relation, key: str) -> str:
    """The other one of the relation, and how many say so."""
    other = relation.other if relation.one_key == key else relation.one
    records = "1 record" if relation.records == 1 else f"{relation.records} records"
    return f"{other} ({records} of {relation.sources} {'source' if relation.sources == 1 else 'sources'})"
