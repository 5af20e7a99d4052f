"""Small words all forms of the changes share."""

from __future__ import annotations

from typing import Any

from warledger.exports.table import bounds
from warledger.records.change import By, Cause, Change, Changes, Line, What

#: Fields of a happening as a person calls them; what is not here is called as the export does.
_CALLED = {"where_prec": "precision of place", "actors1": "who did it", "actors2": "to whom", "lat": "latitude", "lon": "longitude"}
_NOTHING = "not said"
_DONE = {
    Change.CORRECTED: "set right",
    Change.WITHDRAWN: "withdrawn",
    Change.SPLIT: "split",
    Change.MERGED: "joined",
    Change.REVISED: "told otherwise",
    Change.ADDED: "new",
}


def title(changes: Changes) -> str:
    """The heading: what it is about, since when, and as of when."""
    known = f", as known on {changes.known}" if changes.known else ""
    return f"{changes.monitor}: what changed after {changes.since}{known}"


def line_title(line: Line) -> str:
    """What became of what, in a few words."""
    return f"{_DONE[line.change]}: {line.about}"


def said(line: Line) -> list[str]:
    """What it said and what it says now, in words; nothing where the title says all."""
    if line.what is What.CONTROL:
        return _held(line)
    if line.what is What.FIGURE:
        return [f"{_count(line.before)} -> {_count(line.after)}"]
    if line.what is What.HAPPENING and line.change in (Change.REVISED, Change.CORRECTED):
        before, after = line.before or {}, line.after or {}
        return [_field(field, before[field], after[field]) for field in before]
    if line.what is What.DISPUTE:
        return [f'"{side.quote}" [{side.doc}:{side.start}-{side.end}, {side.source}]' for side in (line.after or line.before or {})["said"]]
    return _parts(line)


def cause_words(cause: Cause) -> str:
    """What brought it about, with the day."""
    day = f"{cause.day}: " if cause.day else ""
    if cause.by is By.CORRECTION:
        return f'{day}correction in {", ".join(cause.docs)}: "{cause.words}"'
    return f"{day}{cause.words}"


def _held(line: Line) -> list[str]:
    told = [f"{_holder(line.before)} -> {_holder(line.after)}"]
    before, hindsight = line.before or {}, (line.after or {}).get("hindsight")
    if hindsight and (hindsight["holder"], hindsight["status"]) != (before.get("holder"), before.get("status")):
        told.append(f"of that day itself it is now said: {_holder(hindsight)}")
    return told


def _holder(told: dict[str, Any] | None) -> str:
    if told is None:
        return "nothing known"
    since = f" since {told['since']}" if told.get("since") else ""
    claimed = "; ".join(f"claimed for {c['holder']} by {c['by']}" for c in told.get("claimed", ()) if c["holder"] != told["holder"])
    assessed = f"{told['holder']} ({told['status']}{since})" if told["holder"] else f"{told['status']}{since}"
    return f"{assessed}, {claimed}" if claimed else assessed


def _count(told: dict[str, Any] | None) -> str:
    return bounds(told["low"], told["high"]) if told else _NOTHING


def _field(field: str, before: Any, after: Any) -> str:
    if field == "sources":
        more, fewer = [s for s in after if s not in before], [s for s in before if s not in after]
        names = ", ".join([*(f"+ {s}" for s in more), *(f"- {s}" for s in fewer)])
        return f"independent sources: {len(before)} -> {len(after)} ({names})"
    return f"{_CALLED.get(field, field)}: {_value(before)} -> {_value(after)}"


def _value(value: Any) -> str:
    if value in (None, [], (), ""):
        return _NOTHING
    return " and ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)


def _parts(line: Line) -> list[str]:
    if line.change is Change.MERGED:
        return [f"{len(line.was)} that stood apart are one: {', '.join(line.was)}"]
    if line.change is Change.SPLIT:
        return [f"one is now {len(line.into)}: {', '.join(line.into)}"]
    return []
