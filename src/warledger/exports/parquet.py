"""`parquet`: records, events and figures as typed tables, for pandas, R and DuckDB.

Needs pyarrow, which is no part of the default installation. One version of pyarrow writes the same bytes for the same rows.
"""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from warledger.base.errors import UsageError
from warledger.exports.events import disputes_of, event, in_order
from warledger.exports.records import record
from warledger.records.state import State
from warledger.records.status import ClaimStatus

if TYPE_CHECKING:
    import pyarrow

#: Columns and their types, by table. `list` is of texts, `counts` of {group, low, high}, `names` and `spots` are what `canonical` holds.
RECORDS = {
    "id": "text", "doc": "text", "kind": "text", "quote": "text", "start": "int", "end": "int", "said_by": "list", "modality": "text",
    "date_start": "day", "date_end": "day", "date_precision": "text", "date_basis": "text", "places": "list",
    "type": "text", "actors1": "list", "actors2": "list", "killed": "counts", "injured": "counts", "captured": "counts",
    "mode": "text", "gained_by": "list", "lost_by": "list",
    "measure": "text", "group": "text", "low": "number", "high": "number", "by": "list",
    "actor": "text", "unit": "text", "count_low": "number", "count_high": "number", "from": "list", "to": "list",
    "speaker": "text", "affiliation": "text", "act": "text", "target": "list", "topic": "text",
    "parties": "list", "what": "text", "agreement_status": "text",
    "published": "day", "known": "day", "confidence": "number", "status": "text",
    "canonical_actors": "names", "canonical_places": "spots", "notes": "text",
}  # fmt: skip
EVENTS = {
    "id": "text", "type": "text", "start": "day", "end": "day", "place": "text", "lat": "number", "lon": "number", "where_prec": "int",
    "actors1": "list", "actors2": "list", "sources": "list", "part_of": "list", "disputes": "list", "members": "list",
}  # fmt: skip
FIGURES = {
    "event_id": "text", "measure": "text", "group": "text", "record": "text", "low": "number", "high": "number", "source": "text",
    "party": "bool", "modality": "text", "said_by": "list", "doc": "text", "published": "day", "known": "day", "quote": "text",
}  # fmt: skip

Row = dict[str, Any]


def export_parquet(state: State, table: str, *, everything: bool = False) -> bytes:
    """The Parquet file of one of `TABLES`; `everything` adds to `records` those that do not count.

    Raises:
        UsageError: pyarrow is not installed.
    """
    arrow, write = _pyarrow()
    columns, rows = TABLES[table]
    types = _types(arrow)
    schema = arrow.schema([(name, types[kind]) for name, kind in columns.items()])
    made = [_cells(row, columns) for row in rows(state, everything)]
    sink = io.BytesIO()
    write(arrow.Table.from_pylist(made, schema=schema), sink)
    return sink.getvalue()


def _pyarrow() -> tuple[Any, Callable[[pyarrow.Table, io.BytesIO], None]]:
    try:
        import pyarrow
        from pyarrow.parquet import write_table
    except ImportError as error:
        raise UsageError("Parquet needs pyarrow, which is not installed", mend='pip install "warledger[parquet]"') from error
    return pyarrow, write_table


def _types(arrow: Any) -> dict[str, Any]:
    text, number, texts = arrow.string(), arrow.float64(), arrow.list_(arrow.string())
    spot = [("name", text), ("canonical", text), ("id", text), ("lat", number), ("lon", number), ("where_prec", arrow.int64())]
    return {
        "text": text,
        "int": arrow.int64(),
        "number": number,
        "bool": arrow.bool_(),
        "day": arrow.date32(),
        "list": texts,
        "counts": arrow.list_(arrow.struct([("group", text), ("low", arrow.int64()), ("high", arrow.int64())])),
        "names": arrow.list_(arrow.struct([("name", text), ("canonical", text)])),
        "spots": arrow.list_(arrow.struct(spot)),
    }


def _cells(row: Row, columns: Mapping[str, str]) -> Row:
    """The row with every column; what the row has not is null."""
    return {name: _day(row.get(name)) if kind == "day" else row.get(name) for name, kind in columns.items()}


def _day(value: str | dt.date | None) -> dt.date | None:
    return dt.date.fromisoformat(value) if isinstance(value, str) else value


def _records(state: State, everything: bool) -> Iterator[Row]:
    for claim in state.claims:
        if everything or state.status[claim.id] is ClaimStatus.CURRENT:
            row = record(state, claim)
            named = row.pop("canonical")
            actors = [{"name": name, "canonical": canonical} for name, canonical in named["actors"].items()]
            spots = [{**place, "name": name, "canonical": place["name"]} for name, place in named["places"].items()]
            yield {**row, "canonical_actors": actors, "canonical_places": spots}


def _events(state: State, everything: bool) -> Iterator[Row]:
    disputed = disputes_of(state.disputes)
    for happening in in_order(state.happenings):
        yield event(happening, disputed)


def _figures(state: State, everything: bool) -> Iterator[Row]:
    by_id = {c.id: c for c in state.claims}
    for happening in in_order(state.happenings):
        for figure in happening.figures:
            for cell in figure.cells:
                claim = by_id[cell.record]
                witness = state.witnesses[claim.document]
                yield {
                    "event_id": happening.id, "measure": figure.measure, "group": figure.group, "record": cell.record, "low": cell.low,
                    "high": cell.high, "source": cell.source, "party": cell.party, "modality": claim.modality.value,
                    "said_by": claim.said_by, "doc": witness.doc, "published": witness.published, "known": witness.known,
                    "quote": claim.quote,
                }  # fmt: skip


#: The tables: their columns, and what gives their rows.
TABLES: Mapping[str, tuple[Mapping[str, str], Callable[[State, bool], Iterator[Row]]]] = {
    "records": (RECORDS, _records),
    "events": (EVENTS, _events),
    "figures": (FIGURES, _figures),
}
