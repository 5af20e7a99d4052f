"""Different figures of one incident, movement or approach, and those that are rounded, later or put right."""

from __future__ import annotations

import re
from collections.abc import Iterator

from warledger.base.stems import stems_of
from warledger.stages.events.actions import alliance
from warledger.stages.events.clashes.clash import (
    FIGURES,
    SCOPE,
    WORDING,
    Bounds,
    Clash,
    Side,
    apart,
    at,
    doers_of,
    exact,
    gap,
    later_more,
    shown,
)
from warledger.stages.events.clashes.kin import could_be_one, same
from warledger.stages.events.clashes.matter import shared_words

#: Two figures within this share of each other are one figure rounded.
ROUNDING = 0.05
#: The same where one is said to be rough and the other rounds to it.
ROUGHLY = 0.15
#: Times that two counts of one incident can differ.
_TIMES = 20
#: How well two kinds of deeds must go together to be one incident.
_ALLIED = 0.4
_ROUGHLY = re.compile(
    r"\b(?:about|around|some|roughly|nearly|almost|approximately|estimated|dozens|scores|hundreds|thousands)\b|≈", re.IGNORECASE
)
_DISTANCE = re.compile(r"(\d+(?:\.\d+)?)[ -]?(km|kms|kilomet(?:er|re)s?|miles?|mi)\b", re.IGNORECASE)
#: Days a movement takes, at most.
_MOVED = 62
#: Numbers in digits that two versions differ by when one figure was put right: the old and the new.
_ONE_CHANGED = 2
_NUMBER = re.compile(r"\d+")
_MILE = 1.609


def incident(a: Side, b: Side) -> Clash | None:
    """Counts of one measure and group in one incident that exclude each other."""
    if a.facet.kind == b.facet.kind == "toll" or "movement" in (a.facet.kind, b.facet.kind) or not _one_incident(a, b):
        return None
    for key, one, other in _counted_alike(a, b):
        if apart(one, other) and not _of_other_size(one, other):
            return _figures(a, b, key, one, other)
    return None


def _figures(a: Side, b: Side, key: tuple[str, str], one: Bounds, other: Bounds) -> Clash:
    what = f"{at(a)}{key[0]} ({key[1] or 'of what is not said'}): {shown(one)} against {shown(other)}"
    labels = f"{key} {shown(one)}", f"{key} {shown(other)}"
    if rounded(a, b, one, other):
        return Clash(WORDING, *labels, f"{what}, one of them rounded")
    if later_more(a, b, one, other) or later_more(b, a, other, one):
        return Clash(SCOPE, *labels, f"{what}; the later report has more, as a toll grows")
    return Clash(FIGURES, *labels, what)


def _of_other_size(one: Bounds, other: Bounds) -> bool:
    """Whether the one is so many times the other that they hardly count one incident."""
    first, second = sorted(next(n for n in (*bounds,) if n is not None) for bounds in (one, other))
    return second > _TIMES * max(first, 1)


def _one_incident(a: Side, b: Side) -> bool:
    if a.home == b.home:
        return True
    one, other = a.facet, b.facet
    if not (a.done and b.done and exact(a) and exact(b)) or gap(a, b) or alliance(one.action, other.action) < _ALLIED:
        return False
    if one.place is None or one.place != other.place or a.voice == b.voice or not could_be_one(a.by, b.by):
        return False
    return _marked(a, b)


def _marked(a: Side, b: Side) -> bool:
    """Whether something beside place and day says that it is one incident: a named doer, victim or count, or words both have."""
    one, other = a.facet, b.facet
    named = bool(one.doers.keys & other.doers.keys) and not one.doers.described
    equal = any(low == high and other.counts.get(key) == (low, high) for key, (low, high) in one.counts.items())
    return named or equal or bool(one.victims & other.victims) or bool(shared_words(a, b))


def _counted_alike(a: Side, b: Side) -> Iterator[tuple[tuple[str, str], Bounds, Bounds]]:
    """Counts of one measure and of groups that are called alike."""
    for key in sorted(a.facet.counts):
        for (measure, group), other in sorted(b.facet.counts.items()):
            if measure == key[0] and group_words(group) == group_words(key[1]):
                yield key, a.facet.counts[key], other


def group_words(group: str) -> frozenset[str]:
    """What a group is called by, whatever the number and order of the words."""
    return frozenset(stems_of(group)) - {"the", "of", "from", "wer", "other"}


def moved(a: Side, b: Side) -> Clash | None:
    """How many went: two counts of one movement, told by different voices."""
    if not a.facet.counts or not b.facet.counts or a.voice == b.voice or not (a.done and b.done) or gap(a, b) or not same(a.by, b.by):
        return None
    if not (exact(a, _MOVED) and exact(b, _MOVED)):
        return None
    (one,), (other,) = a.facet.counts.values(), b.facet.counts.values()
    if a.facet.action != b.facet.action or not apart(one, other) or rounded(a, b, one, other) or not shared_words(a, b):
        return None
    if None not in (a.facet.place, b.facet.place) and a.facet.place != b.facet.place:
        return None
    what = f"{doers_of(a)} {a.facet.action}: {shown(one)} against {shown(other)}"
    return Clash(FIGURES, f"{a.facet.action} {shown(one)}", f"{b.facet.action} {shown(other)}", what, 0.6)


def distance(a: Side, b: Side) -> Clash | None:
    """How near somebody came to a place: two distances on one day."""
    one, other = nearest(a), nearest(b)
    if one is None or other is None or gap(a, b) or not could_be_one(a.by, b.by) or not (exact(a) and exact(b)):
        return None
    if abs(one - other) <= max(1.0, ROUNDING * max(one, other)):
        return None
    return Clash(FIGURES, f"{one:g} km", f"{other:g} km", f"came within {one:g} km or {other:g} km of {a.places[0]}")


def nearest(side: Side) -> float | None:
    """The least distance (km) that the words of an advance name."""
    if side.facet.action != "advance":
        return None
    found = _DISTANCE.findall(side.claim.quote)
    return min((float(number) * (_MILE if unit.lower().startswith("mi") else 1.0) for number, unit in found), default=None)


def corrected(a: Side, b: Side) -> Clash | None:
    """Two versions or copies of one text with another figure in the same words: a slip or its correction, and one witness."""
    for key in sorted(a.facet.counts.keys() & b.facet.counts.keys()):
        one, other = a.facet.counts[key], b.facet.counts[key]
        if one != other and len(_numbers(a) ^ _numbers(b)) <= _ONE_CHANGED:
            what = f"{key[0]} ({key[1] or 'of what is not said'}): {shown(one)} in one version of the text, {shown(other)} in another"
            return Clash(WORDING, f"{key} {shown(one)}", f"{key} {shown(other)}", what)
    return None


def _numbers(side: Side) -> set[str]:
    return set(_NUMBER.findall(side.claim.quote))


def rounded(a: Side, b: Side, one: Bounds, other: Bounds) -> bool:
    """Whether two figures are one, exact and rounded."""
    first, second = (next((n for n in bounds if n is not None), 0.0) for bounds in (one, other))
    if abs(first - second) <= ROUNDING * max(first, second):
        return True
    if abs(first - second) > ROUGHLY * max(first, second):
        return False
    return (_rough(a) and _round(second) == first) or (_rough(b) and _round(first) == second)


def _rough(side: Side) -> bool:
    return _ROUGHLY.search(side.claim.quote) is not None


def _round(number: float) -> float:
    """To its first digit: 37 is 40, 412 is 400."""
    return float(round(number, 1 - len(str(int(number))))) if number >= 10 else number
