"""Heads of noun phrases become names of places: as written, spelt-out lists taken apart, references back resolved."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from spacy.tokens import Token

from warledger.records.vocab import Nouns
from warledger.stages.claims import phrases, syntax
from warledger.stages.claims.classes import Class
from warledger.stages.claims.memory import Name

if TYPE_CHECKING:
    from warledger.stages.claims.naming import Namer


class PlaceNamer:
    """Names the places of one document, with the words and the memory of its `Namer`."""

    def __init__(self, namer: Namer, nouns: Nouns) -> None:
        self._namer = namer
        self._nouns = nouns

    def places(self, heads: Sequence[Token], *, loose: bool = False, pronouns: bool = False) -> list[Name]:
        """Names of the heads that are places; `loose` also takes unknown proper names (after "in", or as what was captured),
        `pronouns` also "it": the last place named."""
        found: list[Name] = []
        for head in heads:
            back = self._referred(head) if pronouns else []
            for name in back or self._place(head, loose):
                if name.text and name.text not in {n.text for n in found}:
                    found.append(name)
        if len(found) > 1:
            self._namer.memory.listed = tuple(found)
        towns = [n for n in found if not self._namer.classifier.is_country(n.text)]
        if towns:
            self._namer.memory.place = towns[-1]  # "the city", "the base" never mean a country
        return found

    def _referred(self, head: Token) -> list[Name]:
        """ "it" is the last place named, "them" and "both cities" are those last listed together."""
        if head.lower_ == "it":
            return self._last_place(head)
        both = any(c.lower_ in {"both", "these"} for c in head.lefts) and self._namer.classifier.is_place_word(head)
        if not both and head.lower_ != "them":
            return []
        return [Name(n.text, self._namer.span(head, head), "refers back") for n in self._namer.memory.listed]

    def _place(self, head: Token, loose: bool) -> list[Name]:
        if self._namer.is_time(head):
            return []
        if self._namer.memory.defined_at(self._namer.span(head, head)):
            return []  # a piece of a group's name
        kind = self._namer.classifier.of(head)
        if head.dep_ == "appos" and phrases.named(head.head) and not phrases.named(head) and kind is Class.PLACE:
            return self._place(head.head, loose)
        if kind is Class.PLACE:
            own = self._of_named(head) or self._plural_head(head) or self._place_back(head) or self._descriptive(head)
            return own + [n for n in self._listed(head) if n.text not in {o.text for o in own}]
        if kind is Class.COUNTRY:
            return [self._namer.name(head, long=False, place=True)]
        if head.lemma_.lower() in self._nouns.measure or self._namer.classifier.is_area_word(head):
            return self._of_named(head)
        if kind is Class.NAME and loose and phrases.named(head) and not self._known_actor(head):
            return [self._namer.name(head, long=False, place=True)]
        return []

    def _known_actor(self, head: Token) -> bool:
        text = self._namer.name(head, long=False, place=True).text
        return (
            text in self._namer.memory.actor_names
            or text in self._namer.memory.short_forms.values()
            or head.text in self._namer.memory.short_forms
            or head.text in self._namer.demonyms
        )

    def _of_named(self, head: Token) -> list[Name]:
        """ "the towns of A, B and C", "the outskirts of A"."""
        first = next((c for p in head.children if p.dep_ == "prep" and p.lower_ == "of" for c in p.children if c.dep_ == "pobj"), None)
        inner = [t for t in listed_places(first) if phrases.named(t)] if first is not None else []
        if not inner:
            return self._places_behind(head, first)
        if phrases.named(head) or (self._namer.classifier.is_area_word(head) and head.lemma_.lower() not in self._nouns.measure):
            text, span = phrases.words_of(phrases.phrase_tokens(head, within=True))
            return [Name(text, span.shifted(self._namer.offset))]
        return [self._namer.name(t, long=False, place=True) for t in inner]

    def _places_behind(self, head: Token, inner: Token | None) -> list[Name]:
        """ "most of the city" is the city."""
        if inner is None or head.lemma_.lower() not in self._nouns.measure or phrases.named(head):
            return []
        return self._place(inner, False)

    def _plural_head(self, head: Token) -> list[Name]:
        """ "A and B provinces" is two places."""
        if head.tag_ not in {"NNS", "NNPS"} or not self._namer.classifier.is_place_word(head):
            return []
        first = [c for c in head.lefts if phrases.named(c)]
        names = [n for c in first for n in syntax.conjuncts(c) if phrases.named(n) and n.i < head.i]
        if len(names) < 2:
            return []
        return [
            Name(
                f"{self._namer.name(n, long=False, place=True).text} {head.lemma_.capitalize() if head.text[0].isupper() else head.lemma_}",
                self._namer.span(n, n),
            )
            for n in names
        ]

    def _listed(self, head: Token) -> list[Name]:
        """ "20 villages, including A, B and the town of C": the places a plural is spelt out with."""
        if head.tag_ not in {"NNS", "NNPS"}:
            return []
        marks = [t for t in head.sent if t.lower_ in {"including", "namely"} and head.i < t.i <= head.i + 14]
        heads = [t for m in marks[:1] for c in m.children if c.dep_ in {"pobj", "dobj"} for t in listed_places(c)]
        return [
            n for t in heads for n in (self._of_named(t) or ([self._namer.name(t, long=False, place=True)] if phrases.named(t) else []))
        ]

    def _place_back(self, head: Token) -> list[Name]:
        if head.lemma_.lower() not in self._nouns.back_place or [c.lower_ for c in head.lefts] not in (["the"], ["this"], ["that"]):
            return []
        if any(c.dep_ in {"prep", "appos"} for c in head.rights):
            return []
        return self._last_place(head)

    def _last_place(self, head: Token) -> list[Name]:
        """The place named last before the head: in its sentence (a country only names where the place lies), else in the text."""
        for token in reversed(list(head.sent)[: head.i - head.sent.start]):
            if (
                token.dep_ in {"dobj", "pobj", "nsubj", "nsubjpass"}
                and phrases.named(token)
                and self._namer.classifier.of(token) is Class.PLACE
            ):
                return [Name(self._namer.name(token, long=False, place=True).text, self._namer.span(head, head), "refers back")]
        return [Name(self._namer.memory.place.text, self._namer.span(head, head), "refers back")] if self._namer.memory.place else []

    def _descriptive(self, head: Token) -> list[Name]:
        """A place word with something that tells it apart; "several villages" names none."""
        apposed = [c for c in head.rights if c.dep_ == "appos" and phrases.named(c)]
        if apposed:
            return [self._namer.name(t, long=False, place=True) for a in apposed for t in syntax.conjuncts(a)]
        if head.is_title and not self._namer.classifier.is_place_word(head):
            return [self._namer.name(head, long=False, place=True)]  # a name the parser took for a common noun
        tokens = phrases.without_numbers(phrases.phrase_tokens(head, within=True))
        if not any(phrases.named(t) for t in tokens) and not (len(tokens) > 1 and tokens[0].lower_ == "the" and len(tokens) > 2):
            return []
        if any(c.dep_ == "nummod" for c in head.children):
            return []
        text, span = phrases.words_of(tokens)
        return [Name(self._namer.memory.written_out(text), span.shifted(self._namer.offset))]


def listed_places(head: Token) -> list[Token]:
    """The head and everything listed after it; the parser makes the second name of a long list an apposition."""
    found: list[Token] = []
    for token in syntax.conjuncts(head):
        found.append(token)
        for child in token.children:
            if child.dep_ == "appos" and phrases.named(child) and phrases.named(token) and child.i > token.i:
                found.extend(listed_places(child))
    return found
