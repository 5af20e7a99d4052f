"""`weekly`: one row an event in the shape weekly event tables have in this field, for spreadsheets and maps made for them.

Not affiliated with, endorsed by or derived from ACLED: event ids, counts and every decision are our own; the names of the columns and
of the types are the field's (crosswalk in the codebook). `fatalities` is the conservative view.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from warledger.exports.cells import row
from warledger.exports.lines import iso, number
from warledger.exports.told import Told, told
from warledger.records.crosswalk import disorder_of
from warledger.records.estimate import conservative
from warledger.records.state import State

COLUMNS = (
    "event_id", "week", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type", "actor1", "assoc_actor_1",
    "actor2", "assoc_actor_2", "civilian_targeting", "country", "admin1", "location", "latitude", "longitude", "geo_precision", "source",
    "n_sources", "notes", "fatalities",
)  # fmt: skip
_CIVILIAN = "civilian"


def export_weekly(state: State, *, everything: bool = False) -> Iterator[str]:
    """A heading and one row an event with a day, in the order of `events`."""
    yield row(COLUMNS)
    for event in told(state):
        if event.happening.start and event.happening.end:
            cells = _cells(event, event.happening.start, event.happening.end)
            yield row([cells[name] for name in COLUMNS])


def _cells(event: Told, start: dt.date, end: dt.date) -> dict[str, object]:
    happening, place = event.happening, event.place
    disorder, kind, sub = disorder_of(happening.type)
    return {
        "event_id": happening.id,
        "week": (start - dt.timedelta(days=(start.weekday() + 2) % 7)).isoformat(),
        "event_date": start.isoformat(),
        "year": start.year,
        "time_precision": time_precision((end - start).days + 1),
        "disorder_type": disorder,
        "event_type": kind,
        "sub_event_type": sub,
        "actor1": happening.actors1[0] if happening.actors1 else "",
        "assoc_actor_1": happening.actors1[1:],
        "actor2": happening.actors2[0] if happening.actors2 else "",
        "assoc_actor_2": happening.actors2[1:],
        "civilian_targeting": "Civilian targeting" if any(_CIVILIAN in a.casefold() for a in happening.actors2) else "",
        "country": place.country if place else "",
        "admin1": place.admin1 if place else "",
        "location": happening.place,
        "latitude": happening.lat,
        "longitude": happening.lon,
        "geo_precision": geo_precision(happening.where_prec),
        "source": happening.sources,
        "n_sources": len(happening.sources),
        "notes": _notes(event),
        "fatalities": number(conservative(event.dead)) if event.dead else 0,
    }


def time_precision(days: int) -> int:
    """1: the day is known; 2: the week; 3: the month or less exactly."""
    return 1 if days == 1 else 2 if days <= 7 else 3


def geo_precision(where_prec: int | None) -> int | None:
    """1: the place is known; 2: near it, or its district; 3: a larger area. From UCDP's `where_prec`."""
    return None if where_prec is None else {1: 1, 2: 2, 3: 2}.get(where_prec, 3)


def _notes(event: Told) -> str:
    first = min(event.claims, key=lambda c: (event.state.witnesses[c.document].published or dt.date.max, c.document, c.span, c.id))
    witness = event.state.witnesses[first.document]
    return f'"{" ".join(first.quote.split())}" ({witness.publisher or witness.doc}, {iso(witness.published) or "undated"})'
