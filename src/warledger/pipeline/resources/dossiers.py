"""The dossier of one record, for who decides on it: the words, what was read into them, what stands near and against it, and who has
decided before."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from warledger.exports.names import actor_names, place_names
from warledger.pipeline.dossier import Against, Near, dossier
from warledger.pipeline.explaining import claim_in
from warledger.pipeline.neighbours import neighbours
from warledger.pipeline.resources.catalogue import Catalogue
from warledger.pipeline.resources.evidence import Evidence, evidence
from warledger.pipeline.resources.links import href, place_id
from warledger.pipeline.resources.places import Candidate, candidates_of
from warledger.pipeline.resources.refs import actor_ref, place_ref
from warledger.pipeline.resources.shapes import ActorRef, PlaceRef, Shape
from warledger.records.claim import Claim
from warledger.records.evidence import Ruled
from warledger.records.keys import place_key


class PlaceRead(Shape, frozen=True):
    """A name of a place in the record: what it was taken for (`None`: nothing on the map), why, and what else it might be."""

    name: str
    place: PlaceRef | None
    why: str
    candidates: tuple[Candidate, ...]


class ActorRead(Shape, frozen=True):
    """A name of an actor in the record: what it was taken for, why, and who else it might be."""

    name: str
    actor: ActorRef
    why: str
    others: tuple[str, ...]


class Nearby(Shape, frozen=True):
    """A happening the record might be part of: how many days apart, whether at the same place, and a record of it to join it with."""

    event: str
    what: str
    days: int
    same_place: bool
    said: Evidence


class Opposed(Shape, frozen=True):
    """A disagreement the record is a side of, and what the other side says."""

    id: str
    type: str
    real: bool
    why: str
    said: tuple[Evidence, ...]


class RecordDossier(Shape, frozen=True):
    """Everything a decision needs. `mark` changes when anything of the record does: sent back as `seen`, it lets nobody decide on what has
    changed meanwhile. `together` are the other records of its happening, `copies` those that say just the same in copies of the text,
    `near` happenings it might be joined with, `unsure` the fields the program is least sure of, `decisions` what was decided of it and
    holds."""

    mark: str
    evidence: Evidence
    joined: str
    together: tuple[Evidence, ...]
    copies: tuple[Evidence, ...]
    against: tuple[Opposed, ...]
    near: tuple[Nearby, ...]
    unsure: tuple[str, ...]
    places: tuple[PlaceRead, ...]
    actors: tuple[ActorRead, ...]
    decisions: tuple[Ruled, ...]


def record_dossier(catalogue: Catalogue, wanted: str) -> RecordDossier:
    """The dossier of the record of that id, or the only one whose id begins so.

    Raises:
        UsageError: no such record, or several.
    """
    view = catalogue.view
    told = dossier(view, wanted)
    claim = claim_in(view, wanted)
    return RecordDossier(
        mark=told.mark,
        evidence=evidence(catalogue, claim),
        joined=told.explanation.joined,
        together=_cards(catalogue, (e.record for e in told.together)),
        copies=_cards(catalogue, (e.record for e in told.copies)),
        against=tuple(_opposed(catalogue, a) for a in told.against),
        near=tuple(_near(catalogue, n) for n in neighbours(view, claim.id)),
        unsure=told.unsure,
        places=tuple(_place(catalogue, claim, name) for name in place_names(claim)),
        actors=tuple(_actor(catalogue, claim, name) for name in actor_names(claim)),
        decisions=told.decisions,
    )


def _cards(catalogue: Catalogue, records: Iterable[str]) -> tuple[Evidence, ...]:
    return tuple(evidence(catalogue, catalogue.view.by_id[r]) for r in records)


def _opposed(catalogue: Catalogue, against: Against) -> Opposed:
    return Opposed(against.id, against.type, against.real, against.why, _cards(catalogue, (e.record for e in against.said)))


def _near(catalogue: Catalogue, near: Near) -> Nearby:
    said = evidence(catalogue, catalogue.view.by_id[near.said.record])
    return Nearby(href("event", near.event), near.what, near.days, near.same_place, said)


def _place(catalogue: Catalogue, claim: Claim, name: str) -> PlaceRead:
    links = catalogue.view.state.links
    link, entry = links.place(claim.document, name), catalogue.places.get(place_id(place_key(links, claim.document, name)))
    placed = place_ref(entry) if entry and link and link.place else None
    return PlaceRead(name, placed, link.why if link else "", candidates_of(link))


def _actor(catalogue: Catalogue, claim: Claim, name: str) -> ActorRead:
    link = catalogue.view.state.links.actor(claim.document, name, claim.day)
    if link is None:
        return ActorRead(name, actor_ref(catalogue, claim, name), "", ())
    meant = msgspec.structs.replace(actor_ref(catalogue, claim, name), name=link.canonical or name)
    return ActorRead(name, meant, link.why, tuple(c.name for c in link.candidates if c.name != link.canonical))
