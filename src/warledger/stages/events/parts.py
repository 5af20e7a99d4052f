"""Summaries and their parts: "took 20 towns" is no capture of one of them, but each of these captures is a part of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from warledger.stages.events.facets import Facet
from warledger.stages.events.pair import EXACT, Pair, Telling, When
from warledger.stages.events.parties import AGREED, Accord
from warledger.stages.events.spots import Where

#: A summary told elsewhere covers its parts when it says when to within so many days.
_SURE = 14
_LISTED = "listed in the sentence that sums it up"
_COVERED = "in the area and the days that are summed up"
_SUMMED = frozenset({"taken places"})
_FOUGHT = frozenset({"clash", "taken"})


def parts(facets: Sequence[Facet], happening_of: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """Happening id -> the happenings it is a part of, each with why in words. `happening_of` gives the happening of every claim.

    A summary is a count of places taken, or one fight over several places whose capture the same sentence lists.
    """
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for part, whole, why in sorted(_relations(facets), key=lambda row: (row[0].id, row[1].id)):
        inner, outer = happening_of[part.id], happening_of[whole.id]
        if inner != outer:
            found[inner].setdefault(outer, why)
    return {inner: dict(sorted(outer.items())) for inner, outer in found.items()}


def _relations(facets: Sequence[Facet]) -> Iterator[tuple[Facet, Facet, str]]:
    """(part, whole, why), each pair of claims at most once."""
    taken = [f for f in facets if f.kind == "control" and f.action == "taken" and f.reality == "done"]
    listed, placed = _by_document(taken), _by_area(taken)
    for whole in facets:
        if whole.reality == "done" and _sums_up(whole):
            beside = {f.id for f in listed[whole.document] if _lists(whole, f)}
            yield from ((f, whole, _LISTED) for f in listed[whole.document] if f.id in beside)
            held = {f.id: f for area in _areas(whole) for f in placed[area]} if whole.action in _SUMMED else {}
            yield from ((f, whole, _COVERED) for f in held.values() if f.id not in beside and _covers(whole, f))


def _sums_up(facet: Facet) -> bool:
    return facet.action in _SUMMED or (facet.kind == "event" and facet.action in _FOUGHT)


def _lists(whole: Facet, part: Facet) -> bool:
    pair = Pair(whole, part)
    if pair.telling is not Telling.SENTENCE or pair.lead not in AGREED | {Accord.UNSAID}:
        return False
    return whole.action in _SUMMED or (part.listed > 0 and pair.when in EXACT)


def _covers(whole: Facet, part: Facet) -> bool:
    """Whether the place and the day of a capture told elsewhere lie in what is summed up."""
    pair = Pair(whole, part)
    dated = all(f.days is not None and f.days <= _SURE for f in (whole, part)) and pair.contained
    placed = pair.where in (Where.PROVINCE, Where.AROUND)
    return dated and placed and pair.lead in AGREED and pair.when is not When.APART


def _by_document(facets: Iterable[Facet]) -> dict[str, list[Facet]]:
    found: dict[str, list[Facet]] = defaultdict(list)
    for facet in facets:
        found[facet.document].append(facet)
    return found


def _by_area(facets: Iterable[Facet]) -> dict[str, list[Facet]]:
    found: dict[str, list[Facet]] = defaultdict(list)
    for facet in facets:
        for area in _areas(facet):
            found[area].append(facet)
    return found


def _areas(facet: Facet) -> set[str]:
    near = [spot for spot in facet.spots if spot.scope == 1]
    return {spot.base for spot in near} | {spot.province for spot in near if spot.province}
