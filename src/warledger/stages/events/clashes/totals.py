"""Totals and strengths: how they moved from one count to the next, and where two of one time exclude each other."""

from __future__ import annotations

from warledger.base.stems import words_of
from warledger.records.claim import Modality, Strength, Toll
from warledger.stages.events.clashes.clash import (
    FIGURES,
    SCOPE,
    WORDING,
    Bounds,
    Clash,
    Side,
    apart,
    gap,
    interval,
    last_day,
    later_more,
    shown,
)
from warledger.stages.events.clashes.counts import group_words, rounded
from warledger.stages.events.clashes.kin import one_side, opposed, proper
from warledger.stages.events.clashes.matter import matters, place_names, shared_words

#: Code points between two entries of one list ("311 killed | 60 killed"), and the longest entry of one.
_LISTED = 60
#: Days between two counts that can still be of one moment.
_ONE_MOMENT = 31
#: Days between two counts of different texts after which the one says nothing of the other.
_FAR = 732
#: Times that a count over more days is another which it can be taken for.
_MORE_DAYS = 5
#: Days within which a count "has risen" from another.
_RISES = 4
#: Confidence from which on a strength is worth holding against another.
_SURE = 0.5


def toll(a: Side, b: Side) -> Clash | None:
    """Two tolls of one thing: of one time and told by different voices they exclude each other; else one has grown, or is a part."""
    one, other = a.claim.content, b.claim.content
    if not (isinstance(one, Toll) and isinstance(other, Toll)) or not (a.done and b.done) or not _one_count(a, b):
        return None
    first, second = (one.low, one.high), (other.low, other.high)
    if not apart(first, second):
        return None
    kind, how = _toll_kind(a, b, first, second)
    if not kind:
        return None
    what = f"{one.measure} ({one.group or other.group or 'of what is not said'}): {shown(first)} and {shown(second)}"
    labels = f"{one.measure} {shown(first)} {interval(a.facet)}", f"{other.measure} {shown(second)} {interval(b.facet)}"
    return Clash(kind, *labels, what + how)


def _toll_kind(a: Side, b: Side, one: Bounds, other: Bounds) -> tuple[str, str]:
    if listed(a, b):
        return SCOPE, ", entries beside each other in one list: parts, not versions"
    if rounded(a, b, one, other):
        return WORDING, ", one of them rounded"
    if (a.facet.start, a.facet.end) == (b.facet.start, b.facet.end):
        return _of_one_period(a, b, one, other)
    grown = _grew(a, b, one, other)
    return (SCOPE, f": {interval(a.facet)} and {interval(b.facet)}, {grown}") if grown else ("", "")


def _of_one_period(a: Side, b: Side, first: Bounds, second: Bounds) -> tuple[str, str]:
    if a.facet.days is None:
        return "", ""
    if later_more(a, b, first, second) or later_more(b, a, second, first):
        return SCOPE, "; the later report has more, as a total grows"
    if a.voice == b.voice:
        return "", ""
    one, other = a.claim.content, b.claim.content
    assert isinstance(one, Toll) and isinstance(other, Toll)
    if group_words(one.group) != group_words(other.group):
        return SCOPE, f", not counted alike: {one.group or 'of what is not said'}, {other.group or 'of what is not said'}"
    return FIGURES, ", of one time"


def _grew(a: Side, b: Side, one: Bounds, other: Bounds) -> str:
    """How the later count came to be more, when it is a running total: over days that hold the other's, or in words that say so."""
    early, late = ((a, one), (b, other)) if (a.facet.end or 0) <= (b.facet.end or 0) else ((b, other), (a, one))
    if early[1][1] is None or late[1][0] is None or early[1][1] >= late[1][0]:
        return ""
    starts = early[0].facet.start, late[0].facet.start
    if starts[0] is not None and starts[1] is not None and starts[1] < starts[0]:
        return "over more days" if late[1][0] <= _MORE_DAYS * early[1][1] else ""
    running = starts[0] == starts[1] is not None or "running" in early[0].said.cues or "running" in late[0].said.cues
    return "a running total that has grown" if running else ""


