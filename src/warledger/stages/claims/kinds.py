"""What type an event is: from its words, from what it was done with, and from whom it befell."""

from __future__ import annotations

from spacy.tokens import Token

from warledger.records.provenance import Why
from warledger.records.vocab import Frames
from warledger.stages.claims import syntax
from warledger.stages.claims.casualties import measure_of
from warledger.stages.claims.causes import Cause
from warledger.stages.claims.classes import Class
from warledger.stages.claims.naming import Namer

_PEACEFUL = frozenset({Class.CIVILIAN, Class.PERSON})
_ATTACKS = frozenset({"event.attack", "event.under_fire"})
_FIGHTS = frozenset({"Armed clash", "Attack"})
_REMOTE = frozenset({"Air/drone strike", "Shelling/artillery/missile attack"})
_CROWD_EVENTS = frozenset({"Peaceful protest", "Violent demonstration"})
_CROWD = "Excessive force against protesters"


def kind_of(cause: Cause, namer: Namer, frames: Frames) -> tuple[str, Why]:
    """The type and what gave it."""
    trigger, frame = cause.trigger, cause.trigger.frame
    base = frame.set.get("type", "")
    hurt = [h for e in cause.effects for h in e.fill("group")]
    named = [h for h in hurt if not h.like_num]
    victims = [namer.meant(h) for h in (named or trigger.fill("actors2") or hurt)]
    doers = [namer.meant(h) for h in trigger.fill("actors1") or [h for e in cause.effects for h in e.fill("by") if h != trigger.token]]
    means = _means(cause, frames)
    if means and (frame.typed_by or frame.kind == "effect"):
        return means[0], Why("means", means[1])
    crowd = _crowd(cause, doers, victims, base, namer)
    if crowd is not None:
        return crowd
    if frame.kind == "effect" and all(measure_of(e) == "captured" for e in cause.effects):
        return _taking(doers, victims, namer)
    if frame.kind == "effect" or frame.id in _ATTACKS:
        return _fight(cause, doers, victims, base, namer)
    return base, Why(frame.id, trigger.words)


def as_before(kind: str, how: Why, cause: Cause, doers: tuple[str, ...], namer: Namer) -> tuple[str, Why]:
    """What "attacked" or "targeted" means of a power that the text has told of striking from afar; what a state "struck" it struck so.

    Who strikes from afar is remembered for the document's later sentences.
    """
    if kind in _REMOTE:
        namer.memory.strikes.update(dict.fromkeys(doers, kind))
    trigger = cause.trigger
    if kind != "Armed clash" or trigger.frame.id != "event.attack" or trigger.noun or not doers:
        return kind, how
    heads = [namer.meant(h) for h in trigger.fill("actors1")]
    if any(namer.classifier.of(h) is Class.ARMED for h in heads) or any(
        namer.classifier.of(namer.meant(h)) is Class.ARMED for h in trigger.fill("actors2")
    ):
        return kind, how
    before = namer.memory.strikes.get(doers[0])
    if before is None and trigger.words in {"strike", "hit", "target"} and any(namer.classifier.of(h) is Class.COUNTRY for h in heads):
        before = "Air/drone strike"
    return (before, Why("the doer struck so before", doers[0])) if before else (kind, how)


def _crowd(cause: Cause, doers: list[Token], victims: list[Token], base: str, namer: Namer) -> tuple[str, Why] | None:
    """Fights with a crowd: force against it, or its own violence."""
    sides = cause.trigger.slots.get("between", []) or doers
    if any(namer.classifier.is_crowd(v) for v in victims) and (not base or base in _FIGHTS):
        deadly = cause.effects or cause.trigger.frame.id != "event.clash"
        return (_CROWD, Why("victims are protesters")) if deadly else ("Violent demonstration", Why("a crowd fights"))
    if base in _FIGHTS and any(namer.classifier.is_crowd(namer.meant(d)) for d in sides):
        return (_CROWD, Why("dead among a crowd")) if cause.effects else ("Violent demonstration", Why("a crowd fights"))
    if base == "Looting/property destruction" and any(namer.classifier.is_crowd(d) for d in doers):
        return "Violent demonstration", Why("a crowd destroys")
    if base in _CROWD_EVENTS and any(measure_of(e) != "captured" for e in cause.effects):
        return _CROWD, Why("dead or hurt at a protest")
    if base == "Peaceful protest" and cause.effects:
        return "Protest with intervention", Why("arrests at a protest")
    return None


