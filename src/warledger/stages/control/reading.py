"""The moves of one place read day by day.

Captured, retaken, handed over: the gainer holds it. Defended and holds: the named one holds it. Entered: contested, unless its holder has
left. Besieged: besieged, the holder stays. Withdrew: nobody known holds it, unless a taker is known. A clash in it, or a part of it taken:
contested for a time. Where one day's reports name different takers, independent of each other, it is contested. What happens to an area
happens to the places in it, unless their own reports tell otherwise.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence

from warledger.records.control import Rule, Status
from warledger.stages.control.areas import Areas, Passed
from warledger.stages.control.course import Course, Turn
from warledger.stages.control.judge import Judge
from warledger.stages.control.moves import FOUGHT, HOLDING, PART, TAKING, Group, Move
from warledger.stages.control.takers import takers
from warledger.stages.control.takings import Takings
from warledger.stages.control.timeline import Timeline
from warledger.stages.control.traffic import Traffic
from warledger.stages.control.trouble import Trouble

#: Modes that put a place at stake and leave it with its holder.
_AT_STAKE = frozenset({"entered", "besieged"})


def read_course(timeline: Timeline, passed: Sequence[Passed], judge: Judge) -> tuple[Turn, ...]:
    """The turns of one place, from its own moves and from what happened to the areas it lies in."""
    reader = _Reader(timeline, judge)
    reader.begin(passed)
    own: dict[dt.date, list[Move]] = defaultdict(list)
    for move in timeline.dated:
        own[move.day].append(move)
    areas: dict[dt.date, list[Passed]] = defaultdict(list)
    for one in passed:
        if one.turn.day is not None:
            areas[one.turn.day].append(one)
    for day in sorted(own.keys() | areas.keys()):
        reader.read(day, own.get(day, []), areas.get(day, []))
    return reader.course.finished()


class _Reader:
    """One place. `read` takes the days in order."""

    def __init__(self, timeline: Timeline, judge: Judge) -> None:
        self._timeline = timeline
        self._judge = judge
        self.course = Course()
        self._takings = Takings(self.course, timeline, judge)
        self._traffic = Traffic(self.course, judge)
        self._trouble = Trouble(self.course, judge)
        self._areas = Areas(self.course, timeline, judge)

    def begin(self, passed: Sequence[Passed]) -> None:
        """Before the first change: who is said to hold it until then, or who lost it then; else who held the area."""
        changes = [m for m in self._timeline.dated if m.mode not in HOLDING | {FOUGHT, PART}]
        early = (m for m in self._timeline.dated if m.mode == "holds" and m.gained and not m.lasting and _earlier(m, changes))
        held = [*self._timeline.before, *early]
        since = any(m.lasting and (not changes or m.day < changes[0].day) for m in self._timeline.dated)
        if held:
            self._start(held[0].gained, held[0], f"held by {held[0].gained.text} before any change is reported")
        elif since:
            return  # from that day on somebody held it; of the time before nothing is said
        elif changes and changes[0].lost:
            first = changes[0]
            when = f"when it was first {first.mode}" if first.mode in _AT_STAKE else "who lost it in the first change reported"
            self._start(first.lost, first, f"held by {first.lost.text}, {when}")
        else:
            for one in passed[:1]:
                if one.turn.day is None and one.turn.holder:
                    self.course.turn(self._areas.with_area(one))

    def _start(self, holder: Group, move: Move, why: str) -> None:
        self.course.turn(Turn(None, Status.HELD, holder, (move,), why, Rule.BEFORE))

    def read(self, day: dt.date, todays: Sequence[Move], areas: Sequence[Passed]) -> None:
        """One day: who took or holds it; else, and where it was only said who holds it, what else happened; then its areas."""
        self.course.reach(day)
        taking = self._of_the_day(day, [m for m in todays if m.gained and m.mode in TAKING | HOLDING])
        if taking:
            self._takings.settle(day, takers(taking, self._judge))
        if any(m.takes for m in taking):
            self.course.confirm(m for m in todays if m.mode in TAKING and not m.gained)
            self.course.confirm(m for m in todays if m.mode in ("withdrew", "entered") and self._agrees(m))
            return
        for one in areas:
            self._areas.follow(day, one, told=bool(taking))
        self._others(day, todays, defended=any(m.mode == "defended" for m in taking), said=bool(taking))

    def _of_the_day(self, day: dt.date, told: list[Move]) -> list[Move]:
        """Without states that have no day of their own and name another than who took it that day: they are of the time before."""
        takings = [m for m in told if m.takes]
        return [m for m in told if m.takes or not m.loose or not takings or any(self._judge.one(m.gained, t.gained, day) for t in takings)]

    def _others(self, day: dt.date, todays: Sequence[Move], *, defended: bool, said: bool) -> None:
        for move in (m for m in todays if m.mode in TAKING and not m.gained):
            self._traffic.fall(day, move)
        self._traffic.pass_through(day, [m for m in todays if m.mode == "withdrew" or (m.mode == "entered" and not defended)])
        for move in todays:
            if move.mode == "besieged":
                self._trouble.besiege(day, move)
            elif move.mode == PART:
                self._trouble.lose_part(day, move)
            elif move.mode == FOUGHT and not said:
                self._trouble.fight(day, move)

    def _agrees(self, move: Move) -> bool:
        holder = self.course.now.holder
        return self._judge.same(move.gained, holder, move.day) or (bool(move.lost) and not move.lost.keys & holder.keys)


def _earlier(state: Move, changes: Sequence[Move]) -> bool:
    """Whether the state is that before the first change; one document that gives both for one day tells of the state first."""
    if not changes or state.day < changes[0].day:
        return True
    first = [m for m in changes if m.day == changes[0].day]
    return state.day == first[0].day and any(m.document == state.document and m.mode in TAKING for m in first)
