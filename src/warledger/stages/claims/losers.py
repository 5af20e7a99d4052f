"""Who loses a place that somebody takes: those the same sentence says gave way ("captured X as the army withdrew")."""

from __future__ import annotations

from collections.abc import Set

from spacy.tokens import Token

from warledger.stages.claims import syntax
from warledger.stages.claims.classes import Class
from warledger.stages.claims.memory import Name
from warledger.stages.claims.naming import Namer
from warledger.stages.claims.scene import Scene
from warledger.stages.claims.triggers import Trigger

_YIELDING = frozenset({Class.ARMED, Class.POLITICAL})


def losers(taking: Trigger, scene: Scene, namer: Namer, takers: Set[str]) -> list[Name]:
    """The forces that collapse, flee or withdraw in the sentence of a taking; nobody when it is the takers themselves."""
    owners = _forces([o for h in taking.fill("places") for o in _owners(h)], namer)
    if owners and not {n.text for n in owners} & takers:
        return [Name(n.text, n.span, "whose it was") for n in owners]
    for trigger in scene.triggers:
        if trigger.frame.kind != "giving_way" or trigger.token == taking.token:
            continue
        overthrown = trigger.token.lemma_ in syntax.grammar(trigger.token).overthrown
        heads = trigger.slots.get("object", []) if overthrown else trigger.fill("loser")
        names = _forces(heads, namer)
        if names and not {n.text for n in names} & takers:
            return [Name(n.text, n.span, "gives way in the same sentence") for n in names]
    return []


def _owners(place: Token) -> list[Token]:
    """ "the army's base", "the base of the army"."""
    return [*syntax.children(place, "poss"), *syntax.obliques(place).get("of", [])]


def _forces(heads: list[Token], namer: Namer) -> list[Name]:
    return namer.actors([h for h in heads if namer.classifier.of(namer.meant(h)) in _YIELDING])
