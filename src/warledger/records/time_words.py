"""The words of time: which role each plays in a time expression. Knowledge only; `stages/claims/dates.py` reads with it."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

import msgspec

from warledger.records.layers import layered


class TimeRole(StrEnum):
    """The role a word plays; the value is the letter that stands for it in the patterns of `dates_shapes`."""

    MONTH = "M"
    MONTH_DUBIOUS = "m"
    WEEKDAY = "W"
    WEEKDAY_DUBIOUS = "w"
    PART = "E"
    EDGE = "e"
    SEASON = "S"
    UNIT = "U"
    COUNT = "N"
    VAGUE = "Q"
    ORDINAL = "o"
    ARTICLE = "a"
    THE = "i"
    OF = "f"
    HALF = "F"
    TO = "t"
    AND = "&"
    BETWEEN = "z"
    LAST = "L"
    RECENT = "c"
    NEXT = "X"
    FOLLOWING = "V"
    PREVIOUS = "v"
    THIS = "T"
    THAT = "H"
    SAME = "h"
    AGO = "A"
    LATER = "g"
    EARLIER = "q"
    AFTER = "k"
    BEFORE = "b"
    DAY_PART = "P"
    DAY_WORD = "Z"
    THEN = "j"
    OVERNIGHT = "G"
    RELATION = "r"


class TimeWord(msgspec.Struct, frozen=True, array_like=True):
    """One word's role, with its number (month, weekday, count, days) or the name of the unit it stands for."""

    role: TimeRole
    number: int = 0
    name: str = ""


class TimeVocabulary(msgspec.Struct, frozen=True):
    """Every time word by its lower-case spelling, and the conventions of reading.

    `relations` maps a word before a date to what it says of it ("since"); `narrative_genres` are the genres whose texts tell a
    story with a running date; `numeric_order` is `day-first`, `month-first` or `unambiguous`; `dated` are nouns that a bare
    year before them dates ("an alleged 1996 massacre"); `to_come` are words before an infinitive that is yet to be done
    ("due to meet").
    """

    lexicon: dict[str, TimeWord]
    relations: dict[str, str]
    narrative_genres: frozenset[str]
    numeric_order: str = "unambiguous"
    dated: frozenset[str] = frozenset()
    to_come: frozenset[str] = frozenset()


def parse(*texts: str) -> TimeVocabulary:
    """The vocabulary that the TOML texts (vocab/times.toml, and what is laid over it) describe.

    Raises:
        ValueError: a table names no role, a word has two roles, or the text is no TOML.
    """
    data = layered(*texts)
    relations = {str(word): str(name) for word, name in data.pop("relation", {}).items()}
    lexicon: dict[str, TimeWord] = {}
    for table, words in data.items():
        if isinstance(words, dict):
            _enter(lexicon, table, words)
    for word in relations:
        lexicon.setdefault(word, TimeWord(TimeRole.RELATION))
    genres, dated, to_come = (frozenset(data[name]) for name in ("narrative_genres", "dated", "to_come"))
    return TimeVocabulary(lexicon, relations, genres, data["numeric_order"], dated, to_come)


def _enter(lexicon: dict[str, TimeWord], table: str, words: dict[str, Any]) -> None:
    if table.upper() not in TimeRole.__members__:
        raise ValueError(f"times.toml: no role is called {table!r}; roles are {', '.join(r.name.lower() for r in TimeRole)}")
    role = TimeRole[table.upper()]
    for word, value in words.items():
        if word in lexicon:
            raise ValueError(f"times.toml: {word!r} has two roles, {lexicon[word].role.name.lower()} and {table}")
        lexicon[word] = TimeWord(role, name=value) if isinstance(value, str) else TimeWord(role, number=int(value))
