"""The gazetteer linking asks: the world's places, the user's lists and the monitor's own, as one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from pathlib import Path

from warledger.base.similarity import fold_name
from warledger.intake.gazetteers.cache import open_world
from warledger.intake.gazetteers.compile import compile_entries, division_key
from warledger.intake.gazetteers.index import Index
from warledger.intake.gazetteers.places_csv import parse_places_csv
from warledger.records.place import Place
from warledger.records.place_words import WorldNames
from warledger.records.reason import Problem

_SHORTEST_NAME = 3
_CACHED = 1 << 15


class LayeredGazetteer:
    """Several indexes asked as one. Names of `never` are no places on sight (`is_place`) but can still be looked up.

    `problems` are the rows of the supplement that could not be used.
    """

    def __init__(self, layers: Sequence[Index], never: Iterable[str] = (), problems: tuple[Problem, ...] = ()) -> None:
        self._layers = tuple(layers)
        self._never = frozenset(fold_name(name) for name in never)
        self.problems = problems
        self._lookup = lru_cache(_CACHED)(self._look_up)
        self._is_place = lru_cache(_CACHED)(self._known)
        self._similar = lru_cache(_CACHED)(self._find_similar)
        self._around = lru_cache(_CACHED)(self._find_around)

    def lookup(self, name: str) -> tuple[Place, ...]:
        """Every place that bears the name, or one that folds like it, as main or other name; earlier layers first, then by population."""
        return self._lookup(fold_name(name))

    def similar(self, name: str, countries: Sequence[str], limit: int) -> tuple[tuple[Place, float], ...]:
        """The places of these countries (ISO 3166 alpha-2) with the most similar names, best first, with the similarity (0-100)."""
        folded = fold_name(name)
        return tuple(sorted((hit for country in countries for hit in self._similar(folded, country, limit)), key=_likest)[:limit])

    def is_place(self, name: str) -> bool:
        """Whether a name of three letters or more is known as some place's. Cheap; says nothing about which."""
        return self._is_place(fold_name(name))

    def around(self, place: Place) -> tuple[Place, ...]:
        """The divisions and the country the place lies in, smallest first, as far as they are listed; never the place itself."""
        return self._around(place)

    def _find_around(self, place: Place) -> tuple[Place, ...]:
        if not place.country or place.kind == "country":
            return ()
        wanted = [("admin2", place.admin1, place.admin2)] if place.admin2 and place.kind != "admin2" else []
        wanted += [("admin1", place.admin1, "")] if place.admin1 and place.kind != "admin1" else []
        held = (self._division(kind, place.country, admin1, admin2) for kind, admin1, admin2 in (*wanted, ("country", "", "")))
        return tuple(found for found in held if found is not None and found.id != place.id)

    def _division(self, kind: str, country: str, admin1: str, admin2: str) -> Place | None:
        """By its code, or by its name: lists of the user's own name divisions as often as they give codes."""
        key = division_key(kind, country, admin1, admin2)
        by_code = (place for layer in self._layers for place in layer.lookup(key))
        named = (p for p in self.lookup(admin2 or admin1) if (p.kind, p.country) == (kind, country))
        return next(by_code, None) or next(named, None)

    def _look_up(self, folded: str) -> tuple[Place, ...]:
        found = (place for layer in self._layers for place in layer.lookup(folded)) if folded else iter(())
        by_id: dict[str, Place] = {}
        for place in found:  # a user's dump and the world's list share ids: the first knows more
            by_id.setdefault(place.id, place)
        return tuple(by_id.values())

    def _known(self, folded: str) -> bool:
        return len(folded) >= _SHORTEST_NAME and folded not in self._never and any(layer.has(folded) for layer in self._layers)

    def _find_similar(self, folded: str, country: str, limit: int) -> tuple[tuple[Place, float], ...]:
        return tuple(sorted((hit for layer in self._layers for hit in layer.similar(folded, (country,), limit)), key=_likest)[:limit])


def _likest(found: tuple[Place, float]) -> tuple[float, int, str]:
    place, likeness = found
    return -likeness, -place.population, place.id


def load_gazetteer(
    cache_dir: Path | None,
    supplement: str = "",
    lists: Sequence[Index] = (),
    *,
    world: WorldNames,
    not_places: Iterable[str] = (),
    announce: Callable[[str], None] = lambda _: None,
) -> LayeredGazetteer:
    """The gazetteer for one run.

    `cache_dir` is where the compiled world lies or is put (`None`: memory only); `supplement` the text of the monitor's `places.csv`;
    `lists` the compiled lists the monitor brings; `world` the names the library lacks; `not_places` names that are no
    places on sight (demonyms).
    """
    own, problems = parse_places_csv(supplement) if supplement.strip() else ((), ())
    layers = [Index(compile_entries(own, "memory"))] if own else []
    return LayeredGazetteer([*layers, *lists, open_world(cache_dir, world, announce)], {*world.never, *not_places}, problems)
