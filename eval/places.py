"""Places: names with coordinates from UCDP's event data, put as questions to the world's gazetteer alone.

No record of UCDP is among what is asked (its importer is not loaded). Most of the places are villages that no list of towns has:
the share left unplaced says what a monitor gains from a list of its own; the share placed wrongly is what must stay small.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import platformdirs

from eval.result import Result
from eval.workshop import Workshop
from warledger.base.geodesy import distance_km
from warledger.base.similarity import fold_name
from warledger.base.spans import Span
from warledger.intake.gazetteers.library import country_codes
from warledger.intake.gazetteers.load import LayeredGazetteer, load_gazetteer
from warledger.pipeline.vocabulary import WordLists
from warledger.records.claim import Claim, Event
from warledger.records.place import PlaceLink
from warledger.stages.linking.places import link_places

PLACES, EVENTS = "data/ucdp/ged-places.csv", "data/ucdp/ged-sudan-2018-2024.csv"
ASKED = 1_000
#: UCDP's own radius of "near" (`where_prec` 2): an answer so close is right.
NEAR_KM = 25.0
#: Last words of UCDP's names for a point; names that end otherwise are areas, roads and divisions.
_SETTLEMENTS = frozenset({"village", "villages", "town", "city", "suburb", "township", "hamlet", "settlement"})
_LONGEST = 70  # characters of a description: longer ones are no phrases of place


@dataclass(frozen=True)
class Question:
    """A name, what a report would say around it, and where it is. `code` is UCDP's `where_prec`, 0 where none is given."""

    name: str
    country: str
    land: str
    province: str
    lat: float
    lon: float
    code: int = 0


@dataclass(frozen=True)
class Atlas:
    """What questions are answered with: the world's list and the packaged words."""

    words: WordLists
    gazetteer: LayeredGazetteer

    @classmethod
    def open(cls) -> Atlas:
        """The gazetteer from the user's cache, compiled there if need be."""
        words = WordLists.packaged()
        folder = Path(platformdirs.user_cache_dir("warledger", appauthor=False))
        return cls(words, load_gazetteer(folder, world=words.world, not_places=words.claims.demonyms))

    def answer(self, names: tuple[str, ...], countries: tuple[str, ...]) -> PlaceLink:
        """The link of the first of the names that one report tells of."""
        claim = Claim("q", "q", Span(0, 1), "", Event("Other"), places=names)
        return link_places([claim], self.gazetteer, self.words.linking.places, countries)["q", names[0]]


#: How a report may name a place: its names, the first being asked for, and whether the monitor is about the country.
Telling = Callable[[Question], tuple[tuple[str, ...], bool]]
TELLINGS: dict[str, tuple[str, Telling]] = {
    "beside": ("its province and country named in the report", lambda q: ((q.name, q.province, q.land), True)),
    "phrase": ("told as a place in its province", lambda q: ((f"{q.name} in {q.province}", q.land), True)),
    "alone": ("only its country named", lambda q: ((q.name, q.land), False)),
}


def evaluate(workshop: Workshop) -> Result:
    """Right, wrong and unplaced, a country a line; and how often an event's description gets UCDP's own code of precision."""
    atlas = Atlas.open()
    asked = sample(questions(workshop.data / PLACES, atlas.words))
    metrics: dict[str, float] = {}
    report = []
    for key, (told, telling) in TELLINGS.items():
        counts = {q: verdict(q, atlas.answer(*_put(telling, q))) for q in asked}
        report += [f"{len(asked)} names, {told}:", *lines(counts)]
        total = Counter(counts.values())
        metrics[f"places.{key}.sound"] = total["right"] / max(1, total["right"] + total["wrong"])
        metrics[f"places.{key}.right"] = total["right"] / len(asked)
    described, codes = descriptions(workshop.data / EVENTS, atlas)
    metrics.update(codes)
    return Result("places", metrics, (*report, *described), (PLACES, EVENTS))


def questions(path: Path, words: WordLists) -> Iterator[Question]:
    """The settlements of the list, under the first of their names."""
    codes = country_codes(words.world)
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            tokens = row["where_coordinates"].split()
            land = row["country"].partition(" (")[0]
            if tokens and tokens[-1].lower() in _SETTLEMENTS and fold_name(land) in codes:
                name = re.split(r"[/()]", " ".join(tokens[:-1]))[0].strip()
                yield Question(name, codes[fold_name(land)], land, row["adm_1"], float(row["latitude"]), float(row["longitude"]))


def sample(asked: Iterable[Question], size: int = ASKED) -> list[Question]:
    """So many of them, by a hash of the question: always the same ones, of every country in proportion."""
    return sorted(asked, key=lambda q: sha256(repr(q).encode()).hexdigest())[:size]


def verdict(question: Question, link: PlaceLink) -> str:
    """`right` within 25 km, `wrong` farther off, `coarser` for a division or wide area instead, `unplaced`."""
    if link.place is None:
        return "unplaced"
    if link.precision > 2:
        return "coarser"
    km = distance_km(link.place.lat, link.place.lon, question.lat, question.lon)
    return "right" if km <= NEAR_KM else "wrong"


def lines(counts: dict[Question, str]) -> Iterator[str]:
    """The verdicts by country."""
    for country in (*sorted({q.country for q in counts}), ""):
        found = Counter(kind for q, kind in counts.items() if country in ("", q.country))
        told = ", ".join(f"{found[kind]} {kind}" for kind in ("right", "wrong", "coarser", "unplaced"))
        yield f"  {country or 'all'}: {told}"


def descriptions(path: Path, atlas: Atlas) -> tuple[list[str], dict[str, float]]:
    """What UCDP's coders made of the sources' own words (`where_description`), against what linking makes of them."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.DictReader(file) if 0 < len(row["where_description"]) <= _LONGEST]
    asked = dict.fromkeys(_described(row) for row in rows)
    links = {q: atlas.answer((q.name, q.province, q.land), ("SD",)) for q in asked}
    placed = {q: link for q, link in links.items() if link.place is not None}
    exact = {q: link for q, link in placed.items() if q.code <= 2 and link.precision <= 2}
    near = sum(verdict(q, link) == "right" for q, link in exact.items())
    same = sum(q.code == link.precision for q, link in placed.items())
    report = [
        f"{len(asked)} descriptions of where events happened: {len(placed)} placed",
        f"  to a point, as by UCDP: {len(exact)}, {near} of them within 25 km",
        f"  with UCDP's own where_prec: {same} of {len(placed)}",
        "  UCDP's code -> ours: " + ", ".join(f"{a}->{b}: {n}" for (a, b), n in sorted(_codes(placed).items())),
    ]
    return report, {"places.described.sound": near / max(1, len(exact)), "places.described.code": same / max(1, len(placed))}


def _described(row: dict[str, str]) -> Question:
    told = " ".join(row["where_description"].split()).strip(" ,.")
    lat, lon = float(row["latitude"]), float(row["longitude"])
    return Question(told, "SD", "Sudan", row["adm_1"], lat, lon, int(row["where_prec"]))


def _codes(placed: dict[Question, PlaceLink]) -> Counter[tuple[int, int]]:
    return Counter((q.code, link.precision) for q, link in placed.items())


def _put(telling: Telling, question: Question) -> tuple[tuple[str, ...], tuple[str, ...]]:
    names, known = telling(question)
    return names, (question.country,) if known else ()
