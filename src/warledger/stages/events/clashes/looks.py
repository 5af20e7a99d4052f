"""What is looked for among which claims: a table of looks, each with the keys under which claims meet and the detectors to ask."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

from warledger.records.side_words import SideWords
from warledger.stages.events.clashes import beginnings, blame, counts, deeds, denials, extents, holders, keys, positions, totals, wordings
from warledger.stages.events.clashes.clash import Clash, Side
from warledger.stages.events.clashes.histories import Histories

Test = Callable[[Side, Side], Clash | None]
Keys = Callable[[Side], Iterable[keys.Key]]

#: Years are left apart by looks that ask for claims of about one time; `None` asks whatever the days.
_ANY = None


@dataclass(frozen=True)
class Look:
    """Claims that share a key of `asks` (the one) and of `answers` (the other; the same when `None`) and are at most `within` days
    apart (`None`: any) are put to every test, the asking one first. Of `steps`, only those with no other between them in time."""

    tests: tuple[Test, ...]
    asks: Keys
    answers: Keys | None = None
    within: int | None = 0
    steps: bool = False


def looks(sides: SideWords, histories: Histories) -> tuple[Look, ...]:
    """The table."""
    when = partial(deeds.when, histories=histories)
    control = partial(holders.control, histories=histories)
    broken = partial(blame.broken, sides=sides)
    return (
        Look((counts.incident, deeds.who, when, control, extents.extent), keys.place, within=3),
        Look((counts.incident, deeds.who, when, wordings.named_otherwise), keys.home, within=_ANY),
        Look((wordings.named_otherwise, wordings.reached), keys.named_place),
        Look((counts.distance,), keys.approached),
        Look((holders.still_fought_for,), keys.taken, keys.fought_for, within=7),
        Look((deeds.where,), keys.dead),
        Look((totals.toll, totals.rate), keys.total, within=_ANY, steps=True),
        Look((totals.toll_and_incident,), keys.counted_by, keys.counted_by),
        Look((totals.risen,), keys.risen, keys.counted_at, within=4),
        Look((totals.strength,), keys.strength, within=_ANY, steps=True),
        Look((counts.moved, deeds.journey), keys.moving, within=3),
        Look((denials.happened,), keys.denying, keys.told, within=3),
        Look((denials.own_account,), keys.denier, keys.doing, within=14),
        Look((denials.called_false,), keys.called_false, keys.gained, within=3),
        Look((denials.negated,), keys.negating, keys.answering, within=_ANY),
        Look((beginnings.beginning,), keys.begun, within=_ANY),
        Look((beginnings.who_began,), keys.begun_by),
        Look((beginnings.not_the_first,), keys.first, keys.matter, within=_ANY),
        Look((blame.responsible,), keys.responsible, keys.answerable, within=60),
        Look((blame.mutual,), keys.accusing, within=3),
        Look((broken,), keys.violated, within=3),
        Look((positions.gave_way,), keys.refusing, keys.yielding, within=31),
        Look((positions.came_to_know,), keys.unsure, keys.sure, within=7),
        Look((positions.turned_from,), keys.turned, keys.matter, within=122),
        Look((positions.after_truce,), keys.truce, keys.fighting, within=14),
        Look((wordings.contrast,), keys.poles, within=2),
        Look((wordings.notice,), keys.notice, keys.about, within=_ANY),
        Look((wordings.quoted_and_denied,), keys.denying_a_name, keys.quoting, within=1),
    )
