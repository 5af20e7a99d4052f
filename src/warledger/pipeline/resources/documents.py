"""Documents: their text with every claim marked, what became of each, and what was skipped and why."""

from __future__ import annotations

import datetime as dt

from warledger.base.errors import NotFound
from warledger.base.similarity import fold_name
from warledger.pipeline.resources.catalogue import Catalogue
from warledger.pipeline.resources.links import href
from warledger.pipeline.resources.pages import Page, Wanted, page_of
from warledger.pipeline.resources.refs import document_ref
from warledger.pipeline.resources.shapes import DocumentRef, Shape
from warledger.records.claim import Claim
from warledger.records.family import Correction, CorrectionKind, EdgeType
from warledger.records.gap import MEANING, Gap


class DocumentRow(Shape, frozen=True):
    """A document in a list: what file it was, how many of its records count, how many sentences with a word of war gave none."""

    document: DocumentRef
    file: str
    format: str
    language: str
    genre: str | None
    records: int
    skipped: int
    copies: int


class DocumentPage(Page[DocumentRow], frozen=True):
    """A page of documents."""


class BlockOut(Shape, frozen=True):
    """One stretch of the text and its kind; headings have a level (1 = highest)."""

    start: int
    end: int
    kind: str
    level: int


class Mark(Shape, frozen=True):
    """One claim in the text and what became of it: its record (`status`), and the event it is part of."""

    start: int
    end: int
    record: str
    href: str
    kind: str
    modality: str
    status: str
    confidence: float
    event: str | None
    disputed: bool


class SkippedMark(Shape, frozen=True):
    """A sentence with a word of war that gave no record: which word, what refused it, and what that means."""

    start: int
    end: int
    word: str
    frame: str
    reason: str
    field: str
    meaning: str


class Relation(Shape, frozen=True):
    """How this document's text hangs together with another's: `copy` came from `origin`."""

    copy: DocumentRef
    origin: DocumentRef
    type: str
    why: str


class PassageRow(Shape, frozen=True):
    """Words `[start, end)` of a document that a correction replaces."""

    document: DocumentRef
    start: int
    end: int


class CorrectionRow(Shape, frozen=True):
    """A notice that `wrong` should read `right` (either may not be said), in its words `[start, end)`. `kind` is correction, clarification,
    update, retraction, kill, or silent: a change between versions that no notice tells of. `replaced` are the wrong words where copies have
    them; claims on them are superseded."""

    document: DocumentRef
    start: int
    end: int
    words: str
    wrong: str | None
    right: str | None
    kind: CorrectionKind
    replaced: tuple[PassageRow, ...]


class DocumentDetail(Shape, frozen=True):
    """A document in full. `text` is what all offsets count in (`None` in a published record whose source did not say that it may be
    reprinted); blocks, marks and skipped sentences are in the order of the text. `replaced_by` is the later version whose records count
    instead."""

    row: DocumentRow
    basis: dict[str, str]
    text: str | None
    blocks: tuple[BlockOut, ...]
    marks: tuple[Mark, ...]
    skipped: tuple[SkippedMark, ...]
    relations: tuple[Relation, ...]
    replaced_by: DocumentRef | None
    corrections: tuple[CorrectionRow, ...]


class DocumentFilter(Shape, frozen=True):
    """Which documents: of this publisher (name or id), published from `start` to `end`, with these words in title or name."""

    source: str = ""
    start: dt.date | None = None
    end: dt.date | None = None
    text: str = ""


def document_page(catalogue: Catalogue, wanted: DocumentFilter, page: Wanted) -> DocumentPage:
    """The documents that pass, the latest published first, the undated last.

    Raises:
        UsageError: a cursor of another list.
    """
    found = [w for w in catalogue.view.state.witnesses.values() if _passes(catalogue, w.document, wanted)]
    found.sort(key=lambda w: (-(w.published.toordinal() if w.published else 0), w.doc))
    items, after = page_of(found, page, lambda w: w.document)
    return DocumentPage(tuple(document_row(catalogue, w.document) for w in items), len(found), after)


