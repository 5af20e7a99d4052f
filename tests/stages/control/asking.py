"""How the tests of control ask: one place, one day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from warledger.records.claim import Claim
from warledger.records.control import PlaceControl, Spell
from warledger.records.control_words import ControlWords
from warledger.records.link import Links
from warledger.records.place import Place, PlaceLink
from warledger.records.witness import Witness
from warledger.stages.control.holding import find_place, who_holds
from warledger.stages.control.parties import Parties
from warledger.stages.control.spells import control_of

WORDS = ControlWords(frozenset({"district", "districts", "quarter", "city centre"}))


def on(text: str) -> dt.date:
    """A day."""
    return dt.date.fromisoformat(text)


def held(control: PlaceControl, claims: Sequence[Claim], day: str) -> Spell:
    """The assessed spell of one place on a day."""
    return who_holds(control, claims, control.names[0], on(day)).assessed


def one_place(claims: Sequence[Claim], links: Links, parties: Parties, witnesses: dict[str, Witness] | None = None) -> PlaceControl:
    """The only place the claims are about."""
    (control,) = control_of(claims, links, witnesses or {}, parties, WORDS)
    return control


def answer(claims: Sequence[Claim], place: str, day: str, parties: Parties, links: Links | None = None) -> Spell:
    """The assessed spell of the only place of that name among all that the claims are about."""
    (control,) = find_place(control_of(claims, links or Links({}, {}), {}, parties, WORDS), place)
    return held(control, claims, day)


def linked(*places: tuple[str, Place], documents: Sequence[str] = ("d1", "d2", "d3")) -> Links:
    """Links of names in every document; a province's name means all of it."""
    found = {}
    for name, place in places:
        for document in documents:
            whole = place.kind in ("admin1", "admin2")
            found[document, name] = PlaceLink(document, name, place, precision=4 if whole else 1, area=whole)
    return Links(found, {})
