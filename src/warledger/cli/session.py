"""A sitting of review: one record after the other with its words in view, and one line a decision."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TextIO

import msgspec

from warledger.base.errors import UsageError, WarledgerError
from warledger.cli import words
from warledger.cli.output import note
from warledger.pipeline.deciding import Desk
from warledger.pipeline.explaining import explain
from warledger.records.decision import Decision, Verdict
from warledger.records.place import Place

HELP = """  a [# why]                 accept          r [# why]   reject         x   neither any more
  e FIELD = VALUE [# why]   edit a field (lists: one; two; JSON works too)
  m RECORD [# why]          the same happening as that record          s   another happening than those it is with
  p NAME = LAT, LON         where a place is; p NAME = OTHER NAME looks it up; p NAME = - says it is no place
  n NAME = ACTOR            which actor a name means
  u   undo the last decision        Enter or k   next        b   back        q   stop        ?   this help"""


@dataclass
class Session:
    """The records to ask about (`queue`), how a decision is kept, how a place name is looked up, and what hangs on each record."""

    desk: Desk
    queue: Sequence[str]
    keep: Callable[[Decision], None]
    find_place: Callable[[str], tuple[Place, ...]]
    stakes: Mapping[str, tuple[str, ...]]
    made: list[Decision] = field(default_factory=list)
    at: int = 0

    def run(self, lines: TextIO) -> None:
        """Asks until the queue is done, the input ends, or `q`."""
        if not self.queue:
            note("nothing to review: every record has been decided on, or nothing was read")
            return
        note(HELP)
        while self.at < len(self.queue):
            self._show()
            line = lines.readline()
            if not line or line.strip() == "q":
                return
            try:
                self._do(line.strip())
            except WarledgerError as error:
                note(f"  {error}")

    def _show(self) -> None:
        record = self.queue[self.at]
        why = "; ".join(self.stakes.get(record, ()))
        note(f"\n[{self.at + 1} of {len(self.queue)}]{f' {why}' if why else ''}")
        note("".join(words.explanation_lines(explain(self.desk.view, record))).rstrip())

    def _do(self, line: str) -> None:
        command, reason = _cut(line, "#")
        letter, rest = command[:1].lower(), command[1:].strip()
        if letter in ("", "k", "b"):
            self.at = max(0, self.at + (-1 if letter == "b" else 1))
        elif letter == "?":
            note(HELP)
        elif letter == "u":
            self._undo(reason)
        else:
            self._decide(letter, rest, reason)

    def _decide(self, letter: str, rest: str, reason: str) -> None:
        record, desk = self.queue[self.at], self.desk
        verdicts = {"a": Verdict.ACCEPT, "r": Verdict.REJECT, "x": Verdict.RESET}
        if letter in verdicts:
            self._made(desk.judge(record, verdicts[letter], reason))
            self.at += 1
        elif letter == "e":
            name, value = _pair(rest)
            self._made(desk.edit(record, {name: _value(value, explain(desk.view, record).record.get(name))}, reason))
        elif letter == "m":
            self._made(desk.merge(record, rest, reason))
        elif letter == "s":
            self._made(desk.split(record, reason))
        elif letter == "p":
            name, value = _pair(rest)
            self._made(desk.place(name, self._place(name, value), reason=reason))
        elif letter == "n":
            self._made(desk.name(*_pair(rest), reason=reason))
        else:
            raise UsageError(f'"{letter}" is no command', mend="? shows them")

    def _made(self, decision: Decision) -> None:
        self.keep(decision)
        self.made.append(decision)
        note(f"  kept: {decision.verdict.value} {decision.target} ({decision.id})")

    def _undo(self, reason: str) -> None:
        if not self.made:
            raise UsageError("nothing to undo in this sitting", mend="`warledger decisions DIR --undo ID` takes back an earlier one")
        last = self.made.pop()
        self.keep(self.desk.undo(last, reason))
        note(f"  undone: {last.verdict.value} {last.target}")
        if last.target in self.queue:
            self.at = self.queue.index(last.target)

    def _place(self, name: str, value: str) -> Place | None:
        if value == "-":
            return None
        spot = _coordinates(value)
        if spot is not None:
            return Place(f"decided:{spot[0]:.5f},{spot[1]:.5f}", name, "populated", "", *spot, source="decision")
        found = self.find_place(value)
        if len(found) != 1:
            listed = ", ".join(f"{p.name} {p.country} ({p.lat:.4f}, {p.lon:.4f})" for p in found[:8])
            raise UsageError(f'{len(found) or "no"} places are called "{value}"', mend=f"Give coordinates: {listed or 'LAT, LON'}")
        return found[0]


def _cut(text: str, mark: str) -> tuple[str, str]:
    before, _, after = text.partition(mark)
    return before.strip(), after.strip()


def _pair(text: str) -> tuple[str, str]:
    name, value = _cut(text, "=")
    if not (name and value):
        raise UsageError("say what = what", mend="? shows how")
    return name, value


def _value(text: str, was: Any) -> Any:
    """A value as it was typed: JSON, a list where the field has one, else the words."""
    try:
        return msgspec.json.decode(text)
    except msgspec.DecodeError:
        return [part.strip() for part in text.split(";") if part.strip()] if isinstance(was, list | tuple) else text


def _coordinates(text: str) -> tuple[float, float] | None:
    try:
        lat, lon = (float(part) for part in text.split(","))
    except ValueError:
        return None
    if abs(lat) > 90 or abs(lon) > 180:
        raise UsageError(f"{text} is no place on earth", mend="Latitude -90 to 90, then longitude -180 to 180, in degrees")
    return lat, lon
