"""Reports of one day about who took or holds a place: one taker under several names, one after another, or a contradiction."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import msgspec

from warledger.stages.control.moves import TAKING, Group, Move
from warledger.stages.control.parties import Parties


class Taker(msgspec.Struct, frozen=True):
    """One taker and the moves that name it."""

    group: Group
    moves: tuple[Move, ...]

    @property
    def sources(self) -> frozenset[str]:
        """The independent sources."""
        return frozenset(m.source for m in self.moves)


def takers(moves: Sequence[Move], parties: Parties) -> list[Taker]:
    """The distinct takers, those with most independent sources first. Names of one actor, of one side in the registry, or a name and a
    mere description that can mean it, are one taker."""
    groups: list[list[Move]] = []
    for move in moves:
        home = next((g for g in groups if any(_one(move, other, parties) for other in g)), None)
        if home is None:
            groups.append([move])
        else:
            home.append(move)
    found = [Taker(_named(group, parties), tuple(group)) for group in groups]
    return sorted(found, key=lambda t: (-len(t.sources), t.moves[0].claim))


def last_taker(found: Sequence[Taker]) -> Taker | None:
    """The one who has the place at the end of the day, when one account tells the takings in order; `None`: they contradict each other.

    One account: some document tells of every taker. There the one who takes it from the others is last, else the one told last.
    """
    shared = frozenset.intersection(*(frozenset(m.document for m in t.moves) for t in found))
    if not shared:
        return None
    from_others = [t for t in found if any(m.lost.keys & o.group.keys for m in t.moves for o in found if o is not t)]
    if len(from_others) == 1 and any(m.mode in TAKING for m in from_others[0].moves):
        return from_others[0]
    document = min(shared)
    # "Took the government-held town": a state told beside a change is the one before it.
    changing = [t for t in found if any(m.mode in TAKING and m.document == document for m in t.moves)]
    return max(changing or found, key=lambda t: max(m.span for m in t.moves if m.document == document))


def describes_holder(taker: Taker, holder: Group, parties: Parties) -> bool:
    """Whether the taker is only described ("rebels took it") and can be the one who holds the place already."""
    if any(m.lost.keys & holder.keys for m in taker.moves):
        return False
    return bool(holder) and all(any(_may_mean(d, name, parties) for name in holder.names) for d in taker.group.names)


def _one(a: Move, b: Move, parties: Parties) -> bool:
    if a.gained.keys & b.gained.keys:
        return True
    if a.lost.keys & b.gained.keys or b.lost.keys & a.gained.keys:
        return False
    pairs = [(x, y) for x in a.gained.names for y in b.gained.names]
    if any(parties.one_side(x, y, a.day) for x, y in pairs):
        return True
    return any(_may_mean(x, y, parties) or _may_mean(y, x, parties) for x, y in pairs)


def _may_mean(description: str, name: str, parties: Parties) -> bool:
    """Whether a mere description ("rebels") can stand for the name: the name says nothing of the other side."""
    side = parties.words.side(name)
    return parties.words.describes(description) and side in (None, parties.words.side(description))


def _named(moves: Sequence[Move], parties: Parties) -> Group:
    """The names most used, true names before descriptions."""
    counts = Counter(m.gained.names for m in moves)
    names = min(counts, key=lambda n: (all(parties.words.describes(x) for x in n), -counts[n], n))
    return Group(names, frozenset(key for m in moves for key in m.gained.keys))
