"""Claims as citations and as short words, for the pages people read."""

from __future__ import annotations

import re
from collections.abc import Iterable

from warledger.exports.brief.page import Citation
from warledger.pipeline.view import View
from warledger.records.claim import Claim, Modality
from warledger.records.evidence import Evidence

#: Characters of a quote in a list of evidence.
_QUOTE = 160
_BLANKS = re.compile(r"\s+")


def cite(view: View, claim: Claim) -> Citation:
    """Where the claim's words stand, and who published them."""
    witness = view.state.witnesses[claim.document]
    return Citation(claim.id, witness.doc, claim.span.start, claim.span.end, witness.publisher)


def cite_all(view: View, claims: Iterable[Claim]) -> tuple[Citation, ...]:
    """One citation a document, in the order of the claims."""
    seen: dict[str, Citation] = {}
    for claim in claims:
        seen.setdefault(claim.document, cite(view, claim))
    return tuple(seen.values())


def evidence_of(view: View, claim: Claim) -> Evidence:
    """The claim's words, cut to a line or two, where they stand, and who says so."""
    span = claim.span
    return Evidence(view.names[claim.document], span.start, span.end, claim.id, says_who(view, claim), short(claim.quote, _QUOTE))


def short(text: str, most: int) -> str:
    """At most `most` characters on one line, cut at a word."""
    flat = _BLANKS.sub(" ", text).strip()
    if len(flat) <= most:
        return flat
    cut = flat[: most - 3].rsplit(" ", 1)[0]
    return f"{cut}..."


def says_who(view: View, claim: Claim) -> str:
    """Who says so: the chain the text gives, else its publisher, else its name."""
    witness = view.state.witnesses[claim.document]
    return ", ".join(claim.said_by) or witness.publisher or witness.doc


def firmest(claims: Iterable[Claim]) -> Modality:
    """The firmest modality any of them has."""
    order = list(Modality)
    return min((c.modality for c in claims), key=order.index)
