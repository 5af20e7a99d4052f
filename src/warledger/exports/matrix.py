"""`matrix`: every figure with its witness: one row an event, measure, group and record, with the words."""

from __future__ import annotations

from collections.abc import Iterator

from warledger.exports.cells import row
from warledger.exports.events import in_order
from warledger.exports.lines import iso, number
from warledger.records.state import State

COLUMNS = (
    "event_id", "event_type", "start", "end", "place", "measure", "group", "record", "kind", "low", "high", "source", "party", "modality",
    "said_by", "doc", "published", "known", "from", "to", "quote",
)  # fmt: skip


def export_matrix(state: State, *, everything: bool = False) -> Iterator[str]:
    """A heading and the rows, in the order of `events`, then by measure, group and record."""
    yield row(COLUMNS)
    by_id = {c.id: c for c in state.claims}
    for happening in in_order(state.happenings):
        head = [happening.id, happening.type, iso(happening.start), iso(happening.end), happening.place]
        for figure in happening.figures:
            for cell in figure.cells:
                claim = by_id[cell.record]
                witness = state.witnesses[claim.document]
                yield row(
                    [
                        *head, figure.measure, figure.group, claim.id, claim.kind, number(cell.low), number(cell.high), cell.source,
                        "yes" if cell.party else "no", claim.modality.value, claim.said_by, witness.doc, iso(witness.published),
                        iso(witness.known), claim.span.start, claim.span.end, claim.quote,
                    ]
                )  # fmt: skip
