"""Disagreements that came up, and those that are none any more."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from warledger.pipeline.causes import Causes
from warledger.pipeline.citing import evidence_of
from warledger.pipeline.view import View
from warledger.records.change import Change, Line, What
from warledger.records.dispute import Dispute


def dispute_lines(then: View, now: View, causes: Causes) -> Iterator[Line]:
    """The real disagreements of one view that the other has nothing of: no dispute of that type between records of both sides. One
    that only gains a witness is the same."""
    earlier, later = ([d for d in view.state.disputes if d.real] for view in (then, now))
    for dispute in _without(later, earlier):
        yield Line(
            What.DISPUTE, Change.ADDED, dispute.id, _about(dispute), _day(now, dispute), None, _told(now, dispute),
            causes.between((), _records(dispute)),
        )  # fmt: skip
    for dispute in _without(earlier, later):
        yield Line(
            What.DISPUTE, Change.WITHDRAWN, dispute.id, _about(dispute), _day(then, dispute), _told(then, dispute), None,
            causes.between(_records(dispute), _still(now, dispute)), (dispute.id,),
        )  # fmt: skip


def _without(some: Iterable[Dispute], others: Iterable[Dispute]) -> Iterator[Dispute]:
    held: dict[tuple[str, str], list[Dispute]] = defaultdict(list)
    for other in others:
        for record in _records(other):
            held[other.type, record].append(other)
    for dispute in some:
        if not any(_same(dispute, other) for record in dispute.a for other in held[dispute.type, record]):
            yield dispute


def _same(one: Dispute, other: Dispute) -> bool:
    """Whether both sides share a record, whichever way round."""
    a, b, c, d = set(one.a), set(one.b), set(other.a), set(other.b)
    return bool((a & c and b & d) or (a & d and b & c))


def _records(dispute: Dispute) -> tuple[str, ...]:
    return (*dispute.a, *dispute.b)


def _still(now: View, dispute: Dispute) -> list[str]:
    counted = {c.id for c in now.current}
    return [r for r in _records(dispute) if r in counted]


def _about(dispute: Dispute) -> str:
    return f"{dispute.type}: {dispute.why}"


def _told(view: View, dispute: Dispute) -> dict[str, Any]:
    said = [evidence_of(view, view.by_id[side[0]]) for side in (dispute.a, dispute.b)]
    return {"type": dispute.type, "why": dispute.why, "a": dispute.a, "b": dispute.b, "said": said}


def _day(view: View, dispute: Dispute) -> dt.date | None:
    days = [c.time.start for r in _records(dispute) if (c := view.by_id.get(r)) and c.time and c.time.start]
    return min(days, default=None)
