"""From what the ledger holds to the state: a pure function of claims, decisions and the monitor's files."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from warledger.pipeline.listed import listed_sources
from warledger.pipeline.monitor import Monitor
from warledger.pipeline.naming import export_names
from warledger.pipeline.rulings import rulings_of, with_edits, with_names
from warledger.pipeline.standing import put_right, statuses
from warledger.pipeline.witnesses import known_documents, latest_day, witness_of
from warledger.records.claim import Claim
from warledger.records.control import PlaceControl
from warledger.records.decision import Decision
from warledger.records.dispute import Dispute
from warledger.records.document import Document
from warledger.records.event import Happening
from warledger.records.family import Family
from warledger.records.link import Links
from warledger.records.reason import Problem
from warledger.records.ruling import Together
from warledger.records.state import State
from warledger.records.status import ClaimStatus
from warledger.records.witness import Witness

if TYPE_CHECKING:  # what it imports takes a tenth of a second, and most questions are answered from the kept state
    from warledger.stages.events.facets import Facet
    from warledger.stages.families.find import FamilyFindings

Witnesses = Mapping[str, Witness]


class Held(msgspec.Struct, frozen=True):
    """What a ledger holds, as the stages need it."""

    documents: tuple[Document, ...]
    claims: tuple[Claim, ...]
    decisions: tuple[Decision, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class StateTools:
    """The stages with their vocabulary, gazetteer and registry already in hand (`pipeline/build.py`)."""

    find_families: Callable[[Sequence[Document]], FamilyFindings]
    link: Callable[[Sequence[Claim]], Links]
    facets_of: Callable[[Sequence[Claim], Links, Witnesses], Mapping[str, Facet]]
    cluster: Callable[[Sequence[Claim], Links, Witnesses, Mapping[str, Facet], Sequence[Together]], tuple[Happening, ...]]
    find_disputes: Callable[[Sequence[Happening], Sequence[Claim], Witnesses, Mapping[str, Facet]], tuple[Dispute, ...]]
    control_of: Callable[[Sequence[Claim], Links, Witnesses], tuple[PlaceControl, ...]]


def assemble(held: Held, monitor: Monitor, tools: StateTools, known: dt.date | None = None) -> State:
    """The state as known on a day (`None`: with everything in the ledger).

    In order: the documents known, their families; people's decisions (they hold whatever day is asked for: they are about what the
    words say); the standing of every claim; the links of all names; and over the claims that
    count the happenings, the disputes and who held what. Names of documents come from the whole ledger, so they stay the same
    whatever day is asked for.
    """
    documents = known_documents(held.documents, known)
    findings = tools.find_families(documents)
    witnesses = _witnesses(documents, export_names(held.documents), findings.families, monitor)
    read = _in_order((c for c in held.claims if c.document in witnesses), witnesses)
    rulings = rulings_of(held.decisions, read)
    claims = with_edits(read, rulings)
    status = statuses(claims, documents, findings, rulings.verdicts)
    links = with_names(tools.link(claims), rulings)
    current = tuple(c for c in claims if status[c.id] is ClaimStatus.CURRENT)
    wrong = put_right(claims, status, findings)
    facets = tools.facets_of((*current, *wrong), links, witnesses)
    happenings = tools.cluster(current, links, witnesses, facets, rulings.pairs)
    disputes = tools.find_disputes(happenings, (*current, *wrong), witnesses, facets)
    return State(
        monitor=monitor.name,
        on=latest_day(documents),
        known=known,
        witnesses=witnesses,
        claims=claims,
        status=status,
        links=links,
        families=findings.families,
        edges=findings.edges,
        corrections=findings.corrections,
        happenings=happenings,
        control=tools.control_of(current, links, witnesses),
        disputes=_without_settled(disputes, frozenset(c.id for c in wrong)),
        unread=held.problems,
        orphans=rulings.orphans,
    )


def _without_settled(disputes: Iterable[Dispute], wrong: frozenset[str]) -> tuple[Dispute, ...]:
    """The disputes but those that words put right have with others: of those only that they were put right is told."""
    return tuple(d for d in disputes if not d.real or wrong.isdisjoint({*d.a, *d.b}))


def _witnesses(documents: Iterable[Document], names: Mapping[str, str], families: Iterable[Family], monitor: Monitor) -> dict[str, Witness]:
    family_of = {member: family for family in families for member in family.members}
    sources = listed_sources(monitor.sources)
    return {d.id: witness_of(d, names[d.id], family_of.get(d.id), sources) for d in documents}


def _in_order(claims: Iterable[Claim], witnesses: Witnesses) -> tuple[Claim, ...]:
    return tuple(sorted(claims, key=lambda c: (witnesses[c.document].doc, c.span.start, c.kind, c.id)))
