"""The state: everything that follows from the claims and decisions of a ledger, as known on a day."""

from __future__ import annotations

import datetime as dt

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
    decisions whose record no reading gives any more.
    """

    monitor: str
    on: dt.date | None
    known: dt.date | None
    witnesses: dict[str, Witness]
    claims: tuple[Claim, ...]
    status: dict[str, ClaimStatus]
    links: Links
    families: tuple[Family, ...]
    edges: tuple[Edge, ...]
    corrections: tuple[Correction, ...]
    happenings: tuple[Happening, ...]
    control: tuple[PlaceControl, ...]
    disputes: tuple[Dispute, ...]
    unread: tuple[Problem, ...] = ()
    orphans: tuple[Decision, ...] = ()

    def current(self) -> tuple[Claim, ...]:
        """The claims that count."""
        return tuple(c for c in self.claims if self.status[c.id] is ClaimStatus.CURRENT)
