"""Decisions, made ready to be kept: checked against the record or name they are about. The terminal and the page both use this."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from warledger.base.errors import UsageError
from warledger.pipeline.coded import BadRecord
from warledger.pipeline.dossier import copies_of, mark
from warledger.pipeline.editing import with_fields
from warledger.pipeline.explaining import claim_in
from warledger.pipeline.view import View
from warledger.records.claim import Claim
from warledger.records.decision import Anchor, Decision, Verdict
from warledger.records.place import Place

#: UCDP `where_prec` codes.
_PRECISIONS = range(1, 8)


class Outdated(UsageError):
    """The record is no longer what the reviewer saw: read anew, edited by somebody else, or put into another happening."""


@dataclass(frozen=True)
class Desk:
    """Where one person decides: over a view, under a name, by a clock that gives instants (ISO, UTC).

    Every method gives the decision; keeping it is the caller's. `seen` is the mark of the dossier the person looked at: when the view
    shows the record otherwise by now, nothing is decided.
    """

    view: View
    decider: str
    clock: Callable[[], str]

    def judge(self, record: str, verdict: Verdict, reason: str = "", *, seen: str = "") -> Decision:
        """Accept, reject or reset a record.

        Raises:
            UsageError: no such record, or another verdict.
            Outdated: it is not what was seen.
        """
        if verdict not in (Verdict.ACCEPT, Verdict.REJECT, Verdict.RESET):
            raise UsageError(f"{verdict.value} is no judgement of a record", mend="accept, reject or reset")
        return self._of(self._seen(record, seen), verdict, reason, {})

    def judge_copies(self, record: str, verdict: Verdict, reason: str = "", *, seen: str = "") -> tuple[Decision, ...]:
        """The same judgement of the record and of those that say just the same in copies of its text: the words are read once.

        Raises:
            UsageError: no such record, or another verdict.
            Outdated: it is not what was seen.
        """
        copies = copies_of(self.view, claim_in(self.view, record))
        return (self.judge(record, verdict, reason, seen=seen), *(self.judge(c.id, verdict, reason) for c in copies))

    def edit(self, record: str, changes: Mapping[str, Any], reason: str = "", *, seen: str = "") -> Decision:
        """Change fields of a record, named and written as the export writes them.

        Raises:
            UsageError: no such record or field, or a value that does not fit.
            Outdated: it is not what was seen.
        """
        claim = self._seen(record, seen)
        decision = self._of(claim, Verdict.EDIT, reason, changes)
        try:
            with_fields(claim, changes, decision)
        except BadRecord as error:
            raise UsageError(error.detail, mend="Write values as `warledger explain DIR RECORD --json` shows them") from error
        return decision

    def merge(self, record: str, other: str, reason: str = "", *, seen: str = "") -> Decision:
        """Two records tell of one happening.

        Raises:
            UsageError: no such records, or one with itself.
            Outdated: the first is not what was seen.
        """
        claim, second = self._seen(record, seen), claim_in(self.view, other)
        if claim.id == second.id:
            raise UsageError("a record cannot be joined with itself", mend="Name another record")
        return self._of(claim, Verdict.MERGE, reason, {"with": second.id})

    def split(self, record: str, reason: str = "", *, seen: str = "") -> Decision:
        """A record tells of another happening than those it was put with.

        Raises:
            UsageError: no such record, or it stands alone already.
            Outdated: it is not what was seen.
        """
        claim = self._seen(record, seen)
        home = self.view.home_of(claim)
        others = sorted(m for m in (home.members if home else ()) if m != claim.id)
        if not others:
            raise UsageError(f"{claim.id} stands alone already", mend="Only a record put together with others can be split off")
        return self._of(claim, Verdict.SPLIT, reason, {"from": others})

    def place(self, name: str, place: Place | None, *, document: str = "", where_prec: int = 1, reason: str = "") -> Decision:
        """Where a name of a place is, or (`None`) that it is no place; in one document (its id), or wherever it stands.

        Raises:
            UsageError: no record names such a place, or the code is no `where_prec`.
        """
        self._used(name, document, "place", self.view.state.links.places)
        if where_prec not in _PRECISIONS:
            raise UsageError(f"where_prec {where_prec} is no code", mend="1 the place itself ... 7 international waters; see the codebook")
        given = None if place is None else msgspec.to_builtins(place)
        return self._named(name, Verdict.PLACE, reason, {"place": given, "where_prec": where_prec}, document)

    def name(self, name: str, canonical: str, *, document: str = "", reason: str = "") -> Decision:
        """Which actor a name means; in one document (its id), or wherever it stands.

        Raises:
            UsageError: no record names such an actor, or no actor is given.
        """
        self._used(name, document, "actor", self.view.state.links.actors)
        if not canonical.strip():
            raise UsageError("no actor given", mend="Write the actor's name, as in actors.toml where it is listed")
        return self._named(name, Verdict.NAME, reason, {"canonical": canonical}, document)

    def undo(self, decision: Decision, reason: str = "") -> Decision:
        """Takes a decision back; undoing that brings it back again."""
        return Decision(decision.id, Verdict.UNDO, self.decider, self.clock(), reason, {}, decision.anchor)

    def _seen(self, record: str, seen: str) -> Claim:
        claim = claim_in(self.view, record)
        if seen and mark(self.view, claim) != seen:
            raise Outdated(f"{claim.id} is no longer what you saw; nothing was decided", mend="Look at it again, then decide")
        return claim

    def _of(self, claim: Claim, verdict: Verdict, reason: str, detail: Mapping[str, Any]) -> Decision:
        anchor = Anchor(claim.document, claim.kind, claim.span, claim.quote)
        return Decision(claim.id, verdict, self.decider, self.clock(), reason, dict(detail), anchor)

    def _used(self, name: str, document: str, what: str, names: Iterable[tuple[str, str]]) -> None:
        """A name nobody uses is a slip of the keys: a decision on it would change nothing."""
        if not name.strip():
            raise UsageError("no name given", mend="Write the name as the text has it")
        used = {written for (found, written) in names if document in ("", found)}
        if name not in used:
            near = difflib.get_close_matches(name, sorted(used), n=3, cutoff=0.5)
            where = " in this report" if document else ""
            mend = f"Near it: {', '.join(near)}" if near else "Write it as the text has it"
            raise UsageError(f'no record names the {what} "{name}"{where}', mend=mend)

    def _named(self, name: str, verdict: Verdict, reason: str, detail: Mapping[str, Any], document: str) -> Decision:
        return Decision(name, verdict, self.decider, self.clock(), reason, {**detail, **({"document": document} if document else {})})
