"""Who is a party to the war, on which side, and whose media speak for it. Made from a monitor's `actors.toml` and `sources.toml`."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable

import msgspec

from warledger.base.similarity import fold_name
from warledger.records.actor import Actor
from warledger.records.link import Links
from warledger.records.registry import Registry, make_registry
from warledger.records.side_words import SideWords
from warledger.records.source import Source

#: The tie of a described actor to the one that leads it (`vocab/linking.toml`).
_LED = "led by"


class Parties(msgspec.Struct, frozen=True):
    """The registry, the media that speak for a party by folded name, and what names alone say of sides.

    `called` are names as texts write them -> the registry's, as linking took them. The empty default knows nobody: then only what a
    claim itself says (its modality and who says it) tells a party from a witness. `asked` keeps the sides already looked up.
    """

    registry: Registry = Registry()
    media: dict[str, str] = {}
    words: SideWords = SideWords()
    called: dict[str, str] = {}
    asked: dict[tuple[str, dt.date | None], str | None] = {}

    def linked(self, links: Links) -> Parties:
        """The same parties, known by what linking took their names for; names that are two actors in two documents stay as they are.
        Whoever is led by an actor of the registry is of that actor's side."""
        found: dict[str, set[str]] = defaultdict(set)
        for link in links.actors.values():
            leader = self.registry.actor(link.tied) if link.tie == _LED else None
            found[link.name].add(link.canonical or (leader.name if leader else ""))
        called = {name: next(iter(c)) for name, c in found.items() if len(c) == 1 and "" not in c}
        return msgspec.structs.replace(self, called=called, asked={})

    def side(self, name: str, day: dt.date | None) -> str | None:
        """The side of the named actor on that day: its own, else that of the body it then was part of; `None` when the registry has
        none."""
        key = (name, day)
        if key not in self.asked:
            self.asked[key] = self.registry.side(self.called.get(name, name), day)
        return self.asked[key]

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
    """The parties of a monitor."""
    media = {fold_name(name): s.party for s in sources if s.party for name in (s.name, *s.aliases)}
    return Parties(make_registry(actors), media, words or SideWords())
