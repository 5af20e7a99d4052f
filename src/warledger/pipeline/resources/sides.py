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


def registered(catalogue: Catalogue, name: str) -> Actor | None:
    """The entry of `actors.toml` with that name or alias, folded."""
    return catalogue.registry.get(fold_name(name))
