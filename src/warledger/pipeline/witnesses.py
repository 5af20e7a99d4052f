"""Documents as witnesses: when they are known from, and under which names they publish."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from warledger.base.times import parse_iso_date
from warledger.records.document import Document
from warledger.records.family import Family
from warledger.records.source import Source
from warledger.records.witness import Witness


def known_day(document: Document) -> dt.date | None:
    """The day the document's claims are known from: a version's updated date, else the published date; `None`: always known."""
    return parse_iso_date(document.known)


def latest_day(documents: Iterable[Document]) -> dt.date | None:
    """The latest day a document of the ledger was published (a version: updated)."""
    return max((day for d in documents if (day := known_day(d)) is not None), default=None)


def known_documents(documents: Iterable[Document], known: dt.date | None) -> tuple[Document, ...]:
    """The documents known on that day; those without a date always are. Without a day: all."""
    return tuple(d for d in documents if known is None or (day := known_day(d)) is None or day <= known)


def witness_of(document: Document, doc: str, family: Family | None, sources: Sequence[Source]) -> Witness:
    """The document as a witness (of its family, if it has one), with publisher and agency under the names `sources.toml` gives them."""
    meta = document.meta
    return Witness(
        document=document.id,
        doc=doc,
        family=family.id if family else document.id,
        origin=family.origin if family else None,
        publisher=source_name(meta.publisher, sources),
        agency=source_name(meta.agency, sources),
        title=meta.title,
        published=parse_iso_date(meta.published),
        known=known_day(document),
        genre=meta.genre,
        url=meta.url,
    )


def source_name(name: str | None, sources: Sequence[Source]) -> str | None:
    """The listed name of a source known by another."""
    if name is None:
        return None
    folded = name.casefold()
    for source in sources:
        if folded in (source.name.casefold(), *(a.casefold() for a in source.aliases)):
            return source.name
    return name
