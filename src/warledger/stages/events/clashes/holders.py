"""Who holds it: two holders of one place at one time, and fighting that goes on where it is told as taken."""

from __future__ import annotations

from warledger.records.claim import Control
from warledger.stages.events.clashes.clash import CONTROL, Clash, Side, at, doers_of, exact, gap, interval, keys_of, last_day
from warledger.stages.events.clashes.histories import Histories, takes
from warledger.stages.events.clashes.kin import akin, one_side, same
from warledger.stages.events.clashes.matter import one_place

#: Modes by which a claim says who has a place.
_STATES = frozenset({"holds", "defended"})
#: Days within which a place said to be held can be held against the day of another claim.
_AT_ONCE = 3
#: Days that "holds it" covers when it speaks of now.
_OF_NOW = 31
#: Days after a capture within which fighting "still going on" speaks against it.
_STILL = 7


def control(a: Side, b: Side, histories: Histories) -> Clash | None:
    """Two holders of one place on one day."""
    if not one_place(a, b) or not (_names_holder(a) and _names_holder(b)) or not (a.dated and b.dated) or not _at_once(a, b):
        return None
    if (a.facet.vague and b.facet.vague) or one_side(a.by, b.by) or a.by.vague or b.by.vague:
        return None
    if not _exclude(a, b, histories) or akin(a.by.names + b.by.names, a.places[:1]):
        return None
    labels = f"{a.facet.place} {keys_of(a.by)}", f"{b.facet.place} {keys_of(b.by)}"
    return Clash(CONTROL, *labels, f"{at(a)}held by {doers_of(a)} or by {doers_of(b)} at one time")


def _exclude(a: Side, b: Side, histories: Histories) -> bool:
    """Two states exclude each other; a state the capture before it, when nobody took the place between; of two captures, one from
    the other is a turn that one day may not have seen."""
    if takes(a) and takes(b):
        return _from(a, b) or _from(b, a)
    if takes(a) or takes(b):
        taking, state = (a, b) if takes(a) else (b, a)
        later = (state.facet.days is None or exact(state, _OF_NOW)) and last_day(state) > last_day(taking)
        return later and not _from(taking, state) and not histories.taken_after(taking, state)
    return True


def _from(taking: Side, other: Side) -> bool:
    """Whether the place was taken from the doers of the other."""
    return same(taking.to, other.by)


def _at_once(a: Side, b: Side) -> bool:
    if a.facet.days is not None and b.facet.days is not None:
        return gap(a, b) <= 0
    return a.facet.end is not None and b.facet.end is not None and abs(a.facet.end - b.facet.end) <= _AT_ONCE


def _names_holder(side: Side) -> bool:
    content = side.claim.content
    holds = isinstance(content, Control) and (takes(side) or content.mode in _STATES)
    return holds and side.done and bool(side.facet.doers.keys)


def still_fought_for(a: Side, b: Side) -> Clash | None:
    """`a` tells that one has taken the place, `b` of fighting there that goes on days later."""
    if not takes(a) or not b.done or b.facet.action != "clash" or "ongoing" not in b.said.cues or not one_place(a, b):
        return None
    if a.facet.end is None or b.facet.start is None or not 0 < b.facet.start - a.facet.end <= _STILL:
        return None
    if not a.facet.doers.keys & (b.facet.doers.keys | b.facet.targets.keys):
        return None
    why = f'{at(a)}taken by {doers_of(a)} {interval(a.facet)}, fighting there "{b.said.cues["ongoing"]}" {interval(b.facet)}'
    return Clash(CONTROL, f"{a.facet.place} taken", f"{a.facet.place} fought for", why, 0.6)
