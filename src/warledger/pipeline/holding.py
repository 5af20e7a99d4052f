"""Who holds a place: finding the place a person means among those the claims name."""

from __future__ import annotations

import datetime as dt
from typing import Any

from warledger.base.errors import UsageError
from warledger.pipeline.view import View
from warledger.records.control import Holding, PlaceControl
from warledger.stages.control.holding import find_place, who_holds

_SHOWN = 12
#: How `records.keys` begins the key of a name that is no gazetteer entry.
_UNPLACED = "~"


def hold(view: View, place: str, on: dt.date | None) -> Holding:
    """Who holds `place` (a name, folded, or a gazetteer id) on that day (default: the latest published day).

    Raises:
        UsageError: several places of that name are reported on; they are listed.
    """
    found = _likely(find_place(view.state.control, place), place)
    if len(found) > 1:
        candidates = "; ".join(_described(view, c) for c in found[:_SHOWN])
        raise UsageError(f'"{place}" may be {len(found)} places', mend=f"Say which by its id: {candidates}")
    return holding_of(view, found[0] if found else None, place, view.on(on))


def holding_of(view: View, control: PlaceControl | None, place: str, on: dt.date | None) -> Holding:
    """The answer for one place (`None`: no claim says who holds it)."""
    return who_holds(control, view.current, place, on, stale_days=view.monitor.settings.stale_days)


def holding_object(holding: Holding, known: dt.date | None) -> dict[str, Any]:
    """The answer as the object `who-holds --json` prints."""
    assessed = holding.assessed
    return {
        "place": holding.place,
        "on": holding.on,
        "known": known,
        "assessed": {
            "holder": assessed.holder,
            "status": assessed.status.value,
            "since": assessed.since,
            "evidence": assessed.evidence,
            "why": assessed.why,
        },
        "claimed": [{"holder": a.holder, "by": a.by, "evidence": a.evidence} for a in holding.claimed],
    }


def last_change(view: View) -> tuple[str, dt.date] | None:
    """The place whose holder changed last and the day it did; places that must be told from namesakes are passed over."""
    changed = [(s.since, c) for c in view.state.control for s in c.spells[-1:] if s.holder and s.since and _is_one(view, c)]
    ranked = sorted(changed, key=lambda row: (-row[0].toordinal(), -len(row[1].claims), row[1].key))
    return next(((control.names[0], day) for day, control in ranked), None)


def _is_one(view: View, control: PlaceControl) -> bool:
    return len(_likely(find_place(view.state.control, control.names[0]), control.names[0])) == 1


def _likely(found: tuple[PlaceControl, ...], place: str) -> tuple[PlaceControl, ...]:
    """The places spelt exactly so before those that only fold alike; then those of the gazetteer before unplaced names, which do not
    tell one place from another."""
    spelt = tuple(c for c in found if place in c.names) or found
    return tuple(c for c in spelt if not c.key.startswith(_UNPLACED)) or spelt


def _described(view: View, control: PlaceControl) -> str:
    """What tells a place from its namesakes."""
    link = next((x for x in view.state.links.places.values() if x.place and x.key == control.key), None)
    if link is None or link.place is None:
        return f"{control.key} ({control.names[0]})"
    place = link.place
    return f"{control.key} ({place.name}, {place.country}, {place.kind}, {place.lat:.2f} {place.lon:.2f})"
