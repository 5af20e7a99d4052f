"""What befell each place, so that two changes are not taken for one told twice."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence

from warledger.records.claim import Control
from warledger.stages.events.clashes.clash import Side, last_day
from warledger.stages.events.clashes.kin import could_be_one

#: Modes by which somebody comes to hold a place.
TAKING = frozenset({"captured", "retaken", "handed_over"})


class Histories:
    """Who is told to have taken each place, and when."""

    def __init__(self, sides: Sequence[Side]) -> None:
        taken: dict[str, list[tuple[int, str, Side]]] = defaultdict(list)
        for side in sides:
            if takes(side) and side.facet.place is not None and side.facet.end is not None and side.facet.doers.keys:
                taken[side.facet.place].append((side.facet.end, side.claim.id, side))
        self._taken = {place: sorted(rows, key=lambda row: row[:2]) for place, rows in taken.items()}

    def turned_between(self, a: Side, b: Side) -> bool:
        """Whether, from the one to the other (their days included), somebody who can be the doer of neither is told to have taken it."""
        first, last = sorted((last_day(a), last_day(b)))
        return any(_other(side, a) and _other(side, b) for side in self._between(a, first, last))

    def taken_after(self, taking: Side, holder: Side) -> bool:
        """Whether somebody who can be `holder` is told to have taken the place between the taking and the day `holder` has it."""
        between = self._between(taking, last_day(taking), last_day(holder))
        return any(not _other(side, holder) and _other(side, taking) for side in between)

    def _between(self, a: Side, first: int, last: int) -> list[Side]:
        rows = self._taken.get(a.facet.place or "", [])
        days = [day for day, _, _ in rows]
        return [side for _, _, side in rows[bisect_left(days, first) : bisect_right(days, last)]]


def _other(one: Side, than: Side) -> bool:
    return not could_be_one(one.by, than.by)


def takes(side: Side) -> bool:
    """Whether it tells that somebody took a place."""
    return isinstance(side.claim.content, Control) and side.claim.content.mode in TAKING and side.done
