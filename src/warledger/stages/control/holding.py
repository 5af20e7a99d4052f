"""The answer to "who holds this place on that day", with what time does to it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

import msgspec

from warledger.records.claim import Claim
from warledger.records.control import Aside, Assertion, Holding, PlaceControl, Rule, Spell, Status
from warledger.records.keys import name_key
from warledger.stages.control.fading import ENOUGH, HALF_LIFE_DAYS, known_days, weight
from warledger.stages.control.moves import shift

#: A denial is shown for this long before and after the day it speaks of.
NEAR = dt.timedelta(days=7)


def find_place(control: Sequence[PlaceControl], place: str) -> tuple[PlaceControl, ...]:
    """The places that claims name so: by key, else by any spelling, folded. More than one is an ambiguous question."""
    by_key = tuple(c for c in control if c.key == place)
    wanted = name_key(place)
    return by_key or tuple(c for c in control if any(name_key(name) == wanted for name in c.names))


def who_holds(
    control: PlaceControl | None, claims: Iterable[Claim], place: str, on: dt.date | None, *, half_life: int = HALF_LIFE_DAYS
) -> Holding:
    """Who holds the place on the day (`None`: after everything reported).

    `control` is the place's record, `None` when no control claim names it; `claims` then tell whether any claim names it at all.
    `half_life` is in days.
    """
    if control is None:
        return Holding(place, on, unknown(_unsaid(claims, place)))
    return Holding(
        place=control.names[0],
        on=on,
        assessed=assessed(control, on, half_life),
        claimed=_latest(control.claimed, on),
        denied=tuple(d for d in control.denied if on is None or d.day is None or abs(d.day - on) <= NEAR),
        aside=_set_aside(control.aside, on),
    )


def assessed(control: PlaceControl, on: dt.date | None, half_life: int = HALF_LIFE_DAYS) -> Spell:
    """The spell that covers the day, or why nobody can be said to hold the place then."""
    spell = next((s for s in reversed(control.spells) if _covers(s, on)), None)
    if spell is None:
        if not control.spells:
            return unknown("only parties claim to hold it; no other source says so" if control.claimed else "no claim says so as a fact")
        return unknown(f"the first report of who holds it is of {control.spells[0].since}")
    if on is None or spell.status is Status.UNKNOWN or weight(spell, on, half_life) >= ENOUGH:
        return spell
    return _faded(spell, on, half_life)


def unknown(why: str, rule: Rule = Rule.SILENCE) -> Spell:
    """That nobody can be said to hold it."""
    return Spell(None, Status.UNKNOWN, None, None, (), why, rule)


def _faded(spell: Spell, on: dt.date, half_life: int) -> Spell:
    """Unknown, from the day on which the sources came to weigh too little until they weigh enough again."""
    known = known_days(spell, half_life)
    who = f"{spell.holder or 'nobody known'}, {spell.status.value}"
    before = [end for _, end in known if end < on]
    if not before:
        first = min((t.start for t in spell.told), default=None)
        return unknown(f"nobody reports on it for so long before {first} (then: {who})", Rule.DECAY)
    last = max(t.end for t in spell.told if t.end <= on)
    why = f"nobody has reported on it for {(on - last).days} days (last: {who}, {last})"
    since = shift(before[-1], dt.timedelta(days=1))
    return msgspec.structs.replace(spell, holder=None, status=Status.UNKNOWN, since=since, why=why, rule=Rule.DECAY, accounts=())


def _unsaid(claims: Iterable[Claim], place: str) -> str:
    wanted = name_key(place)
    named = sum(1 for c in claims if any(name_key(name) == wanted for name in c.places))
    if not named:
        return "no claim names this place"
    return f"{named} claim{'s' if named > 1 else ''} name{'' if named > 1 else 's'} it, none of which says who holds it"


def _covers(spell: Spell, on: dt.date | None) -> bool:
    if on is None:
        return spell.until is None
    return (spell.since is None or spell.since <= on) and (spell.until is None or on < spell.until)


def _latest(claimed: Iterable[Assertion], on: dt.date | None) -> tuple[Assertion, ...]:
    """The last thing each party says up to that day, of the whole place and of each part of it."""
    last: dict[tuple[str, str], Assertion] = {}
    for assertion in claimed:  # in order of day
        if on is None or assertion.day is None or assertion.day <= on:
            last[assertion.by, assertion.part] = assertion
    return tuple(last[key] for key in sorted(last))


def _set_aside(aside: Iterable[Aside], on: dt.date | None) -> tuple[Aside, ...]:
    """What was left aside and speaks of the day."""
    return tuple(a for a in aside if on is None or ((a.start is None or a.start <= on) and on <= a.end))
