"""What the record says now and did not say on an earlier day, with addresses."""

from __future__ import annotations

import datetime as dt
from typing import Any

from warledger.pipeline.changes import changes_between
from warledger.pipeline.resources.catalogue import Catalogue
from warledger.pipeline.resources.links import href, place_id
from warledger.pipeline.resources.refs import document_ref
from warledger.pipeline.resources.shapes import Cite, DocumentRef, Shape
from warledger.records.change import Cause, Corrected, Line, Replaced, What
from warledger.records.evidence import Evidence, Ruled


class ChangeCause(Shape, frozen=True):
    """What brought a change about: a correction, a newer version, a person's decision, a report, or what stands around (`context`).
    `day` is when it became known (a decision: when it was made), `words` say it."""

    by: str
    day: dt.date | None
    words: str
    documents: tuple[DocumentRef, ...]
    evidence: tuple[Cite, ...]
    decision: Ruled | None


class ChangeLine(Shape, frozen=True):
    """One change of a happening, a figure, who holds a place, or a dispute: added, revised, corrected, merged, split or withdrawn. `href`
    leads to what it is about now (`None`: gone, or a dispute). `before` and `after` hold what differs, in the field names of the
    exports. `was` are the ids it had then, `into` those that a split one has now."""

    what: str
    change: str
    id: str
    href: str | None
    about: str
    day: dt.date | None
    before: dict[str, Any] | None
    after: dict[str, Any] | None
    causes: tuple[ChangeCause, ...]
    was: tuple[str, ...]
    into: tuple[str, ...]


class ChangesOut(Shape, frozen=True):
    """What differs between what was known, and decided, on `since` and what is known on `known` (`None`: now). `counts` gives, for each
    kind of line, how many changed how."""

    since: dt.date
    known: dt.date | None
    on: dt.date | None
    documents: tuple[DocumentRef, ...]
    records: int
    replaced: tuple[Replaced, ...]
    corrections: tuple[Corrected, ...]
    decisions: tuple[Ruled, ...]
    counts: dict[str, dict[str, int]]
    lines: tuple[ChangeLine, ...]


def changed(then: Catalogue, now: Catalogue, since: dt.date) -> ChangesOut:
    """The changes between two states of one monitor; `then` is as known, and decided, on the day `since`."""
    found = changes_between(then.view, now.view, since)
    by_name = {name: i for i, name in now.view.names.items()}
    return ChangesOut(
        since=found.since,
        known=found.known,
        on=found.on,
        documents=tuple(document_ref(now, by_name[doc]) for doc in found.documents if doc in by_name),
        records=found.records,
        replaced=found.replaced,
        corrections=found.corrections,
        decisions=found.decisions,
        counts=found.counts,
        lines=tuple(_line(now, by_name, line) for line in found.lines),
    )


def _line(now: Catalogue, by_name: dict[str, str], line: Line) -> ChangeLine:
    return ChangeLine(
        what=line.what.value,
        change=line.change.value,
        id=line.id,
        href=_address(now, line),
        about=line.about,
        day=line.day,
        before=line.before,
        after=line.after,
        causes=tuple(_cause(now, by_name, cause) for cause in line.causes),
        was=line.was,
        into=line.into,
    )


def _address(now: Catalogue, line: Line) -> str | None:
    if line.what is What.CONTROL:
        key = place_id(line.id)
        return href("place", key) if key in now.places else None
    return href("event", line.id) if line.id in now.happenings else None


def _cause(now: Catalogue, by_name: dict[str, str], cause: Cause) -> ChangeCause:
    documents = tuple(document_ref(now, by_name[doc]) for doc in cause.docs if doc in by_name)
    evidence = tuple(cited for e in cause.evidence if (cited := _cite(now, e)) is not None)
    return ChangeCause(cause.by.value, cause.day, cause.words, documents, evidence, cause.decision)


def _cite(now: Catalogue, e: Evidence) -> Cite | None:
    """The words, where they are known now."""
    claim = now.view.by_id.get(e.record)
    if claim is None:
        return None
    return Cite(e.record, href("explain", e.record), href("document", claim.document), e.doc, e.start, e.end, e.source)
