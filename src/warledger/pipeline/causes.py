"""Why a line of the record changed: which reports, versions, notices and decisions stand between two states of one ledger."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from functools import cached_property
from typing import Any

from warledger.exports.names import actor_names, place_names
from warledger.pipeline.citing import evidence_of, short
from warledger.pipeline.dossier import ruled
from warledger.pipeline.rulings import Finder, in_force
from warledger.pipeline.successors import successors, unchanged
from warledger.pipeline.view import View
from warledger.records.change import By, Cause
from warledger.records.claim import Claim
from warledger.records.decision import Decision, Verdict
from warledger.records.evidence import Ruled
from warledger.records.family import Correction, CorrectionKind, EdgeType
from warledger.records.status import ClaimStatus

#: Records quoted of one report.
_QUOTED = 3
_NOTICE = 320
#: What tells one statement from another when a notice is held against a change: numbers and names.
_TELLING = re.compile(r"\d[\d,.]*\d|\d|[A-Z][\w'’-]+")
_OF_NAMES = frozenset({Verdict.PLACE, Verdict.NAME})
_DONE = {
    Verdict.ACCEPT: "accepted",
    Verdict.REJECT: "rejected",
    Verdict.RESET: "took back what was decided of",
    Verdict.EDIT: "edited",
    Verdict.MERGE: "joined to another record",
    Verdict.SPLIT: "split from others",
    Verdict.PLACE: "placed",
    Verdict.NAME: "named",
    Verdict.UNDO: "undid",
}


class Causes:
    """What changed between two views of one monitor: `then`, and `now`, which holds all that `then` held."""

    def __init__(self, then: View, now: View) -> None:
        self._then, self._now = then, now
        self._counted_then = {c.id for c in then.current}
        self._counted_now = {c.id for c in now.current}
        self._home_then, self._home_now = ({m: h.id for h in v.state.happenings for m in h.members} for v in (then, now))

    @cached_property
    def documents(self) -> frozenset[str]:
        """The ids of the documents that became known in between."""
        return frozenset(self._now.state.witnesses.keys() - self._then.state.witnesses.keys())

    @cached_property
    def versions(self) -> dict[str, str]:
        """Documents that came in between and replace another (by id) -> the one replaced."""
        return {e.copy: e.origin for e in self._now.state.edges if e.type is EdgeType.VERSION and e.copy in self.documents}

    @cached_property
    def heirs(self) -> dict[str, str]:
        """Records of newer versions -> those of the older ones they follow."""
        return successors(self._then, self._now, self.versions)

    @cached_property
    def _repeated(self) -> frozenset[str]:
        """Records that a newer version says again just so, and those it says again: neither came nor went."""
        same = ((new, old) for new, old in self.heirs.items() if unchanged(self._then.by_id[old], self._now.by_id[new]))
        return frozenset(record for pair in same for record in pair)

    @cached_property
    def notices(self) -> tuple[Correction, ...]:
        """The corrections told by documents that came in between; what changed in silence, the newer version itself tells."""
        told = (c for c in self._now.state.corrections if c.kind is not CorrectionKind.SILENT)
        return tuple(c for c in told if c.document in self.documents)

    @cached_property
    def decisions(self) -> tuple[Decision, ...]:
        """The decisions made in between, in order."""
        before = {d.id for d in self._then.decisions}
        return tuple(d for d in self._now.decisions if d.id not in before)

    def ruled(self, decision: Decision) -> Ruled:
        """A decision as changes tell it."""
        return ruled(decision, self._taken_back(decision) if decision.verdict is Verdict.UNDO else None)

    def between(self, before: Collection[str], after: Collection[str], *values: Any) -> tuple[Cause, ...]:
        """Why a line that rested on the records `before` now rests on those `after`, and says otherwise: notices first, then newer
        versions, decisions and reports. `values` are what it said and says: a notice counts when it is about one of them."""
        came = {r for r in after if r in self._counted_now and r not in self._counted_then} - self._repeated
        went = {r for r in before if r in self._counted_then and r not in self._counted_now} - self._repeated
        found = [*self._told_by(came), *self._gone(went), *self._decided({*before, *after}, came | went)]
        documents = {self._now.by_id[r].document for r in came}
        found += [self._notice(n) for n in self.notices if n.document in documents and _is_about(n, values)]
        unique = {(c.by, c.docs, c.decision, c.words): c for c in found}
        return tuple(sorted(unique.values(), key=_order)) or (self._context(),)

    def _told_by(self, came: Iterable[str]) -> Iterator[Cause]:
        by_document: dict[str, list[Claim]] = defaultdict(list)
        for record in came:
            claim = self._now.by_id[record]
            if claim.document in self.documents:
                by_document[claim.document].append(claim)
        for document, claims in by_document.items():
            yield self._report(document, claims)

    def _report(self, document: str, claims: Iterable[Claim] = ()) -> Cause:
        witness, old = self._now.state.witnesses[document], self.versions.get(document)
        evidence = tuple(sorted(evidence_of(self._now, c) for c in claims)[:_QUOTED])
        if old is None:
            return Cause(By.REPORT, witness.known, f"reported by {witness.publisher or witness.doc}", (witness.doc,), evidence)
        earlier = self._now.names[old]
        return Cause(By.VERSION, witness.known, f"{witness.doc} is a newer version of {earlier}", (witness.doc, earlier), evidence)

    @cached_property
    def _newer(self) -> dict[str, str]:
        return {old: new for new, old in self.versions.items()}

    def _gone(self, went: Iterable[str]) -> Iterator[Cause]:
        for record in sorted(went):
            document = self._now.by_id[record].document
            status = self._now.state.status[record]
            if status is ClaimStatus.SUPERSEDED and document in self._newer:
                yield self._report(self._newer[document])
            elif status is ClaimStatus.CLUTTER:
                name = self._now.names[document]
                yield Cause(By.CONTEXT, None, f"its words stand on other pages of the site of {name} too: site furniture", (name,))

    def _notice(self, notice: Correction) -> Cause:
        witness = self._now.state.witnesses[notice.document]
        return Cause(By.CORRECTION, witness.known, short(notice.words, _NOTICE), (witness.doc,))

    def _context(self) -> Cause:
        return Cause(By.CONTEXT, None, "none of its records is new: what other reports say now decides what belongs together")

    def _decided(self, records: set[str], crossed: set[str]) -> Iterator[Cause]:
        about = [pair for record in records for pair in self._on_records.get(record, ())]
        if self._on_names:
            claims = [self._now.by_id[record] for record in records]
            names = {name for claim in claims for name in (*place_names(claim), *actor_names(claim))}
            about += [pair for name in names for pair in self._on_names.get(name, ())]
        for decision, in_effect in about:
            if self._matters(in_effect, records, crossed):
                day = dt.date.fromisoformat(decision.at[:10])
                yield Cause(By.DECISION, day, _decision_words(decision, in_effect), decision=self.ruled(decision))

    @cached_property
    def _on_records(self) -> dict[str, list[tuple[Decision, Decision]]]:
        """What was decided in between, by the record it is about."""
        found: dict[str, list[tuple[Decision, Decision]]] = defaultdict(list)
        for decision, in_effect in self._effects:
            record = None if in_effect.verdict in _OF_NAMES else self._finder.find(in_effect)
            if record is not None:
                found[record].append((decision, in_effect))
        return found

    @cached_property
    def _on_names(self) -> dict[str, list[tuple[Decision, Decision]]]:
        """What was decided in between, by the name it is about."""
        found: dict[str, list[tuple[Decision, Decision]]] = defaultdict(list)
        for decision, in_effect in self._effects:
            if in_effect.verdict in _OF_NAMES:
                found[in_effect.target].append((decision, in_effect))
        return found

    @cached_property
    def _effects(self) -> tuple[tuple[Decision, Decision], ...]:
        """(the decision made in between, the one that came into force by it or, by an undo, went out of it)."""
        then, now = ({d.id: d for d in in_force(v.decisions)} for v in (self._then, self._now))
        made = {d.id for d in self.decisions}
        undos = {taken.id: undo for undo in self.decisions if (taken := self._taken_back(undo))}  # of several the last
        gained = [(d if d.id in made else undos[d.id], d) for i, d in now.items() if i not in then]
        lost = [(undos[i], d) for i, d in then.items() if i not in now]
        return tuple(sorted((*gained, *lost), key=lambda pair: (pair[0].at, pair[0].id)))

    @cached_property
    def _by_id(self) -> dict[str, Decision]:
        return {d.id: d for d in self._now.decisions}

    def _taken_back(self, undo: Decision) -> Decision | None:
        """The decision that an undo, or a chain of them, is about."""
        found: Decision | None = undo
        while found is not None and found.verdict is Verdict.UNDO:
            found = self._by_id.get(found.target)
        return found if found is not undo else None

    @cached_property
    def _finder(self) -> Finder:
        return Finder(self._now.state.claims)

    def _matters(self, decision: Decision, records: set[str], crossed: set[str]) -> bool:
        """Whether the decision made a difference to a line of these records, `crossed` of which came or went."""
        verdict = decision.verdict
        if verdict in _OF_NAMES:
            return any(self._renamed(decision, self._now.by_id[r]) for r in records)
        record = self._finder.find(decision)
        if verdict in (Verdict.ACCEPT, Verdict.REJECT, Verdict.RESET):
            return record in crossed
        if verdict is Verdict.EDIT:
            return record in records and self._then.by_id.get(str(record)) != self._now.by_id.get(str(record))
        joined = verdict is Verdict.MERGE
        others = [decision.detail.get("with")] if joined else decision.detail.get("from") or []
        return record in records and any(self._parted(str(record), str(other)) for other in others)

    def _parted(self, one: str, other: str) -> bool:
        """Whether two records are together in one of the views and not in the other."""
        return len({home.get(one) is not None and home.get(one) == home.get(other) for home in (self._home_then, self._home_now)}) > 1

    def _renamed(self, decision: Decision, claim: Claim) -> bool:
        document, name = str(decision.detail.get("document") or ""), decision.target
        if document not in ("", claim.document):
            return False
        key = (claim.document, name)
        if decision.verdict is Verdict.PLACE:
            links = (v.state.links.places.get(key) for v in (self._then, self._now))
            return name in place_names(claim) and len({link.place if link else None for link in links}) > 1
        found = (v.state.links.actors.get(key) for v in (self._then, self._now))
        return name in actor_names(claim) and len({link.canonical if link else None for link in found}) > 1


def _decision_words(decision: Decision, in_effect: Decision) -> str:
    what = _DONE[in_effect.verdict]
    did = f"took back: {what}" if decision is not in_effect else what
    fields = ", ".join(f"{k} = {_value(v)}" for k, v in in_effect.detail.items()) if in_effect.verdict is Verdict.EDIT else ""
    target = in_effect.target
    if in_effect.verdict is Verdict.NAME:
        fields = f"= {in_effect.detail.get('canonical')}"
    why = f": {decision.reason}" if decision.reason else ""
    return f"{decision.decider} {did} {target}{f' ({fields})' if fields else ''}{why}"


def _value(value: Any) -> str:
    return "; ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)


def _is_about(notice: Correction, values: Iterable[Any]) -> bool:
    """Whether a number or name that the notice sets right is one of the values."""
    told = {t for part in (notice.wrong, notice.right) if part for t in _TELLING.findall(part.replace(",", ""))}
    return bool(told & {t for value in values for t in _TELLING.findall(str(value))})


def _order(cause: Cause) -> tuple[int, dt.date, str, str]:
    return list(By).index(cause.by), cause.day or dt.date.min, cause.words, cause.docs[0] if cause.docs else ""
