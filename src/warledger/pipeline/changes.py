"""What became known since a day: new records, versions that replaced others, corrections."""

from __future__ import annotations

import datetime as dt
from typing import Any

import msgspec

from warledger.exports.records import record
from warledger.pipeline.view import View
from warledger.records.family import EdgeType
from warledger.records.status import ClaimStatus


class Replaced(msgspec.Struct, frozen=True):
    """`later` replaced `earlier` on the day it became known; the earlier one's records no longer count."""

    earlier: str
    later: str
    known: dt.date | None
    records: int


class Corrected(msgspec.Struct, frozen=True):
    """A notice in `doc` that `wrong` should read `right` (either may not be said), in its words."""

    doc: str
    known: dt.date | None
    words: str
    wrong: str | None
    right: str | None


class Changes(msgspec.Struct, frozen=True):
    """What is known now and was not on `since`. `events` are happenings no record of which was known then."""

    since: dt.date
    documents: tuple[str, ...]
    records: tuple[dict[str, Any], ...]
    events: int
    replaced: tuple[Replaced, ...]
    corrections: tuple[Corrected, ...]


def changes_since(view: View, since: dt.date) -> Changes:
    """Everything that became known after that day. Documents without a date were always known."""
    state = view.state
    new = {i for i, w in state.witnesses.items() if w.known is not None and w.known > since}
    return Changes(
        since=since,
        documents=tuple(sorted(view.names[i] for i in new)),
        records=tuple(record(state, c) for c in view.current if c.document in new),
        events=sum(all(view.by_id[m].document in new for m in h.members) for h in state.happenings),
        replaced=_replaced(view, new),
        corrections=tuple(
            Corrected(view.names[c.document], state.witnesses[c.document].known, c.words, c.wrong, c.right)
            for c in state.corrections
            if c.document in new
        ),
    )


def _replaced(view: View, new: set[str]) -> tuple[Replaced, ...]:
    counts: dict[str, int] = {}
    for claim in view.state.claims:
        if view.state.status[claim.id] is ClaimStatus.SUPERSEDED:
            counts[claim.document] = counts.get(claim.document, 0) + 1
    found = [
        Replaced(view.names[e.origin], view.names[e.copy], view.state.witnesses[e.copy].known, counts.get(e.origin, 0))
        for e in view.state.edges
        if e.type is EdgeType.VERSION and e.copy in new
    ]
    return tuple(sorted(found, key=lambda r: (r.earlier, r.later)))
