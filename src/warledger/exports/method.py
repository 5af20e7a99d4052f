"""`method`: how this record was made, from the run itself, to publish beside its figures (Markdown).

The headings are the four areas of the Standards for Casualty Recording (Every Casualty Worldwide, 2016): organisation, methodology,
security, publication; and under methodology what they ask a recorder to make public: inclusion criteria, definitions, sources, collection,
evaluation, corroboration and quality control. The words are our own, and a recorder must add what no program knows: who they are, whom they
serve, how people can reach them.
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
    for area, parts in _AREAS:
        yield f"\n## {area}\n"
        for heading, part in parts:
            yield f"\n### {heading}\n\n"
            for sentence in part(state):
                yield f"{sentence}\n"


def _who(state: State) -> Iterator[str]:
    yield _TO_ADD + "who keeps this record, for whom, paid by whom, and how to reach them with corrections."


def _why(state: State) -> Iterator[str]:
    yield _TO_ADD + "what the record is for, and what ties its keepers have to any side."


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
    kinds = Counter(w.genre or "not said" for w in witnesses)
    yield f"What kind of documents they are: {_listed(kinds)}."
    unread = [p for p in state.unread if p.severity is not Severity.NOTED]
    listed = f": {_listed(Counter(p.reason.value for p in unread))}" if unread else ""
    yield f"Inputs that could not be read, or not fully: {len(unread)}{listed}."


def _taken(state: State) -> Iterator[str]:
    makers = Counter("people" if c.maker.startswith("hand:") else c.maker or "an unnamed maker" for c in state.current())
    yield "English documents that were handed in are searched for words of war; what holds any is read, what is passed over is counted."
    yield "Nothing is fetched, and nothing is added from elsewhere."
    yield f"Records were taken by: {_listed(makers)}."
    yield _TO_ADD + "how documents were found and chosen, over which days, and what was left out."


def _evaluated(state: State) -> Iterator[str]:
    modality = Counter(c.modality.value for c in state.current())
    yield f"How firmly things are put forward: {_listed(modality)}. Denied, planned and hypothetical ones never count as having happened."
    claimed = sum(c.modality is Modality.CLAIMED for c in state.current())
    yield f"Records that are a party's own claims, marked as such and never settling who holds a place: {claimed}."
    yield "What a machine takes is partly wrong: each record carries a confidence, worked out from how it was taken, and its words."
    yield _TO_ADD + "how sources are graded; the program counts them and grades none."


def _corroborated(state: State) -> Iterator[str]:
    sources = Counter(min(3, len(h.sources)) for h in state.happenings)
    named = {1: "one independent source", 2: "two", 3: "three or more", 0: "none that is named"}
    yield "A figure counts its independent sources: groups of copies and named original sources, never outlets."
    yield "Happenings by the number of their independent sources: " + "; ".join(f"{named[n]}: {sources[n]}" for n in sorted(sources)) + "."


def _uncertain(state: State) -> Iterator[str]:
    real = Counter(d.type for d in state.disputes if d.real)
    yield f"Disagreements between reports, kept side by side: {sum(real.values())}{f' ({_listed(real)})' if real else ''}."
    yield f"Differences of scope, time or wording, told apart from them: {sum(not d.real for d in state.disputes)}."
    unplaced = sum(h.lat is None for h in state.happenings)
    undated = sum(h.start is None or h.end is None for h in state.happenings)
    yield f"Happenings that could not be placed: {unplaced}; without a day, or with an open one: {undated}. Neither is guessed."
    deaths = sum(t.dead is not None for t in told(state))
    yield f"Events with a figure for people killed: {deaths}. Figures are never added up across events."


def _controlled(state: State) -> Iterator[str]:
    rejected = sum(s is ClaimStatus.REJECTED for s in state.status.values())
    edited = sum(any(why.rule == "decision" for why in c.why.values()) for c in state.current())
    yield f"People have set aside {_count(rejected, 'record')} as wrong and mended {edited}; who decided, when and why is kept."
    yield "The program's accuracy on hand-made records is measured and published with it; every record says why each field is what it is."
    yield _TO_ADD + "who reviews records, in what order, how many have been looked at, and how two reviewers agree."


def _changed(state: State) -> Iterator[str]:
    known = f" as known on {iso(state.known)}" if state.known else ""
    yield f"This is the record{known}; nothing in it is overwritten. Corrections found in the reports: {len(state.corrections)}."
    superseded = sum(s is ClaimStatus.SUPERSEDED for s in state.status.values())
    yield f"Records in older versions or under coding by hand, kept and no longer counted: {superseded}."
    yield "What changed between any two days, and why, can be listed."


def _open(state: State) -> Iterator[str]:
    yield "The program and its word lists are open. Every figure can be followed to the words it was taken from."
    yield _TO_ADD + "where this record can be had, under which licence, and in which form people may use it."


def _safe(state: State) -> Iterator[str]:
    yield "Reports are read on the recorder's own machine; nothing is sent anywhere. The ledger is not encrypted."
    yield "A document can be erased beyond recovery; an empty marker keeps it from coming back."
    yield _TO_ADD + "how names of victims and witnesses are treated, who decided what may be published, and how staff are kept safe."


_Part = tuple[str, Callable[[State], Iterator[str]]]
_AREAS: tuple[tuple[str, tuple[_Part, ...]], ...] = (
    ("Organisation", (("Who keeps it", _who), ("Purpose and ties", _why))),
    (
        "Methodology",
        (
            ("What is recorded, and what is not", _what),
            ("Definitions", _definitions),
            ("Sources", _sources),
            ("Collection", _taken),
            ("Evaluation of sources and information", _evaluated),
            ("Corroboration", _corroborated),
            ("Uncertainty and disagreement", _uncertain),
            ("Quality control", _controlled),
        ),
    ),
    ("Security", (("Safety and privacy", _safe),)),
    ("Publication", (("Openness", _open), ("Corrections and changes", _changed))),
)


def _count(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _listed(counts: Counter[str], noun: str = "") -> str:
    """`a (3), b (1)`: the most frequent first."""
    parts = (f"{markdown_safe(name)} ({count})" for name, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])))
    total = f"{_count(sum(counts.values()), noun)}: " if noun else ""
    return total + ", ".join(parts)
