"""The moves of one place put in order: what is dated, what only confirms, what tells of the time before, and what has to be left aside.

A claim that says only "by 2 December" cannot be ordered against a change inside its interval: it confirms the change when it can be the
same, tells of the time before when it names who then lost the place, and is left aside otherwise. A state that lasted ("held since 2016")
counts from its first day, up to the first change that took the place away.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from warledger.records.control import Aside
from warledger.stages.control.judge import Judge
from warledger.stages.control.moves import HOLDING, TAKING, TURNING, Move, shift

#: Days within which reports of a taking, or of a fall without a taker, can tell of one change, and for which fighting contests a place.
WEEK = dt.timedelta(days=7)
#: Days by which the running date of a text can miss the day of a change that is told with its day elsewhere.
FORTNIGHT = dt.timedelta(days=14)
_DAY = dt.timedelta(days=1)
_UNORDERED = "its days are too vague to order it against a change they include"


class Timeline(msgspec.Struct, frozen=True):
    """`dated` are in order; `confirming` are further words for a dated move, by its claim id; `before` are states of the time before the
    first change."""

    dated: tuple[Move, ...]
    confirming: Mapping[str, tuple[Move, ...]]
    before: tuple[Move, ...]
    aside: tuple[Aside, ...]


class Changes:
    """The changes among the moves, in order of day, to be asked for by interval."""

    def __init__(self, made: Iterable[Move]) -> None:
        self._moves = sorted((m for m in made if m.mode in TURNING), key=lambda m: m.order)
        self._days = [m.day for m in self._moves]

    def inside(self, start: dt.date | None, end: dt.date) -> list[Move]:
        """Those certain on a day of the interval (`None`: whenever before)."""
        first = 0 if start is None else bisect_left(self._days, start)
        return self._moves[first : bisect_right(self._days, end)]


def _longer(one: Move, other: Move) -> bool:
    """Whether the first is told for as many days as the second or more."""
    return other.length is not None and one.length is not None and one.length >= other.length


class Sorter:
    """Puts the moves of one place in order. One use each."""

    def __init__(self, made: Sequence[Move], judge: Judge) -> None:
        self._made = made
        self._judge = judge
        self._narrow = Changes(m for m in made if not m.wide)
        self._every = Changes(made)
        self._dated: list[Move] = []
        self._confirming: dict[str, list[Move]] = defaultdict(list)
        self._before: list[Move] = []
        self._aside: list[Aside] = []

    def sort(self) -> Timeline:
        """The moves in order."""
        for move in self._made:
            if move.lasting:
                self._lasting(move)
            elif move.length == 0:
                self._dated.append(move)
            else:
                self._stretch(move)
        dated = self._taken_later(self._told_after(self._firmly_dated(sorted(self._dated, key=lambda m: m.order))))
        confirming = {claim: tuple(sorted(moves, key=lambda m: m.order)) for claim, moves in self._confirming.items()}
        return Timeline(tuple(dated), confirming, tuple(self._before), tuple(self._aside))

    def _lasting(self, state: Move) -> None:
        """From its first day, or from when its holder took the place in its course, until somebody else did; on its last day again, when
        its holder had it back by then."""
        start = state.since or state.day
        inside = [m for m in self._every.inside(shift(start, _DAY), state.until) if m.since and m.since >= start and not _longer(m, state)]
        if inside and self._to_holder(inside[0], state):
            start = inside[0].day
        away = next((m for m in inside if m.day > start and not self._to_holder(m, state)), None)
        self._dated.append(msgspec.structs.replace(state, day=start, until=away.day if away else state.until))
        if away and self._to_holder(inside[-1], state):
            self._dated.append(state)

    def _to_holder(self, change: Move, state: Move) -> bool:
        return change.mode != "withdrew" and self._judge.one(change.gained, state.gained, change.day)

    def _stretch(self, move: Move) -> None:
        """A move told for several days, or only for some day before one."""
        inside = [n for n in self._narrow.inside(move.since, move.day) if n.length is not None and not _longer(n, move)]
        same = next((n for n in reversed(inside) if n.gained and move.gained and self._judge.one(n.gained, move.gained, n.day)), None)
        if not inside:
            self._dated.append(move)
        elif same is inside[-1] and not same.takes and move.takes:
            self._dated.append(move)  # it was entered on a known day, and taken some time after
        elif same is not None and move.mode in TAKING | HOLDING:
            self._confirming[same.claim].append(move)
        elif not move.wide:
            self._dated.append(move)
        elif move.mode in HOLDING and self._lost_first(move, inside[0]):
            self._before.append(move)
        elif move.mode in TAKING and not move.gained:
            self._dated.append(move)  # a fall without a taker: the day decides whether it is one already known
        else:
            self._aside.append(Aside(move.claim, move.since, move.day, _UNORDERED))

    def _lost_first(self, state: Move, change: Move) -> bool:
        return not change.lost or self._judge.same(state.gained, change.lost, change.day)

    def _firmly_dated(self, dated: list[Move]) -> list[Move]:
        """Without takings whose own words give no day, where one by the same side is told with a day of the fortnight after: a text that
        looks ahead has not got to that day yet."""
        firm = [m for m in dated if m.takes and not m.loose]
        days = [m.day for m in firm]
        kept = []
        for move in dated:
            same = None
            if move.takes and move.loose:
                near = firm[bisect_left(days, move.day) : bisect_right(days, shift(move.day, FORTNIGHT))]
                same = near[0] if near and self._judge.one(near[0].gained, move.gained, move.day) else None
            if same is None:
                kept.append(move)
            else:
                self._confirming[same.claim].append(move)
        return kept

    def _told_after(self, dated: list[Move]) -> list[Move]:
        """Without falls that name no taker, where a taking from other hands is told within the week after: it is that taking."""
        takings = [m for m in dated if m.takes]
        days = [m.day for m in takings]
        kept = []
        for move in dated:
            near = takings[bisect_left(days, move.day) : bisect_right(days, shift(move.day, WEEK))] if move.mode in TAKING else []
            taking = next((t for t in near if not (move.lost and self._judge.same(move.lost, t.gained, t.day))), None)
            if move.gained or taking is None:
                kept.append(move)
            else:
                self._confirming[taking.claim].append(move)
        return kept

    def _taken_later(self, dated: list[Move]) -> list[Move]:
        """A place told as merely entered on a day, as taken on that day, and as taken some days later by the same side, was fought for in
        between: it counts as taken on the last of these days."""
        takings = [m for m in dated if m.takes and not m.wide]
        entered: dict[dt.date, list[Move]] = defaultdict(list)
        for move in dated:
            if move.mode == "entered":
                entered[move.day].append(move)
        moved: set[str] = set()
        for at, taking in enumerate(takings):
            if any(self._judge.same(e.gained, taking.gained, e.day) for e in entered.get(taking.day, ())):
                last = self._last_of(taking, takings[at + 1 :])
                if last is not None:
                    moved.add(taking.claim)
                    self._confirming[last.claim].append(taking)
        return [msgspec.structs.replace(m, mode="entered") if m.claim in moved else m for m in dated]

    def _last_of(self, taking: Move, later: Sequence[Move]) -> Move | None:
        """The last taking by the same side within a week, nobody else's between."""
        found = None
        for move in later:
            if move.day - taking.day > WEEK or not self._judge.one(move.gained, taking.gained, move.day):
                break
            if move.day > taking.day:
                found = move
        return found
