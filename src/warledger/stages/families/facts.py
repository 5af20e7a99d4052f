"""The names and numbers of a text, folded so that two houses' spellings of them meet."""

from __future__ import annotations

import re
from functools import lru_cache

from warledger.base.similarity import fold_name
from warledger.base.stamps import MONTH_NAMES

#: The first letters of any month.
MONTHS = "|".join(name[:3].lower() for name in MONTH_NAMES)
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_WRITTEN = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NAME = re.compile(r"(?<=[\w,;:–—\"“”(-] )[\"“(]?[A-Z][\w’'-]+")
_FACT = re.compile(rf"{_NAME.pattern}|{_NUMBER.pattern}|\b(?:{'|'.join(_WRITTEN)})\b")
_DAY = re.compile(rf"\b(?:({MONTHS})[a-z]*\.? (\d{{1,2}})|(\d{{1,2}}) ({MONTHS})[a-z]*)\b", re.IGNORECASE)
#: Letters that transliterations take for one another, and those they leave out.
_SOUNDS = str.maketrans({"q": "k", "g": "k", "c": "k", "w": "v", "f": "v", "z": "s", "j": "d", **dict.fromkeys("aeiouhy' -", "")})


def facts_in(text: str) -> tuple[str, ...]:
    """The distinct names and numbers of a text, by their first mention. Names that open a sentence are not told from other words."""
    return tuple(dict.fromkeys(_fact(match) for match in _FACT.findall(text)))


def numbers_in(text: str) -> frozenset[str]:
    """The figures in it, without separators."""
    return frozenset(re.sub(r"\D", "", match) for match in _NUMBER.findall(text))


def names_in(text: str) -> frozenset[str]:
    """Its capitalised words but those that open a sentence, as they sound."""
    return frozenset(map(_sound, _NAME.findall(text)))


def days_in(text: str) -> frozenset[tuple[str, int]]:
    """The days of the year it names: (month's first three letters, day)."""
    return frozenset(((a or d).lower(), int(b or c)) for a, b, c, d in _DAY.findall(text))


def _fact(words: str) -> str:
    if words in _WRITTEN:
        return str(_WRITTEN.index(words) + 2)
    return re.sub(r"\D", "", words) if words[0].isdigit() else _sound(words)


@lru_cache(maxsize=65536)
def _sound(name: str) -> str:
    """The first letter and the consonants of a name, those alike in sound as one and none twice: "Qadirov" and "Kadyrow" are one."""
    folded = fold_name(re.sub(r"['’]s?$", "", name.lstrip('"“(')))
    sounds = (folded[:1].translate(_SOUNDS) or folded[:1]) + folded[1:].translate(_SOUNDS)
    return re.sub(r"(.)\1+", r"\1", sounds)
