"""Words set aside that only disturb the parse: short forms and ages behind a name, days behind each place of a list."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from warledger.base.spans import Span

#: "(HTS)": a short form in brackets; what it is short for is read from the text itself.
_SHORT_FORM = re.compile(r"(?<=[\w.]) \((?=[^()]{0,6}[A-Z][^()]{0,6}[A-Z])[A-Z][\w.&/-]{1,9}\)(?! ?[-–—])")
#: "Ann Lee, 44, a teacher": the age with the comma before it.
_AGE = re.compile(r"(?<=[a-z]), (?:aged )?\d{1,2}(?=,? (?:was|were|who|and|said|told|from|a|an|the)\b|,|\.(?:\s|$)|;)")
_NAME_BEFORE = re.compile(r"[A-Z][\w'-]+ [A-Z][\w'-]+$")
#: What joins a place of a list to its day, and the day to the place after it.
_ON = re.compile(r"\s\(?(?:(?:on|in|by) )?$")
_NAMED = re.compile(r"[A-Z][\w'-]* \(?(?:(?:on|in|by) )?$")
_REACH = 60
_NEXT = re.compile(
    r"""\)?(?:,|,?[ ]and|,[ ]then)[ ](?:the[ ](?:town|city|village)[ ]of[ ])?
    [A-Z][\w'-]*(?:[ ](?:[a-z]{2}-)?[A-Z][\w'-]*){0,3}[ ]\(?(?:(?:on|in|by)[ ])?$""",
    re.VERBOSE,
)


def asides(text: str, times: Sequence[Span]) -> list[Span]:
    """Spans of the text that the parser is not shown."""
    found = [Span(*m.span()) for m in _SHORT_FORM.finditer(text)]
    found += [Span(*m.span()) for m in _AGE.finditer(text) if _NAME_BEFORE.search(text[: m.start()])]
    return sorted([*found, *(_with_link(text, day) for day in listed_days(text, times))])


def listed_days(text: str, times: Iterable[Span]) -> Iterator[Span]:
    """The days of "took A on 4 May, B on 9 May and C on 15 May", each of which dates but the place before it."""
    inside: set[Span] = set()
    for first, second in pairwise(sorted(times)):
        begun = first in inside or _NAMED.search(text[max(0, first.start - _REACH) : first.start])
        if begun and first.end <= second.start <= first.end + _REACH and _NEXT.fullmatch(text[first.end : second.start]):
            inside |= {first, second}
    yield from sorted(inside)


def day_behind(place: Span, text: str, days: Iterable[Span]) -> Span | None:
    """The day of such a list that stands right behind the place."""
    return next((d for d in listed_days(text, days) if place.end <= d.start and _ON.fullmatch(text[place.end : d.start])), None)


def _with_link(text: str, day: Span) -> Span:
    before = _ON.search(text[: day.start])
    closed = day.end + text[day.end : day.end + 1].count(")")
    return Span(before.start() if before else day.start, closed)
