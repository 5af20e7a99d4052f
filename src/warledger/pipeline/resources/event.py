"""One happening with all its witnesses: figures as a matrix, disputes side by side, the words, and how it came to be known."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict

import msgspec

from warledger.base.errors import NotFound
from warledger.exports.cite import paragraph
from warledger.exports.told import Told
from warledger.pipeline.citing import says_who
from warledger.pipeline.resources.catalogue import Catalogue
from warledger.pipeline.resources.evidence import Evidence, evidence
from warledger.pipeline.resources.links import href
from warledger.pipeline.resources.refs import actor_ref, document_ref, event_row, when
from warledger.pipeline.resources.shapes import ActorRef, DocumentRef, EventRow, PlaceRef, Shape, When
from warledger.records.claim import Claim
from warledger.records.dispute import Dispute
from warledger.records.estimate import Estimate, by_family, conservative, low_best_high, speakers
from warledger.records.event import Happening
from warledger.records.figure import Cell, Figure


class MatrixCell(Shape, frozen=True):
    """One record's count. `source` is the independent source behind it, `party` whether that is a party speaking of its own war;
    `last` that it is the source's last word, which the views count."""

    record: str
    href: str
    source: str
    said_by: str
    document: str
    party: bool
    last: bool
    known: dt.date | None
    low: float | None
    high: float | None


class Matrix(Shape, frozen=True):
    """What the records say of one measure of one group, and three views of it: the lowest credible figure; low, best and high over
    sources; independent sources beside the parties' own figures."""

    measure: str
    group: str
    low: float | None
    high: float | None
    cells: tuple[MatrixCell, ...]
    conservative: float | None
    estimate: Estimate
    independent: Estimate
    parties: Estimate


class Side(Shape, frozen=True):
    """One side of a dispute: its records, with their words."""

    evidence: tuple[Evidence, ...]


class Disagreement(Shape, frozen=True):
    """A dispute with both sides' words. `real` is false for differences of scope, time or wording."""

    id: str
    type: str
    real: bool
    why: str
    a: Side
    b: Side


class Heard(Shape, frozen=True):
    """What became known of it on one day: the records, who gave them, and the lowest to the highest count of people
    killed known from then on (of the group most was said of; groups are not added up)."""

    known: dt.date | None
    records: tuple[str, ...]
    documents: tuple[DocumentRef, ...]
    killed_low: float | None
    killed_high: float | None


class Joined(Shape, frozen=True):
    """Why a record is part of it."""

    record: str
    why: str


class Event(Shape, frozen=True):
    """One happening. `permanent` is an address that stays when more records join it: that of its first record. `citation` is a
    paragraph to cite it by; `independent` lists its independent sources."""

    row: EventRow
    permanent: str
    where: PlaceRef | None
    when: tuple[When, ...]
    actors1: tuple[ActorRef, ...]
    actors2: tuple[ActorRef, ...]
    independent: tuple[str, ...]
    figures: tuple[Matrix, ...]
    disputes: tuple[Disagreement, ...]
    evidence: tuple[Evidence, ...]
    joined: tuple[Joined, ...]
    history: tuple[Heard, ...]
    citation: str


def find_event(catalogue: Catalogue, wanted: str) -> Happening:
    """The happening of that id, or that of a record with that id.

    Raises:
        NotFound: there is none.
    """
    found = catalogue.happenings.get(wanted) or catalogue.happening_of.get(wanted)
    if found is None:
        raise NotFound(f'no event "{wanted}"', mend="An event's id changes when records join it: its records' ids lead to it too")
    return found


def event(catalogue: Catalogue, wanted: str) -> Event:
    """The happening in full.

    Raises:
        NotFound: there is none of that id.
    """
    happening = find_event(catalogue, wanted)
    claims = catalogue.claims_of(happening)
    row = event_row(catalogue, happening)
    return Event(
        row=row,
        permanent=href("event", happening.members[0]),
        where=row.place,
        when=_whens(catalogue, claims),
        actors1=tuple(_actor(catalogue, claims, name) for name in happening.actors1),
        actors2=tuple(_actor(catalogue, claims, name) for name in happening.actors2),
        independent=tuple(catalogue.source_name(source) for source in happening.sources),
        figures=tuple(_matrix(catalogue, f) for f in happening.figures),
        disputes=tuple(disagreement(catalogue, d) for d in _disputes(catalogue, happening)),
        evidence=tuple(evidence(catalogue, c) for c in claims),
        joined=tuple(Joined(m, happening.why[m]) for m in happening.members if happening.why.get(m)),
        history=_history(catalogue, happening, claims),
        citation=paragraph(Told(happening, tuple(claims), catalogue.view.state)),
    )


