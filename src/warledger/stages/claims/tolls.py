"""Tolls and strengths: counts over a period or area, and how many an actor has."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from warledger.records.claim import Strength, Toll
from warledger.stages.claims import phrases, syntax
from warledger.stages.claims.classes import Class
from warledger.stages.claims.counts import amount_of
from warledger.stages.claims.draft import Draft, explain, texts
from warledger.stages.claims.happenings import where
from warledger.stages.claims.naming import Namer
from warledger.stages.claims.quantities import AmountKind
from warledger.stages.claims.scene import Scene
from warledger.stages.claims.triggers import Trigger

_PERIOD = frozenset({"since", "so", "total", "altogether", "overall", "toll"})


def toll_drafts(scene: Scene, namer: Namer, told: set[int]) -> Iterator[Draft]:
    """Toll claims of one sentence; `told` are effect triggers that an event already carries."""
    for trigger in scene.triggers:
        if trigger.frame.kind == "toll":
            yield from _from_frame(trigger, scene, namer)


def _from_frame(trigger: Trigger, scene: Scene, namer: Namer) -> Iterator[Draft]:
    frame = trigger.frame
    for head in trigger.fill("group"):
        meant = namer.meant(head)
        kind = namer.classifier.of(meant)
        amount = amount_of(head, scene)
        if frame.counted_only and amount is None:
            continue
        if frame.places_only and (kind is not Class.PLACE or meant.tag_ not in {"NNS", "NNPS"}):
            continue
        if frame.weapons_only and kind is not Class.WEAPON:
            continue
        if frame.id == "effect.destroyed" and kind not in {Class.WEAPON, Class.THING, Class.PLACE}:
            continue
        if frame.id == "toll.displaced" and kind not in {Class.CIVILIAN, Class.PERSON, Class.NAME, Class.THING, Class.ARMED}:
            continue
        by = namer.actors([h for h in trigger.fill("by") if h != head])
        places = where(trigger, namer)
        group = namer.name(meant).text
        quantity = amount.quantity if amount else None
        content = Toll(
            frame.set["measure"],
            f"{group} captured" if frame.places_only else group,
            quantity.low if quantity else None,
            quantity.high if quantity else None,
            texts(by),
        )
        why = {
            "measure": explain(frame.id, [], trigger.words),
            "by": explain(frame.id, by, "who does it"),
            "places": explain(frame.id, places, "where"),
        }
        yield Draft(content, trigger.token, frame.id, tuple(places), {"by": tuple(by)}, why, 0.6)


def is_period(scene: Scene, trigger: Trigger) -> bool:
    """Whether a count of dead or hurt is over a period ("since", "so far", "in total") and not one incident's."""
    clause = {t.lower_ for t in trigger.verb.subtree} if trigger.verb is not None else set()
    return bool(clause & _PERIOD)


def strength_drafts(scene: Scene, namer: Namer, used: set[int]) -> Iterator[Draft]:
    """ "some 900 soldiers are stationed", "a force of 2,000": counted fighters whom nothing happens to in this sentence."""
    for token in scene.sentence:
        if token.i in used or namer.classifier.of(token) is not Class.ARMED or token.tag_ not in {"NNS", "NNPS", "NN"}:
            continue
        amount = amount_of(token, scene)
        if amount is None or amount.kind is not AmountKind.COUNT or (amount.quantity.low or amount.quantity.high or 0) < 2:
            continue
        if not _states_strength(token):
            continue
        name = namer.name(token)
        content = Strength(name.text, "personnel", amount.quantity.low, amount.quantity.high)
        places = namer.places(
            [
                h
                for p in ("in", "at", "near", "across", "inside")
                for s in (token, syntax.clause_verb(token))
                for h in syntax.obliques(s).get(p, [])
            ]
        )
        why = {"actor": explain("strength", [name], "counted fighters"), "places": explain("strength", places, "where")}
        yield Draft(content, token, "strength", tuple(places), {"actor": (name,)}, why, 0.55, state=True)


def _states_strength(token: Token) -> bool:
    """Whether the sentence states that they are there or belong to somebody, and nothing is done by or to them."""
    verb = syntax.clause_verb(token)
    if token.dep_ in {"attr", "pobj", "dobj", "conj", "ROOT"} or verb.lemma_ in {
        "be",
        "remain",
        "number",
        "station",
        "have",
        "base",
        "comprise",
        "include",
        "stay",
        "garrison",
    }:
        return not any(t.dep_ == "relcl" and t.lemma_ in {"kill"} for t in token.children) and phrases.phrase_tokens(token) != []
    return False
