"""A sitting of review: one record after the other with its words in view, and one line a decision."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TextIO

from warledger.base.errors import UsageError, WarledgerError
from warledger.cli import words
from warledger.cli.card import card, others
from warledger.cli.output import ask, note
from warledger.cli.typed import coordinates, cut, pair, value_of
from warledger.exports.brief.text import Style, plain
from warledger.pipeline.deciding import Desk
from warledger.pipeline.dossier import Near, dossier
from warledger.pipeline.explaining import claim_in, explain
from warledger.pipeline.limits import counted
from warledger.pipeline.neighbours import neighbours
from warledger.pipeline.queue import Item
from warledger.pipeline.view import View
from warledger.records.decision import Decision, Verdict
from warledger.records.place import Place

KEYS = """a accept  r reject  x neither  e edit  m join  s split  p place  n name
o others  w why     u undo     Enter next  b back  q stop  ? help"""
HELP = """  a   accept        r   reject        x   neither any more       (the same words in copies are judged too)
  e FIELD = VALUE   edit a field: e lost_by = River Guard; Home Guard
                                  e killed = soldiers 17; fighters 20-25; civilians 9+
  o                 other happenings it might be one with, numbered
  m NUMBER          join it with one of those (or m RECORD)
  s                 split it from the records it is with
  p NAME = LAT, LON where a place is; p NAME = OTHER NAME looks it up; p NAME = - says it is no place
  n NAME = ACTOR    which actor a name means       (p and n: in every report; P and N: in this one only)
  w   why each field is what it is      u   undo      Enter or k   next      b   back      q   stop
  Anything after # is kept as the reason: r # the paper took it back. Each decision is kept at once."""


