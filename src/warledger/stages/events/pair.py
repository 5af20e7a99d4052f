"""Two claims side by side: how their tellings, places, days, actors, figures and words relate. Each is worked out when first asked for."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Any, Generic, TypeVar

from warledger.stages.events.facets import Facet
from warledger.stages.events.parties import Accord, accord
from warledger.stages.events.spots import Where, relation
from warledger.stages.events.wording import alike, shared_pairs

T = TypeVar("T")

#: Characters between two quotes of one document that stand in neighbouring sentences, or in one passage, as a rule.
NEXT, PASSAGE = 250, 1500
#: Days by which two reports of one place changing hands may differ and still tell of one change (kept as a dispute about when).
CHANGE_SLACK = 2
#: "Has taken X", undated in a report of this many days later, is that change as a rule.
FRESH = 7
#: Intervals of up to so many days say when; wider ones only in which phase of a war.
SHORT, MONTH = 3, 31


class Telling(StrEnum):
    """Where the words of two claims stand."""

    SENTENCE = "one sentence"
    NEXT = "neighbouring sentences"
    PASSAGE = "one passage"
    APART = "far apart in one document"
    ELSEWHERE = "two documents"


class When(StrEnum):
    """How the days of two claims relate."""

    DAY = "the same day"
    DAYS = "the same days"
    INTERVAL = "the same interval"
    NEAR = "days in common"
    START = "one first day"
    OVERLAP = "weeks in common"
    LONG = "months in common"
    SAME_OPEN = "the same open interval"
    OPEN_START = "one first day, left open"
    FRESH = "days can agree, and the report is fresh"
    OPEN = "days can agree"
    SLACK = "a day or two apart, as reports of one change may be"
    APART = "different days"


#: Days that are the same in both, and days that can be the same.
EXACT = frozenset({When.DAY, When.DAYS, When.INTERVAL})
MEETING = frozenset(When) - {When.SLACK, When.APART}


class once(Generic[T]):
    """A property worked out when first asked for. `functools.cached_property` takes a lock each time before Python 3.12, which cost a third
    of the time of comparing; nobody shares a pair between threads."""

    def __init__(self, make: Callable[[Any], T]) -> None:
        self._make = make
        self.__doc__ = make.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, pair: Pair, owner: type) -> T:
        value = pair.__dict__[self._name] = self._make(pair)
        return value


class Pair:
    """Two claims, the smaller id first."""

    def __init__(self, a: Facet, b: Facet) -> None:
        self.a, self.b = (a, b) if a.id < b.id else (b, a)

    @once
    def acts(self) -> frozenset[str]:
        """The deeds of both: one or two."""
        return frozenset((self.a.action, self.b.action))

    @once
    def kinds(self) -> frozenset[str]:
        """The kinds of both: one or two."""
        return frozenset((self.a.kind, self.b.kind))

    @once
    def one_act(self) -> bool:
        """Whether both tell of the same deed in the same kind of claim."""
        return self.a.action == self.b.action and self.a.kind == self.b.kind

    @once
    def physical(self) -> bool:
        """Whether both are deeds on the ground."""
        return self.a.physical and self.b.physical

    @once
    def telling(self) -> Telling:
        """Where the words stand."""
        if self.a.document != self.b.document:
            return Telling.ELSEWHERE
        if self.a.span.overlaps(self.b.span):
            return Telling.SENTENCE
        gap = max(self.a.span.start, self.b.span.start) - min(self.a.span.end, self.b.span.end)
        return Telling.NEXT if gap <= NEXT else Telling.PASSAGE if gap <= PASSAGE else Telling.APART

    @once
    def retold(self) -> bool:
        """Whether one of them is told anew, not just beside the other."""
        return self.telling in (Telling.PASSAGE, Telling.APART, Telling.ELSEWHERE)

    @once
    def where(self) -> Where:
        """How the places relate. Who enters a quarter enters the town: of two quarters of one town the town is shared."""
        found = relation(self.a.spots, self.b.spots)
        if found is Where.OTHER and self.acts == {"entered"}:
            towns = ({s.key for s in f.spots[1:] if s.scope == 1} for f in (self.a, self.b))
            return Where.PART if set.intersection(*towns) else found
        return found

    @once
    def when(self) -> When:
        """How the days relate."""
        return days_of(self.a, self.b)

    @once
    def specific(self) -> bool:
        """Whether both say when to within two weeks."""
        return all(f.days is not None and f.days <= 14 for f in (self.a, self.b))

    @once
    def contained(self) -> bool:
        """Whether the days of one lie within those of the other."""
        (a, b), (c, d) = ((f.start, f.end) for f in (self.a, self.b))
        if a is None or b is None or c is None or d is None:
            return False
        return (a <= c and d <= b) or (c <= a and b <= d)

    @once
    def lead(self) -> Accord:
        """How far those whose deed it is agree."""
        return accord(self.a.lead, self.b.lead)

    @once
    def named(self) -> bool:
        """Whether it is the deed of one actor with a name: "the rebels" are many."""
        return self.lead is Accord.ONE and not (self.a.lead.nameless or self.b.lead.nameless)

    @once
    def foe(self) -> Accord:
        """How far those on the other end agree."""
        return accord(self.a.foe, self.b.foe)

    @once
    def crossed(self) -> bool:
        """Whether the doer of one is on the receiving end of the other."""
        return bool(self.a.lead.keys & self.b.foe.keys or self.b.lead.keys & self.a.foe.keys)

    @once
    def one_party(self) -> bool:
        """Whether some actor has a part in both, on whatever end."""
        return self.crossed or Accord.ONE in (self.lead, self.foe)

    @once
    def figure(self) -> bool:
        """Whether both give one figure."""
        return bool(set(self.a.counts.values()) & set(self.b.counts.values()))

    @once
    def figures_differ(self) -> bool:
        """Whether both give figures of one measure and none is the same."""
        measures = {measure for measure, _ in self.a.counts} & {measure for measure, _ in self.b.counts}
        return bool(measures) and not self.figure

    @once
    def listed(self) -> bool:
        """Whether one of them is of a list in one sentence."""
        return bool(self.a.listed or self.b.listed)

    @once
    def victim(self) -> bool:
        """Whether one named person is among the victims of both."""
        return bool(self.a.victims & self.b.victims)

    @once
    def wording(self) -> float:
        """How alike the quotes are, 0-1; of overlapping quotes it says nothing."""
        return 0.0 if self.telling is Telling.SENTENCE else alike(self.a.words, self.b.words)

    @once
    def phrases(self) -> int:
        """Pairs of neighbouring words in common; of overlapping quotes they say nothing."""
        return (
            0 if self.telling is Telling.SENTENCE else shared_pairs(self.a.quote, self.b.quote, self.a.words.keys() & self.b.words.keys())
        )

    def words(self) -> str:
        """What the two have in common, for people."""
        said = (self.where.value, self.when.value, self.lead.value)
        more = ("one figure" if self.figure else "", "one named victim" if self.victim else "")
        return ", ".join(word for word in (*said, *more) if word)


def apart(a: Facet, b: Facet) -> int:
    """Days between the two intervals, 0 when some day can lie in both."""
    after = a.start - b.end if a.start is not None and b.end is not None else 0
    before = b.start - a.end if b.start is not None and a.end is not None else 0
    return max(after, before, 0)


def days_of(a: Facet, b: Facet) -> When:
    """How the days of two claims relate."""
    gap = apart(a, b)
    if gap:
        return When.SLACK if gap <= CHANGE_SLACK else When.APART
    if a.start is None or a.end is None or b.start is None or b.end is None:
        return _open_days(a, b)
    first, last = min(a.start, b.start), max(a.end, b.end)
    if (a.start, a.end) == (b.start, b.end):
        return When.DAY if first == last else When.DAYS if last - first < SHORT else When.INTERVAL
    longest = max(a.end - a.start, b.end - b.start) + 1
    if longest <= SHORT:
        return When.NEAR
    if a.start == b.start:
        return When.START
    return When.OVERLAP if longest <= MONTH else When.LONG


def _open_days(a: Facet, b: Facet) -> When:
    if (a.start, a.end) == (b.start, b.end) != (None, None):
        return When.SAME_OPEN
    if a.start is not None and a.start == b.start:
        return When.OPEN_START
    fresh = a.end is not None and b.end is not None and abs(a.end - b.end) <= FRESH
    return When.FRESH if fresh else When.OPEN
