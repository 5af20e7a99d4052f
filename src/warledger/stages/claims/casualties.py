"""The dead, hurt and taken of one happening: how many of whom."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from warledger.records.claim import Count
from warledger.stages.claims.classes import Class
from warledger.stages.claims.counts import COUNTERS, counts, known_before, out_of, quantity_of, whole
from warledger.stages.claims.naming import Namer
from warledger.stages.claims.scene import Scene
from warledger.stages.claims.triggers import Trigger

MEASURES = ("killed", "injured", "captured")
_SOMEBODY = frozenset({Class.ARMED, Class.CIVILIAN, Class.PERSON, Class.NAME, Class.PRONOUN})
_COUNTED = frozenset({Class.ARMED, Class.CIVILIAN, Class.PERSON})
#: Who speaks or is spoken to dies in a figure of speech.
_SPEAKERS = frozenset({"i", "we", "you", "me", "us"})
_INANIMATE = frozenset({Class.PLACE, Class.WEAPON})
#: Tokens from "killed" to "injured" in "killed or injured".
_ADJACENT = 2
#: Words that say that a figure is not the one told before.
_ANEW = frozenset({"another", "other", "others", "additional", "further", "more", "second", "third", "separate", "separately", "also"})


def victims(effect: Trigger) -> list[Token]:
    """Heads of those it befell; for "multiple deaths" the noun itself."""
    heads = effect.fill("group")
    return heads or ([effect.token] if effect.noun else [])


def on_people(effect: Trigger, scene: Scene, namer: Namer) -> bool:
    """Whether the effect befell people, and who they are can be said."""
    heads = [h for h in effect.fill("group") if h.lower_ not in _SPEAKERS]
    if effect.token.dep_ == "amod" and not any(quantity_of(h, scene, namer) for h in heads if h.tag_ == "NNS"):
        return False  # "wounded students": a state, told for its own sake
    if effect.noun:
        return bool(counts(heads, scene, namer)) or quantity_of(effect.token, scene, namer) is not None
    if effect.frame.counted_only:
        whose = {h: out_of(h) or namer.meant(h) for h in heads if quantity_of(h, scene, namer) is not None}
        heads = [h for h, whom in whose.items() if namer.classifier.of(whom) in _COUNTED]
    kinds = [namer.classifier.of(namer.meant(h)) for h in heads]
    if effect.frame.persons_only and any(k in {Class.NAME, Class.PRONOUN} for k in kinds):
        return False
    return any(kind in _SOMEBODY or (kind not in _INANIMATE and _countable(h, namer)) for h, kind in zip(heads, kinds, strict=True))


def _countable(head: Token, namer: Namer) -> bool:
    return head.like_num or head.pos_ == "NUM" or head.lemma_.lower() in COUNTERS or namer.classifier.is_agentive(head)


def figures(trigger: Trigger, effects: Sequence[Trigger], scene: Scene, namer: Namer) -> dict[str, tuple[Count, ...]]:
    """Entries by measure. "Killed or injured 16" tells no number of either: that is a toll."""
    found = {measure: _of(measure, trigger, effects, scene, namer) for measure in MEASURES}
    both = set(found["killed"]) & set(found["injured"])
    if not both:
        return found
    if indistinct(effects):
        return {m: tuple(Count(c.group, None, None) if c in both else c for c in told) for m, told in found.items()}
    found["injured"] = tuple(c for c in found["injured"] if c not in both)  # taken over from the verb before
    return found


def _of(measure: str, trigger: Trigger, effects: Sequence[Trigger], scene: Scene, namer: Namer) -> tuple[Count, ...]:
    found: list[Count] = []
    own = [trigger] if measure == "captured" and "captured" in trigger.frame.roles else []
    for effect in (*(e for e in effects if measure_of(e) == measure), *own):
        for entry in entries(effect, scene, namer):
            if entry not in found:
                found.append(entry)
    return tuple(found)


def measure_of(effect: Trigger) -> str:
    """What the effect does to people; empty where it does nothing to them."""
    return effect.frame.set.get("measure", "captured" if "captured" in effect.frame.roles else "")


def entries(effect: Trigger, scene: Scene, namer: Namer) -> tuple[Count, ...]:
    """The effect's entries: its groups, or its own number ("multiple deaths")."""
    heads = effect.fill("group") or effect.fill("captured")
    quantity = quantity_of(effect.token, scene, namer) if effect.noun else None
    if quantity is None:
        return counts(heads, scene, namer)
    named = counts(heads, scene, namer)
    group = named[0].group if named else "people"
    return (Count(group, whole(quantity.low), whole(quantity.high)),)


def told_before(effects: Sequence[Trigger]) -> bool:
    """Whether all victims are ones the text has named ("him", "the two insurgents")."""
    heads = [h for e in effects for h in victims(e)]
    return bool(heads) and all(known_before(h) for h in heads)


def told_anew(effects: Sequence[Trigger]) -> bool:
    """Whether the words themselves say that these are others than those told of before."""
    near = [t for e in effects for h in victims(e) for t in (h, *h.lefts)]
    near += [c for e in effects for c in e.token.children if c.dep_ == "advmod"]
    return any(t.lower_ in _ANEW for t in near)


def indistinct(effects: Sequence[Trigger]) -> list[Token]:
    """Victims that were "killed or injured" together, so that neither can be counted."""
    killed = [e for e in effects if measure_of(e) == "killed"]
    injured = [e for e in effects if measure_of(e) == "injured"]
    pairs = [(k, i) for k in killed for i in injured if abs(k.token.i - i.token.i) == _ADJACENT]
    return [h for k, i in pairs for h in victims(k) if h in victims(i)]
