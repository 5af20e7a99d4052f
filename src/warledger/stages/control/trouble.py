"""What puts a place at stake without changing hands: a siege, a part of it lost, a clash in it."""

from __future__ import annotations

import datetime as dt

import msgspec

from warledger.records.control import Rule, Status
from warledger.stages.control.course import NOBODY, START, Course, Turn
from warledger.stages.control.judge import Judge
from warledger.stages.control.moves import Group, Move, day_or_none, shift
from warledger.stages.control.timeline import WEEK
from warledger.stages.control.traffic import TROUBLED


class Trouble:
    """The sieges, losses of parts and clashes of one place, told to its course."""

    def __init__(self, course: Course, judge: Judge) -> None:
        self._course = course
        self._judge = judge
        self._peace = START

    def besiege(self, day: dt.date, move: Move) -> None:
        """It is cut off; whoever holds it holds it still."""
        now = self._course.now
        disputed_today = now.rule is Rule.CONTRADICTION and now.day == day
        if disputed_today or self._judge.same(move.gained, now.holder, day):
            self._course.confirm([move])
            return
        why = f"besieged by {move.gained.text or 'somebody'}"
        self._course.turn(Turn(day_or_none(day), Status.BESIEGED, now.holder or move.lost, (move,), why, Rule.SIEGE, move.gained))

    def lose_part(self, day: dt.date, move: Move) -> None:
        """A part of it is taken by another side: the rest is its holder's still, as far as is told. A part taken back ends that."""
        now = self._course.now
        if now.rule is Rule.PART and self._judge.same(move.gained, now.holder, day):
            why = f"{now.holder.text} took back a part of it"
            self._course.turn(Turn(day_or_none(day), Status.HELD, now.holder, (move,), why, Rule.PART))
        elif now.status is Status.HELD and not self._judge.one(move.gained, now.holder, day):
            why = f"{move.gained.text} holds or entered a part of it; the rest is not said to be taken from {now.holder.text}"
            self._course.turn(Turn(day_or_none(day), Status.CONTESTED, now.holder, (move,), why, Rule.PART, move.gained))

    def fight(self, day: dt.date, move: Move) -> None:
        """Two sides clash in it: contested, until a week has passed without more of it."""
        now = self._course.now
        if now.status in TROUBLED and now.rule is not Rule.FIGHTING:
            return
        other = self._other_side(day, move, now.holder)
        if other is None or not (self._judge.force(move.gained) and self._judge.force(move.lost)):
            return
        over = shift(move.until, WEEK)
        why = f"{move.gained.text} and {move.lost.text} clashed in it"
        if now.rule is not Rule.FIGHTING:
            self._peace = self._course.current()
        then = self._lull(over)
        self._course.turn(Turn(day_or_none(day), Status.CONTESTED, now.holder, (move,), why, Rule.FIGHTING, other, was=now.holder), then)

    def _lull(self, over: dt.date) -> Turn:
        """What it is when a week has passed: what it was before the fighting."""
        before = self._peace
        if not before.holder:
            return Turn(over, Status.UNKNOWN, NOBODY, before.moves, "no more fighting is reported; who holds it is not said", Rule.LULL)
        why = f"no more fighting is reported; {before.holder.text} held it before and is not said to have lost it"
        return msgspec.structs.replace(before, day=over, why=why, rule=Rule.LULL)

    def _other_side(self, day: dt.date, move: Move, holder: Group) -> Group | None:
        """Who fights the holder in a clash; `None` where neither side, or both, can be the holder's."""
        if not holder:
            return move.gained
        first, second = (self._judge.same(side, holder, day) for side in (move.gained, move.lost))
        if first == second:
            return None
        return move.lost if first else move.gained
