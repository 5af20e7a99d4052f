"""`timemap`: events, sources and associations as Forensic Architecture's TimeMap reads them, in one JSON object with a key each.

Shapes are those TimeMap itself checks (`src/reducers/validate` of its source, MIT): every value is text, days are MM/DD/YYYY (its default),
an event has a day and both coordinates or neither. Types are associations of mode CATEGORY, actors of mode FILTER.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from warledger.base.ids import content_id
from warledger.exports.cite import paragraph
from warledger.exports.lines import line
from warledger.exports.told import Told, told
from warledger.records.state import State
from warledger.records.witness import Witness

Row = dict[str, object]


def export_timemap(state: State, *, everything: bool = False) -> Iterator[str]:
    """One object: `events` (those with a first day, in the order of `events`), `sources` by id, `associations`."""
    dated = [event for event in told(state) if event.happening.start]
    witnesses = {w.document: w for event in dated for w in event.witnesses}
    yield line(
        {
            "events": [_event(event) for event in dated],
            "sources": {key: _source(witness) for key, witness in sorted(witnesses.items())},
            "associations": _associations(dated),
        }
    )


def _event(event: Told) -> Row:
    happening = event.happening
    lat, lon = happening.lat, happening.lon
    assert happening.start is not None
    return {
        "id": happening.id,
        "description": paragraph(event),
        "date": _day(happening.start),
        "time": "",
        "time_display": str(happening.start) if happening.start == happening.end else f"{happening.start} to {happening.end or '...'}",
        "location": happening.place or "",
        "latitude": "" if lat is None else f"{lat:g}",
        "longitude": "" if lon is None else f"{lon:g}",
        "category": happening.type,
        "associations": [_association_id("type", happening.type), *(_association_id("actor", name) for name in _actors(event))],
        "sources": sorted(w.document for w in event.witnesses),
        "comments": "",
    }


def _source(witness: Witness) -> Row:
    return {
        "id": witness.document,
        "title": witness.title or witness.doc,
        "paths": [],
        "type": "Text",
        "url": witness.url or "",
        "author": witness.publisher or "",
        "date": _day(witness.published) if witness.published else "",
        "description": "",
    }


def _associations(events: list[Told]) -> list[Row]:
    types = sorted({event.happening.type for event in events})
    actors = sorted({name for event in events for name in _actors(event)})
    categories: list[Row] = [{"id": _association_id("type", name), "title": name, "desc": "", "mode": "CATEGORY"} for name in types]
    filters: list[Row] = [
        {"id": _association_id("actor", name), "title": name, "desc": "", "mode": "FILTER", "filter_paths": ["Actors", name]}
        for name in actors
    ]
    return categories + filters


def _actors(event: Told) -> list[str]:
    return sorted({*event.happening.actors1, *event.happening.actors2})


def _association_id(kind: str, name: str) -> str:
    return content_id("t", kind, name)


def _day(day: dt.date) -> str:
    return day.strftime("%m/%d/%Y")
