"""Sources: who published what, and what is known of them."""

from __future__ import annotations

import datetime as dt

from warledger.base.errors import NotFound
from warledger.pipeline.resources.catalogue import Catalogue, SourceEntry
from warledger.pipeline.resources.documents import CorrectionRow, DocumentRow, correction_row, document_row
from warledger.pipeline.resources.links import href
from warledger.pipeline.resources.pages import Page, Wanted, page_of
from warledger.pipeline.resources.shapes import Shape
from warledger.records.witness import Witness


class SourceRow(Shape, frozen=True):
    """A publisher: what `sources.toml`, or else the packaged list, says of it (`party`: whom it speaks for), and how much was read of it.

    `copies` counts documents that carry another's text; `copied` how often its own was carried on.
    """

    id: str
    href: str
    name: str
    kind: str | None
    country: str | None
    owner: str | None
    affiliation: str | None
    party: str | None
    grade: str | None
    may_reprint: bool
    documents: int
    records: int
    copies: int
    copied: int
    corrections: int
    first: dt.date | None
    last: dt.date | None


class SourcePage(Page[SourceRow], frozen=True):
    """A page of sources, those with most documents first."""


class SourceDetail(Shape, frozen=True):
    """A publisher with its documents and the notices of correction in them."""

    row: SourceRow
    aliases: tuple[str, ...]
    documents: tuple[DocumentRow, ...]
    corrections: tuple[CorrectionRow, ...]


def source_page(catalogue: Catalogue, page: Wanted) -> SourcePage:
    """All publishers.

    Raises:
        UsageError: a cursor of another list.
    """
    found = list(catalogue.sources.values())
    items, after = page_of(found, page, lambda s: s.id)
    return SourcePage(tuple(_row(catalogue, s) for s in items), len(found), after)


def source(catalogue: Catalogue, wanted: str) -> SourceDetail:
    """The publisher of that id or name.

    Raises:
        NotFound: there is none.
    """
    entry = catalogue.sources.get(wanted) or next((s for s in catalogue.sources.values() if s.name.casefold() == wanted.casefold()), None)
    if entry is None:
        raise NotFound(f'no document is published by "{wanted}"', mend="`sources` lists the publishers")
    return SourceDetail(
        row=_row(catalogue, entry),
        aliases=entry.listed.aliases if entry.listed else (),
        documents=tuple(document_row(catalogue, w.document) for w in entry.witnesses),
        corrections=tuple(correction_row(catalogue, c) for w in entry.witnesses for c in catalogue.corrections_in.get(w.document, ())),
    )


def _row(catalogue: Catalogue, entry: SourceEntry) -> SourceRow:
    listed, witnesses = entry.listed, entry.witnesses
    days = [w.published for w in witnesses if w.published]
    return SourceRow(
        id=entry.id,
        href=href("source", entry.id),
        name=entry.name,
        kind=listed.kind if listed else None,
        country=listed.country if listed else None,
        owner=listed.owner if listed else None,
        affiliation=listed.affiliation if listed else None,
        party=listed.party if listed else None,
        grade=listed.grade if listed else None,
        may_reprint=listed.may_reprint if listed else False,
        documents=len(witnesses),
        records=sum(catalogue.counts[w.document] for w in witnesses),
        copies=sum(w.origin not in (None, w.document) for w in witnesses),
        copied=sum(_copied(catalogue, w) for w in witnesses),
        corrections=sum(len(catalogue.corrections_in.get(w.document, ())) for w in witnesses),
        first=min(days, default=None),
        last=max(days, default=None),
    )


def _copied(catalogue: Catalogue, witness: Witness) -> int:
    return len(catalogue.family[witness.family].members) - 1 if witness.origin == witness.document else 0
