"""`citations`: one citable paragraph an event, with the words it rests on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from warledger.exports.lines import iso
from warledger.exports.table import figure_words
from warledger.exports.told import Told, told
from warledger.records.claim import Claim
from warledger.records.state import State

#: Quotes a paragraph holds at most, one a source; the rest are counted.
_QUOTED = 3
_WORDS = 300


def export_citations(state: State, *, everything: bool = False) -> Iterator[str]:
    """A paragraph and an empty line for each event, in the order of `events`. No clock: give the day you read it yourself."""
    for event in told(state):
        yield paragraph(event) + "\n\n"


def paragraph(event: Told) -> str:
    """What happened, where and when, the figures, who says so in which words, and the event's id."""
    happening = event.happening
    where = f", {happening.place}" if happening.place else ", place not given"
    counts = [figure_words(f) for f in happening.figures if f.low is not None or f.high is not None]
    figures = f" {'; '.join(counts)}." if counts else ""
    many = len(happening.sources)
    said = " ".join(_quote(event, claim) for claim in _spoken_for(event))
    rest = len({c.document for c in event.claims}) - min(_QUOTED, len({c.document for c in event.claims}))
    more = f" Also told in {rest} more document{'s' if rest > 1 else ''}." if rest else ""
    return (
        f"{happening.type}{where}, {_days(happening.start, happening.end)}.{figures} "
        f"{many} independent source{'' if many == 1 else 's'}. {said}{more} [{event.state.monitor}, event {happening.id}]"
    )


def _spoken_for(event: Told) -> list[Claim]:
    """One claim a document, the surest first, of the earliest documents."""
    best: dict[str, Claim] = {}
    for claim in sorted(event.claims, key=lambda c: (-c.confidence, c.span, c.id)):
        best.setdefault(claim.document, claim)
    order = [w.document for w in event.witnesses]
    return [best[document] for document in order[:_QUOTED]]


def _quote(event: Told, claim: Claim) -> str:
    witness = event.state.witnesses[claim.document]
    words = " ".join(claim.quote.split())
    shown = words if len(words) <= _WORDS else words[: _WORDS - 3].rsplit(" ", 1)[0] + "..."
    by = f"{', '.join(claim.said_by)}, in " if claim.said_by else ""
    title = f', "{witness.title}"' if witness.title else ""
    url = f", {witness.url}" if witness.url else ""
    return f'"{shown}" ({by}{witness.publisher or witness.doc}{title}, {iso(witness.published) or "undated"}{url}).'


def _days(start: dt.date | None, end: dt.date | None) -> str:
    if start is None and end is None:
        return "date not given"
    if start == end:
        return str(start)
    return f"{start or '...'} to {end or '...'}"
