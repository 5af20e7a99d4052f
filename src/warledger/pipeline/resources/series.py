"""Series, statements and agreements: what actors had, did, agreed to and said, over time."""

from __future__ import annotations

import datetime as dt

from warledger.base.ids import content_id
from warledger.pipeline.resources.catalogue import Catalogue
from warledger.pipeline.resources.links import href
from warledger.pipeline.resources.pages import Page, Wanted, page_of
from warledger.pipeline.resources.shapes import ActorRef, Shape
from warledger.pipeline.series import KINDS, series_of
from warledger.records.series import Point, Series, Witnessed


class Witnessing(Shape, frozen=True):
    """One record behind a point: who says so (`source`), the independent source it comes from (`origin`), and its words."""

    record: str
    href: str
    document: str
    source: str
    origin: str
    quote: str


class PointRow(Shape, frozen=True):
    """What was so from `start` to `end` (`None`: open); `low` and `high` bound a count, where there is one, `words` say the rest.
    `sources` counts the independent ones. `act` is the unit, mode, status or act of speech, `target` whom a statement is addressed to
    and `topic` what it is about."""

    start: dt.date | None
    end: dt.date | None
    low: float | None
    high: float | None
    words: str
    modality: str
    sources: int
    places: tuple[str, ...]
    act: str
    target: tuple[str, ...]
    topic: str
    witnesses: tuple[Witnessing, ...]


class TurnRow(Shape, frozen=True):
    """A change of position between two points (indices into `points`), and in what the later contradicts the earlier; of a toll why it
    moved."""

    before: int
    after: int
    why: str


class SeriesRow(Shape, frozen=True):
    """One series of one actor (an agreement: of its `parties`): `kind` is that of the records, `what` the unit, deal or matter."""

    id: str
    actor: ActorRef
    kind: str
    what: str
    parties: tuple[ActorRef, ...]
    points: tuple[PointRow, ...]
    turns: tuple[TurnRow, ...]


class SeriesFilter(Shape, frozen=True):
    """Which series: of this actor (id, name or words of names), of these kinds (none named: all), with points begun by `on` that are
    `about` these words."""

    actor: str = ""
    kinds: tuple[str, ...] = ()
    on: dt.date | None = None
    about: str = ""


class SeriesPage(Page[SeriesRow], frozen=True):
    """A page of series."""


def series_page(catalogue: Catalogue, wanted: SeriesFilter, page: Wanted) -> SeriesPage:
    """The series that pass the filter.

    Raises:
        UsageError: a cursor of another list.
    """
    named = catalogue.actors[wanted.actor].name if wanted.actor in catalogue.actors else wanted.actor
    found = series_of(catalogue.view, named, wanted.kinds or KINDS, wanted.on, wanted.about)
    items, after = page_of(found, page, _id)
    return SeriesPage(tuple(_row(catalogue, s) for s in items), len(found), after)


def _id(series: Series) -> str:
    records = sorted(w.record for point in series.points for w in point.witnesses)
    return content_id("t", series.actor, series.kind, series.what, records)


def _actor(catalogue: Catalogue, series: Series, name: str) -> ActorRef:
    """The actor of that name in the series: the one that some record behind it names so."""
    for witness in series.points[0].witnesses:
        found = catalogue.actor_of(catalogue.view.by_id[witness.record], name)
        if found:
            return ActorRef(name, found, href("actor", found))
    known = catalogue.named(name)
    return ActorRef(name, known, href("actor", known) if known else None)


def _row(catalogue: Catalogue, series: Series) -> SeriesRow:
    return SeriesRow(
        id=_id(series),
        actor=_actor(catalogue, series, series.actor),
        kind=series.kind,
        what=series.what,
        parties=tuple(_actor(catalogue, series, name) for name in series.parties),
        points=tuple(_point(catalogue, p) for p in series.points),
        turns=tuple(TurnRow(t.before, t.after, t.why) for t in series.turns),
    )


def _point(catalogue: Catalogue, p: Point) -> PointRow:
    witnesses = tuple(_witness(catalogue, w) for w in p.witnesses)
    return PointRow(p.start, p.end, p.low, p.high, p.words, p.modality, p.sources, p.places, p.act, p.target, p.topic, witnesses)


def _witness(catalogue: Catalogue, w: Witnessed) -> Witnessing:
    document = catalogue.view.by_id[w.record].document
    return Witnessing(w.record, href("explain", w.record), href("document", document), w.source, w.origin, w.quote)
