"""Agreements: deals, ceasefires and zones made, violated, ended or failed."""

from __future__ import annotations

from collections.abc import Iterator

from warledger.records.claim import Agreement
from warledger.records.reason import GapReason
from warledger.stages.claims import phrases
from warledger.stages.claims.draft import Draft, explain, texts
from warledger.stages.claims.naming import Namer
from warledger.stages.claims.scene import Scene
from warledger.stages.claims.triggers import Trigger
from warledger.stages.claims.where import where


def agreement_drafts(scene: Scene, namer: Namer) -> Iterator[Draft]:
    """Agreement claims of one sentence; a verb's pattern ("signed a deal") goes before the bare noun."""
    found = [t for t in scene.triggers if t.frame.kind == "agreement"]
    ends = {t.end.i for t in found if not t.noun}
    for trigger in found:
        if trigger.noun and (trigger.token.i in ends or trigger.token.dep_ not in {"nsubj", "nsubjpass", "dobj", "pobj", "ROOT", "appos"}):
            continue
        draft = _draft(trigger, namer)
        if draft is not None:
            yield draft


def _draft(trigger: Trigger, namer: Namer) -> Draft | None:
    parties = namer.actors(trigger.fill("parties"))
    if trigger.noun and not parties:
        trigger.refuse(GapReason.UNFILLED, "parties")
        return None
    head = trigger.token if trigger.noun else trigger.end
    what, _ = phrases.words_of(phrases.phrase_tokens(head))
    places = where(trigger, namer)
    content = Agreement(texts(parties), what, trigger.frame.set["status"])
    why = {"parties": explain(trigger.frame.id, parties, "who agrees"), "what": explain(trigger.frame.id, [], trigger.words)}
    return Draft(content, trigger.token, trigger.frame.id, tuple(places), {"parties": tuple(parties)}, why)
