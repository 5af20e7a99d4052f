"""How each toll moved: its counts in the order in which they became known, and why each differs from the one before it."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import msgspec

from warledger.base.similarity import fold_name
from warledger.base.stems import stems_of
from warledger.pipeline.series_rows import RowMaker
from warledger.pipeline.view import View
from warledger.records.claim import FACTUAL, Claim, Event, Toll
from warledger.records.event import Happening
from warledger.records.family import CorrectionKind
from warledger.records.keys import actor_key, place_key, shown_name
from warledger.records.series import Point, Series, Turn
from warledger.stages.events.facets import figures_of

Bounds = tuple[float | None, float | None]


@dataclass(frozen=True)
class Told:
    """One record's count of one measure and group: the day it is known from (`None`: always), and of which incident it is, if of one."""

    claim: Claim
    measure: str
    group: str
    bounds: Bounds
    known: dt.date | None
    incident: Happening | None

    @property
    def days(self) -> tuple[dt.date | None, dt.date | None]:
        """First and last day counted."""
        return (self.claim.time.start, self.claim.time.end) if self.claim.time else (None, None)

    @property
    def by(self) -> tuple[str, ...]:
        """Who is told to have done it."""
        content = self.claim.content
        return content.by if isinstance(content, Toll) else content.actors1 if isinstance(content, Event) else ()


def toll_series(maker: RowMaker, claims: Iterable[Claim], name: str = "") -> list[Series]:
    """The tolls that moved: of every incident, and every total over days, the counts of one measure and group that are not all alike.

    The `actor` of such a series is who is told to have done it, of an incident where it was; with a `name`, only tolls are given of which
    some count names an actor, group or place with all its words. A point is one count of the same days with all who gave it. Points stand
    in the order in which they became known, and each turn says why a point differs from the one before: a new report, a correction, or
    scope.
    """
    held: dict[Hashable, list[Told]] = defaultdict(list)
    incidents = _incidents(maker.view)
    for claim in claims:
        for told in _counts(maker.view, claim, incidents.get(claim.id)):
            held[told.measure, frozenset(stems_of(told.group)), _of(maker.view, told)].append(told)
    words = set(fold_name(name).split())
    asked = (rows for rows in held.values() if any(_names(maker.view, told, words) for told in rows))
    return [series for rows in asked if len((series := _series(maker, rows)).points) > 1]


def _incidents(view: View) -> dict[str, Happening]:
    """Record -> its happening, where that tells of an incident and not only of a count."""
    telling = (h for h in view.state.happenings if any(view.by_id[m].kind != "toll" for m in h.members))
    return {member: happening for happening in telling for member in happening.members}


def _counts(view: View, claim: Claim, incident: Happening | None) -> Iterator[Told]:
    """The counts of an event or a toll that is told as so; one that states no number is left out."""
    if claim.modality in FACTUAL and isinstance(claim.content, Event | Toll):
        known = view.state.witnesses[claim.document].known
        for measure, group, low, high in figures_of(claim):
            if low is not None or high is not None:
                yield Told(claim, measure, group, (low, high), known, incident)


def _of(view: View, told: Told) -> Hashable:
    """What is counted: an incident, or what somebody did in all, or what befell a place; a total of neither is that of its text."""
    links, claim = view.state.links, told.claim
    if told.incident is not None:
        return told.incident.id
    if told.by:
        return frozenset(actor_key(links, claim.document, name, claim.day) for name in told.by)
    return place_key(links, claim.document, claim.places[0]) if claim.places else ("in", claim.document)


def _names(view: View, told: Told, words: set[str]) -> bool:
    """Whether a name in the count has all the words: the actor by any of its names, the group, a place."""
    links, claim = view.state.links, told.claim
    known = (shown_name(links, claim.document, name, claim.day) for name in told.by)
    return any(words <= set(fold_name(name).split()) for name in (told.group, *told.by, *known, *claim.places))


def _series(maker: RowMaker, rows: Sequence[Told]) -> Series:
    names = maker.view.names
    told = sorted(rows, key=lambda t: (t.known or dt.date.min, names[t.claim.document], t.claim.span, t.claim.id))
    incident = told[0].incident
    place = _most(name for t in told for name in t.claim.places[:1])
    where, of = (incident.place or place, _named(incident)) if incident else (_most(name for t in told for name in t.by) or place, "in all")
    points = _points(told)
    turns = tuple(Turn(n, n + 1, _why(maker.view, *pair)) for n, pair in enumerate(pairwise(points)))
    counted = _most(t.group for t in told) or "people"
    what = f"{counted}, {of}" if told[0].measure == "places" else f"{counted} {told[0].measure}, {of}"
    return Series(where or "no place named", "toll", what, tuple(_point(maker, group) for group in points), turns)


def _named(incident: Happening) -> str:
    return f"{incident.type.lower()} of {incident.start or incident.end or 'a day not said'}"


def _most(names: Iterable[str]) -> str:
    """The name told most often; of equals the first in code point order."""
    often = Counter(name for name in names if name)
    return min(often, key=lambda name: (-often[name], name), default="")


def _points(told: Sequence[Told]) -> list[list[Told]]:
    """Counts in the order given; those of one number and the same days are one, of an incident those of one number."""
    groups: dict[Hashable, list[Told]] = {}
    for one in told:
        groups.setdefault((one.bounds, None if one.incident else one.days), []).append(one)
    return list(groups.values())


def _point(maker: RowMaker, group: Sequence[Told]) -> Point:
    first = group[0]
    words = f"as known {first.known}" if first.known else "as known always"
    point = maker.point(first.claim, words, bounds=first.bounds, act=first.measure)
    witnesses = tuple({w.record: w for w in (maker.witness(told.claim) for told in group)}.values())
    return msgspec.structs.replace(point, witnesses=witnesses, sources=len({w.origin for w in witnesses}))


def _why(view: View, before: Sequence[Told], after: Sequence[Told]) -> str:
    """Why a count differs from the one known before it."""
    old, new = before[0], after[0]
    correction = _corrected(view, old, new)
    if correction:
        return f"correction: {correction}"
    if old.incident is None and old.days != new.days:
        return f"scope: {_scope(old, new)}"
    if old.known == new.known:
        return "another source, at the same time"
    return f"new report, {_change(old.bounds, new.bounds)}"


def _corrected(view: View, old: Told, new: Told) -> str:
    """The notice of correction in the newer text, or that it is a copy or version of the older."""
    witnesses = view.state.witnesses
    one, other = witnesses[old.claim.document], witnesses[new.claim.document]
    if old.claim.document == new.claim.document or one.family != other.family:
        return ""
    told = (c for c in view.state.corrections if c.kind is not CorrectionKind.SILENT)
    notices = [c.words for c in told if c.document == new.claim.document]
    return f'"{notices[0]}"' if notices else "another copy or version of the same text"


def _scope(old: Told, new: Told) -> str:
    (first, last), (start, end) = old.days, new.days
    if None in (first, last, start, end):
        return "counted over other days"
    assert first and last and start and end
    if start <= first and end >= last:
        return "counted over more days"
    return "counted over fewer days" if start >= first and end <= last else "counted over other days"


def _change(old: Bounds, new: Bounds) -> str:
    before, after = (next(n for n in bounds if n is not None) for bounds in (old, new))
    return "with more" if after > before else "with fewer" if after < before else "bounded otherwise"
