"""Whose deed or thing it is: the words before a noun that name a doer ("Norwegian army airstrikes"), and who owns or holds what was hit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum, auto
from typing import TYPE_CHECKING

from spacy.tokens import Token

from warledger.records.vocab import Nouns
from warledger.stages.claims import phrases, syntax
from warledger.stages.claims.classes import Class
from warledger.stages.claims.memory import Name

if TYPE_CHECKING:
    from warledger.stages.claims.naming import Namer

_BODIES = frozenset({Class.ARMED, Class.POLITICAL, Class.NAME, Class.COUNTRY})
Unit = list[Token]


class _Part(Enum):
    """What one word (or hyphenated word) before a noun says of whose it is."""

    NATION = auto()
    NAME = auto()
    BODY = auto()
    TIED = auto()  # "pro-government", "foreign-backed"
    HELD = auto()  # "rebel-held"
    MORE = auto()  # goes on with a name, begins none ("army" in "Norwegian army")
    OTHER = auto()


_STARTS = frozenset({_Part.NATION, _Part.NAME, _Part.BODY, _Part.TIED})


class Owners:
    """Finds whose deeds and things are, with the words and the memory of one document's `Namer`."""

    def __init__(self, namer: Namer, nouns: Nouns) -> None:
        self._namer = namer
        self._nouns = nouns

    def doers_before(self, noun: Token, *, held: bool = False) -> list[Name]:
        """The doers that the words before the noun name; `held` also takes "rebel-held"."""
        words = [t for t in phrases.phrase_tokens(noun, long=False) if t.i < noun.i and t.dep_ != "poss" and t.tag_ != "POS"]
        found = [self._doer(segment, noun, held) for segment in _segments(words)]
        return [name for name in found if name is not None]

    def body_of(self, head: Token) -> str:
        """The body or nation that somebody without a name speaks for: "a Norwegian official", "a spokesman for the army"."""
        speaks = self._namer.classifier.of(head) is Class.PERSON or head.lemma_.lower() in self._nouns.back_person
        if phrases.named(head) or not speaks:
            return ""
        found = self.doers_before(head)
        for prep in ("for", "of", "at", "with", "from") if not found else ():
            inner = [t for t in syntax.obliques(head).get(prep, []) if self._namer.classifier.of(t) in _BODIES]
            found = found or [self._namer.name(t, long=False) for t in inner[:1]]
        return found[0].text if found else ""

    def of_thing(self, head: Token) -> list[Name]:
        """Who owns or holds a thing or a place: "rebel positions", "towns recently captured by rebels"."""
        owner = [c for c in head.lefts if c.dep_ == "poss" and c.lower_ not in {"our", "my", "your"}]
        if any(self._maybe_place(c) for c in owner):
            owner = []
        found = self._namer.actors(owner) if owner else self.doers_before(head, held=True)
        found = [n for n in found if n.text.lower() != "military"]  # "military targets" are not said to be whose
        return found or self._namer.actors(list(self._holders_behind(head)))

    def _maybe_place(self, owner: Token) -> bool:
        """Whether a possessive names a place, or something unknown: "Tessk's airport"."""
        if self._namer.classifier.of(owner) is not Class.NAME:
            return False
        memory, text = self._namer.memory, self._namer.name(owner).text
        return not (text in memory.actor_names or memory.people.knows(text) or text in memory.short_forms.values())

    def held(self, head: Token) -> bool:
        """Whether the words before the noun say who holds it: then it is a place, whatever its name ("rebel-held Orvane")."""
        return any(t.lower_ in self._nouns.held and t.i and t.nbor(-1).text in {"-", "–"} for t in head.lefts)

    def _holders_behind(self, head: Token) -> Iterator[Token]:
        for child in head.rights:
            if child.dep_ == "acl" and child.lemma_.lower() in self._nouns.holding:
                for prep in ("by", "to", "with"):
                    yield from syntax.obliques(child).get(prep, [])
        yield from syntax.obliques(head).get("by", [])  # "repelled an attack by insurgents"
        for inner in syntax.obliques(head).get("of", []):
            if self._namer.classifier.of(inner) in {Class.ARMED, Class.POLITICAL}:
                yield inner

    def _doer(self, segment: Sequence[Token], noun: Token, held: bool) -> Name | None:
        units = list(self._joined(list(_units(segment))))
        parts = [self._part(unit, noun) for unit in units]
        if held and _Part.HELD in parts:
            at = parts.index(_Part.HELD)
            return self._holder(units[at])
        first = next((i for i, p in enumerate(parts) if p in _STARTS), None)
        if first is None:
            return None
        last = first
        while last + 1 < len(parts) and parts[last + 1] in _STARTS | {_Part.MORE}:
            last += 1
        return self._named([t for u in units[first : last + 1] for t in u], parts[first : last + 1], noun)

    def _joined(self, units: list[Unit]) -> Iterator[Unit]:
        """The units, two words that are one nationality joined ("South Korean")."""
        at = 0
        while at < len(units):
            pair = [t for u in units[at : at + 2] for t in u]
            both = _text(pair) in self._namer.demonyms and len(units[at : at + 2]) == 2
            yield pair if both else units[at]
            at += 2 if both else 1

    def _holder(self, unit: Unit) -> Name:
        return self._named(unit[:-2], [_Part.NATION if unit[0].text in self._namer.demonyms and len(unit) == 3 else _Part.BODY], unit[-1])

    def _named(self, tokens: Unit, parts: Sequence[_Part], noun: Token) -> Name:
        text, span = phrases.words_of(tokens)
        country = self._namer.demonyms.get(text)
        if country and parts == [_Part.NATION]:
            return Name(country, self._namer.span(tokens[0], tokens[-1]), "demonym")
        if parts[-1] is _Part.TIED:
            text += " protesters" if noun.lemma_.lower() in self._nouns.crowd_event else " forces"
        elif tokens[-1].lower_ in self._nouns.people_before:
            text += "s"
        return Name(self._namer.memory.written_out(text), span.shifted(self._namer.offset), "whose it is")

    def _part(self, unit: Unit, noun: Token) -> _Part:
        token = unit[-1]
        if self._namer.is_time(unit[0]):
            return _Part.OTHER
        if len(unit) > 1 and any(t.text in {"-", "–"} for t in unit) and not unit[-1].text[:1].isupper():
            return self._hyphened(unit)
        nation = _text(unit) in self._namer.demonyms or all(t.text in self._namer.demonyms for t in unit)
        if nation or self._namer.classifier.is_country(_text(unit)):
            return _Part.OTHER if self._lies_in(noun) else _Part.NATION
        if phrases.named(token) and token.text[:1].isupper():
            people = token.pos_ == "ADJ" and len(unit) == 1 and not self._namer.classifier.is_place_name(token.text)
            return _Part.TIED if people else self._name_part(unit, noun)  # "Basque shelling" is that of Basque forces
        if token.lower_ in self._nouns.bodies_before or token.lower_ in self._nouns.people_before:
            return _Part.BODY
        goes_on = self._namer.classifier.of(token) in {Class.ARMED, Class.POLITICAL} or token.lower_ in {"special", "ground", "security"}
        return _Part.MORE if goes_on else _Part.OTHER

    def _hyphened(self, unit: Unit) -> _Part:
        """ "pro-government" and "foreign-backed" say for whom; "Russian-made" and "anti-tank" do not."""
        last = unit[-1].lower_
        if last in self._nouns.held:
            return _Part.HELD
        if last in syntax.grammar(unit[-1]).allied or (unit[0].lower_ in {"pro", "anti"} and last in self._nouns.bodies_before):
            return _Part.TIED
        return _Part.TIED if unit[0].lower_ in {"pro", "anti"} and unit[-1].text in self._namer.demonyms else _Part.OTHER

    def _lies_in(self, noun: Token) -> bool:
        """Whether a nation before the noun only says where it lies ("a French town"), not whose it is ("a French army base")."""
        return self._namer.classifier.of(noun) is Class.PLACE and noun.lemma_.lower() not in self._nouns.military_place

    def _name_part(self, unit: Unit, noun: Token) -> _Part:
        if unit[0].lower_ in {"pro", "anti"}:
            return _Part.TIED
        text, memory = _text(unit), self._namer.memory
        body = self._namer.classifier.of(unit[-1]) in {Class.ARMED, Class.POLITICAL}
        known = body or text in memory.actor_names or text in memory.short_forms or text in memory.short_forms.values()
        if not known and self._namer.classifier.is_place_name(text):
            return _Part.OTHER
        loose = noun.lemma_.lower() in self._nouns.fought_over or self._namer.classifier.of(noun) is Class.PLACE
        if not known and loose and not text.isupper():
            return _Part.OTHER  # "the Orvane offensive" is more often one on Orvane than one by it
        return _Part.NAME


def _text(unit: Unit) -> str:
    return unit[0].doc.text[unit[0].idx : unit[-1].idx + len(unit[-1].text)]


def _segments(words: Sequence[Token]) -> Iterator[list[Token]]:
    """The words cut at commas and conjunctions: "a French or Russian airstrike" may be either's."""
    run: list[Token] = []
    for token in words:
        if token.dep_ == "cc" or token.text == ",":
            yield run
            run = []
        else:
            run.append(token)
    yield run


def _units(segment: Sequence[Token]) -> Iterator[Unit]:
    """Single words, hyphenated words, and runs of capitalised words."""
    unit: Unit = []
    for token in segment:
        tied = unit and not unit[-1].whitespace_ and (token.text in {"-", "–"} or unit[-1].text in {"-", "–"})
        name = unit and token.pos_ == "PROPN" and unit[-1].pos_ == "PROPN" and token.text[:1].isupper() and unit[-1].text[:1].isupper()
        if unit and not (tied or name):
            yield unit
            unit = []
        unit.append(token)
    if unit:
        yield unit
