"""Every view the commands give, as something that can be timed: each is asked for the whole of what the command would print."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from warledger.exports.brief.text import brief_text, plain
from warledger.exports.formats import FORMATS
from warledger.ledger.store import Ledger
from warledger.pipeline.briefing import brief
from warledger.pipeline.changes import changes_between
from warledger.pipeline.explaining import explain
from warledger.pipeline.holding import hold
from warledger.pipeline.queue import review_queue
from warledger.pipeline.series import series_of
from warledger.pipeline.view import View


@dataclass(frozen=True)
class Question:
    """What is asked of one monitor: places, an actor, a record and days that it has something on. `then` is the view of the day `since`."""

    place: str
    actor: str
    record: str
    word: str
    on: dt.date
    since: dt.date
    then: View


Asked = Callable[[View, Question], object]


def _lines(lines: Iterable[str]) -> int:
    return sum(map(len, lines))


def _export(form: str) -> Asked:
    return lambda view, _: _lines(FORMATS[form](view.state))


def _search(view: View, question: Question) -> object:
    with Ledger.open(view.monitor.ledger) as ledger:
        return ledger.search(question.word)


VIEWS: Mapping[str, Asked] = {
    "brief": lambda view, _: _lines(brief_text(brief(view, None), plain)),
    "brief --on": lambda view, q: _lines(brief_text(brief(view, q.on), plain)),
    "who-holds": lambda view, q: hold(view, q.place, None),
    "who-holds --on": lambda view, q: hold(view, q.place, q.on),
    "events": _export("events"),
    "matrix": _export("matrix"),
    "disputes": _export("disputes"),
    "families": _export("families"),
    "series of one actor": lambda view, q: series_of(view, q.actor),
    "series of all": lambda view, _: series_of(view)[:15],
    "search": _search,
    "changes": lambda view, q: changes_between(q.then, view, q.since),
    "review queue": lambda view, _: review_queue(view)[:200],
    "explain": lambda view, q: explain(view, q.record),
}
