"""What time does to a spell: every source's word weighs half as much with every half-life before or after the days it speaks for."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from math import log2

from warledger.records.control import Spell, Status, Told
from warledger.stages.control.moves import shift

#: Days in which what a source said of who holds a place comes to weigh half. Half a year: wars with settled fronts go unreported for
#: months, and an encyclopaedia's word is good for as long; a setting, for faster wars.
HALF_LIFE_DAYS = 180
#: Nobody can be said to hold a place for whose holder the sources weigh less than this together: one source's word lasts two half-lives,
#: two sources' three, four sources' four.
ENOUGH = 0.25
#: A fight or a siege passes sooner than a possession: its half-life is this share of the other.
TROUBLE = 0.5

_DAY = dt.timedelta(days=1)
Days = tuple[dt.date, dt.date]


def weight(spell: Spell, on: dt.date, half_life: int) -> float:
    """How much the sources of a spell weigh on a day: each 1 on the days for which it speaks, half as much a half-life (days) from
    them."""
    life = half_life * (TROUBLE if spell.status in (Status.CONTESTED, Status.BESIEGED) else 1.0)
    return sum(float(0.5 ** (_distance(told, on) / life)) for told in spell.told)


def known_days(spell: Spell, half_life: int) -> tuple[Days, ...]:
    """The stretches of days (both ends in them) on which the sources of a spell weigh enough, in order, whatever days it is of; none
    for a spell without sources."""
    spoken = _merged(spell.told)
    if not spoken:
        return ()
    reach = dt.timedelta(days=int(half_life * (log2(len(spell.told)) + 2)) + 1)
    first = _edge(spell, half_life, spoken[0][0], shift(spoken[0][0], -reach))
    last = _edge(spell, half_life, spoken[-1][1], shift(spoken[-1][1], reach))
    found, begun = [], first
    for (_, end), (start, _) in pairwise(spoken):
        low = _lowest(spell, half_life, end, start)
        if weight(spell, low, half_life) < ENOUGH:
            found.append((begun, _edge(spell, half_life, end, low)))
            begun = _edge(spell, half_life, start, low)
    return (*found, (begun, last))


def _merged(told: tuple[Told, ...]) -> list[Days]:
    """The days for which some source speaks, as stretches in order."""
    found: list[Days] = []
    for start, end in sorted((t.start, t.end) for t in told):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found


def _edge(spell: Spell, half_life: int, good: dt.date, bad: dt.date) -> dt.date:
    """The last day from `good` towards `bad` on which the sources weigh enough; between the two their weight only falls."""
    near, far = 0, abs((bad - good).days)
    step = 1 if bad > good else -1
    while near < far:
        middle = (near + far + 1) // 2
        if weight(spell, good + step * middle * _DAY, half_life) >= ENOUGH:
            near = middle
        else:
            far = middle - 1
    return good + step * near * _DAY


def _lowest(spell: Spell, half_life: int, start: dt.date, end: dt.date) -> dt.date:
    """The day between two stretches on which the sources weigh least: their weight first falls, then rises."""
    low, high = 0, (end - start).days
    while high - low > 2:
        third = (high - low) // 3
        left, right = low + third, high - third
        if weight(spell, start + left * _DAY, half_life) <= weight(spell, start + right * _DAY, half_life):
            high = right
        else:
            low = left
    return min((start + at * _DAY for at in range(low, high + 1)), key=lambda day: weight(spell, day, half_life))


def _distance(told: Told, on: dt.date) -> int:
    return max((told.start - on).days, (on - told.end).days, 0)
