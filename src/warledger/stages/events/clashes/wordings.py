"""What differs in words alone: another name for the deed, contrasting words, a name in quotation marks, and notices of correction."""

from __future__ import annotations

import re

from warledger.base.stems import stems_of
from warledger.stages.events.clashes.clash import SCOPE, WORDING, Clash, Side, exact, gap
from warledger.stages.events.clashes.kin import could_be_one, same
from warledger.stages.events.clashes.matter import matters, one_deed, one_place, place_names, points, shared_words

#: What two accounts in contrasting words have in common, at least.
_ONE_MATTER = 3
#: Days that a thing told in contrasting words covers, at most.
_SHORT = 62
#: Days between the two.
_DAYS = 2
#: Kinds of deeds that reporters part by what they mean, not by what they saw.
_MEANING = frozenset({"taken", "crowd"})
_REACHED = frozenset({"advance", "entered"})
#: Letters by which words made of one another are alike; words that a name in quotation marks has, at most.
_HEAD, _NAME = 8, 3
_NOT_QUOTED = re.compile(r"\b(?:not|never|n't)\b[\w\s,]{0,30}[\"“]([^\"”]{3,40})[\"”]")
_QUOTED = re.compile(r"[\"“]([^\"”]{3,40})[\"”]")


def named_otherwise(a: Side, b: Side) -> Clash | None:
    """One event under two type names that reporters use for the same thing."""
    one, other = a.event_type, b.event_type
    if not one or not other or one == other or a.facet.action != b.facet.action or a.facet.action in _MEANING:
        return None
    if a.home != b.home and not (_together(a, b) and shared_words(a, b)):
        return None
    return Clash(WORDING, one, other, f"one calls it {one.lower()}, the other {other.lower()}", 0.6)


def reached(a: Side, b: Side) -> Clash | None:
    """One says that they came to a part of a place, the other that they entered it."""
    if {a.facet.action, b.facet.action} != _REACHED or not _together(a, b) or not shared_words(a, b):
        return None
    into, at = (a, b) if a.facet.action == "entered" else (b, a)
    return Clash(WORDING, a.facet.action, b.facet.action, f"entered {into.places[0]}, or came to {at.places[0]}", 0.5)


def _together(a: Side, b: Side) -> bool:
    """One day, places with a name in common, and doers who can be one."""
    if gap(a, b) or not (exact(a, 1) and exact(b, 1) and a.done and b.done) or not could_be_one(a.by, b.by):
        return False
    return bool(place_names(a) & place_names(b))


def contrast(a: Side, b: Side) -> Clash | None:
    """One thing in words that pull apart ("gradually", "quickly")."""
    for (name, pole), words in sorted(a.said.poles.items()):
        other = "other" if pole == "one" else "one"
        against = b.said.poles.get((name, other))
        if not against or (name, pole) in b.said.poles or (name, other) in a.said.poles or not _one_thing(a, b):
            continue
        kind = SCOPE if a.words.kinds.get(name) == "scope" else WORDING
        return Clash(kind, f"{name} {pole}", f"{name} {other}", f'told with "{words}" or with "{against}" ({name})', 0.5)
    return None


def _one_thing(a: Side, b: Side) -> bool:
    """Whether the two tell of one deed: one kind, one doer or side, near in time and place, and something more in common."""
    if a.claim.quote == b.claim.quote or not (_short(a) and _short(b)) or gap(a, b) > _DAYS or a.facet.reality != b.facet.reality:
        return False
    if not one_deed(a, b) or not _near(a, b):
        return False
    if same(a.by, b.by) and not (a.facet.doers.described or a.act):
        return True
    of_one_side = _one_place_and_side(a, b)
    shared = shared_words(a, b) - a.said.names
    telling = bool(matters(shared)) or len(shared) > 1 if a.act else bool(shared)
    return telling and (same(a.everyone, b.everyone) or of_one_side) and points(a, b) + of_one_side >= _ONE_MATTER


def _short(side: Side) -> bool:
    return side.facet.end is not None and (side.facet.days or 0) <= _SHORT


def _near(a: Side, b: Side) -> bool:
    """Whether the two can be of one place: one, or one not placed, or names with a word in common."""
    return one_place(a, b) or not (a.facet.place and b.facet.place) or bool(place_names(a) & place_names(b))


def _one_place_and_side(a: Side, b: Side) -> bool:
    return bool(place_names(a) & place_names(b)) and bool(a.everyone.actors.sides & b.everyone.actors.sides)


def quoted(side: Side) -> dict[str, str]:
    """The names it has in quotation marks, by the heads of their words."""
    terms = [term.strip(" ,.") for term in _QUOTED.findall(side.claim.quote)]
    return {head(word): term for term in reversed(terms) if len(term.split()) <= _NAME for word in stems_of(term) if len(word) > 3}


def head(word: str) -> str:
    """What a word and those made of it begin with ("peacekeeping", "peacekeepers")."""
    return word[:_HEAD]


def notice(a: Side, b: Side) -> Clash | None:
    """`a` is a notice of correction, `b` has the words it is about."""
    if not a.act or "notice" not in a.said.cues or a.claim.document == b.claim.document:
        return None
    shared = shared_words(a, b)
    if not shared or not place_names(a) & (place_names(b) | b.said.names):
        return None
    return Clash(WORDING, f"notice {a.facet.id}", "text", f'a notice of correction ("{a.said.cues["notice"]}") is about these words', 0.5)


def quoted_and_denied(a: Side, b: Side) -> Clash | None:
    """`a` says that the name is wrong which `b` has in quotation marks."""
    if not a.act or gap(a, b) > 1 or not same(a.everyone, b.everyone):
        return None
    wrong = {head(word) for term in _NOT_QUOTED.findall(a.claim.quote) for word in stems_of(term)}
    if wrong & {head(word) for term in _NOT_QUOTED.findall(b.claim.quote) for word in stems_of(term)}:
        return None
    for word, term in sorted(quoted(b).items()):
        if word in wrong:
            return Clash(WORDING, f'not "{term}"', f'"{term}"', f'called "{term}", which {a.speaker} says it is not', 0.5)
    return None
