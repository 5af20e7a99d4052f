"""How the actors of two claims stand to each other: the same, of one side, described so that they may be, or opposed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

import msgspec
from rapidfuzz import fuzz

from warledger.stages.events.parties import Actors

#: "X-backed rebels" are not X.
_BACKED = re.compile(r"[\w.]+(?: and [\w.]+)?-(?:backed|supported|aligned|allied|linked|sponsored|trained|held|controlled) ")
_LED = re.compile(r"[A-Z]\w*-(?:led|backed|supported|aligned|allied|sponsored)\b")
_TOKEN = re.compile(r"[^\W_][\w.’']*")
_POSSESSIVE = re.compile(r"['’]s?$")
#: Endings by which the people of a country are called after it ("Varnia", "Varnian"; "Tarsk", "Tarski").
_DEMONYM = re.compile(r"(?<=[a-z]{3})(?:ians?|ia|eans?|ans?|is?|ese|a|e)$")
_SMALL = frozenset({"the", "of", "and", "led"})
#: Letters from which on a name can be told by most of them, and how alike (of 100) two spellings of one then are.
_LONG, _ALIKE = 6, 80


class Proper(NamedTuple):
    """The capitalised words of a name, folded so that a country and its people are one; its other words; the initials of the first."""

    named: frozenset[str]
    rest: frozenset[str]
    initials: str


class Party(msgspec.Struct, frozen=True):
    """Those in one role of a claim: as clustering knows them, and their names as written."""

    actors: Actors
    names: tuple[str, ...]

    @property
    def known(self) -> bool:
        """Whether anybody is named or described at all."""
        return bool(self.actors.keys)

    @property
    def vague(self) -> bool:
        """Whether it only describes, by no name of anybody ("rebels", not "rebels led by Marr")."""
        return self.actors.described and not any(_names_another(name) for name in self.names)


def _names_another(description: str) -> bool:
    """Whether the words that describe somebody name somebody else ("fighters backed by X", "X-led"); the first may be capital only
    because a sentence begins."""
    return any(letter.isupper() for letter in description[1:]) or _LED.match(description) is not None


def same(a: Party, b: Party) -> bool:
    """Whether some actor is in both, by key or by name."""
    return bool(a.actors.keys & b.actors.keys) or akin(a.names, b.names)


def one_side(a: Party, b: Party) -> bool:
    """An actor in common, or names that say one side."""
    return bool(a.actors.sides & b.actors.sides) or same(a, b)


def opposed(a: Party, b: Party) -> bool:
    """Names that say different sides, and no actor in common."""
    one, other = a.actors, b.actors
    return bool(one.sides and other.sides) and not one.sides & other.sides and not one.keys & other.keys


def could_be_one(a: Party, b: Party) -> bool:
    """Whether the two can be one actor, as far as their names say."""
    return not (a.known and b.known) or one_side(a, b) or _may_mean(a, b) or _may_mean(b, a)


def _may_mean(description: Party, named: Party) -> bool:
    """Whether "rebels" can be the named actor: the description has a side, and the name says no other."""
    sides = description.actors.sides
    return description.vague and bool(sides) and (not named.actors.sides or bool(named.actors.sides & sides))


def akin(a: Iterable[str], b: Iterable[str]) -> bool:
    """Whether some name of `a` and some of `b` have the same proper names in them ("X troops" and "the X military"), or one has all of
    the other's and the same words beside them ("X" and "X's Harbour Office", "Marr" and "Ivo Marr"), or their initials."""
    first, second = {proper(name) for name in a}, {proper(name) for name in b}
    return any(_same(one, other) for one in first for other in second if one.named and other.named)


def _same(one: Proper, other: Proper) -> bool:
    if one.named == other.named or one.initials in other.named or other.initials in one.named:
        return True
    if len(one.named) == len(other.named) == 1 and _spelt_alike(*one.named, *other.named):
        return True
    few, many = (one, other) if one.named < other.named else (other, one)
    return few.named < many.named and (not few.rest or few.rest == many.rest)


@lru_cache(maxsize=1 << 14)
def _spelt_alike(one: str, other: str) -> bool:
    return min(len(one), len(other)) >= _LONG and fuzz.ratio(one, other) >= _ALIKE


@lru_cache(maxsize=1 << 14)
def proper(name: str) -> Proper:
    """What is proper about a name."""
    tokens = [_POSSESSIVE.sub("", token) for token in _TOKEN.findall(_BACKED.sub(" ", name).replace("al-", ""))]
    if len(tokens) > 2 and tokens[0].endswith("s") and tokens[1].islower():  # "Forces loyal to X" begins a sentence
        tokens[0] = tokens[0].lower()
    capital = [token.replace(".", "") for token in tokens if token[0].isupper()]
    named = frozenset(_DEMONYM.sub("", token.casefold()) for token in capital)
    rest = frozenset(token for token in tokens if not token[0].isupper() and token not in _SMALL)
    return Proper(named, rest, "".join(token[0] for token in capital).casefold() if len(capital) > 1 else "")
