"""Who holds a place: the place a person means, the answer, and the answer as an object."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

import msgspec

from warledger.base.errors import UsageError
from warledger.pipeline.finding import Found, Lookup, find, likely
from warledger.pipeline.view import View
from warledger.records.claim import Claim, Control
from warledger.records.control import Holding, PlaceControl, Spell
from warledger.records.keys import name_key
from warledger.records.place import Place
from warledger.stages.control.holding import find_place, who_holds
from warledger.stages.control.inherited import by_areas

_SHOWN = 12
#: UCDP's `where_prec` for the named place itself.
_EXACT = 1


def hold(view: View, place: str, on: dt.date | None, lookup: Lookup | None = None) -> Holding:
    """Who holds `place` (a name, folded, or a key) on that day (default: the latest published day). `lookup` finds a name in the
    gazetteer; it is only called for a name that no control claim spells so.

    Raises:
        UsageError: several places of that name are reported on; they are listed.
    """
    found = find(view.state.control, view.state.links, place, lookup)
    if len(found.places) > 1:
        candidates = "; ".join(_described(c) for c in found.places[:_SHOWN])
        raise UsageError(f'"{place}" may be {len(found.places)} places', mend=f"Say which by its id: {candidates}")
    control = found.places[0] if found.places else _by_areas(view, place)
    return msgspec.structs.replace(holding_of(view, control, place, view.on(on)), matched=_how(found, place))


def holding_of(view: View, control: PlaceControl | None, place: str, on: dt.date | None) -> Holding:
    """The answer for one place (`None`: no claim says who holds it)."""
    return who_holds(control, view.current, place, on, half_life=view.monitor.settings.half_life_days)


def holding_object(view: View, holding: Holding) -> dict[str, Any]:
    """The answer as the object `who-holds --json` prints."""
    assessed = holding.assessed
    return {
        "place": holding.place,
        "on": holding.on,
        "known": view.state.known or view.state.on,
        "assessed": {
            "holder": assessed.holder,
            "status": assessed.status.value,
            "since": assessed.since,
            "evidence": assessed.evidence,
            "why": assessed.why,
            "rule": assessed.rule.value,
            "canonical": registry_names(view, assessed),
            "accounts": [{"holder": a.holder, "sources": a.sources, "evidence": a.evidence} for a in assessed.accounts],
        },
        "claimed": [{"holder": a.holder, "by": a.by, "evidence": a.evidence, "part": a.part} for a in holding.claimed],
        "denied": [{"what": d.what, "by": d.by, "evidence": d.evidence} for d in holding.denied],
        "aside": [{"evidence": [a.claim], "why": a.why} for a in holding.aside],
        "matched": holding.matched,
    }


def registry_names(view: View, spell: Spell) -> list[str]:
    """The names the registry has for the holder, sorted: for the name shown, else for those by which its evidence calls the holder."""
    shown = {spell.holder, *(spell.holder or "").split(" and ")}
    told = [(c, c.content) for i in spell.evidence if spell.holder and (c := view.by_id.get(i)) is not None]
    controls = [(claim, content) for claim, content in told if isinstance(content, Control)]
    exact = [(claim, name) for claim, content in controls for name in (*content.gained_by, *content.lost_by) if name in shown]
    return _registered(view, exact) or _registered(view, ((claim, n) for claim, content in controls for n in content.gained_by))


def _registered(view: View, named: Iterable[tuple[Claim, str]]) -> list[str]:
    links = (view.state.links.actor(claim.document, name, claim.day) for claim, name in named)
    return sorted({link.canonical for link in links if link is not None and link.canonical})


def last_change(view: View) -> tuple[str, dt.date] | None:
    """The place whose holder changed last and the day it did; places that must be told from namesakes are passed over."""
    changed = [(s.since, c) for c in view.state.control for s in c.spells[-1:] if s.holder and s.since]
    ranked = sorted(changed, key=lambda row: (-row[0].toordinal(), -len(row[1].claims), row[1].key))
    return next(((control.names[0], day) for day, control in ranked if _is_one(view, control)), None)


def _how(found: Found, place: str) -> str:
    return found.how if found.places and place not in found.places[0].names else ""


def _by_areas(view: View, place: str) -> PlaceControl | None:
    """A place without control claims of its own, as far as what it lies in tells."""
    wanted = name_key(place)
    links = view.state.links.places
    names = {name for name in {name for _, name in links} if name_key(name) == wanted}
    placed = {link.place for (_, name), link in links.items() if name in names and link.place and link.precision == _EXACT}
    return by_areas(placed.pop(), place, view.state.control) if len(placed) == 1 else None


def _is_one(view: View, control: PlaceControl) -> bool:
    return len(likely(find_place(view.state.control, control.names[0]), control.names[0])) == 1


def _described(control: PlaceControl) -> str:
    """What tells a place from its namesakes."""
    place: Place | None = control.place
    if place is None:
        return f"{control.key} ({control.names[0]})"
    return f"{control.key} ({place.name}, {place.country}, {place.kind}, {place.lat:.2f} {place.lon:.2f})"
