"""`by-family`: who was harmed, by source: one row an event and group, the range over independent sources beside the parties' own figure.

The pairing and the idea of grading are those Airwars made known for civilian harm. Not affiliated with, endorsed by or derived from
Airwars: ids are our own, and so are the rules of the grades:

- `confirmed`: those said to have done it give a figure themselves
- `fair`: two independent sources or more, none of them contradicted by another
- `contested`: a dispute about whether it happened, who did it, or how many
- `weak`: one source
"""

from __future__ import annotations

from collections.abc import Iterator

from warledger.exports.cells import row
from warledger.exports.events import disputes_of
from warledger.exports.lines import iso, number
from warledger.exports.told import Told, told
from warledger.records.estimate import by_family
from warledger.records.figure import Figure
from warledger.records.state import State

COLUMNS = (
    "event_id", "date_start", "date_end", "place", "latitude", "longitude", "where_prec", "type", "said_to_have_done_it", "measure",
    "group", "least", "most", "families", "parties_least", "parties_most", "parties", "grade", "sources", "records",
)  # fmt: skip
_HARM = frozenset({"killed", "injured", "missing", "casualties"})


def export_by_family(state: State, *, everything: bool = False) -> Iterator[str]:
    """A heading and one row an event, measure and group with a figure, in the order of `events`."""
    yield row(COLUMNS)
    disputed = {claim for claim, ids in disputes_of(d for d in state.disputes if d.real).items() if ids}
    for event in told(state):
        for figure in event.happening.figures:
            if figure.measure in _HARM and any(c.low is not None or c.high is not None for c in figure.cells):
                yield row(_cells(event, figure, contested=bool(disputed & set(figure.members))))


def grade(families: int, *, admitted: bool, contested: bool) -> str:
    """The grade of one figure, by the rules above."""
    if contested:
        return "contested"
    if admitted:
        return "confirmed"
    return "fair" if families > 1 else "weak"


def _admitted(event: Told, figure: Figure) -> bool:
    """Whether a doer, or somebody who speaks for it, gives the figure."""
    doers = {name.casefold() for name in event.happening.actors1}
    own = {c.record for c in figure.cells if c.party}
    speakers = [name.casefold() for c in event.claims if c.id in own for name in c.said_by]
    return any(doer in speaker or speaker in doer for speaker in speakers for doer in doers)


def _cells(event: Told, figure: Figure, *, contested: bool) -> list[object]:
    happening = event.happening
    others, own = by_family(figure)
    return [
        happening.id,
        iso(happening.start),
        iso(happening.end),
        happening.place,
        happening.lat,
        happening.lon,
        happening.where_prec,
        happening.type,
        happening.actors1,
        figure.measure,
        figure.group,
        number(others.low),
        number(others.high),
        others.sources,
        number(own.low),
        number(own.high),
        own.sources,
        grade(others.sources, admitted=_admitted(event, figure), contested=contested),
        sorted({c.source for c in figure.cells}),
        sorted({c.record for c in figure.cells}),
    ]
