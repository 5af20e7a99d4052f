"""Place names of claims become gazetteer places, areas around them, or a reason why not.

Order-free: what the reports are set in is counted first, then each report is resolved twice, the second time with its own
clearest places as anchors. Whatever order the claims come in, the links are the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from warledger.base.similarity import consonants, fold_name
from warledger.records.claim import Claim
from warledger.records.place import Place, PlaceCandidate, PlaceLink
from warledger.records.place_words import PlaceWords
from warledger.records.reason import Reason
from warledger.stages.linking.evidence import Setting, Votes
from warledger.stages.linking.gazetteer import Gazetteer
from warledger.stages.linking.mentions import NameBook, Named, names_by_document
from warledger.stages.linking.phrases import Phrase, PhraseReader, has_name
from warledger.stages.linking.reach import link_to
from warledger.stages.linking.score import Surroundings, bears, distance_km, nearness, score

# Below this a reading is no more than a coincidence of names.
_ACCEPTED = 0.46
# A country fits when other names speak for it, clearly so for a place's lesser-known name; next to the report's places a faint
# voice is enough. A bearer without either must be a country, a water, or a city people abroad know: by its own name, or by any
# if it is a metropolis.
_FITS, _FITS_CLEARLY, _FAINT, _NEXT_TO, _CITY, _METROPOLIS = 0.1, 0.3, 0.02, 0.5, 100_000, 1_000_000
# Two readings this close are two readings; within a country they must also lie apart.
_MARGIN_ABROAD, _MARGIN_INLAND, _APART_KM = 0.05, 0.015, 50.0
# Resembling names: measured on 30 names, wrong ones score 86-89 and right ones 89-97, so that neither bound decides alone.
_SHORTEST_FUZZY, _RESEMBLING, _RESEMBLING_CLOSELY, _NEAR_ENOUGH = 5, 88.0, 93.0, 0.6
_FUZZY_FIT, _FUZZY_COUNTRIES, _FUZZY_LIMIT = 0.5, 4, 5
# Entries of several lists this close, of one kind and one name, are one place.
_SAME_KM = 10.0
_SHOWN = 3
_ANCHOR_KINDS = frozenset({"populated", "feature", "admin1", "admin2"})


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
    book = NameBook(gazetteer, PhraseReader(words))
    pile = Votes.count(book.named(name) for held in names.values() for name in held)
    monitor = frozenset(code.upper() for code in countries)
    links: dict[tuple[str, str], PlaceLink] = {}
    for document, held in names.items():
        setting = Setting(Votes.count(map(book.named, held)), pile, monitor)
        resolver = _Resolver(document, {name: book.named(name) for name in held}, setting, gazetteer, words)
        links.update(((document, name), link) for name, link in resolver.links().items())
    return links


class _Resolver:
    """One document's names."""

    def __init__(self, document: str, names: dict[str, Named], setting: Setting, gazetteer: Gazetteer, words: PlaceWords) -> None:
        self._document = document
        self._names = names
        self._setting = setting
        self._gazetteer = gazetteer
        self._words = words
        self._anchors: dict[str, Place] = {}

    def links(self) -> dict[str, PlaceLink]:
        anchors: dict[str, Place] = {}
        for named in self._names.values():
            judged = self._exact(named)
            if judged and not judged.doubt and judged.candidates[0].place.kind in _ANCHOR_KINDS:
                anchors[named.key] = judged.candidates[0].place
        self._anchors = anchors
        return {name: self._link(name, named) for name, named in self._names.items()}

    def _link(self, name: str, named: Named) -> PlaceLink:
        if named.phrase is None:
            return PlaceLink(self._document, name, reason=Reason.NOT_A_NAME, why="a description without a name of its own")
        judged = self._exact(named)
        if judged is None or (judged.doubt and judged.doubt[0] is Reason.NOT_IN_GAZETTEER):
            judged = self._fuzzy(named) or judged
        if judged is None:
            return PlaceLink(self._document, name, reason=Reason.NOT_IN_GAZETTEER, why=f"no place called {name} is listed")
        if judged.doubt:
            reason, why = judged.doubt
            return PlaceLink(self._document, name, reason=reason, why=why, candidates=judged.candidates[:_SHOWN])
        return link_to(self._document, name, judged.phrase, _one_entry(judged.candidates)[:_SHOWN], self._words)

    def _exact(self, named: Named) -> _Judged | None:
        if named.phrase is None or not named.places:
            return None
        around = self._surroundings(named.key, named.places)
        ranked = _ranked(score(named.phrase.name, place, around) for place in named.places)
        return _Judged(named.phrase, ranked, _doubt(named.phrase.name, ranked, around))

    def _fuzzy(self, named: Named) -> _Judged | None:
        """The places whose names resemble, in countries that fit, and only with more than the resemblance to say for them."""
        likely = self._setting.likely(named.key, _FUZZY_FIT, _FUZZY_COUNTRIES)
        for phrase in named.readings:
            if len(phrase.name) < _SHORTEST_FUZZY or not likely or not has_name(phrase.name):
                continue
            found = self._gazetteer.similar(phrase.name, likely, _FUZZY_LIMIT)
            around = self._surroundings(named.key, [place for place, _ in found])
            kept = [(p, s) for p, s in found if _resembles(phrase.name, p, s, around)]
            if kept:
                ranked = _ranked(score(phrase.name, place, around, min(alike, 99.0)) for place, alike in kept)
                return _Judged(phrase, ranked, _doubt(phrase.name, ranked, around))
        return None

    def _surroundings(self, key: str, rivals: Sequence[Place]) -> Surroundings:
        fits = {country: self._setting.fit(country, key) for country in {p.country for p in rivals}}
        return Surroundings(fits, [self._anchors[k] for k in sorted(self._anchors) if k != key], rivals)


