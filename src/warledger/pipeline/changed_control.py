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
    place = (later or earlier or PlaceControl("", ("",), (), ())).names[0]
    was, is_now = (holding_of(view, control, place, view.state.on) for view, control in ((then, earlier), (now, later)))
    before, after = _told(was), _told(is_now)
    if before == after:
        return None
    found = _causes(then, now, was, is_now, causes)
    change = Change.ADDED if before is None else Change.WITHDRAWN if after is None else change_of(found)
    if after is not None and before is not None:
        past = holding_of(now, later, place, then.state.on).assessed
        after["hindsight"] = {"holder": past.holder, "status": past.status.value}
    day = is_now.assessed.since or was.assessed.since
    return Line(What.CONTROL, change, (later or earlier or PlaceControl("", (), (), ())).key, place, day, before, after, found)


def _told(holding: Holding) -> dict[str, Any] | None:
    """What is assessed and claimed; `None` where nobody says anything."""
    spell = holding.assessed
    claimed = [{"holder": a.holder, "by": a.by} for a in holding.claimed]
    if spell.holder is None and spell.since is None and not claimed:
        return None
    return {"holder": spell.holder, "status": spell.status.value, "since": _iso(spell.since), "claimed": claimed}


def _causes(then: View, now: View, was: Holding, is_now: Holding, causes: Causes) -> tuple[Cause, ...]:
    before, after = ([*h.assessed.evidence, *(r for a in h.claimed for r in a.evidence)] for h in (was, is_now))
    spells = (was.assessed, is_now.assessed)
    found = causes.between(
        [r for r in before if r in then.by_id],
        [r for r in after if r in now.by_id],
        *(s.holder for s in spells if s.holder),
        *(s.since for s in spells if s.since),
    )
    if all(c.by is By.CONTEXT for c in found):
        return (Cause(By.CONTEXT, None, f"no record it rests on is new: {is_now.assessed.why}"),)
    return found


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None
