"""Who did it, when and where: one deed, told with another doer, day or place."""

from __future__ import annotations

from warledger.base.similarity import fold_name, name_similarity
from warledger.records.claim import Control, Movement
from warledger.stages.events.clashes.clash import WHEN, WHERE, WHO, Bounds, Clash, Side, at, doers_of, exact, gap, interval, keys_of
from warledger.stages.events.clashes.extents import extent_of
from warledger.stages.events.clashes.histories import Histories
from warledger.stages.events.clashes.kin import could_be_one, opposed, same
from warledger.stages.events.clashes.matter import one_place, shared_words

#: Deeds that one side does to another; of a clash or a march it says nothing who is named first.
_ONE_SIDED = frozenset({"taken", "strike", "shelling", "attack", "bomb", "chemical", "Abduction/forced disappearance", "Sexual violence"})
#: Dead from which on one count on two days, or at two places, is hardly chance.
_TELLING = 3
#: Days by which reports of one change are apart, when not both say who made it.
_SLIP = 2
#: Days within which a place is taken once.
_AT_ONCE = 7
#: How alike (of 100) two names of places are that may be spellings of one.
_SPELT_ALIKE = 85
#: Words two accounts of one person's journey have in common, and days between them.
_ONE_JOURNEY, _JOURNEY_DAYS = 2, 3


def who(a: Side, b: Side) -> Clash | None:
    """One deed, two doers that are not names of one side."""
    if a.facet.action != b.facet.action or a.facet.action not in _ONE_SIDED or not (_tells_who(a) and _tells_who(b)):
        return None
    if could_be_one(a.by, b.by) or not _one_deed(a, b) or _in_turn(a, b):
        return None
    labels = f"{a.facet.place} {keys_of(a.by)}", f"{b.facet.place} {keys_of(b.by)}"
    verb = "taken" if a.facet.action == "taken" else f"{a.facet.action} done"
    return Clash(WHO, *labels, f"{at(a)}{verb} by {doers_of(a)} or by {doers_of(b)}")


def _tells_who(side: Side) -> bool:
    """Whether the doer is told from others: "warplanes" and "fighters" are anybody's, "local forces" took a town are not."""
    actors = side.facet.doers
    if not actors.keys or not actors.described or actors.sides:
        return bool(actors.keys)
    return side.facet.kind == "control" and any(len(name.split()) > 1 for name in side.by.names)


def _in_turn(a: Side, b: Side) -> bool:
    """Whether one did it to the other."""
    return same(a.by, b.to) or same(b.by, a.to)


def _one_deed(a: Side, b: Side) -> bool:
    """Whether the two tell of one deed on one day at one place: of one happening, of its changing hands, or with one count of victims."""
    if not (a.done and b.done) or gap(a, b) or not one_place(a, b):
        return False
    if a.facet.kind == b.facet.kind == "control":
        once = all(side.facet.days is None or exact(side, _AT_ONCE) for side in (a, b))
        return once and a.facet.action == "taken" and (_retaken(a) == _retaken(b))
    return exact(a, 1) and exact(b, 1) and (a.home == b.home or bool(_dead(a) & _dead(b)))


def when(a: Side, b: Side, histories: Histories) -> Clash | None:
    """One change of one place, or one count of victims there, on days that cannot agree. "Has taken it", undated, says nothing of when."""
    if a.facet.days is None or b.facet.days is None or not (a.dated or b.dated) or not (a.done and b.done and gap(a, b)):
        return None
    if a.facet.action != b.facet.action or not one_place(a, b) or _wide(a):
        return None
    if not (_one_change(a, b, histories) or _one_toll(a, b)):
        return None
    one, other = (f"{side.facet.place} {side.facet.action} {interval(side.facet)}" for side in (a, b))
    return Clash(WHEN, one, other, f"{at(a)}dated {interval(a.facet)} or {interval(b.facet)}")


def _one_toll(a: Side, b: Side) -> bool:
    return bool(_dead(a) & _dead(b)) and bool(shared_words(a, b)) and could_be_one(a.by, b.by)


def _one_change(a: Side, b: Side, histories: Histories) -> bool:
    one, other = a.facet, b.facet
    if not one.kind == other.kind == "control" or one.action not in ("taken", "left"):
        return False
    taken = one.action == "taken"
    first, second = (a.by, b.by) if taken else (a.to, b.to)
    if opposed(first, second) or opposed(a.to, b.to):
        return False
    if not (first.known and second.known) and not (exact(a) and exact(b) and a.dated and b.dated and gap(a, b) <= _SLIP):
        return False
    if not could_be_one(first, second) or extent_of(a) != extent_of(b):
        return False
    return not (_in_turn(a, b) or _taken_again(a, b) or (taken and histories.turned_between(a, b)))


def _wide(side: Side) -> bool:
    """Whether the place is so wide that it changes hands bit by bit."""
    return side.places[0].split()[-1].casefold() in side.words.wide


def _taken_again(a: Side, b: Side) -> bool:
    """Whether the later is told as a taking back of what the earlier took."""
    early, late = sorted((a, b), key=lambda side: (side.facet.end or 0, side.claim.id))
    return _retaken(late) and not _retaken(early)


def _retaken(side: Side) -> bool:
    return isinstance(side.claim.content, Control) and side.claim.content.mode == "retaken"


def journey(a: Side, b: Side) -> Clash | None:
    """One person's way told of two days."""
    if not (_of_one_person(a) and _of_one_person(b)) or not same(a.everyone, b.everyone) or a.voice == b.voice:
        return None
    if not 0 < gap(a, b) <= _JOURNEY_DAYS or len(shared_words(a, b)) < _ONE_JOURNEY:
        return None
    one, other = (f"{keys_of(side.by)} {interval(side.facet)}" for side in (a, b))
    return Clash(WHEN, one, other, f"{doers_of(a)} went on {interval(a.facet)} or on {interval(b.facet)}", 0.6)


def _of_one_person(side: Side) -> bool:
    content = side.claim.content
    return isinstance(content, Movement) and content.count_low == content.count_high == 1 and side.done


def where(a: Side, b: Side) -> Clash | None:
    """One count of victims on one day, told of two places that share a name ("X university", a quarter of X)."""
    one, other = a.facet, b.facet
    if not (one.place and other.place) or one.place == other.place or one.document == other.document or one.vague or other.vague:
        return None
    if one.place in other.around or other.place in one.around or one.action != other.action or gap(a, b) or not _dead(a) & _dead(b):
        return None
    if name_similarity(*(fold_name(side.places[0]) for side in (a, b))) >= _SPELT_ALIKE:
        return None
    if not _place_words(a) & _place_words(b) or not could_be_one(a.by, b.by):
        return None
    return Clash(WHERE, one.place, other.place, f"at {a.places[0]} or at {b.places[0]}, with one count of dead")


def _dead(side: Side) -> set[Bounds]:
    """Counts of dead that say something."""
    counts = side.facet.counts.items()
    return {bounds for (measure, _), bounds in counts if measure == "killed" and (bounds[0] or bounds[1] or 0) >= _TELLING}


def _place_words(side: Side) -> set[str]:
    words = {word.strip(".,'’").removesuffix("’s").removesuffix("'s").casefold() for name in side.places for word in name.split()}
    return {word for word in words if len(word) > 3}
