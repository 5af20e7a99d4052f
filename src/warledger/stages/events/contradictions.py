"""What two claims say against each other, one function per type of dispute.

Each returns a `Clash` or `None`. The labels of a clash name its two sides, so that every claim on one side lands in one dispute.
"""

from __future__ import annotations

import datetime as dt
import re

import msgspec

from warledger.records.claim import Claim, Control, Event, Statement
from warledger.stages.events.facets import Facet
from warledger.stages.events.parties import Actors, roles

#: Two figures within this share of each other are one figure rounded.
ROUNDING = 0.05
#: Days around the claims of one place within which a denial answers them.
ANSWERS_WITHIN = 1
#: Days between claims of different happenings within which they can still be about one thing.
NEAR_DAYS = 3
#: Words of the topic that two statements on one matter have in common.
SHARED_WORDS = 2
#: PLOVER acts that are deeds, which their doer can deny; what was only said is not denied by a refusal.
DENIABLE = frozenset({"AID", "SUPPORT", "COOPERATE", "MOBILIZE", "SANCTION", "COERCE", "ASSAULT"})
#: Control modes that name a holder of the place.
HOLDING = frozenset({"captured", "retaken", "handed_over", "holds", "defended"})

FIGURES, WHO, WHEN, WHERE = "different figures", "who did it", "when", "where"
HAPPENED, CONTROL, SCOPE, WORDING = "did it happen", "control", "scope or update (not a true conflict)", "wording/correction"

Bounds = tuple[float | None, float | None]


def is_real(kind: str) -> bool:
    """Whether the sides of a dispute of this type cannot both be true."""
    return kind not in (SCOPE, WORDING)


class Side(msgspec.Struct, frozen=True):
    """A claim with its facet, and the day and family it is known by."""

    claim: Claim
    facet: Facet
    known: dt.date | None


class Clash(msgspec.Struct, frozen=True):
    """A dispute of `type` between the side labelled `a` and the side labelled `b`, with the reason in words."""

    type: str
    a: str
    b: str
    why: str


def figures(a: Side, b: Side) -> Clash | None:
    """Counts of one measure and group that no number satisfies both."""
    for key in sorted(a.facet.counts.keys() & b.facet.counts.keys()):
        one, other = a.facet.counts[key], b.facet.counts[key]
        if not _apart(one, other):
            continue
        what = f"{key[0]} ({key[1] or 'of what is not said'}): {_shown(one)} against {_shown(other)}"
        labels = f"{key} {_shown(one)}", f"{key} {_shown(other)}"
        if _rounded(one, other):
            return Clash(WORDING, *labels, f"{what}, one of them rounded")
        if _later_more(a, b, one, other) or _later_more(b, a, other, one):
            return Clash(SCOPE, *labels, f"{what}; the later report has more, as a toll grows")
        return Clash(FIGURES, *labels, what)
    return None


def who(a: Side, b: Side) -> Clash | None:
    """One deed, two doers that are not names of one side."""
    one, other = a.facet.doers, b.facet.doers
    if a.facet.action != b.facet.action or isinstance(a.claim.content, Statement) or not one.keys or not other.keys:
        return None
    if _one_side(one, other) or _may_mean(one, other) or _may_mean(other, one):
        return None
    return Clash(WHO, _keys(one), _keys(other), f"done by {_doers(a)} or by {_doers(b)}")


def when(a: Side, b: Side) -> Clash | None:
    """One deed on days that cannot agree. "Has taken it", undated, says nothing of when."""
    if a.facet.days is None or b.facet.days is None:
        return None
    if a.facet.action != b.facet.action or not _days_apart(a.facet, b.facet):
        return None
    return Clash(WHEN, _interval(a.facet), _interval(b.facet), f"dated {_interval(a.facet)} or {_interval(b.facet)}")


def when_changed(a: Side, b: Side) -> Clash | None:
    """One place lost or taken on days close by that cannot agree, by actors who may be the same."""
    one, other = a.facet, b.facet
    if a.claim.kind != "control" or one.kind != other.kind or one.place != other.place or one.action not in ("taken", "left"):
        return None
    if one.doers.keys & other.targets.keys or other.doers.keys & one.targets.keys or _opposed(one, other) or one.reality != other.reality:
        return None
    return when(a, b)


def where(a: Side, b: Side) -> Clash | None:
    """One count of victims on one day, told of two places that share a name ("X university", a quarter of X)."""
    one, other = a.facet, b.facet
    if not (one.place and other.place) or one.place == other.place or one.document == other.document or one.vague or other.vague:
        return None
    if one.action != other.action or not _dead(one) & _dead(other) or not _names(a.claim) & _names(b.claim):
        return None
    return Clash(WHERE, one.place, other.place, f"at {a.claim.places[0]} or at {b.claim.places[0]}, with one count of dead")


