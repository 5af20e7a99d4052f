"""Whom a person means by a name: an actor that is called so, else those whose names hold its words."""

from __future__ import annotations

from warledger.base.similarity import fold_name
from warledger.pipeline.view import View
from warledger.records.registry import fold_actor, make_registry


def keys_called(view: View, name: str) -> frozenset[str]:
    """The keys of the actors of that name, in the registry or in any report; none when nobody is called just so."""
    folded = fold_actor(name)
    bearers = {fold_actor(bearer.actor.name) for bearer in make_registry(view.monitor.actors).bearers(name)}
    if bearers or not folded:
        return frozenset(bearers)
    return view.keys_by_name.get(folded, frozenset()) or frozenset({folded} & view.by_actor.keys())


def keys_holding(view: View, name: str) -> frozenset[str]:
    """The keys of the actors one of whose names holds all the words of `name`, case and accents aside; none for no words."""
    words = frozenset(fold_name(name).split())
    if not words:
        return frozenset()
    return frozenset(key for folded, keys in view.keys_by_name.items() if words <= set(folded.split()) for key in keys)
