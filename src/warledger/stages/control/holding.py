"""The answer to "who holds this place on that day"."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from warledger.records.claim import Claim
from warledger.records.control import Assertion, Holding, PlaceControl, Spell, Status
from warledger.records.keys import name_key

#: Days after the last report until nobody can be said to hold a place. A year: wars with settled fronts go unreported for months, and
#: an encyclopaedia's word is good for as long; a setting, for faster wars.
STALE_DAYS = 365


def find_place(control: Sequence[PlaceControl], place: str) -> tuple[PlaceControl, ...]:
    """The places that claims name so: by gazetteer id, else by any spelling, folded. More than one is an ambiguous question."""
    by_id = tuple(c for c in control if c.key == place)
    return by_id or tuple(c for c in control if any(name_key(name) == name_key(place) for name in c.names))


def who_holds(
    control: PlaceControl | None, claims: Iterable[Claim], place: str, on: dt.date | None, *, stale_days: int = STALE_DAYS
) -> Holding:
    """Who holds the place on the day (`None`: after everything reported).

    `control` is the place's record, `None` when no control claim names it; `claims` then tell whether any claim names it at all.
    """
    if control is None:
        return Holding(place, on, _unknown(_unsaid(claims, place)))
    return Holding(control.names[0], on, _assessed(control, on, stale_days), _latest(control.claimed, on))


def _unsaid(claims: Iterable[Claim], place: str) -> str:
    named = sum(1 for c in claims if any(name_key(name) == name_key(place) for name in c.places))
    if not named:
        return "no claim names this place"
    return f"{named} claim{'s' if named > 1 else ''} name{'' if named > 1 else 's'} it, none of which says who holds it"


def _assessed(control: PlaceControl, on: dt.date | None, stale_days: int) -> Spell:
    spell = next((s for s in reversed(control.spells) if _covers(s, on)), None)
    if spell is None:
        if not control.spells:
            return _unknown("only parties claim to hold it; no other source says so" if control.claimed else "no claim says so as a fact")
        return _unknown(f"the first report of who holds it is of {control.spells[0].since}")
    if on is not None and spell.heard is not None and spell.until is None and (on - spell.heard).days > stale_days:
        why = f"nobody has reported on it for {(on - spell.heard).days} days (last: {spell.holder or 'nobody known'}, {spell.heard})"
        return Spell(None, Status.UNKNOWN, spell.heard + dt.timedelta(days=stale_days), None, spell.evidence, why, spell.heard)
    return spell


def _covers(spell: Spell, on: dt.date | None) -> bool:
    if on is None:
        return spell.until is None
    return (spell.since is None or spell.since <= on) and (spell.until is None or on < spell.until)


def _latest(claimed: Iterable[Assertion], on: dt.date | None) -> tuple[Assertion, ...]:
    """The last thing each party says up to that day."""
    last: dict[str, Assertion] = {}
    for assertion in claimed:  # in order of day
        if on is None or assertion.day is None or assertion.day <= on:
            last[assertion.by] = assertion
    return tuple(last[by] for by in sorted(last))


def _unknown(why: str) -> Spell:
    return Spell(None, Status.UNKNOWN, None, None, (), why)
