"""The brief with addresses: what happened, what is disputed, who holds what, the totals, the limits."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from warledger.exports.brief.page import Citation, Day, DisputeLine, HoldLine, Line, SaidLine, TotalLine, UnreadLine
from warledger.pipeline.briefing import brief as make_brief
from warledger.pipeline.resources.catalogue import Catalogue
from warledger.pipeline.resources.links import href
from warledger.pipeline.resources.places import place_named
from warledger.pipeline.resources.shapes import Cite, PlaceRef, Shape


class BriefLine(Shape, frozen=True):
    """One happening; `figures` are in words, `note` is a warning ("claimed by a party only")."""

    event: str
    href: str
    what: str
    figures: tuple[str, ...]
    quote: str
    sources: int
    citations: tuple[Cite, ...]
    disputed: bool
    note: str


class BriefDay(Shape, frozen=True):
    """The happenings of one day or stretch of days; `left_out` is how many more there are."""

    label: str
    lines: tuple[BriefLine, ...]
    left_out: int


class BriefSide(Shape, frozen=True):
    """One side of a dispute: its words, and whose."""

    quote: str
    citation: Cite


class BriefDispute(Shape, frozen=True):
    """A real disagreement with both sides' words; `event` is one it is about."""

    id: str
    type: str
    why: str
    event: str | None
    a: BriefSide
    b: BriefSide


class BriefHold(Shape, frozen=True):
    """Who holds one place; `claimed` lists who else is said to, and by whom, in words."""

    place: PlaceRef | None
    name: str
    holder: str | None
    status: str
    since: str | None
    why: str
    citations: tuple[Cite, ...]
    claimed: tuple[str, ...]


class BriefTotal(Shape, frozen=True):
    """A running total as somebody gives it; totals are never added up."""

    what: str
    amount: str
    when: str
    by: str
    citation: Cite


class BriefUnread(Shape, frozen=True):
    """An input not read, or not fully, and why."""

    name: str
    why: str


class Brief(Shape, frozen=True):
    """The situation on a day. `read` and `limits` are sentences; each section says how many entries there are in all."""

    monitor: str
    on: str | None
    known: str | None
    read: tuple[str, ...]
    unread: tuple[BriefUnread, ...]
    days: tuple[BriefDay, ...]
    earlier_days: int
    disputes: tuple[BriefDispute, ...]
    all_disputes: int
    not_real: int
    holdings: tuple[BriefHold, ...]
    all_holdings: int
    totals: tuple[BriefTotal, ...]
    all_totals: int
    limits: tuple[str, ...]


def brief(catalogue: Catalogue, on: dt.date | None, *, everything: bool = False) -> Brief:
    """The brief for a day (default: the latest published one), short unless `everything`."""
    page = make_brief(catalogue.view, on, everything=everything)
    return Brief(
        monitor=page.monitor,
        on=page.on,
        known=page.known,
        read=page.read,
        unread=tuple(_unread(u) for u in page.unread),
        days=tuple(_day(catalogue, d) for d in page.days),
        earlier_days=page.of.earlier_days,
        disputes=tuple(_dispute(catalogue, d) for d in page.disputes),
        all_disputes=page.of.disputes,
        not_real=page.of.not_real,
        holdings=tuple(_hold(catalogue, h) for h in page.holdings),
        all_holdings=page.of.places,
        totals=tuple(_total(catalogue, t) for t in page.totals),
        all_totals=page.of.totals,
        limits=page.limits,
    )


def _cite(catalogue: Catalogue, c: Citation) -> Cite:
    document = href("document", catalogue.view.by_id[c.record].document)
    return Cite(c.record, href("explain", c.record), document, c.doc, c.start, c.end, c.outlet)


def _cites(catalogue: Catalogue, found: Iterable[Citation]) -> tuple[Cite, ...]:
    return tuple(_cite(catalogue, c) for c in found)


def _day(catalogue: Catalogue, day: Day) -> BriefDay:
    return BriefDay(day.label, tuple(_line(catalogue, line) for line in day.lines), day.left_out)


def _line(catalogue: Catalogue, line: Line) -> BriefLine:
    cites = _cites(catalogue, line.citations)
    where = href("event", line.event)
    return BriefLine(line.event, where, line.what, line.figures, line.quote, line.sources, cites, line.disputed, line.note)


def _dispute(catalogue: Catalogue, line: DisputeLine) -> BriefDispute:
    happening = catalogue.happening_of.get(line.a.citation.record)
    event = href("event", happening.id) if happening else None
    return BriefDispute(line.dispute, line.type, line.why, event, _side(catalogue, line.a), _side(catalogue, line.b))


def _side(catalogue: Catalogue, said: SaidLine) -> BriefSide:
    return BriefSide(said.quote, _cite(catalogue, said.citation))


def _hold(catalogue: Catalogue, line: HoldLine) -> BriefHold:
    cites = _cites(catalogue, line.citations)
    return BriefHold(place_named(catalogue, line.place), line.place, line.holder, line.status, line.since, line.why, cites, line.claimed)


def _total(catalogue: Catalogue, line: TotalLine) -> BriefTotal:
    return BriefTotal(line.what, line.amount, line.when, line.by, _cite(catalogue, line.citation))


def _unread(line: UnreadLine) -> BriefUnread:
    return BriefUnread(line.name, line.why)
