"""What happened in a sentence, and which of its dead, hurt and taken belong to what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Token

from warledger.records.reason import GapReason
from warledger.records.vocab import Frames
from warledger.stages.claims import syntax
from warledger.stages.claims.casualties import measure_of, on_people, victims
from warledger.stages.claims.classes import Class
from warledger.stages.claims.diary import points_back, realised, tells, untold
from warledger.stages.claims.naming import Namer
from warledger.stages.claims.scene import Scene
from warledger.stages.claims.totals import is_running_total, sets_the_scene
from warledger.stages.claims.triggers import Trigger

_DOWNWARD = frozenset(
    {"advcl", "acl", "relcl", "conj", "xcomp", "prep", "pcomp", "pobj", "dobj", "nsubj", "nsubjpass", "agent", "dep", "appos"}
)
#: Frames of being taken: who is killed beside them was killed by something else.
_TAKING = frozenset({"event.arrest", "event.abduction"})
#: Marks, and the "and" between two of them, before figures that are added to a report of what happened.
_SETS_OFF = frozenset({";", ":", "-", "–", ",", "and"})


@dataclass
class Cause:
    """What happened, with the effects on people that belong to it; `faint` when its words only point back ("in the attack")."""

    trigger: Trigger
    effects: list[Trigger] = field(default_factory=list)
    faint: bool = False


def find_causes(scene: Scene, namer: Namer, frames: Frames) -> list[Cause]:
    """The happenings of the sentence; an effect that hangs on none is a happening of its own, a running total is none."""
    for trigger in scene.triggers:
        if trigger.frame.kind == "effect":
            _past_direction(trigger, namer)
    effects = [t for t in scene.triggers if t.frame.kind == "effect" and _befell(t, scene, namer, frames)]
    totals = [t for t in effects if is_running_total(t, scene)]
    own = [t for t in _distinct(scene.triggers) if not sets_the_scene(t, totals)]
    causes = [Cause(t, faint=not tells(t, namer, frames)) for t in own if tells(t, namer, frames) or points_back(t, frames)]
    for trigger in own:
        if not any(c.trigger is trigger for c in causes):
            untold(trigger, frames)
    for effect in effects:
        if effect in totals:
            continue
        found = _cause_of(effect, causes)
        if found is None:
            causes.append(Cause(effect, [effect]))
        else:
            _add(found, effect)
    for cause in causes:
        if cause.faint and not cause.effects:
            untold(cause.trigger, frames)
    return _gathered([c for c in causes if c.effects or not c.faint])


def _gathered(causes: list[Cause]) -> list[Cause]:
    """The causes; effects beside one of a happening's own are added to it ("two were killed and 17 were wounded in the fighting")."""
    kept: list[Cause] = []
    for cause in causes:
        home = next((c for c in causes if _shares_clause(cause, c)), None)
        if home is None:
            kept.append(cause)
        else:
            home.effects = [*cause.effects, *home.effects]
    return kept


def _shares_clause(cause: Cause, home: Cause) -> bool:
    if cause.trigger.frame.kind != "effect" or home.trigger.frame.kind == "effect":
        return False
    return any(_beside(cause.trigger.token, e.token) for e in home.effects)


def _beside(first: Token, second: Token) -> bool:
    """Whether the two verbs are joined by "and", as conjuncts or as clauses that the parser put side by side."""
    if first in (second.head, second) or second == first.head:
        return first != second and "conj" in (first.dep_, second.dep_)
    early = first if first.i < second.i else second
    return first.head == second.head and first.dep_ == second.dep_ and any(c.dep_ == "cc" for c in early.children)


def _past_direction(effect: Trigger, namer: Namer) -> None:
    """ "North of X, 17 soldiers were killed": the parser takes the place for the subject and the people for its appositives."""
    heads = effect.slots.get("object", [])
    if len(heads) == 1 and namer.classifier.of(heads[0]) is Class.PLACE:
        behind = [t for a in syntax.children(heads[0], "appos") for t in syntax.conjuncts(a)]
        effect.slots["object"] = behind or heads


