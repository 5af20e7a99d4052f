"""What a noun phrase names: a place, an armed or a political actor, a person, people, a weapon, or some other thing."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from spacy.tokens import Token

from warledger.records.vocab import Nouns
from warledger.stages.claims.phrases import named, phrase_tokens


def has_capital(name: str) -> bool:
    """Whether a word of the name begins with a capital, an article joined by a hyphen aside ("al-Sull")."""
    return any(part[:1].isupper() for word in name.split() for part in word.split("-"))


class Class(StrEnum):
    """Classes of noun phrases. `NAME` is a proper name of unknown kind."""

    PLACE = "place"
    COUNTRY = "country"
    ARMED = "armed"
    POLITICAL = "political"
    PERSON = "person"
    CIVILIAN = "civilian"
    WEAPON = "weapon"
    NAME = "name"
    PRONOUN = "pronoun"
    THING = "thing"


#: Classes that can do something.
ACTORS = frozenset({Class.ARMED, Class.POLITICAL, Class.PERSON, Class.CIVILIAN, Class.NAME, Class.COUNTRY, Class.PRONOUN, Class.WEAPON})
PEOPLE = frozenset({Class.ARMED, Class.CIVILIAN, Class.PERSON})
_PERSONAL = frozenset({"he", "she", "they", "it", "we", "i", "who", "them", "him", "her", "us", "itself", "himself"})


class Classifier:
    """Classes by head noun, name shape and the gazetteer's word on which names are places."""

    def __init__(
        self, nouns: Nouns, is_place: Callable[[str], bool], countries: frozenset[str], not_places: frozenset[str] = frozenset()
    ) -> None:
        self._nouns = nouns
        self._not_places = not_places
        self._is_place = is_place
        self._countries = countries

    def of(self, head: Token) -> Class:
        """The class of the noun phrase with this head."""
        if (head.pos_ == "PRON" or head.lower_ in _PERSONAL) and head.text != "US":
            return Class.PRONOUN
        common = self._common(head)
        if not named(head):
            known = common is None and head.is_title and self.is_place_name(head.text)
            return Class.PLACE if known else common or Class.THING
        return self._proper(head, common)

    def _common(self, head: Token) -> Class | None:
        nouns, lemma = self._nouns, head.lemma_.lower()
        for word in (lemma, head.lower_, head.lower_.removesuffix("s") if head.tag_ == "NNPS" else lemma):
            if word in nouns.never_actor:
                return Class.THING
            if word in nouns.armed:
                return Class.ARMED
            if word in nouns.weapon:
                return Class.WEAPON
            if word in nouns.civilian:
                return Class.CIVILIAN
            if word in nouns.person:
                return Class.PERSON
            if word in nouns.place and not (word in nouns.political and not self._has_place_name(head)):
                return Class.PLACE
            if word in nouns.political:
                staff = word == "office" and any(c.dep_ == "poss" and named(c) for c in head.lefts)  # "Tarin's office said"
                named_for = staff or word not in nouns.body_if_named or head.text[:1].isupper()
                if word == "side" and any(c.lower_.endswith("ern") for c in head.lefts):
                    return Class.PLACE  # "the eastern side"
                other = Class.PLACE if word in nouns.place else Class.THING
                return Class.POLITICAL if named_for else other
        return None

    def _has_place_name(self, head: Token) -> bool:
        return any(self.is_place_name(" ".join(t.text for t in phrase_tokens(c, long=False))) for c in head.lefts if named(c))

    def _proper(self, head: Token, common: Class | None) -> Class:
        name = " ".join(t.text for t in phrase_tokens(head, long=False) if t.dep_ not in {"det", "nummod"} and named(t)) or head.text
        if self.is_country(name) or self.is_country(head.text):
            return Class.COUNTRY
        if common in {Class.PLACE, Class.ARMED, Class.POLITICAL, Class.WEAPON}:
            return common
        if any(t.lower_ in self._nouns.titles for t in head.lefts):
            return Class.PERSON
        if self.is_place_name(name):
            return Class.PLACE
        return Class.NAME

    def is_country(self, name: str) -> bool:
        """Whether the name is a country's (folded compare)."""
        return name.lower().removeprefix("the ") in self._countries

    def is_place_name(self, name: str) -> bool:
        """Whether the gazetteer knows the name, and the document does not define it as a short form or use it as one."""
        if not has_capital(name) or name in self._not_places or (name.isupper() and len(name) <= 5):
            return False
        return self._is_place(name)

    def is_place_word(self, token: Token) -> bool:
        """Whether the token is a common noun for a kind of place."""
        return token.lemma_.lower() in self._nouns.place or token.lower_ in self._nouns.place

    def is_area_word(self, token: Token) -> bool:
        """Whether the token names an area around, or a part of, a place."""
        return token.lemma_.lower() in self._nouns.area or token.lower_ in self._nouns.area

    def is_crowd(self, token: Token) -> bool:
        """Whether the token names people in the street."""
        return token.lemma_.lower() in self._nouns.crowd

    @property
    def lawful(self) -> frozenset[str]:
        """Nouns for forces that may arrest."""
        return self._nouns.lawful

    def is_agentive(self, token: Token) -> bool:
        """Whether a common noun that no list has ends like one for people ("miners", "a cyclist")."""
        lemma = token.lemma_.lower()
        ends = lemma.endswith(tuple(self._nouns.people_endings))
        return token.tag_ in {"NN", "NNS"} and len(lemma) > 4 and ends and lemma not in self._nouns.not_people

    def is_collective(self, token: Token) -> bool:
        """Whether the noun's singular stands for many."""
        return token.lemma_.lower() in self._nouns.collective

    def is_title(self, token: Token) -> bool:
        """Whether the token is an office or rank before a name."""
        return token.lower_ in self._nouns.titles

    def is_title_word(self, word: str) -> bool:
        """Whether the word (lower case) is an office or rank."""
        return word in self._nouns.titles

    def is_body_word(self, word: str) -> bool:
        """Whether the word (lower case) names a kind of body rather than a person."""
        return word in self._nouns.political or word in self._nouns.armed or word in self._nouns.place or word in self._nouns.measure

    def is_party(self, name: str) -> bool:
        """Whether the name is that of a body that usually is, or speaks for, a warring party."""
        low = f" {name.lower()} "
        return any(f" {word} " in low for word in self._nouns.party)
