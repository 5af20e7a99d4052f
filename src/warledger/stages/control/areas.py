"""What happens to a place with the town, district or province it lies in."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterable

import msgspec

from warledger.records.control import Rule, Status
from warledger.stages.control.course import NOBODY, Course, Turn
from warledger.stages.control.judge import Judge
from warledger.stages.control.moves import HOLDING, TAKING, Group
from warledger.stages.control.timeline import Timeline


class Passed(msgspec.Struct, frozen=True):
    """A turn of an area that a place lies in, and who held the area until then."""

    turn: Turn
    was: Group
    area: str


def turning(turns: Iterable[Turn]) -> list[tuple[Turn, Group]]:
    """The turns of an area that pass to the places in it, each with who held the area until then: it is held by somebody, or left."""
    found, was = [], NOBODY
    for turn in turns:
        held = turn.status is Status.HELD and turn.rule not in (Rule.LULL, Rule.PART)
        if held or (turn.status is Status.UNKNOWN and turn.rule is Rule.LEFT):
            found.append((turn, was))
        was = turn.holder or was
    return found


class Areas:
    """What happens to the areas around one place, told to its course as far as it happens to the place."""

    def __init__(self, course: Course, timeline: Timeline, judge: Judge) -> None:
        self._course = course
        self._timeline = timeline
        self._days = [m.day for m in timeline.dated]
        self._judge = judge

    def follow(self, day: dt.date, one: Passed, *, told: bool) -> None:
        """What happens to the area happens here, unless the place's own reports of that day tell otherwise or a third side holds it."""
        if not told and self._follows(day, one):
            self._course.turn(self.with_area(one))

    def _follows(self, day: dt.date, one: Passed) -> bool:
        now, turn = self._course.now, one.turn
        if turn.status is Status.HELD and self._told_otherwise(day, turn.holder):
            return False
        if now.rule is Rule.AREA:
            return True  # nothing was reported of the place itself since
        if turn.status is Status.UNKNOWN:
            return now.status is Status.HELD and bool(one.was) and self._judge.same(now.holder, one.was, day)
        if not any(m.takes for m in turn.moves) and turn.rule is not Rule.LEFT:
            return not self._course.begun  # only said to be held: what was reported of the place itself says more
        if not now.holder:
            return True
        if self._judge.same(now.holder, turn.holder, day):
            return now.status is not Status.HELD
        return bool(one.was) and self._judge.same(now.holder, one.was, day)

    def _told_otherwise(self, day: dt.date, taker: Group) -> bool:
        """Whether the place's own next report shows that it had not fallen with its area: it is taken by the same side, or held by another,
        only then."""
        later = self._timeline.dated[bisect_right(self._days, day) :]
        following = next((m for m in later if m.gained and m.mode in TAKING | HOLDING | {"entered", "besieged"}), None)
        if following is None:
            return False
        return self._judge.same(following.gained, taker, following.day) is (following.mode not in HOLDING)

    def with_area(self, one: Passed) -> Turn:
        """The area's turn as the place's own."""
        why = f"with {one.area}, in which it lies: {one.turn.why}"
        return msgspec.structs.replace(one.turn, why=why, rule=Rule.AREA, was=self._course.now.holder, accounts=())
