"""Decisions by people: append-only, replayed after every reading."""

from __future__ import annotations

from enum import StrEnum

import msgspec


class Verdict(StrEnum):
    """What a person decided about a record."""

    ACCEPT = "accept"
    REJECT = "reject"
    RESET = "reset"


class Decision(msgspec.Struct, frozen=True):
    """`decider` said `verdict` of the record `target`, at the instant `at` (ISO, UTC), because `reason`."""

    target: str
    verdict: Verdict
    decider: str
    at: str
    reason: str = ""
