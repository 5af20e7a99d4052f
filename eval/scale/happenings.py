"""What really happened in the made-up war, day by day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from eval.scale.world import Force, Spot, World

FIRST_DAY = dt.date(2031, 1, 1)
#: Kinds of happenings and how often each comes, of 100.
_KINDS = {
    "clash": 14, "strike": 12, "shelling": 10, "bomb": 4, "arrest": 3, "protest": 3, "capture": 9, "entered": 3, "siege": 3, "withdrew": 3,
    "said": 18, "accused": 6, "denied": 3, "moved": 6, "strength": 2, "deal": 2, "toll": 6,
}  # fmt: skip


@dataclass(frozen=True)
class Fact:
    """One happening. `count` is its figure where it has one; `weight` says how many reports tell of it."""

    kind: str
    day: dt.date
    spot: Spot
    doer: Force
    other: Force
    count: int
    weight: float


def happenings(random: Random, world: World, *, days: int, a_day: int) -> list[list[Fact]]:
    """The happenings of each day, `a_day` of them. Who holds a place changes as they take it."""
    holder = {spot.name: random.choice(world.forces) for spot in world.spots}
    return [list(_day(random, world, holder, FIRST_DAY + dt.timedelta(n), a_day)) for n in range(days)]


def _day(random: Random, world: World, holder: dict[str, Force], day: dt.date, a_day: int) -> Iterator[Fact]:
    # The front lies in a few places at a time and wanders.
    front = Random(day.toordinal() // 14).sample(range(len(world.spots)), k=min(12, len(world.spots)))
    for kind in random.choices(list(_KINDS), list(_KINDS.values()), k=a_day):
        spot = world.spots[random.choice(front)] if random.random() < 0.7 else random.choice(world.spots)
        held = holder[spot.name]
        foe = random.choice([f for f in world.forces if f.side != held.side] or world.forces)
        doer, other = (held, foe) if kind in ("withdrew", "said", "denied") else (foe, held)
        if kind == "capture":
            holder[spot.name] = doer
        yield Fact(kind, day, spot, doer, other, _count(random), random.paretovariate(1.3))


def _count(random: Random) -> int:
    return min(400, int(random.paretovariate(0.9) * 2))
