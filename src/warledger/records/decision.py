"""Decisions by people: append-only, replayed after every reading."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

import msgspec

from warledger.base.ids import content_id
from warledger.base.spans import Span


class Verdict(StrEnum):
    """What a person decided.

    Of a record: `accept`, `reject`, `reset` (neither any more), `edit` (its fields), `merge` (into one event with another record),
    `split` (into an event of its own). Of a name: `place` (where it is), `name` (which actor it is). Of a decision: `undo`.
    """

    ACCEPT = "accept"
    REJECT = "reject"
    RESET = "reset"
    EDIT = "edit"
    MERGE = "merge"
    SPLIT = "split"
    PLACE = "place"
    NAME = "name"
    UNDO = "undo"


class Anchor(msgspec.Struct, frozen=True):
    """Where the record stood that was decided on: by these words a decision finds it again when a better version reads the
    document anew and gives it another id."""

    document: str
    kind: str
    span: Span
    quote: str


class Decision(msgspec.Struct, frozen=True):
    """`decider` said `verdict` of `target`, at the instant `at` (ISO, UTC), because `reason`.

    `target` is the id of a record or of a decision, or the name a text uses for a place or an actor. `detail` says more:

    - `edit`: the changed fields and their values, as the export format writes them
    - `merge`: {"with": record id}; `split`: {"from": [record ids]}
    - `place`: {"place": a `Place`, or nothing for "not a place"}; `name`: {"canonical": the actor's name}; either with
      {"document": id} when it holds in one document only
    """

    target: str
    verdict: Verdict
    decider: str
    at: str
    reason: str = ""
    detail: dict[str, Any] = {}
    anchor: Anchor | None = None

    @property
    def id(self) -> str:
        """What an `undo` calls it."""
        return content_id("x", self.target, self.verdict.value, self.decider, self.at, self.reason, self.detail)
