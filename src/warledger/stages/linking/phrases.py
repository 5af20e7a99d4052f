"""What a place phrase says besides the name in it: "20 km south of X", "X countryside", "the outskirts of X", "X's airport".

A phrase is read from the outside in: whatever stands around the name is taken off and kept as the reach it gives the name,
so that an area is never passed off as the point its name has in the gazetteer.
"""

from __future__ import annotations

import re
from collections.abc import Container

import msgspec

from warledger.records.place_words import PlaceWords

_NEAR, _FAR = 2, 4
_DETERMINERS = frozenset(["the", "a", "an", "its", "their", "his", "this", "that", "several", "some"])
_DISTANCE = re.compile(
    r"^(?:(?:about|around|some|roughly|nearly|just|approximately|at least|more than|less than)\s+)?"
    r"(?P<number>\d[\d.,]*)[\s-]*(?P<unit>[a-z]+)\s*(?:\([^)]*\)\s*)?(?:to the\s+)?(?:[a-z-]+\s+)??(?:of|from|outside|off|away from)\s+",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"^(?P<owner>.+?)(?:'s|(?<=s)')\s+(?P<owned>.+)$")
_ADJECTIVE = re.compile(r"^\w+(?:[-–]\w+)*[-–][a-z]+$")
_QUOTES = str.maketrans({"’": "'", "ʼ": "'", "“": "", "”": "", '"': "", "«": "", "»": ""})
_LONGEST = 5  # words in the longest phrase of the vocabulary


class Phrase(msgspec.Struct, frozen=True):
    """`name` is what to look up. `reach` is the UCDP `where_prec` the other words give it (1: none do), `division` 3 or 4 when
    they make it an administrative division, `directed` when they take a part of it, `words` those words, outermost first."""

    name: str
    reach: int = 1
    division: int = 0
    directed: bool = False
    words: tuple[str, ...] = ()

    @property
    def area(self) -> bool:
        """Whether the phrase means something around, in or beside what the name names."""
        return self.reach > 1 or self.directed


def has_name(text: str) -> bool:
    """Whether a word of the text is written as a name; an adjective such as "rebel-held" or "Xish-backed" is not."""
    return any(any(c.isupper() for c in word) and not _ADJECTIVE.match(word) for word in text.split())


class PhraseReader:
    """Reads place phrases with one vocabulary; each phrase once."""

    def __init__(self, words: PlaceWords) -> None:
        self._words = words
        self._read: dict[str, tuple[Phrase, ...]] = {}
        self._after = {**words.after, **dict.fromkeys(words.itself, 1)}
        inside = "|".join(sorted(map(re.escape, words.inside), key=lambda w: (-len(w), w)))
        self._inside = re.compile(rf"^(?P<head>.+?)\s(?P<word>{inside})\s+(?P<rest>.+)$") if inside else None

    def read(self, text: str) -> tuple[Phrase, ...]:
        """The readings of the phrase, likeliest first: the whole as a name, then ever less of it. Empty when no part is a name."""
        if text not in self._read:
            self._read[text] = self._readings(" ".join(text.translate(_QUOTES).split()))
        return self._read[text]

    def _readings(self, text: str) -> tuple[Phrase, ...]:
        if any(f" {word} " in f" {text.lower()} " for word in self._words.elsewhere):
            return ()
        head, comma, rest = text.partition(", ")
        if not comma:
            return self._lesser(Phrase(text))
        return (*self._lesser(Phrase(head)), *self._lesser(Phrase(rest, _FAR, words=(f"{head},",))))  # "X district, Y province"

    def _lesser(self, whole: Phrase) -> tuple[Phrase, ...]:
        readings = []
        phrase: Phrase | None = whole
        while phrase is not None:
            readings.append(phrase)
            phrase = self._less(phrase)
        return tuple(p for p in dict.fromkeys(readings) if has_name(p.name))

    def _less(self, phrase: Phrase) -> Phrase | None:
        """The phrase with its outermost words taken off, or `None` when only the name is left."""
        steps = (self._distance, self._article, self._leading, self._possessive, self._trailing, self._contained)
        return next((less for step in steps if (less := step(phrase)) is not None), None)

    def _distance(self, phrase: Phrase) -> Phrase | None:
        match = _DISTANCE.match(phrase.name)
        unit = self._words.units.get(match["unit"].lower()) if match else None
        if match is None or unit is None:
            return None
        number = float(match["number"].replace(",", "").rstrip(".") or 0) if match["number"].count(".") < 2 else 0.0
        reach = _NEAR if number * unit <= self._words.near_km else _FAR
        return _taken(phrase, phrase.name[match.end() :], match[0].strip(), reach)

    def _article(self, phrase: Phrase) -> Phrase | None:
        first, _, rest = phrase.name.partition(" ")
        return _taken(phrase, rest, "", 1) if rest and first.lower() in _DETERMINERS and not first.isupper() else None

    def _leading(self, phrase: Phrase) -> Phrase | None:
        tokens = phrase.name.split()
        words = self._words
        for size in range(min(_LONGEST, len(tokens) - 1), 0, -1):
            lead, rest = " ".join(tokens[:size]).lower(), " ".join(tokens[size:])
            if lead in words.before:
                return _taken(phrase, rest, lead, words.before[lead], words.divisions.get(lead, 0))
            if lead in words.directions:
                return _taken(phrase, rest, lead, 1, directed=True)
            if lead in words.itself or (lead in words.after and tokens[size - 1].islower() and tokens[size] not in words.inside):
                return _taken(phrase, rest, lead, self._after.get(lead, 1), words.divisions.get(lead, 0))
        return None

    def _possessive(self, phrase: Phrase) -> Phrase | None:
        match = _POSSESSIVE.match(phrase.name)
        if match is None:
            return None
        tokens = match["owned"].lower().split()
        last = _longest_end(tokens, self._after)
        directed = any(token in self._words.directions for token in tokens)
        return _taken(phrase, match["owner"], f"'s {match['owned']}", max(_NEAR, self._after.get(last, 1)), directed=directed)

    def _trailing(self, phrase: Phrase) -> Phrase | None:
        tokens = phrase.name.split()
        last = _longest_end([t.lower() for t in tokens[1:]], self._after)
        if last:
            rest = " ".join(tokens[: -len(last.split())])
            return _taken(phrase, rest, last, self._after[last], self._words.divisions.get(last, 0))
        if len(tokens) > 1 and tokens[-1] in self._words.directions:
            return _taken(phrase, " ".join(tokens[:-1]), tokens[-1], 1, directed=True)
        return None

    def _contained(self, phrase: Phrase) -> Phrase | None:
        match = self._inside.match(phrase.name) if self._inside else None
        if match is None:
            return None
        before = f"{match['head'].split()[-1]} {match['word']}".lower()
        reach = max(_NEAR, self._words.before.get(before, _NEAR))
        return _taken(phrase, match["rest"], f"{match['head']} {match['word']}", reach)


def _longest_end(tokens: list[str], phrases: Container[str]) -> str:
    for size in range(min(_LONGEST, len(tokens)), 0, -1):
        end = " ".join(tokens[-size:])
        if end in phrases:
            return end
    return ""


def _taken(phrase: Phrase, name: str, words: str, reach: int, division: int = 0, *, directed: bool = False) -> Phrase:
    """The phrase without `words`. A division once found stays with what it names; nearness to a division is no division."""
    inner = division or phrase.division
    said = (*phrase.words, words) if words else phrase.words
    return Phrase(name.strip(" ,"), max(phrase.reach, reach), inner, phrase.directed or directed, said)
