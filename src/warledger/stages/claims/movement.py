"""Movement claims: forces or people sent, withdrawn, advancing, evacuated, fleeing, returning."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from warledger.records.claim import Movement
from warledger.records.reason import GapReason
from warledger.records.vocab import Nouns
from warledger.stages.claims import movers, syntax
from warledger.stages.claims.classes import Class
from warledger.stages.claims.draft import Draft, explain, texts
from warledger.stages.claims.journey import Journey, journey_of, lost_place
from warledger.stages.claims.memory import Name
from warledger.stages.claims.naming import Namer
from warledger.stages.claims.scene import Scene
from warledger.stages.claims.triggers import Trigger

_FINITE = frozenset({"VBD", "VBN", "VBZ", "VBP"})
#: What people without arms never do by themselves: protesters who march, or a guest who arrives, are no movement.
_UNARMED_NEVER = frozenset({"deployed", "advanced", "airdropped"})
_ADVANCING = frozenset({Class.ARMED, Class.WEAPON, Class.NAME, Class.COUNTRY, Class.PRONOUN})
_FLIGHT = frozenset({"deployed", "advanced", "withdrew"})


def movement_drafts(scene: Scene, namer: Namer, nouns: Nouns, control: list[Draft]) -> Iterator[Draft]:
    """Movement claims of one sentence; what a trigger of `control` already told as a change of control is left out."""
    drafts = list(_each(scene, namer, nouns, control))
    return (d for d in drafts if not any(_says_less(d, other) for other in drafts if other is not d))


def _each(scene: Scene, namer: Namer, nouns: Nouns, control: list[Draft]) -> Iterator[Draft]:
    taken = {d.anchor.i for d in control}
    for trigger in scene.triggers:
        if trigger.frame.kind == "movement" and trigger.token.i not in taken:
            draft = _draft(trigger, scene, namer, nouns, control)
            if draft is not None:
                taken.add(trigger.token.i)
                yield draft


def _says_less(draft: Draft, other: Draft) -> bool:
    """Whether a second word for one move names no place and no number the first does not."""
    a, b = draft.content, other.content
    if not isinstance(a, Movement) or not isinstance(b, Movement) or a.mode != b.mode or not set(a.actors1) <= set(b.actors1):
        return False
    return not draft.places and a.count_low == a.count_high is None and bool(other.places)


def _draft(trigger: Trigger, scene: Scene, namer: Namer, nouns: Nouns, control: list[Draft]) -> Draft | None:
    frame = trigger.frame
    heads = [namer.meant(h) for h in movers.moved(trigger, namer)]
    journey = journey_of(trigger, scene, namer)
    mode = _mode(trigger, heads, namer, nouns)
    if not _can_move(trigger, mode, heads, namer, journey):
        trigger.refuse(GapReason.NOT_PEOPLE if heads else GapReason.UNFILLED, "actors1")
        return None
    actors = [movers.without_origin(n, journey.origin) for n in movers.names_of(trigger, namer)]
    count = movers.count_of(trigger, scene, namer)
    if mode in {"withdrew", "fled"} and not journey.origin:
        journey.origin = lost_place(actors, control)
        if journey.origin and not journey.to and count is None:
            return None  # the taking of the place told it
    if not (actors or (mode == "fled" and journey.origin)) or not (journey.places or count or _forces_move(trigger, heads, namer)):
        trigger.refuse(GapReason.UNFILLED, "to" if actors else "actors1")
        return None
    low, high = (count.low, count.high) if count else (None, None)
    content = Movement(mode, texts(actors), low, high, texts(journey.origin), texts(journey.to))
    names: dict[str, tuple[Name, ...]] = {"actors1": tuple(actors), "from": tuple(journey.origin), "to": tuple(journey.to)}
    why = {
        "actors1": explain(frame.id, actors, "who moves"),
        "from": explain(frame.id, journey.origin, "from where"),
        "to": explain(frame.id, journey.to, "where to"),
    }
    return Draft(content, trigger.token, frame.id, tuple(journey.places), names, why)


def _mode(trigger: Trigger, heads: list[Token], namer: Namer, nouns: Nouns) -> str:
    """The frame's mode; people who leave or arrive by themselves flee, those who are brought somewhere are evacuated."""
    mode = trigger.frame.set["mode"]
    if mode not in _FLIGHT or not heads or not all(h.lemma_.lower() in nouns.uprooted for h in heads):
        return mode
    taken, going = ([namer.meant(h) for h in found] for found in (movers.passengers(trigger), trigger.slots.get("subject", [])))
    if heads[0] in taken and heads[0] not in going:  # "refugees that arrived": the parser makes them both
        return "evacuated"
    return "fled" if trigger.noun or trigger.token.lemma_ in syntax.grammar(trigger.token).fleeing else mode


def _can_move(trigger: Trigger, mode: str, heads: list[Token], namer: Namer, journey: Journey) -> bool:
    """Whether it is forces or people that move, and it is told that they do."""
    if syntax.averted(trigger.verb) or movers.takes_a_thing(trigger, namer):
        return False
    kinds = {movers.kind_of(h, namer) for h in heads}
    if not trigger.noun and trigger.token.lemma_ in syntax.grammar(trigger.token).placed and syntax.is_passive(trigger.token):
        return False  # those who are stationed somewhere are there already
    unarmed = kinds and kinds <= {Class.PERSON, Class.CIVILIAN}
    if unarmed and mode != "evacuated" and not _states(trigger):
        return False  # what somebody should, or wants to, do
    if unarmed and mode in _UNARMED_NEVER:
        return False
    if mode == "deployed" and kinds == {Class.NAME} and not trigger.noun and not any(namer.is_group(h) for h in heads):
        return False  # a name that is no group's is a traveller's
    if mode == "advanced" and (
        not kinds & _ADVANCING or (not trigger.noun and "patient" not in trigger.slots and syntax.is_passive(trigger.token))
    ):
        return False
    if not trigger.frame.movers or kinds & movers.MOVED:
        return True
    return bool(kinds & {Class.NAME, Class.COUNTRY, Class.POLITICAL, Class.PRONOUN}) and bool(journey.places)


def _states(trigger: Trigger) -> bool:
    """Whether the words tell that it was done: a noun, a finite verb or one that was begun; not "to leave", "of sending troops"."""
    verb = trigger.token
    if trigger.noun or verb.tag_ in _FINITE or (verb.tag_ == "VBG" and syntax.children(verb, "aux")):
        return True
    begun = verb.dep_ == "xcomp" and verb.head.lemma_ in syntax.grammar(verb).begun
    return begun or (verb.dep_ == "advcl" and verb.tag_ == "VBG") or (verb.dep_ == "ccomp" and verb.tag_ == "VBG")


def _directed(verb: Token) -> bool:
    return any(c.lower_.endswith(("ward", "wards")) or c.lower_ in {"north", "south", "east", "west"} for c in verb.children)


def _forces_move(trigger: Trigger, heads: list[Token], namer: Namer) -> bool:
    """Whether it is plainly forces or residents that move, even when no place is named."""
    if trigger.noun or not _states(trigger):
        return False
    if trigger.words.split()[0] in syntax.grammar(trigger.token).vague_moves and not _directed(trigger.token):
        return False
    return any(movers.kind_of(h, namer) in {Class.ARMED, Class.CIVILIAN} for h in heads)
