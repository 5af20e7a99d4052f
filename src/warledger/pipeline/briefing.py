"""The brief: what of the state a person reads first, in what order, and how much of it."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from warledger.exports.brief.page import Day, DisputeLine, HoldLine, Line, Page, SaidLine, Section, TotalLine, UnreadLine
from warledger.exports.events import disputes_of
from warledger.exports.table import bounds, figure_words
from warledger.pipeline.citing import cite, cite_all, firmest, says_who, short
from warledger.pipeline.headline import happening_words
from warledger.pipeline.holding import holding_of
from warledger.pipeline.limits import limits_of, read_of
from warledger.pipeline.view import View
from warledger.records.claim import FACTUAL, Claim, Control, Modality, Toll
from warledger.records.control import Holding, PlaceControl
from warledger.records.dispute import Dispute
from warledger.records.event import Happening
from warledger.records.figure import Figure
from warledger.records.reason import Severity

_QUOTE = 150
#: Kinds that say what happened; statements, tolls and strengths are told elsewhere.
_DEEDS = frozenset({"event", "control", "movement", "agreement"})
#: A happening vaguer than this says too little of when to stand under a date (days).
_VAGUE = 45


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
    told = _told(view, day)
    days = _days(view, told, most)
    real = _disputes(view, day)
    held = _holdings(view, day)
    totals = _totals(view, day)
    unread = [p for p in view.state.unread if p.severity is not Severity.NOTED]
    return Page(
        monitor=view.state.monitor,
        on=day.isoformat() if day else None,
        known=view.state.known.isoformat() if view.state.known else None,
        read=read_of(view),
        unread=tuple(UnreadLine(p.name, f"{p.reason.value}: {short(p.detail, 120)}") for p in unread[: most.unread]),
        days=days,
        disputes=tuple(DisputeLine(d.id, d.type, d.why, _said(view, d.a), _said(view, d.b)) for d in real[: most.disputes]),
        holdings=tuple(held[: most.places]),
        totals=tuple(totals[: most.totals]),
        limits=limits_of(view, happenings=len(told)),
        of=Section(
            disputes=len(real),
            not_real=len(view.state.disputes) - len(real),
            places=len(held),
            totals=len(totals),
            earlier_days=max(0, len({_label(h) for h in told}) - len(days)),
        ),
        more="" if everything else "All of it: --all. One record: warledger explain DIR RECORD. As a file: --format md",
    )


def _told(view: View, day: dt.date | None) -> list[Happening]:
    """The happenings that somebody says did happen, begun by that day, with a date that says when."""
    return [h for h in view.state.happenings if _dated(h) and (day is None or h.start is None or h.start <= day) and _did_happen(view, h)]


def _dated(happening: Happening) -> bool:
    start, end = happening.start, happening.end
    return start is not None and end is not None and (end - start).days <= _VAGUE


def _did_happen(view: View, happening: Happening) -> bool:
    claims = [view.by_id[m] for m in happening.members]
    return any(c.modality in FACTUAL and c.kind in _DEEDS for c in claims) and not _is_state(claims)


def _is_state(claims: Sequence[Claim]) -> bool:
    return all(isinstance(c.content, Control) and c.content.mode == "holds" for c in claims)


def _days(view: View, told: Sequence[Happening], most: Measure) -> tuple[Day, ...]:
    by_label: dict[tuple[dt.date, dt.date], list[Happening]] = defaultdict(list)
    for happening in told:
        if happening.start and happening.end:
            by_label[happening.end, happening.start].append(happening)
    disputed = set(disputes_of(d for d in view.state.disputes if d.real))
    days = []
    for key in sorted(by_label, reverse=True)[: most.days]:
        ranked = sorted(by_label[key], key=lambda h: (-len(h.sources), -len(h.figures), -len(h.members), h.id))
        lines = tuple(_line(view, h, disputed) for h in ranked[: most.events])
        days.append(Day(_label(ranked[0]), lines, len(ranked) - len(lines)))
    return tuple(days)


def _label(happening: Happening) -> str:
    start, end = happening.start, happening.end
    if start is None or end is None or start == end:
        return str(end or start or "undated")
    return f"{start} to {end}"


def _line(view: View, happening: Happening, disputed: set[str]) -> Line:
    claims = [view.by_id[m] for m in happening.members]
    claims.sort(key=lambda c: (c.modality not in FACTUAL, -c.confidence, view.names[c.document], c.span.start))
    return Line(
        event=happening.id,
        what=happening_words(happening),
        figures=tuple(_figure(f) for f in happening.figures),
        quote=short(claims[0].quote, _QUOTE),
        sources=len(happening.sources),
        citations=cite_all(view, claims),
        disputed=any(m in disputed for m in happening.members),
        note=_note(claims),
    )


def _figure(figure: Figure) -> str:
    """As in the table, but a count nobody states is left unsaid."""
    stated = figure.low is not None or figure.high is not None
    return figure_words(figure) if stated else f"{figure.measure} {figure.group}".rstrip()


def _note(claims: Sequence[Claim]) -> str:
    firmness = firmest(claims)
    return "claimed by a party only" if firmness is Modality.CLAIMED else ""


def _disputes(view: View, day: dt.date | None) -> list[Dispute]:
    """The real disagreements about what had happened by that day: those with most independent texts first, then the latest."""

    def rank(dispute: Dispute) -> tuple[int, int, str]:
        members = [view.by_id[m] for m in (*dispute.a, *dispute.b)]
        texts = {view.state.witnesses[c.document].family for c in members}
        latest = max((c.time.end for c in members if c.time and c.time.end), default=dt.date.min)
        return -len(texts), -latest.toordinal(), dispute.id

    return sorted((d for d in view.state.disputes if d.real and _begun(view, d, day)), key=rank)


def _begun(view: View, dispute: Dispute, day: dt.date | None) -> bool:
    starts = [c.time.start for m in (*dispute.a, *dispute.b) if (c := view.by_id[m]).time and c.time.start]
    return day is None or not starts or min(starts) <= day


def _said(view: View, side: Sequence[str]) -> SaidLine:
    claim = view.by_id[side[0]]
    return SaidLine(short(claim.quote, _QUOTE), cite(view, claim))


def _holdings(view: View, day: dt.date | None) -> list[HoldLine]:
    """Every place whose control somebody reports, the latest change first."""
    found = [(c, holding_of(view, c, c.names[0], day)) for c in view.state.control]
    told = [(c, h) for c, h in found if h.assessed.holder or h.claimed]
    told.sort(key=lambda pair: (-(pair[1].assessed.since or dt.date.min).toordinal(), -len(pair[0].claims), pair[0].key))
    return [_holding(view, control, holding) for control, holding in told]


def _holding(view: View, control: PlaceControl, holding: Holding) -> HoldLine:
    spell = holding.assessed
    evidence = [view.by_id[i] for i in spell.evidence if i in view.by_id]
    return HoldLine(
        place=control.names[0],
        holder=spell.holder,
        status=spell.status.value,
        since=spell.since.isoformat() if spell.since else None,
        why=spell.why,
        citations=cite_all(view, evidence),
        claimed=tuple(f"{a.holder}, by {a.by}" for a in holding.claimed if a.holder != spell.holder),
    )


def _totals(view: View, day: dt.date | None) -> list[TotalLine]:
    """The tolls, the latest first."""
    tolls = [c for c in view.current if isinstance(c.content, Toll) and c.modality in FACTUAL and _by_then(view, c, day)]
    tolls.sort(key=lambda c: (-(_end(view, c) or dt.date.min).toordinal(), view.names[c.document], c.span.start, c.id))
    return [_total(view, c) for c in tolls]


def _by_then(view: View, claim: Claim, day: dt.date | None) -> bool:
    end = _end(view, claim)
    return day is None or end is None or end <= day


def _end(view: View, claim: Claim) -> dt.date | None:
    return (claim.time.end if claim.time else None) or view.state.witnesses[claim.document].known


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
