"""What lets a careful reader know that two claims tell of one happening: a table of patterns, each with a weight and words.

One pattern is enough, and none outweighs an objection (`objections.py`). The weights say in which order pairs are joined. They follow
the share of pairs a pattern was right on among 835 hand-coded claims with 85 hand-made links (two encyclopaedia articles, two news
reports), lowered where few pairs were there to go by. How often each was right: docs/method-and-limits.md.
"""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from warledger.stages.events.actions import ONCE
from warledger.stages.events.copies import same_record
from warledger.stages.events.pair import EXACT, MEETING, MONTH, Pair, Telling, When
from warledger.stages.events.parties import AGREED, HOSTILE, OPEN, Accord
from warledger.stages.events.spots import Where

#: Cosine of the words, and word pairs in common, of a sentence retold; and where the doers cannot be told to be the same.
ALIKE, RETOLD, WORD_FOR_WORD, SAME = 0.3, 0.35, 0.4, 0.5
#: Claims of one document on one day, up to which that day stands for one incident.
FEW = 8

_NOT_OTHER = frozenset(Where) - {Where.OTHER}
_ALLIED_RETOLD = (frozenset({"taken", "clash"}), frozenset({"entered", "clash"}), frozenset({"defended", "clash"}))
#: Deeds of different kinds in one sentence that are one thing.
_TOGETHER = frozenset(
    frozenset(pair)
    for pair in (
        ("taken", "clash"),
        ("taken",),
        ("taken", "toll"),
        ("taken", "taken places"),
        ("taken", "advance"),
        ("taken", "Looting/property destruction"),
        ("entered", "clash"),
        ("defended", "clash"),
        ("clash", "taken places"),
        ("advance", "taken places"),
        ("deployed", "Headquarters or base established"),
        ("left", "flight"),
    )
)


class Pattern(msgspec.Struct, frozen=True):
    """One way to know one happening. `weight` (0-1) orders; `words` say it to people."""

    name: str
    weight: float
    words: str
    holds: Callable[[Pair], bool]


def _named_victim(p: Pair) -> bool:
    return p.victim and p.when in MEETING


def _one_sentence(p: Pair) -> bool:
    if p.telling is not Telling.SENTENCE or len(p.kinds) == 1 or not p.physical or p.listed:
        return False
    counted = p.kinds == {"event", "toll"} and "taken places" not in p.acts
    return (
        (counted or p.acts in _TOGETHER)
        and p.where in (Where.SAME, Where.REGION, Where.COUNTRY)
        and (p.when in EXACT or p.when is When.SAME_OPEN)
        and p.lead in AGREED | {Accord.UNSAID}
    )


def _in_part(p: Pair) -> bool:
    """ "Took the town in an offensive east of the river"."""
    fought = p.acts == {"taken", "clash"} and p.telling is not Telling.NEXT
    return fought and p.where is Where.PART and p.when in EXACT and p.lead in AGREED and p.foe in OPEN and not p.listed


def _once(p: Pair) -> bool:
    if not (p.acts <= ONCE and len(p.acts) == 1) or p.telling is Telling.SENTENCE or p.when not in MEETING:
        return False
    if p.where is Where.SAME:
        return (p.lead in AGREED and _not_adrift(p)) or (p.lead in OPEN and _sure_days(p))
    if p.where is Where.COUNTRY:
        return p.acts == {"taken"} and p.when is not When.OPEN and p.lead in AGREED | {Accord.ALLIES}
    return p.where is Where.REGION and p.lead in AGREED and _not_adrift(p)


def _not_adrift(p: Pair) -> bool:
    """Days that only can agree bring nothing together but changes of hands by one actor; where they are fresh, movements of one actor."""
    if p.when is When.OPEN:
        return p.named and p.kinds == {"control"}
    return p.when is not When.FRESH or p.kinds == {"control"} or p.lead is Accord.ONE


def _sure_days(p: Pair) -> bool:
    if p.when is When.FRESH:
        return p.lead is Accord.UNSAID and bool(p.a.lead.keys and p.b.lead.keys)
    return p.specific or p.when in (When.INTERVAL, When.SAME_OPEN)


def _changed_hands(p: Pair) -> bool:
    return (
        p.when is When.SLACK
        and p.acts == {"taken"}
        and p.where is Where.SAME
        and p.telling is not Telling.SENTENCE
        and p.lead in AGREED
        and p.foe in OPEN
    )


def _campaign(p: Pair) -> bool:
    if not (p.a.campaign and p.b.campaign and p.acts == {"clash"} and p.where in _NOT_OTHER) or p.telling is Telling.SENTENCE:
        return False
    if p.when in EXACT or p.when is When.START:
        return p.lead in AGREED
    dated = any(f.days is not None and f.days <= 14 for f in (p.a, p.b))
    return p.when is When.FRESH and dated and p.a.launch and p.b.launch and p.lead in AGREED and p.telling is Telling.ELSEWHERE


