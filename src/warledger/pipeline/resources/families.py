"""Families: documents that carry one text, which came from which, and what they say differently."""

from __future__ import annotations

from warledger.base.errors import NotFound, UsageError
from warledger.pipeline.comparing import changes
from warledger.pipeline.resources.catalogue import Catalogue
from warledger.pipeline.resources.documents import CorrectionRow, correction_row, find_document
from warledger.pipeline.resources.links import href
from warledger.pipeline.resources.pages import Page, Wanted, page_of
from warledger.pipeline.resources.refs import document_ref
from warledger.pipeline.resources.shapes import DocumentRef, Shape
from warledger.records.family import Edge, EdgeType
from warledger.records.family import Family as FamilyRecord

#: Differences one comparison shows at most, and the longest text (code points) that is compared.
_CHANGES, _LONGEST = 400, 400_000


class FamilyRow(Shape, frozen=True):
    """Documents that are one witness: the origin and why it is taken for that."""

    id: str
    href: str
    origin: DocumentRef
    members: tuple[DocumentRef, ...]
    why: str


class FamilyPage(Page[FamilyRow], frozen=True):
    """A page of families, the largest first."""


class LineageEdge(Shape, frozen=True):
    """`copy` came from `origin` (document ids). `score` (0 to 1) says how much they share, `why` in words; `diff` is what they say
    differently (`None` in a published record). A `quotes` edge may lead out of the family and joins nobody."""

    copy: str
    origin: str
    type: str
    score: float
    why: str
    diff: str | None


class Family(Shape, frozen=True):
    """One family with its lineage and the notices of correction in it. `quoted` are documents outside that it quotes or that quote it."""

    row: FamilyRow
    edges: tuple[LineageEdge, ...]
    quoted: tuple[DocumentRef, ...]
    corrections: tuple[CorrectionRow, ...]
    events: int


class WordChange(Shape, frozen=True):
    """`old` became `new` (either may be empty); `start` counts in the first text, `start_new` in the second."""

    start: int
    start_new: int
    old: str
    new: str
    before: str
    after: str


class Difference(Shape, frozen=True):
    """What two documents say differently, word by word; `left_out` is how many differences are not shown."""

    old: DocumentRef
    new: DocumentRef
    changes: tuple[WordChange, ...]
    left_out: int


def family_page(catalogue: Catalogue, page: Wanted) -> FamilyPage:
    """All families.

    Raises:
        UsageError: a cursor of another list.
    """
    found = sorted(catalogue.view.state.families, key=lambda f: (-len(f.members), f.id))
    items, after = page_of(found, page, lambda f: f.id)
    return FamilyPage(tuple(_row(catalogue, f) for f in items), len(found), after)


def family(catalogue: Catalogue, wanted: str) -> Family:
    """One family by its id.

    Raises:
        NotFound: there is none.
    """
    found = catalogue.family.get(wanted)
    if found is None:
        raise NotFound(f'no family "{wanted}"', mend="A family's id changes when a document joins it: `families` lists them")
    members = set(found.members)
    quoting = [e for e in catalogue.view.state.edges if e.type is EdgeType.QUOTES and {e.copy, e.origin} & members]
    outside = sorted({i for e in quoting for i in (e.copy, e.origin)} - members)
    held = {h.id for m in found.members for c in catalogue.claims_in.get(m, ()) if (h := catalogue.happening_of.get(c.id))}
    return Family(
        row=_row(catalogue, found),
        edges=tuple(_edge(e) for e in sorted({*found.edges, *quoting})),
        quoted=tuple(document_ref(catalogue, i) for i in outside),
        corrections=tuple(correction_row(catalogue, c) for m in found.members for c in catalogue.corrections_in.get(m, ())),
        events=len(held),
    )


def difference(catalogue: Catalogue, old: str, new: str) -> Difference:
    """What the two documents (ids or names) say differently.

    Raises:
        NotFound: no such document.
        UsageError: a text too long to compare here.
    """
    first, second = (catalogue.documents[find_document(catalogue, wanted)] for wanted in (old, new))
    if max(len(first.text), len(second.text)) > _LONGEST:
        raise UsageError(f"a text of more than {_LONGEST:,} characters is not compared here", mend="Use `warledger diff DIR DOC DOC`")
    found = [WordChange(c.start, c.start_new, c.old, c.new, c.before, c.after) for c in changes(first.text, second.text)]
    refs = (document_ref(catalogue, first.id), document_ref(catalogue, second.id))
    return Difference(*refs, tuple(found[:_CHANGES]), max(0, len(found) - _CHANGES))


def _row(catalogue: Catalogue, held: FamilyRecord) -> FamilyRow:
    members = sorted((document_ref(catalogue, m) for m in held.members), key=lambda r: r.doc)
    return FamilyRow(held.id, href("family", held.id), document_ref(catalogue, held.origin), tuple(members), held.why)


def _edge(edge: Edge) -> LineageEdge:
    return LineageEdge(edge.copy, edge.origin, edge.type.value, round(edge.score, 4), edge.why, f"diff/{edge.origin}/{edge.copy}")
