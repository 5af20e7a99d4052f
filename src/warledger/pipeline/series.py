"""Series out of the current records: strengths, movements, agreements, statements and tolls, each point with its witnesses."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from warledger.base.similarity import fold_name
from warledger.pipeline.deals import deals, latest
from warledger.pipeline.positions import denials, turns
from warledger.pipeline.series_merge import merged
from warledger.pipeline.series_rows import Row, RowMaker, happenings_of
from warledger.pipeline.tolls import toll_series
from warledger.pipeline.view import View
from warledger.pipeline.who import keys_called, keys_holding
from warledger.records.claim import Agreement, Claim, Modality
from warledger.records.registry import fold_actor
from warledger.records.series import Point, Series

#: Kinds of records that make series, in the order they are shown.
KINDS = ("strength", "movement", "agreement", "statement", "toll")
#: What a series of movements, and one of statements, is called.
_WHAT = {"movement": "movements", "statement": "statements"}


def series_of(view: View, actor: str = "", kinds: Iterable[str] = KINDS, on: dt.date | None = None, about: str = "") -> list[Series]:
    """Every series (of one actor), begun by the day `on`, with only those points that are `about` these words.

    `actor` is a name of any actor in the reports or in the registry; when it is nobody's name, every actor whose name holds all its words.
    Strengths, movements and statements make one series an actor (strengths one a unit), agreements one a deal, tolls one an incident or
    total that moved. Of one kind those with most points come first, agreements with the latest news first.
    """
    asked, named = set(kinds), actor.strip()
    keys = (keys_called(view, actor) or keys_holding(view, actor)) if named else frozenset()
    claims = [c for c in (_of(view, keys) if named else view.current) if _begun(c, on)]
    told = [c for c in claims if c.kind in asked and c.modality is not Modality.DENIED]
    maker, shared = RowMaker(view, view.words.series), happenings_of(view)
    rows = [row for claim in told for row in maker.rows(claim)]
    if "statement" in asked:
        rows += denials(claims, maker)
    made = _by_actor([row for row in rows if not named or row.key in keys], maker, shared)
    if any(isinstance(claim.content, Agreement) for claim in told):
        made += [deal for deal in _deals(view, maker, shared, on) if not named or keys & _parties(deal, maker)]
    if "toll" in asked:
        made += toll_series(maker, [c for c in view.current if _begun(c, on)], actor)
    found = [_about(series, about) for series in made]
    return sorted((s for s in found if s.points), key=_rank)


def _of(view: View, keys: frozenset[str]) -> list[Claim]:
    """The claims that name any of the actors, in the order of all."""
    found = {claim.id for key in keys for claim in view.by_actor.get(key, ())}
    return [claim for claim in view.current if claim.id in found] if found else []


def _deals(view: View, maker: RowMaker, shared: Mapping[str, str], on: dt.date | None) -> list[Series]:
    """All deals, whoever is asked for: a record of one that does not name the actor still tells what became of it."""
    told = (c for c in view.current if isinstance(c.content, Agreement) and c.modality is not Modality.DENIED)
    return deals([c for c in told if _begun(c, on)], maker, shared)


def _parties(deal: Series, maker: RowMaker) -> frozenset[str]:
    """The keys of a deal's parties, under the names its records use."""
    records = (maker.view.by_id[w.record] for point in deal.points for w in point.witnesses)
    return frozenset(maker.key(c, name) for c in records if isinstance(c.content, Agreement) for name in c.content.parties)


def _by_actor(rows: Iterable[Row], maker: RowMaker, shared: Mapping[str, str]) -> list[Series]:
    grouped: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for row in rows:
        kind = row.kind if row.kind in KINDS and not _is_denial(row) else "statement"
        grouped[kind, row.key, row.point.act if kind == "strength" else _WHAT[kind]].append(row)
    return [_series(kind, what, found, maker, shared) for (kind, _, what), found in grouped.items()]


def _is_denial(row: Row) -> bool:
    return row.point.act in ("DENY", "CONFIRM")


def _series(kind: str, what: str, rows: list[Row], maker: RowMaker, shared: Mapping[str, str]) -> Series:
    points = merged(rows, shared)
    turned = turns(points, maker.words) if kind == "statement" and maker.is_one(rows[0]) else ()
    return Series(_called(rows), kind, what, tuple(point for point, _ in points), turned)


def _called(rows: Iterable[Row]) -> str:
    """The actor's name as most rows write it; one that nothing is left away from before those that say it with more words."""
    names = Counter((fold_actor(row.name) != row.key, row.name) for row in rows)
    return min(names, key=lambda n: (n[0], -names[n], n[1]))[1]


def _about(series: Series, about: str) -> Series:
    """The series with only the points whose words, addressees or witnesses' words hold all the words asked for."""
    words = fold_name(about).split()
    if not words:
        return series
    kept = [n for n, point in enumerate(series.points) if _holds(series, point, words)]
    at = {n: new for new, n in enumerate(kept)}
    turned = tuple(type(t)(at[t.before], at[t.after], t.why) for t in series.turns if t.before in at and t.after in at)
    return Series(series.actor, series.kind, series.what, tuple(series.points[n] for n in kept), turned, series.parties)


def _holds(series: Series, point: Point, words: list[str]) -> bool:
    text = " ".join((series.what, point.words, *point.target, *point.places, *(w.quote for w in point.witnesses)))
    held = set(fold_name(text).split())
    return all(word in held for word in words)


def _rank(series: Series) -> tuple[int, int, int, str, str]:
    fresh = -latest(series).toordinal() if series.kind == "agreement" else 0
    return KINDS.index(series.kind), fresh, -len(series.points), series.actor, series.what


def _begun(claim: Claim, on: dt.date | None) -> bool:
    begun = (claim.time.start or claim.time.end) if claim.time else None
    return on is None or begun is None or begun <= on
