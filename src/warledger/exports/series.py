"""Series as CSV: one row a point, for spreadsheets and plots."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from warledger.exports.cells import row
from warledger.exports.lines import number
from warledger.records.series import Series

#: The columns in order. Lists are joined by "; ".
COLUMNS = (
    "kind",
    "actor",
    "what",
    "start",
    "end",
    "low",
    "high",
    "act",
    "target",
    "words",
    "places",
    "modality",
    "n_sources",
    "sources",
    "docs",
    "quote",
    "records",
    "changed",
)


def export_series(found: Iterable[Series]) -> Iterator[str]:
    """A heading and one row a point, series after series. `changed` says what position the point gives up."""
    yield row(COLUMNS)
    for series in found:
        changed = {turn.after: turn.why for turn in series.turns}
        for index, point in enumerate(series.points):
            cells = {
                **{name: getattr(point, name) for name in ("start", "end", "act", "target", "words", "places", "modality")},
                "low": number(point.low),
                "high": number(point.high),
                "kind": series.kind,
                "actor": series.actor,
                "what": series.what,
                "n_sources": point.sources,
                "sources": list(dict.fromkeys(w.source for w in point.witnesses)),
                "docs": list(dict.fromkeys(w.doc for w in point.witnesses)),
                "quote": point.witnesses[0].quote,
                "records": [w.record for w in point.witnesses],
                "changed": changed.get(index),
            }
            yield row([cells[name] for name in COLUMNS])
