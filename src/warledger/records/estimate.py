"""Three views of one matrix of counts. None of them changes it, and each says who made its kind of rule known.

All begin alike: a source speaks once, with the last figure it gave; of two it gave on one day the lower counts. Records that are denied,
planned or hypothetical are not in the matrix.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import msgspec

from warledger.records.figure import Cell, Figure


class Estimate(msgspec.Struct, frozen=True):
    """`low` and `high` are bounds (`None`: nothing bounds it there); `best` is the figure to show when only one may be shown."""

    low: float | None
    best: float | None
    high: float | None
    sources: int


def speakers(figure: Figure) -> tuple[Cell, ...]:
    """One cell a source: its last word, sorted by source."""
    last: dict[str, Cell] = {}
    for cell in sorted(figure.cells, key=_order):
        last[cell.source] = cell
    return tuple(last[source] for source in sorted(last))


def conservative(figure: Figure) -> float | None:
    """The lowest credible figure: the least of the lower bounds, vague words at their floor ("dozens" is 24).

    A party's figure counts only where nobody else gives one. Coders of fatalities who round down for comparison over time (ACLED's
    published practice) work like this; the rule here is our own.
    """
    told = _credible(speakers(figure))
    return min((floor for cell in told if (floor := _floor(cell)) is not None), default=None)


def low_best_high(figure: Figure) -> Estimate:
    """The least anybody says, the figure most sources give (of several given equally often the one nearest the middle, then the lower;
    none where only "up to" is said), and the most.

    The three numbers are those that the Uppsala Conflict Data Program made known for its events; the rule here is our own.
    """
    told = speakers(figure)
    floors = sorted(cell.low for cell in _credible(told) if cell.low is not None)
    lows = [floor for cell in told if (floor := _floor(cell)) is not None]
    tops = [top for cell in told if (top := _top(cell)) is not None]
    best = min(set(floors), key=lambda n: (-floors.count(n), abs(floors.index(n) - (len(floors) - 1) // 2), n), default=None)
    return Estimate(min(lows, default=None), best, max(tops, default=None), len(told))


def by_family(figure: Figure) -> tuple[Estimate, Estimate]:
    """(least to most over the independent sources that are no party, the same over the parties' own figures).

    Airwars made this pairing known for civilian harm; the rule here is our own.
    """
    told = speakers(figure)
    return _range(c for c in told if not c.party), _range(c for c in told if c.party)


def _range(cells: Iterable[Cell]) -> Estimate:
    held = tuple(cells)
    lows = [floor for cell in held if (floor := _floor(cell)) is not None]
    tops = [top for cell in held if (top := _top(cell)) is not None]
    return Estimate(min(lows, default=None), None, max(tops, default=None), len(held))


def _credible(cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
    return tuple(c for c in cells if not c.party) or cells


def _floor(cell: Cell) -> float | None:
    return cell.low if cell.low is not None else (0.0 if cell.high is not None else None)


def _top(cell: Cell) -> float | None:
    return cell.high if cell.high is not None else cell.low


def _order(cell: Cell) -> tuple[dt.date, float, str]:
    low = cell.low if cell.low is not None else cell.high or 0.0
    return cell.known or dt.date.min, -low, cell.record
