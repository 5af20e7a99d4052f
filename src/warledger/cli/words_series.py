"""Series as lines a person reads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from warledger.exports.table import bounds
from warledger.pipeline.limits import counted
from warledger.records.series import Point, Series, Turn

#: Lines of one list that are shown unless everything is asked for.
SHOWN = 15
_ARROW = " -> "
#: Modalities that need no word: the thing is put forward as so.
_PLAIN = frozenset({"asserted", "reported"})
_FACTUAL = _PLAIN | {"claimed"}


def series_lines(found: Sequence[Series], *, everything: bool) -> Iterator[str]:
    """Each series under its heading, one point a line; long ones and long lists cut short unless everything is asked for."""
    if not found:
        yield "No such actor, or nothing dated of it.\n"
    for one in found if everything else found[:SHOWN]:
        yield f"{heading(one)}\n"
        changed = {turn.after: turn for turn in one.turns}
        points = list(enumerate(one.points))
        if len(points) > SHOWN and not everything:
            yield f"  ({len(points) - SHOWN} earlier: --all)\n"
        for index, point in points if everything else points[-SHOWN:]:
            yield f"  {_point(one, point)}\n"
            if index in changed:
                yield f"    {_turn(one, changed[index])}\n"
    if len(found) > SHOWN and not everything:
        yield f"  ... and {counted(len(found) - SHOWN, 'more series')}\n"


def _turn(series: Series, turn: Turn) -> str:
    before = series.points[turn.before]
    return turn.why if series.kind == "toll" else f"perhaps a change of position: {turn.why} ({days(before)}: {before.words})"


def heading(series: Series) -> str:
    """The actor and what is told of it; of strengths the figures themselves, one after the other."""
    if series.kind == "agreement":
        return f"{series.what}{f', between {series.actor}' if series.actor else ''}"
    if series.kind == "toll":
        return f"{series.actor}: {series.what}: {_ARROW.join(bounds(point.low, point.high) for point in series.points)}"
    if series.kind != "strength":
        return f"{series.actor}, {series.what}"
    places = {place for point in series.points for place in point.places}
    where = f" in {min(places)}" if len(places) == 1 else ""
    return f"{series.actor}{where}, {series.what}: {_chain(series.points)}"


def days(point: Point) -> str:
    """When, as short as it can be said."""
    if point.start == point.end:
        return str(point.start or "undated")
    if point.start is None:
        return f"by {point.end}"
    return f"{point.start} to {point.end}" if point.end else f"from {point.start}"


def _chain(points: Sequence[Point]) -> str:
    """The figures in order, those of one day side by side; what is only planned stands with the points below."""
    told: dict[str, list[str]] = {}
    for point in points:
        if point.modality in _FACTUAL:
            told.setdefault(days(point), []).append(bounds(point.low, point.high))
    return _ARROW.join(f"{' / '.join(dict.fromkeys(amounts))} ({when})" for when, amounts in told.items()) or "nothing that is so"


def _point(series: Series, point: Point) -> str:
    stated = point.low is not None or point.high is not None
    count = bounds(point.low, point.high) if stated else ""
    said = "; ".join(dict.fromkeys(f"{w.source} [{w.doc}]" for w in point.witnesses))
    many = f", {counted(point.sources, 'independent source')}" if point.sources > 1 else ""
    firmness = "" if point.modality in _PLAIN else f" ({point.modality})"
    where = f" in {' and '.join(point.places)}" if series.kind in ("strength", "agreement") and point.places else ""
    what = " ".join(part for part in (count, point.words) if part) or "no count"
    return f"{days(point)}: {what}{where}{firmness}, says {said}{many}"
