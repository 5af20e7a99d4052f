"""The review queue with the words in view, and the decisions people made."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from warledger.pipeline.queue import review_queue
from warledger.pipeline.resources.catalogue import Catalogue
from warledger.pipeline.resources.evidence import Evidence, evidence
from warledger.pipeline.resources.pages import Page, Wanted, page_of
from warledger.pipeline.resources.shapes import Shape
from warledger.pipeline.rulings import in_force
from warledger.records.decision import Decision


class QueueItem(Shape, frozen=True):
    """A record to look at: how much hangs on it and what, in words, with its card."""

    weight: float
    why: tuple[str, ...]
    evidence: Evidence


class QueuePage(Page[QueueItem], frozen=True):
    """A page of the queue, what a decision would change most first."""


class DecisionRow(Shape, frozen=True):
    """One decision as it was kept; `in_force` is false for one that was undone, and for an undo itself."""

    id: str
    target: str
    verdict: str
    decider: str
    at: str
    reason: str
    detail: dict[str, Any]
    in_force: bool
    document: str | None
    quote: str | None


class DecisionPage(Page[DecisionRow], frozen=True):
    """A page of decisions, the latest first."""


def queue_page(catalogue: Catalogue, decisions: Sequence[Decision], page: Wanted) -> QueuePage:
    """What to review, without what has been decided on.

    Raises:
        UsageError: a cursor of another list.
    """
    found = review_queue(catalogue.view, {d.target for d in in_force(decisions)})
    items, after = page_of(found, page, lambda item: item.record)
    rows = tuple(QueueItem(i.weight, i.why, evidence(catalogue, catalogue.view.by_id[i.record])) for i in items)
    return QueuePage(rows, len(found), after)


def decision_page(decisions: Sequence[Decision], page: Wanted) -> DecisionPage:
    """All decisions.

    Raises:
        UsageError: a cursor of another list.
    """
    standing = {d.id for d in in_force(decisions)}
    latest = list(decisions)[::-1]
    items, after = page_of(latest, page, lambda d: d.id)
    return DecisionPage(tuple(decision_row(d, d.id in standing) for d in items), len(latest), after)


def decision_row(decision: Decision, standing: bool = True) -> DecisionRow:
    """One decision."""
    d, anchor = decision, decision.anchor
    detail = msgspec.to_builtins(d.detail)
    document, quote = (anchor.document, anchor.quote) if anchor else (None, None)
    return DecisionRow(d.id, d.target, d.verdict.value, d.decider, d.at, d.reason, detail, standing, document, quote)