def find_document(catalogue: Catalogue, wanted: str) -> str:
    """The id of the known document of that id or exported name.

    Raises:
        NotFound: there is none.
    """
    if wanted in catalogue.view.state.witnesses:
        return wanted
    found = next((i for i, name in catalogue.view.names.items() if name == wanted), None)
    if found is None:
        mend = "`documents` lists them; one published later is not known yet on an earlier day"
        raise NotFound(f'no document "{wanted}" is known', mend=mend)
    return found


def document(catalogue: Catalogue, wanted: str) -> DocumentDetail:
    """The document in full.

    Raises:
        NotFound: there is none of that id or name.
    """
    found = find_document(catalogue, wanted)
    held = catalogue.documents[found]
    relations = _relations(catalogue, found)
    newer = next((r.copy for r in relations if r.type == EdgeType.VERSION and r.origin.id == found), None)
    return DocumentDetail(
        row=document_row(catalogue, found),
        basis=dict(held.meta.basis),
        text=held.text,
        blocks=tuple(BlockOut(b.span.start, b.span.end, b.kind.value, b.level) for b in held.blocks),
        marks=tuple(_mark(catalogue, c) for c in catalogue.claims_in.get(found, ())),
        skipped=tuple(_skipped(g) for g in catalogue.gaps_in.get(found, ())),
        relations=relations,
        replaced_by=newer,
        corrections=tuple(correction_row(catalogue, c) for c in catalogue.corrections_in.get(found, ())),
    )


def document_row(catalogue: Catalogue, document: str) -> DocumentRow:
    """The document as a row of a list."""
    held, witness = catalogue.documents[document], catalogue.view.state.witnesses[document]
    family = catalogue.family.get(witness.family)
    return DocumentRow(
        document=document_ref(catalogue, document),
        file=held.name,
        format=held.format,
        language=held.language,
        genre=witness.genre,
        records=catalogue.counts[document],
        skipped=len({g.span for g in catalogue.gaps_in.get(document, ())}),
        copies=len(family.members) - 1 if family else 0,
    )


def correction_row(catalogue: Catalogue, correction: Correction) -> CorrectionRow:
    """A notice of correction with its document."""
    c = correction
    replaced = tuple(PassageRow(document_ref(catalogue, p.document), p.start, p.end) for p in c.replaced)
    return CorrectionRow(document_ref(catalogue, c.document), c.start, c.end, c.words, c.wrong, c.right, c.kind, replaced)


def _passes(catalogue: Catalogue, document: str, wanted: DocumentFilter) -> bool:
    ref = document_ref(catalogue, document)
    if wanted.source and wanted.source not in (ref.publisher, (ref.source or "").removeprefix("source/")):
        return False
    if (wanted.start or wanted.end) and ref.published is None:
        return False
    if ref.published and ((wanted.start and ref.published < wanted.start) or (wanted.end and ref.published > wanted.end)):
        return False
    said = fold_name(f"{ref.doc} {ref.title or ''}")
    return all(word in said for word in fold_name(wanted.text).split())


def _mark(catalogue: Catalogue, claim: Claim) -> Mark:
    happening = catalogue.happening_of.get(claim.id)
    return Mark(
        start=claim.span.start,
        end=claim.span.end,
        record=claim.id,
        href=href("explain", claim.id),
        kind=claim.kind,
        modality=claim.modality.value,
        status=catalogue.view.state.status[claim.id].value,
        confidence=round(claim.confidence, 4),
        event=href("event", happening.id) if happening else None,
        disputed=any(d.real for d in catalogue.disputes_of.get(claim.id, ())),
    )


def _skipped(gap: Gap) -> SkippedMark:
    why = gap.refusal
    return SkippedMark(gap.span.start, gap.span.end, gap.trigger, why.frame, why.reason.value, why.field, MEANING[why.reason])


def _relations(catalogue: Catalogue, document: str) -> tuple[Relation, ...]:
    edges = sorted(e for e in catalogue.view.state.edges if document in (e.copy, e.origin))
    return tuple(Relation(document_ref(catalogue, e.copy), document_ref(catalogue, e.origin), e.type.value, e.why) for e in edges)
