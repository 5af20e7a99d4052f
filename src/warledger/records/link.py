"""What linking made of the names of all claims."""

from __future__ import annotations

import msgspec

from warledger.records.actor import ActorLink
from warledger.records.place import PlaceLink


class Links(msgspec.Struct, frozen=True):
    """Place and actor links, keyed by (document id, name as written)."""

    places: dict[tuple[str, str], PlaceLink]
    actors: dict[tuple[str, str], ActorLink]

    def place(self, document: str, name: str) -> PlaceLink | None:
        """The link of a place name in a document."""
        return self.places.get((document, name))

    def actor(self, document: str, name: str) -> ActorLink | None:
        """The link of an actor name in a document."""
        return self.actors.get((document, name))
