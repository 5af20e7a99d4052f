"""What becomes of each claim: whether it counts, and if not, why not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from warledger.base.spans import Span
from warledger.records.claim import Claim, Statement
from warledger.records.decision import Verdict
from warledger.records.document import BlockKind, Document
from warledger.records.family import Correction, CorrectionKind
from warledger.records.status import ClaimStatus

if TYPE_CHECKING:
    from warledger.stages.families.find import FamilyFindings

#: How the maker of a hand-coded record begins, and how it ends when the coding stands beside the machine's.
HAND = "hand:"
BESIDE = "/beside"


def by_hand(claim: Claim) -> bool:
    """Whether a person coded it."""
    return claim.maker.startswith(HAND)


def statuses(
    claims: Sequence[Claim],
    documents: Iterable[Document],
    findings: FamilyFindings,
    verdicts: Mapping[str, Verdict],
) -> dict[str, ClaimStatus]:
    """The status of every claim, by claim id. A person's last verdict goes first; then the newer version of the document;
    then hand coding, which replaces the machine's records of its document; then (never for hand-coded records) words that a notice puts
    right and notices themselves, which tell of texts and not of the war, and site clutter, captions among it.

    `findings` are what the families stage found; `verdicts` are people's last ones, by claim id.
    """
    coded = frozenset(c.document for c in claims if by_hand(c) and not c.maker.endswith(BESIDE))
    furniture = {d.id: _furniture(d, findings.clutter.get(d.id, ())) for d in documents}
    wrong, notices = _put_right(findings.corrections)
    made = {}
    for claim in claims:
        verdict = verdicts.get(claim.id)
        if verdict is Verdict.REJECT:
            made[claim.id] = ClaimStatus.REJECTED
        elif verdict is Verdict.ACCEPT:
            made[claim.id] = ClaimStatus.CURRENT
        else:
            off = wrong.get(claim.document, ()), notices.get(claim.document, ()), furniture[claim.document]
            made[claim.id] = _replaced(claim, coded, findings.superseded) or _off_the_report(claim, *off)
    return made


def put_right(claims: Iterable[Claim], status: Mapping[str, ClaimStatus], findings: FamilyFindings) -> tuple[Claim, ...]:
    """The claims that do not count since a notice or a newer copy of their text has other words in place of theirs."""
    wrong, _ = _put_right(findings.corrections)
    return tuple(
        c
        for c in claims
        if status[c.id] is ClaimStatus.SUPERSEDED
        and c.document not in findings.superseded
        and _mostly_in(c.span, wrong.get(c.document, ()))
    )


def _replaced(claim: Claim, coded: frozenset[str], superseded: frozenset[str]) -> ClaimStatus | None:
    if claim.document in superseded:
        return ClaimStatus.SUPERSEDED
    if by_hand(claim):
        return ClaimStatus.CURRENT
    return ClaimStatus.SUPERSEDED if claim.document in coded else None


def _off_the_report(claim: Claim, wrong: Sequence[Span], notices: Sequence[Span], furniture: Sequence[Span]) -> ClaimStatus:
    if claim.block in (BlockKind.CLUTTER, BlockKind.CAPTION) or _mostly_in(claim.span, furniture):
        return ClaimStatus.CLUTTER
    told = claim.block == BlockKind.NOTICE or _mostly_in(claim.span, notices)
    if _mostly_in(claim.span, wrong) or (told and not isinstance(claim.content, Statement)):
        return ClaimStatus.SUPERSEDED
    return ClaimStatus.CURRENT


def _put_right(corrections: Iterable[Correction]) -> tuple[dict[str, list[Span]], dict[str, list[Span]]]:
    """The passages whose words are wrong, and the notices, by document."""
    wrong: dict[str, list[Span]] = defaultdict(list)
    notices: dict[str, list[Span]] = defaultdict(list)
    for correction in corrections:
        if correction.kind is not CorrectionKind.SILENT:
            notices[correction.document].append(Span(correction.start, correction.end))
        for passage in correction.replaced:
            wrong[passage.document].append(Span(passage.start, passage.end))
    return wrong, notices


def _furniture(document: Document, found: Sequence[Span]) -> list[Span]:
    return [*found, *(b.span for b in document.blocks if b.kind is BlockKind.CLUTTER)]


def _mostly_in(span: Span, stretches: Sequence[Span]) -> bool:
    return any(2 * (min(span.end, s.end) - max(span.start, s.start)) > len(span) for s in stretches)
