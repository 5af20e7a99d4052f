"""Place names of claims become gazetteer places, areas around them, or a reason why not.

Order-free: what the reports are set in is counted first, then each report is resolved twice, the second time with its own
clearest places as anchors. Whatever order the claims come in, the links are the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec
from msgspec.structs import replace

from warledger.base.geodesy import distance_km
from warledger.base.similarity import fold_name
from warledger.records.claim import Claim
from warledger.records.place import Place, PlaceCandidate, PlaceLink
from warledger.records.place_words import PlaceWords
from warledger.records.reason import Reason
from warledger.stages.linking.evidence import Setting, Votes
from warledger.stages.linking.fuller import FullNames
from warledger.stages.linking.gazetteer import Gazetteer
from warledger.stages.linking.lines import Line
from warledger.stages.linking.mentions import NameBook, Named, names_by_document
from warledger.stages.linking.phrases import Phrase, has_name
from warledger.stages.linking.reach import link_to
from warledger.stages.linking.score import score
from warledger.stages.linking.shapes import line_between
from warledger.stages.linking.support import doubt, resembles
from warledger.stages.linking.surroundings import Surroundings

_SHORTEST_FUZZY, _FUZZY_FIT, _FUZZY_COUNTRIES, _FUZZY_LIMIT = 5, 0.5, 4, 5
# Entries of several lists this close, of one kind and one name, are one place.
_SAME_KM = 10.0
#: Candidates kept of each name.
_KEPT = 8
_ANCHOR_KINDS = frozenset({"populated", "feature", "admin1", "admin2"})
# A town of so many people is taken for itself wherever a report names it; smaller ones are anchors only where there is nothing firmer.
_FIRM_PEOPLE = 20_000


class _Judged(msgspec.Struct, frozen=True):
    """Candidates best first, and the phrase they were found under."""

    phrase: Phrase
    candidates: tuple[PlaceCandidate, ...]
    doubt: tuple[Reason, str] | None = None


def link_places(
    claims: Iterable[Claim], gazetteer: Gazetteer, words: PlaceWords, countries: Sequence[str] = ()
) -> dict[tuple[str, str], PlaceLink]:
    """A link for every (document id, place name) of the claims. `countries` (ISO 3166 alpha-2) are those the monitor is about;
    without them the reports' own unambiguous names say where they are set."""
    names = names_by_document(claims)
    book = NameBook(gazetteer, words)
    full = FullNames(names, book)
    pile = Votes.count(book.named(name) for held in names.values() for name in held)
    monitor = frozenset(code.upper() for code in countries)
    tools = _Tools(gazetteer, words, book, full)
    answered: dict[tuple[object, ...], dict[str, PlaceLink]] = {}
    links: dict[tuple[str, str], PlaceLink] = {}
    for document, held in names.items():
        # All an answer hangs on: copies and short reports ask the same again and again.
        asked = (held, tuple(pile.rounded(book.named(name).key) for name in held), tuple(full.anywhere(name) for name in held))
        if asked not in answered:
            setting = Setting(Votes.count(map(book.named, held)), pile, monitor)
            told = {name: book.named(full.in_report(document, name) or name) for name in held}
            answered[asked] = _Resolver(document, told, setting, tools).links()
        links.update(((document, name), replace(link, document=document)) for name, link in answered[asked].items())
    return links


class _Tools(msgspec.Struct, frozen=True):
    """What all documents are resolved with."""

    gazetteer: Gazetteer
    words: PlaceWords
    book: NameBook
    full: FullNames


