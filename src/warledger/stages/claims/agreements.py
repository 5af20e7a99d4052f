"""Agreements: deals, ceasefires and zones made, violated, ended or failed."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from warledger.records.claim import Agreement
from warledger.records.reason import GapReason
from warledger.stages.claims import phrases
from warledger.stages.claims.deals import Fate, fate_of, is_told, parties_of
from warledger.stages.claims.draft import Draft, explain, texts
from warledger.stages.claims.memory import Name
from warledger.stages.claims.naming import Namer
from warledger.stages.claims.parties import parties
from warledger.stages.claims.scene import Scene
from warledger.stages.claims.triggers import Trigger
from warledger.stages.claims.where import where

#: Of what is only talked over, nothing but the end is worth noting.
_TALKS = "agreement.talks"


def agreement_drafts(scene: Scene, namer: Namer) -> Iterator[Draft]:
    """Agreement claims of one sentence, one a deal: read off the noun that names it, else off a verb's own pattern."""
    found = [t for t in scene.triggers if t.frame.kind == "agreement"]
    nouns = [t for t in found if t.noun]
    for trigger in nouns:
        draft = _by_noun(trigger, namer)
        if draft is not None:
            yield draft
    for trigger in (t for t in found if not t.noun and t.end.i not in {n.token.i for n in nouns}):
        draft = _by_verb(trigger, namer)
        if draft is not None:
            yield draft


def _by_noun(trigger: Trigger, namer: Namer) -> Draft | None:
    fate = fate_of(trigger)
    if fate is None or (trigger.frame.id == _TALKS and (fate.word is None or fate.status in {"made", "violated"})):
        trigger.refuse(GapReason.GENERIC)
        return None
    names = parties_of(trigger, fate, namer)
    if not is_told(fate, names, trigger):
        trigger.refuse(GapReason.UNFILLED, "parties")
        return None
    anchor = fate.word if fate.word is not None and fate.word.pos_ in {"VERB", "AUX"} else trigger.token
    return _draft(trigger, (anchor, trigger.token), names, fate, namer)


def _by_verb(trigger: Trigger, namer: Namer) -> Draft | None:
    objects = trigger.slots.get("object", []) if trigger.end.pos_ == "ADP" else [trigger.end]
    names = parties(trigger.fill("parties"), namer)
    if not names or not objects or namer.is_time(objects[0]) or objects[0].tag_ == "VBG":  # "according to" is no accord
        trigger.refuse(GapReason.UNFILLED, "what" if names else "parties")
        return None
    return _draft(trigger, (trigger.token, objects[0]), names, Fate(trigger.frame.set["status"], trigger.token), namer)


def _draft(trigger: Trigger, words: tuple[Token, Token], names: list[Name], fate: Fate, namer: Namer) -> Draft:
    """`words`: the one that anchors the claim, and the noun of the deal."""
    anchor, noun = words
    what, _ = phrases.words_of(phrases.phrase_tokens(noun))
    sides = {n.text for n in names}
    places = [p for p in where(trigger, namer) if p.text not in sides]
    status = explain(trigger.frame.id, [], fate.word.text if fate.word is not None else trigger.words)
    why = {
        "parties": explain(trigger.frame.id, names, "whose deal it is"),
        "what": explain(trigger.frame.id, [], trigger.words),
        "status": status,
    }
    content = Agreement(texts(names), what, fate.status)
    return Draft(content, anchor, trigger.frame.id, tuple(places), {"parties": tuple(names)}, why)
