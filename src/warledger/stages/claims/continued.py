"""A happening told over two sentences: "A strike hit X. At least 17 people were killed in it." is one event.

The second sentence gives its figures to the first where nothing sets the two apart; else it takes over what it leaves out.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from warledger.records.claim import Event
from warledger.records.provenance import Why
from warledger.stages.claims.casualties import MEASURES
from warledger.stages.claims.draft import Draft
from warledger.stages.claims.ground import LONGEST_QUOTE
from warledger.stages.claims.retold import own_places

if TYPE_CHECKING:
    from warledger.stages.claims.story import Grounded

_FIGHTS = frozenset({"Armed clash", "Attack"})
#: Events that cannot be what people are said to have died in.
_HARMLESS = frozenset({"Arrests", "Change to group/activity", "Headquarters or base established", "Agreement", "Disrupted weapons use"})
#: Sentences between the two tellings at most; code points from the end of the one to the start of the other.
_REACH = 250


def join_continued(drafts: Sequence[Grounded]) -> list[Grounded]:
    """The drafts, events that only go on with the one before joined to it."""
    kept: list[Grounded] = []
    for item in drafts:
        first = _continues(item, kept) if item.draft.back else None
        if first is None or not _merge(item, first):
            if first is not None:
                _take_over(item.draft, first.draft)
            kept.append(item)
    return kept


def _continues(item: Grounded, before: Sequence[Grounded]) -> Grounded | None:
    """The event of an earlier sentence of the paragraph that the item goes on with: the last that fits."""
    for other in reversed(before):
        if other.scene.offset != item.scene.offset or item.scene.span.start - other.scene.span.end > _REACH:
            return None
        if other.scene.span != item.scene.span and _fits(item.draft, other.draft):
            return other
    return None


def _fits(later: Draft, first: Draft) -> bool:
    a, b = later.content, first.content
    if not isinstance(a, Event) or not isinstance(b, Event) or b.type in _HARMLESS or later.anew:
        return False
    own = later.moment is not None and first.moment is not None and later.moment.interval != first.moment.interval
    return not own and (a.type in _FIGHTS or a.type == b.type)


def _merge(item: Grounded, first: Grounded) -> bool:
    """Gives the figures to the earlier event when one quotation can hold both and the same voice tells both."""
    a, b = item.draft.content, first.draft.content
    assert isinstance(a, Event) and isinstance(b, Event)
    told = any(getattr(b, m) for m in MEASURES) or not own_places(item) <= {p.text for p in first.draft.places}
    if told or _voice(item.draft) != _voice(first.draft) or item.scene.span.end - first.scene.span.start > LONGEST_QUOTE:
        return False
    figures = {m: getattr(a, m) for m in MEASURES}
    first.draft.content = msgspec.structs.replace(b, **figures, actors2=b.actors2 or a.actors2)
    if not b.actors2:
        first.draft.names["actors2"] = item.draft.names.get("actors2", ())
    first.draft.until = item.scene.span.end
    first.draft.why["killed"] = Why(item.draft.rule, item.draft.anchor.text, None, "the sentence goes on with this event")
    return True


def _voice(draft: Draft) -> tuple[str, ...]:
    found = draft.attribution
    return (str(found.modality), *(n.text for n in found.said_by)) if found is not None else ()


def _take_over(draft: Draft, first: Draft) -> None:
    """Fills type and doer of the later telling from the earlier."""
    a, b = draft.content, first.content
    assert isinstance(a, Event) and isinstance(b, Event)
    draft.content = msgspec.structs.replace(a, type=b.type, actors1=a.actors1 or b.actors1)
    draft.why["type"] = Why("the event before", first.anchor.text, None, "goes on with it")
    if not a.actors1:
        draft.names["actors1"] = first.names.get("actors1", ())
    if not draft.places:
        draft.places = first.places
    if draft.moment is None:
        draft.moment = first.moment
