"""How much speaks for two claims telling of one happening: a table of features, each with a score and words."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
from rapidfuzz import fuzz

from warledger.stages.events.actions import alliance
from warledger.stages.events.facets import Actors, Facet

#: Two claims with at least this many points tell of one happening. The weights below are in the same points. Tuned for precision on
#: 835 hand-coded claims with 85 hand-made links (two encyclopaedia articles, two news reports): pairs right 0.87, found 0.19.
ONE_HAPPENING = 0.8
#: Claims joined through others must still reach this with every member.
HANGS_TOGETHER = 0.6
#: Days by which two reports of one place changing hands may differ and still tell of one change (kept as a dispute about when).
CHANGE_SLACK = 2
#: "Has taken X", undated in a report of this many days later, is that change as a rule.
FRESH = 7
#: Characters between the words of two claims of one document that are about one thing, as a rule: about a sentence.
NEAR_BY = 160
#: Alike in letters (of 100): the words of one record in a copy after house editing, and after a correction of a figure.
EDITED, CORRECTED = 85, 93


class Scored(msgspec.Struct, frozen=True):
    """`points` for (or against) one happening and the reason in words; `veto` rules it out whatever the rest says."""

    points: float
    words: str = ""
    veto: bool = False


#: Deeds that one place sees once within days.
_ONCE = frozenset({"taken", "left", "entered", "besieged", "advance"})

#: What speaks against two claims of these kinds when one document makes both: it would hardly say one thing twice.
_TWICE = {"statement": 0.25, "agreement": 0.25, "toll": 0.3, "strength": 0.3}

_NOTHING = Scored(0.0)


def modality(a: Facet, b: Facet) -> Scored:
    """What was done, what is planned and what is denied stay apart."""
    return _NOTHING if a.reality == b.reality else Scored(0, f"{a.reality} against {b.reality}", veto=True)


def action(a: Facet, b: Facet) -> Scored:
    """The same deed, or deeds that make one happening (a capture, the clash and its toll)."""
    allied = alliance(a.action, b.action)
    if allied == 0:
        return Scored(0, f"{a.action} is not {b.action}", veto=True)
    if a.action == "said: INFORM":
        return Scored(0.05, "both said")
    return Scored(0.2, f"both {a.action}") if allied == 1 else Scored(0.2 * allied, f"{a.action} and {b.action} go together")


def place(a: Facet, b: Facet) -> Scored:
    """The same place, or one inside the other."""
    if a.place is None or b.place is None:
        return Scored(-0.1 if a.place != b.place else 0.0)
    if a.place == b.place:
        return Scored(0.35, "one place")
    if a.kind == b.kind == "movement":
        return Scored(0, "different ways", veto=True)
    if a.place in b.around or b.place in a.around:
        return Scored(0.15, "one place inside the other")
    return Scored(0, "different places", veto=True)


def anchor(a: Facet, b: Facet) -> Scored:
    """Who speaks, agrees or moves, where claims are tied to actors rather than places."""
    if not (a.anchor and b.anchor) or a.kind != b.kind:
        return _NOTHING
    if a.anchor & b.anchor:
        return Scored(0.35 if a.kind in ("statement", "agreement") else 0.15, "one speaker or actor")
    return Scored(0, "different speakers", veto=True) if a.kind in ("statement", "agreement", "strength") else _NOTHING


def time(a: Facet, b: Facet) -> Scored:
    """The same days; the wider the intervals, the less it says."""
    if _apart(a, b) > 0:
        if _apart(a, b) <= CHANGE_SLACK and a.action == b.action in ("taken", "left") and a.kind == b.kind:
            return Scored(0.1, f"{_apart(a, b)} day(s) apart, as reports of one change may be")
        return Scored(0, "different days", veto=True)
    if a.days is None or b.days is None:
        fresh = a.end is not None and b.end is not None and abs(a.end - b.end) <= FRESH
        return Scored(0.2, "days can agree, and the report is fresh") if fresh else Scored(0.1, "days can agree")
    common = min(a.end or 0, b.end or 0) - max(a.start or 0, b.start or 0) + 1
    either = max(a.end or 0, b.end or 0) - min(a.start or 0, b.start or 0) + 1
    if max(a.days, b.days) <= 3:
        return Scored(0.3 if common == either else 0.25, "the same day" if either == 1 else "the same days")
    return Scored(0.1 + 0.15 * common / either, "overlapping days")


def actors(a: Facet, b: Facet) -> Scored:
    """The same doers and targets; opposed doers rule it out."""
    if a.kind == b.kind == "statement":
        return Scored(0.15, "one addressee") if a.targets.keys & b.targets.keys else _NOTHING
    points, words = 0.0, []
    if _opposed(a.doers, b.doers):
        return Scored(0, "doers of opposite sides", veto=True)
    if a.action == b.action == "taken" and (a.doers.keys & b.targets.keys or b.doers.keys & a.targets.keys):
        return Scored(0, "one takes from the other", veto=True)
    for one, other, share, against, name in ((a.doers, b.doers, 0.15, 0.3, "doer"), (a.targets, b.targets, 0.1, 0.05, "target")):
        if one.keys & other.keys:
            # "Civilians" or "residents" suffer in every strike: only a name among the targets speaks in full.
            points += share / 2 if name == "target" and one.described and other.described else share
            words.append(f"one {name}")
        elif one.sides & other.sides:
            points += share / 2
            words.append(f"{name} of one side")
        elif one.keys and other.keys and not (one.described or other.described):
            points -= against
            words.append(f"different {name}s named")
    return Scored(points, ", ".join(words))


def counts(a: Facet, b: Facet) -> Scored:
    """Equal figures of one measure speak for one happening; figures that cannot both be true speak a little against."""
    if a.kind == b.kind == "toll" and not _one_group(a, b):
        return Scored(0, "other things counted", veto=True)
    shared = [(a.counts[key], b.counts[key]) for key in a.counts.keys() & b.counts.keys()]
    measures = {m for m, _ in a.counts} & {m for m, _ in b.counts}
    equal = any(a.counts[x] == b.counts[y] for x in a.counts for y in b.counts if x[0] == y[0])
    if equal:
        return Scored(0.2, "one figure")
    if shared and not any(_compatible(x, y) for x, y in shared):
        return Scored(-0.1, "figures that differ")
    return Scored(-0.05, "figures of different groups") if measures else _NOTHING


def victims(a: Facet, b: Facet) -> Scored:
    """One named person among the dead, injured or captured of both."""
    return Scored(0.5, "one named victim") if a.victims & b.victims else _NOTHING


def telling(a: Facet, b: Facet) -> Scored:
    """Copies of one text; the same words; one document telling two things."""
    if a.document != b.document:
        return Scored(0.6, "the same words in two copies of one text") if same_record(a, b) else _NOTHING
    near = a.span.overlaps(b.span) or min(abs(a.span.start - b.span.end), abs(b.span.start - a.span.end)) <= NEAR_BY
    if a.kind != b.kind:
        return Scored(0.1, "told together") if near else _NOTHING
    if a.place == b.place is not None and a.action == b.action in _ONCE:
        return _NOTHING  # one place seldom changes hands twice within days: a summary and its details tell of one change
    return Scored(-_TWICE.get(a.kind, 0.05 if near else 0.15), "one document tells both")


def copied(a: Facet, b: Facet) -> bool:
    """Whether the two stand in different copies of one text."""
    return a.family == b.family and a.document != b.document


def same_record(a: Facet, b: Facet) -> bool:
    """Whether the two are one record in two copies of a text, edited a little; with nothing but a figure changed, a correction."""
    if not copied(a, b) or a.kind != b.kind or (a.place, a.groups) != (b.place, b.groups):
        return False
    return fuzz.ratio(a.quote, b.quote) >= (EDITED if a.counts == b.counts else CORRECTED)


def topic(a: Facet, b: Facet) -> Scored:
    """Statements and agreements: the same matter in the same words."""
    if not (a.topic and b.topic) or a.kind != b.kind:
        return _NOTHING
    alike = len(a.topic & b.topic) / min(len(a.topic), len(b.topic))
    if alike >= 0.4:
        return Scored(0.2, "about the same matter")
    return Scored(-0.2, "about other matters") if alike < 0.15 else _NOTHING


#: Every feature, those that can rule a pair out first.
FEATURES: tuple[Callable[[Facet, Facet], Scored], ...] = (modality, action, place, time, anchor, actors, counts, victims, telling, topic)


def score(a: Facet, b: Facet) -> tuple[float, str]:
    """Points for one happening and why; minus infinity when a feature rules it out."""
    total, words = 0.0, []
    for feature in FEATURES:
        found = feature(a, b)
        if found.veto:
            return float("-inf"), found.words
        total += found.points
        if found.words:
            words.append(found.words)
    return round(total, 4), "; ".join(words)


def _apart(a: Facet, b: Facet) -> int:
    """Days between the two intervals, 0 when some day can lie in both."""
    after = a.start - b.end if a.start is not None and b.end is not None else 0
    before = b.start - a.end if b.start is not None and a.end is not None else 0
    return max(after, before, 0)


def _opposed(a: Actors, b: Actors) -> bool:
    return bool(a.sides and b.sides) and not a.sides & b.sides and not a.keys & b.keys


def _one_group(a: Facet, b: Facet) -> bool:
    """Whether two tolls count the same: a word of the group in common, or no group said on one side; in one document, the same words."""
    if a.document == b.document:
        return a.groups == b.groups
    one, other = ({word for group in f.groups for word in group.split()} for f in (a, b))
    return not (one and other) or bool(one & other)


def _compatible(a: tuple[float | None, float | None], b: tuple[float | None, float | None]) -> bool:
    below = a[1] is not None and b[0] is not None and a[1] < b[0]
    above = a[0] is not None and b[1] is not None and a[0] > b[1]
    return not (below or above)