@dataclass
class Session:
    """The records to ask about (`queue`), what hangs on each (`items`), how a decision is kept, how a place name is looked up, and how
    everything looks now (`look`).

    `changed` says whether somebody else wrote into the ledger since it was last looked at; `prompt` is shown where a person types.
    """

    desk: Desk
    queue: Sequence[str]
    items: Callable[[View], Mapping[str, Item]]
    keep: Callable[[Decision], None]
    find_place: Callable[[str], tuple[Place, ...]]
    look: Callable[[], View]
    changed: Callable[[], bool]
    style: Style = plain
    prompt: str = ""
    made: list[tuple[Decision, ...]] = field(default_factory=list)
    at: int = 0
    _stakes: Mapping[str, Item] = field(default_factory=dict)
    _mark: str = ""
    _near: tuple[Near, ...] = ()

    def run(self, lines: TextIO) -> None:
        """Asks until the queue is done, the input ends, or `q`."""
        if not self.queue:
            note("nothing to review: every record has been decided on, or nothing was read")
            return
        self._stakes = self.items(self.desk.view)
        shown = -1
        while self.at < len(self.queue):
            if shown != self.at:
                self._show()
                shown = self.at
            ask(self.prompt)
            line = lines.readline()
            if not line or line.strip() == "q":
                return
            try:
                if self._do(line.strip()):
                    shown = -1
            except WarledgerError as error:
                note(f"  {error}")

    @property
    def decisions(self) -> list[Decision]:
        """Every decision of this sitting, in order; what was undone and its undoing are no longer there."""
        return [decision for batch in self.made for decision in batch]

    def _show(self) -> None:
        record = self.queue[self.at]
        told = dossier(self.desk.view, record)
        self._mark, self._near = told.mark, ()
        item = self._stakes.get(record)
        note("\n" + self.style("faint", f"{'-' * 8} {self.at + 1} of {len(self.queue)} {'-' * 60}"))
        for line in card(told, item.why if item else (), self.style):
            note(line)
        if self.prompt:
            note("\n" + self.style("faint", KEYS))

    def _do(self, line: str) -> bool:
        """Carries a line out; true when the record must be shown anew."""
        command, reason = cut(line, "#")
        letter, rest = command[:1], command[1:].strip()
        if letter in ("", "k", "b"):
            self.at = max(0, self.at + (-1 if letter == "b" else 1))
        elif letter == "?":
            note(HELP)
        elif letter == "w":
            note("".join(words.explanation_lines(explain(self.desk.view, self.queue[self.at]))).rstrip())
        elif letter == "o":
            self._near = neighbours(self.desk.view, self.queue[self.at])
            note("\n".join(others(self._near, self.style)))
        elif letter == "u":
            return self._undo(reason)
        else:
            return self._decide(letter, rest, reason)
        return False

    def _decide(self, letter: str, rest: str, reason: str) -> bool:
        verdicts = {"a": Verdict.ACCEPT, "r": Verdict.REJECT, "x": Verdict.RESET}
        if letter not in {*verdicts, *"empnsPN"}:
            raise UsageError(f'"{letter}" is no command', mend="? shows them")
        self._freshen()
        record, desk = self.queue[self.at], self.desk
        if letter in verdicts:
            self._made(*desk.judge_copies(record, verdicts[letter], reason, seen=self._mark))
            if letter != "a":  # an accepted record counts as before: nothing else looks different
                self._look()
            self.at += 1
            return False
        self._made(self._of_the_record(letter, record, rest, reason) if letter in "ems" else self._of_a_name(letter, rest, reason))
        self._look()
        return True

    def _of_the_record(self, letter: str, record: str, rest: str, reason: str) -> Decision:
        desk, seen = self.desk, self._mark
        if letter == "s":
            return desk.split(record, reason, seen=seen)
        if letter == "m":
            return desk.merge(record, self._other(rest), reason, seen=seen)
        name, value = pair(rest)
        return desk.edit(record, {name: value_of(name, value, explain(desk.view, record).record.get(name))}, reason, seen=seen)

    def _of_a_name(self, letter: str, rest: str, reason: str) -> Decision:
        name, value = pair(rest)
        document = claim_in(self.desk.view, self.queue[self.at]).document if letter.isupper() else ""
        if letter in "pP":
            return self.desk.place(name, self._place(name, value), document=document, reason=reason)
        return self.desk.name(name, value, document=document, reason=reason)

    def _other(self, rest: str) -> str:
        if rest.isdigit() and 0 < int(rest) <= len(self._near):
            return self._near[int(rest) - 1].said.record
        if rest.isdigit():
            raise UsageError(f"there is no number {rest}", mend="o lists other happenings with their numbers")
        return rest

    def _made(self, *decisions: Decision) -> None:
        for decision in decisions:
            self.keep(decision)
        self.made.append(decisions)
        copies = f", and the same words in {counted(len(decisions) - 1, 'more report')}" if len(decisions) > 1 else ""
        note(f"  kept: {decisions[0].verdict.value} {decisions[0].target}{copies} ({decisions[0].id})")

    def _undo(self, reason: str) -> bool:
        if not self.made:
            raise UsageError("nothing to undo in this sitting", mend=self._earlier())
        batch = self.made.pop()
        for decision in batch:
            self.keep(self.desk.undo(decision, reason))
        first = batch[0]
        note(f"  undone: {first.verdict.value} {first.target}")
        self._look()
        if first.target in self.queue:
            self.at = self.queue.index(first.target)
        return True

    def _earlier(self) -> str:
        own = [d for d in self.desk.view.decisions if d.decider == self.desk.decider]
        if not own:
            return "`warledger decisions DIR --undo ID` takes back an earlier one"
        last = own[-1]
        return f"Your last one before it, {last.verdict.value} {last.target}: `warledger decisions DIR --undo {last.id}`"

    def _freshen(self) -> None:
        """Looks again when somebody else wrote: what is decided on must be what was seen."""
        if self.changed():
            self._look()

    def _look(self) -> None:
        """The record as it is now. Records that a new reading no longer gives leave the queue."""
        record = self.queue[self.at]
        self.desk = replace(self.desk, view=self.look())
        self._stakes = self.items(self.desk.view)
        here = self.desk.view.by_id
        if record not in here:
            note("  the reports were read anew: some records are no longer there")
        self.at = sum(r in here for r in self.queue[: self.at])
        self.queue = [r for r in self.queue if r in here]

    def _place(self, name: str, value: str) -> Place | None:
        if value == "-":
            return None
        spot = coordinates(value)
        if spot is not None:
            return Place(f"decided:{spot[0]:.5f},{spot[1]:.5f}", name, "populated", "", *spot, source="decision")
        found = self.find_place(value)
        if len(found) != 1:
            listed = ", ".join(f"{p.name} {p.country} ({p.lat:.4f}, {p.lon:.4f})" for p in found[:8])
            raise UsageError(f'{len(found) or "no"} places are called "{value}"', mend=f"Give coordinates: {listed or 'LAT, LON'}")
        return found[0]
