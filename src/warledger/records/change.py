"""Changes: what the record says now and did not say on an earlier day, one line each, with what brought it about."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Any

import msgspec

from warledger.records.evidence import Evidence, Ruled


class What(StrEnum):
    """What kind of line of the record changed."""

    HAPPENING = "happening"
    FIGURE = "figure"
    CONTROL = "control"
    DISPUTE = "dispute"


class Change(StrEnum):
    """How it changed. `corrected` is set right: by a notice, a newer version of the report or a person; `revised` is told otherwise
    by later reports."""

    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"
    SPLIT = "split"
    MERGED = "merged"
    REVISED = "revised"
    ADDED = "added"


class By(StrEnum):
    """What brought a change about."""

    CORRECTION = "correction"
    VERSION = "version"
    DECISION = "decision"
    REPORT = "report"
    CONTEXT = "context"


class Cause(msgspec.Struct, frozen=True):
    """What brought a change about. `day` is when it became known (a decision: when it was made), `docs` the reports it comes from,
    `words` says it in a sentence."""

    by: By
    day: dt.date | None
    words: str
    docs: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    decision: Ruled | None = None


class Line(msgspec.Struct, frozen=True):
    """One change. `id` is the event's, dispute's or place's id now (a withdrawn or split one's: then), `was` the ids it had then,
    `into` those a split one has now; `about` says it in words, `day` when it happened. `before` and `after` hold what differs, in the
    field names of the exports; `None` where there was, or is, nothing."""

    what: What
    change: Change
    id: str
    about: str
    day: dt.date | None
    before: dict[str, Any] | None
    after: dict[str, Any] | None
    causes: tuple[Cause, ...]
    was: tuple[str, ...] = ()
    into: tuple[str, ...] = ()


class Replaced(msgspec.Struct, frozen=True):
    """`later` is a newer version of `earlier`, known from that day; so many records of the earlier one no longer count (none where the
    two go by different names: both are then kept as one witness)."""

    earlier: str
    later: str
    known: dt.date | None
    records: int


class Corrected(msgspec.Struct, frozen=True):
    """A notice in `doc` that `wrong` should read `right` (either may not be said), in its words."""

    doc: str
    known: dt.date | None
    words: str
    wrong: str | None
    right: str | None


class Changes(msgspec.Struct, frozen=True):
    """What the record says as known on `known` (`None`: with everything in the ledger) and did not say on `since`. `documents` are the
    reports that became known in between, `records` counts the records that count now and did not then, `decisions` were made since."""

    monitor: str
    since: dt.date
    known: dt.date | None
    on: dt.date | None
    documents: tuple[str, ...]
    records: int
    replaced: tuple[Replaced, ...]
    corrections: tuple[Corrected, ...]
    decisions: tuple[Ruled, ...]
    counts: dict[str, dict[str, int]]
    lines: tuple[Line, ...]
