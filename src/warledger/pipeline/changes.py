"""What the record says now and did not say on an earlier day, line by line, with what brought each change about."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable

from warledger.pipeline.causes import Causes
from warledger.pipeline.changed_control import control_lines
from warledger.pipeline.changed_disputes import dispute_lines
from warledger.pipeline.changed_happenings import happening_lines
from warledger.pipeline.view import View
from warledger.records.change import Change, Changes, Corrected, Line, Replaced, What
from warledger.records.status import ClaimStatus


def changes_between(then: View, now: View, since: dt.date) -> Changes:
    """Everything that differs between two views of one monitor: `then` as known, and decided, on the day `since`, and `now`.

    A report without a date was always known: it changes nothing. A record coded by hand counts like the report it is on.
    """
    causes = Causes(then, now)
    lines = [*happening_lines(then, now, causes), *control_lines(then, now, causes), *dispute_lines(then, now, causes)]
    lines.sort(key=_order)
    counted = {c.id for c in then.current}
    return Changes(
        monitor=now.state.monitor,
        since=since,
        known=now.state.known,
        on=now.state.on,
        documents=tuple(sorted(now.names[i] for i in causes.documents)),
        records=sum(c.id not in counted for c in now.current),
        replaced=_replaced(now, causes),
        corrections=tuple(
            Corrected(now.names[n.document], now.state.witnesses[n.document].known, n.words, n.wrong, n.right) for n in causes.notices
        ),
        decisions=tuple(causes.ruled(d) for d in causes.decisions),
        counts=_counts(lines),
        lines=tuple(lines),
    )


def _replaced(now: View, causes: Causes) -> tuple[Replaced, ...]:
    superseded = Counter(c.document for c in now.state.claims if now.state.status[c.id] is ClaimStatus.SUPERSEDED)
    found = (
        Replaced(now.names[old], now.names[new], now.state.witnesses[new].known, superseded[old]) for new, old in causes.versions.items()
    )
    return tuple(sorted(found, key=lambda r: (r.earlier, r.later)))


def _counts(lines: Iterable[Line]) -> dict[str, dict[str, int]]:
    """How many lines of each kind changed how; every kind and change is there."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for line in lines:
        found[line.what.value][line.change.value] += 1
    return {what.value: {change.value: found[what.value][change.value] for change in Change} for what in What}


def _order(line: Line) -> tuple[int, int, int, str, str]:
    """Set right before told otherwise before new; of each the latest happening first."""
    day = line.day or dt.date.min
    return list(Change).index(line.change), list(What).index(line.what), -day.toordinal(), line.id, line.about