def happened(a: Side, b: Side) -> Clash | None:
    """One says that it was so, the other that it was not."""
    for denial, told in ((a, b), (b, a)):
        if denial.facet.reality == "denied" and told.facet.reality == "done" and _one_matter(denial, told):
            return _denial(denial, told, f"denied by {_speaker(denial.claim)}")
        if _rejects(denial, told):
            return _denial(denial, told, f"rejected by {_speaker(denial.claim)}")
    return None


def control(a: Side, b: Side) -> Clash | None:
    """Two holders of one place on one day."""
    if not (_names_holder(a) and _names_holder(b)) or a.facet.place != b.facet.place or not _of_one_time(a.facet, b.facet):
        return None
    one, other = a.facet.doers, b.facet.doers
    if (a.facet.vague and b.facet.vague) or _one_side(one, other) or one.described or other.described:
        return None
    return Clash(CONTROL, _keys(one), _keys(other), f"held by {_doers(a)} or by {_doers(b)} on one day")


def scope(a: Side, b: Side) -> Clash | None:
    """Figures of different days for one standing count: how many an actor has, or how much was taken by then."""
    if a.claim.kind not in ("strength", "toll") or a.claim.kind != b.claim.kind or not _days_apart(a.facet, b.facet):
        return None
    for key in sorted(a.facet.counts.keys() & b.facet.counts.keys()):
        one, other = a.facet.counts[key], b.facet.counts[key]
        if _apart(one, other):
            why = f"{key[0]}: {_shown(one)} and {_shown(other)}, of different days"
            return Clash(SCOPE, f"{key} {_interval(a.facet)}", f"{key} {_interval(b.facet)}", why)
    return None


def corrected(a: Side, b: Side) -> Clash | None:
    """Two versions or copies of one text with another figure in the same words: a slip or its correction, and one witness."""
    for key in sorted(a.facet.counts.keys() & b.facet.counts.keys()):
        one, other = a.facet.counts[key], b.facet.counts[key]
        if one != other:
            what = f"{key[0]} ({key[1] or 'of what is not said'}): {_shown(one)} in one version of the text, {_shown(other)} in another"
            return Clash(WORDING, f"{key} {_shown(one)}", f"{key} {_shown(other)}", what)
    return None


def wording(a: Side, b: Side) -> Clash | None:
    """One event under two type names that reporters use for the same thing."""
    one, other = a.claim.content, b.claim.content
    if not (isinstance(one, Event) and isinstance(other, Event)) or one.type == other.type or a.facet.action != b.facet.action:
        return None
    return Clash(WORDING, one.type, other.type, f"one calls it {one.type.lower()}, the other {other.type.lower()}")


#: What is looked for among the claims of one happening, and between claims of different happenings near each other.
WITHIN = (figures, when, where, who, wording)
BETWEEN = (happened, control, when_changed, where, scope)


def _dead(facet: Facet) -> set[Bounds]:
    return {bounds for (measure, _), bounds in facet.counts.items() if measure == "killed"}


def is_denial(side: Side) -> bool:
    """Whether the claim says that something is not so."""
    content = side.claim.content
    return side.facet.reality == "denied" or (isinstance(content, Statement) and content.act == "REJECT")


def _denial(denial: Side, told: Side, why: str) -> Clash:
    matter = f"{told.facet.action} {told.facet.place or ''}"
    labels = (f"denied {matter}", f"told {matter}")
    return Clash(HAPPENED, *(labels if denial.claim.id < told.claim.id else labels[::-1]), why)


def _rejects(denial: Side, told: Side) -> bool:
    statement = denial.claim.content
    if not isinstance(statement, Statement) or statement.act != "REJECT" or told.facet.reality != "done":
        return False
    speaker = denial.facet.doers
    if isinstance(told.claim.content, Statement):
        return _rejects_saying(denial, told)
    if not _of_one_place(denial, told) or not _of_one_time(denial.facet, told.facet, ANSWERS_WITHIN):
        return False
    return _one_side(speaker, told.facet.doers) or _one_side(speaker, told.facet.targets)


def _of_one_place(denial: Side, told: Side) -> bool:
    """Whether the denial is of the same place, or what it denies ("that the army had left X") names the place and shares words."""
    if denial.facet.place is not None or told.facet.place is None:
        return denial.facet.place is not None and denial.facet.place == told.facet.place
    content = denial.claim.content
    if not isinstance(content, Statement) or not told.claim.places or not _says(content.topic, told.claim.places[0]):
        return False
    return bool(_plain_stems(content.topic) & _plain_stems(told.claim.quote))


