"""Event claims: fighting, strikes, killings, protests, with the casualties their sentence gives them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Token

from warledger.records.claim import Count, Event
from warledger.records.provenance import Why
from warledger.records.reason import GapReason
from warledger.records.vocab import Frames
from warledger.stages.claims import syntax
from warledger.stages.claims.classes import Class
from warledger.stages.claims.counts import COUNTERS, counts
from warledger.stages.claims.diary import realised, tells, untold
from warledger.stages.claims.draft import Draft, explain, texts
from warledger.stages.claims.naming import Namer
from warledger.stages.claims.scene import Scene
from warledger.stages.claims.sides import doers as doers_of
from warledger.stages.claims.sides import heads_of
from warledger.stages.claims.sides import sufferers as sufferers_of
from warledger.stages.claims.triggers import Trigger
from warledger.stages.claims.where import where

_DOWNWARD = frozenset(
    {"advcl", "acl", "relcl", "conj", "xcomp", "prep", "pcomp", "pobj", "dobj", "nsubj", "nsubjpass", "agent", "dep", "appos"}
)
_PEACEFUL_VICTIMS = frozenset({Class.CIVILIAN, Class.PERSON})
_TYPED_FIRST = "event.attack"


@dataclass
class Cause:
    """What happened, with the effects on people that belong to it."""

    trigger: Trigger
    effects: list[Trigger] = field(default_factory=list)


def event_drafts(scene: Scene, namer: Namer, frames: Frames) -> Iterator[Draft]:
    """Event claims of one sentence."""
    drafts = [_draft(cause, scene, namer, frames) for cause in _causes(scene, namer, frames) if not is_running_total(cause.trigger)]
    found = [d for d in drafts if d is not None]
    return (d for d in found if not any(_adds_nothing(d, other) for other in found if other is not d))


def _adds_nothing(draft: Draft, other: Draft) -> bool:
    """Whether a second word for one fight ("launched an offensive", "the attack") says no more than the first."""
    a, b = draft.content, other.content
    if not isinstance(a, Event) or not isinstance(b, Event) or group_of(a) != group_of(b) or a.killed or a.injured or a.captured:
        return False
    less = set(a.actors1) <= set(b.actors1) | set(b.actors2) and set(a.actors2) <= set(b.actors2) | set(b.actors1)
    less = less and {p.text for p in draft.places} <= {p.text for p in other.places}
    same = less and _weight(a, draft) == _weight(b, other)
    return less and (not same or draft.anchor.i > other.anchor.i)


def group_of(event: Event) -> str:
    """Fights of every wording are one group; other types stand for themselves."""
    return "Armed clash" if event.type in {"Armed clash", "Attack"} else event.type


def _weight(event: Event, draft: Draft) -> int:
    return len(event.actors1) + len(event.actors2) + len(draft.places) + len(event.killed) + len(event.injured) + len(event.captured)


def is_running_total(trigger: Trigger) -> bool:
    """Whether a count of dead or hurt runs over a period ("since", "in total", "have been killed in the war"), not one incident."""
    if trigger.frame.kind != "effect":
        return False
    words, known = {t.lower_ for t in trigger.verb.subtree}, syntax.grammar(trigger.token)
    return bool(words & known.period) and not words & known.incident


def _causes(scene: Scene, namer: Namer, frames: Frames) -> list[Cause]:
    causes = [Cause(t) for t in _distinct_events(scene.triggers) if tells(t, namer, frames) or untold(t, frames)]
    for effect in (t for t in scene.triggers if t.frame.kind == "effect"):
        if not realised(effect, frames):
            effect.refuse(GapReason.AIM)
            continue
        if not _on_people(effect, scene, namer):
            short = GapReason.NOT_COUNTED if effect.noun else GapReason.NOT_PEOPLE
            effect.refuse(short if _victims(effect) else GapReason.UNFILLED, "group")
            continue
            continue
        found = _cause_of(effect, causes)
        if found is None:
            causes.append(Cause(effect, [effect]))
        else:
            found.effects.append(effect)
    return causes


def _distinct_events(triggers: Sequence[Trigger]) -> list[Trigger]:
    """Event triggers, a noun carried by a trigger verb kept once ("launched an offensive")."""
    events = [t for t in triggers if t.frame.kind == "event"]
    ends = {t.end.i for t in events if not t.noun and t.end != t.token}
    nouns = {t.token.i for t in events if t.noun}
    chosen: dict[int, Trigger] = {}
    for trigger in events:
        others = nouns - {trigger.end.i}
        told_by_noun = not trigger.noun and any(h.i in others for slot in ("object", "subject") for h in trigger.slots.get(slot, []))
        if (trigger.noun and trigger.token.i in ends) or told_by_noun:
            continue  # "repelled an attack", "hit a landmine": the noun tells it
        chosen.setdefault(trigger.token.i, trigger)
    return list(chosen.values())


def _on_people(effect: Trigger, scene: Scene, namer: Namer) -> bool:
    heads = _victims(effect)
    if effect.noun:
        return bool(counts(heads, scene, namer)) and bool(heads)
    return any(
        namer.classifier.of(namer.meant(h)) in {Class.ARMED, Class.CIVILIAN, Class.PERSON, Class.NAME, Class.PRONOUN}
        or h.like_num
        or h.pos_ == "NUM"
        or h.lemma_.lower() in COUNTERS
        for h in heads
    ) and not (effect.frame.persons_only and any(namer.classifier.of(namer.meant(h)) in {Class.NAME, Class.PRONOUN} for h in heads))


def _victims(effect: Trigger) -> list[Token]:
    return effect.fill("group")


def _cause_of(effect: Trigger, causes: Sequence[Cause]) -> Cause | None:
    """The happening an effect belongs to: above or below it in the parse, nearest first; else the only one of the sentence."""
    near = [c for c in causes if any(t.token != effect.token and _belongs(effect.token, t) for t in (c.trigger, *c.effects))]
    same = [c for c in causes if c.trigger.token == effect.token]
    if same:
        return same[0]
    if near:
        return min(near, key=lambda c: abs(c.trigger.token.i - effect.token.i))
    return None


def _belongs(effect: Token, cause: Trigger) -> bool:
    """Whether the effect hangs together with the cause or with the verb that carries it ("a bomb went off, killing 12")."""
    return _linked(effect, cause.token) or (cause.carrier is not None and _linked(effect, cause.carrier))


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


def _draft(cause: Cause, scene: Scene, namer: Namer, frames: Frames) -> Draft | None:
    trigger = cause.trigger
    frame = trigger.frame
    first, targets = heads_of(trigger, namer)
    doers = doers_of(first, cause.effects, trigger, namer)
    places = where(trigger, namer, [*targets, *(t for e in cause.effects for t in e.fill("group"))])
    sufferers = sufferers_of(targets, cause.effects, namer)
    figures = {m: _figures(cause, m, scene, namer) for m in ("killed", "injured", "captured")}
    figures = _told_apart(figures)
    elsewhere = {d.text for d in doers} | {p.text for p in places if not namer.classifier.is_country(p.text)}  # a country may be both
    sufferers = [s for s in sufferers if s.text not in elsewhere]
    kind, how = _type(cause, namer, frames, figures)
    if trigger.noun and not (doers or sufferers or places or any(figures.values())):
        trigger.refuse(GapReason.GENERIC)
        return None
    content = Event(kind, texts(doers), texts(sufferers), figures["killed"], figures["injured"], figures["captured"])
    names = {"actors1": tuple(doers), "actors2": tuple(sufferers)}
    why = {
        "type": how,
        "actors1": explain(frame.id, doers, "who does it"),
        "actors2": explain(frame.id, sufferers, "to whom"),
        "places": explain(frame.id, places, "where"),
    }
    return Draft(content, trigger.token, frame.id, tuple(places), names, why, 0.65 if doers or any(figures.values()) else 0.5)


def _figures(cause: Cause, measure: str, scene: Scene, namer: Namer) -> tuple[Count, ...]:
    found: list[Count] = []
    heads = [h for e in cause.effects if e.frame.set["measure"] == measure for h in e.fill("group")]
    if measure == "captured" and "captured" in cause.trigger.frame.roles:
        heads += [h for h in cause.trigger.fill("captured") if h not in heads]
    for entry in counts(heads, scene, namer):
        if entry not in found:
            found.append(entry)
    return tuple(found)


def _told_apart(figures: dict[str, tuple[Count, ...]]) -> dict[str, tuple[Count, ...]]:
    """ "killed or injured 16" gives no more than 16 of each."""
    both = set(figures["killed"]) & set(figures["injured"])
    return {m: tuple(Count(c.group, None, c.high) if c in both else c for c in found) for m, found in figures.items()}


def _type(cause: Cause, namer: Namer, frames: Frames, figures: dict[str, tuple[Count, ...]]) -> tuple[str, Why]:
    trigger = cause.trigger
    victims = [namer.meant(h) for e in cause.effects for h in e.fill("group")] or [namer.meant(h) for h in trigger.fill("actors2")]
    doers = [namer.meant(h) for h in trigger.fill("actors1") or [h for e in cause.effects for h in e.fill("by") if h != trigger.token]]
    means = _means(cause, frames)
    base = trigger.frame.set.get("type", "")
    if means and (trigger.frame.typed_by == "means" or trigger.frame.kind == "effect"):
        return means[0], Why("means", means[1])
    if any(namer.classifier.is_crowd(v) for v in victims) and (not base or base in {"Armed clash", "Attack"}):
        return "Excessive force against protesters", Why("victims are protesters")
    if trigger.frame.kind == "effect" or trigger.frame.id == _TYPED_FIRST:
        kinds = {namer.classifier.of(v) for v in victims}
        if any(d.lemma_.lower() in {"police"} for d in doers) and kinds & _PEACEFUL_VICTIMS:
            return "Attack", Why("police against people")
        if kinds and kinds <= _PEACEFUL_VICTIMS:
            return "Attack", Why("victims do not fight")
        return base or ("Armed clash" if Class.ARMED in kinds else "Attack"), Why(trigger.frame.id, trigger.words)
    return base, Why(trigger.frame.id, trigger.words)


def _means(cause: Cause, frames: Frames) -> tuple[str, str] | None:
    """The type that the weapon words near the trigger give, and the word."""
    trigger = cause.trigger
    near = [trigger.token, *trigger.token.lefts]
    for slot in ("subject", "with", "by", "using", "in", "from"):
        for head in trigger.slots.get(slot, []):
            near += [head, *head.lefts]
    if not trigger.noun and trigger.token.head.lemma_ == "use":
        near += [t for head in syntax.children(trigger.token.head, "dobj") for t in (head, *head.lefts)]  # "used drones to attack"
    for effect in cause.effects:
        for head in (*effect.fill("by"), *effect.slots.get("in", []), *effect.slots.get("by", []), *effect.slots.get("with", [])):
            near += [head, *head.lefts]
    for kind, words in frames.means:
        for token in near:
            if token.lower_ in words:
                return kind, token.text
    return None
