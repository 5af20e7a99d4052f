"""Heads of noun phrases become names of places: as written, spelt-out lists taken apart, references back resolved."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from spacy.tokens import Token

from warledger.base.spans import Span
from warledger.records.vocab import Nouns
from warledger.stages.claims import phrases, syntax
from warledger.stages.claims.classes import Class
from warledger.stages.claims.divisions import tail_at
from warledger.stages.claims.memory import Name

if TYPE_CHECKING:
    from warledger.stages.claims.naming import Namer

#: Words that only say where the place lies from the one before.
_BEARINGS = frozenset({"nearby", "neighbouring", "neighboring", "adjacent"})


class PlaceNamer:
    """Names the places of one document, with the words and the memory of its `Namer`."""

    def __init__(self, namer: Namer, nouns: Nouns) -> None:
        self._namer = namer
        self._nouns = nouns

    def places(self, heads: Sequence[Token], *, loose: bool = False, pronouns: bool = False, within: bool = False) -> list[Name]:
        """Names of the heads that are places; `loose` also takes unknown proper names (after "in", or as what was captured),
        `pronouns` also "it": the last place named, `within` where an unnamed place lies ("depots in X")."""
        found: list[Name] = []
        for head in (t for h in heads for t in (*_listed_before(h), h)):
            back = self._referred(head) if pronouns else []
            for name in back or self._named_place(head, loose, within):
                name = self._with_division(name) if within else name
                if name.text and name.text not in {n.text for n in found}:
                    found.append(name)
        if len(found) > 1:
            self._namer.memory.listed = tuple(found)
        towns = [n for n in found if not self._namer.classifier.is_country(n.text) and n.how != "refers back"]
        if towns:
            self._namer.memory.place = towns[-1]  # "the city", "the base" never mean a country
        return found

    def _with_division(self, name: Name) -> Name:
        """The name with the province that follows it, as written: "Tessk district, Kellin province"."""
        text = self._namer.text
        if name.span is None:
            return name
        start, end = name.span.start - self._namer.offset, name.span.end - self._namer.offset
        tail = tail_at(text, end, self._nouns.division) if text[start:end].replace("’", "'").replace("‘", "'") == name.text else None
        return name if tail is None else Name(text[start : tail.end], Span(start, tail.end).shifted(self._namer.offset), name.how)

    def _named_place(self, head: Token, loose: bool, within: bool) -> list[Name]:
        plural = head.tag_ == "NNS" and not phrases.named(head)
        behind = self._behind(head) if within and plural and not any(phrases.named(c) for c in head.lefts) else []
        return behind or self._place(head, loose) or (self._behind(head) if within else [])

    def _referred(self, head: Token) -> list[Name]:
        """ "it" is the last place named, "them" and "both cities" are those last listed together."""
        if head.lower_ == "it":
            return self._last_place(head)
        both = any(c.lower_ in {"both", "these"} for c in head.lefts) and self._namer.classifier.is_place_word(head)
        if not both and head.lower_ != "them":
            return []
        return [Name(n.text, self._namer.span(head, head), "refers back") for n in self._namer.memory.listed]

    def _place(self, head: Token, loose: bool) -> list[Name]:
        if self._namer.is_time(head) or head.text.removesuffix("s") in self._namer.demonyms or head.text in self._namer.demonyms:
            return []
        if self._namer.memory.defined_at(self._namer.span(head, head)):
            return []  # a piece of a group's name
        kind = self._namer.classifier.of(head)
        if head.dep_ == "appos" and phrases.named(head.head) and not phrases.named(head) and kind is Class.PLACE:
            return self._place(head.head, loose)
        if kind is Class.PLACE:
            own = self._of_named(head) or self._shared_head(head) or self._place_back(head) or self._descriptive(head)
            return own + [n for n in self._listed(head) if n.text not in {o.text for o in own}]
        if kind is Class.COUNTRY:
            return [self._name(head)]
        if head.lemma_.lower() in self._nouns.measure or self._namer.classifier.is_area_word(head):
            return self._of_named(head)
        if kind is Class.NAME and loose and phrases.named(head) and not self._known_actor(head) and not self._body(head):
            return [self._name(head)]
        return []

    def _name(self, head: Token) -> Name:
        """The name as written, without what a list puts before it ("Varno, Sull")."""
        name = _without_bearing(self._namer.name(head, long=False, place=True))
        last = name.text.rpartition(", ")[2]
        if last == name.text or name.span is None:
            return name
        return Name(last, Span(name.span.end - len(last), name.span.end))

    def _body(self, head: Token) -> bool:
        """Whether the name ends as a body's does ("Guardians of the Coast Organization"), or is that of a medium ("YouTube")."""
        last = self._namer.name(head, place=True).text.rpartition(" ")[2].lower()
        return last in self._nouns.political or last in self._nouns.armed or last in self._nouns.medium

    def _known_actor(self, head: Token) -> bool:
        text = self._namer.name(head, long=False, place=True).text
        return (
            text in self._namer.memory.actor_names
            or self._namer.memory.people.knows(text)
            or text in self._namer.memory.short_forms.values()
            or head.text in self._namer.memory.short_forms
            or head.text in self._namer.demonyms
        )

    def _of_named(self, head: Token) -> list[Name]:
        """ "the towns of A, B and C", "the outskirts of A"."""
        first = next((c for p in head.children if p.dep_ == "prep" and p.lower_ == "of" for c in p.children if c.dep_ == "pobj"), None)
        inner = [t for t in listed_places(first) if phrases.named(t)] if first is not None else []
        if not inner:
            return self._places_behind(head, first) or self._part_of(head, first)
        if phrases.named(head) or (self._namer.classifier.is_area_word(head) and head.lemma_.lower() not in self._nouns.measure):
            text, span = phrases.words_of(self._where_words(head, phrases.phrase_tokens(head, within=True)))
            return [Name(text, span.shifted(self._namer.offset))]
        return [self._name(t) for t in inner]

    def _places_behind(self, head: Token, inner: Token | None) -> list[Name]:
        """ "most of the city" is the city."""
        if inner is None or head.lemma_.lower() not in self._nouns.measure or phrases.named(head):
            return []
        return self._place(inner, False)

    def _part_of(self, head: Token, inner: Token | None) -> list[Name]:
        """ "the outskirts of the city", "the south of the country": with the name of what it is a part of."""
        if inner is None or not self._namer.classifier.is_area_word(head):
            return []
        whole = self._place_back(inner)
        text = head.text if head.i == 0 or head.nbor(-1).dep_ != "amod" else f"{head.nbor(-1).text} {head.text}"
        return [Name(f"{text} of {n.text}", self._namer.span(head, inner), n.how) for n in whole]

    def _shared_head(self, head: Token) -> list[Name]:
        """ "A and B provinces", "the A and B countryside": two places."""
        if not self._namer.classifier.is_place_word(head):
            return []
        first = [c for c in head.lefts if phrases.named(c)]
        inner = [n for c in first for n in syntax.conjuncts(c) if phrases.named(n) and n.i < head.i]
        names = [self._name(n) for n in inner]
        names = [n for n in names if not any(_within(n.span, other.span) for other in names if other is not n)]
        if len(names) < 2 or (head.tag_ not in {"NNS", "NNPS"} and not any(n.dep_ == "conj" for n in inner)):
            return []
        word = head.lemma_ if head.text.islower() else head.lemma_.capitalize()
        return [Name(f"{n.text} {word}", n.span) for n in names]

    def _listed(self, head: Token) -> list[Name]:
        """ "20 villages, including A, B and the town of C": the places a plural is spelt out with."""
        if head.tag_ not in {"NNS", "NNPS"}:
            return []
        marks = [t for t in head.sent if t.lower_ in {"including", "namely"} and head.i < t.i <= head.i + 14]
        before = marks[0].nbor(-1) if marks else head
        if before.tag_ == "NNS" and self._namer.classifier.of(before) is not Class.PLACE:
            return []  # those right before it are spelt out
        heads = [t for m in marks[:1] for c in m.children if c.dep_ in {"pobj", "dobj"} for t in listed_places(c)]
        return [n for t in heads for n in (self._of_named(t) or ([self._name(t)] if phrases.named(t) else []))]

    def _place_back(self, head: Token) -> list[Name]:
        memory, word = self._namer.memory, head.lemma_.lower()
        if word in {"country", "nation"} and memory.country is not None and [c.lower_ for c in head.lefts] in (["the"], ["this"], ["that"]):
            return [Name(memory.country.text, self._namer.span(head, head), "the country the report is set in")]
        if word == "capital" and memory.capital and not any(phrases.named(c) for c in head.rights):
            return [Name(memory.capital, self._namer.span(head, head), "the capital the report names")]
        if word not in self._nouns.back_place or [c.lower_ for c in head.lefts] not in (["the"], ["this"], ["that"]):
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
                and not self._namer.is_time(token)
                and self._namer.classifier.of(token) is Class.PLACE
            ):
                return [Name(self._name(token).text, self._namer.span(head, head), "refers back")]
        return [Name(self._namer.memory.place.text, self._namer.span(head, head), "refers back")] if self._namer.memory.place else []

    def _descriptive(self, head: Token) -> list[Name]:
        """A place word with something that tells it apart; "several villages" names none."""
        apposed = [c for c in head.rights if c.dep_ == "appos" and phrases.named(c)]
        if apposed:
            return [self._name(t) for a in apposed for t in syntax.conjuncts(a)]
        if head.is_title and not self._namer.classifier.is_place_word(head):
            return [_without_bearing(self._namer.name(head, long=False, place=True))]  # a name the parser took for a common noun
        tokens = phrases.without_numbers(phrases.phrase_tokens(head, within=True))
        tokens = self._where_words(head, tokens)
        if not self._told_apart(head, tokens):
            return []
        if not any(phrases.named(t) for t in tokens) and not (len(tokens) > 1 and tokens[0].lower_ == "the" and len(tokens) > 2):
            return []
        if any(c.dep_ == "nummod" for c in head.children):
            return []
        own = head.lemma_.lower() in self._nouns.facility or any(phrases.named(t) for t in tokens if t.i <= head.i)
        inside = [] if own else self._inside(head)
        if inside:
            return inside
        text, span = phrases.words_of(tokens)
        return [_without_bearing(Name(self._namer.memory.written_out(text), span.shifted(self._namer.offset)))]

    def _inside(self, head: Token) -> list[Name]:
        """ "a busy market in X", "a school in the town of X": in X; what forces take and hold has a place of its own."""
        inner = [t for prep in ("in", "inside") for t in syntax.obliques(head).get(prep, [])]
        return [n for t in inner for n in ([self._name(t)] if phrases.named(t) else self._of_named(t))]

    def _where_words(self, head: Token, tokens: list[Token]) -> list[Token]:
        """The words without what happened there: "an offensive east of X" is east of X."""
        if not (head.text.islower() and self._namer.classifier.is_area_word(head)):
            return tokens
        return [t for t in tokens if t.i >= head.i or phrases.named(t) or self._tells_where(t)]

    def _tells_where(self, token: Token) -> bool:
        """Whether a word before "east of X" goes with it ("the far east"), not with what happened there ("an offensive east")."""
        return token.dep_ == "det" or (token.dep_ == "amod" and token.lemma_.lower() not in self._nouns.fought_over)

    def _told_apart(self, head: Token, tokens: Sequence[Token]) -> bool:
        """Whether the words before the head tell the place apart by more than its owner: "rebel positions in X" are somewhere in X."""
        word = head.lemma_.lower()
        if word in self._nouns.political or word not in self._nouns.military_place | self._nouns.target:
            return True  # "the Xish embassy", "Tessk district"
        owned = [n.span for n in self._namer.owners_before(head) if n.span is not None]
        named = [self._namer.span(t, t) for t in tokens if t.i <= head.i and phrases.named(t)]
        return not named or any(not any(o.covers(span) for o in owned) for span in named)

    def _behind(self, head: Token) -> list[Name]:
        """Where an unnamed place lies: "towns in A and B", "depots inside A"."""
        inner = [t for prep in ("in", "inside", "near", "around", "at", "across") for t in syntax.obliques(head).get(prep, [])]
        return [n for t in inner for n in self._place(t, True)]


