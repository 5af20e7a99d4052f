"""One happening out of its claims: what it was, when, where, and who."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from warledger.base.ids import content_id
from warledger.records.claim import Claim, Event, Modality
from warledger.records.event import Happening
from warledger.records.keys import actor_key, name_key, shown_name
from warledger.records.link import Links
from warledger.records.place import PlaceLink
from warledger.stages.events.facets import figures_of
from warledger.stages.events.figures import figures
from warledger.stages.events.parties import roles
from warledger.stages.events.sources import Origins, independent_sources

_FIRMNESS = {modality: rank for rank, modality in enumerate(Modality)}


def happening(claims: Sequence[Claim], why: Mapping[str, str], links: Links, first: Origins) -> Happening:
    """The happening of these claims (one or more; their order is no matter)."""
    members = sorted(claims, key=lambda c: c.id)
    start, end = when(members)
    place, link = where(members, links)
    return Happening(
        id=content_id("h", [c.id for c in members]),
        members=tuple(c.id for c in members),
        type=happening_type(members),
        start=start,
        end=end,
        place=place,
        lat=link.place.lat if link and link.place else None,
        lon=link.place.lon if link and link.place else None,
        where_prec=link.precision if link and link.place else None,
        actors1=_names(((c, roles(c)[0]) for c in members), links),
        actors2=_names(((c, roles(c)[1]) for c in members), links),
        figures=figures(members, links, first),
        sources=independent_sources(members, links, first),
        why={c.id: why[c.id] for c in members if c.id in why},
        placed_by=(link.document, link.name) if link else None,
    )


def happening_type(members: Sequence[Claim]) -> str:
    """The ACLED sub-event type of the firmest, fullest event among the members; without one, kind and mode of the leading claim
    (`control: captured`, `movement: deployed`, `toll: killed`, `statement: ACCUSE`, `agreement: made`, `strength: personnel`)."""
    events = [c for c in members if isinstance(c.content, Event)]
    leading = min(events or members, key=_lead)
    content = leading.content
    if isinstance(content, Event):
        return content.type
    detail = next(getattr(content, field) for field in ("mode", "measure", "act", "status", "unit") if hasattr(content, field))
    return f"{leading.kind}: {detail}"


def _lead(claim: Claim) -> tuple[bool, int, int, float, str]:
    """Controls lead where no event does; then the firmer, the fuller and the surer claim."""
    return claim.kind != "control", _FIRMNESS[claim.modality], -len(figures_of(claim)), -claim.confidence, claim.id


def when(members: Sequence[Claim]) -> tuple[dt.date | None, dt.date | None]:
    """The tightest interval all members allow; where they contradict each other, the span of the narrowest ones."""
    intervals = [(c.time.start, c.time.end) for c in members if c.time is not None]
    starts = [start for start, _ in intervals if start is not None]
    ends = [end for _, end in intervals if end is not None]
    start, end = max(starts, default=None), min(ends, default=None)
    if start is None or end is None or start <= end:
        return start, end
    closed = [(s, e) for s, e in intervals if s is not None and e is not None]
    if not closed:
        return end, start
    narrowest = min((e - s).days for s, e in closed)
    kept = [(s, e) for s, e in closed if (e - s).days == narrowest]
    return min(s for s, _ in kept), max(e for _, e in kept)


def where(members: Sequence[Claim], links: Links) -> tuple[str | None, PlaceLink | None]:
    """The most precise place any member names, the most named among equals, as most members write it (the gazetteer's own name for it
    may be one nobody uses); an unplaced name when none is in the gazetteer."""
    named = [(c.document, name) for c in members for name in c.places[:1]] or [(c.document, name) for c in members for name in c.places]
    placed = [link for document, name in named if (link := links.place(document, name)) is not None and link.place is not None]
    if placed:
        often = Counter(link.place.id for link in placed if link.place)
        best = min(placed, key=lambda k: (k.precision, k.area, -often[k.place.id] if k.place else 0, k.place.id if k.place else "", k.name))
        return (best.name if best.area else _most_written(k.name for k in placed if k.place == best.place and not k.area)), best
    groups = Counter(name_key(name) for _, name in named)
    most = max(groups.values(), default=0)
    return _most_written(name for _, name in named if groups[name_key(name)] == most), None


def _most_written(names: Iterable[str]) -> str | None:
    """The spelling used most; of equals the shortest, then the first in code point order."""
    spellings = Counter(names)
    return min(spellings, key=lambda n: (-spellings[n], len(n), n), default=None)


def _names(named: Iterable[tuple[Claim, tuple[str, ...]]], links: Links) -> tuple[str, ...]:
    """One name per actor: the registry's, else the spelling most members use; sorted."""
    spellings: dict[str, Counter[str]] = {}
    for claim, names in named:
        for name in names:
            key = actor_key(links, claim.document, name)
            spellings.setdefault(key, Counter())[shown_name(links, claim.document, name)] += 1
    return tuple(sorted({min(count, key=lambda n: (-count[n], n)) for count in spellings.values()}))
