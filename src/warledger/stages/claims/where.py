"""Where a happening took place: from the words around its trigger."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from warledger.stages.claims import syntax
from warledger.stages.claims.classes import Class
from warledger.stages.claims.memory import Name
from warledger.stages.claims.naming import Namer
from warledger.stages.claims.triggers import Trigger

_WHERE = ("in", "at", "near", "on", "around", "outside", "across", "inside", "over", "throughout", "along", "into")


def is_place(head: Token, namer: Namer) -> bool:
    """Whether the head is that of a place."""
    return namer.classifier.of(namer.meant(head)) in {Class.PLACE}


def where(trigger: Trigger, namer: Namer, targets: Sequence[Token] = ()) -> list[Name]:
    """Places of a happening: what was hit when that is a place, in/at/near phrases, a place in its name ("the X offensive"), the
    phrases of the clauses above."""
    hit = [t for t in targets if is_place(t, namer)]
    found = namer.places(hit)
    found += [n for n in namer.places(_within(trigger), loose=True) if n.text not in {f.text for f in found}]
    if not found and trigger.noun:
        found = namer.places([c for c in trigger.token.lefts if c.dep_ in {"compound", "nmod", "poss"}])
    if not found:
        below = [h for t in targets for prep in ("in", "at", "near", "of") for h in syntax.obliques(t).get(prep, [])]
        found = namer.places(below)
    if not found:
        verb = trigger.verb
        above = [verb, *(a for a in syntax.ancestors(verb) if a.pos_ in {"VERB", "AUX"})][:3]
        found = namer.places([h for v in above for p in _WHERE for h in syntax.obliques(v).get(p, [])])
    return found


def _within(trigger: Trigger) -> list[Token]:
    """Heads of the where-phrases in text order; of "in A in B" only the narrower A."""
    heads = sorted((h for prep in _WHERE for h in trigger.slots.get(prep, [])), key=lambda h: h.i)
    return [h for i, h in enumerate(heads) if not (i and _follows(h, heads[i - 1]))]


def _follows(head: Token, before: Token) -> bool:
    """Whether the phrase of `head` starts right behind `before`, with no comma or "and" between."""
    return head.head.pos_ == "ADP" and head.head.i == before.i + 1 and head.head.lower_ in {"in", "of"}
