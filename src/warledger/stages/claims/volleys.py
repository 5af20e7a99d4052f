"""How much was fired: counted strikes, missiles and shells ("hundreds of airstrikes", "fired over 40,000 shells")."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from warledger.records.claim import Toll
from warledger.stages.claims import syntax
from warledger.stages.claims.classes import Class
from warledger.stages.claims.counts import amount_of
from warledger.stages.claims.draft import Draft, explain, texts
from warledger.stages.claims.naming import Namer
from warledger.stages.claims.quantities import Amount
from warledger.stages.claims.scene import Scene
from warledger.stages.claims.triggers import Trigger
from warledger.stages.claims.where import where

_REMOTE = frozenset({"Air/drone strike", "Shelling/artillery/missile attack"})
#: Fewer than these are told by the events themselves.
_FEWEST = 3


def volley_drafts(scene: Scene, namer: Namer) -> Iterator[Draft]:
    """Tolls of strikes and of what was fired in one sentence."""
    for trigger in scene.triggers:
        if trigger.frame.kind == "event" and trigger.frame.set.get("type") in _REMOTE:
            for head in _heads(trigger, namer):
                amount = _amount(head, scene)
                if amount is not None and (amount.quantity.low or amount.quantity.high or 0) >= _FEWEST:
                    yield _draft(trigger, head, amount, namer)


def _heads(trigger: Trigger, namer: Namer) -> list[Token]:
    """The happening itself in the plural, or what was fired."""
    if trigger.noun:
        return [trigger.token] if trigger.token.tag_ in {"NNS", "NNPS"} else []
    fired = syntax.children(trigger.token, "dobj", "nsubjpass") if trigger.token.lemma_ in syntax.grammar(trigger.token).delivering else []
    ends = [trigger.end] if trigger.end.tag_ == "NNS" else []
    return [h for h in dict.fromkeys((*fired, *ends)) if h in ends or namer.classifier.of(namer.meant(h)) is Class.WEAPON]


def _amount(head: Token, scene: Scene) -> Amount | None:
    """The number before the noun, or that over it ("hundreds of")."""
    over = head.head.head if head.dep_ == "pobj" and head.head.lower_ == "of" else head
    return amount_of(head, scene) or amount_of(over, scene)


def _draft(trigger: Trigger, head: Token, amount: Amount, namer: Namer) -> Draft:
    meant = namer.meant(head)
    by = namer.actors(trigger.fill("actors1"))
    places = where(trigger, namer, trigger.fill("actors2"))
    measure = "shells_fired" if meant.lemma_.lower() in syntax.grammar(meant).shells else "strikes"
    content = Toll(measure, namer.name(meant).text, amount.quantity.low, amount.quantity.high, texts(by))
    why = {
        "measure": explain("toll.volley", [], meant.text),
        "by": explain("toll.volley", by, "who fired"),
        "places": explain("toll.volley", places, "where"),
    }
    return Draft(content, trigger.token, "toll.volley", tuple(places), {"by": tuple(by)}, why)
