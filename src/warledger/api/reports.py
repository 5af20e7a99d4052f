"""The routes about what was read: sources, families, documents, records, search, changes, gaps, method."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request
from starlette.responses import Response

from warledger.api.door import door, give
from warledger.api.parameters import BriefAsked, ChangesAsked, DocumentsAsked, Known, Paged, SearchAsked
from warledger.api.schemas import answers
from warledger.pipeline.resources.about import Meta, meta
from warledger.pipeline.resources.briefs import Brief, brief
from warledger.pipeline.resources.changed import ChangesOut, changed
from warledger.pipeline.resources.documents import DocumentDetail, DocumentPage, document, document_page
from warledger.pipeline.resources.explained import Explained, explained
from warledger.pipeline.resources.families import Difference, Family, FamilyPage, difference, family, family_page
from warledger.pipeline.resources.method import GapsOut, Method, gaps, method
from warledger.pipeline.resources.search import SearchResult, search
from warledger.pipeline.resources.sources import SourceDetail, SourcePage, source, source_page

router = APIRouter()
Id = Annotated[str, Path(min_length=1, max_length=200, description="The id, or the name.")]
#: Hits asked of the ledger for a search: those not known on the day or not counting fall away afterwards.
_HITS = 1_000


@router.get("/meta", operation_id="meta", summary="What there is", responses=answers(Meta))
def get_meta(request: Request, asked: Annotated[Known, Query()]) -> Response:
    """The monitor, its defaults and counts, how it was measured, and the resources by name."""
    here = door(request)
    return give(request, asked.known, lambda c: meta(c, here.shelf.mark(), here.accuracy, review=here.review is not None))


@router.get("/brief", operation_id="brief", summary="The situation", responses=answers(Brief))
def get_brief(request: Request, asked: Annotated[BriefAsked, Query()]) -> Response:
    """What happened, who says so, what is disputed, who holds what; with citations."""
    return give(request, asked.known, lambda c: brief(c, asked.on, everything=asked.everything))


@router.get("/sources", operation_id="sources", summary="Publishers", responses=answers(SourcePage))
def get_sources(request: Request, asked: Annotated[Paged, Query()]) -> Response:
    """A page of the publishers, those with most documents first."""
    return give(request, asked.known, lambda c: source_page(c, asked.page()))


@router.get("/source/{id}", operation_id="source", summary="One publisher", responses=answers(SourceDetail))
def get_source(request: Request, id: Id, asked: Annotated[Known, Query()]) -> Response:
    """One publisher with its documents and corrections."""
    return give(request, asked.known, lambda c: source(c, id))


@router.get("/families", operation_id="families", summary="Texts carried by several documents", responses=answers(FamilyPage))
def get_families(request: Request, asked: Annotated[Paged, Query()]) -> Response:
    """A page of the families, the largest first."""
    return give(request, asked.known, lambda c: family_page(c, asked.page()))


@router.get("/family/{id}", operation_id="family", summary="One family", responses=answers(Family))
def get_family(request: Request, id: Id, asked: Annotated[Known, Query()]) -> Response:
    """One family with its lineage and corrections."""
    return give(request, asked.known, lambda c: family(c, id))


@router.get("/diff/{old}/{new}", operation_id="diff", summary="What two documents say differently", responses=answers(Difference))
def get_diff(request: Request, old: Id, new: Id, asked: Annotated[Known, Query()]) -> Response:
    """What two documents say differently, word by word."""
    return give(request, asked.known, lambda c: difference(c, old, new))


@router.get("/documents", operation_id="documents", summary="Documents", responses=answers(DocumentPage))
def get_documents(request: Request, asked: Annotated[DocumentsAsked, Query()]) -> Response:
    """A page of the documents that pass all filters, the latest published first."""
    return give(request, asked.known, lambda c: document_page(c, asked.wanted(), asked.page()))


@router.get("/document/{id}", operation_id="document", summary="One document", responses=answers(DocumentDetail))
def get_document(request: Request, id: Id, asked: Annotated[Known, Query()]) -> Response:
    """One document: its text, every claim in it, what became of each, and what was skipped and why. Its exported name leads to it too."""
    return give(request, asked.known, lambda c: document(c, id))


@router.get("/explain/{id}", operation_id="explain", summary="One record", responses=answers(Explained))
def get_explain(request: Request, id: Id, asked: Annotated[Known, Query()]) -> Response:
    """One record: its words, and why every field is what it is."""
    return give(request, asked.known, lambda c: explained(c, id))


@router.get("/search", operation_id="search", summary="Search", responses=answers(SearchResult))
def get_search(request: Request, asked: Annotated[SearchAsked, Query()]) -> Response:
    """Places, actors, sources and documents by name, events and records by their words."""
    shelf = door(request).shelf
    return give(request, asked.known, lambda c: search(c, asked.q, shelf.search(asked.q, _HITS), asked.kind, asked.limit))


@router.get("/changes", operation_id="changes", summary="What became known", responses=answers(ChangesOut))
def get_changes(request: Request, asked: Annotated[ChangesAsked, Query()]) -> Response:
    """What the record says and did not say on a day, line by line, with what brought each change about."""
    asked.check()
    shelf = door(request).shelf
    return give(request, asked.known, lambda c: changed(shelf.catalogue(asked.since, asked.since), c, asked.since))


@router.get("/gaps", operation_id="gaps", summary="What was not done", responses=answers(GapsOut))
def get_gaps(request: Request, asked: Annotated[Known, Query()]) -> Response:
    """What was not read, not dated, not placed, not understood."""
    return give(request, asked.known, gaps)


@router.get("/method", operation_id="method", summary="How the record was made", responses=answers(Method))
def get_method(request: Request, asked: Annotated[Known, Query()]) -> Response:
    """The method statement, the limits, and how accuracy was measured."""
    here = door(request)
    return give(request, asked.known, lambda c: method(c, here.accuracy))
