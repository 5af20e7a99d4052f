"""The state of one place while its moves are read in order of time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from warledger.records.control import Spell, Status
from warledger.stages.control.moves import Group, Move

_NOBODY = Group()


class Course:
    """The spells of one place so far, the last one open."""

    def __init__(self) -> None:
        self._closed: list[Spell] = []
        self.holder = _NOBODY
        self.contender = _NOBODY
        self.status = Status.UNKNOWN
        self.since: dt.date | None = None
        self._evidence: list[Move] = []
        self._why = ""

    @property
    def begun(self) -> bool:
        """Whether anything is known yet."""
        return bool(self._evidence)

    def turn(self, day: dt.date | None, status: Status, holder: Group, by: Iterable[Move], why: str, contender: Group = _NOBODY) -> None:
        """From `day` on the place is so. The same holder and status as before only add evidence."""
        if self.begun and status is self.status and holder.keys == self.holder.keys and contender.keys == self.contender.keys:
            self.confirm(by)
            return
        if self.begun:
            self._closed.append(self._spell(day))
        self.status, self.holder, self.contender, self.since, self._why = status, holder, contender, day, why
        self._evidence = list(by)

    def confirm(self, by: Iterable[Move]) -> None:
        """More evidence for what is so already (nothing, where nothing is known yet)."""
        if self.begun:
            self._evidence.extend(m for m in by if m not in self._evidence)

    def spells(self) -> tuple[Spell, ...]:
        """All spells in order, empty when nothing is known. Spells of no length (two turns on one day) are left out."""
        every = [*self._closed, self._spell(None)] if self.begun else []
        return tuple(s for s in every if s.since is None or s.since != s.until)

    def _spell(self, until: dt.date | None) -> Spell:
        ids = tuple(sorted(m.claim for m in self._evidence))
        heard = max((m.heard for m in self._evidence), default=None)
        return Spell(self.holder.text or None, self.status, self.since, until, ids, self._why, heard)


def told(by: Sequence[Move]) -> str:
    """How many independent sources stand behind the moves, in words."""
    count = len({m.source for m in by})
    return "one source" if count == 1 else f"{count} independent sources"
