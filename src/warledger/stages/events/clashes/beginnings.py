"""When a thing began: two dates of one beginning, two who began it, and a "first" before which another tells of the same."""

from __future__ import annotations

import re

from warledger.stages.events.clashes.clash import WHEN, WHO, Clash, Side, doers_of, gap, interval, keys_of
from warledger.stages.events.clashes.kin import one_side, same
from warledger.stages.events.clashes.matter import LOOSE, in_words, matters, one_deed, shared_words

#: Words that two accounts of one beginning have in common beside "began": with a party in common, and without.
_WITH_PARTY, _WITHOUT = 1, 3
#: Days by which two things that go on for long must differ in their first; days from which on a claim tells of such a thing.
_LONG, _LASTING = 60, 60
#: Matters that begin again and again.
_AGAIN = frozenset({"leaving:", "advance:", "offensive:", "air:", "sending:", "plan:", "fall:", "soldiers:"})
_LENGTH = re.compile(r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+)-(?:day|week|month|year)\b", re.IGNORECASE)


def tells_beginning(side: Side) -> bool:
    """Whether its words say that something began then, or how long it has lasted."""
    return bool({"onset", "since"} & side.said.cues.keys()) or _LENGTH.search(side.claim.quote) is not None


def beginning(a: Side, b: Side) -> Clash | None:
    """Two accounts of one beginning with days that cannot agree."""
    if not _told_as_begun(a, b) or not _begun_apart(a, b) or _elsewhere(a, b) or _other_deed(a, b):
        return None
    common = (shared_words(a, b) & a.said.begun & b.said.begun) - _AGAIN
    one_war = same(a.by, b.by) and bool(a.facet.targets.keys & b.facet.targets.keys) and one_deed(a, b) and _lasts(a) and _lasts(b)
    if not one_war and len(common) < (_WITH_PARTY if _one_party(a, b) else _WITHOUT):
        return None
    labels = f"began {interval(a.facet)}", f"began {interval(b.facet)}"
    return Clash(WHEN, *labels, f"begun {_begun(a)} or {_begun(b)} ({in_words(common) or a.facet.action})", 0.6)


def _one_party(a: Side, b: Side) -> bool:
    return same(a.by, b.by) or bool(a.facet.targets.keys & b.facet.targets.keys)


def _told_as_begun(a: Side, b: Side) -> bool:
    return (
        all(side.done and side.facet.start is not None and side.dated and tells_beginning(side) for side in (a, b))
        and "ahead" not in a.said.cues
        and "ahead" not in b.said.cues
    )


def _elsewhere(a: Side, b: Side) -> bool:
    return a.facet.place is not None and b.facet.place is not None and a.facet.place != b.facet.place


def _other_deed(a: Side, b: Side) -> bool:
    return a.facet.kind == b.facet.kind and a.facet.action != b.facet.action and not {a.facet.action, b.facet.action} & LOOSE


def _begun_apart(a: Side, b: Side) -> bool:
    """Whether no day can be the first of both: other days, or two that last and are said to have begun months apart."""
    assert a.facet.start is not None and b.facet.start is not None
    return gap(a, b) > 0 or (abs(a.facet.start - b.facet.start) > _LONG and _lasts(a) and _lasts(b))


def _lasts(side: Side) -> bool:
    return side.facet.days is None or side.facet.days >= _LASTING


def _begun(side: Side) -> str:
    words = interval(side.facet)
    return words if not _lasts(side) else f"from {words.removeprefix('from ').partition(' to ')[0]}"


def not_the_first(a: Side, b: Side) -> Clash | None:
    """`a` is told as the first of its kind; `b` is one that came before."""
    if "first" not in a.said.cues or "renewed" in a.said.cues or not (a.done and b.done) or (b.act and not a.act):
        return None
    if not _came_before(b, a) or not same(a.by, b.by) or _elsewhere(a, b):
        return None
    shared = matters(shared_words(a, b) & a.said.first)
    if not shared:
        return None
    why = f'{interval(a.facet)} told as the first ("{a.said.cues["first"]}"), {interval(b.facet)} before it ({in_words(shared)})'
    return Clash(WHEN, f"first {a.facet.id}", f"before {a.facet.id}", why, 0.5)


def _came_before(early: Side, late: Side) -> bool:
    if early.facet.start is None or late.facet.start is None or early.facet.start >= late.facet.start:
        return False
    return early.facet.end is None or early.facet.end < late.facet.start


def who_began(a: Side, b: Side) -> Clash | None:
    """Two accounts of one beginning, of days that agree, by doers of whom neither is the other."""
    if gap(a, b) or not ("onset" in a.said.cues and "onset" in b.said.cues) or not one_deed(a, b) or a.facet.kind == "statement":
        return None
    if not (a.done and b.done) or not a.facet.targets.keys & b.facet.targets.keys or not shared_words(a, b) or _elsewhere(a, b):
        return None
    if not (a.by.known and b.by.known) or one_side(a.by, b.by):
        return None
    labels = f"begun by {keys_of(a.by)}", f"begun by {keys_of(b.by)}"
    return Clash(WHO, *labels, f"begun by {doers_of(a)} or by {doers_of(b)}", 0.5)
