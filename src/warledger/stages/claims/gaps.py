"""What a sentence did not give, and why: words of war that no record came of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from warledger.base.spans import Span
from warledger.records.claim import Modality
from warledger.records.document import Block
from warledger.records.gap import Gap, Refusal
from warledger.records.reason import GapReason
from warledger.stages.claims.diary import worth_noting
from warledger.stages.claims.draft import Draft
from warledger.stages.claims.scene import Scene

#: Frames of this kind tell nothing of their own: they fill a field of another's record.
_ASIDE = "giving_way"


def unsaid(draft: Draft) -> GapReason | None:
    """Why a draft is no record: the text says itself that it is not so, or a statement that nobody has made."""
    modality = draft.attribution.modality if draft.attribution else Modality.ASSERTED
    if modality is Modality.DENIED and draft.attribution and draft.attribution.verb is None:
        return GapReason.NEGATED
    if modality is Modality.HYPOTHETICAL and draft.content.__struct_config__.tag == "statement":
        return GapReason.HYPOTHETICAL
    return None if worth_noting(draft) else GapReason.AIM


def gaps_of(document: str, scene: Scene) -> Iterator[Gap]:
    """The gaps of a sentence that gave no record, one for each word, by its first frame; words that are part of another's are left out."""
    found = dict.fromkeys(scene.dropped)
    first_of = {t.token.i: t for t in reversed(scene.triggers) if t.refused}
    found |= {(t.words, t.refused): None for _, t in sorted(first_of.items(), key=lambda item: item[0]) if t.refused}
    telling = [t for t in scene.triggers if t.frame.kind != _ASIDE]
    if telling and not found:
        first = telling[0]
        found[first.words, Refusal(first.frame.id, GapReason.UNEXPLAINED)] = None
    yield from (Gap(document, scene.span, words, refusal.code) for words, refusal in found)


def cut_short(document: str, block: Block, longest: int) -> Iterator[Gap]:
    """The end of a block too long to be parsed."""
    if len(block.span) > longest:
        yield Gap(document, Span(block.span.start + longest, block.span.end), "", Refusal("", GapReason.TOO_LONG).code)


def off_topic(document: str, passed: Sequence[Span]) -> Iterator[Gap]:
    """One gap over all sentences that were passed over in a text about something else: piles of such texts shall not bury other gaps."""
    if passed:
        counted = f"{len(passed)} sentence{'s' if len(passed) > 1 else ''}"
        yield Gap(document, passed[0].joined(passed[-1]), counted, Refusal("", GapReason.OFF_TOPIC).code)
