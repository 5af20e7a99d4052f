"""Evidence: one record as the pages people read quote it; and a person's decision as they tell it."""

from __future__ import annotations

import msgspec


class Evidence(msgspec.Struct, frozen=True, order=True):
    """One record: where its words stand (`doc`, code points `[start, end)`), its id, who says so, and the words."""

    doc: str
    start: int
    end: int
    record: str
    source: str
    quote: str


class Ruled(msgspec.Struct, frozen=True):
    """A person's decision: its id, by whom, at which instant (ISO, UTC), what was decided of which record or name, and why. An `undo`
    says which verdict it took back."""

    id: str
    decider: str
    at: str
    verdict: str
    target: str
    reason: str
    undone: str | None = None
