"""What people's decisions come to, once undone ones are left out and each is brought to the claims there are now."""

from __future__ import annotations

from typing import Any

import msgspec

from warledger.records.actor import ActorLink
from warledger.records.decision import Decision, Verdict
from warledger.records.place import PlaceLink


class Together(msgspec.Struct, frozen=True):
    """Two claims (ids) that a person wants in one happening, or kept apart, and why in words."""

    a: str
    b: str
    joined: bool
    why: str


class Rulings(msgspec.Struct, frozen=True):
    """The decisions in force. `verdicts` and `edits` are by claim id, `pairs` in the order they were made (the later counts);
    `places` and `actors` are by (document id or "" for any, name). `orphans` are decisions whose record no reading gives any more."""

    verdicts: dict[str, Verdict] = {}
    edits: dict[str, tuple[Decision, ...]] = {}
    pairs: tuple[Together, ...] = ()
    places: dict[tuple[str, str], PlaceLink] = {}
    actors: dict[tuple[str, str], ActorLink] = {}
    orphans: tuple[Decision, ...] = ()

    def changed(self, claim_id: str) -> dict[str, Any]:
        """The edited fields of a claim with the values that count."""
        return {field: value for decision in self.edits.get(claim_id, ()) for field, value in decision.detail.items()}
