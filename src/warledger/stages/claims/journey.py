"""Where a movement comes from and goes to."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from warledger.records.claim import Control
from warledger.stages.claims import syntax
from warledger.stages.claims.classes import Class
from warledger.stages.claims.draft import Draft
from warledger.stages.claims.memory import Name
from warledger.stages.claims.naming import Namer
from warledger.stages.claims.scene import Scene
from warledger.stages.claims.triggers import Trigger

#: Behind these a pattern's object is the place left.
_OUT = frozenset({"from", "of", "out"})
_WITHIN = ("toward", "towards", "of", "in", "from", "near", "at")
#: "by boat from X": the parser hangs the place on the boat.
_VEHICLES = ("by", "aboard")


@dataclass
class Journey:
    """The two ends of a movement, as far as they are named."""

    origin: list[Name]
    to: list[Name]

    @property
    def places(self) -> list[Name]:
        """Both ends, each name once, where it goes first."""
        seen: dict[str, Name] = {}
        for name in (*self.to, *self.origin):
            seen.setdefault(name.text, name)
        return list(seen.values())


def journey_of(trigger: Trigger, scene: Scene, namer: Namer) -> Journey:
    """The ends the clause names; a place is one end only."""
    origin = _end("origin", trigger, scene, namer)
    to = [n for n in _end("to", trigger, scene, namer) if n.text not in {o.text for o in origin}]
    return Journey(origin, to)


def _end(field: str, trigger: Trigger, scene: Scene, namer: Namer) -> list[Name]:
    """The places of the first slot that names any."""
    for slot in trigger.frame.slots(field, trigger.noun):
        if slot == "object" and trigger.slots.get(slot) and _takes_along(trigger):
            continue
        heads = [h for h in trigger.slots.get(_left(field, slot, trigger), []) if not _is_time(h, scene)]
        found = namer.places(heads, loose=slot != "subject") or namer.places([t for h in heads for t in _within(h, namer)], loose=True)
        if found:
            return found
    aboard = [h for by in _VEHICLES for h in trigger.slots.get(by, [])]
    return namer.places([t for h in aboard for slot in trigger.frame.slots(field, trigger.noun) for t in syntax.obliques(h).get(slot, [])])


def _left(field: str, slot: str, trigger: Trigger) -> str:
    """The slot read for the place left: behind "fled X to Y", "fled to Y" the verb's own object, never what "to" governs."""
    onward = trigger.end.pos_ == "ADP" and trigger.end.lower_ not in _OUT
    return "patient" if field == "origin" and slot == "object" and onward else slot


def _takes_along(trigger: Trigger) -> bool:
    """Whether the verb's own object is who is taken along, never a place ("sent A")."""
    verb = trigger.token
    own = not trigger.noun and trigger.end == verb and verb.lemma_ not in syntax.grammar(verb).place_objects
    return own and trigger.frame.set["mode"] == "deployed"


def _within(head: Token, namer: Namer) -> list[Token]:
    """What an unnamed place or a distance lies in or from: "bases in X", "10 km of X"."""
    if namer.classifier.of(head) not in {Class.PLACE, Class.THING}:
        return []
    around = syntax.obliques(head)
    return next((around[p] for p in _WITHIN if around.get(p)), [])


def _is_time(head: Token, scene: Scene) -> bool:
    span = scene.place_of(head)
    return any(m.span.overlaps(span) for m in scene.moments)


def lost_place(actors: list[Name], control: list[Draft]) -> list[Name]:
    """The place the sentence says was taken from those who move: it is what they leave."""
    who = {a.text for a in actors}
    lost = [d for d in control if isinstance(d.content, Control) and who & set(d.content.lost_by) and d.content.mode != "withdrew"]
    return list(lost[-1].places) if lost else []
