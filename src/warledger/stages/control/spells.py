"""Who held what: spells of control per place, inferred from the claims in order of time.

Only the word of witnesses assesses; a party's own word does so only against its own side. How a place's moves are put in order is in
`timeline`, how they are read in `reading`, what lies in what in `within`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import msgspec

from warledger.records.claim import Claim
from warledger.records.control import Aside, Assertion, PlaceControl
from warledger.records.control_words import ControlWords
from warledger.records.link import Links
from warledger.records.witness import Witness
from warledger.stages.control.areas import Passed, turning
from warledger.stages.control.course import Turn, spells_of
from warledger.stages.control.grouping import Grounds, group_by_place
from warledger.stages.control.judge import Judge
from warledger.stages.control.moves import HOLDING, PART, TAKING, Move, fights, moves
from warledger.stages.control.parties import Parties
from warledger.stages.control.reading import read_course
from warledger.stages.control.said import assertions, denials
from warledger.stages.control.timeline import Sorter
from warledger.stages.control.within import order


def control_of(
    claims: Sequence[Claim],
    links: Links,
    witnesses: Mapping[str, Witness],
    parties: Parties | None = None,
    words: ControlWords | None = None,
) -> tuple[PlaceControl, ...]:
    """One record per place that a control claim names, sorted by key. The order of the claims is no matter."""
    return _Atlas(claims, links, witnesses, (parties or Parties()).linked(links), words or ControlWords()).places()


class _Atlas:
    """All places of one ledger; areas are worked out before what lies in them."""

    def __init__(
        self, claims: Sequence[Claim], links: Links, witnesses: Mapping[str, Witness], parties: Parties, words: ControlWords
    ) -> None:
        self._grounds = group_by_place(claims, links, words)
        self._judge = Judge(parties)
        self._made = {
            key: sorted([*moves(g.claims, links, witnesses, parties), *fights(g.clashes, links, witnesses, parties)], key=lambda m: m.order)
            for key, g in self._grounds.items()
        }
        self._judge.learn(m for held in self._made.values() for m in held if m.assesses)
        self._parts_of: dict[str, list[str]] = defaultdict(list)
        for key in sorted(self._grounds):
            for whole in self._grounds[key].part_of:
                self._parts_of[whole].append(key)
        self._turns: dict[str, tuple[Turn, ...]] = {}

    def places(self) -> tuple[PlaceControl, ...]:
        """The records of all places."""
        parts = self._parts()
        made = {}
        for key in order(self._grounds, {k: g.within for k, g in self._grounds.items()}):
            timeline = Sorter([*(m for m in self._made[key] if m.assesses), *parts.get(key, ())], self._judge).sort()
            self._turns[key] = read_course(timeline, self._passed(key), self._judge)
            claimed = self._claimed(key)
            made[key] = _place(key, self._grounds[key], self._turns[key], timeline.aside, claimed)
        return tuple(made[key] for key in sorted(made))

    def _passed(self, key: str) -> list[Passed]:
        """The turns of the areas the place lies in, the smallest first; of the time before anything is known only the smallest's."""
        areas = [a for a in self._grounds[key].within if a in self._turns]
        return [Passed(turn, was, self._grounds[a].names[0]) for a in areas for turn, was in turning(self._turns[a])]

    def _claimed(self, key: str) -> tuple[Assertion, ...]:
        """What parties say of the place, and of its parts."""
        own = [(m, "entered it" if m.mode == "entered" else "") for m in self._made[key]]
        parts = [(m, self._grounds[k].names[0]) for k in self._parts_of.get(key, ()) for m in self._made[k]]
        return assertions([(m, part) for m, part in (*own, *parts) if m.party is not None and m.mode in TAKING | HOLDING | {"entered"}])

    def _parts(self) -> dict[str, list[Move]]:
        """For each town, what was taken or entered of its parts."""
        found: dict[str, list[Move]] = defaultdict(list)
        for whole, keys in self._parts_of.items():
            for move in (m for key in keys for m in self._made[key]):
                if move.assesses and move.gained and move.mode in TAKING | {"entered"} and not move.wide:
                    found[whole].append(msgspec.structs.replace(move, mode=PART))
        return found


def _place(key: str, ground: Grounds, turns: Sequence[Turn], aside: tuple[Aside, ...], claimed: tuple[Assertion, ...]) -> PlaceControl:
    link = ground.link
    return PlaceControl(
        key=key,
        names=ground.names,
        spells=spells_of(turns),
        claims=tuple(sorted(c.id for c in ground.claims)),
        claimed=claimed,
        aside=tuple(sorted(aside, key=lambda a: (a.end, a.claim))),
        within=ground.within,
        denied=denials(ground.claims),
        place=link.place if link else None,
        precision=link.precision if link else 1,
        division=ground.division,
    )
