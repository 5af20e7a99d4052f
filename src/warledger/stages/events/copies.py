"""Claims that are one record in copies of one text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence, Set

from rapidfuzz import fuzz

from warledger.records.claim import Claim
from warledger.stages.events.facets import Facet

#: Alike in letters (of 100): the words of one record in a copy after house editing, and after a correction of a figure.
EDITED, CORRECTED = 85, 93

_WORD = re.compile(r"[^\W_]+")


def copied(a: Facet, b: Facet) -> bool:
    """Whether the two stand in different copies of one text."""
    return a.family == b.family and a.document != b.document


def same_record(a: Facet, b: Facet) -> bool:
    """Whether the two are one record in two copies of a text, edited a little; with nothing but a figure changed, a correction."""
    if not copied(a, b) or a.kind != b.kind or (a.place, a.groups) != (b.place, b.groups):
        return False
    return fuzz.ratio(a.quote, b.quote) >= (EDITED if a.counts == b.counts else CORRECTED)


def copies(claims: Sequence[Claim], facets: Mapping[str, Facet], alone: Set[str] = frozenset()) -> dict[str, list[str]]:
    """Claims that are the same record in copies of one text, by the id that stands for them: (that id first).

    Two copies have the same record when kind, deed, places and words are the same; the n-th such record of one copy is the n-th of another.
    Those in `alone` stand for themselves.
    """
    slots: dict[tuple[object, ...], list[str]] = defaultdict(list)
    nth: dict[tuple[object, ...], int] = defaultdict(int)
    for claim in sorted(claims, key=lambda c: (c.document, c.span, sorted(facets[c.id].doers.keys), c.id)):
        facet = facets[claim.id]
        key = (facet.family, facet.kind, facet.action, facet.reality, facet.place, facet.around, facet.groups, _words(claim.quote))
        at = nth[(claim.document, *key)]
        nth[(claim.document, *key)] += 1
        slots[(claim.id,) if claim.id in alone else (*key, at)].append(claim.id)
    return {min(ids): sorted(ids) for ids in slots.values()}


def _words(quote: str) -> str:
    return " ".join(_WORD.findall(quote.casefold()))
