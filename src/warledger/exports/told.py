"""What several exports ask of a happening: its deeds, its dead, its place in the gazetteer, its sources."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import msgspec

from warledger.exports.events import in_order
from warledger.records.claim import FACTUAL, Claim
from warledger.records.event import Happening
from warledger.records.figure import Cell, Figure
from warledger.records.place import Place, PlaceLink
from warledger.records.state import State
from warledger.records.witness import Witness

#: Kinds of claims that say something was done, in the sense of an events table.
_DEEDS = frozenset({"event", "control"})
#: Words that make a count a part of the one before it.
_PART = re.compile(r"\b(?:including|included|among (?:them|whom)|of (?:them|whom))\b", re.IGNORECASE)


@dataclass(frozen=True)
class Told:
    """A happening with the claims that tell of it."""

    happening: Happening
    claims: tuple[Claim, ...]
    state: State

    @cached_property
    def witnesses(self) -> tuple[Witness, ...]:
        """The documents, each once, the earliest published first."""
        found = {c.document: self.state.witnesses[c.document] for c in self.claims}
        return tuple(sorted(found.values(), key=lambda w: (w.published or dt.date.max, w.doc)))

    @cached_property
    def place(self) -> Place | None:
        """The gazetteer's entry for where it happened."""
        return self.link.place if self.link else None

    @cached_property
    def link(self) -> PlaceLink | None:
        """The link of the name that placed it."""
        return self.state.links.place(*self.happening.placed_by) if self.happening.placed_by else None

    @cached_property
    def dead(self) -> Figure | None:
        """All killed, whatever their group, one cell a record; `None` when nobody counts any."""
        return everyone(self.happening, "killed", {c.id: c.quote for c in self.claims})


def told(state: State) -> list[Told]:
    """The happenings with an event or a change of control that somebody says did happen, in the order of `events`."""
    by_id: Mapping[str, Claim] = {c.id: c for c in state.claims}
    made = (Told(h, tuple(by_id[m] for m in h.members), state) for h in in_order(state.happenings))
    return [t for t in made if any(c.kind in _DEEDS and c.modality in FACTUAL for c in t.claims)]


def everyone(happening: Happening, measure: str, quotes: Mapping[str, str]) -> Figure | None:
    """One measure over all groups. In one record groups add up ("37 soldiers and 60 fighters"), unless its words (`quotes`, by record)
    say that the smaller are parts of the largest ("56, including 11 children")."""
    by_record: dict[str, list[Cell]] = defaultdict(list)
    for figure in happening.figures:
        if figure.measure == measure:
            for cell in figure.cells:
                if cell.low is not None or cell.high is not None:
                    by_record[cell.record].append(cell)
    cells = tuple(_whole(by_record[record], quotes.get(record, "")) for record in sorted(by_record))
    if not cells:
        return None
    lows = [c.low for c in cells if c.low is not None]
    highs = [c.high for c in cells if c.high is not None]
    return Figure(measure, "", min(lows, default=None), max(highs, default=None), tuple(c.record for c in cells), cells)


def _whole(cells: list[Cell], quote: str) -> Cell:
    largest = max(cells, key=_size)
    rest = sum(_size(c) for c in cells) - _size(largest)
    if len(cells) == 1 or (_PART.search(quote) and _size(largest) >= rest):
        return largest
    return msgspec.structs.replace(largest, low=_total([c.low for c in cells]), high=_total([c.high for c in cells]))


def _size(cell: Cell) -> float:
    return cell.low if cell.low is not None else cell.high or 0.0


def _total(bounds: list[float | None]) -> float | None:
    stated = [b for b in bounds if b is not None]
    return sum(stated) if len(stated) == len(bounds) else None