def _befell(effect: Trigger, scene: Scene, namer: Namer, frames: Frames) -> bool:
    """Whether the effect took place and befell people; else it says why it is left out."""
    if not realised(effect, frames):
        effect.refuse(GapReason.AIM)
        return False
    if on_people(effect, scene, namer):
        return True
    short = GapReason.NOT_COUNTED if effect.noun else GapReason.NOT_PEOPLE
    effect.refuse(short if victims(effect) else GapReason.UNFILLED, "group")
    return False


def _add(cause: Cause, effect: Trigger) -> None:
    """Adds an effect; in "killed two and detained one" the killing is what happened, the arrest one of its effects."""
    if cause.trigger.frame.id in _TAKING and effect.token != cause.trigger.token and measure_of(effect) != "captured":
        taken = [e for e in cause.effects if e.token == cause.trigger.token] or [cause.trigger]
        cause.effects = [*taken, *(e for e in cause.effects if e not in taken)]
        cause.trigger = effect
    cause.effects.append(effect)


def _distinct(triggers: Sequence[Trigger]) -> list[Trigger]:
    """Event triggers, a noun carried by a trigger verb kept once ("launched an offensive")."""
    events = [t for t in triggers if t.frame.kind == "event"]
    ends = {t.end.i for t in events if not t.noun and t.end != t.token}
    nouns = {t.token.i for t in events if t.noun}
    chosen: dict[int, Trigger] = {}
    for trigger in events:
        others = nouns - {trigger.end.i} if trigger.end == trigger.token else set()
        told_by_noun = not trigger.noun and any(h.i in others for slot in ("object", "subject") for h in trigger.slots.get(slot, []))
        if (trigger.noun and trigger.token.i in ends) or told_by_noun:
            continue  # "repelled an attack", "hit a landmine": the noun tells it
        chosen.setdefault(trigger.token.i, trigger)
    return list(chosen.values())


def _cause_of(effect: Trigger, causes: Sequence[Cause]) -> Cause | None:
    """The happening an effect belongs to: above or below it in the parse, nearest first."""
    same = [c for c in causes if c.trigger.token == effect.token]
    near = [c for c in causes if any(t.token != effect.token and _belongs(effect, t) for t in (c.trigger, *c.effects))]
    if same:
        return same[0]
    if not near and _set_behind(effect):
        before = [c for c in causes if c.trigger.token.i < effect.token.i]
        return before[-1] if before else None
    if not near and effect.token.tag_ == "VBG" and not syntax.own_subjects(effect.token):
        before = [c for c in causes if c.trigger.token.i < effect.token.i and c.trigger.frame.id not in _TAKING]
        return before[-1] if before else None  # "..., killing 11": of what stands before it
    return min(near, key=lambda c: abs(c.trigger.token.i - effect.token.i)) if near else None


def _set_behind(effect: Trigger) -> bool:
    """Whether the effect is told without a verb of its own behind what happened, as notes put it ("...; 3 killed, 7 wounded")."""
    own = {c.dep_ for c in effect.token.children}
    heads = victims(effect)
    if effect.noun or own & {"aux", "auxpass", "dobj", "agent", "mark"} or not heads or effect.slots.get("in"):
        return False
    first = min(min(h.left_edge.i, h.i) for h in heads)
    return first > effect.token.sent.start and first < effect.token.i and effect.token.doc[first - 1].lower_ in _SETS_OFF


def _belongs(effect: Trigger, cause: Trigger) -> bool:
    """Whether the effect hangs together with the cause or with the verb that carries it ("a bomb went off, killing 12").

    What somebody is arrested for ("detained over the killing of two") is no part of the arrest.
    """
    if cause.frame.id in _TAKING or measure_of(cause) == "captured":
        return _coordinated(effect.token, cause.token) or _coordinated(cause.token, effect.token)
    return _linked(effect.token, cause.token) or (cause.carrier is not None and _linked(effect.token, cause.carrier))


def _coordinated(top: Token, low: Token) -> bool:
    at = low
    while at.dep_ in {"conj", "advcl"} and at.head != at:
        at = at.head
        if at == top:
            return True
    return False


def _linked(a: Token, b: Token) -> bool:
    return _reaches(a, b) or _reaches(b, a)


def _reaches(top: Token, low: Token) -> bool:
    """Whether `low` hangs below `top` without a clause of its own saying in between."""
    at = low
    for _ in range(8):
        if at == top:
            return True
        if at.dep_ not in _DOWNWARD or at.head == at:
            return False
        at = at.head
    return False
