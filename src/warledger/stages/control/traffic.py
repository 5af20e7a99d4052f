"""Who comes to a place and who leaves it, where nobody is said to take it; and falls that name no taker."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from warledger.records.control import Rule, Status
from warledger.stages.control.course import NOBODY, Course, Turn, told_by
from warledger.stages.control.judge import Judge
from warledger.stages.control.moves import Move, day_or_none
from warledger.stages.control.timeline import WEEK

TROUBLED = frozenset({Status.CONTESTED, Status.BESIEGED})


class Traffic:
    """The comings and goings of one place, told to its course."""

    def __init__(self, course: Course, judge: Judge) -> None:
        self._course = course
        self._judge = judge

    def pass_through(self, day: dt.date, todays: Sequence[Move]) -> None:
        """Who left and who entered on one day. Who did both only raided it."""
        left = [m for m in todays if m.mode == "withdrew"]
        entered = [m for m in todays if m.mode == "entered"]
        raids = [e for e in entered if any(self._judge.same(e.gained, m.lost, day) for m in left)]
        raiders = [m for m in left if any(self._judge.same(e.gained, m.lost, day) for e in raids)]
        for move in left:
            if move not in raiders:
                self._withdraw(day, move)
        for move in entered:
            if move not in raids:
                self._enter(day, move)

    def _withdraw(self, day: dt.date, move: Move) -> None:
        now = self._course.now
        contended = now.status in TROUBLED and bool(now.contender)
        if contended and self._judge.same(move.lost, now.contender, day):
            if now.holder:
                why = f"{now.contender.text} withdrew and left it to {now.holder.text}"
                self._course.turn(Turn(day_or_none(day), Status.HELD, now.holder, (move,), why, Rule.LEFT))
        elif now.holder.keys and not self._judge.same(move.lost, now.holder, day):
            self._somebody_else_left(day, move)
        elif contended and now.status is Status.CONTESTED:
            why = f"{move.lost.text or 'its holder'} withdrew and left it to {now.contender.text}"
            self._course.turn(Turn(day_or_none(day), Status.HELD, now.contender, (move,), why, Rule.LEFT, was=now.holder))
        else:
            self._leave(day, move, f"{move.lost.text or 'its holder'} withdrew; no taker is named", Rule.LEFT)

    def _somebody_else_left(self, day: dt.date, move: Move) -> None:
        """Those who lost it of late withdrew: that confirms the change. Anybody else's leaving says nothing of who holds it."""
        since = self._course.now.day
        if since is not None and day - since <= WEEK:
            self._course.confirm([move])

    def _enter(self, day: dt.date, move: Move) -> None:
        now = self._course.now
        if now.status is Status.HELD and self._judge.same(move.gained, now.holder, day):
            self._course.confirm([move])
        elif now.rule in (Rule.LEFT, Rule.FELL) and now.status is Status.UNKNOWN and move.gained and not self._left_by(move, now, day):
            why = f"entered by {move.gained.text} after {now.was.text or 'its holder'} had left it ({told_by([move])})"
            self._course.turn(Turn(day_or_none(day), Status.HELD, move.gained, (move,), why, Rule.LEFT, was=now.was))
        elif not self._judge.same(move.gained, now.holder, day):
            holder = now.holder or move.lost
            against = f" against {holder.text}" if holder else ""
            why = f"{move.gained.text or 'somebody'} entered it{against}"
            self._course.turn(Turn(day_or_none(day), Status.CONTESTED, holder, (move,), why, Rule.ENTERED, move.gained))

    def _left_by(self, move: Move, now: Turn, day: dt.date) -> bool:
        return bool(now.was) and self._judge.same(move.gained, now.was, day)

    def fall(self, day: dt.date, move: Move) -> None:
        """A taking without a taker."""
        if self._taken_already(day, move):
            self._course.confirm([move])
        else:
            self._leave(day, move, f"{move.lost.text or 'its holder'} lost it; who took it is not said", Rule.FELL)

    def _taken_already(self, day: dt.date, move: Move) -> bool:
        """Whether it is the change already known: somebody else than the loser took the place, of late as far as one can tell."""
        now = self._course.now
        if now.status is not Status.HELD or now.day is None:
            return False
        if move.lost:
            return not self._judge.same(move.lost, now.holder, day)
        return move.wide or day - now.day <= WEEK

    def _leave(self, day: dt.date, move: Move, why: str, rule: Rule) -> None:
        was = move.lost or self._course.now.holder
        self._course.turn(Turn(day_or_none(day), Status.UNKNOWN, NOBODY, (move,), why, rule, was=was))
