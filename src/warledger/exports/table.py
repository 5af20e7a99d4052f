"""`csv`: one row an event, for spreadsheets; no text cell can start a formula."""

from __future__ import annotations

from collections.abc import Iterator

from warledger.exports.cells import row
from warledger.exports.events import disputes_of, event, in_order
from warledger.exports.lines import number
from warledger.records.event import Happening
from warledger.records.figure import Figure
from warledger.records.state import State

#: The columns in order. Lists are joined by "; ".
COLUMNS = (
    "id",
    "type",
    "start",
    "end",
    "place",
    "lat",
    "lon",
    "where_prec",
    "actors1",
    "actors2",
    "figures",
    "n_sources",
    "sources",
    "disputes",
    "docs",
    "quote",
    "members",
)


def export_csv(state: State, *, everything: bool = False) -> Iterator[str]:
    """A heading and one row an event, in the order of `events`."""
    yield row(COLUMNS)
    disputed = disputes_of(state.disputes)
    quotes = {claim.id: claim.quote for claim in state.claims}
    docs = {claim.id: state.witnesses[claim.document].doc for claim in state.claims}
    for happening in in_order(state.happenings):
        cells = event(happening, disputed)
        cells["figures"] = [figure_words(f) for f in happening.figures]
        cells["n_sources"] = len(happening.sources)
        cells["docs"] = sorted({docs[m] for m in happening.members})
        cells["quote"] = quotes[_first(happening)]
        yield row([cells[name] for name in COLUMNS])


def figure_words(figure: Figure) -> str:
    """`killed civilians: 15`, `15-20`, `15 or more`, `up to 80`, `not stated`."""
    group = f" {figure.group}" if figure.group else ""
    return f"{figure.measure}{group}: {bounds(figure.low, figure.high)}"


def bounds(low: float | None, high: float | None) -> str:
    """A count with its bounds, in words."""
    if low is None and high is None:
        return "not stated"
    if low is None:
        return f"up to {number(high)}"
    if high is None:
        return f"{number(low)} or more"
    return f"{number(low)}" if low == high else f"{number(low)}-{number(high)}"


def _first(happening: Happening) -> str:
    return happening.members[0]
