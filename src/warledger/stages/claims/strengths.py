"""Strength claims: how many fighters, arms, bases or members an actor has. Counts that something happens to are no strength."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from warledger.base.quantities import Quantity
from warledger.records.claim import Strength
from warledger.records.vocab import Nouns
from warledger.stages.claims import phrases, syntax
from warledger.stages.claims.classes import Class
from warledger.stages.claims.counts import amount_of
from warledger.stages.claims.draft import Draft, explain
from warledger.stages.claims.memory import Name
from warledger.stages.claims.naming import Namer
from warledger.stages.claims.quantities import AmountKind
from warledger.stages.claims.scene import Scene

_OWNERS = frozenset({Class.ARMED, Class.POLITICAL, Class.COUNTRY, Class.NAME, Class.PRONOUN})
_WHERE = ("in", "at", "near", "across", "inside", "along", "around")
_NOMINAL = frozenset({"NOUN", "PROPN"})


def strength_drafts(scene: Scene, namer: Namer, nouns: Nouns, used: set[int]) -> Iterator[Draft]:
    """Strength claims of one sentence; heads in `used` are counted by another record."""
    for token in scene.sentence:
        strong = _strong(token, scene) if token.lemma_.lower() in nouns.armed_body else None
        body = _body_name(token, token, namer) if strong is not None else None
        if strong is not None and body is not None:
            yield _draft(token, scene, namer, (body, "personnel", strong))
            continue
        quantity = _counted(token, scene, namer) if token.i not in used else None
        if quantity is None:
            continue
        unit = _unit(token, namer, nouns)
        actor = _holder(token, namer, nouns) if unit else None
        if actor is not None and unit:
            yield _draft(token, scene, namer, (actor, unit, quantity))


def _draft(token: Token, scene: Scene, namer: Namer, told: tuple[Name, str, Quantity]) -> Draft:
    actor, unit, quantity = told
    content = Strength(actor.text, unit, quantity.low, quantity.high)
    places = namer.places(_where(token))
    why = {"actor": explain("strength", [actor], "whose they are"), "places": explain("strength", places, "where")}
    return Draft(content, token, "strength", tuple(places), {"actor": (actor,)}, why, state=True)


def _counted(token: Token, scene: Scene, namer: Namer) -> Quantity | None:
    """The count of the noun, of two or more."""
    if token.pos_ not in _NOMINAL and not (token.like_num and token.dep_ == "pobj"):
        return None
    amount = amount_of(token, scene) if token.tag_ != "NN" or token.like_num else None
    if amount is None or amount.kind is not AmountKind.COUNT or (amount.quantity.low or amount.quantity.high or 0) < 2:
        return None
    return amount.quantity


def _strong(body: Token, scene: Scene) -> Quantity | None:
    """ "the 3,000-strong brigade": the number that stands with "strong"."""
    start, end = body.left_edge.idx + scene.offset, body.idx + scene.offset
    found = (a.quantity for a in scene.amounts if a.unit == "strong" and start <= a.number_span.start < end)
    return next((q for q in found if (q.low or q.high or 0) > 1), None)


def _unit(token: Token, namer: Namer, nouns: Nouns) -> str:
    """What is counted, in the plural; fighters of every kind are `personnel`; empty when it is nothing an actor's strength is told in."""
    kind, lemma = namer.classifier.of(token), token.lemma_.lower()
    if lemma in syntax.grammar(token).membership:
        return "personnel"
    if kind is Class.ARMED and not (lemma in nouns.armed_body and token.tag_ != "NN"):
        return "personnel"
    if token.like_num:
        return "personnel" if token.head.lower_ == "of" and token.head.head.lemma_.lower() in nouns.armed_body else ""
    if kind in {Class.WEAPON, Class.ARMED} or {lemma, token.lower_.removesuffix("s")} & nouns.assets:  # "bases" is no "basis"
        return token.lower_
    return ""


