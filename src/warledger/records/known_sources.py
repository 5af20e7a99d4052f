"""Agencies, monitors and state media that reports of many wars cite (`vocab/sources.toml`)."""

from __future__ import annotations

import tomllib

from warledger.records.source import Source


def parse_known_sources(text: str) -> tuple[Source, ...]:
    """The rows of the TOML `text` as sources, in their order; an empty cell is unknown.

    Raises:
        ValueError: not TOML, a row with more or fewer cells than there are columns, or a name or alias that two rows have.
    """
    table = tomllib.loads(text)
    columns = table["columns"]
    found = [_source(columns, row) for row in table["rows"]]
    held: dict[str, str] = {}
    for source in found:
        for name in (source.name, *source.aliases):
            if held.setdefault(name.casefold(), source.name) != source.name:
                raise ValueError(f"sources.toml: {name!r} stands for {held[name.casefold()]} and for {source.name}")
    return tuple(found)


def _source(columns: list[str], row: list[object]) -> Source:
    cells = {column: cell for column, cell in zip(columns, row, strict=True) if cell not in ("", [])}
    aliases = cells.pop("aliases", ())
    assert isinstance(aliases, list | tuple)
    return Source(aliases=tuple(map(str, aliases)), **{column: str(cell) for column, cell in cells.items()})  # type: ignore[arg-type]