def _one_count(a: Side, b: Side) -> bool:
    """Whether two tolls count one thing: one measure and group, by one actor or side or at one place."""
    one, other = a.claim.content, b.claim.content
    assert isinstance(one, Toll) and isinstance(other, Toll)
    if one.measure != other.measure or opposed(a.by, b.by):
        return False
    if one.measure != "places" and group_words(one.group) != group_words(other.group):
        return False
    if a.by.known and b.by.known:
        return one_side(a.by, b.by)
    return not (a.by.known or b.by.known) and a.places[:1] == b.places[:1] and bool(one.group)


def listed(a: Side, b: Side) -> bool:
    """Whether the two are entries of one list: one document, close by, no voice of their own, and no sentence."""
    if a.claim.document != b.claim.document or a.claim.said_by or b.claim.said_by:
        return False
    first, second = sorted((a.claim.span, b.claim.span))
    return second.start - first.end <= _LISTED and all("|" in s.claim.quote or len(s.claim.quote) <= _LISTED for s in (a, b))


def toll_and_incident(a: Side, b: Side) -> Clash | None:
    """`a` is a toll over days, `b` an incident among them, counted by one source: part and whole."""
    content = a.claim.content
    if not isinstance(content, Toll) or b.facet.kind != "event" or not (a.done and b.done):
        return None
    if opposed(a.by, b.by) or not _within(b, a):
        return None
    group = group_words(content.group)
    counted = [n for (measure, of), n in sorted(b.facet.counts.items()) if measure == content.measure and group & group_words(of)]
    whole = content.low, content.high
    least = sum(low or 0 for low, _ in counted)
    if (
        not counted
        or any(bounds[0] == content.low for bounds in counted)
        or whole == (None, None)
        or least < (content.low or content.high or 0)
    ):
        return None
    why = f"{content.measure}: {shown(whole)} over {interval(a.facet)}, {' and '.join(map(shown, counted))} in an incident of those days"
    return Clash(SCOPE, f"toll {content.measure} {interval(a.facet)}", f"incident {b.facet.id}", why, 0.6)


def risen(a: Side, b: Side) -> Clash | None:
    """`a` says that a count "has risen", `b` has the lower one of a few days before."""
    if "risen" not in a.said.cues or not (a.done and b.done) or a.facet.family == b.facet.family:
        return None
    if not 0 <= last_day(a) - last_day(b) <= _RISES:
        return None
    if a.home != b.home and not (place_names(a) & place_names(b) and matters(shared_words(a, b))):
        return None
    for (measure, _), now in sorted(a.facet.counts.items()):
        before = [bounds for (other, _), bounds in b.facet.counts.items() if other == measure and (bounds[0] or 0) < (now[0] or 0)]
        if before:
            labels = f"{measure} {shown(now)}", f"{measure} {shown(min(before, key=str))}"
            why = f'{measure}: {shown(min(before, key=str))}, later {shown(now)} ("{a.said.cues["risen"]}")'
            return Clash(SCOPE, *labels, why, 0.7)
    return None


def _within(part: Side, whole: Side) -> bool:
    """Whether the incident lies in the toll's days, which are more, and one named source gives both."""
    a, b = whole.facet, part.facet
    if a.start is None or a.end is None or b.start is None or b.end is None or not whole.claim.said_by or whole.voice != part.voice:
        return False
    one_place = a.place is None or b.place is None or a.place == b.place or a.place in b.around
    return a.start <= b.start and b.end <= a.end and a.days != b.days and one_place


