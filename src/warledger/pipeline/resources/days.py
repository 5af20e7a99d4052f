"""The time strip: for each day what happened, by type, and the figures given for it."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict

from warledger.exports.told import everyone
from warledger.pipeline.resources.catalogue import Catalogue
from warledger.pipeline.resources.events import EventFilter, events, happened
from warledger.pipeline.resources.refs import is_disputed
from warledger.pipeline.resources.shapes import Shape
from warledger.records.crosswalk import disorder_of
from warledger.records.estimate import low_best_high
from warledger.records.event import Happening

#: Measures the strip draws.
MEASURES = ("killed", "injured")


class Range(Shape, frozen=True):
    """The least to the most that is said over the happenings of a day, and how many of them have a figure."""

    low: float
    high: float
    events: int


class Day(Shape, frozen=True):
    """One day: the happenings dated to it exactly, by the field's event types. `killed` and `injured` add up what is said of each of
    them: a picture of the day for drawing, never a toll (not every happening has a figure, and one may be told of as two)."""

    day: dt.date
    events: int
    disputed: int
    by_kind: dict[str, int]
    killed: Range
    injured: Range


class Stretch(Shape, frozen=True):
    """Happenings dated no more finely than from `start` to `end`."""

    start: dt.date | None
    end: dt.date | None
    events: int
    by_kind: dict[str, int]


class Days(Shape, frozen=True):
    """`days` in order (days without happenings are left out), `vague` the rest of those with a date, and how many have none."""

    days: tuple[Day, ...]
    vague: tuple[Stretch, ...]
    undated: int


def days(catalogue: Catalogue, wanted: EventFilter) -> Days:
    """The days of the happenings that pass the filter and that somebody says did happen."""
    exact: dict[dt.date, list[Happening]] = defaultdict(list)
    vague: dict[tuple[dt.date | None, dt.date | None], list[Happening]] = defaultdict(list)
    for happening in events(catalogue, wanted):
        if not happened(catalogue, happening):
            continue
        if happening.start is not None and happening.start == happening.end:
            exact[happening.start].append(happening)
        else:
            vague[happening.start, happening.end].append(happening)
    undated = len(vague.pop((None, None), ()))
    spans = sorted(vague, key=lambda span: (span[0] or span[1] or dt.date.min, span[1] or dt.date.max))
    return Days(
        tuple(_day(catalogue, day, exact[day]) for day in sorted(exact)),
        tuple(Stretch(*span, len(vague[span]), _kinds(vague[span])) for span in spans),
        undated,
    )


def _day(catalogue: Catalogue, day: dt.date, found: list[Happening]) -> Day:
    killed, injured = (_range(catalogue, found, measure) for measure in MEASURES)
    return Day(day, len(found), sum(is_disputed(catalogue, h) for h in found), _kinds(found), killed, injured)


def _range(catalogue: Catalogue, found: list[Happening], measure: str) -> Range:
    low = high = 0.0
    counted = 0
    for happening in found:
        figure = everyone(happening, measure, {m: catalogue.view.by_id[m].quote for m in happening.members})
        if figure is not None:
            said = low_best_high(figure)
            low, high, counted = low + (said.low or 0), high + (said.high or said.low or 0), counted + 1
    return Range(low, high, counted)


def _kinds(found: list[Happening]) -> dict[str, int]:
    counts = Counter(disorder_of(h.type)[1] for h in found)
    return {kind: counts[kind] for kind in sorted(counts)}