def disagreement(catalogue: Catalogue, dispute: Dispute) -> Disagreement:
    """A dispute with the words of both sides."""
    a, b = (Side(tuple(evidence(catalogue, catalogue.view.by_id[m]) for m in side)) for side in (dispute.a, dispute.b))
    return Disagreement(dispute.id, dispute.type, dispute.real, dispute.why, a, b)


def _disputes(catalogue: Catalogue, happening: Happening) -> list[Dispute]:
    found = {d.id: d for m in happening.members for d in catalogue.disputes_of.get(m, ())}
    return sorted(found.values(), key=lambda d: (not d.real, d.id))


def _whens(catalogue: Catalogue, claims: list[Claim]) -> tuple[When, ...]:
    """Each way its time is given, once, in the order of the records."""
    return tuple(dict.fromkeys(w for c in claims if (w := when(c)) is not None))


def _actor(catalogue: Catalogue, claims: list[Claim], name: str) -> ActorRef:
    """The actor under the name the happening gives it: as some record writes it, or as the registry does."""
    for claim in claims:
        ref = actor_ref(catalogue, claim, name)
        if ref.id is not None:
            return ref
    found = catalogue.named(name)
    return ActorRef(name, found, href("actor", found) if found else None)


def _matrix(catalogue: Catalogue, figure: Figure) -> Matrix:
    independent, parties = by_family(figure)
    last = speakers(figure)
    cells = tuple(_cell(catalogue, cell, last=cell in last) for cell in figure.cells)
    return Matrix(
        measure=figure.measure,
        group=figure.group,
        low=figure.low,
        high=figure.high,
        cells=cells,
        conservative=conservative(figure),
        estimate=low_best_high(figure),
        independent=independent,
        parties=parties,
    )


def _cell(catalogue: Catalogue, cell: Cell, *, last: bool) -> MatrixCell:
    claim = catalogue.view.by_id[cell.record]
    return MatrixCell(
        record=cell.record,
        href=href("explain", cell.record),
        source=catalogue.source_name(cell.source),
        said_by=says_who(catalogue.view, claim),
        document=href("document", claim.document),
        party=cell.party,
        last=last,
        known=cell.known,
        low=cell.low,
        high=cell.high,
    )


def _history(catalogue: Catalogue, happening: Happening, claims: list[Claim]) -> tuple[Heard, ...]:
    """The days on which records of it became known, in order; what was always known first."""
    by_day: dict[dt.date | None, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_day[catalogue.view.state.witnesses[claim.document].known].append(claim)
    heard, so_far = [], set[str]()
    for day in sorted(by_day, key=lambda d: d or dt.date.min):
        so_far |= {c.id for c in by_day[day]}
        dead = _so_far(happening, so_far)
        documents = dict.fromkeys(c.document for c in by_day[day])
        records = tuple(c.id for c in by_day[day])
        low, high = (dead.low, dead.high) if dead else (None, None)
        heard.append(Heard(day, records, tuple(document_ref(catalogue, d) for d in documents), low, high))
    return tuple(heard)


def _so_far(happening: Happening, records: set[str]) -> Estimate | None:
    """Low, best and high of the group of killed that most was said of, over these records."""
    best: Figure | None = None
    for figure in happening.figures:
        cells = tuple(c for c in figure.cells if c.record in records and (c.low is not None or c.high is not None))
        if figure.measure == "killed" and cells and (best is None or _size(cells) > _size(best.cells)):
            best = msgspec.structs.replace(figure, cells=cells)
    return low_best_high(best) if best else None


def _size(cells: tuple[Cell, ...]) -> float:
    return max(max(c.low or 0, c.high or 0) for c in cells)