class _Resolver:
    """One document's names."""

    def __init__(self, document: str, names: dict[str, Named], setting: Setting, tools: _Tools) -> None:
        self._document = document
        self._names = names
        self._setting = setting
        self._full = tools.full
        self._book = tools.book
        self._gazetteer = tools.gazetteer
        self._words = tools.words
        self._anchors: dict[str, Place] = {}

    def links(self) -> dict[str, PlaceLink]:
        self._anchors = self._found_anchors()
        return {name: self._linked(name, named) for name, named in self._names.items()}

    def _found_anchors(self) -> dict[str, Place]:
        """Folded name -> the place it clearly is: divisions, towns of some size and names with their container beside them; where there
        is none of these, all that are not in doubt."""
        clear: dict[str, Place] = {}
        firm: dict[str, Place] = {}
        for named in self._names.values():
            judged = self._exact(named)
            if judged is None or judged.doubt or judged.candidates[0].place.kind not in _ANCHOR_KINDS:
                continue
            best = judged.candidates[0].place
            clear[named.key] = best
            if best.kind == "admin1" or best.source == "monitor" or best.population >= _FIRM_PEOPLE or self._book.holders(judged.phrase):
                firm[named.key] = best
        return firm or clear

    def _linked(self, name: str, named: Named) -> PlaceLink:
        """The link; of a name that has no place by itself, that of its full form in other reports."""
        link = self._link(name, named)
        full = self._full.anywhere(name) if link.place is None else None
        if full is None:
            return link
        other = self._link(name, self._book.named(full))
        return replace(other, why=f'"{full}" in another report; {other.why}') if other.place else link

    def _link(self, name: str, named: Named) -> PlaceLink:
        if named.line is not None:
            return self._between(name, named.line)
        if named.phrase is None:
            return PlaceLink(self._document, name, reason=Reason.NOT_A_NAME, why="a description without a name of its own")
        judged = self._exact(named)
        if judged is None or judged.phrase.missed or (judged.doubt and judged.doubt[0] is Reason.ELSEWHERE):
            alike = self._fuzzy(named)
            judged = alike if judged is None or (alike and not alike.doubt) else judged
        if judged is None:
            told = f"no place called {named.readings[0].name} is listed"
            return PlaceLink(self._document, name, reason=Reason.NOT_IN_GAZETTEER, why=told)
        if judged.doubt:
            container = self._book.container(named)
            coarser = self._exact(container) if container else None
            if coarser is not None and not coarser.doubt:
                return self._taken(name, coarser)
            reason, why = judged.doubt
            return PlaceLink(self._document, name, reason=reason, why=why, candidates=judged.candidates[:_KEPT])
        return self._taken(name, judged)

    def _taken(self, name: str, judged: _Judged) -> PlaceLink:
        candidates = _one_entry(judged.candidates)
        around = self._gazetteer.around(candidates[0].place)
        return link_to(self._document, name, judged.phrase, candidates[:_KEPT], self._words, around)

    def _between(self, name: str, line: Line) -> PlaceLink:
        """The line or strip between two places; near the one that is known where the other is not."""
        first, second = (self._link(end, self._book.named(end)) for end in (line.first, line.second))
        if first.place is None or second.place is None:
            known = first if second.place is None else second
            part = f"{line.word} {known.part}".strip()
            return replace(known, name=name, precision=max(known.precision, 5), area=known.place is not None, part=part, shape=None)
        if "country" in (first.place.kind, second.place.kind):
            one, other = sorted((first.place, second.place), key=lambda p: p.id)
            return replace(first, name=name, place=one, precision=5, area=True, part=f"{line.word} {fold_name(other.name)}", shape=None)
        place, precision, strip = line_between(first.place, second.place, line.word, self._words)
        within = {kind: held for kind, held in first.within.items() if second.within.get(kind) == held}
        why = f"{line.word} between {first.place.name} ({first.why}) and {second.place.name} ({second.why})"
        found = tuple(PlaceCandidate(end.place, end.score, end.why) for end in (first, second) if end.place)
        both = min(first.score, second.score)
        return PlaceLink(self._document, name, place, precision, both, why, True, candidates=found, shape=strip, within=within)

    def _exact(self, named: Named) -> _Judged | None:
        if named.phrase is None or named.line is not None or not named.places:
            return None
        around = self._surroundings(named.key, named.phrase, named.places)
        ranked = _ranked(score(named.phrase.name, place, around) for place in named.places)
        return _Judged(named.phrase, ranked, doubt(named.phrase.name, ranked, around))

    def _fuzzy(self, named: Named) -> _Judged | None:
        """The places whose names resemble, in countries that fit; in doubt unless there is more than the resemblance to say for them."""
        likely = self._setting.likely(named.key, _FUZZY_FIT, _FUZZY_COUNTRIES)
        alike: _Judged | None = None
        for phrase in _worth_a_search(named.readings) if likely else ():
            if phrase.missed and named.places:
                break  # what it lies in is known: no need to look for its likes
            found = dict(self._gazetteer.similar(phrase.name, likely, _FUZZY_LIMIT))
            places = self._book.kept(phrase, tuple(found))
            around = self._surroundings(named.key, phrase, places)
            kept = [place for place in places if resembles(phrase.name, place, found[place], around)]
            if kept:
                ranked = _ranked(score(phrase.name, place, around, min(found[place], 99.0)) for place in kept)
                return _Judged(phrase, ranked, doubt(phrase.name, ranked, around))
            if places and alike is None:
                ranked = _ranked(score(phrase.name, place, around, min(found[place], 99.0)) for place in places)
                alike = _Judged(phrase, ranked, (Reason.NOT_IN_GAZETTEER, f"no place called {phrase.name} is listed; others resemble it"))
        return alike

    def _surroundings(self, key: str, phrase: Phrase, rivals: Sequence[Place]) -> Surroundings:
        fits = {country: self._setting.fit(country, key) for country in {p.country for p in rivals}}
        anchors = [self._anchors[k] for k in sorted(self._anchors) if k != key]
        common = not self._gazetteer.is_place(phrase.name)
        held = self._book.holders(phrase)
        return Surroundings(fits, anchors, rivals, bool(held), bool(phrase.within) and not held, common, phrase.thing)


def _worth_a_search(readings: Sequence[Phrase]) -> tuple[Phrase, ...]:
    """The whole phrase and, of each name in it, the reading without any other words: searching for the likes of a name is slow."""
    ends = (
        phrase
        for phrase, after in zip(readings, (*readings[1:], None), strict=True)
        if phrase is readings[0] or after is None or (after.within, after.missed) != (phrase.within, phrase.missed)
    )
    return tuple(phrase for phrase in ends if len(phrase.name) >= _SHORTEST_FUZZY and has_name(phrase.name))


def _ranked(candidates: Iterable[PlaceCandidate]) -> tuple[PlaceCandidate, ...]:
    return tuple(sorted(candidates, key=lambda c: (-c.score, c.place.id)))


def _one_entry(ranked: Sequence[PlaceCandidate]) -> tuple[PlaceCandidate, ...]:
    """The candidates with the best one's fullest entry first: where two lists have a place, every spelling links to one of them."""
    best = ranked[0].place
    same = [c for c in ranked if (c.place.country, c.place.kind) == (best.country, best.kind) and _is_one(c.place, best)]
    chosen = min(same, key=lambda c: (-c.place.population, c.place.id))
    return (chosen, *(c for c in ranked if c is not chosen))


def _is_one(place: Place, other: Place) -> bool:
    return distance_km(place.lat, place.lon, other.lat, other.lon) <= _SAME_KM
