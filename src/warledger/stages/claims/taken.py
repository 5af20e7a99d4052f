"""The places a control trigger is about: names, lists, parts of a place, and places known only by what they are."""

from __future__ import annotations

from spacy.tokens import Token

from warledger.records.vocab import Nouns
from warledger.stages.claims import phrases, syntax
from warledger.stages.claims.classes import Class
from warledger.stages.claims.memory import Name
from warledger.stages.claims.naming import Namer
from warledger.stages.claims.triggers import Trigger

_AROUND = ("in", "of", "outside", "near", "at")


def taken_places(trigger: Trigger, namer: Namer, nouns: Nouns, *, known: bool) -> tuple[list[Name], list[Name]]:
    """The places, and those of which only an unnamed part is meant ("a district of X"). `known`: who took or lost them is told."""
    heads = trigger.fill("places") or _headline_object(trigger, namer)
    if trigger.frame.ways_only or trigger.frame.set["mode"] == "besieged":
        heads = [h for h in heads if (h.lemma_.lower() in nouns.way) is trigger.frame.ways_only]
    parts = [h for head in heads for h in _listed(head) if _is_part(h, namer, nouns)]
    found = namer.places([h for h in heads if h not in parts], loose=True, pronouns=True)
    if parts:
        inner = namer.places([t for h in parts for t in _within(h)], loose=True)
        told = {n.text for n in inner}
        whole = [n for n in found if n.text not in told]
        return whole, [n for n in inner if n.text not in {w.text for w in whole}]
    if not found:
        found = namer.places([s for h in heads for s in _predicated(h)], loose=True)
    if not found and known:
        found = [n for h in heads for n in _facility(h, trigger, namer, nouns)]
    return found, []


def _listed(head: Token) -> list[Token]:
    """The head, and what stands in the list behind its "of" ("the villages of A and B as well as a quarter of C")."""
    return [head, *(t for o in syntax.obliques(head).get("of", []) for t in syntax.conjuncts(o))]


def crosses_border(heads: list[Token], namer: Namer) -> bool:
    """Whether one of the places is a country or a stretch of one ("northern X")."""
    return any(namer.classifier.of(h) is Class.COUNTRY for h in heads)


def _headline_object(trigger: Trigger, namer: Namer) -> list[Token]:
    """The name right behind a verb that the parser took for a measure ("Army retakes X from rebels")."""
    if trigger.noun or trigger.frame.roles.get("places") != "object" or trigger.slots.get("object"):
        return []
    behind = [c for c in trigger.end.rights if c.i == trigger.end.i + 1 and not namer.is_time(c)]
    behind = [c for c in behind if c.pos_ == "PROPN" or (c.is_title and namer.classifier.is_place_name(c.text))]
    return [c for c in behind if c.dep_ in {"npadvmod", "acomp", "ccomp", "advmod", "dep"}]


def _is_part(head: Token, namer: Namer, nouns: Nouns) -> bool:
    """An unnamed quarter of a place ("a neighbourhood in the city of X"): who takes it has entered X."""
    if phrases.named(head) or head.tag_ != "NN" or namer.classifier.of(head) is not Class.PLACE or head.lemma_.lower() not in nouns.quarter:
        return False
    indefinite = [c.lower_ for c in head.lefts][:1] in (["a"], ["an"], ["one"], ["another"])
    return indefinite and not any(phrases.named(c) for c in head.lefts) and bool(_within(head))


def _within(head: Token) -> list[Token]:
    around = syntax.obliques(head)
    return next((around[p] for p in _AROUND if around.get(p)), [])


def _predicated(head: Token) -> list[Token]:
    """ "A and B were the last towns held by C": the subjects, named, of what they are said to be."""
    if head.dep_ != "attr" or phrases.named(head):
        return []
    return [s for s in syntax.subjects(head.head) if phrases.named(s) or (s.is_title and s.pos_ == "NOUN")]


def _facility(head: Token, trigger: Trigger, namer: Namer, nouns: Nouns) -> list[Name]:
    """A place that has no name but can be told: "the army's base", "a desert border crossing"; where it lies, when that is named."""
    if head.lemma_.lower() not in nouns.facility or namer.classifier.of(head) is not Class.PLACE or head.tag_ not in {"NN", "NNP"}:
        return []
    beside = [h for p in _AROUND for h in trigger.slots.get(p, []) if h != head]
    near = namer.places(_within(head), loose=True) or namer.places(beside)
    if near:
        return near
    bare = not any(c.dep_ in {"amod", "compound", "nmod", "poss"} for c in head.lefts)
    if head.lemma_.lower() in nouns.way and bare:
        return _way(head, trigger, namer)
    text, span = phrases.words_of(phrases.phrase_tokens(head, long=False))
    told = len(text.split()) > 1 or [c.lower_ for c in head.lefts][:1] == ["the"]
    return [Name(text, span.shifted(namer.offset), "told by what it is")] if told and text else []


def _way(head: Token, trigger: Trigger, namer: Namer) -> list[Name]:
    """A way by what it joins: "road to X", "highway linking X and Y"; one that joins nothing is not told."""
    behind = [*head.rights, *(c for c in trigger.token.rights if c.i == head.i + 1)]
    joins = [c for c in behind if c.dep_ in {"acl", "prep"} and any(phrases.named(t) for t in c.subtree)]
    if not joins:
        return []
    tokens = [t for t in phrases.phrase_tokens(head, long=False) if t.i <= head.i] + [t for t in joins[0].subtree if t.i > head.i]
    text, span = phrases.words_of(tokens)
    return [Name(text, span.shifted(namer.offset), "told by what it joins")]
