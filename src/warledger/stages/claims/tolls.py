"""Tolls: counts over a period or area."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from warledger.base.quantities import Quantity
from warledger.records.claim import Toll
from warledger.records.reason import GapReason
from warledger.stages.claims.casualties import entries, indistinct, victims
from warledger.stages.claims.classes import Class
from warledger.stages.claims.counts import amount_of, group_of
from warledger.stages.claims.draft import Draft, explain, texts
from warledger.stages.claims.naming import Namer
from warledger.stages.claims.scene import Scene
from warledger.stages.claims.totals import counted_group, is_running_total, toll_amount
from warledger.stages.claims.triggers import Trigger
from warledger.stages.claims.volleys import volley_drafts
from warledger.stages.claims.where import where


def toll_drafts(scene: Scene, namer: Namer) -> Iterator[Draft]:
    """Toll claims of one sentence."""
    for trigger in scene.triggers:
        if is_running_total(trigger, scene):
            yield from _running(trigger, scene, namer)
        if trigger.frame.total:
            yield from _named_toll(trigger, scene, namer)
        elif trigger.frame.kind == "toll":
            yield from _from_frame(trigger, scene, namer)
    yield from _casualties(scene, namer)
    yield from volley_drafts(scene, namer)


def _casualties(scene: Scene, namer: Namer) -> Iterator[Draft]:
    """ "killed or injured 16": a number of both that tells neither."""
    effects = [t for t in scene.triggers if t.frame.kind == "effect" and not is_running_total(t, scene)]
    for head in dict.fromkeys(indistinct(effects)):
        amount = amount_of(head, scene)
        if amount is None:
            continue
        first = next(e for e in effects if head in victims(e))
        by, places = namer.actors(first.fill("by")), where(first, namer)
        content = Toll("casualties", namer.name(namer.meant(head)).text, amount.quantity.low, amount.quantity.high, texts(by))
        why = {"measure": explain("toll.casualties", [], f"{first.words}, injured"), "by": explain("toll.casualties", by, "who does it")}
        yield Draft(content, first.token, "toll.casualties", tuple(places), {"by": tuple(by)}, why)


def _from_frame(trigger: Trigger, scene: Scene, namer: Namer) -> Iterator[Draft]:
    frame = trigger.frame
    heads = trigger.fill("group")
    if not heads:
        trigger.refuse(GapReason.UNFILLED, "group")
    for head in heads:
        meant = namer.meant(head)
        kind = namer.classifier.of(meant)
        amount = amount_of(head, scene)
        bare_weapons = frame.id == "effect.destroyed" and kind is Class.WEAPON and trigger.token.dep_ != "amod"
        if frame.counted_only and amount is None and not bare_weapons:
            trigger.refuse(GapReason.NOT_COUNTED, "group")
            continue
        if frame.places_only and (kind is not Class.PLACE or meant.tag_ not in {"NNS", "NNPS"}):
            trigger.refuse(GapReason.NOT_A_PLACE, "group")
            continue
        if frame.weapons_only and (kind is not Class.WEAPON or _with_particle(trigger) or _picked_up(trigger, meant)):
            trigger.refuse(GapReason.WRONG_KIND, "group")
            continue
        if frame.id == "effect.destroyed" and kind not in {Class.WEAPON, Class.THING, Class.PLACE}:
            trigger.refuse(GapReason.WRONG_KIND, "group")
            continue
        if frame.id == "toll.displaced" and kind not in {Class.CIVILIAN, Class.PERSON, Class.NAME, Class.THING, Class.ARMED}:
            trigger.refuse(GapReason.WRONG_KIND, "group")
            continue
        by = namer.actors([h for h in trigger.fill("by") if h != head])
        places = where(trigger, namer)
        group = group_of(head, meant, amount.quantity if amount else None, namer)
        one = bare_weapons and any(c.lower_ in {"a", "an", "one"} for c in head.lefts)
        quantity = amount.quantity if amount else Quantity(1, 1, words=head.text) if one else None
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
        yield Draft(content, trigger.token, frame.id, tuple(places), {"by": tuple(by)}, why)


def _with_particle(trigger: Trigger) -> bool:
    """ "took out their tanks" takes none."""
    return trigger.end == trigger.token and any(c.dep_ == "prt" for c in trigger.token.children)


def _picked_up(trigger: Trigger, weapon: Token) -> bool:
    """ "took a rifle and fired" captures nothing."""
    return trigger.words == "take" and weapon.tag_ == "NN"


def _named_toll(trigger: Trigger, scene: Scene, namer: Namer) -> Iterator[Draft]:
    """ "the death toll rose to 56", "more than 40 casualties"."""
    found = toll_amount(trigger, scene)
    if found is None:
        return
    amount, head = found
    by = namer.actors(trigger.fill("by"))
    places = where(trigger, namer)
    group = counted_group(head, trigger, namer)
    content = Toll(trigger.frame.set["measure"], group, amount.quantity.low, amount.quantity.high, texts(by))
    why = {"measure": explain(trigger.frame.id, [], trigger.words), "by": explain(trigger.frame.id, by, "who does it")}
    yield Draft(content, trigger.token, trigger.frame.id, tuple(places), {"by": tuple(by)}, why)


def _running(trigger: Trigger, scene: Scene, namer: Namer) -> Iterator[Draft]:
    """A count of dead, hurt or taken over a period or a whole war."""
    for count in entries(trigger, scene, namer):
        if count.low is None and count.high is None:
            trigger.refuse(GapReason.NOT_COUNTED, "group")
            continue
        by = namer.actors(trigger.fill("by"))
        places = where(trigger, namer)
        content = Toll(trigger.frame.set["measure"], count.group, count.low, count.high, texts(by))
        why = {"measure": explain(trigger.frame.id, [], trigger.words), "by": explain(trigger.frame.id, by, "who does it")}
        yield Draft(content, trigger.token, "toll.running", tuple(places), {"by": tuple(by)}, why)
