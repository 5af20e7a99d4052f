"""What of the state may stand under a date, and what of the texts is counted as missed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from warledger.records.claim import FACTUAL, Claim, Control
from warledger.records.event import Happening
from warledger.records.gap import Gap
from warledger.records.reason import GapReason

#: Kinds that say what happened; statements, tolls and strengths are told elsewhere.
DEEDS = frozenset({"event", "control", "movement", "agreement"})
#: A happening vaguer than this says too little of when to stand under a date (days).
VAGUE = 45
#: Reasons about whole passages, not about a word.
WHOLE = frozenset({GapReason.TOO_LONG, GapReason.OFF_TOPIC})


def is_told(happening: Happening, claims: Sequence[Claim]) -> bool:
    """Whether somebody says that it did happen, with a date that says when. `claims` are its members."""
    start, end = happening.start, happening.end
    if start is None or end is None or (end - start).days > VAGUE or _is_state(claims):
        return False
    return any(c.modality in FACTUAL and c.kind in DEEDS for c in claims)


def sentences_missed(gaps: Iterable[Gap]) -> int:
    """How many sentences with a word of war gave no record."""
    return len({(g.document, g.span) for g in gaps if g.refusal.reason not in WHOLE})


def _is_state(claims: Sequence[Claim]) -> bool:
    return all(isinstance(c.content, Control) and c.content.mode == "holds" for c in claims)
