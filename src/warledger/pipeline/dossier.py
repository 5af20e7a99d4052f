"""Everything a reviewer needs of one record: the words, what was read into them, what hangs on it, and who has decided on it before.

The terminal and the page show the same dossier.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from warledger.base.ids import content_id
from warledger.exports.events import event
from warledger.exports.records import record
from warledger.ledger.kept.questions import of_document, of_family
from warledger.pipeline.citing import evidence_of
from warledger.pipeline.explaining import Explanation, claim_in, explain
from warledger.pipeline.rulings import Finder, in_force
from warledger.pipeline.view import View
from warledger.records.claim import Claim
from warledger.records.decision import Decision, Verdict
from warledger.records.dispute import Dispute
from warledger.records.evidence import Evidence, Ruled

#: Fields of which the program is less sure than this are named.
_UNSURE = 0.7


class Against(msgspec.Struct, frozen=True):
    """One disagreement the record is a side of, and what the other side says."""

    id: str
    type: str
    real: bool
    why: str
    said: tuple[Evidence, ...]


class Near(msgspec.Struct, frozen=True):
    """A happening it might be joined with: its id, what it is, how many days apart, whether at the same place, and a record of it."""

    event: str
    what: str
    days: int
    same_place: bool
    said: Evidence


class Dossier(msgspec.Struct, frozen=True):
    """`mark` changes when anything of the record does: who decides gives back the mark they saw. `together` are the other records of
    its happening, `copies` those that say just the same in other copies of the text, `unsure` the fields the program is least sure of,
    `decisions` what was decided of it and holds."""

    mark: str
    explanation: Explanation
    title: str | None
    published: str | None
    publisher: str | None
    url: str | None
    together: tuple[Evidence, ...]
    copies: tuple[Evidence, ...]
    against: tuple[Against, ...]
    unsure: tuple[str, ...]
    decisions: tuple[Ruled, ...]


def dossier(view: View, wanted: str) -> Dossier:
    """The dossier of the record with that id, or the one id that begins so.

    Raises:
        UsageError: no such record, or several (they are listed).
    """
    claim = claim_in(view, wanted)
    witness = view.state.witnesses[claim.document]
    explanation = explain(view, claim.id)
    home = view.home_of(claim)
    return Dossier(
        mark=mark(view, claim),
        explanation=explanation,
        title=witness.title,
        published=witness.published.isoformat() if witness.published else None,
        publisher=witness.publisher,
        url=witness.url,
        together=tuple(evidence_of(view, view.by_id[m]) for m in (home.members if home else ()) if m != claim.id),
        copies=tuple(evidence_of(view, copy) for copy in copies_of(view, claim)),
        against=tuple(_against(view, claim, d) for d in view.disputes_of([claim.id])),
        unsure=tuple(f.field for f in explanation.fields if f.confidence is not None and f.confidence < _UNSURE),
        decisions=tuple(ruled(d) for d in decided(view, claim)),
    )


def mark(view: View, claim: Claim) -> str:
    """What a record looks like now, and with whom it stands, as one code."""
    home = view.home_of(claim)
    shown: dict[str, Any] = record(view.state, claim)
    return content_id("m", shown, event(home, {}) if home else None)


def copies_of(view: View, claim: Claim) -> tuple[Claim, ...]:
    """The records that count and say just the same in other documents of its family."""
    told = same_words(view, claim)
    return tuple(c for c in of_family(view.parts, told[0], claim.kind) if c.id != claim.id and same_words(view, c) == told)


def same_words(view: View, claim: Claim) -> tuple[Any, ...]:
    """What copies of one record share: the family of the text, the kind, the words, what was read into them."""
    words = " ".join(claim.quote.split()).casefold()
    return view.state.witnesses[claim.document].family, words, claim.content, claim.modality, claim.places


def decided(view: View, claim: Claim) -> Iterator[Decision]:
    """The decisions on the record that hold, in order."""
    finder = Finder(of_document(view.parts, claim.document))
    named = (Verdict.PLACE, Verdict.NAME)
    return (d for d in in_force(view.decisions) if d.verdict not in named and finder.find(d) == claim.id)


def ruled(decision: Decision, undone: Decision | None = None) -> Ruled:
    """A decision as pages tell it; an `undo` with the decision it took back."""
    target = undone.target if undone else decision.target
    verdict = undone.verdict.value if undone else None
    return Ruled(decision.id, decision.decider, decision.at, decision.verdict.value, target, decision.reason, verdict)


def _against(view: View, claim: Claim, dispute: Dispute) -> Against:
    other = dispute.b if claim.id in dispute.a else dispute.a
    said = tuple(evidence_of(view, view.by_id[r]) for r in other)
    return Against(dispute.id, dispute.type, dispute.real, dispute.why, said)
