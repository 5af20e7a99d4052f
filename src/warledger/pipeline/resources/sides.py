"""On whose side a holder or actor was on a day, by the registry alone: what `actors.toml` does not say, nobody here decides."""

from __future__ import annotations

import datetime as dt

from warledger.base.similarity import fold_name
from warledger.pipeline.resources.catalogue import Catalogue
from warledger.records.actor import Actor


def side_of(catalogue: Catalogue, holder: str | None, on: dt.date | None) -> str | None:
    """The side all joint holders (joined by " and ") were on; `None` where they differ or one is not in the registry."""
    if holder is None:
        return None
    names = [holder] if registered(catalogue, holder) else holder.split(" and ")
    actors = [registered(catalogue, name) for name in names]
    sides = {actor.side_on(on) if actor else None for actor in actors}
    return sides.pop() if len(sides) == 1 else None


def sides_of(catalogue: Catalogue, holder: str | None) -> list[tuple[dt.date | None, str | None]]:
    """The side of a holder over time: (since which day, side), the first without a day; no two neighbours are the same."""
    actors = [registered(catalogue, name) for name in {holder, *(holder or "").split(" and ")} if name]
    spans = [span for actor in actors if actor for span in actor.sides]
    turns = {s.start for s in spans if s.start} | {s.end + _DAY for s in spans if s.end and s.end < dt.date.max}
    days = sorted(turns)
    found: list[tuple[dt.date | None, str | None]] = [(None, side_of(catalogue, holder, days[0] - _DAY if days else dt.date.min))]
    for day in days:
        side = side_of(catalogue, holder, day)
        if side != found[-1][1]:
            found.append((day, side))
    return found


_DAY = dt.timedelta(days=1)


def registered(catalogue: Catalogue, name: str) -> Actor | None:
    """The entry of `actors.toml` with that name or alias, folded."""
    return catalogue.registry.get(fold_name(name))
