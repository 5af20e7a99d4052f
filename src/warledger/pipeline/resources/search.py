"""Search: places, actors and documents by name, events by what they are, records by their words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from warledger.base.similarity import fold_name
from warledger.ledger.search import Hit
from warledger.pipeline.citing import short
from warledger.pipeline.headline import happening_words
from warledger.pipeline.resources.catalogue import Catalogue
from warledger.pipeline.resources.links import href
from warledger.pipeline.resources.shapes import Shape

#: What can be found, in the order it is listed.
KINDS = ("place", "actor", "source", "document", "event", "record")
_WORDS = 300


class Found(Shape, frozen=True):
    """One thing found: what it is called, the words that hold the query, and for words in a document where they stand."""

    kind: str
    id: str
    href: str
    title: str
    words: str
    document: str | None
    doc: str | None
    start: int | None
    end: int | None
    date: dt.date | None


class SearchResult(Shape, frozen=True):
    """What was found, names before words; `more` says that a kind has more than are listed."""

    query: str
    items: tuple[Found, ...]
    more: bool


def search(catalogue: Catalogue, query: str, hits: Sequence[Hit], kinds: Iterable[str], limit: int) -> SearchResult:
    """What holds every word of the query, at most `limit` of each kind. `hits` are the ledger's for the query; those that are not known
    on the day of the catalogue, or do not count, are left out."""
    asked = set(kinds) or set(KINDS)
    words = fold_name(query.replace('"', " ").replace("*", " ")).split()
    finders = {
        "place": _places(catalogue, words),
        "actor": _actors(catalogue, words),
        "source": _sources(catalogue, words),
        "document": _documents(catalogue, hits),
        "event": _events(catalogue, hits),
        "record": _records(catalogue, hits),
    }
    found = [list(islice(finders[kind], limit + 1)) for kind in KINDS if kind in asked]
    return SearchResult(query, tuple(f for rows in found for f in rows[:limit]), any(len(rows) > limit for rows in found))


def _holds(words: Sequence[str], names: Iterable[str]) -> bool:
    folded = [fold_name(n) for n in names]
    return bool(words) and any(all(w in n for w in words) for n in folded)


def _places(catalogue: Catalogue, words: Sequence[str]) -> Iterator[Found]:
    for p in catalogue.places.values():
        if _holds(words, p.names):
            spot = p.link.place if p.link else None
            about = ", ".join(part for part in (spot.kind, spot.country) if part) if spot else "not placed"
            yield _named("place", p.id, p.names[0], about)


def _actors(catalogue: Catalogue, words: Sequence[str]) -> Iterator[Found]:
    for a in catalogue.actors.values():
        if not a.described and _holds(words, (a.name, *dict(a.spellings))):
            yield _named("actor", a.id, a.name, "; ".join(n for n, _ in a.spellings[:5] if n != a.name))


def _sources(catalogue: Catalogue, words: Sequence[str]) -> Iterator[Found]:
    for s in catalogue.sources.values():
        if _holds(words, (s.name, *(s.listed.aliases if s.listed else ()))):
            yield _named("source", s.id, s.name, f"{len(s.witnesses)} documents")


def _documents(catalogue: Catalogue, hits: Sequence[Hit]) -> Iterator[Found]:
    for hit in hits:
        witness = catalogue.view.state.witnesses.get(hit.document)
        if hit.claim is None and witness:
            where = href("document", witness.document)
            publisher = witness.publisher or ""
            yield Found("document", witness.document, where, hit.words, publisher, where, witness.doc, None, None, witness.published)


def _records(catalogue: Catalogue, hits: Sequence[Hit]) -> Iterator[Found]:
    for hit in hits:
        claim = catalogue.view.by_id.get(hit.claim or "")
        if claim and claim.id in catalogue.happening_of:
            witness = catalogue.view.state.witnesses[claim.document]
            title = f"{claim.kind}, {witness.publisher or witness.doc}"
            where, document = href("explain", claim.id), href("document", claim.document)
            words = short(claim.quote, _WORDS)
            yield Found("record", claim.id, where, title, words, document, witness.doc, claim.span.start, claim.span.end, witness.published)


def _events(catalogue: Catalogue, hits: Sequence[Hit]) -> Iterator[Found]:
    seen = set[str]()
    for hit in hits:
        happening = catalogue.happening_of.get(hit.claim or "")
        if happening and happening.id not in seen:
            seen.add(happening.id)
            words, where, day = short(hit.words, _WORDS), href("event", happening.id), happening.start or happening.end
            yield Found("event", happening.id, where, happening_words(happening), words, None, None, None, None, day)


def _named(kind: str, key: str, title: str, words: str) -> Found:
    return Found(kind, key, href(kind, key), title, words, None, None, None, None, None)
