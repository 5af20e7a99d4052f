"""Where a text is set: the country it is about, and the place its story stands at, for happenings whose sentence names no place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from functools import lru_cache

from spacy.tokens import Token

from warledger.records.vocab import Vocabulary
from warledger.stages.claims import syntax
from warledger.stages.claims.draft import Draft, explain
from warledger.stages.claims.memory import Name
from warledger.stages.claims.naming import Namer
from warledger.stages.claims.where import named, where_else, where_told

#: A country told as the scene ("in X", "northern X") weighs more than one before a word of strife ("the Xish rebels"), and that
#: more than one merely named.
_SCENE = 6
_STRIFE = 4
_NAMED = 1
#: How far the first country must be ahead of the second: reports that compare wars are set in none.
_AHEAD = 1.3
_INTO = frozenset({"in", "into", "inside", "across", "throughout", "within"})
_SETTLED = ("event", "effect", "toll", "movement")
_CAPITAL = re.compile(r"[A-Z]\w+")
_WORD = re.compile(r"['’]?\w+")
_REACH = 24
_NAMED_CAPITAL = re.compile(
    r"\bcapital(?:,| of|, of| city,?| city of)? (?P<after>[A-Z]\w+)\b"
    r"|\b(?P<before>[A-Z]\w+), (?:the|its|[A-Z]\w+['’]s) capital\b"
)
_THE = frozenset({"the", "this", "that", "these", "those"})


_RUNNING, _SAME, _DATELINE, _COUNTRY = "where the story stands", "of the same sentence", "dateline", "the country the report is set in"
_INFERRED = frozenset({_RUNNING, _SAME, _DATELINE, _COUNTRY})
#: For so many sentences a report goes on telling of the place it named last.
_HOLDS = 2
#: A report shorter than this (words) tells of one place.
_BRIEF = 250


class Locale:
    """What one text says of where it is set. Mutable, one per document, told of each sentence's claims in reading order."""

    def __init__(self, country: str, happenings: Container[str], capital: str = "") -> None:
        self.capital = capital
        self._happenings = happenings
        self.country = Name(country, None, _COUNTRY) if country else None
        self._town: Name | None = None
        self._running: tuple[Name, ...] = ()
        self._since = 0
        self.tells = False
        self.brief = False

    def dateline(self, place: str, after: str) -> None:
        """A dateline: its town is where the report is set when it lies in the country the report is about ("TOWN, Country (Agency)")."""
        if self.country is not None and self.country.text.lower() in after.lower():
            self._town = Name(place, None, _DATELINE)

    def paragraph(self) -> None:
        """A paragraph begins: in a text that tells of many places what it tells may be elsewhere."""
        if self.tells:
            self._running = ()

    def saw(self, drafts: Sequence[Draft], root: Token, namer: Namer) -> None:
        """The claims of a sentence: the places of the last happening are where the story stands; without any, its where-phrases."""
        self._since += 1
        told = [d for d in drafts if d.rule.startswith(("event", "effect", "control"))]
        places = next((d.places for d in told if d.places and d.places[0].how not in _INFERRED), ()) or (
            () if told else where_told(root, namer)
        )
        if not told and any(d.rule.startswith("statement") for d in drafts):
            return  # where people met or spoke is not where the war is
        towns = [p for p in named(places) if not namer.classifier.is_country(p.text)]
        if towns:
            self._running = tuple(Name(p.text, p.span, _RUNNING) for p in towns)
            self._since = 0

    def place(self, draft: Draft, entry: Name | None, others: Sequence[Draft], namer: Namer) -> None:
        """Gives a happening without a place of its own the place of its entry, its paragraph, or its report."""
        if draft.places or not draft.rule.startswith(_SETTLED) or getattr(draft.content, "measure", "") == "places":
            return
        if entry is not None:
            draft.places = (entry,)
            draft.why["places"] = explain("head of the entry", [entry], "stands before the sentence")
        elif _is_the_war(draft):
            self._at_large(draft)
        elif (beside := _beside(draft, others)) is not None:
            draft.places = tuple(Name(n.text, n.span, _SAME) for n in beside.places)
            draft.why["places"] = explain("same sentence", draft.places, f'where "{beside.anchor.text}" took place')
        elif self.brief and (anywhere := where_else(draft.anchor, namer)):
            draft.places = tuple(anywhere)
            draft.why["places"] = explain("brief report", draft.places, "the one place of the sentence")
        elif self._running and (_definite(draft, self._happenings) or self.brief or (not self.tells and self._since < _HOLDS)):
            draft.places = self._running
            draft.why["places"] = explain("running place", self._running, "told before in the paragraph")
        else:
            self._at_large(draft, self._town)

    def _at_large(self, draft: Draft, town: Name | None = None) -> None:
        """The place the report is set in."""
        draft.places = tuple(n for n in (town or self.country,) if n is not None)
        if draft.places:
            draft.why["places"] = explain("locale", draft.places, "the sentence names no place")


