"""Who fought whom: the doers and the sufferers of a happening."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from warledger.stages.claims import syntax
from warledger.stages.claims.classes import Class
from warledger.stages.claims.memory import Name
from warledger.stages.claims.naming import Namer
from warledger.stages.claims.triggers import Trigger

#: Participles that give a happening to its doer, with the preposition before him.
_GIVEN_TO = {"blame": "on", "attribute": "to", "credit": "to"}
_DONE = ("claim", "carry", "conduct", "launch", "lead", "mount", "stage", "execute", "perpetrate", "commit", "command")
_GIVEN_TO |= dict.fromkeys(_DONE, "by")
_WAY = frozenset({"in", "during", "with", "through"})
_HELD = frozenset({Class.THING, Class.PLACE})


def heads_of(trigger: Trigger, namer: Namer) -> tuple[list[Token], list[Token]]:
    """Heads of the doers and of the sufferers; "clashes between A and B" has A on one side, the rest on the other."""
    between = trigger.slots.get("between", [])
    if len(between) > 1:
        return between[:1], between[1:]
    first = _doing(trigger, namer)
    repelled = [h for h in trigger.slots.get("by", []) if trigger.noun and h not in first]  # "repelled an attack by X"
    return first, _fill(trigger, "actors2", namer) or _aimed_at(trigger.end) or repelled


def _doing(trigger: Trigger, namer: Namer) -> list[Token]:
    """Heads of the first slot that names somebody: in "artillery shelling by the army" the artillery is no doer."""
    slots = [trigger.slots.get(slot, []) for slot in trigger.frame.slots("actors1", trigger.noun)]
    if trigger.noun:
        acts = namer.classifier.of(trigger.token) is Class.ARMED  # "suicide bombers from X"
        slots += [_blamed(trigger.token), _at_it(trigger.token), trigger.slots.get("from", []) if acts else []]
    return next((heads for heads in slots if heads and namer.actors(heads)), next((heads for heads in slots if heads), []))


def _blamed(noun: Token) -> list[Token]:
    """ "a bombing claimed by X", "an attack blamed on Y": whom a participle behind the happening gives it to."""
    for child in noun.rights:
        prep = _GIVEN_TO.get(child.lemma_) if child.dep_ in {"acl", "relcl"} and child.tag_ == "VBN" else None
        heads = syntax.obliques(child).get(prep, []) if prep else []
        if heads:
            return heads
    return []


def _at_it(noun: Token) -> list[Token]:
    """ "X captured Y in an offensive": who does the deed that the happening was the way to."""
    prep = noun.head
    verb = prep.head
    fought = bool(syntax.obliques(noun).keys() & {"with", "against"})  # "A entered X after clashes with B": A clashed
    if noun.dep_ != "pobj" or verb.pos_ != "VERB":
        return []
    if not (prep.lower_ in _WAY or (fought and prep.lower_ in {"after", "following", "amid"})):
        return []
    return syntax.agents(verb) if syntax.children(verb, "dobj") and verb.lemma_ not in {"lose", "suffer", "see"} else []


def _fill(trigger: Trigger, field: str, namer: Namer) -> list[Token]:
    """Heads of the first slot that has any but times: in "on Monday launched attacks on X" both stand after "on"."""
    for slot in trigger.frame.slots(field, trigger.noun):
        heads = [h for h in trigger.slots.get(slot, []) if not namer.is_time(h)]
        if heads:
            return heads
    return []


def _aimed_at(noun: Token) -> list[Token]:
    """ "airstrikes targeting X": what a participle behind the happening aims at."""
    behind = [c for c in noun.rights if c.dep_ in {"acl", "relcl"} and c.lemma_ in {"target", "hit", "strike", "aim", "direct", "destroy"}]
    return [
        t for c in behind for t in (syntax.children(c, "dobj") or syntax.obliques(c).get("at") or syntax.obliques(c).get("against", []))
    ]


def doers(heads: Sequence[Token], effects: Sequence[Trigger], trigger: Trigger, namer: Namer) -> list[Name]:
    """Who did it: the happening's own doers, else those of its effects ("killed by shelling")."""
    found = namer.actors(heads)
    for effect in effects if not found else ():
        others = [h for h in effect.fill("by") if h != trigger.token]
        found = found or namer.actors(others)
    return found


def sufferers(heads: Sequence[Token], effects: Sequence[Trigger], namer: Namer) -> list[Name]:
    """To whom it was done: people and bodies; whose the things and places were; whom it killed or hurt; else the things themselves."""
    kinds = [(h, namer.classifier.of(namer.meant(h))) for h in heads]
    things = [h for h, kind in kinds if kind in _HELD or namer.is_held(h)]
    bare = [h for h, kind in kinds if kind is Class.WEAPON and not _described(h)]
    found = namer.actors([h for h in heads if h not in things and h not in bare])
    struck = [h for e in effects for h in e.fill("group")]
    found = found or namer.actors(struck)
    if not found or all(_nameless(h, namer) for h in struck):
        found = namer.owners(things) or found
    return found or namer.actors([*bare, *(h for h in things if namer.is_target(h))], things=True)


def _nameless(head: Token, namer: Namer) -> bool:
    """Whether those struck are just "fighters" or "soldiers": whose the thing was then says more."""
    return namer.classifier.of(namer.meant(head)) is Class.ARMED and not _described(namer.meant(head))


def _described(head: Token) -> bool:
    """Whether something before a noun tells it apart ("army convoy", not "the vehicle")."""
    return any(c.dep_ in {"compound", "amod", "nmod", "poss"} for c in head.lefts)
