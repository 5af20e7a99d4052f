"""Which actors of the reports can be parties to a war, and of what kind they are, by their names and what they do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from warledger.base.inflection import singular
from warledger.base.similarity import fold_name
from warledger.pipeline.cast import Cast, Member
from warledger.records.claim import Statement
from warledger.records.place_words import ActorWords
from warledger.records.side_words import SideWords
from warledger.records.vocab import Nouns

#: One record in so many tells of forces, where a body is an armed group.
_MUCH = 3
STATE, ARMED, PERSON, BODY = "state", "armed group", "person", "body"


@dataclass(frozen=True)
class Judge:
    """Judges by the word lists. `home` is the nation the war is fought in, where one is known: its government is a side of it; `states`
    are the nations that are states."""

    actors: ActorWords
    nouns: Nouns
    sides: SideWords
    home: str = ""
    states: frozenset[str] = frozenset()

    def is_party(self, member: Member) -> bool:
        """Whether the actor can fight or back: a registered one, a nation, a name, or a description of armed people or of a side."""
        if member.canonical is not None or self.is_nation(member):
            return True
        last = member.name.split()[-1] if member.name.split() else ""
        head = singular(last)
        if head in self._harmless:
            return False
        if not member.described and last and not last.islower():
            return True
        return self.sides.side(member.name) is not None or head in self.nouns.armed

    def kind(self, member: Member) -> str:
        """`state`, `armed group`, `person` or `body`; empty when its name does not tell."""
        if member.key in self._state_keys:
            return STATE
        if self._is_person(member):
            return PERSON
        own = [singular(word) for word in member.name.split()]
        for words in (own, [singular(word) for name in member.names for word in name.split()]):
            for kind, nouns in ((ARMED, self.nouns.armed), (BODY, self.nouns.political)):
                if any(word in nouns for word in words):
                    return ARMED if self._mostly_fights(member) else kind
        return ""

    def is_nation(self, member: Member) -> bool:
        """Whether it is a nation, under any of its names."""
        return member.key in self._nation_keys

    def side(self, member: Member) -> str:
        """The side its name says: of a government only where the war is fought in its nation."""
        if self.is_nation(member):
            return "government" if member.key == fold_name(self.home) else ""
        first = member.key.split(" ")[0]
        foreign = self.actors.nations.get(first, self.home) != self.home
        return "" if foreign else self.sides.side(member.name) or ""

    def _mostly_fights(self, member: Member) -> bool:
        """Whether much of what is told of it is fighting, holding and moving forces; governments have forces for that."""
        return _MUCH * len(member.doings) >= len(member.claims) and self.sides.side(member.name) != "government"

    def _is_person(self, member: Member) -> bool:
        """Whether it speaks for somebody, or is named with a title, and is called by nothing but names."""
        words = member.name.split()
        if not 1 < len(words) <= 4 or any(singular(w) in self.nouns.armed | self.nouns.political for w in words):
            return False
        return any(isinstance(c.content, Statement) and c.content.speaker in member.names and c.content.affiliation for c in member.words)

    @cached_property
    def _state_keys(self) -> frozenset[str]:
        return frozenset(fold_name(state) for state in self.states)

    @cached_property
    def _nation_keys(self) -> frozenset[str]:
        return frozenset(fold_name(nation) for nation in self._nations())

    def _nations(self) -> frozenset[str]:
        return frozenset(self.actors.nations.values())

    @cached_property
    def _harmless(self) -> frozenset[str]:
        """Heads of names that fight nobody: people, what is aimed at, places; and adjectives of nations, which are people of it."""
        adjectives = frozenset(self.actors.nations) - self._nation_keys
        nouns = self.nouns
        things = nouns.target | nouns.facility | nouns.medium | nouns.weapon | nouns.projectile
        return (nouns.civilian | nouns.crowd | things | adjectives) - nouns.armed


def home_of(cast: Cast, countries: tuple[str, ...], names: Mapping[str, str]) -> str:
    """The nation the reports are set in: the monitor's country when it names one, else the one most placed names lie in. `names` are
    nations by ISO 3166 alpha-2 code."""
    if len(countries) == 1:
        return names.get(countries[0], "")
    counts = Counter(link.place.country for link in cast.view.state.links.places.values() if link.place is not None and link.place.country)
    return names.get(min(counts, key=lambda code: (-counts[code], code), default=""), "")