def _swept_region(p: Pair) -> bool:
    fought = p.acts <= {"clash", "advance"} and p.where is Where.REGION and p.telling is not Telling.SENTENCE
    return fought and p.lead in AGREED and p.when in MEETING and p.specific


def _war(p: Pair) -> bool:
    return (
        p.acts == {"clash"}
        and p.named
        and p.foe is Accord.ONE
        and not (p.a.foe.nameless or p.b.foe.nameless)
        and p.telling is not Telling.SENTENCE
        and p.when in MEETING
        and p.where in (Where.UNSAID, Where.NOWHERE, Where.COUNTRY, Where.REGION)
        and not any(f.days is not None and f.days <= 14 for f in (p.a, p.b))
    )


def _event_retold(p: Pair) -> bool:
    alike = p.retold and p.one_act and p.a.kind == "event" and p.a.campaign == p.b.campaign
    if not alike or p.where is not Where.SAME or p.when not in EXACT:
        return False
    return p.lead in AGREED or (p.telling is Telling.ELSEWHERE and p.lead in OPEN and p.foe in AGREED and not p.figures_differ)


def _fought_for(p: Pair) -> bool:
    placed = p.acts in _ALLIED_RETOLD and p.telling is not Telling.SENTENCE and p.where is Where.SAME and not p.listed
    wide = p.contained and p.foe is Accord.ONE
    dated = p.specific or p.when in EXACT or (p.when is When.OVERLAP and p.lead in AGREED) or (p.when is When.LONG and wide)
    return placed and p.lead in OPEN and p.when in MEETING and dated


def _part_of_town(p: Pair) -> bool:
    return p.acts == {"entered", "advance"} and p.where is Where.SAME and bool(_part(p)) and p.when in MEETING and p.lead in OPEN


def _part(p: Pair) -> str:
    return p.a.spots[0].part if p.a.spots else ""


def _entered_town(p: Pair) -> bool:
    entered = "entered" in p.acts and p.acts <= {"entered", "clash"} and p.telling is not Telling.SENTENCE
    whole = not any(f.spots and f.spots[0].part for f in (p.a, p.b))
    return entered and whole and p.where in (Where.PART, Where.PROVINCE) and p.when in EXACT and p.lead in OPEN


def _taken_quarter(p: Pair) -> bool:
    taken = "taken" in p.acts and p.acts <= {"taken", "clash"} and p.telling is not Telling.SENTENCE
    return taken and p.where is Where.PART and p.when in EXACT and p.lead in AGREED and p.foe in AGREED | {Accord.UNSAID} and not p.listed


def _statement_repeated(p: Pair) -> bool:
    said = p.one_act and p.a.kind == "statement" and p.lead is Accord.ONE and p.telling is not Telling.SENTENCE
    return said and p.foe in AGREED | {Accord.UNSAID} and p.when in MEETING and p.wording >= RETOLD


def _announced(p: Pair) -> bool:
    said = p.acts == {"said: INFORM"} and p.a.launch and p.b.launch and p.telling is not Telling.SENTENCE
    return said and p.when is When.DAY and p.lead in AGREED


def _standing(p: Pair) -> bool:
    helps = p.acts in ({"said: AID"}, {"said: SUPPORT"}) and p.telling is not Telling.SENTENCE
    return helps and p.named and p.foe in AGREED and p.when in MEETING


def _moved_again(p: Pair) -> bool:
    moved = p.kinds == {"movement"} and (len(p.acts) == 1 or p.acts == {"left", "flight"}) and p.telling is not Telling.SENTENCE
    begun = p.when in (When.START, When.OPEN_START)
    placed = p.where in (Where.SAME, Where.REGION, Where.COUNTRY) or (p.where is Where.WIDER and begun and p.named)
    within = p.when in MEETING and all(f.days is not None and f.days <= MONTH for f in (p.a, p.b))
    return moved and placed and (p.when in EXACT or begun or within) and p.lead is Accord.ONE and not p.figures_differ and not p.listed


def _follow_up(p: Pair) -> bool:
    event = p.telling in (Telling.NEXT, Telling.SENTENCE) and p.one_act and p.a.kind == "event" and p.physical
    told_on = p.a.quote != p.b.quote and p.where in (Where.SAME, Where.COUNTRY)
    return event and told_on and p.when is When.DAY and p.lead is Accord.ONE


def _in_a_row(p: Pair) -> bool:
    held = p.acts & {"taken", "left", "besieged"} or "toll" in p.kinds
    row = p.telling is Telling.NEXT and p.when is When.DAY and max(p.a.crowd, p.b.crowd) <= FEW
    placed = p.where in _NOT_OTHER - {Where.REGIONAL}
    known = p.one_party and (p.foe is not Accord.AGAINST or p.crossed)
    return row and placed and p.physical and not held and not p.figures_differ and known


