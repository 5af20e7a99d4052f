"""Who is a party to the war, on which side, and whose media speak for it. Made from a monitor's `actors.toml` and `sources.toml`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import msgspec

from warledger.base.similarity import fold_name
from warledger.records.actor import Actor
from warledger.records.side_words import SideWords
from warledger.records.source import Source


class Parties(msgspec.Struct, frozen=True):
    """The registry by folded name and alias, the media that speak for a party by folded name, and what names alone say of sides.

    The empty default knows nobody: then only what a claim itself says (its modality and who says it) tells a party from a witness.
    """

    actors: dict[str, Actor] = {}
    media: dict[str, str] = {}
    words: SideWords = SideWords()

    def actor(self, name: str) -> Actor | None:
        """The registry's entry for a name."""
        return self.actors.get(fold_name(name))

    def side(self, name: str, day: dt.date | None) -> str | None:
        """The side of the named actor on that day: its own, else that of the body it is part of; `None` when the registry has none."""
        actor, seen = self.actor(name), set[str]()
        while actor is not None and actor.name not in seen:
            side = actor.side_on(day)
            if side is not None:
                return side
            seen.add(actor.name)
            actor = self.actor(actor.part_of) if actor.part_of else None
        return None

    def one_side(self, a: str, b: str, day: dt.date | None) -> bool:
        """Whether two names are of one side: the same name, one side in the registry, or state (or opposition) forces by their words."""
        if fold_name(a) == fold_name(b):
            return True
        one, other = self.side(a, day), self.side(b, day)
        if one is not None and other is not None:
            return one == other
        worded = self.words.side(a)
        return worded is not None and worded == self.words.side(b)

    def medium_of(self, publisher: str | None) -> str | None:
        """The party for which the publisher speaks."""
        return self.media.get(fold_name(publisher)) if publisher else None


def make_parties(actors: Iterable[Actor], sources: Iterable[Source] = (), words: SideWords | None = None) -> Parties:
    """The parties of a monitor. Of two entries with one name the first counts."""
    named: dict[str, Actor] = {}
    for actor in actors:
        for name in (actor.name, *actor.aliases):
            named.setdefault(fold_name(name), actor)
    media = {fold_name(name): s.party for s in sources if s.party for name in (s.name, *s.aliases)}
    return Parties(named, media, words or SideWords())
