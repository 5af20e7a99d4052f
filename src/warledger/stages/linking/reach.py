"""How far a resolved phrase reaches: the UCDP `where_prec` code, whether it is an area, and divisions named after their town."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from warledger.base.similarity import fold_name
from warledger.records.place import Place, PlaceCandidate, PlaceLink
from warledger.records.place_words import PlaceWords
from warledger.stages.linking.phrases import Phrase
from warledger.stages.linking.shapes import shape_of

_EXACT, _NEAR, _WIDE, _COUNTRY, _WATERS = 1, 2, 5, 6, 7
_BY_KIND = {"country": _COUNTRY, "admin1": 4, "admin2": 3, "populated": _EXACT, "area": _WIDE, "feature": _EXACT}
_KIND_OF = {3: "admin2", 4: "admin1"}
_NAME_OF = {"admin2": "district", "admin1": "province"}
_DIVISIONS = frozenset({"admin1", "admin2"})
_REGION = "region"


def link_to(
    document: str, name: str, phrase: Phrase, candidates: Sequence[PlaceCandidate], words: PlaceWords, within: Sequence[Place] = ()
) -> PlaceLink:
    """The link of `name` to the first candidate, as far as the phrase lets it reach. `within` is what that candidate lies in."""
    best = candidates[0]
    if phrase.division == _WIDE and best.place.kind in _DIVISIONS:  # "X region" is how some divisions are called
        phrase = msgspec.structs.replace(phrase, parts=tuple(part for part in phrase.parts if part != _REGION))
    namesake = next((c.place for c in candidates[1:] if c.place.kind in _DIVISIONS and c.place.country == best.place.country), None)
    if phrase.coarse and not phrase.settled and best.place.kind == "populated" and namesake is not None:
        best = next(c for c in candidates if c.place is namesake)
    place = _division(best.place, phrase)
    precision = _precision(best.place, phrase, words, namesake)
    return PlaceLink(
        document=document,
        name=name,
        place=place,
        precision=precision,
        score=best.score,
        why=_said(phrase, place) + best.why,
        area=bool(phrase.part) or place.kind in (*_DIVISIONS, "area"),
        candidates=tuple(candidates),
        part=phrase.part,
        shape=shape_of(place, precision, phrase, words, namesake),
        within={p.kind: p.name for p in within if p.id != place.id},
    )


def _said(phrase: Phrase, place: Place) -> str:
    if phrase.missed:
        return f'no "{phrase.missed}" is listed in {place.name}, which is taken instead; '
    return f'"{" ... ".join(phrase.words)}" is not the place itself; ' if phrase.part and phrase.words else ""


def _division(place: Place, phrase: Phrase) -> Place:
    """The town's division when the phrase names one ("X Province") and the gazetteer has the town only: a place of its own, since
    holding the one is not holding the other. Its point is the town's; its precision says that it stands for the whole."""
    kind = _KIND_OF.get(phrase.division)
    if kind is None or place.kind != "populated":
        return place
    division = f"{kind}:{place.country}.{place.admin1}:{fold_name(place.name).replace(' ', '-')}"
    return msgspec.structs.replace(place, id=division, name=f"{place.name} ({_NAME_OF[kind]})", kind=kind, population=0, radius_km=0.0)


def _precision(place: Place, phrase: Phrase, words: PlaceWords, namesake: Place | None) -> int:
    own = _WATERS if place.kind == "feature" and not place.country else _BY_KIND.get(place.kind, _EXACT)
    if own == _COUNTRY:
        return _of_country(phrase, words)
    if not place.country and place.kind == "area":
        return _COUNTRY  # a continent: the coarsest code there is for land
    reach = min(phrase.reach, own) if own in (3, 4) and phrase.division == _WIDE else phrase.reach
    return max(own, reach, _of_side(own, phrase, words, namesake))


def _of_side(own: int, phrase: Phrase, words: PlaceWords, namesake: Place | None) -> int:
    """Words such as "edge of" say better than a direction how far it reaches; in "the south of X city" the city is meant."""
    if not phrase.directed or phrase.reach not in (_EXACT, phrase.division):
        return 0
    if own != _EXACT or phrase.division:
        return words.of_division if phrase.division == 4 or own == 4 else 0
    if phrase.settled:
        return _EXACT
    return words.of_town if namesake is not None else _NEAR


def _of_country(phrase: Phrase, words: PlaceWords) -> int:
    """Only a direction, a border, a coast or the air is more, or other, than "somewhere in the country"."""
    if phrase.reach == _WATERS:
        return _WATERS
    return words.of_country if phrase.directed or phrase.reach == _WIDE else _COUNTRY
