"""A place that no control claim names, as far as what happened to the district or province it lies in tells."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from warledger.records.control import PlaceControl, Rule, Spell, Status
from warledger.records.place import Place
from warledger.stages.control.within import lies_in


def by_areas(place: Place, name: str, control: Iterable[PlaceControl]) -> PlaceControl | None:
    """The record of the place as a part of its district or province; `None` when no claim says who holds either."""
    areas = {c.division: c for c in control if c.division and c.key != place.id}
    area = next((areas[code] for code in lies_in(place) if code in areas), None)
    if area is None:
        return None
    spells = tuple(_passed(spell, area.names[0]) for spell in area.spells)
    return PlaceControl(place.id, (name,), spells, (), within=(area.key,), place=place)


def _passed(spell: Spell, area: str) -> Spell:
    """What a spell of the area says of the place in it. That part of an area is fought for says nothing of one place."""
    why = f"with {area}, in which it lies: {spell.why}"
    if spell.status is Status.HELD:
        return msgspec.structs.replace(spell, why=why, rule=Rule.AREA, accounts=())
    return msgspec.structs.replace(spell, holder=None, status=Status.UNKNOWN, why=why, rule=Rule.AREA, accounts=())
