"""What was read and what was not: the counts every brief carries, and the list `gaps` prints."""

from __future__ import annotations

from collections import Counter, defaultdict

import msgspec

from warledger.pipeline.citing import short
from warledger.pipeline.standing import by_hand
from warledger.pipeline.view import View
from warledger.records.claim import FACTUAL
from warledger.records.reason import Problem, Reason, Severity
from warledger.records.status import ClaimStatus


class Unplaced(msgspec.Struct, frozen=True):
    """A place name that has no coordinates: why, how many documents use it, and one of them."""

    name: str
    reason: str
    documents: int
    example: str
    why: str


class Skipped(msgspec.Struct, frozen=True):
    """A sentence with a trigger that gave no claim."""

    doc: str
    start: int
    end: int
    trigger: str
    why: str
    words: str


class Gaps(msgspec.Struct, frozen=True):
    """Everything that was not done. `undated` lists documents without a date: their relative dates are open and their claims
    always known."""

    unread: tuple[Problem, ...]
    undated: tuple[str, ...]
    unplaced: tuple[Unplaced, ...]
    skipped: tuple[Skipped, ...]


def gaps_of(view: View) -> Gaps:
    """What was not read, not dated, not placed, not understood."""
    texts = {d.id: d for d in view.documents}
    skipped = (
        Skipped(view.names[g.document], g.span.start, g.span.end, g.trigger, g.why, short(g.span.of(texts[g.document].text), 160))
        for g in view.gaps
    )
    return Gaps(
        unread=tuple(sorted(view.state.unread)),
        undated=tuple(sorted(view.names[d.id] for d in view.documents if d.known is None)),
        unplaced=_unplaced(view),
        skipped=tuple(sorted(skipped, key=lambda s: (s.doc, s.start, s.end, s.trigger))),
    )


def read_of(view: View) -> tuple[str, ...]:
    """What was read, in sentences."""
    unread = view.state.unread
    failed = sum(p.severity is Severity.FAILED for p in unread)
    skipped = sum(p.severity is Severity.SKIPPED for p in unread)
    if view.state.known and not view.documents:
        sentences = [f"Nothing was known by then: no report in the ledger had been published by {view.state.known}."]
    else:
        sentences = _counts(view)
    if failed or skipped:
        sentences.append(f"Not read: {counted(failed, 'input')} failed, {skipped} passed over:")
    return tuple(sentences)


def _counts(view: View) -> list[str]:
    state = view.state
    families = {w.family for w in state.witnesses.values()}
    publishers = {w.publisher for w in state.witnesses.values() if w.publisher}
    copies = len(state.witnesses) - len(families)
    return [
        f"{counted(len(view.documents), 'document')} from {counted(len(publishers), 'named publisher')}; "
        f"without copies and versions of others ({copies}) {counted(len(families), 'independent text')}.",
        f"{counted(len(view.current), 'record')} in {counted(len(state.happenings), 'happening')}{_aside(view)}.",
    ]


def limits_of(view: View, *, happenings: int) -> tuple[str, ...]:
    """What was not done, in sentences with counts."""
    state = view.state
    unplaced = sum(h.lat is None for h in state.happenings)
    open_claims = sum(c.time is None for c in view.current)
    unreal = sum(c.modality not in FACTUAL for c in view.current)
    undated = sum(d.known is None for d in view.documents)
    skipped = len({(g.document, g.span) for g in view.gaps})
    sentences = [
        f"{counted(skipped, 'sentence')} with a word of war gave no record; {counted(unplaced, 'happening')} could not be placed; "
        f"{counted(open_claims, 'record')} have no date; {unreal} are denied, planned or hypothetical and not shown as having happened.",
        f"Statements, tolls, states and dates too vague to stand under a day are left out above: {len(state.happenings) - happenings} "
        "happenings are only in the export.",
    ]
    if undated:
        sentences.append(f"{counted(undated, 'document')} without a date: always counted as known.")
    if any(not by_hand(c) for c in view.current):
        sentences.append(
            "Records were taken by a machine and some are wrong: check a quote before you use it. `warledger gaps` lists what was missed."
        )
    return tuple(sentences)


def counted(count: int, noun: str) -> str:
    """`1 document`, `2 documents`."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _aside(view: View) -> str:
    counts = Counter(view.state.status.values())
    parts = [f"{counts[s]} {s.value}" for s in (ClaimStatus.SUPERSEDED, ClaimStatus.REJECTED, ClaimStatus.CLUTTER) if counts[s]]
    return f" (set aside: {', '.join(parts)})" if parts else ""


def _unplaced(view: View) -> tuple[Unplaced, ...]:
    found: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for (document, name), link in view.state.links.places.items():
        if link.place is None and document in view.names:
            found[name, (link.reason or Reason.NO_PLACE).value].append((view.names[document], link.why))
    listed = (Unplaced(name, reason, len(uses), *min(uses)) for (name, reason), uses in found.items())
    return tuple(sorted(listed, key=lambda u: (-u.documents, u.name, u.reason)))
