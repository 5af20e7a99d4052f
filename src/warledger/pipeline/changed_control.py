"""Who held each place then and who holds it now; and of the earlier day itself, what is known of it now."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from warledger.pipeline.causes import Causes
from warledger.pipeline.changed_happenings import change_of
from warledger.pipeline.holding import holding_of
from warledger.pipeline.view import View
from warledger.records.change import By, Cause, Change, Line, What
from warledger.records.control import Holding, PlaceControl


def control_lines(then: View, now: View, causes: Causes) -> Iterator[Line]:
    """The places of which another holder, status or day is told than then. `after` also holds `hindsight`: the holder and status that
    are told now of the day that was asked about then."""
    before, after = ({c.key: c for c in view.state.control} for view in (then, now))
    for key in sorted({*before, *after}):
        line = _line(then, now, before.get(key), after.get(key), causes)
        if line is not None:
            yield line


def _line(then: View, now: View, earlier: PlaceControl | None, later: PlaceControl | None, causes: Causes) -> Line | None:
    told_of = later or earlier
    assert told_of is not None
    was, is_now = _held(then, earlier), _held(now, later)
    before, after = _told(was), _told(is_now)
    if before == after:
        return None
    found = _causes(then, now, was, is_now, causes)
    change = Change.ADDED if before is None else Change.WITHDRAWN if after is None else change_of(found)
    if after is not None and before is not None and later is not None:
        past = holding_of(now, later, later.names[0], then.state.on).assessed
        after["hindsight"] = {"holder": past.holder, "status": past.status.value}
    day = next((h.assessed.since for h in (is_now, was) if h and h.assessed.since), None)
    return Line(What.CONTROL, change, told_of.key, told_of.names[0], day, before, after, found)


def _held(view: View, control: PlaceControl | None) -> Holding | None:
    """Who holds the place by the latest day of the view; `None` where no record says anything of it."""
    return None if control is None else holding_of(view, control, control.names[0], view.state.on)


def _told(holding: Holding | None) -> dict[str, Any] | None:
    """What is assessed and claimed; `None` where nobody says anything."""
    if holding is None:
        return None
    spell = holding.assessed
    claimed = [{"holder": a.holder, "by": a.by} for a in holding.claimed]
    if spell.holder is None and spell.since is None and not claimed:
        return None
    return {"holder": spell.holder, "status": spell.status.value, "since": _iso(spell.since), "claimed": claimed}


def _causes(then: View, now: View, was: Holding | None, is_now: Holding | None, causes: Causes) -> tuple[Cause, ...]:
    spells = [h.assessed for h in (was, is_now) if h is not None]
    found = causes.between(
        [r for r in _evidence(was) if r in then.by_id],
        [r for r in _evidence(is_now) if r in now.by_id],
        *(s.holder for s in spells if s.holder),
        *(s.since for s in spells if s.since),
    )
    if is_now is not None and all(c.by is By.CONTEXT for c in found):
        return (Cause(By.CONTEXT, None, f"no record it rests on is new: {is_now.assessed.why}"),)
    return found


def _evidence(holding: Holding | None) -> list[str]:
    return [] if holding is None else [*holding.assessed.evidence, *(r for a in holding.claimed for r in a.evidence)]


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None
