"""The page a brief is: what was read, what happened, what is disputed, who holds what, the totals, the limits."""

from __future__ import annotations

import msgspec


class Citation(msgspec.Struct, frozen=True):
    """The words: `doc` and code points `[start, end)`; `outlet` is who published them, `record` the claim's id."""

    record: str
    doc: str
    start: int
    end: int
    outlet: str | None = None

    def __str__(self) -> str:
        return f"{self.doc}:{self.start}-{self.end}"


class Line(msgspec.Struct, frozen=True):
    """One happening. `what` names type, actors and place; `figures` are in words; `note` is a warning ("claimed by one side")."""

    event: str
    what: str
    figures: tuple[str, ...]
    quote: str
    sources: int
    citations: tuple[Citation, ...]
    disputed: bool = False
    note: str = ""


class Day(msgspec.Struct, frozen=True):
    """The happenings of one day or stretch of days (`label`); `left_out` is how many more there are."""

    label: str
    lines: tuple[Line, ...]
    left_out: int = 0


class SaidLine(msgspec.Struct, frozen=True):
    """One side of a dispute: its words, and whose."""

    quote: str
    citation: Citation


class DisputeLine(msgspec.Struct, frozen=True):
    """A real disagreement: its type, why it is one, and both sides' words."""

    dispute: str
    type: str
    why: str
    a: SaidLine
    b: SaidLine


class HoldLine(msgspec.Struct, frozen=True):
    """Who holds one place. `claimed` lists who else is said to, and by whom, in words."""

    place: str
    holder: str | None
    status: str
    since: str | None
    why: str
    citations: tuple[Citation, ...]
    claimed: tuple[str, ...] = ()


class TotalLine(msgspec.Struct, frozen=True):
    """A running total as somebody gives it; totals are never added up."""

    what: str
    amount: str
    when: str
    by: str
    citation: Citation


class UnreadLine(msgspec.Struct, frozen=True):
    """An input not read, or not fully, and why."""

    name: str
    why: str


class Section(msgspec.Struct, frozen=True):
    """How many entries a section has in all (it may show fewer)."""

    disputes: int = 0
    not_real: int = 0
    places: int = 0
    totals: int = 0
    earlier_days: int = 0


class Page(msgspec.Struct, frozen=True):
    """The whole brief. `read` and `limits` are sentences; `of` says how much there is beyond what is shown."""

    monitor: str
    on: str | None
    known: str | None
    read: tuple[str, ...]
    unread: tuple[UnreadLine, ...]
    days: tuple[Day, ...]
    disputes: tuple[DisputeLine, ...]
    holdings: tuple[HoldLine, ...]
    totals: tuple[TotalLine, ...]
    limits: tuple[str, ...]
    of: Section = Section()
    more: str = ""
