"""Movement claims: forces or people sent, withdrawn, advancing, evacuated, fleeing, returning."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from warledger.records.claim import Movement
from warledger.records.reason import GapReason
from warledger.stages.claims.classes import Class
from warledger.stages.claims.counts import quantity_of
from warledger.stages.claims.draft import Draft, explain, texts
from warledger.stages.claims.memory import Name
from warledger.stages.claims.naming import Namer
from warledger.stages.claims.scene import Scene
from warledger.stages.claims.triggers import Trigger

_MOVED = frozenset({Class.ARMED, Class.WEAPON, Class.CIVILIAN, Class.PERSON})


def movement_drafts(scene: Scene, namer: Namer, taken: set[int]) -> Iterator[Draft]:
    """Movement claims of one sentence; `taken` are triggers that already told a change of control."""
    for trigger in scene.triggers:
        if trigger.frame.kind == "movement" and trigger.token.i not in taken:
            draft = _draft(trigger, scene, namer)
            if draft is not None:
                taken.add(trigger.token.i)
                yield draft


def _draft(trigger: Trigger, scene: Scene, namer: Namer) -> Draft | None:
    frame = trigger.frame
    movers = trigger.fill("actors1")
    if frame.movers and not _can_move(trigger, movers, namer):
        trigger.refuse(GapReason.NOT_PEOPLE if movers else GapReason.UNFILLED, "actors1")
        return None
    actors = namer.actors(movers, things=False)
    origin = namer.places(trigger.fill("origin"), loose=True)
    to = namer.places([h for h in _all(trigger, "to") if not _is_time(h, scene)], loose=True)
    low, high = _count(trigger, scene, namer)
    told = origin or to or low is not None or high is not None or _forces_move(trigger, namer)
    if not actors or not told:
        trigger.refuse(GapReason.UNFILLED, "to" if actors else "actors1")
        return None
    content = Movement(frame.set["mode"], texts(actors), low, high, texts(origin), texts(to))
    places = _distinct([*to, *origin])
    names: dict[str, tuple[Name, ...]] = {"actors1": tuple(actors), "from": tuple(origin), "to": tuple(to)}
    why = {
        "actors1": explain(frame.id, actors, "who moves"),
        "from": explain(frame.id, origin, "from where"),
        "to": explain(frame.id, to, "where to"),
    }
    return Draft(content, trigger.token, frame.id, tuple(places), names, why, 0.65)


def _all(trigger: Trigger, field: str) -> list[Token]:
    for slot in trigger.frame.slots(field, trigger.noun):
        if trigger.slots.get(slot):
            return trigger.slots[slot]
    return []


def _is_time(head: Token, scene: Scene) -> bool:
    span = scene.place_of(head)
    return any(m.span.overlaps(span) for m in scene.moments)


def _can_move(trigger: Trigger, heads: list[Token], namer: Namer) -> bool:
    """Whether it is forces or people that move: the doer bears arms, or the object does."""
    kinds = {namer.classifier.of(namer.meant(h)) for h in (*heads, *trigger.slots.get("object", []))}
    return bool(kinds & _MOVED) or (
        bool(kinds & {Class.NAME, Class.COUNTRY, Class.POLITICAL, Class.PRONOUN}) and bool(trigger.fill("to") or trigger.fill("origin"))
    )


def _forces_move(trigger: Trigger, namer: Namer) -> bool:
    """Whether it is plainly forces or residents that move, even when no place is named."""
    strong = (
        not trigger.noun
        and trigger.frame.set["mode"] in {"deployed", "advanced", "withdrew", "fled", "evacuated"}
        and trigger.token.lemma_ not in {"move", "enter", "leave", "arrive", "position"}
    )
    heads = [*trigger.slots.get("object", []), *trigger.slots.get("subject", [])]
    return strong and any(namer.classifier.of(namer.meant(h)) in {Class.ARMED, Class.CIVILIAN} for h in heads)


def _count(trigger: Trigger, scene: Scene, namer: Namer) -> tuple[float | None, float | None]:
    for head in (*trigger.slots.get("object", []), *trigger.slots.get("subject", [])):
        if namer.classifier.of(namer.meant(head)) not in _MOVED:
            continue
        quantity = quantity_of(head, scene, namer)
        if quantity is not None and head.tag_ in {"NNS", "NNPS", "NN"}:
            return quantity.low, quantity.high
    return None, None


def _distinct(names: list[Name]) -> list[Name]:
    found: list[Name] = []
    for name in names:
        if name.text not in {n.text for n in found}:
            found.append(name)
    return found
