"""Rows that say the same thing of the same days become one point with several witnesses."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping

import msgspec

from warledger.pipeline.series_rows import Row
from warledger.records.series import Point

#: Days by which reports of one thing may differ.
NEAR_DAYS = 3


def merged(rows: Iterable[Row], shared: Mapping[str, str]) -> list[tuple[Point, Row]]:
    """The points of one series in order of time, each with a row it came from.

    Rows are one point when they say the same (`Row.same`) of days at most `NEAR_DAYS` apart, or of one happening (`shared`: record ->
    happening). A point takes its days from the row that fixes them most finely.
    """
    by_same: dict[Hashable, list[list[Row]]] = defaultdict(list)
    for row in sorted(rows, key=_finest):
        groups = by_same[row.same]
        home = next((g for g in groups if _one(g[0], row, shared)), None)
        if home is None:
            groups.append([row])
        else:
            home.append(row)
    points = [(_point(group), group[0]) for groups in by_same.values() for group in groups]
    return sorted(points, key=lambda pair: (when(pair[0]), pair[0].low or pair[0].high or 0.0, pair[0].words, pair[1].claim.id))


def when(point: Point) -> tuple[dt.date, dt.date]:
    """What a point is sorted by: its first day (its last, where only that is known), then its last."""
    return point.start or point.end or dt.date.min, point.end or dt.date.max


def _finest(row: Row) -> tuple[int, dt.date, str, str]:
    start, end = row.point.start, row.point.end
    days = (end - start).days if start and end else 1_000_000
    return days, end or start or dt.date.max, row.point.words, row.claim.id


def _one(first: Row, row: Row, shared: Mapping[str, str]) -> bool:
    happening = shared.get(row.claim.id)
    if happening is not None and happening == shared.get(first.claim.id):
        return True
    return near(first.point, row.point)


def near(a: Point, b: Point) -> bool:
    """Whether the days of two points overlap, or lie at most `NEAR_DAYS` apart. A point of which only the last day is known is of that
    day; undated points are near nothing but each other."""
    one, other = (a.start or a.end, a.end or a.start), (b.start or b.end, b.end or b.start)
    if one[0] is None or one[1] is None or other[0] is None or other[1] is None:
        return one == other
    slack = dt.timedelta(days=NEAR_DAYS)
    return one[0] <= other[1] + slack and other[0] <= one[1] + slack


def _point(group: list[Row]) -> Point:
    seen = {witness.record: witness for row in group for witness in row.point.witnesses}
    witnesses = tuple(sorted(seen.values(), key=lambda w: (w.doc, w.record)))
    places = tuple(dict.fromkeys(place for row in group for place in row.point.places))
    return msgspec.structs.replace(group[0].point, witnesses=witnesses, sources=len({w.origin for w in witnesses}), places=places)
