"""`disputes`: one line a disagreement between records, typed, with the reason in words."""

from __future__ import annotations

from collections.abc import Iterator

from warledger.exports.lines import line
from warledger.records.state import State


def export_disputes(state: State, *, everything: bool = False) -> Iterator[str]:
    """All disputes by id. `everything` changes nothing: disputes stand between current claims only."""
    for dispute in sorted(state.disputes, key=lambda d: d.id):
        yield line(
            {"id": dispute.id, "a": dispute.a, "b": dispute.b, "type": dispute.type, "real": dispute.real, "why": dispute.why},
        )