def _holder(token: Token, namer: Namer, nouns: Nouns) -> Name | None:
    """Whose strength the phrase tells, by the part of the sentence it is."""
    if token.dep_ == "appos" and token.head.lemma_.lower() in nouns.armed_body:
        return _body_name(token.head, token, namer)  # "the coalition (60 countries)"
    head = token
    while head.dep_ in {"conj", "appos"} and head.head.pos_ in _NOMINAL and head.head.i < head.i:
        head = head.head
    known = syntax.grammar(token)
    verb = head.head
    owners = [c for c in token.lefts if c.dep_ == "poss"]
    if owners:
        return _first(owners, namer) or _owner(syntax.clause_verb(token), namer)
    if head.dep_ == "dobj" and (verb.lemma_ in known.owning or (verb.lemma_ == "leave" and verb.tag_ == "VBG")):
        return _owner(verb, namer)
    if head.dep_ == "pobj" and (body := _of_body(head, token, namer, nouns)) is not None:
        return body
    if head.dep_ == "attr" and verb.lemma_ == "be" and _there_or_number(verb):
        return namer.name(token, long=False)
    if head.dep_ in {"nsubj", "nsubjpass"} and _is_placed(verb):
        return namer.name(token, long=False)
    placed = any(c.dep_ in {"acl", "relcl"} and c.lemma_ in known.placed for c in token.children)
    return namer.name(token, long=False) if placed else None


def _is_placed(verb: Token) -> bool:
    """ "are stationed in", "remain in", "are in": they are somewhere."""
    known = syntax.grammar(verb)
    if verb.lemma_ == "be":
        return any(c.dep_ == "prep" and c.lower_ in _WHERE for c in verb.children)
    return verb.lemma_ in known.placed or any(c.dep_ == "xcomp" and c.lemma_ in known.placed for c in verb.children)


def _there_or_number(verb: Token) -> bool:
    """ "there are 900 soldiers", "the number was 400 troops"."""
    subjects = syntax.children(verb, "nsubj", "expl")
    return any(s.dep_ == "expl" or s.lemma_.lower() in {"number", "strength", "size", "total", "contingent"} for s in subjects)


def _owner(verb: Token, namer: Namer) -> Name | None:
    return _first([s for s in syntax.subjects(verb) if namer.classifier.of(namer.meant(s)) in _OWNERS], namer)


def _of_body(head: Token, token: Token, namer: Namer, nouns: Nouns) -> Name | None:
    """ "a force of 2,000", "a coalition of 60 countries", "an army with 300 tanks", "cut its force to 1,000 troops"."""
    prep, body = head.head, head.head.head
    if prep.lower_ == "of" and body.lemma_.lower() in syntax.grammar(token).gathering and not phrases.named(body) and _bare(body):
        return None if token.like_num else namer.name(token, long=False)
    if body.lemma_.lower() in nouns.armed_body and prep.lower_ in {"of", "with"}:
        return _body_name(body, token, namer)
    if body.pos_ in {"VERB", "AUX"} and body.lemma_ in syntax.grammar(token).owning and prep.lower_ in {"of", "over"}:
        return _owner(body, namer)
    if body.lemma_ in syntax.grammar(token).resizing and prep.lower_ == "to":
        return _first([t for t in syntax.patients(body) if t != token and not _bare(t)], namer) or _owner(body, namer)
    return None


def _bare(token: Token) -> bool:
    """Whether nothing tells whose the force is but a pronoun ("its force")."""
    return not any(c.dep_ in {"amod", "compound", "nmod"} or (c.dep_ == "poss" and c.pos_ != "PRON") for c in token.lefts)


def _body_name(body: Token, token: Token, namer: Namer) -> Name | None:
    """Whose the force is: the name it explains, its owner, or its own name."""
    if body.dep_ == "appos" and phrases.named(body.head):
        return _first([body.head], namer)
    if body.dep_ in {"attr", "dobj"} and (body.head.lemma_ == "be" or body.head.lemma_ in syntax.grammar(token).owning):
        found = _owner(body.head, namer)
        if found is not None:
            return found
    owners = [c for c in body.lefts if c.dep_ == "poss"]
    if owners:
        return _first(owners, namer)
    text, span = phrases.words_of(phrases.without_numbers([t for t in phrases.phrase_tokens(body, long=False) if t.i <= body.i]))
    return Name(namer.memory.written_out(text), span.shifted(namer.offset))


def _first(heads: list[Token], namer: Namer) -> Name | None:
    return next(iter(namer.actors(heads)), None)


def _where(token: Token) -> list[Token]:
    around = [token, *(c for c in token.children if c.dep_ in {"acl", "relcl"}), syntax.clause_verb(token)]
    verb = around[-1]
    around += [c for c in verb.children if c.dep_ in {"xcomp", "acomp"}]
    return next((heads for s in around for p in _WHERE if (heads := syntax.obliques(s).get(p))), [])
