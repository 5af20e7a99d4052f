"""Fields of a conflict's infobox: numbered strengths and casualties of numbered combatants, as encyclopaedias print them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from warledger.base.spans import Span
from warledger.base.times import Basis, Interval, Precision
from warledger.records.claim import Modality, Strength, Toll
from warledger.stages.claims.quantities import Amount, AmountKind

_FIELD = re.compile(r"^\W*(?P<label>[A-Za-z]+?)(?P<side>\d)?\s*[:=]\s*(?P<value>.+)$", re.DOTALL)
_PART = re.compile(r"[^|;,]+(?:,\d{3}[^|;,]*)*")
_MEASURES = {
    "killed": "killed",
    "dead": "killed",
    "deaths": "killed",
    "wounded": "injured",
    "injured": "injured",
    "captured": "captured",
    "missing": "missing",
}
#: Fields that list names or figures; all others ("result", "territory") are read as prose.
LISTS = frozenset({"strength", "casualties", "combatant", "commander", "units", "date", "place", "partof", "conflict", "image", "caption"})
_YEAR = re.compile(r"\((?:est\.?\s*)?(\d{4})\)")


@dataclass(frozen=True)
class Entry:
    """One figure of an infobox: its content, the words it stands in (span in the document), and the interval the box gives."""

    content: Strength | Toll
    span: Span
    time: Interval | None
    modality: Modality = Modality.ASSERTED


@dataclass
class Infobox:
    """The box of one document as its lines come by: who fights on which side, and when."""

    sides: dict[str, str] = field(default_factory=dict)
    period: Interval | None = None
    place: str = ""

    def line(self, text: str, start: int, amounts: list[Amount], period: Interval | None) -> Iterator[Entry]:
        """Figures of one line. `start` is where the line begins in the document; `amounts` have spans in the line."""
        match = _FIELD.match(text)
        if match is None:
            return
        label, side, value = match["label"].lower(), match["side"] or "", match["value"]
        if label == "date" and period is not None:
            self.period = period
        elif label == "place":
            self.place = value.strip()
        elif label == "combatant":
            self.sides.setdefault(side, _first_name(value))
        elif label in {"strength", "casualties"}:
            for part in _PART.finditer(text, match.start("value")):
                yield from self._figure(label, self.sides.get(side, ""), part, start, amounts)

    def is_list(self, text: str) -> bool:
        """Whether the line is a field that holds names or figures, not prose."""
        match = _FIELD.match(text)
        return match is not None and match["label"].lower() in LISTS

    def _figure(self, label: str, side: str, part: re.Match[str], start: int, amounts: list[Amount]) -> Iterator[Entry]:
        inside = [a for a in amounts if part.start() <= a.span.start < part.end() and a.kind is AmountKind.COUNT]
        if not inside:
            return
        quantity = inside[0].quantity
        span = Span(start + part.start(), start + part.end())
        if label == "strength" and side:
            yield Entry(Strength(side, "personnel", quantity.low, quantity.high), span, _year(part.group()) or self.period)
            return
        words = part.group().lower().split()
        measure = next((_MEASURES[w] for w in words if w in _MEASURES), None)
        if measure:
            group = _between(part.group(), inside[0].span.end - part.start()) or side
            yield Entry(Toll(measure, group, quantity.low, quantity.high), span, self.period)


def _first_name(value: str) -> str:
    parts = [p.strip(" '*•\u2019") for p in re.split(r"[|,]", value)]
    return next((p for p in parts if len(p) > 2), "")


def _between(text: str, after: int) -> str:
    """The group named between the number and its measure ("25 militiamen killed")."""
    words = text[after:].split()
    group: list[str] = []
    for word in words:
        if word.lower().strip(".,()") in _MEASURES:
            return " ".join(group)
        group.append(word)
    return ""


def _year(text: str) -> Interval | None:
    match = _YEAR.search(text)
    if match is None or not 1800 <= int(match[1]) <= 2150:
        return None
    year = int(match[1])
    return Interval(dt.date(year, 1, 1), dt.date(year, 12, 31), Precision.YEAR, Basis.STATED, match.group())


def first_period(intervals: list[Interval]) -> Interval | None:
    """From the first to the last of the intervals a date field gives."""
    starts = [i.start for i in intervals if i.start]
    ends = [i.end for i in intervals if i.end]
    return Interval(min(starts), max(ends), Precision.DAYS, Basis.STATED) if starts and ends and min(starts) <= max(ends) else None
