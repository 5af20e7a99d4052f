"""The state of one place while its moves are read in order of time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from warledger.records.control import Account, Rule, Spell, Status, Told
from warledger.stages.control.moves import Group, Move

NOBODY = Group()


class Turn(msgspec.Struct, frozen=True):
    """What a place is from `day` on (`None`: from before anything is known): who holds it, who contends for it, why.

    `was` is who held it until then, as far as this turn itself tells.
    """

    day: dt.date | None
    status: Status
    holder: Group
    moves: tuple[Move, ...]
    why: str
    rule: Rule
    contender: Group = NOBODY
    was: Group = NOBODY
    accounts: tuple[Account, ...] = ()

    def like(self, other: Turn) -> bool:
        """Whether nothing but evidence sets it apart."""
        return (self.status, self.holder.keys, self.contender.keys) == (other.status, other.holder.keys, other.contender.keys)


START = Turn(None, Status.UNKNOWN, NOBODY, (), "", Rule.SILENCE)


class Course:
    """The turns of one place so far. `now` is the last; a turn that is `due` comes unless something else does before its day."""

    def __init__(self) -> None:
        self._turns: list[Turn] = []
        self._evidence: dict[str, Move] = {}
        self._due: Turn | None = None
        self.now = START

    @property
    def begun(self) -> bool:
        """Whether anything is known yet."""
        return self.now is not START

    @property
    def lasts(self) -> dt.date:
        """The last day for which a state that was reported speaks."""
        return max((m.until for m in self._evidence.values() if m.lasting), default=dt.date.min)

    @property
    def heard(self) -> dt.date:
        """The last day any report speaks for what is so now."""
        return max((m.told.end for m in self._evidence.values()), default=dt.date.min)

    def turn(self, turn: Turn, then: Turn | None = None) -> None:
        """From its day on the place is so; `then` is what it becomes unless told otherwise. The same as before only adds evidence."""
        if self.begun and turn.like(self.now):
            self.confirm(turn.moves)
        else:
            self._go(turn)
        self._due = then

    def confirm(self, moves: Iterable[Move]) -> None:
        """More evidence for what is so already (nothing, where nothing is known yet)."""
        if self.begun:
            for move in moves:
                self._evidence.setdefault(move.claim, move)

    def reach(self, day: dt.date | None) -> None:
        """Lets what was due by that day come (`None`: all that is due)."""
        if self._due is not None and (day is None or self._due.day is None or self._due.day <= day):
            due, self._due = self._due, None
            self._go(due)

    def finished(self) -> tuple[Turn, ...]:
        """All turns in order, nothing more to come. Turns that last no day are left out, and what then meets its like is one."""
        self.reach(None)
        every = [*self._turns, self.current()] if self.begun else []
        kept: list[Turn] = []
        for turn, until in _with_ends(every):
            if turn.day is not None and turn.day == until:
                continue
            if kept and turn.like(kept[-1]):
                kept[-1] = msgspec.structs.replace(kept[-1], moves=(*kept[-1].moves, *turn.moves))
            else:
                kept.append(turn)
        return tuple(kept)

    def _go(self, turn: Turn) -> None:
        if self.begun:
            self._turns.append(self.current())
        self.now = turn
        self._evidence = {m.claim: m for m in turn.moves}

    def current(self) -> Turn:
        """The last turn with all evidence for it so far."""
        return msgspec.structs.replace(self.now, moves=tuple(self._evidence.values()))


def spells_of(turns: Sequence[Turn]) -> tuple[Spell, ...]:
    """The turns as spells, each until the next."""
    return tuple(_spell(turn, until) for turn, until in _with_ends(turns))


def _with_ends(turns: Sequence[Turn]) -> Iterator[tuple[Turn, dt.date | None]]:
    """Each turn with the day of the next (`None` for the last)."""
    for at, turn in enumerate(turns):
        yield turn, turns[at + 1].day if at + 1 < len(turns) else None


def _spell(turn: Turn, until: dt.date | None) -> Spell:
    ids = tuple(sorted({m.claim for m in turn.moves}))
    return Spell(turn.holder.text or None, turn.status, turn.day, until, ids, turn.why, _rule(turn), turn.accounts, _told(turn.moves))


def _rule(turn: Turn) -> Rule:
    """A witness's word turns out to be confirmed, or a party's own, once all evidence is in."""
    if turn.rule is not Rule.WITNESS:
        return turn.rule
    if all(m.against for m in turn.moves):
        return Rule.ADMISSION
    return Rule.CONFIRMED if count_sources(turn.moves) > 1 else Rule.WITNESS


def _told(moves: Iterable[Move]) -> tuple[Told, ...]:
    """One row a source, over all the days for which it speaks."""
    found: dict[str, Told] = {}
    for told in (m.told for m in moves):
        other = found.get(told.source, told)
        found[told.source] = Told(told.source, min(told.start, other.start), max(told.end, other.end))
    return tuple(found[source] for source in sorted(found))


def count_sources(moves: Iterable[Move]) -> int:
    """How many independent sources stand behind the moves."""
    return len({m.source for m in moves})


def told_by(moves: Sequence[Move]) -> str:
    """How many independent sources stand behind the moves, in words."""
    count = count_sources(moves)
    return "one source" if count == 1 else f"{count} independent sources"
