"""What looks like a contradiction and is a change: a speaker gave way, came to know, or turned from a plan; fighting after a truce."""

from __future__ import annotations

from warledger.records.claim import Agreement
from warledger.stages.events.clashes.clash import SCOPE, Clash, Side, doers_of, interval, last_day
from warledger.stages.events.clashes.kin import same
from warledger.stages.events.clashes.matter import in_words, matters, shared_words

#: What two statements on one matter have in common, at least.
_ONE_MATTER = 3
#: Days within which a speaker comes to know, gives way, turns from a plan, and within which fighting is set beside a truce.
_KNOWS, _YIELDS, _TURNS, _AFTER_TRUCE = 7, 31, 122, 14
REFUSING = frozenset({"REJECT"})
YIELDING = frozenset({"CONCEDE"})
#: Acts that set a course.
_COURSES = frozenset({"RETREAT", "MOBILIZE", "AID", "SANCTION", "COOPERATE"})
_FIGHTING = frozenset({"clash", "strike", "shelling", "attack"})


def gave_way(a: Side, b: Side) -> Clash | None:
    """`a` refuses, and then the same speaker, in `b`, gives way on one matter."""
    if a.act not in REFUSING or b.act not in YIELDING or not _one_speaker(a, b):
        return None
    shared = (shared_words(a, b) & a.said.refused) - a.said.names
    if not 0 <= last_day(b) - last_day(a) <= _YIELDS or len(shared) < _ONE_MATTER:
        return None
    why = f"{b.speaker} refused, and then gave way ({in_words(shared)})"
    return Clash(SCOPE, f"{a.act} {interval(a.facet)}", f"{b.act} {interval(b.facet)}", why, 0.5)


def came_to_know(a: Side, b: Side) -> Clash | None:
    """`a` could not confirm, and days later the same speaker confirmed."""
    if not a.act or not b.act or "unsure" not in a.said.cues or "unsure" in b.said.cues or "sure" not in b.said.cues:
        return None
    if not _one_speaker(a, b) or not 0 <= last_day(b) - last_day(a) <= (_KNOWS if shared_words(a, b) - a.said.names else 1):
        return None
    why = f'{a.speaker} "{a.said.cues["unsure"]}", then "{b.said.cues["sure"]}"'
    return Clash(SCOPE, f"unsure {interval(a.facet)}", f"sure {interval(b.facet)}", why, 0.5)


def turned_from(a: Side, b: Side) -> Clash | None:
    """`a` says that it is otherwise now ("instead of a withdrawal"), of what `b` told or planned before."""
    turned = matters(a.said.turned & b.said.about)
    if not turned or not same(a.everyone, b.everyone) or not 0 < last_day(a) - last_day(b) <= _TURNS or not _plans(b):
        return None
    why = f'told otherwise later: "{a.said.cues["turned"]}" ({in_words(turned)})'
    return Clash(SCOPE, f"turned {a.facet.id}", f"before {a.facet.id}", why, 0.4)


def _plans(side: Side) -> bool:
    return side.facet.reality == "planned" or side.act in _COURSES


def after_truce(a: Side, b: Side) -> Clash | None:
    """`a` is a truce of two parties, `b` fighting between them that is told as of after it."""
    deal = a.claim.content
    if not isinstance(deal, Agreement) or deal.status != "made" or "truce:" not in a.said.about or b.facet.action not in _FIGHTING:
        return None
    one, other = b.facet.doers.keys & a.facet.doers.keys, b.facet.targets.keys & a.facet.doers.keys
    if not (one and other and one != other) or a.facet.start is None or b.facet.end is None or not b.done:
        return None
    if not 0 < b.facet.end - a.facet.start <= _AFTER_TRUCE or (b.facet.start is not None and b.facet.start < a.facet.start):
        return None
    why = f"a truce of {doers_of(a)} {interval(a.facet)}, fighting between them {interval(b.facet)}: before it, or a breach"
    return Clash(SCOPE, f"truce {a.facet.start}", f"fighting {interval(b.facet)}", why, 0.5)


def _one_speaker(a: Side, b: Side) -> bool:
    return same(a.by, b.by)
