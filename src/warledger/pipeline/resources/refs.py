"""References: how one resource names another."""

from __future__ import annotations

from warledger.pipeline.citing import firmest
from warledger.pipeline.headline import happening_words
from warledger.pipeline.resources.catalogue import Catalogue, PlaceEntry
from warledger.pipeline.resources.links import href, source_id
from warledger.pipeline.resources.shapes import ActorRef, DocumentRef, EventRow, PlaceRef, When, amount
from warledger.records.claim import Claim
from warledger.records.crosswalk import disorder_of
from warledger.records.event import Happening


def document_ref(catalogue: Catalogue, document: str) -> DocumentRef:
    """The document of that id, which must be known."""
    w = catalogue.view.state.witnesses[document]
    return DocumentRef(
        id=w.document,
        href=href("document", w.document),
        doc=w.doc,
        title=w.title,
        publisher=w.publisher,
        source=href("source", source_id(w.publisher)) if w.publisher else None,
        agency=w.agency,
        published=w.published,
        known=w.known,
        url=w.url,
        family=href("family", w.family) if w.family in catalogue.family else None,
    )


def place_ref(entry: PlaceEntry) -> PlaceRef:
    """The place under its most frequent spelling."""
    spot = entry.link.place if entry.link else None
    precision = entry.link.precision if entry.link and spot else None
    return PlaceRef(entry.id, href("place", entry.id), entry.names[0], spot.lat if spot else None, spot.lon if spot else None, precision)


def event_place(catalogue: Catalogue, happening: Happening) -> PlaceRef | None:
    """Where it happened, under the name and with the precision of the happening; `None` when no place is named."""
    key = catalogue.place_of.get(happening.id)
    if key is None or happening.place is None:
        return None
    return PlaceRef(key, href("place", key), happening.place, happening.lat, happening.lon, happening.where_prec)


def actor_ref(catalogue: Catalogue, claim: Claim, name: str) -> ActorRef:
    """The actor that a name in a claim means."""
    key = catalogue.actor_of(claim, name)
    return ActorRef(name, key, href("actor", key) if key else None)


def when(claim: Claim) -> When | None:
    """When the claim says it was."""
    time = claim.time
    return None if time is None else When(time.start, time.end, time.precision.value, time.basis.value, time.words)


def event_row(catalogue: Catalogue, happening: Happening) -> EventRow:
    """The happening as a row of a list."""
    claims = [catalogue.view.by_id[m] for m in happening.members]
    known = [catalogue.view.state.witnesses[c.document].known for c in claims]
    days = [day for day in known if day is not None]
    return EventRow(
        id=happening.id,
        href=href("event", happening.id),
        type=happening.type,
        kind=disorder_of(happening.type)[1],
        what=happening_words(happening),
        start=happening.start,
        end=happening.end,
        place=event_place(catalogue, happening),
        actors1=happening.actors1,
        actors2=happening.actors2,
        figures=tuple(amount(f) for f in happening.figures),
        records=len(happening.members),
        sources=len(happening.sources),
        disputed=is_disputed(catalogue, happening),
        modality=firmest(claims).value,
        known=min(days) if len(days) == len(known) else None,
    )


def is_disputed(catalogue: Catalogue, happening: Happening) -> bool:
    """Whether a real disagreement hangs on one of its records."""
    return any(d.real for m in happening.members for d in catalogue.disputes_of.get(m, ()))
