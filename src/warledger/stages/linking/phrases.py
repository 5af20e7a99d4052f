"""What a place phrase says besides the name in it: "20 km south of X", "X countryside", "the outskirts of X", "X's airport".

A phrase is read from the outside in: whatever stands around the name is taken off and kept as the reach it gives the name,
so that an area is never passed off as the point its name has in the gazetteer. Where two names stand in a phrase ("X in Y", "X, Y
province") the first is read first, as lying in the second, and the second alone after it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import msgspec
from msgspec.structs import replace

from warledger.base.similarity import fold_name
from warledger.records.place_words import PlaceWords
from warledger.stages.linking.winds import Winds

_PART, _NEAR, _FAR = 1, 2, 4
_DETERMINERS = frozenset(["the", "a", "an", "its", "their", "his", "this", "that", "several", "some"])
_DISTANCE = re.compile(
    r"^(?:(?:about|around|some|roughly|nearly|just|approximately|at least|more than|less than)\s+)?"
    r"(?P<number>\d[\d.,]*)[\s-]*(?P<unit>[a-z]+)\s*(?:\([^)]*\)\s*)?(?:to the\s+)?(?:(?P<wind>[a-z-]+)\s+)??"
    r"(?:of|from|outside|off|away from)\s+",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"^(?P<owner>.+?)(?:'s|(?<=s)')\s+(?P<owned>.+)$")
_ADJECTIVE = re.compile(r"^\w+(?:[-–]\w+)*[-–][a-z]+$")
_QUOTES = str.maketrans({"’": "'", "ʼ": "'", "‘": "'", "“": "", "”": "", '"': "", "«": "", "»": ""})
_LONGEST = 5  # words in the longest phrase of the vocabulary


class Hold(msgspec.Struct, frozen=True):
    """A phrase that names what the place lies in, or only beside (`beside`)."""

    name: str
    beside: bool = False


class Phrase(msgspec.Struct, frozen=True):
    """`name` is what to look up. The rest is what the words around it say:

    `reach` is the UCDP `where_prec` they give it (1: none do, or it is a part of it), `division` 3 or 4 when they make it an
    administrative division (5: if one is so named), `directed` when they take a side of it, `settled` when they call it a town and
    `largest` how many people such a town can have (0: any number), `thing` when they name something that may only be called after it,
    `words` those words, outermost first, `parts` the same in one spelling, without those that leave the place as it is; `ring` how
    far around the point it lies (km from and to), `filled` when that is an area and not only where to look, and `bearing` in which
    direction (degrees). `within` is what it lies in, nearest first, and `missed` a name in front of this one that this reading
    leaves out, `coarse` when that may as well lie in the division as in the town of this name."""

    name: str
    reach: int = _PART
    division: int = 0
    directed: bool = False
    words: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    ring: tuple[float, float] | None = None
    filled: bool = False
    bearing: float | None = None
    settled: bool = False
    largest: int = 0
    thing: bool = False
    coarse: bool = False
    within: tuple[Hold, ...] = ()
    missed: str = ""

    @property
    def part(self) -> str:
        """What of or around the named place is meant, in one spelling; "" is the place itself."""
        return " ".join(part for part in (fold_name(self.missed), *self.parts) if part)


def has_name(text: str) -> bool:
    """Whether a word of the text is written as a name; an adjective such as "rebel-held" or "Xish-backed" is not."""
    return any(any(c.isupper() for c in word) and not _ADJECTIVE.match(word) for word in text.split())


def tidy(text: str) -> str:
    """One kind of quotation marks and blanks."""
    return " ".join(text.translate(_QUOTES).split())


class PhraseReader:
    """Reads place phrases with one vocabulary; each phrase once."""

    def __init__(self, words: PlaceWords) -> None:
        self._words = words
        self._winds = Winds(words.bearings)
        self._read: dict[str, tuple[Phrase, ...]] = {}
        self._generic = {token for phrase in (*words.after, *words.before, *words.itself, *words.directions) for token in phrase.split()}
        self._demonyms = {word.lower() for word in words.demonyms}
        between = sorted(words.inside | words.beside | words.away, key=lambda w: (-len(w), w))
        joined = "|".join(map(re.escape, between))
        self._between = re.compile(rf"^(?P<head>.+?)\s(?P<word>{joined})\s+(?P<rest>.+)$") if between else None
        self._steps: tuple[Callable[[Phrase], Phrase | None], ...] = (
            self._distance, self._article, self._described, self._leading, self._possessive, self._trailing, self._contained,
        )  # fmt: skip

    def read(self, text: str) -> tuple[Phrase, ...]:
        """The readings of the phrase, likeliest first: the whole as a name, then ever less of it. Empty when no part is a name."""
        if text not in self._read:
            self._read[text] = self._readings(tidy(text))
        return self._read[text]

    def _readings(self, text: str) -> tuple[Phrase, ...]:
        if any(f" {word} " in f" {text.lower()} " for word in self._words.elsewhere):
            return ()
        return tuple(phrase for phrase in dict.fromkeys(self._lesser(Phrase(text))) if has_name(phrase.name))

    def _lesser(self, phrase: Phrase) -> Iterator[Phrase]:
        """The phrase, then with ever fewer words; of two names the first with all its readings before the second."""
        head, comma, rest = phrase.name.partition(", ")
        if comma:
            yield from self._both(phrase, head, rest, beside=False)
            return
        yield phrase
        for first, second, word in self._named_halves(phrase.name):
            if word in self._words.away:
                yield from self._lesser(replace(phrase, name=first))
                return
            yield from self._both(phrase, first, second, beside=word in self._words.beside)
            return
        less = next((less for step in self._steps if (less := step(phrase)) is not None), None)
        if less is not None:
            yield from self._lesser(less)

    def _both(self, phrase: Phrase, first: str, second: str, *, beside: bool) -> Iterator[Phrase]:
        if has_name(first):
            yield from self._lesser(replace(phrase, name=first, within=(Hold(second, beside), *phrase.within)))
        said, reach = (*phrase.words, f"{first},"), _NEAR if beside else self._outside(first)
        missed = " ".join(part for part in (phrase.missed, first) if part) if has_name(first) else phrase.missed
        coarse = bool(missed) and not beside and self._end(first.split()[1:]) not in self._words.after
        yield from self._lesser(replace(phrase, name=second, reach=max(phrase.reach, reach), words=said, missed=missed, coarse=coarse))

    def _outside(self, head: str) -> int:
        """The reach of something told of in a town: 1, unless its kind lies outside towns as a rule, or is itself a village."""
        kind = self._end(head.split()[1:])
        if kind in self._words.itself:
            return _NEAR
        reach = self._words.after.get(kind, _PART)
        return _PART if kind in self._words.divisions else reach

    def _named_halves(self, text: str) -> Iterator[tuple[str, str, str]]:
        """The two names of "X in Y" or "Y's X", and the word between them; nothing when only one of them is a name."""
        match = self._between.match(text) if self._between else None
        if match and self._is_named(match["head"]) and has_name(match["rest"]):
            yield match["head"], match["rest"], match["word"]
        elif match is None and (owned := _POSSESSIVE.match(text)) and self._is_named(owned["owned"]) and has_name(owned["owner"]):
            yield owned["owned"], owned["owner"], "'s"

    def _is_named(self, text: str) -> bool:
        """Whether it has a name of its own: a capital on a word that is neither a kind of place nor a people's."""
        return any(
            has_name(word) and not {word.lower(), word.lower().removesuffix("'s")} & (self._generic | self._demonyms)
            for word in text.split()
        )

    def _distance(self, phrase: Phrase) -> Phrase | None:
        match = _DISTANCE.match(phrase.name)
        unit = self._words.units.get(match["unit"].lower()) if match else None
        if match is None or unit is None or match["number"].count(".") > 1:
            return None
        km = float(match["number"].replace(",", "").rstrip(".") or 0) * unit
        wind, slack = self._winds.named(match["wind"] or ""), max(self._words.least_km, self._words.tolerance * km)
        less = _taken(phrase, phrase.name[match.end() :], match[0].strip(), " ".join(filter(None, (f"{km:.4g} km", wind))))
        return replace(
            less,
            reach=max(less.reach, _NEAR if km <= self._words.near_km else _FAR),
            ring=(max(0.0, km - slack), km + slack),
            bearing=self._winds.degrees(wind),
        )

    def _article(self, phrase: Phrase) -> Phrase | None:
        first, _, rest = phrase.name.partition(" ")
        plain = first.lower() in _DETERMINERS or (first.lower() in self._words.leads and not phrase.words)
        return _taken(phrase, rest, "") if rest and plain and not first.isupper() else None

    def _described(self, phrase: Phrase) -> Phrase | None:
        """Without "rebel-held", and without the adjectives of "the western Xish city of Y": they describe Y, and do not divide it."""
        tokens = phrase.name.split()
        if len(tokens) > 1 and tokens[0].rpartition("-")[2] in self._words.adjectives:
            return _taken(phrase, " ".join(tokens[1:]), tokens[0])
        for at in range(1, len(tokens) - 1):
            if not (tokens[at - 1].islower() or tokens[at - 1].lower() in self._demonyms) or tokens[at - 1] in self._words.inside:
                return None
            lead = self._start(tokens[at:])
            if lead in self._words.itself and lead.endswith(" of"):
                rest = tokens[at + len(lead.split()) :]
                return self._settled(phrase, " ".join(rest), " ".join(tokens[: at + len(lead.split())]), lead)
        return None

    def _leading(self, phrase: Phrase) -> Phrase | None:
        tokens, words = phrase.name.split(), self._words
        lead = self._start(tokens)
        if not lead:
            return None
        rest, last = tokens[len(lead.split()) :], tokens[len(lead.split()) - 1]
        name, joined = " ".join(rest), rest[0] in words.inside | words.beside | words.away
        if lead in words.before:
            return self._reached(phrase, name, lead, words.before[lead])
        if lead in words.directions:
            return None if name.lower() in words.divisions else self._sided(phrase, name, lead)  # "Northern State" is a name
        if joined:
            return None
        if lead in words.itself:
            return self._settled(phrase, name, lead, lead)
        return self._reached(phrase, name, lead, words.after[lead]) if last.islower() else None

    def _possessive(self, phrase: Phrase) -> Phrase | None:
        match = _POSSESSIVE.match(phrase.name)
        if match is None:
            return None
        tokens = match["owned"].split()
        last = self._end(tokens)
        rest = tokens[: len(tokens) - len(last.split())]
        wind = next((token for token in rest or tokens if token.lower() in self._words.directions), "")
        said = f"'s {match['owned']}"
        less = self._reached(phrase, match["owner"], last, self._words.after.get(last, _PART), said) if last else phrase
        less = replace(less, name=match["owner"].strip(" ,"), words=(*phrase.words, said))
        if wind:
            less = self._sided(less, less.name, wind.lower(), "")
        other = [fold_name(token) for token in rest if token != wind]
        return replace(less, parts=(*less.parts, *other)) if other else less

    def _trailing(self, phrase: Phrase) -> Phrase | None:
        tokens = phrase.name.split()
        last = self._end(tokens[1:])
        if last:
            name = " ".join(tokens[: -len(last.split())])
            if last in self._words.itself:
                return self._settled(phrase, name, last, last)
            less = self._reached(phrase, name, last, self._words.after[last])
            kept = last in self._words.rings or last in self._words.divisions or self._words.same.get(last) == "near"
            return less if kept or less.reach > _NEAR else replace(less, thing=True)
        if len(tokens) > 1 and tokens[-1] in self._words.directions:
            return self._sided(phrase, " ".join(tokens[:-1]), tokens[-1])
        return None

    def _contained(self, phrase: Phrase) -> Phrase | None:
        """ "the embassy in X": a description in front, no name."""
        match = self._between.match(phrase.name) if self._between else None
        if match is None:
            return None
        before = f"{match['head'].split()[-1]} {match['word']}".lower()
        beside = match["word"] if match["word"] in self._words.beside else before if before in self._words.before else ""
        reach = self._words.before.get(beside, _NEAR if match["word"] in self._words.away else self._outside("- " + match["head"]))
        head = match["head"].removesuffix(beside.rpartition(" ")[0]).strip() if beside == before else match["head"]
        parts = (self._in_one_spelling(head), self._words.same.get(beside, beside))
        wind = self._winds.degrees(self._winds.named(beside))
        less = _taken(phrase, match["rest"], f"{match['head']} {match['word']}", *parts)
        return replace(less, reach=max(less.reach, reach), ring=less.ring or self._words.rings.get(beside), bearing=less.bearing or wind)

    def _settled(self, phrase: Phrase, name: str, said: str, word: str) -> Phrase:
        return replace(_taken(phrase, name, said), settled=True, largest=self._words.sizes.get(word, phrase.largest))

    def _reached(self, phrase: Phrase, name: str, word: str, reach: int, said: str = "") -> Phrase:
        """Without a word of the vocabulary that gives a reach. A division once found stays with what it names."""
        words, division = self._words, self._words.divisions.get(word, 0)
        part = "" if division in (3, 4) else words.same.get(word, word)
        less = _taken(phrase, name, said or word, part)
        wind = self._winds.degrees(self._winds.named(word))
        return replace(
            less,
            reach=max(phrase.reach, reach),
            division=division or phrase.division,
            ring=phrase.ring or words.rings.get(word),
            filled=phrase.filled or (word in words.rings and phrase.ring is None),
            bearing=phrase.bearing if phrase.bearing is not None else wind,
        )

    def _sided(self, phrase: Phrase, name: str, word: str, said: str | None = None) -> Phrase:
        """Without a direction: a side of what is named, or the side on which an area around it lies."""
        wind = self._winds.named(word)
        less = _taken(phrase, name, word if said is None else said, wind or self._words.same.get(word, word))
        degrees = phrase.bearing if phrase.bearing is not None else self._winds.degrees(wind)
        ring = self._words.rings.get(self._words.same.get(word, ""))
        return replace(less, directed=True, bearing=degrees, ring=phrase.ring or ring, filled=phrase.filled or ring is not None)

    def _start(self, tokens: list[str]) -> str:
        """The longest phrase of the vocabulary the tokens begin with, something being left after it."""
        words = self._words
        for size in range(min(_LONGEST, len(tokens) - 1), 0, -1):
            lead = " ".join(tokens[:size]).lower()
            if lead in words.before or lead in words.directions or lead in words.itself or lead in words.after:
                return lead
        return ""

    def _end(self, tokens: list[str]) -> str:
        """The longest phrase of the vocabulary the tokens end with."""
        for size in range(min(_LONGEST, len(tokens)), 0, -1):
            end = " ".join(tokens[-size:]).lower()
            if end in self._words.after or end in self._words.itself:
                return end
        return ""

    def _in_one_spelling(self, head: str) -> str:
        tokens = [token for token in head.split() if token.lower() not in _DETERMINERS]
        end = self._end(tokens)
        rest = fold_name(" ".join(tokens[: len(tokens) - len(end.split())]))
        return " ".join(part for part in (rest, self._words.same.get(end, end)) if part)


def _taken(phrase: Phrase, name: str, said: str, *parts: str) -> Phrase:
    """The phrase without the words `said`."""
    words = (*phrase.words, said) if said else phrase.words
    return replace(phrase, name=name.strip(" ,"), words=words, parts=(*phrase.parts, *(part for part in parts if part)))
