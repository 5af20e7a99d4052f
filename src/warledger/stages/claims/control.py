"""Control claims: who took, entered, left, holds or besieges a place. One claim per place."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from warledger.records.claim import Control
from warledger.records.reason import GapReason
from warledger.records.vocab import Nouns
from warledger.stages.claims import syntax
from warledger.stages.claims.classes import Class
from warledger.stages.claims.draft import Draft, explain, texts
from warledger.stages.claims.memory import Name
from warledger.stages.claims.naming import Namer
from warledger.stages.claims.scene import Scene
from warledger.stages.claims.triggers import Trigger

_FIGHTERS = frozenset({Class.ARMED, Class.POLITICAL, Class.NAME, Class.COUNTRY, Class.PRONOUN, Class.WEAPON})


def control_drafts(scene: Scene, namer: Namer, nouns: Nouns) -> Iterator[Draft]:
    """Control claims of one sentence."""
    seen: set[tuple[str, str]] = set()
    for trigger in scene.triggers:
        if trigger.frame.kind != "control":
            continue
        for draft in _from_trigger(trigger, namer):
            key = (str(getattr(draft.content, "mode", "")), draft.places[0].text)
            if key not in seen:
                seen.add(key)
                yield draft
    for draft in _held_places(scene, namer, nouns):
        if not any(place == draft.places[0].text for _, place in seen):
            seen.add(("holds", draft.places[0].text))
            yield draft


def _from_trigger(trigger: Trigger, namer: Namer) -> Iterator[Draft]:
    frame = trigger.frame
    if frame.armed and not _fights(trigger.fill(frame.armed), namer, leaving=frame.set["mode"] == "withdrew"):
        trigger.refuse(GapReason.NOT_ARMED if trigger.fill(frame.armed) else GapReason.UNFILLED, frame.armed)
        return
    gained = namer.actors(trigger.fill("gained_by"))
    lost = namer.actors(trigger.fill("lost_by"))
    heads = trigger.fill("places")
    if any(namer.classifier.of(h) is Class.COUNTRY for h in heads) and frame.set["mode"] in {"entered", "withdrew"}:
        trigger.refuse(GapReason.COUNTRY, "places")  # crossing into or leaving a country is a movement
        return
    places = namer.places(heads, loose=True, pronouns=True)
    names = {"gained_by": tuple(gained), "lost_by": tuple(lost)}
    if not places:
        trigger.refuse(GapReason.NOT_A_PLACE if heads else GapReason.UNFILLED, "places")
        return
    missing = next((need for need in frame.needs if need != "places" and not names[need]), None)
    if missing:
        trigger.refuse(GapReason.UNFILLED, missing)
        return
    if not (gained or lost) and not frame.settled and (trigger.noun or trigger.token.tag_ == "VB"):
        trigger.refuse(GapReason.GENERIC)
        return
    for place in places:
        yield _draft(trigger.token, frame.id, frame.set["mode"], (gained, lost, place), state=frame.state)


def _draft(anchor: Token, rule: str, mode: str, who: tuple[list[Name], list[Name], Name], *, state: bool = False) -> Draft:
    gained, lost, place = who
    content = Control(mode, texts(gained), texts(lost))
    why = {
        "gained_by": explain(rule, gained, "who does it"),
        "lost_by": explain(rule, lost, "from whom"),
        "places": explain(rule, [place], "what it is done to"),
    }
    names = {"gained_by": tuple(gained), "lost_by": tuple(lost)}
    return Draft(content, anchor, rule, (place,), names, why, 0.75 if gained or lost else 0.55, state=state)


def _fights(heads: list[Token], namer: Namer, *, leaving: bool = False) -> bool:
    """Whether one of them is a force; who merely leaves a place must plainly be one (a person's leaving gives up nothing)."""
    for head in (namer.meant(h) for h in heads):
        kind = namer.classifier.of(head)
        if kind in _FIGHTERS and not (leaving and kind in {Class.NAME, Class.PRONOUN} and not namer.is_group(head)):
            return True
    return False


def _held_places(scene: Scene, namer: Namer, nouns: Nouns) -> Iterator[Draft]:
    """ "the rebel-held town of X" and "the rebel stronghold of X" say who holds X."""
    for token in scene.sentence:
        if token.lower_ in nouns.held and token.dep_ in {"amod", "acl"} and token.tag_ in {"VBN", "VBD", "JJ"} and _hyphened(token):
            holders = [c for c in token.lefts if c.dep_ in {"npadvmod", "nsubj", "compound", "nmod", "amod"}]
            places = namer.places([token.head], loose=True)
            yield from _held(token, holders, places, namer, "holding participle")
        elif token.lemma_.lower() in nouns.stronghold:
            holders = [c for c in token.lefts if c.dep_ in {"compound", "amod", "poss", "nmod"}]
            inside = syntax.obliques(token).get("of", []) or [c for c in token.children if c.dep_ == "appos"]
            heads = inside or ([token.head] if token.dep_ == "appos" else [])
            yield from _held(token, holders, namer.places(heads, loose=True), namer, "stronghold noun")


def _hyphened(token: Token) -> bool:
    return token.i > token.sent.start and (token.nbor(-1).text in {"-", "–"} or token.nbor(-1).dep_ == "npadvmod")


def _held(anchor: Token, holders: list[Token], places: list[Name], namer: Namer, rule: str) -> Iterator[Draft]:
    names = [n for h in holders for n in holder_names(h, namer)]
    for place in places if names else []:
        yield _draft(anchor, rule, "holds", (names[:1], [], place), state=True)


def holder_names(token: Token, namer: Namer) -> list[Name]:
    """The holder a modifier names ("rebel", "government")."""
    if namer.classifier.of(token) in _FIGHTERS:
        return [namer.name(token, long=False)]
    return namer.actors([token])
