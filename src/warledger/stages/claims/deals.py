"""What becomes of a deal, by the words that govern its noun: made, violated, ended or failed; and whose deal it is."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from warledger.records.vocab import Grammar
from warledger.stages.claims import syntax
from warledger.stages.claims.memory import Name
from warledger.stages.claims.naming import Namer
from warledger.stages.claims.parties import parties
from warledger.stages.claims.triggers import Trigger

#: Prepositions that bind a deal to its verb or noun ("agreed to", "violation of", "pulled out of").
_BINDING = frozenset({"to", "on", "of", "from", "with", "into", "upon"})
#: "took effect", "came into force".
_COMING = frozenset({"take", "come", "enter", "go"})
_DONE_TO = frozenset({"dobj", "nsubjpass", "pobj"})


@dataclass(frozen=True)
class Fate:
    """What became of the deal, and the word that says so (`None`: only named)."""

    status: str
    word: Token | None


def fate_of(trigger: Trigger) -> Fate | None:
    """The deal's fate as its clause tells it; `None` where it is only wished for, or denied ("no deal")."""
    noun = _top(trigger.token)
    known = syntax.grammar(noun)
    if any(c.lower_ in {"no", "any"} for c in noun.lefts):
        return None
    told = [w for w in (_governor(noun), *_participles(noun)) if w is not None]
    if any(w.tag_ == "VB" and any(c.lower_ == "to" and c.dep_ == "aux" for c in w.children) for w in told[:1]):
        return None  # "ready to sign a deal"
    for word in told:
        status = _status(word, noun, known)
        if status:
            return Fate(status, word)
    if any(w.lemma_.lower() in known.seeking for w in told):
        return None
    return Fate(trigger.frame.set["status"], None)


def _top(noun: Token) -> Token:
    while noun.dep_ == "conj" and noun.head.pos_ in {"NOUN", "PROPN"}:
        noun = noun.head
    return noun


def _governor(noun: Token) -> Token | None:
    """The verb it is subject or object of, or the noun it completes ("violation of the truce")."""
    above = noun.head
    if noun.dep_ == "pobj":
        if above.lower_ not in _BINDING:
            return None
        while above.pos_ in {"ADP", "ADV"} and above.head != above:
            above = above.head
        return above
    if noun.dep_ == "nsubj" and above.lemma_ not in _COMING and syntax.children(above, "dobj"):
        return None  # "the deal ended the war"
    return above if noun.dep_ in {"dobj", "nsubj", "nsubjpass", "attr"} else None


def _participles(noun: Token) -> list[Token]:
    """ "an agreement brokered by", "a truce that collapsed"."""
    return [c for c in noun.children if c.dep_ in {"acl", "relcl"}]


def _status(word: Token, noun: Token, known: Grammar) -> str:
    lemma, done_to = word.lemma_.lower(), noun.dep_ in _DONE_TO or word.dep_ in {"acl", "relcl"}
    if lemma in known.deal_violated and done_to:
        return "violated"
    if lemma in known.deal_ended or (lemma in known.deal_left and noun.dep_ == "pobj" and word.dep_ not in {"acl", "relcl"}):
        return "ended"
    if lemma in known.deal_failed:
        return "failed"
    if lemma in known.deal_violated or lemma not in known.deal_made:
        return "failed" if lemma == "break" else ""
    return "made"


def parties_of(trigger: Trigger, fate: Fate, namer: Namer) -> list[Name]:
    """Whose deal it is: those it is between, or who sponsored it; else who makes or breaks it, and with whom."""
    between = trigger.slots.get("between", [])
    sponsors = [a for p in _participles(trigger.token) if p.tag_ == "VBN" for a in syntax.agents(p)]
    named = parties(between or sponsors, namer)
    if named:
        return named
    makers: list[Token] = []
    if fate.word is not None and fate.word.pos_ in {"VERB", "AUX"} and fate.word not in _participles(trigger.token):
        makers = [h for h in syntax.agents(fate.word) if h != trigger.token]
        makers += syntax.obliques(fate.word).get("with", [])
    elif fate.word is not None:
        makers = [*syntax.obliques(fate.word).get("by", []), *syntax.children(fate.word, "poss")]
    partners = [h for h in trigger.slots.get("with", []) if h not in makers]
    own = [] if makers else _owners(trigger.token)
    return parties([*makers, *own, *partners], namer)


def _owners(noun: Token) -> list[Token]:
    """ "the government's deal"."""
    before = [c for c in syntax.children(noun, "compound", "nmod", "amod") if c.text[:1].isupper() and not noun.text[:1].isupper()]
    return syntax.children(noun, "poss") or before  # "the Varno Agreement" is called by where it was made


def is_told(fate: Fate, names: list[Name], trigger: Trigger) -> bool:
    """Whether there is something to note: a fate the words state, or a deal whose sides are named."""
    if fate.word is None:
        return bool(names) and bool(trigger.slots.get("between") or _participles(trigger.token))
    if fate.word.pos_ not in {"VERB", "AUX"}:
        return bool(names) or fate.status == "failed"
    zone = trigger.words.endswith(("zone", "corridor"))  # whoever keeps it up, it is there
    return bool(names) or zone or fate.status != "made" or syntax.is_passive(fate.word) or trigger.token.dep_ == "nsubj"
