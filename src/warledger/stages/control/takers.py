"""Reports of one day about who took or holds a place: one taker under several names, one after another, or a contradiction."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence

import msgspec

from warledger.records.control import Account
from warledger.stages.control.course import count_sources
from warledger.stages.control.judge import Judge
from warledger.stages.control.moves import TAKING, Group, Move


class Taker(msgspec.Struct, frozen=True):
    """One taker and the moves that name it."""

    group: Group
    moves: tuple[Move, ...]

    @property
    def sources(self) -> int:
        """How many independent sources name it."""
        return count_sources(self.moves)

    @property
    def takes(self) -> bool:
        """Whether some report tells of a taking, not only of a state."""
        return any(m.takes for m in self.moves)

    def account(self) -> Account:
        """It as one side of a disagreement."""
        return Account(self.group.text, self.sources, tuple(sorted({m.claim for m in self.moves})))


def takers(moves: Sequence[Move], judge: Judge) -> list[Taker]:
    """The distinct takers, those with most independent sources first. Names of one actor, of one side in the registry, or a name and a
    mere description that can mean it, are one taker."""
    groups: list[list[Move]] = []
    for move in moves:
        home = next((g for g in groups if any(_one(move, other, judge) for other in g)), None)
        if home is None:
            groups.append([move])
        else:
            home.append(move)
    found = [Taker(best_named([m.gained for m in group], group[0].day, judge), tuple(group)) for group in groups]
    return sorted(found, key=lambda t: (-t.sources, t.moves[0].claim))


def last_taker(found: Sequence[Taker], day: dt.date) -> Taker | None:
    """The one who has the place at the end of the day; `None`: the reports contradict each other.

    It is the one whom some report names as the holder for the days after; or, where one document tells of every taker and some of them
    took it, the one who takes it from the others, else the one told last.
    """
    staying = [t for t in found if any(m.lasting and m.until > day for m in t.moves)]
    if len(staying) == 1 and any(t.takes for t in found if t is not staying[0]):
        return staying[0]
    shared = frozenset.intersection(*(frozenset(m.document for m in t.moves) for t in found))
    if not shared or not any(t.takes for t in found):
        return None
    from_others = [t for t in found if any(m.lost.keys & o.group.keys for m in t.moves for o in found if o is not t)]
    if len(from_others) == 1 and from_others[0].takes:
        return from_others[0]
    document = min(shared)
    # "Took the government-held town": a state told beside a change is the one before it.
    changing = [t for t in found if any(m.mode in TAKING and m.document == document for m in t.moves)]
    return max(changing or found, key=lambda t: max(m.span for m in t.moves if m.document == document))


def best_named(groups: Sequence[Group], day: dt.date, judge: Judge) -> Group:
    """One group for several that mean one holder, under the names that say most: those whose side the registry knows, then names rather
    than descriptions, then the most used."""
    counts = Counter(g.names for g in groups)
    names = min(counts, key=lambda n: (judge.only_describes(n), not judge.registered(n, day), -counts[n], n))
    return Group(names, frozenset(key for g in groups for key in g.keys))


def _one(a: Move, b: Move, judge: Judge) -> bool:
    if a.gained.keys & b.gained.keys:
        return True
    if a.lost.keys & b.gained.keys or b.lost.keys & a.gained.keys:
        return False
    return judge.one(a.gained, b.gained, a.day)
