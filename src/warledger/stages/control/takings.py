"""Who took or holds a place on a day, by that day's reports and by what was told before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import msgspec

from warledger.records.control import Rule, Status
from warledger.stages.control.course import Course, Turn, told_by
from warledger.stages.control.judge import Judge
from warledger.stages.control.moves import Group, Move, day_or_none, shift
from warledger.stages.control.takers import Taker, last_taker
from warledger.stages.control.timeline import WEEK, Timeline

_DAY = dt.timedelta(days=1)


class Takings:
    """The takings and holdings of one place, told to its course."""

    def __init__(self, course: Course, timeline: Timeline, judge: Judge) -> None:
        self._course = course
        self._timeline = timeline
        self._judge = judge

    def settle(self, day: dt.date, found: Sequence[Taker]) -> None:
        """The day's takers: one of them has the place, or the reports contradict each other."""
        winner = found[0] if len(found) == 1 else last_taker(found, day)
        if winner is None:
            self._contradicted(day, found)
            return
        further = [c for m in winner.moves for c in self._timeline.confirming.get(m.claim, ())] if len(found) == 1 else []
        by = [*winner.moves, *further]
        if self._is_holder(winner, day):
            self._course.confirm(by)
        elif not winner.takes and self._covered(day):
            self._against_state(day, winner)
        else:
            self._take(day, winner, by, [t.group.text for t in found if t is not winner])

    def _take(self, day: dt.date, winner: Taker, by: Sequence[Move], others: Sequence[str]) -> None:
        self._backfill(day, winner)
        verb = "taken by" if winner.takes else "held by"
        after = f", after {' and '.join(others)}" if others else ""
        why = f"{verb} {winner.group.text}{after} ({told_by(by)})"
        by = [*by, *self._still_said(day, winner)]
        self._course.turn(Turn(day_or_none(day), Status.HELD, winner.group, tuple(by), why, Rule.WITNESS, was=self._course.now.holder))

    def _still_said(self, day: dt.date, winner: Taker) -> list[Move]:
        """States reported for a longer time that speak for the new holder too: it is of the side that held the place before."""
        lasting = (m for m in self._course.current().moves if m.lasting and m.until > day)
        return [m for m in lasting if self._judge.same(m.gained, winner.group, day)]

    def _is_holder(self, taker: Taker, day: dt.date) -> bool:
        """Whether the one who has it already is meant: described only, or by another name of the same side that took nothing from it."""
        now = self._course.now
        if now.status is not Status.HELD or any(self._judge.same(m.lost, now.holder, day) for m in taker.moves if m.lost):
            return False
        if self._judge.describes(taker.group, now.holder):
            return True
        recent = now.day is not None and day - now.day <= WEEK
        return (recent or not taker.takes) and self._judge.same(taker.group, now.holder, day)

    def _covered(self, day: dt.date) -> bool:
        """Whether a state that was reported for a longer time speaks for this day too."""
        return self._course.now.status is Status.HELD and self._course.lasts > day

    def _against_state(self, day: dt.date, taker: Taker) -> None:
        """Somebody else is said to hold it on one day of a longer state: on that day the sources disagree."""
        now = self._course.current()
        state = Taker(now.holder, tuple(m for m in now.moves if m.lasting))
        then = msgspec.structs.replace(now, day=shift(day, _DAY))
        self._contradicted(day, [state, taker], then)

    def _contradicted(self, day: dt.date, found: Sequence[Taker], then: Turn | None = None) -> None:
        sides = " against ".join(f"{t.group.text} ({told_by(t.moves)})" for t in found)
        contender = Group(found[1].group.names, frozenset(k for t in found[1:] for k in t.group.keys))
        by = tuple(m for t in found for m in t.moves)
        why = f"reports for one day contradict each other: {sides}"
        accounts = tuple(t.account() for t in found)
        holder = Group((), found[0].group.keys)
        turn = Turn(day_or_none(day), Status.CONTESTED, holder, by, why, Rule.CONTRADICTION, contender, accounts=accounts)
        self._course.turn(turn, then)

    def _backfill(self, day: dt.date, winner: Taker) -> None:
        """Who lost it held it until then: more words for the holder known, or a holder nobody had reported."""
        now, losing = self._course.now, [m for m in winner.moves if m.takes and m.lost]
        if not losing or now.status is not Status.HELD or now.day == day:
            return
        lost = losing[0].lost
        if self._judge.same(lost, now.holder, day):
            self._course.confirm(losing)
        elif not self._judge.same(lost, winner.group, day) and (day - self._course.heard) > _DAY:
            middle = self._course.heard + (day - self._course.heard + _DAY) // 2
            why = f"held by {lost.text}, who lost it on {day}"
            self._course.turn(Turn(middle, Status.HELD, lost, tuple(losing), why, Rule.BEFORE, was=now.holder))
