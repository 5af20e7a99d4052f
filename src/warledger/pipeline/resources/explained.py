"""One record, explained."""

from __future__ import annotations

from warledger.exports.names import actor_names, place_names
from warledger.pipeline.explaining import Explanation, claim_in, explain
from warledger.pipeline.resources.catalogue import Catalogue
from warledger.pipeline.resources.evidence import Evidence, evidence
from warledger.pipeline.resources.links import href, place_id
from warledger.pipeline.resources.refs import actor_ref, place_ref
from warledger.pipeline.resources.shapes import ActorRef, PlaceRef, Shape
from warledger.records.keys import place_key


class Explained(Shape, frozen=True):
    """A record's card, why each field is what it is (`None` in a published record: it shows words around the quote), and the places and
    actors it names."""

    evidence: Evidence
    event: str | None
    explanation: Explanation | None
    places: tuple[PlaceRef, ...]
    actors: tuple[ActorRef, ...]


def explained(catalogue: Catalogue, wanted: str) -> Explained:
    """The record of that id, or the only one whose id begins so.

    Raises:
        UsageError: no such record, or several.
    """
    claim = claim_in(catalogue.view, wanted)
    happening = catalogue.happening_of.get(claim.id)
    keys = dict.fromkeys(place_id(place_key(catalogue.view.state.links, claim.document, n)) for n in place_names(claim))
    return Explained(
        evidence=evidence(catalogue, claim),
        event=href("event", happening.id) if happening else None,
        explanation=explain(catalogue.view, claim.id),
        places=tuple(place_ref(catalogue.places[k]) for k in keys if k in catalogue.places),
        actors=tuple(actor_ref(catalogue, claim, n) for n in actor_names(claim)),
    )
