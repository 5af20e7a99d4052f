"""Control claims: who took, entered, left, holds or besieges a place. One claim per place."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from spacy.tokens import Token

from warledger.records.claim import Control
from warledger.records.reason import GapReason
from warledger.records.vocab import Nouns
from warledger.stages.claims import syntax
from warledger.stages.claims.classes import Class
from warledger.stages.claims.draft import Draft
from warledger.stages.claims.held import FIGHTERS, control_draft, held_places
from warledger.stages.claims.losers import losers
from warledger.stages.claims.memory import Name
from warledger.stages.claims.naming import Namer
from warledger.stages.claims.parties import parties
from warledger.stages.claims.scene import Scene
from warledger.stages.claims.taken import crosses_border, taken_places
from warledger.stages.claims.triggers import Trigger

#: Modes in which somebody gains what somebody else may lose.
_TAKEN = frozenset({"captured", "retaken", "entered"})
_Key = tuple[str, str, tuple[str, ...]]


def control_drafts(scene: Scene, namer: Namer, nouns: Nouns) -> list[Draft]:
    """Control claims of one sentence, each place and mode once; what is said to be held is left out where the same place is taken."""
    seen: dict[_Key, Draft] = {}
    for trigger in scene.triggers:
        if trigger.frame.kind == "control" and not syntax.averted(trigger.verb):
            for draft in _from_trigger(trigger, scene, namer, nouns):
                seen.setdefault(_key(draft), draft)
    for draft in held_places(scene, namer, nouns):
        seen = {k: d for k, d in seen.items() if not _same_word(d, draft)}
        taken = [d for (_, place, _), d in seen.items() if place == draft.places[0].text]
        if not taken:
            seen[_key(draft)] = draft
        for other in taken:
            _lose(other, draft)
    return [d for d in seen.values() if not _left_to_taker(d, seen)]


def _same_word(taken: Draft, held: Draft) -> bool:
    """Whether "the army-occupied town" was also read as a taking that names no taker."""
    return taken.anchor.i == held.anchor.i and not _content(taken).gained_by and taken.places[0].text == held.places[0].text


def _lose(taken: Draft, held: Draft) -> None:
    """Who is said to hold a place is who loses it, where the same sentence says that another took it and names no loser."""
    content, holder = _content(taken), _content(held).gained_by
    if content.mode in _TAKEN and content.gained_by and not content.lost_by and not set(holder) & set(content.gained_by):
        taken.content = msgspec.structs.replace(content, lost_by=holder)
        taken.names["lost_by"] = held.names["gained_by"]
        taken.why["lost_by"] = held.why["gained_by"]


def _content(draft: Draft) -> Control:
    assert isinstance(draft.content, Control)
    return draft.content


def _key(draft: Draft) -> _Key:
    return _content(draft).mode, draft.places[0].text, _content(draft).gained_by


def _left_to_taker(draft: Draft, seen: dict[_Key, Draft]) -> bool:
    """Whether it tells that a place was left which the same sentence says was taken from those who left."""
    left = _content(draft)
    takings = (_content(d) for (mode, place, _), d in seen.items() if mode in _TAKEN and place == draft.places[0].text)
    return left.mode == "withdrew" and any(set(left.lost_by) <= set(t.lost_by) for t in takings)


def _from_trigger(trigger: Trigger, scene: Scene, namer: Namer, nouns: Nouns) -> Iterator[Draft]:
    frame = trigger.frame
    mode = frame.set["mode"]
    heads = trigger.fill("places")
    if frame.armed and not _armed(trigger, namer):
        trigger.refuse(GapReason.NOT_ARMED if trigger.fill(frame.armed) else GapReason.UNFILLED, frame.armed)
        return
    if _other_verb(trigger):
        trigger.refuse(GapReason.GENERIC)
        return
    if crosses_border(heads, namer) and mode in {"entered", "withdrew"}:
        trigger.refuse(GapReason.COUNTRY, "places")  # crossing into or leaving a country is a movement
        return
    gained, lost = parties(trigger.fill("gained_by"), namer), namer.actors(trigger.fill("lost_by"))
    whole, partly = taken_places(trigger, namer, nouns, known=bool(gained or lost))
    refusal = _refusal(trigger, {"gained_by": gained, "lost_by": lost, "places": [*whole, *partly]})
    if refusal is not None:
        trigger.refuse(*refusal)
        return
    if gained and not lost and mode in _TAKEN:
        lost = losers(trigger, scene, namer, {n.text for n in gained})
    over = _taken_over(trigger) if mode == "entered" else None
    if over is not None:
        mode, lost = "captured", lost or namer.actors(syntax.obliques(over).get("from", []))
    for place in (*whole, *partly):
        found = "entered" if place in partly and mode == "captured" else mode
        yield control_draft(trigger.token, frame.id, found, (gained, lost, place), state=frame.state)


def _taken_over(trigger: Trigger) -> Token | None:
    """ "entered X, taking over from Y": who enters takes the place of Y, which is to take X."""
    behind = trigger.token.doc[trigger.end.i + 1 : trigger.token.sent.end]
    for token in behind:
        if token.tag_ == "VBG" and token.lemma_ == "take" and [c.lower_ for c in token.rights][:2] == ["over", "from"]:
            return token
    return None


def _refusal(trigger: Trigger, filled: dict[str, list[Name]]) -> tuple[GapReason, str] | None:
    """Why what the trigger's clause gives makes no record, and the field that stands in the way."""
    frame, told = trigger.frame, bool(filled["gained_by"] or filled["lost_by"])
    if not filled["places"]:
        return GapReason.NOT_A_PLACE if trigger.fill("places") else GapReason.UNFILLED, "places"
    missing = next((need for need in frame.needs if not filled[need]), None)
    if missing:
        return GapReason.UNFILLED, missing
    unsettled = not told and not frame.settled and (trigger.noun or trigger.token.tag_ == "VB")
    return (GapReason.GENERIC, "") if unsettled or _only_named(trigger, filled["gained_by"]) else None


def _other_verb(trigger: Trigger) -> bool:
    """Whether a particle makes another verb of it ("took it apart", "fell off the radar")."""
    if trigger.noun or trigger.end != trigger.token:
        return False
    return any(c.dep_ == "prt" or (c.dep_ in {"advmod", "prep"} and c.lower_ in {"apart", "off", "aside"}) for c in trigger.token.children)


def _only_named(trigger: Trigger, gained: list[Name]) -> bool:
    """ "after the fall of X": the noun only says when something else was."""
    above = trigger.token.head
    return trigger.noun and not gained and above.pos_ in {"ADP", "SCONJ", "VERB"} and above.lower_ in syntax.grammar(above).after


def _armed(trigger: Trigger, namer: Namer) -> bool:
    """Whether those who must bear arms do; who withdraws soldiers from a place is a party, whatever its name."""
    leaving = trigger.frame.set["mode"] == "withdrew"
    if leaving and any(namer.classifier.of(namer.meant(h)) is Class.ARMED for h in trigger.slots.get("patient", [])):
        return bool(trigger.fill(trigger.frame.armed))
    return _fights(trigger.fill(trigger.frame.armed), namer, leaving=leaving)


def _fights(heads: list[Token], namer: Namer, *, leaving: bool = False) -> bool:
    """Whether one of them is a force; who merely leaves a place must plainly be one (a person's leaving gives up nothing)."""
    for head in (namer.meant(h) for h in heads):
        kind = namer.classifier.of(head)
        if kind in FIGHTERS and not (leaving and kind in {Class.NAME, Class.PRONOUN} and not namer.is_group(head)):
            return True
    return False
