"""`records`: one line a claim, in the codebook's fields, with its exact words and what became of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from warledger.exports.lines import iso, line, number
from warledger.exports.names import actor_names, place_names
from warledger.records.claim import Claim
from warledger.records.place import PlaceLink
from warledger.records.state import State
from warledger.records.status import ClaimStatus

#: The codebook calls two things `status`; the record's keeps the name.
AGREEMENT_STATUS = "agreement_status"
_NAMES = {"status": AGREEMENT_STATUS}


def export_records(state: State, *, everything: bool = False) -> Iterator[str]:
    """The claims that count, or with `everything` all of them; sorted by doc, start, kind, id."""
    for claim in state.claims:
        if everything or state.status[claim.id] is ClaimStatus.CURRENT:
            yield line(record(state, claim))


def record(state: State, claim: Claim) -> dict[str, Any]:
    """One claim as the export's object, keys in their documented order."""
    witness = state.witnesses[claim.document]
    time = claim.time
    made: dict[str, Any] = {
        "id": claim.id,
        "doc": witness.doc,
        "kind": claim.kind,
        "quote": claim.quote,
        "start": claim.span.start,
        "end": claim.span.end,
        "said_by": claim.said_by,
        "modality": claim.modality.value,
        "date_start": iso(time.start) if time else None,
        "date_end": iso(time.end) if time else None,
        "date_precision": time.precision.value if time else None,
        "date_basis": time.basis.value if time else None,
        "places": claim.places,
    }
    made.update(_fields(claim))
    made["published"] = iso(witness.published)
    made["known"] = iso(witness.known)
    made["confidence"] = round(claim.confidence, 4)
    made["status"] = state.status[claim.id].value
    made["canonical"] = _canonical(state, claim)
    if claim.notes:
        made["notes"] = claim.notes
    return made


def _fields(claim: Claim) -> dict[str, Any]:
    """The kind's fields. An agreement's own status makes room for the record's."""
    fields = {_NAMES.get(name, name): value for name, value in msgspec.to_builtins(claim.content).items() if name != "kind"}
    return {name: number(value) if isinstance(value, float) else value for name, value in fields.items()}


def _canonical(state: State, claim: Claim) -> dict[str, Any]:
    actors = {}
    for name in actor_names(claim):
        linked = state.links.actor(claim.document, name, claim.day)
        if linked and linked.canonical:
            actors[name] = linked.canonical
    places = {}
    for name in place_names(claim):
        link = state.links.place(claim.document, name)
        if link and link.place:
            places[name] = _place(link)
    return {"actors": actors, "places": places}


def _place(link: PlaceLink) -> dict[str, Any]:
    place = link.place
    assert place is not None
    made: dict[str, Any] = {"name": place.name, "id": place.id, "lat": place.lat, "lon": place.lon, "where_prec": link.precision}
    if link.part:
        made["part"] = link.part
    if link.within:
        made["within"] = link.within
    return made
