"""The brief: what of the state a person reads first, in what order, and how much of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from warledger.exports.brief.page import Day, DisputeLine, HoldLine, Line, Page, SaidLine, Section, TotalLine, UnreadLine
from warledger.exports.table import bounds, figure_words
from warledger.ledger.kept.questions import count_disputes, count_told, count_tolls, real_disputes, told_in, told_intervals, tolls
from warledger.pipeline.citing import cite, cite_all, firmest, says_who, short
from warledger.pipeline.headline import happening_words
from warledger.pipeline.holding import holding_of
from warledger.pipeline.limits import limits_of, read_of
from warledger.pipeline.view import View
from warledger.records.claim import FACTUAL, Claim, Modality, Toll
from warledger.records.control import Holding, PlaceControl
from warledger.records.event import Happening
from warledger.records.figure import Figure
from warledger.records.reason import Severity

_QUOTE = 150


@dataclass(frozen=True)
class Measure:
    """How much is shown: days with events, events a day, disputes, places, totals, unread inputs."""

    days: int
    events: int
    disputes: int
    places: int
    totals: int
    unread: int


SHORT = Measure(days=5, events=6, disputes=5, places=12, totals=5, unread=8)
WHOLE = Measure(*[1_000_000] * 6)


def brief(view: View, on: dt.date | None, *, everything: bool = False) -> Page:
    """The page for a day (default: the latest published one), short unless `everything`."""
    most = WHOLE if everything else SHORT
    day = view.on(on)
    begun = day.isoformat() if day else None
    told, intervals = count_told(view.parts, begun)
    days = tuple(_day(view, *interval, most.events) for interval in told_intervals(view.parts, begun, most.days))
    disputes = count_disputes(view.parts, begun)
    held = _holdings(view, day)
    unread = [p for p in view.state.unread if p.severity is not Severity.NOTED]
    return Page(
        monitor=view.state.monitor,
        on=begun,
        known=view.state.known.isoformat() if view.state.known else None,
        read=read_of(view),
        unread=tuple(UnreadLine(p.name, f"{p.reason.value}: {short(p.detail, 120)}") for p in unread[: most.unread]),
        days=days,
        disputes=tuple(
            DisputeLine(d.id, d.type, d.why, _said(view, d.a), _said(view, d.b)) for d in real_disputes(view.parts, begun, most.disputes)
        ),
        holdings=tuple(_holding(view, *row) for row in held[: most.places]),
        totals=tuple(_total(view, c) for c in tolls(view.parts, begun, most.totals)),
        limits=limits_of(view, happenings=told),
        of=Section(
            disputes=disputes,
            not_real=view.tally.disputes - disputes,
            places=len(held),
            totals=count_tolls(view.parts, begun),
            earlier_days=max(0, intervals - len(days)),
        ),
        more="" if everything else "All of it: --all. One record: warledger explain DIR RECORD. As a file: --format md",
    )


def _day(view: View, first: str, last: str, most: int) -> Day:
    """What happened on one day, or in one interval."""
    ranked = sorted(told_in(view.parts, first, last), key=lambda h: (-len(h.sources), -len(h.figures), -len(h.members), h.id))
    lines = tuple(_line(view, h) for h in ranked[:most])
    return Day(_label(ranked[0]), lines, len(ranked) - len(lines))


def _label(happening: Happening) -> str:
    start, end = happening.start, happening.end
    if start is None or end is None or start == end:
        return str(end or start or "undated")
    return f"{start} to {end}"


def _line(view: View, happening: Happening) -> Line:
    claims = view.claims(happening.members)
    claims.sort(key=lambda c: (c.modality not in FACTUAL, -c.confidence, view.names[c.document], c.span.start))
    return Line(
        event=happening.id,
        what=happening_words(happening),
        figures=tuple(_figure(f) for f in happening.figures),
        quote=short(claims[0].quote, _QUOTE),
        sources=len(happening.sources),
        citations=cite_all(view, claims),
        disputed=any(d.real for d in view.disputes_of(happening.members)),
        note=_note(claims),
    )


def _figure(figure: Figure) -> str:
    """As in the table, but a count nobody states is left unsaid."""
    stated = figure.low is not None or figure.high is not None
    return figure_words(figure) if stated else f"{figure.measure} {figure.group}".rstrip()


def _note(claims: Sequence[Claim]) -> str:
    firmness = firmest(claims)
    return "claimed by a party only" if firmness is Modality.CLAIMED else ""


def _said(view: View, side: Sequence[str]) -> SaidLine:
    claim = view.by_id[side[0]]
    return SaidLine(short(claim.quote, _QUOTE), cite(view, claim))


def _holdings(view: View, day: dt.date | None) -> list[tuple[PlaceControl, Holding]]:
    """Every place whose control somebody reports, the latest change first."""
    found = [(c, holding_of(view, c, c.names[0], day)) for c in view.state.control]
    told = [(c, h) for c, h in found if h.assessed.holder or h.claimed]
    return sorted(told, key=lambda pair: (-(pair[1].assessed.since or dt.date.min).toordinal(), -len(pair[0].claims), pair[0].key))


def _holding(view: View, control: PlaceControl, holding: Holding) -> HoldLine:
    spell = holding.assessed
    evidence = view.claims(spell.evidence)
    return HoldLine(
        place=control.names[0],
        holder=spell.holder,
        status=spell.status.value,
        since=spell.since.isoformat() if spell.since else None,
        why=spell.why,
        citations=cite_all(view, evidence),
        claimed=tuple(f"{a.holder}, by {a.by}" for a in holding.claimed if a.holder != spell.holder),
    )


def _total(view: View, claim: Claim) -> TotalLine:
    content = claim.content
    assert isinstance(content, Toll)
    blamed = f" (by {' and '.join(content.by)})" if content.by else ""
    return TotalLine(
        what=f"{content.group or 'people'} {content.measure}{blamed}",
        amount=bounds(content.low, content.high),
        when=_when(claim),
        by=f", says {says_who(view, claim)}",
        citation=cite(view, claim),
    )


def _when(claim: Claim) -> str:
    time = claim.time
    if time is None:
        return ""
    if time.start == time.end:
        return f", {time.end}"
    return f", {time.start or '...'} to {time.end or '...'}"
