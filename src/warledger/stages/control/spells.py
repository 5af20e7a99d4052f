"""Who held what: spells of control per place, inferred from the claims in order of time.

A change counts from the end of the interval it is dated to: from then on it is certain. Captured, retaken, handed over: the gainer
holds it. Entered: contested. Besieged: besieged, the holder stays. Withdrew: nobody known holds it, unless a taker is known. Defended
and holds: the named one holds it. Where one day's reports name different takers, independent of each other, the place is contested.
Only the word of witnesses assesses; a party's own word does so only against its own side.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import groupby

from warledger.records.claim import Claim, Control
from warledger.records.control import Assertion, PlaceControl, Spell, Status
from warledger.records.keys import name_key, place_key
from warledger.records.link import Links
from warledger.records.witness import Witness
from warledger.stages.control.moves import HOLDING, TAKING, Group, Move, moves
from warledger.stages.control.parties import Parties
from warledger.stages.control.state import Course, told
from warledger.stages.control.takers import Taker, describes_holder, last_taker, takers

#: Days after a change within which a fall without a named taker is that change, told by somebody else.
SAME_CHANGE = 7


def control_of(
    claims: Sequence[Claim], links: Links, witnesses: Mapping[str, Witness], parties: Parties | None = None
) -> tuple[PlaceControl, ...]:
    """One record per place that a control claim names, sorted by key. The order of the claims is no matter."""
    known = (parties or Parties()).linked(links)
    return tuple(_place(key, found, links, witnesses, known) for key, found in sorted(_by_place(claims, links).items()))


def _by_place(claims: Sequence[Claim], links: Links) -> dict[str, list[Claim]]:
    """Control claims by place key. A name that the gazetteer resolves in some documents, always to one place, is that place in all."""
    controls = sorted((c for c in claims if isinstance(c.content, Control) and c.places), key=lambda c: c.id)
    keys = {c.id: place_key(links, c.document, c.places[0]) for c in controls}
    resolved: dict[str, set[str]] = defaultdict(set)
    for claim in controls:
        if not keys[claim.id].startswith("~"):
            resolved[name_key(claim.places[0])].add(keys[claim.id])
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in controls:
        other = resolved.get(keys[claim.id], set())
        found[next(iter(other)) if len(other) == 1 else keys[claim.id]].append(claim)
    return found


def _place(key: str, claims: Sequence[Claim], links: Links, witnesses: Mapping[str, Witness], parties: Parties) -> PlaceControl:
    made = moves(claims, links, witnesses, parties)
    spellings = Counter(c.places[0] for c in claims)
    return PlaceControl(
        key=key,
        names=tuple(sorted(spellings, key=lambda n: (-spellings[n], n))),
        spells=spells([m for m in made if m.assesses], parties),
        claims=tuple(sorted(c.id for c in claims)),
        claimed=_claimed([m for m in made if m.party is not None]),
    )


def _claimed(made: Sequence[Move]) -> tuple[Assertion, ...]:
    """What each party says, by day: a holder that the party names (a siege, a raid or a withdrawal names none)."""
    found: dict[tuple[dt.date, str, str], list[str]] = defaultdict(list)
    for move in made:
        if move.gained and move.mode in TAKING | HOLDING:
            found[(move.day, move.party or "", move.gained.text)].append(move.claim)
    return tuple(Assertion(holder, by, tuple(sorted(ids)), _day(day)) for (day, by, holder), ids in sorted(found.items()))


def spells(made: Sequence[Move], parties: Parties) -> tuple[Spell, ...]:
    """The spells of one place from its assessing moves, in order of time."""
    dated, confirming, before = _sorted_out(made, parties)
    course = Course()
    _begin(course, dated, before)
    for day, group in groupby(dated, key=lambda m: m.day):
        todays = list(group)
        _read_day(course, day, todays, [c for move, c in confirming if move in todays], parties)
    return course.spells()


def _sorted_out(made: Sequence[Move], parties: Parties) -> tuple[list[Move], list[tuple[Move, Move]], list[Move]]:
    """Dated moves; (dated move, wide move that tells of the same); and wide states from before the first change.

    A wide move ("by 2 December") cannot be ordered against a dated change inside its interval: it confirms the change when it can be
    the same, tells of the time before when it names who then lost the place, and is otherwise left aside.
    """
    narrow = [m for m in made if not m.wide]
    dated, confirming, before = list(narrow), [], []
    for move in made:
        if not move.wide:
            continue
        inside = [n for n in narrow if n.changes and (move.since is None or move.since <= n.day) and n.day <= move.day]
        same = [n for n in inside if n.gained and move.gained and len(takers([n, move], parties)) == 1]
        if not inside:
            dated.append(move)
        elif same and same[-1] is inside[-1] and same[-1].mode not in TAKING and move.mode in TAKING:
            dated.append(move)  # it was entered on a known day, and taken some time after
        elif same:
            confirming.append((same[-1], move))
        elif move.mode in HOLDING and _lost_first(move, inside[0], parties):
            before.append(move)
    return sorted(dated, key=lambda m: (m.day, m.document, m.span, m.claim)), confirming, before


def _lost_first(state: Move, change: Move, parties: Parties) -> bool:
    return not change.lost or any(parties.one_side(a, b, change.day) for a in state.gained.names for b in change.lost.names)


def _begin(course: Course, dated: Sequence[Move], before: Sequence[Move]) -> None:
    """Before the first change: who lost the place then, and who is said to hold it until then."""
    changes = [m for m in dated if m.changes]
    first = changes[0] if changes else None
    held = [*before, *(m for m in dated if m.mode == "holds" and m.gained and _earlier(m, changes))]
    if held:
        course.turn(None, Status.HELD, held[0].gained, held[:1], f"held by {held[0].gained.text} before any change is reported")
    elif first is not None and first.lost:
        course.turn(None, Status.HELD, first.lost, [first], f"held by {first.lost.text}, who lost it in the first change reported")


def _earlier(state: Move, changes: Sequence[Move]) -> bool:
    """Whether the state is that before the first change; one document that gives both for one day tells of the state first."""
    if not changes or state.day < changes[0].day:
        return True
    return state.day == changes[0].day and any(_told_together(state, c) and c.mode in TAKING for c in changes)


def _told_together(a: Move, b: Move) -> bool:
    return a.day == b.day and a.document == b.document


def _read_day(course: Course, day: dt.date, todays: Sequence[Move], confirming: Sequence[Move], parties: Parties) -> None:
    taking = [m for m in todays if m.gained and m.mode in TAKING | HOLDING]
    if taking:
        _settle(course, _day(day), takers(taking, parties), confirming, parties)
    if any(m.mode in TAKING for m in taking):
        course.confirm(m for m in todays if m not in taking and m.mode in TAKING)
        course.confirm(m for m in todays if m.mode in ("withdrew", "entered") and _agrees(m, course.holder, parties))
        return
    for move in todays:
        if move not in taking:
            _read_one(course, day, move, parties)


def _settle(course: Course, day: dt.date | None, found: Sequence[Taker], confirming: Sequence[Move], parties: Parties) -> None:
    winner = found[0] if len(found) == 1 else last_taker(found)
    if winner is not None:
        by = [*winner.moves, *(c for c in confirming if len(found) == 1)]
        if course.status is Status.HELD and describes_holder(winner, course.holder, parties):
            course.confirm(by)
            return
        verb = "held by" if all(m.mode in HOLDING for m in winner.moves) else "taken by"
        others = "" if len(found) == 1 else ", after " + " and ".join(t.group.text for t in found if t is not winner)
        course.turn(day, Status.HELD, winner.group, by, f"{verb} {winner.group.text}{others} ({told(by)})")
        return
    sides = " against ".join(f"{t.group.text} ({told(t.moves)})" for t in found)
    contender = Group(found[1].group.names, frozenset(k for t in found[1:] for k in t.group.keys))
    by = [m for t in found for m in t.moves]
    course.turn(day, Status.CONTESTED, Group((), found[0].group.keys), by, f"reports of one day contradict each other: {sides}", contender)


def _read_one(course: Course, day: dt.date, move: Move, parties: Parties) -> None:
    """A move that names no new holder."""
    holder = course.holder or move.lost
    own = _agrees_with_any(move.gained, course.holder, move, parties)
    if move.mode == "entered" and not own:
        against = f" against {holder.text}" if holder else ""
        course.turn(_day(day), Status.CONTESTED, holder, [move], f"{move.gained.text or 'somebody'} entered it{against}", move.gained)
    elif move.mode == "besieged" and not own:
        course.turn(_day(day), Status.BESIEGED, holder, [move], f"besieged by {move.gained.text or 'somebody'}", move.gained)
    elif move.mode == "withdrew":
        _withdraw(course, day, move, parties)
    elif move.mode in TAKING and not move.gained and not _taken_already(course, day, move, parties):
        course.turn(_day(day), Status.UNKNOWN, Group(), [move], f"{move.lost.text or 'its holder'} lost it; who took it is not said")
    else:
        course.confirm([move])


def _taken_already(course: Course, day: dt.date, move: Move, parties: Parties) -> bool:
    """Whether a fall without a taker is the change already known: somebody else than the loser took the place, of late as far as one
    can tell."""
    if course.status is not Status.HELD or course.since is None:
        return False
    if move.lost:
        return not _agrees_with_any(move.lost, course.holder, move, parties)
    return move.wide or (day - course.since).days <= SAME_CHANGE


def _withdraw(course: Course, day: dt.date, move: Move, parties: Parties) -> None:
    contested = course.status in (Status.CONTESTED, Status.BESIEGED) and bool(course.contender)
    if contested and _agrees_with_any(move.lost, course.contender, move, parties):
        if course.holder:
            why = f"{course.contender.text} withdrew and left it to {course.holder.text}"
            course.turn(_day(day), Status.HELD, course.holder, [move], why)
    elif course.holder and not _agrees_with_any(move.lost, course.holder, move, parties):
        course.confirm([move])  # somebody else holds it already
    elif contested and course.status is Status.CONTESTED:
        why = f"{move.lost.text or 'its holder'} withdrew and left it to {course.contender.text}"
        course.turn(_day(day), Status.HELD, course.contender, [move], why)
    else:
        course.turn(_day(day), Status.UNKNOWN, Group(), [move], f"{move.lost.text or 'its holder'} withdrew; no taker is named")


def _agrees(move: Move, holder: Group, parties: Parties) -> bool:
    return _agrees_with_any(move.gained, holder, move, parties) or (bool(move.lost) and not move.lost.keys & holder.keys)


def _agrees_with_any(group: Group, holder: Group, move: Move, parties: Parties) -> bool:
    return bool(group.keys & holder.keys) or any(parties.one_side(a, b, move.day) for a in group.names for b in holder.names)


def _day(day: dt.date) -> dt.date | None:
    return None if day == dt.date.min else day
