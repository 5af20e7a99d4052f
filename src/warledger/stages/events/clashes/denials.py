"""Did it happen: what one says was so and another denies."""

from __future__ import annotations

import re

from warledger.base.stems import stems_of
from warledger.records.claim import Statement
from warledger.stages.events.clashes.clash import FRESH, HAPPENED, SCOPE, Clash, Side, at, exact, gap, interval, last_day
from warledger.stages.events.clashes.kin import akin, could_be_one, one_side, same
from warledger.stages.events.clashes.matter import in_words, matters, one_place, own_matter, shared_words

#: Days around the claims of one place within which a denial answers them.
ANSWERS_WITHIN = 1
#: Words of the topic that two statements on one matter have in common.
SHARED_WORDS = 2
#: Words in common from which on a denial tells the same story at length.
_AT_LENGTH = 3
#: Days within which "it is not so" speaks of what is told, and days after which a later state of things is no update of it.
_ABOUT_THEN, _LATER = 7, 732
#: PLOVER acts that are deeds, which their doer can deny; what was only said is not denied by a refusal.
DENIABLE = frozenset({"AID", "SUPPORT", "COOPERATE", "MOBILIZE", "SANCTION", "COERCE", "ASSAULT"})
#: Deeds that an opponent's gains consist of, and those that are attacks.
_GAINS, _ATTACKS = frozenset({"taken", "entered", "taken places"}), frozenset({"strike", "shelling", "attack", "bomb"})


def is_denial(side: Side) -> bool:
    """Whether the claim says that something is not so."""
    return side.facet.reality == "denied" or side.act == "REJECT"


def happened(a: Side, b: Side) -> Clash | None:
    """`a` denies what `b` tells."""
    if a.facet.reality == "denied" and b.done and "weak" not in a.said.cues and _one_matter(a, b):
        return _denial(b, f"{at(b)}denied by {a.speaker}")
    return _denial(b, f"{at(b)}rejected by {a.speaker}") if _rejects(a, b) else None


def _denial(told: Side, why: str) -> Clash:
    matter = f"{told.facet.action} {told.facet.place or ''}"
    return Clash(HAPPENED, f"denied {matter}", f"told {matter}", why)


def _rejects(denial: Side, told: Side) -> bool:
    if denial.act != "REJECT" or not told.done:
        return False
    if told.act:
        return _rejects_saying(denial, told)
    if "denial" not in denial.said.cues or denial.voice == told.voice:
        return False
    if not _of_one_place(denial, told) or not _of_one_time(denial, told, ANSWERS_WITHIN):
        return False
    if not shared_words(denial, told) - denial.said.names:
        return False
    return one_side(denial.by, told.by) or one_side(denial.by, told.to)


def _of_one_place(denial: Side, told: Side) -> bool:
    """Whether the denial is of the same place, or what it denies ("that the army had left X") names the place."""
    if denial.facet.place is not None or told.facet.place is None:
        return one_place(denial, told)
    content = denial.claim.content
    return isinstance(content, Statement) and bool(told.places) and _says(content.topic, told.places[0])


def _rejects_saying(denial: Side, told: Side) -> bool:
    """A denial of an accusation by the accused, or of a deed (aid, backing) by its doer, in words that they share."""
    if told.act == "ACCUSE":
        if denial.claim.quote == told.claim.quote or "denial" not in denial.said.cues:
            return False
        answers = bool(denial.facet.targets.keys & told.facet.doers.keys) or _says(denial.claim.quote, told.speaker)
        return bool(denial.facet.doers.keys & told.facet.targets.keys) and answers
    return told.act in DENIABLE and _one_matter(denial, told)


