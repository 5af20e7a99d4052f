"""Sides of a taking or a deal: actors, and capitals that stand for their government ("Varno and Orvane signed a truce")."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from warledger.stages.claims import phrases, syntax
from warledger.stages.claims.classes import Class
from warledger.stages.claims.memory import Name
from warledger.stages.claims.naming import Namer


def parties(heads: Sequence[Token], namer: Namer) -> list[Name]:
    """Names of the heads; a bare place name where a side is due is the side's."""
    found: list[Name] = []
    for head in (one for h in heads for one in _behind(h)):
        names = namer.actors([head]) or ([namer.name(head, long=False)] if _stands_for_side(head, namer) else [])
        found += [n for n in names if n.text not in {f.text for f in found}]
    return found


def _behind(head: Token) -> list[Token]:
    """ "the leaders of A and B" stand for A and B."""
    if head.tag_ != "NNS" or head.lemma_ not in syntax.grammar(head).standing_for:
        return [head]
    around = syntax.obliques(head)
    sides = next((around[p] for p in ("of", "from", "for") if around.get(p)), [])
    return sides if len(sides) > 1 and all(phrases.named(s) for s in sides) else [head]


def _stands_for_side(head: Token, namer: Namer) -> bool:
    bare = phrases.named(head) and namer.classifier.of(head) is Class.PLACE and not namer.classifier.is_place_word(head)
    return bare and not namer.is_time(head)
