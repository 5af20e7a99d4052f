"""`events`: one line a happening, with every record that tells of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from warledger.exports.lines import iso, line, number
from warledger.records.dispute import Dispute
from warledger.records.event import Happening
from warledger.records.figure import Figure
from warledger.records.state import State


def export_events(state: State, *, everything: bool = False) -> Iterator[str]:
    """All happenings, dated first, by start, end and id. `everything` changes nothing: happenings hold current claims only."""
    disputed = disputes_of(state.disputes)
    for happening in in_order(state.happenings):
        yield line(event(happening, disputed))


def in_order(happenings: Iterable[Happening]) -> list[Happening]:
    """By start, end, id; the undated last."""
    return sorted(happenings, key=lambda h: (h.start is None and h.end is None, iso(h.start) or "", iso(h.end) or "", h.id))


def disputes_of(disputes: Iterable[Dispute]) -> dict[str, list[str]]:
    """The ids of the disputes each claim is a side of, by claim id."""
    found: dict[str, list[str]] = defaultdict(list)
    for dispute in disputes:
        for member in {*dispute.a, *dispute.b}:
            found[member].append(dispute.id)
    return found


def event(happening: Happening, disputed: Mapping[str, list[str]]) -> dict[str, Any]:
    """One happening as the export's object."""
    return {
        "id": happening.id,
        "members": happening.members,
        "type": happening.type,
        "start": iso(happening.start),
        "end": iso(happening.end),
        "place": happening.place,
        "lat": happening.lat,
        "lon": happening.lon,
        "where_prec": happening.where_prec,
        "actors1": happening.actors1,
        "actors2": happening.actors2,
        "figures": [figure(f) for f in happening.figures],
        "sources": happening.sources,
        "part_of": sorted(happening.part_of),
        "disputes": sorted({d for member in happening.members for d in disputed.get(member, ())}),
    }


def figure(row: Figure) -> dict[str, Any]:
    """One measure of one group as the export's object."""
    return {
        "measure": row.measure,
        "group": row.group,
        "low": number(row.low),
        "high": number(row.high),
        "members": row.members,
    }
