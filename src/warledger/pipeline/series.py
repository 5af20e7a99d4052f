"""Series of actors out of the current records: strengths, movements, agreements and statements, each point with its witnesses."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping

from warledger.base.similarity import fold_name
from warledger.pipeline.deals import deals, latest
from warledger.pipeline.positions import denials, turns
from warledger.pipeline.series_merge import merged
from warledger.pipeline.series_rows import Row, RowMaker, happenings_of
from warledger.pipeline.view import View
from warledger.records.claim import Agreement, Claim, Modality
from warledger.records.registry import fold_actor
from warledger.records.series import Point, Series
from warledger.stages.linking.actors import actor_names

#: Kinds of records that make series, in the order they are shown.
KINDS = ("strength", "movement", "agreement", "statement")
#: What a series of movements, and one of statements, is called.
_WHAT = {"movement": "movements", "statement": "statements"}

Wanted = Callable[[str, str], bool]


def series_of(view: View, actor: str = "", kinds: Iterable[str] = KINDS, on: dt.date | None = None, about: str = "") -> list[Series]:
    """Every series (of one actor), begun by the day `on`, with only those points that are `about` these words.

    `actor` is a name of any actor in the reports or in the registry; when it is nobody's name, every actor whose name holds all its words.
    Strengths, movements and statements make one series an actor (strengths one a unit), agreements one a deal. Of one kind those with
    most points come first, agreements with the latest news first.
    """
    from warledger.pipeline.vocabulary import WordLists  # it brings the language model's library, which no question else needs

    asked = set(kinds)
    maker = RowMaker(view, WordLists.packaged(view.monitor.words, view.monitor.vocab).series)
    wanted, shared = _wanted(view, actor), happenings_of(view)
    begun = [c for c in view.current if _begun(c, on)]
    told = [c for c in begun if c.kind in asked and c.modality is not Modality.DENIED]
    rows = [row for c in told if _may_be(c, view, wanted) for row in maker.rows(c)]
    if "statement" in asked:
        rows += denials(begun, maker)
    made = _by_actor([row for row in rows if wanted(row.key, row.name)], maker, shared)
    made += [s for s in _deals(told, maker, shared) if any(wanted(fold_actor(p), p) for p in s.parties) or not actor]
    found = [_about(series, about) for series in made]
    return sorted((s for s in found if s.points), key=_rank)


def _wanted(view: View, actor: str) -> Wanted:
    """Whether a key and a name are of the actor asked for: by any of its names, else by the words of the question."""
    if not actor.strip():
        return lambda key, name: True
    folded, words = fold_actor(actor), fold_name(actor).split()
    links = view.state.links.actors.values()
    keys = {link.key for link in links if fold_actor(link.name) == folded or (link.canonical and fold_actor(link.canonical) == folded)}
    if keys:
        named = {fold_actor(link.name) for link in links if link.key in keys}
        return lambda key, name: key in keys or key in named
    return lambda key, name: all(word in fold_name(name).split() for word in words)


def _may_be(claim: Claim, view: View, wanted: Wanted) -> bool:
    links = view.state.links
    found = ((links.actor(claim.document, name, claim.day), name) for name in actor_names(claim))
    return any(wanted(link.key, link.canonical or name) for link, name in found if link is not None)


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


def _deals(claims: Iterable[Claim], maker: RowMaker, shared: Mapping[str, str]) -> list[Series]:
    return deals([c for c in claims if isinstance(c.content, Agreement)], maker, shared)


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
