"""What was read and what was not: the counts every brief carries, and the list `gaps` prints."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import msgspec

from warledger.ledger.kept.questions import Tally
from warledger.pipeline.citing import short
from warledger.pipeline.told import WHOLE
from warledger.pipeline.view import View
from warledger.records.gap import MEANING, Gap
from warledger.records.reason import GapReason, Problem, Reason, Severity
from warledger.records.status import ClaimStatus

#: Examples shown of one cause.
_EXAMPLES = 3
#: Reasons that hang on the class of a noun.
_BY_NOUN = frozenset({GapReason.NOT_ARMED, GapReason.NOT_PEOPLE, GapReason.NOT_A_PLACE, GapReason.NO_PARTY, GapReason.WRONG_KIND})


class Unplaced(msgspec.Struct, frozen=True):
    """A place name that has no coordinates: why, how many documents use it, and one of them."""

    name: str
    reason: str
    documents: int
    example: str
    why: str


class Skipped(msgspec.Struct, frozen=True):
    """A word of a sentence that gave no claim: its frame, the reason, and the field the reason is about."""

    doc: str
    start: int
    end: int
    trigger: str
    frame: str
    reason: GapReason
    field: str
    words: str


class Missed(msgspec.Struct, frozen=True):
    """One cause of gaps: the same word, frame, reason and field. `mend` says which entry of which list decides."""

    trigger: str
    frame: str
    reason: GapReason
    field: str
    count: int
    documents: int
    meaning: str
    mend: str
    examples: tuple[Skipped, ...]


class Gaps(msgspec.Struct, frozen=True):
    """Everything that was not done. `undated` lists documents without a date: their relative dates are open and their claims
    always known. `causes` groups `skipped`, the cause that recurs most first."""

    unread: tuple[Problem, ...]
    undated: tuple[str, ...]
    unplaced: tuple[Unplaced, ...]
    skipped: tuple[Skipped, ...]
    causes: tuple[Missed, ...] = ()


def gaps_of(view: View) -> Gaps:
    """What was not read, not dated, not placed, not understood."""
    texts = {d.id: d.text for d in view.documents}
    listed = (_skipped(gap, view.names[gap.document], texts[gap.document]) for gap in view.gaps)
    skipped = tuple(sorted(listed, key=lambda s: (s.doc, s.start, s.end, s.trigger)))
    return Gaps(
        unread=tuple(sorted(view.state.unread)),
        undated=tuple(sorted(view.names[d.id] for d in view.documents if d.known is None)),
        unplaced=_unplaced(view),
        skipped=skipped,
        causes=causes_of(skipped),
    )


def causes_of(skipped: Iterable[Skipped]) -> tuple[Missed, ...]:
    """The gaps by what caused them, the one that recurs most first."""
    groups: dict[tuple[str, str, GapReason, str], list[Skipped]] = defaultdict(list)
    for one in skipped:
        key = ("" if one.reason is GapReason.OFF_TOPIC else one.trigger, one.frame, one.reason, one.field)
        groups[key].append(one)
    found = (
        Missed(*key, len(rows), len({r.doc for r in rows}), MEANING[key[2]], _mend(key[1], key[2], key[3]), tuple(rows[:_EXAMPLES]))
        for key, rows in groups.items()
    )
    return tuple(sorted(found, key=lambda m: (m.reason in WHOLE, -m.count, m.frame, m.trigger, m.reason, m.field)))


def _skipped(gap: Gap, name: str, text: str) -> Skipped:
    why = gap.refusal
    return Skipped(name, gap.span.start, gap.span.end, gap.trigger, why.frame, why.reason, why.field, short(gap.span.of(text), 160))


def _mend(frame: str, reason: GapReason, field: str) -> str:
    """Where an expert would look."""
    if reason in WHOLE or not frame:
        return ""
    if frame.startswith("statement."):
        return "reporting.toml" if reason is not GapReason.NEGATED else "modality.toml"
    at = f"frames.toml, {frame}"
    if reason in _BY_NOUN:
        return f"{at}; nouns.toml, should the word there be of another class"
    return f"{at}: roles of {field}" if reason is GapReason.UNFILLED and field else at


def read_of(view: View) -> tuple[str, ...]:
    """What was read, in sentences."""
    unread = view.state.unread
    failed = sum(p.severity is Severity.FAILED for p in unread)
    skipped = sum(p.severity is Severity.SKIPPED for p in unread)
    if view.state.known and not view.tally.documents:
        sentences = [f"Nothing was known by then: no report in the ledger had been published by {view.state.known}."]
    else:
        sentences = _counts(view)
    if failed or skipped:
        sentences.append(f"Not read: {counted(failed, 'input')} failed, {skipped} passed over:")
    return tuple(sentences)


def _counts(view: View) -> list[str]:
    tally = view.tally
    return [
        f"{counted(tally.documents, 'document')} from {counted(tally.publishers, 'named publisher')}; "
        f"without copies and versions of others ({tally.documents - tally.families}) {counted(tally.families, 'independent text')}.",
        f"{counted(tally.current, 'record')} in {counted(tally.happenings, 'happening')}{_aside(tally)}.",
    ]


def limits_of(view: View, *, happenings: int) -> tuple[str, ...]:
    """What was not done, in sentences with counts."""
    tally = view.tally
    sentences = [
        f"{counted(tally.sentences, 'sentence')} with a word of war gave no record; {counted(tally.unplaced, 'happening')} could not be "
        f"placed; {counted(tally.timeless, 'record')} have no date; {tally.unreal} are denied, planned or hypothetical and not shown as "
        "having happened.",
        f"Statements, tolls, states and dates too vague to stand under a day are left out above: {tally.happenings - happenings} "
        "happenings are only in the export.",
    ]
    if tally.undated:
        sentences.append(f"{counted(tally.undated, 'document')} without a date: always counted as known.")
    if tally.machine:
        sentences.append(
            "Records were taken by a machine and some are wrong: check a quote before you use it. `warledger gaps` lists what was missed."
        )
    return tuple(sentences)


def counted(count: int, noun: str) -> str:
    """`1 document`, `2 documents`."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _aside(tally: Tally) -> str:
    counts = tally.statuses
    parts = [f"{n} {s.value}" for s in (ClaimStatus.SUPERSEDED, ClaimStatus.REJECTED, ClaimStatus.CLUTTER) if (n := counts.get(s.value))]
    return f" (set aside: {', '.join(parts)})" if parts else ""


def _unplaced(view: View) -> tuple[Unplaced, ...]:
    found: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for (document, name), link in view.state.links.places.items():
        if link.place is None and document in view.names:
            found[name, (link.reason or Reason.NO_PLACE).value].append((view.names[document], link.why))
    listed = (Unplaced(name, reason, len(uses), *min(uses)) for (name, reason), uses in found.items())
    return tuple(sorted(listed, key=lambda u: (-u.documents, u.name, u.reason)))
