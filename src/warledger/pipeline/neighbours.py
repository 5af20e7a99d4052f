"""Happenings near a record, which it might be joined with: of the same place first, then the nearest in time."""

from __future__ import annotations

import datetime as dt

from warledger.pipeline.citing import evidence_of
from warledger.pipeline.dossier import Near
from warledger.pipeline.explaining import claim_in
from warledger.pipeline.headline import happening_words
from warledger.pipeline.view import View
from warledger.records.claim import Claim
from warledger.records.event import Happening
from warledger.records.keys import place_key

#: Further apart than this two reports hardly tell of one happening.
_DAYS = 7
_MOST = 9


def neighbours(view: View, wanted: str) -> tuple[Near, ...]:
    """At most nine happenings the record is not part of, at its place or within a week of it, the nearest first.

    Raises:
        UsageError: no such record, or several (they are listed).
    """
    claim = claim_in(view, wanted)
    found = [near for h in view.state.happenings if claim.id not in h.members and (near := _near(view, claim, h))]
    return tuple(sorted(found, key=lambda n: (not n.same_place, n.days, n.event))[:_MOST])


def _near(view: View, claim: Claim, happening: Happening) -> Near | None:
    days = _apart(claim, happening)
    if days is None or days > _DAYS:
        return None
    own = {place_key(view.state.links, claim.document, name) for name in claim.places}
    members = [view.by_id[m] for m in happening.members]
    there = {place_key(view.state.links, m.document, name) for m in members for name in m.places}
    if not own & there and days > 0:
        return None
    best = max(members, key=lambda m: (m.kind == claim.kind, m.confidence, m.id))
    return Near(happening.id, happening_words(happening), days, bool(own & there), evidence_of(view, best))


def _apart(claim: Claim, happening: Happening) -> int | None:
    """Days between them (0: they overlap); `None` where one has no day."""
    time = claim.time
    if time is None:
        return None
    start, end = time.start or time.end, time.end or time.start
    first, last = happening.start or happening.end, happening.end or happening.start
    if start is None or end is None or first is None or last is None:
        return None
    return max(0, (first - end) // dt.timedelta(days=1), (start - last) // dt.timedelta(days=1))
