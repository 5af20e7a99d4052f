"""Who stands behind a claim: the original source it names, else the text's first publisher. Copies are one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping

from warledger.base.similarity import fold_name
from warledger.records.claim import Claim
from warledger.records.keys import actor_key, is_name, shown_name
from warledger.records.link import Links
from warledger.records.witness import Witness

Origins = Mapping[str, Witness]


def origins(witnesses: Mapping[str, Witness]) -> Origins:
    """Document id -> the witness its text came from: the origin of its family, or where none is said the member first published."""
    first: dict[str, Witness] = {}
    for witness in sorted(witnesses.values(), key=_age):
        first.setdefault(witness.family, witness)
    return {document: witnesses.get(w.origin or "") or first[w.family] for document, w in witnesses.items()}


def _age(witness: Witness) -> tuple[dt.date, str]:
    return witness.published or dt.date.max, witness.doc


def independent_sources(claims: Iterable[Claim], links: Links, first: Origins) -> tuple[str, ...]:
    """Names of the independent sources of the claims, sorted. A family counts once, and so does an original source cited by many."""
    found: dict[str, str] = {}
    for claim in _told_once(claims, first):
        key, name = source_of(claim, links, first)
        found.setdefault(key, name)
    return tuple(sorted(set(found.values())))


def _told_once(claims: Iterable[Claim], first: Origins) -> Iterator[Claim]:
    """The claims without those on words that another member of their family has too, the origin's before others': what is read beside
    the words of a copy (who "the group" is) makes no second source of them."""
    teller: dict[tuple[str, str], str] = {}
    for claim in sorted(claims, key=lambda c: (_family(c, first) != c.document, c.document, c.span, c.id)):
        words = (_family(claim, first), " ".join(claim.quote.casefold().split()))
        if teller.setdefault(words, claim.document) == claim.document:
            yield claim


def _family(claim: Claim, first: Origins) -> str:
    """The document its text came from."""
    origin = first.get(claim.document)
    return origin.document if origin else claim.document


def source_of(claim: Claim, links: Links, first: Origins) -> tuple[str, str]:
    """(key, name) of the original source: the first name in `said_by` that names a body or person (not "officials"), else the
    publisher of the family's origin, else the name of its document."""
    for name in claim.said_by:
        if is_name(links, claim.document, name):
            return actor_key(links, claim.document, name), shown_name(links, claim.document, name).removeprefix("the ")
    origin = first.get(claim.document)
    if origin is None:
        return claim.document, claim.document
    name = origin.publisher or origin.agency or ""
    return (fold_name(name), name) if name else (origin.document, origin.doc)
