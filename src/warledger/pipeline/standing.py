"""What becomes of each claim: whether it counts, and if not, why not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from warledger.base.spans import Span
from warledger.records.claim import Claim
from warledger.records.decision import Verdict
from warledger.records.document import BlockKind, Document
from warledger.records.status import ClaimStatus

#: How the maker of a hand-coded record begins, and how it ends when the coding stands beside the machine's.
HAND = "hand:"
BESIDE = "/beside"


def by_hand(claim: Claim) -> bool:
    """Whether a person coded it."""
    return claim.maker.startswith(HAND)


def statuses(
    claims: Sequence[Claim],
    documents: Iterable[Document],
    clutter: Mapping[str, Sequence[Span]],
    superseded: frozenset[str],
    verdicts: Mapping[str, Verdict],
) -> dict[str, ClaimStatus]:
    """The status of every claim, by claim id. A person's last verdict goes first; then the newer version of the document;
    then hand coding, which replaces the machine's records of its document; then site clutter (never for hand-coded records).

    `clutter` and `superseded` are what the families stage found, by document id; `verdicts` are people's last ones, by claim id.
    """
    coded = frozenset(c.document for c in claims if by_hand(c) and not c.maker.endswith(BESIDE))
    furniture = {d.id: _furniture(d, clutter.get(d.id, ())) for d in documents}
    made = {}
    for claim in claims:
        verdict = verdicts.get(claim.id)
        if verdict is Verdict.REJECT:
            made[claim.id] = ClaimStatus.REJECTED
        elif verdict is Verdict.ACCEPT:
            made[claim.id] = ClaimStatus.CURRENT
        else:
            made[claim.id] = _status(claim, coded, superseded, furniture[claim.document])
    return made


def _status(claim: Claim, coded: frozenset[str], superseded: frozenset[str], furniture: Sequence[Span]) -> ClaimStatus:
    if claim.document in superseded:
        return ClaimStatus.SUPERSEDED
    if by_hand(claim):
        return ClaimStatus.CURRENT
    if claim.document in coded:
        return ClaimStatus.SUPERSEDED
    return ClaimStatus.CLUTTER if claim.block == BlockKind.CLUTTER or _mostly_in(claim.span, furniture) else ClaimStatus.CURRENT


def _furniture(document: Document, found: Sequence[Span]) -> list[Span]:
    return [*found, *(b.span for b in document.blocks if b.kind is BlockKind.CLUTTER)]


def _mostly_in(span: Span, stretches: Sequence[Span]) -> bool:
    return any(2 * (min(span.end, s.end) - max(span.start, s.start)) > len(span) for s in stretches)
