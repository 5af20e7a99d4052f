"""What linking made of the names of all claims."""

from __future__ import annotations

import datetime as dt

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

    def actor(self, document: str, name: str, day: dt.date | None = None) -> ActorLink | None:
        """The link of an actor name in a document; of a name that means different actors on different days, the link of that day."""
        link = self.actors.get((document, name))
        return link.on(day) if link is not None and link.readings else link
