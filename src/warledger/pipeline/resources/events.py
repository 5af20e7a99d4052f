"""Lists of happenings: filtered, sorted, a page at a time; and all of them in columns, for drawing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable

from warledger.base.similarity import fold_name
from warledger.exports.table import figure_words
from warledger.pipeline.citing import firmest
from warledger.pipeline.resources.called import actors_called, places_called
from warledger.pipeline.resources.catalogue import Catalogue
from warledger.pipeline.resources.pages import Page, Wanted, page_of
from warledger.pipeline.resources.refs import event_row, is_disputed
from warledger.pipeline.resources.shapes import EventRow, Shape, begun
from warledger.records.claim import FACTUAL
from warledger.records.crosswalk import disorder_of
from warledger.records.event import Happening

#: What a list of happenings can be sorted by. `date` and `-date` put the undated last.
SORTS = ("date", "-date", "-sources", "-figure", "-known")


class EventFilter(Shape, frozen=True):
    """What happenings are wanted; an empty field asks for nothing. `types` are sub-event types or the field's event types; `place` and
    `actor` ids or names; `box` is (west, south, east, north) in degrees, west may be greater than east; `start` and `end` days that it
    must touch; `measure` and `least` ask for a figure that may be as high; `text` for words in its quotes, names or type."""

    types: tuple[str, ...] = ()
    place: str = ""
    actor: str = ""
    box: tuple[float, float, float, float] | None = None
    start: dt.date | None = None
    end: dt.date | None = None
    on: dt.date | None = None
    measure: str = "killed"
    least: float = 0
    disputed: bool | None = None
    happened: bool | None = None
    text: str = ""


class EventPage(Page[EventRow], frozen=True):
    """A page of happenings."""


def event_page(catalogue: Catalogue, wanted: EventFilter, sort: str, page: Wanted) -> EventPage:
    """The happenings that pass the filter.

    Raises:
        UsageError: a cursor of another list.
    """
    found = sorted(events(catalogue, wanted), key=_order(catalogue, sort))
    items, after = page_of(found, page, lambda h: h.id)
    return EventPage(tuple(event_row(catalogue, h) for h in items), len(found), after)


def events(catalogue: Catalogue, wanted: EventFilter) -> Iterable[Happening]:
    """The happenings that pass the filter, in the order of the export."""
    tests = [made for make in _TESTS if (made := make(catalogue, wanted)) is not None]
    return (h for h in catalogue.happenings.values() if all(test(h) for test in tests))


_Test = Callable[[Happening], bool]


def _of_type(catalogue: Catalogue, wanted: EventFilter) -> _Test | None:
    types = {t.casefold() for t in wanted.types}
    return (lambda h: not types.isdisjoint((h.type.casefold(), disorder_of(h.type)[1].casefold()))) if types else None


def _at_place(catalogue: Catalogue, wanted: EventFilter) -> _Test | None:
    if not wanted.place:
        return None
    ids = {p.id for p in places_called(catalogue, wanted.place)}
    return lambda h: catalogue.place_of.get(h.id) in ids


def _by_actor(catalogue: Catalogue, wanted: EventFilter) -> _Test | None:
    if not wanted.actor:
        return None
    held = {h.id for a in actors_called(catalogue, wanted.actor) for h in catalogue.by_actor.get(a.id, ())}
    return lambda h: h.id in held


def _in_box(catalogue: Catalogue, wanted: EventFilter) -> _Test | None:
    if wanted.box is None:
        return None
    west, south, east, north = wanted.box

    def inside(h: Happening) -> bool:
        if h.lat is None or h.lon is None or not south <= h.lat <= north:
            return False
        return west <= h.lon <= east if west <= east else h.lon >= west or h.lon <= east

    return inside


def _in_time(catalogue: Catalogue, wanted: EventFilter) -> _Test | None:
    first, last = wanted.start, wanted.end
    if first is None and last is None:
        return None

    def touches(h: Happening) -> bool:
        start, end = h.start or h.end, h.end or h.start
        return start is not None and end is not None and (last is None or start <= last) and (first is None or end >= first)

    return touches


def _by_then(catalogue: Catalogue, wanted: EventFilter) -> _Test | None:
    return (lambda h: begun(h, wanted.on)) if wanted.on else None


def _counting(catalogue: Catalogue, wanted: EventFilter) -> _Test | None:
    least = wanted.least
    return (lambda h: most(h, wanted.measure) >= least) if least > 0 else None


def _in_dispute(catalogue: Catalogue, wanted: EventFilter) -> _Test | None:
    asked = wanted.disputed
    return (lambda h: is_disputed(catalogue, h) is asked) if asked is not None else None


def _that_happened(catalogue: Catalogue, wanted: EventFilter) -> _Test | None:
    asked = wanted.happened
    return (lambda h: happened(catalogue, h) is asked) if asked is not None else None


def _with_words(catalogue: Catalogue, wanted: EventFilter) -> _Test | None:
    words = fold_name(wanted.text).split()

    def holds(h: Happening) -> bool:
        quotes = (catalogue.view.by_id[m].quote for m in h.members)
        said = fold_name(" ".join((h.type, h.place or "", *h.actors1, *h.actors2, *map(figure_words, h.figures), *quotes)))
        return all(word in said for word in words)

    return holds if words else None


_TESTS = (_of_type, _at_place, _by_actor, _in_box, _in_time, _by_then, _counting, _in_dispute, _that_happened, _with_words)


def happened(catalogue: Catalogue, happening: Happening) -> bool:
    """Whether some record says it did happen (not only denied, planned or possible)."""
    return firmest(catalogue.view.by_id[m] for m in happening.members) in FACTUAL


def most(happening: Happening, measure: str) -> float:
    """The highest count anybody gives of one group, 0 without one."""
    return max((max(f.low or 0, f.high or 0) for f in happening.figures if f.measure == measure), default=0)


def _order(catalogue: Catalogue, sort: str) -> Callable[[Happening], tuple[float, float, str]]:
    if sort == "-sources":
        return lambda h: (-len(h.sources), -len(h.members), h.id)
    if sort == "-figure":
        return lambda h: (-most(h, "killed"), -len(h.sources), h.id)
    if sort == "-known":
        return lambda h: (-max((_known(catalogue, m) for m in h.members), default=0), 0, h.id)
    sign = -1 if sort == "-date" else 1
    return lambda h: (sign * day.toordinal() if (day := h.end or h.start) else float("inf"), _start(h, sign), h.id)


def _start(happening: Happening, sign: int) -> float:
    return sign * happening.start.toordinal() if happening.start else 0


def _known(catalogue: Catalogue, record: str) -> int:
    day = catalogue.view.state.witnesses[catalogue.view.by_id[record].document].known
    return day.toordinal() if day else 0