def _rejects_saying(denial: Side, told: Side) -> bool:
    """A denial of an accusation by the accused, or of a deed (aid, backing) by its doer, in words that they share."""
    assert isinstance(told.claim.content, Statement)
    if told.claim.content.act == "ACCUSE":
        answers = bool(denial.facet.targets.keys & told.facet.doers.keys) or _names_speaker(denial.claim, told.claim)
        return bool(denial.facet.doers.keys & told.facet.targets.keys) and answers
    return told.claim.content.act in DENIABLE and _one_matter(denial, told)


def _names_speaker(denial: Claim, told: Claim) -> bool:
    speaker = _speaker(told)
    return bool(speaker) and _says(denial.quote, speaker)


def _says(quote: str, name: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", quote) is not None


def _one_matter(a: Side, b: Side) -> bool:
    """Whether the two speak of one deed of one doer: of statements by their topic, else by kind of deed and time."""
    if isinstance(a.claim.content, Statement) and isinstance(b.claim.content, Statement):
        shared = _stems(a.claim.content) & _stems(b.claim.content)
        return bool(a.facet.doers.keys & b.facet.doers.keys) and len(shared) >= SHARED_WORDS
    one, other = a.facet.doers, b.facet.doers
    named_apart = one.keys and other.keys and not (_one_side(one, other) or one.described or other.described)
    return a.facet.action == b.facet.action and not named_apart and _of_one_time(a.facet, b.facet, NEAR_DAYS)


def _stems(statement: Statement) -> set[str]:
    return {word[:6] for word in (raw.strip(".,;:'\"“”‘’()").casefold() for raw in statement.topic.split()) if len(word) > 4}


def _plain_stems(text: str) -> set[str]:
    """Stems of the longer words without capitals."""
    return {word[:6] for word in re.findall(r"\b[a-z]{5,}\b", text)}


def _of_one_time(a: Facet, b: Facet, within: int = 0) -> bool:
    """Whether the two are at most `within` days apart. Where one says only by when, the other must have been told about then."""
    if a.days is not None and b.days is not None:
        return _gap(a, b) <= within
    return a.end is not None and b.end is not None and abs(a.end - b.end) <= max(within, NEAR_DAYS)


def _names_holder(side: Side) -> bool:
    content = side.claim.content
    return isinstance(content, Control) and content.mode in HOLDING and side.facet.reality == "done" and bool(side.facet.doers.keys)


def _one_side(a: Actors, b: Actors) -> bool:
    return bool(a.keys & b.keys) or bool(a.sides & b.sides)


def _may_mean(description: Actors, named: Actors) -> bool:
    """Whether "rebels" can be the named actor: the description has a side, and the name says no other."""
    return description.described and bool(description.sides) and (not named.sides or bool(named.sides & description.sides))


def _opposed(a: Facet, b: Facet) -> bool:
    one, other = (a.doers, b.doers) if a.action == "taken" else (a.targets, b.targets)
    return bool(one.sides and other.sides) and not one.sides & other.sides


def _doers(side: Side) -> str:
    return " and ".join(roles(side.claim)[0])


def _days_apart(a: Facet, b: Facet) -> bool:
    return _gap(a, b) > 0


def _gap(a: Facet, b: Facet) -> int:
    after = a.start - b.end if a.start is not None and b.end is not None else 0
    before = b.start - a.end if b.start is not None and a.end is not None else 0
    return max(after, before, 0)


def _apart(a: Bounds, b: Bounds) -> bool:
    below = a[1] is not None and b[0] is not None and a[1] < b[0]
    above = a[0] is not None and b[1] is not None and a[0] > b[1]
    return below or above


def _rounded(a: Bounds, b: Bounds) -> bool:
    one, other = (next((n for n in bounds if n is not None), 0.0) for bounds in (a, b))
    return abs(one - other) <= ROUNDING * max(one, other)


def _later_more(early: Side, late: Side, few: Bounds, many: Bounds) -> bool:
    if early.known is None or late.known is None or early.known >= late.known:
        return False
    return few[1] is not None and many[0] is not None and few[1] < many[0]


def _shown(bounds: Bounds) -> str:
    low, high = bounds
    if low == high:
        return f"{low:g}"
    if high is None:
        return f"at least {low:g}"
    return f"up to {high:g}" if low is None else f"{low:g} to {high:g}"


def _interval(facet: Facet) -> str:
    start, end = (dt.date.fromordinal(day).isoformat() if day is not None else "open" for day in (facet.start, facet.end))
    return start if start == end else f"{start} to {end}"


def _keys(actors: Actors) -> str:
    return " and ".join(sorted(actors.keys))


def _speaker(claim: Claim) -> str:
    content = claim.content
    if isinstance(content, Statement):
        return content.speaker or content.affiliation
    return claim.said_by[0] if claim.said_by else "the text"


def _names(claim: Claim) -> set[str]:
    words = {word.strip(".,'’").removesuffix("’s").removesuffix("'s").casefold() for name in claim.places for word in name.split()}
    return {word for word in words if len(word) > 3}