def _same_words(p: Pair) -> bool:
    if not (p.retold and p.physical and p.kinds in ({"event"}, {"control"}, {"movement"}) and len(p.acts) == 1 and p.when in MEETING):
        return False
    if p.listed or p.where not in _NOT_OTHER - {Where.REGIONAL, Where.UNSAID} or not _reworded(p):
        return False
    if p.when is When.OPEN and (p.where is Where.NOWHERE or p.wording < SAME):
        return False
    if p.lead in AGREED or (p.lead is Accord.UNSAID and p.when in EXACT):
        return True
    return p.wording >= WORD_FOR_WORD and p.phrases >= 2 and p.lead is not Accord.AGAINST


def _reworded(p: Pair) -> bool:
    return (p.wording >= RETOLD and p.phrases >= 1) or (p.wording >= ALIKE and p.phrases >= 2)


def _one_total(p: Pair) -> bool:
    counted = p.kinds == {"toll"} and p.figure and p.telling is not Telling.SENTENCE
    return counted and p.lead in AGREED and p.when in MEETING and p.where in _NOT_OTHER


def _its_toll(p: Pair) -> bool:
    """The losses of a fight or an attack: the same figure, or the first figure given of it, in the next sentence."""
    counted = p.kinds == {"event", "toll"} and "toll" in p.acts and p.acts - {"toll"} <= HOSTILE and p.where is Where.SAME
    if not counted or not p.specific or p.when not in MEETING or p.lead not in OPEN or p.listed:
        return False
    return p.figure or (p.telling is Telling.NEXT and p.when is When.DAY and not p.figures_differ)


def _one_figure(p: Pair) -> bool:
    hurt = p.one_act and p.acts <= {"strike", "shelling", "bomb", "attack"} and p.figure and p.telling is not Telling.SENTENCE
    return hurt and p.lead in OPEN and p.when in MEETING and p.specific and p.where in (Where.SAME, Where.PART, Where.AROUND)


def _advance(p: Pair) -> bool:
    return p.acts == {"advance"} and p.where is Where.PROVINCE and p.when in MEETING and p.specific and p.lead in AGREED


PATTERNS: tuple[Pattern, ...] = (
    Pattern("copy", 1.0, "the same words in two copies of one text", lambda p: same_record(p.a, p.b)),
    Pattern("victim", 0.95, "one named victim", _named_victim),
    Pattern("sentence", 0.9, "told in one sentence as one deed", _one_sentence),
    Pattern("once", 0.88, "a deed that a place sees once in such a time", _once),
    Pattern("campaign", 0.85, "one campaign, by its beginning", _campaign),
    Pattern("war", 0.85, "one war of two parties", _war),
    Pattern("repeated", 0.85, "one statement in the same words", _statement_repeated),
    Pattern("part", 0.8, "one part of one town reached", _part_of_town),
    Pattern("region", 0.8, "the fighting and the advance in one region", _swept_region),
    Pattern("announced", 0.8, "one campaign announced", _announced),
    Pattern("standing", 0.8, "one standing support", _standing),
    Pattern("quarter", 0.8, "a town and its part taken from the same side", _taken_quarter),
    Pattern("within", 0.8, "a town taken in an offensive around it", _in_part),
    Pattern("total", 0.8, "one total", _one_total),
    Pattern("toll", 0.8, "a fight and its losses", _its_toll),
    Pattern("figure", 0.8, "one figure of losses in one town", _one_figure),
    Pattern("change", 0.75, "one change of hands, dated a little apart", _changed_hands),
    Pattern("moved", 0.75, "one actor moving", _moved_again),
    Pattern("follow-up", 0.75, "the next sentence tells on of the event", _follow_up),
    Pattern("incident", 0.75, "one incident told in a row of sentences", _in_a_row),
    Pattern("words", 0.75, "retold in the same words", _same_words),
    Pattern("advance", 0.75, "one advance in the province", _advance),
    Pattern("fought", 0.72, "the fighting for a place and what came of it", _fought_for),
    Pattern("event", 0.7, "one kind of event at one place on the same days", _event_retold),
    Pattern("entered", 0.7, "a town entered, and fought in, on the same days", _entered_town),
)


#: Those that can hold of two statements.
SPOKEN = tuple(pattern for pattern in PATTERNS if pattern.name in {"copy", "repeated", "announced", "standing"})


def pattern_of(p: Pair) -> Pattern | None:
    """The first pattern that holds, which is the weightiest."""
    for pattern in SPOKEN if p.kinds == {"statement"} else PATTERNS:
        if pattern.holds(p):
            return pattern
    return None
