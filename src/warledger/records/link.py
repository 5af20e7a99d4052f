"""What linking made of the names of all claims."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import msgspec

from warledger.records.actor import ActorLink
from warledger.records.place import PlaceLink


class Links(msgspec.Struct, frozen=True):
    """Place and actor links, keyed by (document id, name as written)."""

    places: Mapping[tuple[str, str], PlaceLink]
    actors: Mapping[tuple[str, str], ActorLink]

    def place(self, document: str, name: str) -> PlaceLink | None:
        """The link of a place name in a document."""
        return self.places.get((document, name))

    def actor(self, document: str, name: str, day: dt.date | None = None) -> ActorLink | None:
        """The link of an actor name in a document; of a name that means different actors on different days, the link of that day."""
        link = self.actors.get((document, name))
        return link.on(day) if link is not None and link.readings else link


class NamesOf(msgspec.Struct, frozen=True, array_like=True):
    """The links of one document's names, by name as written."""

    places: dict[str, PlaceLink] = {}
    actors: dict[str, ActorLink] = {}
