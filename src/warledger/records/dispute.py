"""Disputes: claims that cannot all be true, and those that only look so."""

from __future__ import annotations

import msgspec

#: The types of disagreement. The last two are no real conflicts.
DISPUTE_TYPES = (
    "different figures",
    "who did it",
    "when",
    "where",
    "did it happen",
    "control",
    "scope or update (not a true conflict)",
    "wording/correction",
)


class Dispute(msgspec.Struct, frozen=True):
    """The two sides (claim ids), the type, whether it is a real conflict, and why, in words. `sure` (0 to 1) is how sure it is: how sure
    the claims are, and what was made of them; pages show the surest first."""

    id: str
    a: tuple[str, ...]
    b: tuple[str, ...]
    type: str
    real: bool
    why: str
    sure: float = 1.0