def _without_bearing(name: Name) -> Name:
    """ "nearby Sull" is Sull."""
    first, _, rest = name.text.partition(" ")
    if first not in _BEARINGS or not rest or name.span is None:
        return name
    return Name(rest, Span(name.span.end - len(rest), name.span.end), name.how)


def _within(inner: Span | None, outer: Span | None) -> bool:
    return inner is not None and outer is not None and outer.covers(inner) and inner != outer


def _listed_before(head: Token) -> list[Token]:
    """Names before the head that the parser took for its modifiers: the "A" of "A, B and C"."""
    if not phrases.named(head):
        return []
    return [c for c in head.lefts if c.dep_ in {"nmod", "compound"} and phrases.named(c) and c.nbor(1).text == ","]


def listed_places(head: Token) -> list[Token]:
    """The head and everything listed after it; the parser makes the second name of a long list an apposition."""
    found: list[Token] = []
    for token in syntax.conjuncts(head):
        found.append(token)
        for child in token.children:
            if child.dep_ == "appos" and _bears_name(child) and _bears_name(token) and child.i > token.i:
                found.extend(listed_places(child))
    return found


def _bears_name(token: Token) -> bool:
    return phrases.named(token) or any(c.dep_ == "compound" and c.pos_ == "PROPN" for c in token.lefts)
