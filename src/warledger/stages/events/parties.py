"""Who did it and to whom, as clustering compares it: actors by key and side, and how far those of two claims agree."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from enum import StrEnum

import msgspec

from warledger.records.claim import Agreement, Claim, Control, Event, Movement, Statement, Strength, Toll
from warledger.records.happening_words import HappeningWords
from warledger.records.keys import actor_key
from warledger.records.link import Links
from warledger.records.side_words import SideWords

#: Deeds that are done against the other side.
HOSTILE = frozenset({"taken", "entered", "besieged", "clash", "strike", "shelling", "bomb", "attack"})
_OTHER_SIDE = {"government": "opposition", "opposition": "government"}


class Actors(msgspec.Struct, frozen=True):
    """The keys of one role's actors, the sides their names say, and whether all of them are only described ("rebels").

    `leaning` are the sides their names say or, where they say none, those of whom they fight in the same document; `state` says that
    a nation is among them, `nameless` that none has a name of its own: with words for nations or those who back them left away, all are
    only described ("X-backed rebels").
    """

    keys: frozenset[str] = frozenset()
    sides: frozenset[str] = frozenset()
    described: bool = True
    leaning: frozenset[str] = frozenset()
    state: bool = False
    nameless: bool = True


class Accord(StrEnum):
    """How far the actors of one role agree in two claims."""

    ONE = "one actor"
    SIDE = "one side"
    UNSAID = "nobody named on one side"
    ALLIES = "two of one side"
    UNKNOWN = "named on one side, described on the other"
    UNLIKE = "a state on one side, another body on the other"
    AGAINST = "different actors"


#: Those that speak for one happening, and those that do not speak against it.
AGREED = frozenset({Accord.ONE, Accord.SIDE})
OPEN = AGREED | {Accord.UNSAID, Accord.ALLIES, Accord.UNKNOWN}


def accord(a: Actors, b: Actors) -> Accord:
    """How far the actors agree. Opposite sides never do, whatever their names."""
    if a.keys & b.keys:
        return Accord.ONE
    if a.leaning and b.leaning and not a.leaning & b.leaning:
        return Accord.AGAINST
    if not a.keys or not b.keys:
        return Accord.UNSAID
    if a.nameless and b.nameless:
        return Accord.SIDE if a.leaning & b.leaning else Accord.UNSAID
    if a.nameless or b.nameless:
        return _described(a, b) if a.nameless else _described(b, a)
    return Accord.ALLIES if a.leaning & b.leaning and not (a.state and b.state) else Accord.AGAINST


def _described(described: Actors, named: Actors) -> Accord:
    if described.leaning & named.leaning:
        return Accord.SIDE
    return Accord.UNLIKE if described.state or named.state else Accord.UNKNOWN


def roles(claim: Claim) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who did it and to whom, whatever the kind of the claim; names as written."""
    content = claim.content
    match content:
        case Event():
            return content.actors1, content.actors2
        case Control():
            return content.gained_by, content.lost_by
        case Toll():
            return content.by, ()
        case Movement():
            return content.actors1, ()
        case Statement():
            return tuple(name for name in (content.speaker or content.affiliation,) if name), content.target
        case Agreement():
            return content.parties, ()
        case Strength():
            return (content.actor,), ()


def actors_of(names: Iterable[str], claim: Claim, links: Links, sides: SideWords, words: HappeningWords) -> Actors:
    """The actors that bear these names in the claim."""
    listed = tuple(names)
    said = frozenset(side for name in listed if (side := sides.side(name)))
    keys = frozenset(actor_key(links, claim.document, name, claim.day) for name in listed)
    state = bool(keys & words.nations)
    described = all(sides.describes(name) for name in listed)
    nameless = not state and all(sides.describes(words.nameless(name)) or _tied(links, claim.document, name) for name in listed)
    return Actors(keys, said, described, _of_state(listed, sides) if state else said, state, nameless)


def _of_state(names: Iterable[str], sides: SideWords) -> frozenset[str]:
    """The sides of a nation's forces: "government" only by that word, since troops abroad are troops too."""
    by_name = msgspec.structs.replace(sides, common=frozenset())
    return frozenset(side for name in names if (side := by_name.side(name)))


def _tied(links: Links, document: str, name: str) -> bool:
    """Whether the name only describes somebody by another ("X-backed fighters")."""
    link = links.actor(document, name)
    return link is not None and bool(link.tie) and link.canonical is None


def leanings(deeds: Iterable[tuple[str, Actors, Actors]]) -> dict[str, str]:
    """Key -> side of those whose names say none, by whom they fight: (deed, doers, targets) of one document.

    Two thirds of what an actor does must be against one side. A nation takes no side by it: it may fight anybody abroad.
    """
    fought: dict[str, Counter[str]] = defaultdict(Counter)
    for action, doers, targets in deeds:
        if action in HOSTILE:
            for one, other in ((doers, targets), (targets, doers)):
                if not one.sides and not one.state and len(other.sides) == 1:
                    for key in one.keys:
                        fought[key][_OTHER_SIDE[next(iter(other.sides))]] += 1
    most = {key: count.most_common(1)[0] for key, count in fought.items()}
    return {key: side for key, (side, n) in most.items() if 3 * n >= 2 * fought[key].total()}


def leaning(actors: Actors, known: Mapping[str, str]) -> Actors:
    """The actors with the sides they take, where their names say none."""
    if actors.sides or not (found := frozenset(known[key] for key in actors.keys if key in known)):
        return actors
    return msgspec.structs.replace(actors, leaning=found)
