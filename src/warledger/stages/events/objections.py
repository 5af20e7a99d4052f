"""What rules out that two claims tell of one happening, whatever else speaks for it."""

from __future__ import annotations

from warledger.stages.events.pair import MEETING, Pair, Telling, When
from warledger.stages.events.parties import Accord
from warledger.stages.events.patterns import WORD_FOR_WORD
from warledger.stages.events.spots import Where

#: Stages of one course of events, and deeds that are not one: kept apart.
_APART = frozenset(
    frozenset(pair)
    for pair in (
        ("entered", "taken"),
        ("besieged", "taken"),
        ("left", "taken"),
        ("left", "advance"),
        ("strike", "clash"),
        ("bomb", "entered"),
    )
)
_REACHED = frozenset({"entered", "advance", "taken", "clash"})
_SLACK = ({"taken"}, {"left"}, {"taken", "clash"})


def objection(p: Pair) -> str | None:
    """Why the two cannot be one happening, in words; `None` when nothing rules it out."""
    if p.a.reality != p.b.reality:
        return f"{p.a.reality} against {p.b.reality}"
    if "holds" in p.acts:
        return "a state is no happening"
    if p.acts in _APART:
        return f"{' and '.join(sorted(p.acts))} are two steps"
    return _days(p) or _places(p) or _actors(p) or _figures(p) or _list(p)


def _days(p: Pair) -> str | None:
    if p.when in MEETING or (p.when is When.SLACK and p.acts in _SLACK and p.where is Where.SAME):
        return None
    return When.APART.value


def _places(p: Pair) -> str | None:
    if p.where is Where.OTHER:
        return p.where.value
    if p.where is Where.AROUND and p.acts <= _REACHED and bool(p.a.spots[0].part) != bool(p.b.spots[0].part):
        return "a part of a town is reached before the town"
    return None


def _actors(p: Pair) -> str | None:
    word_for_word = p.lead is Accord.UNLIKE and p.wording >= WORD_FOR_WORD and p.phrases > 1
    if p.lead in (Accord.AGAINST, Accord.UNLIKE) and not p.one_party and not word_for_word:
        return p.lead.value
    if len(p.acts) == 1 and p.acts <= {"taken", "left", "entered"} and p.crossed:
        return "one takes from the other"
    return None


def _figures(p: Pair) -> str | None:
    """The death of one man is not the battle; and one document that counts twice, far apart, counts two things."""
    if p.acts <= {"taken", "clash"} and bool(p.a.victims) != bool(p.b.victims):
        return "one of them tells of one person's fate"
    if p.kinds == {"event"} and p.figures_differ and p.telling in (Telling.PASSAGE, Telling.APART):
        return "one document gives them different figures"
    return None


def _list(p: Pair) -> str | None:
    listed = p.telling is Telling.SENTENCE and p.one_act and p.a.kind != "event" and p.where not in (Where.PART, Where.AROUND)
    return "one sentence tells both" if listed else None
