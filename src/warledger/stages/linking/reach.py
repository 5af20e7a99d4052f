"""How far a resolved phrase reaches: the UCDP `where_prec` code, whether it is an area, and divisions named after their town."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from warledger.base.similarity import fold_name
from warledger.records.place import Place, PlaceCandidate, PlaceLink
from warledger.records.place_words import PlaceWords
from warledger.stages.linking.phrases import Phrase

_COUNTRY, _WATERS, _WIDE = 6, 7, 5
_BY_KIND = {"country": _COUNTRY, "admin1": 4, "admin2": 3, "populated": 1, "area": _WIDE, "feature": 1}
_KIND_OF = {3: "admin2", 4: "admin1"}
_NAME_OF = {"admin2": "district", "admin1": "province"}


def link_to(document: str, name: str, phrase: Phrase, candidates: Sequence[PlaceCandidate], words: PlaceWords) -> PlaceLink:
    """The link of `name` to the first candidate, as far as the phrase lets it reach."""
    best = candidates[0]
    place = _division(best.place, phrase)
    precision = _precision(best.place, phrase, words)
    said = f'"{" ... ".join(phrase.words)}" reaches beyond the point; ' if phrase.area and phrase.words else ""
    area = phrase.area or place.kind in ("admin1", "admin2", "area")
    return PlaceLink(document, name, place, precision, best.score, said + best.why, area, None, tuple(candidates))


def _division(place: Place, phrase: Phrase) -> Place:
    """The town's division when the phrase names one ("X Province") and the gazetteer has the town only: a place of its own, since
    holding the one is not holding the other. Its point is the town's; its precision says that it stands for the whole."""
    kind = _KIND_OF.get(phrase.division)
    if kind is None or place.kind != "populated":
        return place
    division = f"{kind}:{place.country}.{place.admin1}:{fold_name(place.name).replace(' ', '-')}"
    return msgspec.structs.replace(place, id=division, name=f"{place.name} ({_NAME_OF[kind]})", kind=kind, population=0)


def _precision(place: Place, phrase: Phrase, words: PlaceWords) -> int:
    own = _WATERS if place.kind == "feature" and not place.country else _BY_KIND.get(place.kind, 1)
    if own == _COUNTRY:
        return _of_country(phrase, words)
    if not place.country and place.kind == "area":
        return _COUNTRY  # a continent: the coarsest code there is for land
    directed = 0  # words such as "edge of" say better than a direction how far it reaches
    if phrase.directed and phrase.reach in (1, phrase.division):
        directed = words.of_division if phrase.division or own == _BY_KIND["admin1"] else words.of_town
    return max(own, phrase.reach, directed)


def _of_country(phrase: Phrase, words: PlaceWords) -> int:
    """Only a direction, a border, a coast or the air is more, or other, than "somewhere in the country"."""
    if phrase.reach == _WATERS:
        return _WATERS
    return words.of_country if phrase.directed or phrase.reach == _WIDE else _COUNTRY
