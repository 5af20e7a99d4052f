"""The state: everything that follows from the claims and decisions of a ledger, as known on a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

import msgspec

from warledger.records.claim import Claim
from warledger.records.control import PlaceControl
from warledger.records.decision import Decision
from warledger.records.dispute import Dispute
from warledger.records.event import Happening
from warledger.records.family import Correction, Edge, Family
from warledger.records.link import Links
from warledger.records.reason import Problem
from warledger.records.status import ClaimStatus
from warledger.records.witness import Witness


class State(msgspec.Struct, frozen=True):
    """A pure function of claims, decisions and the monitor's files; never stored as truth.

    `claims` holds every claim, whatever became of it (`status` by claim id), sorted by (doc, start, kind, id).
    `on` is the day views default to: the latest published date. `unread` lists inputs that were not (fully) read, `orphans`
    decisions whose record no reading gives any more. Sequences and mappings may be such as are loaded when they are asked for.
    """

    monitor: str
    on: dt.date | None
    known: dt.date | None
    witnesses: Mapping[str, Witness]
    claims: Sequence[Claim]
    status: Mapping[str, ClaimStatus]
    links: Links
    families: Sequence[Family]
    edges: Sequence[Edge]
    corrections: Sequence[Correction]
    happenings: Sequence[Happening]
    control: Sequence[PlaceControl]
    disputes: Sequence[Dispute]
    unread: tuple[Problem, ...] = ()
    orphans: tuple[Decision, ...] = ()

    def current(self) -> tuple[Claim, ...]:
        """The claims that count."""
        return tuple(c for c in self.claims if self.status[c.id] is ClaimStatus.CURRENT)
