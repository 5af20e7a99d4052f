"""Where the made-up war is fought, by whom, and who reports on it."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from eval.scale.names import Namer

#: The country's code is one that ISO 3166 leaves to its users, so that no real place can be meant.
COUNTRY = "XW"
SIDES = ("government", "opposition", "eastern command")
_BODIES = ("Brigade", "Front", "Guard", "Army", "Battalion", "Legion", "Division", "Movement")
_PRESS = ("Courier", "Tribune", "Daily", "Observer", "Gazette", "Herald", "Post", "Review")
#: Places that the monitor's list does not have.
_UNLISTED = 0.15


@dataclass(frozen=True)
class Spot:
    """A place with its province; `listed` when the monitor's `places.csv` has it."""

    name: str
    province: str
    lat: float
    lon: float
    listed: bool


@dataclass(frozen=True)
class Force:
    """An actor, its other names, its side, and whether the monitor's `actors.toml` has it."""

    name: str
    aliases: tuple[str, ...]
    side: str
    listed: bool


@dataclass(frozen=True)
class World:
    """Everything that has a name. `outlets` reprint what `agencies` write; `voices` are those who are cited."""

    spots: tuple[Spot, ...]
    forces: tuple[Force, ...]
    outlets: tuple[str, ...]
    agencies: tuple[str, ...]
    voices: tuple[str, ...]


def make_world(random: Random, *, places: int, actors: int) -> World:
    """A world of so many places and actors, with provinces of ten places and a press to match."""
    namer = Namer(random)
    provinces = [namer.word() for _ in range(max(1, places // 10))]
    return World(
        spots=tuple(_spot(random, namer, provinces[i % len(provinces)], i % len(provinces)) for i in range(places)),
        forces=tuple(_force(random, namer, SIDES[i % len(SIDES)], listed=i % 4 != 3) for i in range(actors)),
        outlets=tuple(f"The {namer.word()} {random.choice(_PRESS)}" for _ in range(24)),
        agencies=tuple(f"{namer.word()} Wire" for _ in range(3)),
        voices=tuple(f"{namer.word()} {random.choice(('Observatory', 'Monitor', 'Relief Group'))}" for _ in range(12)),
    )


def _spot(random: Random, namer: Namer, province: str, index: int) -> Spot:
    lat, lon = 40.0 + 0.8 * (index // 4), 20.0 + 0.9 * (index % 4)
    listed = random.random() >= _UNLISTED
    return Spot(namer.word(), province, round(lat + random.random() * 0.7, 4), round(lon + random.random() * 0.8, 4), listed)


def _force(random: Random, namer: Namer, side: str, *, listed: bool) -> Force:
    word = namer.word()
    name = f"{word} {random.choice(_BODIES)}"
    return Force(name, (f"{name} fighters", f"the {word}s"), side, listed)
