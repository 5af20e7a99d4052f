"""One document gives one fact once: a later sentence that gives an earlier event's figures again is left out.

Reports open with the news and tell it again below. Two strikes with as many dead each stay apart where the text tells them
apart: by place, by day, or by a word such as "another".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from warledger.records.claim import Count, Event
from warledger.stages.claims.casualties import MEASURES
from warledger.stages.claims.draft import Draft

if TYPE_CHECKING:
    from warledger.stages.claims.story import Grounded


def without_retold(drafts: Sequence[Grounded]) -> list[Grounded]:
    """The drafts without events told before; of two tellings the fuller one stays, unless it only points back."""
    kept: list[Grounded] = []
    told: list[int] = []
    for item in drafts:
        if not _counts(item.draft):
            kept.append(item)
            continue
        at = next((i for i in reversed(told) if _same(item, kept[i])), None)
        if at is None:
            told.append(len(kept))
            kept.append(item)
        elif not item.draft.known and _weight(item.draft) > _weight(kept[at].draft):
            kept[at] = item
    return kept


def _counts(draft: Draft) -> bool:
    content = draft.content
    return isinstance(content, Event) and any(e.low or e.high or draft.known for m in MEASURES for e in _of(content, m))


def _of(event: Event, measure: str) -> tuple[Count, ...]:
    found: tuple[Count, ...] = getattr(event, measure)
    return found


def _same(later: Grounded, first: Grounded) -> bool:
    a, b = later.draft, first.draft
    if a.anew or not isinstance(a.content, Event) or not isinstance(b.content, Event):
        return False
    if later.scene.span == first.scene.span or not _agree_on_place_and_time(later, first):
        return False
    return all(_given_before(e, _of(b.content, m), a.known) for m in MEASURES for e in _of(a.content, m))


def _given_before(entry: Count, before: Sequence[Count], known: bool) -> bool:
    """Whether the figure stands among the earlier ones: the same number of the same people, or people that it only points back to."""
    if before and entry.low is None and entry.high is None:
        return True
    if known and any((b.low or b.high or 0) >= (entry.low or 1) for b in before):
        return True
    return any((b.low, b.high) == (entry.low, entry.high) and _one_group(b.group, entry.group) for b in before)


def _one_group(first: str, second: str) -> bool:
    """Whether the two words may be for the same people: one is general, or they end in the same word."""
    a, b = first.lower().split(), second.lower().split()
    return "people" in (first, second) or bool(a and b and (a[-1] == b[-1] or set(a) <= set(b) or set(b) <= set(a)))


def _agree_on_place_and_time(later: Grounded, first: Grounded) -> bool:
    places, before = own_places(later), own_places(first)
    if places and before and not places & before:
        return False
    day, first_day = later.draft.moment, first.draft.moment
    if day is not None and first_day is not None and day.interval != first_day.interval:
        return False
    return not later.scene.tells or day is not None or later.scene.running == first.scene.running


def own_places(item: Grounded) -> set[str]:
    """Places its own sentence names; others were taken over from the text before."""
    return {p.text for p in item.draft.places if p.span is not None and item.scene.span.covers(p.span)}


def _weight(draft: Draft) -> int:
    names = sum(len(found) for found in draft.names.values())
    return names + len(draft.places) + (draft.moment is not None)
