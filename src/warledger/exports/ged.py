"""`ged`: events with deaths in the columns of UCDP's Georeferenced Event Dataset, for tools that read those.

Not affiliated with, endorsed by or derived from UCDP, and not checked by it: ids are our own, columns that need UCDP's registers are left
out, and those that need a judgement we do not make stay empty. The columns and codes are those of the GED codebook (Sundberg and Melander
2013; `where_prec` 1-7, `date_prec` 1-5); `priogrid_gid` numbers the half-degree cells of PRIO-GRID (Tollefsen et al. 2012).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from warledger.exports.cells import row
from warledger.exports.lines import iso, number
from warledger.exports.told import Told, told
from warledger.records.estimate import low_best_high
from warledger.records.figure import Figure
from warledger.records.state import State

COLUMNS = (
    "id", "relid", "year", "type_of_violence", "side_a", "side_b", "number_of_sources", "source_article", "source_office", "source_date",
    "source_headline", "source_original", "where_prec", "where_coordinates", "where_description", "adm_1", "adm_2", "latitude",
    "longitude", "geom_wkt", "priogrid_gid", "country", "event_clarity", "date_prec", "date_start", "date_end", "deaths_a", "deaths_b",
    "deaths_civilians", "deaths_unknown", "best", "high", "low",
)  # fmt: skip
#: ACLED sub-event types of violence against people who do not fight back: UCDP's one-sided violence.
ONE_SIDED = frozenset({"Attack", "Abduction/forced disappearance", "Sexual violence", "Excessive force against protesters"})
#: UCDP `date_prec` by the most days an interval may have; longer ones are 5.
_DATE_PREC = ((1, 1), (6, 2), (7, 3), (31, 4))


def export_ged(state: State, *, everything: bool = False) -> Iterator[str]:
    """A heading and one row an event that somebody says killed people and that has a day, in the order of `events`."""
    yield row(COLUMNS)
    for event in told(state):
        if event.dead is not None and event.happening.start and event.happening.end:
            cells = _cells(event, event.dead, event.happening.start, event.happening.end)
            yield row([cells.get(name) for name in COLUMNS])


def _cells(event: Told, dead: Figure, start: dt.date, end: dt.date) -> dict[str, object]:
    happening, place, estimate = event.happening, event.place, low_best_high(dead)
    lat, lon = happening.lat, happening.lon
    within = event.link.within if event.link else {}
    return {
        "id": happening.id,
        "relid": happening.id,
        "year": start.year,
        "type_of_violence": 3 if happening.type in ONE_SIDED else None,
        "side_a": " and ".join(happening.actors1),
        "side_b": " and ".join(happening.actors2),
        "number_of_sources": len(happening.sources),
        "source_article": [w.doc for w in event.witnesses],
        "source_office": [w.publisher or "" for w in event.witnesses],
        "source_date": [iso(w.published) or "" for w in event.witnesses],
        "source_headline": [w.title or "" for w in event.witnesses],
        "source_original": sorted({name for claim in event.claims for name in claim.said_by}),
        "where_prec": happening.where_prec,
        "where_coordinates": place.name if place else None,
        "where_description": happening.place,
        "adm_1": within.get("admin1"),
        "adm_2": within.get("admin2"),
        "latitude": lat,
        "longitude": lon,
        "geom_wkt": f"POINT ({lon:g} {lat:g})" if lat is not None and lon is not None else None,
        "priogrid_gid": priogrid_cell(lat, lon) if lat is not None and lon is not None else None,
        "country": place.country if place else None,
        "event_clarity": 1,
        "date_prec": date_prec((end - start).days + 1),
        "date_start": start.isoformat(),
        "date_end": end.isoformat(),
        **_by_side(event),
        "best": number(estimate.best),
        "high": number(estimate.high),
        "low": number(estimate.low),
    }


def date_prec(days: int) -> int:
    """UCDP's code for an interval of so many days: 1 a day, 2 up to six, 3 a week, 4 a month, 5 longer."""
    return next((code for most, code in _DATE_PREC if days <= most), 5)


def priogrid_cell(lat: float, lon: float) -> int:
    """PRIO-GRID's number of the half-degree cell: 720 a row eastward from 180 W, row after row northward from the South Pole, from 1."""
    row_of, column = (min(int((degrees + half) * 2), 4 * half - 1) for degrees, half in ((lat, 90), (lon, 180)))
    return row_of * 720 + column + 1


def _by_side(event: Told) -> dict[str, object]:
    """Deaths of the sides and of civilians where groups are named after them; all else is unknown. Best estimates."""
    totals: dict[str, float] = {}
    for figure in event.happening.figures:
        best = low_best_high(figure).best
        if figure.measure == "killed" and best is not None:
            column = _column(figure.group.casefold(), event)
            totals[column] = totals.get(column, 0) + best
    return {column: number(total) for column, total in totals.items()}


def _column(group: str, event: Told) -> str:
    if "civilian" in group:
        return "deaths_civilians"
    for column, names in (("deaths_a", event.happening.actors1), ("deaths_b", event.happening.actors2)):
        if any(name.casefold() in group or (group and group in name.casefold()) for name in names):
            return column
    return "deaths_unknown"
