"""The sources a monitor goes by: its own list, and behind it the agencies, monitors and state media known everywhere."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from warledger.records.known_sources import parse_known_sources
from warledger.records.source import Source


def listed_sources(own: Sequence[Source]) -> tuple[Source, ...]:
    """A monitor's sources and then those of the packaged list of which it names none, under any of its names."""
    named = {name for source in own for name in _names(source)}
    return (*own, *(source for source in _packaged() if named.isdisjoint(_names(source))))


@cache
def _packaged() -> tuple[Source, ...]:
    return parse_known_sources((files("warledger.records") / "vocab" / "sources.toml").read_text(encoding="utf-8"))


def _names(source: Source) -> set[str]:
    return {name.casefold() for name in (source.name, *source.aliases)}