def _says(quote: str, name: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", quote) is not None


def _one_matter(a: Side, b: Side) -> bool:
    """Whether the two speak of one deed of one doer: of statements by their topic, else by kind of deed and time."""
    if isinstance(a.claim.content, Statement) and isinstance(b.claim.content, Statement):
        shared = _stems(a.claim.content.topic) & _stems(b.claim.content.topic)
        return bool(a.facet.doers.keys & b.facet.doers.keys) and len(shared) >= SHARED_WORDS
    if a.facet.action != b.facet.action or not _of_one_time(a, b, FRESH) or not (b.facet.days is None or exact(b, _ABOUT_THEN)):
        return False
    if not could_be_one(a.to, b.to):
        return False
    if a.facet.kind == "control":
        return could_be_one(a.by, b.by)
    return (
        a.claim.quote != b.claim.quote
        and same(a.by, b.by)
        and not b.by.vague
        and not gap(a, b)
        and bool(shared_words(a, b) - own_matter(b))
    )


def _stems(text: str) -> set[str]:
    return {word[:6] for word in re.findall(r"\b[a-z]{5,}\b", text)}


def _of_one_time(a: Side, b: Side, within: int) -> bool:
    """Whether the two are at most `within` days apart. Where one says only by when, the other must have been told about then."""
    if a.facet.days is not None and b.facet.days is not None:
        return gap(a, b) <= within
    return a.facet.end is not None and b.facet.end is not None and abs(a.facet.end - b.facet.end) <= max(within, FRESH)


def own_account(a: Side, b: Side) -> Clash | None:
    """`a` is a denial by the one of whom `b` tells, in whose words much of `b` comes back."""
    if a.act != "REJECT" or "denial" not in a.said.cues or not b.done or b.facet.kind not in ("movement", "event") or a.voice == b.voice:
        return None
    shared = shared_words(a, b)
    if not akin(a.bodies[:1], b.by.names) or not exact(b, _ABOUT_THEN) or not _names_place(a, b):
        return None
    denied = (shared & a.said.denied) - a.said.names - own_matter(b)
    if len(shared) < (SHARED_WORDS if denied and gap(a, b) <= FRESH else _AT_LENGTH):
        return None
    return Clash(HAPPENED, f"denied by {a.speaker}", f"told of {a.speaker}", f"{a.speaker} tells it otherwise ({in_words(shared)})", 0.5)


def _names_place(a: Side, b: Side) -> bool:
    """Whether the words of `a` name the place of `b`, if it has one."""
    return b.facet.place is None or any(name in stems_of(place) for place in b.places[:1] for name in a.said.names)


def called_false(a: Side, b: Side) -> Clash | None:
    """`a` calls false what its target says of its gains or attacks; `b` is one of those, of the days before."""
    if a.act not in ("ACCUSE", "REJECT") or "falsehood" not in a.said.cues or not b.done or not exact(b):
        return None
    meant = _GAINS if "advance:" in a.said.about else _ATTACKS if "air:" in a.said.about else frozenset()
    if b.facet.action not in meant or not 0 <= last_day(a) - last_day(b) <= FRESH:
        return None
    if not (a.facet.targets.keys & b.facet.doers.keys or a.facet.targets.sides & b.facet.doers.sides):
        return None
    why = f'{a.speaker} calls it untrue ("{a.said.cues["falsehood"]}")'
    return Clash(HAPPENED, f"false, says {a.speaker}", f"told against {a.speaker}", why, 0.6)


def negated(a: Side, b: Side) -> Clash | None:
    """`a` says that something is not so (will not be), `b` that it is. Done after it was said not to be, it is a later state."""
    if a.act != "INFORM" or b.facet.reality not in ("done", "planned") or b.act or a.claim.quote == b.claim.quote:
        return None
    against = (a.said.negated & shared_words(a, b)) - a.said.names
    if not matters(against) or (b.said.negated | b.said.refused) & against or not last_day(a):
        return None
    what = in_words(against)
    labels = f"not so {a.facet.id}", f"so {what}"
    planned = b.facet.reality == "planned" and "plan:" in against
    if a.facet.targets.keys & b.facet.doers.keys and (planned or (len(against) >= SHARED_WORDS and gap(a, b) <= _ABOUT_THEN)):
        return Clash(HAPPENED, *labels, f"{a.speaker} says that it is not so ({what})", 0.5)
    if len(against) < SHARED_WORDS or not akin(a.bodies, b.by.names) or not b.done:
        return None
    if b.facet.start is not None and a.facet.end is not None and 0 < b.facet.start - a.facet.end <= _LATER:
        why = f"{a.speaker} said that it was not to be ({what}); told of {interval(b.facet)}: a later state"
        return Clash(SCOPE, *labels, why, 0.5)
    return None
