"""Whether two accounts can mean one holder: by name, by side in the registry, or because one of them only describes ("rebels").

A name whose side nobody has written down can be anybody's whom a description fits; but who takes places from government forces is not one
of them: that much the claims themselves tell.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from warledger.base.similarity import fold_name
from warledger.stages.control.moves import FOUGHT, Group, Move
from warledger.stages.control.parties import Parties


class Judge:
    """Compares holders with one registry; every pair of names once a day, since sides change."""

    def __init__(self, parties: Parties) -> None:
        self._parties = parties
        self._same: dict[tuple[tuple[str, ...], tuple[str, ...], dt.date], bool] = {}
        self._alike: dict[tuple[str, str], bool] = {}
        self._foes: set[tuple[str, str]] = set()
        self._holders: set[str] = set()

    def learn(self, moves: Iterable[Move]) -> None:
        """Takes in who took something from, or fought, whom: a name and the side (`SideWords`) it is not of."""
        side = self._parties.words.side
        for move in moves:
            if move.mode != FOUGHT:
                self._holders |= move.gained.keys | move.lost.keys
            for one, other in ((move.gained, move.lost), (move.lost, move.gained)):
                sides = {found for name in other.names if (found := side(name)) is not None}
                self._foes.update((fold_name(name), against) for name in one.names for against in sides)

    def same(self, a: Group, b: Group, day: dt.date) -> bool:
        """Whether some name of each is one actor or of one side on that day."""
        if a.keys & b.keys:
            return True
        key = (a.names, b.names, day)
        if key not in self._same:
            self._same[key] = any(self._parties.one_side(x, y, day) for x in a.names for y in b.names)
        return self._same[key]

    def one(self, a: Group, b: Group, day: dt.date) -> bool:
        """Whether both can be one holder: the same, or one merely describes what the other names."""
        return self.same(a, b, day) or self.describes(a, b) or self.describes(b, a)

    def describes(self, description: Group, holder: Group) -> bool:
        """Whether every name of the first is a mere description that can stand for every name of the second."""
        return bool(description and holder) and all(self._may_mean(d, name) for d in description.names for name in holder.names)

    def force(self, group: Group) -> bool:
        """Whether it is known to fight: its side is known, or some claim has it take, lose or hold a place. A person shot at is not."""
        words = self._parties.words
        return bool(group.keys & self._holders) or any(
            words.side(name) or words.describes(name) or self._parties.registry.bearers(name) for name in group.names
        )

    def only_describes(self, names: tuple[str, ...]) -> bool:
        """Whether no word of any of the names is a name."""
        return all(self._parties.words.describes(name) for name in names)

    def registered(self, names: tuple[str, ...], day: dt.date) -> bool:
        """Whether the registry knows the side of every one of the names on that day."""
        return all(self._parties.side(name, day) is not None for name in names)

    def _may_mean(self, description: str, name: str) -> bool:
        key = (description, name)
        if key not in self._alike:
            self._alike[key] = self._fits(description, name)
        return self._alike[key]

    def _fits(self, description: str, name: str) -> bool:
        words = self._parties.words
        if not words.describes(description):
            return False
        described, named = words.side(description), words.side(name)
        if described is None:
            return True
        return named == described if named is not None else (fold_name(name), described) not in self._foes