def strength(a: Side, b: Side) -> Clash | None:
    """Two counts of what an actor has: of one time by different voices, else of different times, plans, parts, or one put right."""
    one, other = a.claim.content, b.claim.content
    if not (isinstance(one, Strength) and isinstance(other, Strength)):
        return None
    first, second = (one.low, one.high), (other.low, other.high)
    if not apart(first, second) or not (_sure(a) and _sure(b)) or not _of_one(a, b):
        return None
    kind, how = _strength_kind(a, b, first, second)
    if not kind:
        return None
    labels = f"{one.unit} {shown(first)} {interval(a.facet)}", f"{one.unit} {shown(second)} {interval(b.facet)}"
    return Clash(kind, *labels, f"{one.unit} of {one.actor}: {shown(first)} and {shown(second)}{how}")


def _strength_kind(a: Side, b: Side, one: Bounds, other: Bounds) -> tuple[str, str]:
    if one[0] in b.said.denied_numbers or other[0] in a.said.denied_numbers:
        return WORDING, ", the one put right by the other"
    if listed(a, b):
        same = a.facet.doers.keys & b.facet.doers.keys
        return (SCOPE, ", entries beside each other in one list: parts, not versions") if same else ("", "")
    if rounded(a, b, one, other):
        return (WORDING, ", one of them rounded") if _one_moment(a, b) else ("", "")
    if _told_together(a, b, one, other):
        return "", ""
    if (a.claim.modality is Modality.PLANNED) != (b.claim.modality is Modality.PLANNED):
        return (SCOPE, ", one planned, the other what there was") if shared_words(a, b) else ("", "")
    if a.facet.doers.described and b.facet.doers.described:
        return "", ""
    if _one_moment(a, b) and a.voice != b.voice and not {"turned", "actual"} & (a.said.cues.keys() | b.said.cues.keys()):
        return FIGURES, ", of one time"
    if (a.facet.start, a.facet.end) == (b.facet.start, b.facet.end):
        return "", ""
    if a.claim.document != b.claim.document and gap(a, b) > _FAR:
        return "", ""
    return SCOPE, f": {interval(a.facet)} and {interval(b.facet)}, of different times"


def _told_together(a: Side, b: Side, one: Bounds, other: Bounds) -> bool:
    """Whether one sentence has both numbers: parts of one account ("72 of one kind, 144 of another")."""
    return any(low == high is not None and f"{low:,.0f}" in side.claim.quote for side, (low, high) in ((a, other), (b, one)))


def _of_one(a: Side, b: Side) -> bool:
    """Whether two strengths are of one actor: its name, its side where both only describe it, or what both are called ("coalition")."""
    if a.facet.doers.keys & b.facet.doers.keys or {proper(name).named for name in a.by.names} & {proper(name).named for name in b.by.names}:
        return True
    if a.by.vague or b.by.vague:
        return bool(a.facet.doers.sides & b.facet.doers.sides)
    return bool(_called(a) & set(map(str.casefold, words_in(b))) or _called(b) & set(map(str.casefold, words_in(a))))


def words_in(side: Side) -> list[str]:
    """The words of its actors' names, as written."""
    return [word for name in side.by.names for word in words_of(name)]


def _called(side: Side) -> set[str]:
    plain = side.words.plain
    return {word for word in words_in(side) if word.islower() and word not in plain and not word.isdecimal()}


def _sure(side: Side) -> bool:
    return side.claim.confidence >= _SURE


def _one_moment(a: Side, b: Side) -> bool:
    if a.facet.start is None or b.facet.start is None:
        return False
    return abs(a.facet.start - b.facet.start) <= _ONE_MOMENT and not gap(a, b)


def rate(a: Side, b: Side) -> Clash | None:
    """One sum, told as a whole and as so much a year."""
    one, other = a.claim.content, b.claim.content
    if not (isinstance(one, Toll) and isinstance(other, Toll)) or (one.low, one.high) != (other.low, other.high) or one.low is None:
        return None
    yearly = [content.measure.endswith("per_year") for content in (one, other)]
    if yearly[0] == yearly[1] or not a.facet.doers.keys & b.facet.doers.keys:
        return None
    return Clash(FIGURES, one.measure, other.measure, f"{shown((one.low, one.high))}, {one.measure} or {other.measure}")