def _ranked(candidates: Iterable[PlaceCandidate]) -> tuple[PlaceCandidate, ...]:
    return tuple(sorted(candidates, key=lambda c: (-c.score, c.place.id)))


def _one_entry(ranked: Sequence[PlaceCandidate]) -> tuple[PlaceCandidate, ...]:
    """The candidates with the best one's fullest entry first: where two lists have a place, every spelling links to one of them."""
    best = ranked[0].place
    same = [c for c in ranked if (c.place.country, c.place.kind) == (best.country, best.kind) and distance_km(c.place, best) <= _SAME_KM]
    chosen = min(same, key=lambda c: (-c.place.population, c.place.id))
    return (chosen, *(c for c in ranked if c is not chosen))


def _resembles(name: str, place: Place, similarity: float, around: Surroundings) -> bool:
    if similarity >= _RESEMBLING_CLOSELY:
        return True
    same = consonants(fold_name(name)) == consonants(fold_name(place.name))
    return same and similarity >= _RESEMBLING and nearness(place, around.anchors).value >= _NEAR_ENOUGH


def _doubt(name: str, ranked: Sequence[PlaceCandidate], around: Surroundings) -> tuple[Reason, str] | None:
    """Why the best candidate is not believed; `None` when it is."""
    best = ranked[0]
    if best.score < _ACCEPTED or not _supported(name, best.place, around):
        others = "one place is so named" if len(ranked) == 1 else f"{len(ranked)} places are so named"
        return Reason.NOT_IN_GAZETTEER, f"{others}, none where the reports are set"
    for rival in ranked[1:]:
        if _rivals(best, rival):
            told = f"{best.place.name} ({best.place.country}) or {rival.place.name} ({rival.place.country})"
            return Reason.AMBIGUOUS, f"{told}: nothing in the reports tells which"
    return None


def _supported(name: str, place: Place, around: Surroundings) -> bool:
    if place.kind == "country" or not place.country or place.source == "monitor" or place.population >= _METROPOLIS:
        return True
    fit = around.fits.get(place.country, 0.0)
    own = bears(name, place)
    if fit >= (_FITS if own else _FITS_CLEARLY) or (fit >= _FAINT and nearness(place, around.anchors).value >= _NEXT_TO):
        return True
    return own and place.population >= _CITY


def _rivals(best: PlaceCandidate, other: PlaceCandidate) -> bool:
    gap = best.score - other.score
    if best.place.country != other.place.country:
        return gap < _MARGIN_ABROAD
    inland = gap < _MARGIN_INLAND and best.place.kind == other.place.kind != "country"
    return inland and distance_km(best.place, other.place) > _APART_KM