def _taking(doers: list[Token], victims: list[Token], namer: Namer) -> tuple[str, Why]:
    """Being taken: in a fight between armed sides, by those who may arrest, or by others."""
    armed = {namer.classifier.of(d) for d in doers} & {Class.ARMED, Class.NAME}
    if any(d.lemma_.lower() in namer.classifier.lawful for d in doers) or not doers:
        return "Arrests", Why("taken by a force of the state" if doers else "taken by nobody named")
    if armed and victims and all(namer.classifier.of(v) is Class.ARMED for v in victims):
        return "Armed clash", Why("fighters taken by fighters")
    return "Abduction/forced disappearance", Why("taken by others than the state")


def _fight(cause: Cause, doers: list[Token], victims: list[Token], base: str, namer: Namer) -> tuple[str, Why]:
    kinds = {Class.ARMED if _armed(v, doers, namer) else namer.classifier.of(v) for v in victims}
    if any(d.lemma_.lower() == "police" for d in doers) and kinds & _PEACEFUL:
        return "Attack", Why("police against people")
    if kinds and kinds <= _PEACEFUL:
        return "Attack", Why("victims do not fight")
    return base or ("Armed clash" if Class.ARMED in kinds else "Attack"), Why(cause.trigger.frame.id, cause.trigger.words)


def _armed(victim: Token, doers: list[Token], namer: Namer) -> bool:
    """Whether somebody classed as a person fights: "armed men", "General X", "the group's deputy leader" killed by an armed side."""
    beside = [*victim.lefts, *syntax.children(victim, "appos")]
    if any(c.lower_ in {"armed", "enemy"} or (c.dep_ != "poss" and namer.classifier.of(c) is Class.ARMED) for c in beside):
        return True
    led = any(namer.classifier.of(c) in {Class.NAME, Class.ARMED} for c in victim.lefts if c.dep_ in {"poss", "compound", "nmod"})
    return led and victim.pos_ == "NOUN" and any(namer.classifier.of(d) is Class.ARMED for d in doers)


def _means(cause: Cause, frames: Frames) -> tuple[str, str] | None:
    """The type that the weapon words near the trigger give, and the word."""
    trigger = cause.trigger
    if trigger.frame.typed_by == "modifier":
        return _first(list(trigger.end.lefts) if trigger.end.pos_ in {"NOUN", "PROPN"} else [], frames)  # "aerial assaults"
    near = [trigger.token, *trigger.token.lefts, trigger.end, *trigger.end.lefts]
    if trigger.token.lemma_ in syntax.grammar(trigger.token).delivering:
        near += [t for h in syntax.children(trigger.token, "dobj", "nsubjpass") for t in (h, *h.lefts)]  # "fired rockets at"
    for slot in ("subject", "with", "by", "using", "in", "from"):
        for head in trigger.slots.get(slot, []):
            near += [head, *head.lefts]
    if not trigger.noun and trigger.token.head.lemma_ == "use":
        near += [t for head in syntax.children(trigger.token.head, "dobj") for t in (head, *head.lefts)]  # "used drones to attack"
    for effect in cause.effects:
        for head in (*effect.fill("by"), *effect.slots.get("in", []), *effect.slots.get("by", []), *effect.slots.get("with", [])):
            near += [head, *head.lefts]
    return _first(near, frames)


def _first(near: list[Token], frames: Frames) -> tuple[str, str] | None:
    """The type of the first row of the table with a word among `near`."""
    for kind, words in frames.means:
        for token in near:
            if token.lower_ in words:
                return kind, token.text
    return None
