"""Happenings and their figures, then and now. Ids change with their members, so a happening is known again by the records it shares."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from warledger.exports.events import event
from warledger.exports.lines import number
from warledger.pipeline.causes import Causes
from warledger.pipeline.headline import happening_words
from warledger.pipeline.view import View
from warledger.records.change import By, Cause, Change, Line, What
from warledger.records.event import Happening
from warledger.records.figure import Figure

#: Fields of a happening that are told when they differ. Members are not: a second sentence of one witness says nothing new.
_TOLD = ("type", "start", "end", "place", "lat", "lon", "where_prec", "actors1", "actors2", "sources")
#: Causes that set right what was said, where reports merely say otherwise.
_SET_RIGHT = frozenset({By.CORRECTION, By.VERSION, By.DECISION})


def happening_lines(then: View, now: View, causes: Causes) -> Iterator[Line]:
    """The happenings that came, went, were joined or split or are told otherwise, and their figures."""
    earlier, later = then.state.happenings, now.state.happenings
    before, after = _kin(later, earlier, causes.heirs), _kin(earlier, later, {old: new for new, old in causes.heirs.items()})
    for happening in later:
        kin = before[happening.id]
        if not kin:
            yield _line(Change.ADDED, happening, None, happening, causes)
        elif len(kin) > 1:
            yield _line(Change.MERGED, happening, kin[0], happening, causes, kin=kin)
        if kin and after[kin[0].id][0] is happening:
            yield from _told_otherwise(kin[0], happening, causes, whole=len(kin) == 1 and len(after[kin[0].id]) == 1)
    for happening in earlier:
        kin = after[happening.id]
        if not kin:
            yield _line(Change.WITHDRAWN, happening, happening, None, causes)
        elif len(kin) > 1:
            yield _line(Change.SPLIT, happening, happening, kin[0], causes, kin=kin)


def change_of(causes: Iterable[Cause]) -> Change:
    """Whether a value that differs was set right or is told otherwise."""
    return Change.CORRECTED if any(c.by in _SET_RIGHT for c in causes) else Change.REVISED


def _kin(of: Iterable[Happening], among: Iterable[Happening], other: Mapping[str, str]) -> dict[str, list[Happening]]:
    """Of each happening those of the other view that share records with it, the one that shares most first. `other` says which record
    of the other view one that is not there stands for."""
    held = list(among)
    same = {happening.id: happening for happening in held}  # an id is made of the members
    home = {record: happening for happening in held for record in happening.members}
    found: dict[str, list[Happening]] = {}
    for happening in of:
        found[happening.id] = [same[happening.id]] if happening.id in same else _sharing(happening, home, other)
    return found


def _sharing(happening: Happening, home: Mapping[str, Happening], other: Mapping[str, str]) -> list[Happening]:
    shared: dict[str, list[Happening]] = defaultdict(list)
    for record in happening.members:
        there = home.get(record) or home.get(other.get(record, ""))
        if there is not None:
            shared[there.id].append(there)
    return [alike[0] for _, alike in sorted(shared.items(), key=lambda item: (-len(item[1]), item[0]))]


def _line(
    change: Change, of: Happening, before: Happening | None, after: Happening | None, causes: Causes, kin: Sequence[Happening] = ()
) -> Line:
    """The line of a happening that came, went, was joined or split; `kin` are those it was joined from or split into."""
    split = change is Change.SPLIT
    members = [m for h in kin for m in h.members]
    earlier = of.members if before is of else members
    later = of.members if after is of else members
    return Line(
        What.HAPPENING,
        change,
        of.id,
        happening_words(of),
        of.start or of.end,
        _whole(before),
        _whole(after),
        causes.between(earlier, later),
        was=tuple(h.id for h in kin) if kin and not split else (before.id,) if before else (),
        into=tuple(h.id for h in kin) if split else (),
    )


def _told_otherwise(before: Happening, after: Happening, causes: Causes, *, whole: bool) -> Iterator[Line]:
    """What one happening says otherwise than the one it was; where it was joined or split (not `whole`) only its figures."""
    if before == after:
        return
    old, new = _whole(before), _whole(after)
    assert old is not None and new is not None
    differing = [field for field in _TOLD if old[field] != new[field]]
    if whole and differing:
        was, is_now = ({field: told[field] for field in differing} for told in (old, new))
        found = causes.between(before.members, after.members, *was.values(), *is_now.values())
        yield Line(
            What.HAPPENING, _graver(found, differing), after.id, happening_words(after), after.start or after.end, was, is_now, found,
            (before.id,),
        )  # fmt: skip
    yield from _figures(before, after, causes)


def _graver(causes: Sequence[Cause], fields: Sequence[str]) -> Change:
    """A newer version that only adds a witness sets nothing right."""
    return Change.REVISED if list(fields) == ["sources"] else change_of(causes)


def _figures(before: Happening, after: Happening, causes: Causes) -> Iterator[Line]:
    old, new = ({(f.measure, f.group): f for f in h.figures} for h in (before, after))
    for key in sorted({*old, *new}):
        was, is_now = _figure(old.get(key)), _figure(new.get(key))
        if was == is_now:
            continue
        found = causes.between(_records(old.get(key)), _records(new.get(key)), *(was or {}).values(), *(is_now or {}).values())
        change = Change.ADDED if was is None else Change.WITHDRAWN if is_now is None else change_of(found)
        about = f"{' '.join(part for part in key if part)}; {happening_words(after)}"
        yield Line(
            What.FIGURE, change, after.id, about, after.start or after.end,
            _with_sources(was, old.get(key)), _with_sources(is_now, new.get(key)), found, (before.id,),
        )  # fmt: skip


def _whole(happening: Happening | None) -> dict[str, Any] | None:
    if happening is None:
        return None
    told = event(happening, {})
    return {field: told[field] for field in (*_TOLD, "figures")}


def _figure(figure: Figure | None) -> dict[str, Any] | None:
    """Its bounds; a figure that nobody states is none."""
    if figure is None or (figure.low is None and figure.high is None):
        return None
    return {"low": number(figure.low), "high": number(figure.high)}


def _with_sources(told: dict[str, Any] | None, figure: Figure | None) -> dict[str, Any] | None:
    return None if told is None or figure is None else {**told, "sources": sorted({c.source for c in figure.cells})}


def _records(figure: Figure | None) -> tuple[str, ...]:
    return figure.members if figure else ()
