"""`method`: how this record was made, from the run itself, to publish beside its figures (Markdown).

The headings follow what the Standards for Casualty Recording (Every Casualty Worldwide, 2016) ask recorders to be open about; the words
are our own, and a recorder must add what no program knows: who they are, whom they serve, how people can reach them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from warledger.exports.lines import iso, markdown_safe
from warledger.exports.told import told
from warledger.records.claim import Modality
from warledger.records.reason import Severity
from warledger.records.state import State
from warledger.records.status import ClaimStatus

_TO_ADD = "_To be added by you:_ "


def export_method(state: State, *, everything: bool = False) -> Iterator[str]:
    """The statement. The same reports give the same bytes; every number in it is counted from the ledger."""
    yield f'# How the record "{markdown_safe(state.monitor)}" was made\n'
    for heading, part in _PARTS:
        yield f"\n## {heading}\n\n"
        for sentence in part(state):
            yield f"{sentence}\n"


def _who(state: State) -> Iterator[str]:
    yield _TO_ADD + "who keeps this record, for whom, paid by whom, and how to reach them with corrections."


def _what(state: State) -> Iterator[str]:
    kinds = Counter(c.kind for c in state.current())
    yield f"It holds {len(state.happenings)} happenings taken from {_listed(kinds, 'record')}."
    days = sorted(d for h in state.happenings for d in (h.start, h.end) if d)
    if days:
        yield f"They fall between {days[0]} and {days[-1]}, as far as the reports say when."
    yield "A record is one thing a report says happened, was so, or was said, tied to the exact words. Nothing else is in it."
    yield "What is not recorded: anything that the reports given to it do not tell, and whatever is listed below as not read."


def _definitions(state: State) -> Iterator[str]:
    yield "Killed, injured, captured and displaced are what the words say, of the group they name; no cause or status is inferred."
    yield 'Counts keep their bounds: "at least 15" has no upper one, "up to 80" no lower one, "dozens" begins at 24.'
    yield "Types of events carry the names of ACLED's sub-event types, acts those of PLOVER, precision of place the codes of UCDP."


def _sources(state: State) -> Iterator[str]:
    witnesses = list(state.witnesses.values())
    publishers = Counter(w.publisher or "unnamed publishers" for w in witnesses)
    dates = sorted(w.published for w in witnesses if w.published)
    span = f", published between {dates[0]} and {dates[-1]}" if dates else ""
    yield f"{_count(len(witnesses), 'document')} of {_count(len(publishers), 'publisher')}{span}: {_listed(publishers)}."
    undated = sum(w.published is None for w in witnesses)
    if undated:
        yield f"{_count(undated, 'document')} without a date: their own statements of time count, and they are taken as always known."
    yield f"Groups of documents that carry one text, each counted as one witness: {len(state.families)}."
    unread = [p for p in state.unread if p.severity is not Severity.NOTED]
    listed = f": {_listed(Counter(p.reason.value for p in unread))}" if unread else ""
    yield f"Inputs that could not be read, or not fully: {len(unread)}{listed}."


def _taken(state: State) -> Iterator[str]:
    makers = Counter("people" if c.maker.startswith("hand:") else c.maker or "an unnamed maker" for c in state.current())
    yield f"Records were taken by: {_listed(makers)}. What a machine takes is partly wrong: each record carries a confidence and its words."
    yield f"People have set aside {_count(sum(s is ClaimStatus.REJECTED for s in state.status.values()), 'record')} as wrong."
    modality = Counter(c.modality.value for c in state.current())
    yield f"How firmly things are put forward: {_listed(modality)}. Denied, planned and hypothetical ones never count as having happened."


def _corroborated(state: State) -> Iterator[str]:
    sources = Counter(min(3, len(h.sources)) for h in state.happenings)
    named = {1: "one independent source", 2: "two", 3: "three or more", 0: "none that is named"}
    yield "A figure counts its independent sources: groups of copies and named original sources, never outlets."
    yield "Happenings by the number of their independent sources: " + "; ".join(f"{named[n]}: {sources[n]}" for n in sorted(sources)) + "."
    claimed = sum(c.modality is Modality.CLAIMED for c in state.current())
    yield f"Records that are a party's own claims, marked as such and never settling who holds a place: {claimed}."


def _uncertain(state: State) -> Iterator[str]:
    real = Counter(d.type for d in state.disputes if d.real)
    yield (
        f"{_count(sum(real.values()), 'disagreement')} between reports are kept side by side" + (f": {_listed(real)}" if real else "") + "."
    )
    yield f"{_count(sum(not d.real for d in state.disputes), 'difference')} of scope, time or wording are told apart from them."
    unplaced = sum(h.lat is None for h in state.happenings)
    undated = sum(h.start is None or h.end is None for h in state.happenings)
    yield f"Happenings that could not be placed: {unplaced}; without a day, or with an open one: {undated}. Neither is guessed."
    deaths = sum(t.dead is not None for t in told(state))
    yield f"Events with a figure for people killed: {deaths}. Figures are never added up across events."


def _changed(state: State) -> Iterator[str]:
    known = f" as known on {iso(state.known)}" if state.known else ""
    yield f"This is the record{known}; nothing in it is overwritten. Corrections found in the reports: {len(state.corrections)}."
    superseded = sum(s is ClaimStatus.SUPERSEDED for s in state.status.values())
    yield f"Records in older versions or under coding by hand, kept and no longer counted: {superseded}."


def _open(state: State) -> Iterator[str]:
    yield "The program, its word lists and its accuracy on hand-made records are open; every record says why each field is what it is."
    yield _TO_ADD + "where this record can be had, under which licence, and in which form people may use it."


def _safe(state: State) -> Iterator[str]:
    yield "A document can be erased beyond recovery; an empty marker keeps it from coming back."
    yield _TO_ADD + "how names of victims and witnesses are treated, and who decided what may be published."


_PARTS: tuple[tuple[str, Callable[[State], Iterator[str]]], ...] = (
    ("Who keeps it", _who),
    ("What is recorded, and what is not", _what),
    ("Definitions", _definitions),
    ("Sources", _sources),
    ("How information is taken from them", _taken),
    ("Corroboration", _corroborated),
    ("Uncertainty and disagreement", _uncertain),
    ("Corrections and changes", _changed),
    ("Openness", _open),
    ("Safety and privacy", _safe),
)


def _count(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _listed(counts: Counter[str], noun: str = "") -> str:
    """`a (3), b (1)`: the most frequent first."""
    parts = (f"{markdown_safe(name)} ({count})" for name, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])))
    total = f"{_count(sum(counts.values()), noun)}: " if noun else ""
    return total + ", ".join(parts)