def _is_the_war(draft: Draft) -> bool:
    """Whether the whole war is told of ("the war began in 2023", "the conflict has killed 40,000"), not what befell one town."""
    verb = syntax.clause_verb(draft.anchor)
    subjects = syntax.agents(verb) if verb.pos_ == "VERB" else []
    return any(t.lemma_.lower() in syntax.grammar(t).wars for t in (draft.anchor, *subjects))


def _beside(draft: Draft, others: Sequence[Draft]) -> Draft | None:
    """The claim of the sentence nearest to one that tells no place: what was done beside it was done there."""
    near = [d for d in others if d.places and d.rule.startswith(("event", "effect", "control")) and d.anchor != draft.anchor]
    return min(near, key=lambda d: abs(d.anchor.i - draft.anchor.i), default=None)


def _definite(draft: Draft, happenings: Container[str]) -> bool:
    """ "the strikes", "killed in the strikes": what was told before."""
    anchor = draft.anchor
    nouns = [anchor, *(h for prep in ("in", "during", "by") for h in syntax.obliques(anchor).get(prep, ()))]
    return any(n.pos_ == "NOUN" and n.lemma_.lower() in happenings and any(c.lower_ in _THE for c in n.lefts) for n in nouns)


def locale_of(text: str, countries: frozenset[str], vocabulary: Vocabulary) -> Locale:
    """The locale of a text: its country is the one most often named as where things are."""
    directions = _directions(vocabulary.nouns.area)
    weights: Counter[str] = Counter()
    spelling: dict[str, Counter[str]] = {}
    for start, end, name in _named(text, countries, vocabulary.demonyms):
        weights[name.lower()] += _weight(text, start, end, directions, vocabulary.nouns.strife)
        spelling.setdefault(name.lower(), Counter())[name] += 1
    ranked = weights.most_common(2)
    capital, happenings = _capital(text), vocabulary.frames.by_noun
    if not ranked or (len(ranked) > 1 and ranked[0][1] < _AHEAD * ranked[1][1]):
        return Locale("", happenings, capital)
    return Locale(min(spelling[ranked[0][0]].items(), key=lambda item: (-item[1], item[0]))[0], happenings, capital)


def _named(text: str, countries: frozenset[str], demonyms: Mapping[str, str]) -> Iterator[tuple[int, int, str]]:
    """Where a country or a nationality is named, and which country that is."""
    firsts = _by_first_word(countries)
    for word in _CAPITAL.finditer(text):
        country = demonyms.get(word[0])
        if country:
            yield word.start(), word.end(), country
            continue
        for name in firsts.get(word[0].lower(), ()):
            end = word.start() + len(name)
            if text[word.start() : end].lower() == name and not text[end : end + 1].isalnum():
                yield word.start(), end, text[word.start() : end]
                break


def _weight(text: str, start: int, end: int, directions: frozenset[str], strife: frozenset[str]) -> int:
    before = [w.lower() for w in _WORD.findall(text[max(0, start - _REACH) : start])]
    if before and before[-1] == "the":
        before.pop()
    if before and (before[-1] in _INTO or before[-1] in directions):
        return _SCENE
    after = [w.lower() for w in _WORD.findall(text[end : end + _REACH])[:3]]
    return _STRIFE if any(w in strife for w in after[:2]) or (after[:1] == ["'s"] and after[2:3] and after[2] in strife) else _NAMED


def _capital(text: str) -> str:
    """The town the text calls a capital, when it calls but one so."""
    found = {m["before"] or m["after"] for m in _NAMED_CAPITAL.finditer(text)}
    return found.pop() if len(found) == 1 else ""


@lru_cache(maxsize=4)
def _by_first_word(countries: frozenset[str]) -> dict[str, tuple[str, ...]]:
    """Countries by their first word, longest first; the shortest are also pronouns."""
    found: dict[str, list[str]] = {}
    for name in sorted((c for c in countries if len(c) > 3), key=lambda c: (-len(c), c)):
        found.setdefault(name.split()[0], []).append(name)
    return {first: tuple(names) for first, names in found.items()}


@lru_cache(maxsize=4)
def _directions(area: frozenset[str]) -> frozenset[str]:
    return frozenset({f"{a}ern" for a in area if a.endswith(("th", "st"))} | {"central"})
