"""What people decided about which claims tell of one happening: bonds that clustering keeps to, whatever the words say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from warledger.records.ruling import Together

Pair = frozenset[str]


class Bonds(msgspec.Struct, frozen=True):
    """Pairs of claims (by the ids that stand for their copies) to be joined, the latest decision first, each with its words, and
    pairs to be kept apart. A pair is in one of them at most: the last decision on it counts."""

    joined: tuple[tuple[str, str, str], ...] = ()
    apart: frozenset[Pair] = frozenset()

    def part(self, one: Iterable[str], other: Iterable[str]) -> bool:
        """Whether some pair across the two groups is to be kept apart."""
        there = tuple(other)
        return bool(self.apart) and any(frozenset((a, b)) in self.apart for a in one for b in there)


def bonds_of(pairs: Sequence[Together], stands_for: Mapping[str, str]) -> Bonds:
    """The bonds between the claims there are. `stands_for` gives for every claim id the one its copies go by."""
    last: dict[Pair, Together] = {}
    for pair in pairs:
        if pair.a in stands_for and pair.b in stands_for:
            key = frozenset((stands_for[pair.a], stands_for[pair.b]))
            last.pop(key, None)
            last[key] = pair
    joined = tuple((*sorted(key), pair.why) for key, pair in reversed(last.items()) if pair.joined and len(key) == 2)
    return Bonds(tuple((a, b, why) for a, b, why in joined), frozenset(key for key, pair in last.items() if not pair.joined))


def loners(pairs: Sequence[Together]) -> frozenset[str]:
    """Claims somebody split from a happening: they no longer go with copies of their text either."""
    last = {frozenset((pair.a, pair.b)): pair for pair in pairs}
    return frozenset(pair.a for pair in last.values() if not pair.joined)
