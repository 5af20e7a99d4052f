"""Evidence cards: one record's exact words in their paragraph, who says so, and where copies of the text stand."""

from __future__ import annotations

import datetime as dt
from typing import Any

import msgspec

from warledger.base.spans import Span
from warledger.exports.records import record as exported
from warledger.pipeline.resources.catalogue import Catalogue
from warledger.pipeline.resources.links import href
from warledger.pipeline.resources.refs import document_ref, when
from warledger.pipeline.resources.shapes import DocumentRef, Shape, When
from warledger.records.claim import Claim
from warledger.records.document import Document

#: Code points of a paragraph shown on each side of the quote at most: a text may come without a line break.
_AROUND = 1500


class Passage(Shape, frozen=True):
    """The paragraph around a quote: `text` is `[start, end)` of the document, cut where it is very long (`cut`)."""

    start: int
    end: int
    text: str
    cut: bool


class Evidence(Shape, frozen=True):
    """One record with its words. `quote` is `[start, end)` of the document's text. `said_by` is the chain of who says so, nearest to
    the words first; `chain` goes on to agency and outlet. `copies` are the other documents of the text's family. `fields` are those of
    the record's kind, as the `records` export names them."""

    record: str
    href: str
    event: str | None
    kind: str
    quote: str
    start: int
    end: int
    passage: Passage | None
    document: DocumentRef
    said_by: tuple[str, ...]
    chain: tuple[str, ...]
    modality: str
    when: When | None
    places: tuple[str, ...]
    fields: dict[str, Any]
    confidence: float
    status: str
    by_hand: bool
    known: dt.date | None
    copies: tuple[DocumentRef, ...]


def evidence(catalogue: Catalogue, claim: Claim) -> Evidence:
    """The card of one record."""
    view = catalogue.view
    witness = view.state.witnesses[claim.document]
    happening = catalogue.happening_of.get(claim.id)
    shown = exported(view.state, claim)
    return Evidence(
        record=claim.id,
        href=href("explain", claim.id),
        event=href("event", happening.id) if happening else None,
        kind=claim.kind,
        quote=claim.quote,
        start=claim.span.start,
        end=claim.span.end,
        passage=passage(catalogue.documents[claim.document], claim.span),
        document=document_ref(catalogue, claim.document),
        said_by=claim.said_by,
        chain=tuple(dict.fromkeys(name for name in (*claim.said_by, witness.agency, witness.publisher or witness.doc) if name)),
        modality=claim.modality.value,
        when=when(claim),
        places=claim.places,
        fields={name: shown[name] for name in _own_fields(claim)},
        confidence=shown["confidence"],
        status=shown["status"],
        by_hand=claim.maker.startswith("hand:"),
        known=witness.known,
        copies=_copies(catalogue, claim.document),
    )


def passage(document: Document, span: Span) -> Passage | None:
    """The paragraph (or heading, list item, ...) the words begin in; `None` when they stand in no block."""
    block = next((b.span for b in document.blocks if b.span.start <= span.start < b.span.end), None)
    if block is None:
        return None
    whole = Span(block.start, max(block.end, span.end))
    shown = Span(max(whole.start, span.start - _AROUND), min(whole.end, span.end + _AROUND))
    return Passage(shown.start, shown.end, shown.of(document.text), shown != whole)


def _own_fields(claim: Claim) -> list[str]:
    """The fields of the claim's kind under their exported names (an agreement's own status makes room for the record's)."""
    names = (field.encode_name for field in msgspec.structs.fields(claim.content))
    return ["agreement_status" if name == "status" else name for name in names]


def _copies(catalogue: Catalogue, document: str) -> tuple[DocumentRef, ...]:
    family = catalogue.family.get(catalogue.view.state.witnesses[document].family)
    others = sorted(m for m in family.members if m != document) if family else ()
    return tuple(document_ref(catalogue, other) for other in others)
