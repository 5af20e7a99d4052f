"""Decisions, made ready to be kept: checked against the record or name they are about. The terminal and the page both use this."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from warledger.base.errors import UsageError
from warledger.pipeline.coded import BadRecord
from warledger.pipeline.editing import with_fields
from warledger.pipeline.explaining import claim_in
from warledger.pipeline.view import View
from warledger.records.claim import Claim
from warledger.records.decision import Anchor, Decision, Verdict
from warledger.records.place import Place


@dataclass(frozen=True)
class Desk:
    """Where one person decides: over a view, under a name, by a clock that gives instants (ISO, UTC)."""

    view: View
    decider: str
    clock: Callable[[], str]

    def judge(self, record: str, verdict: Verdict, reason: str = "") -> Decision:
        """Accept, reject or reset a record.

        Raises:
            UsageError: no such record.
        """
        return self._of(claim_in(self.view, record), verdict, reason, {})

    def edit(self, record: str, changes: Mapping[str, Any], reason: str = "") -> Decision:
        """Change fields of a record, named and written as the export writes them.

        Raises:
            UsageError: no such record or field, or a value that does not fit.
        """
        claim = claim_in(self.view, record)
        decision = self._of(claim, Verdict.EDIT, reason, changes)
        try:
            with_fields(claim, changes, decision)
        except BadRecord as error:
            raise UsageError(error.detail, mend="Write values as `warledger explain DIR RECORD --json` shows them") from error
        return decision

    def merge(self, record: str, other: str, reason: str = "") -> Decision:
        """Two records tell of one happening.

        Raises:
            UsageError: no such records, or one with itself.
        """
        claim, second = claim_in(self.view, record), claim_in(self.view, other)
        if claim.id == second.id:
            raise UsageError("a record cannot be joined with itself", mend="Name another record")
        return self._of(claim, Verdict.MERGE, reason, {"with": second.id})

    def split(self, record: str, reason: str = "") -> Decision:
        """A record tells of another happening than those it was put with.

        Raises:
            UsageError: no such record, or it stands alone already.
        """
        claim = claim_in(self.view, record)
        members = next((h.members for h in self.view.state.happenings if claim.id in h.members), ())
        others = sorted(m for m in members if m != claim.id)
        if not others:
            raise UsageError(f"{claim.id} stands alone already", mend="Only a record put together with others can be split off")
        return self._of(claim, Verdict.SPLIT, reason, {"from": others})

    def place(self, name: str, place: Place | None, *, document: str = "", where_prec: int = 1, reason: str = "") -> Decision:
        """Where a name of a place is, or (`None`) that it is no place; in one document, or wherever it stands."""
        given = None if place is None else msgspec.to_builtins(place)
        return self._named(name, Verdict.PLACE, reason, {"place": given, "where_prec": where_prec}, document)

    def name(self, name: str, canonical: str, *, document: str = "", reason: str = "") -> Decision:
        """Which actor a name means; in one document, or wherever it stands."""
        return self._named(name, Verdict.NAME, reason, {"canonical": canonical}, document)

    def undo(self, decision: Decision, reason: str = "") -> Decision:
        """Takes a decision back; undoing that brings it back again."""
        return Decision(decision.id, Verdict.UNDO, self.decider, self.clock(), reason, {}, decision.anchor)

    def _of(self, claim: Claim, verdict: Verdict, reason: str, detail: Mapping[str, Any]) -> Decision:
        anchor = Anchor(claim.document, claim.kind, claim.span, claim.quote)
        return Decision(claim.id, verdict, self.decider, self.clock(), reason, dict(detail), anchor)

    def _named(self, name: str, verdict: Verdict, reason: str, detail: Mapping[str, Any], document: str) -> Decision:
        if not name.strip():
            raise UsageError("no name given", mend="Write the name as the text has it")
        return Decision(name, verdict, self.decider, self.clock(), reason, {**detail, **({"document": document} if document else {})})
