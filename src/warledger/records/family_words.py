"""What the family stage knows about words: house spellings, credit lines, notices and agencies (`vocab/families.toml`)."""

from __future__ import annotations

import re
import tomllib
from typing import Any

import msgspec

from warledger.base.similarity import fold_name


class FamilyWords(msgspec.Struct, frozen=True):
    """Compiled patterns, in the order they are tried. `agencies` maps a folded name or short name to the agency's own name.

    `corrections` may have named groups `wrong` and `right`. The empty default knows no house spelling, notice or agency.
    """

    spellings: tuple[tuple[re.Pattern[str], str], ...] = ()
    credits: tuple[re.Pattern[str], ...] = ()
    corrections: tuple[re.Pattern[str], ...] = ()
    updates: tuple[re.Pattern[str], ...] = ()
    agencies: dict[str, str] = {}

    def agency(self, name: str | None) -> str | None:
        """The agency that `name` names, if it is one."""
        return self.agencies.get(fold_name(name)) if name else None


def parse_family_words(text: str, extra_agencies: dict[str, tuple[str, ...]] | None = None) -> FamilyWords:
    """The words in the TOML `text`, with the agencies a monitor adds (name -> other names).

    Raises:
        ValueError: not TOML, a missing list, or a pattern that does not compile; the message names it.
    """
    data = tomllib.loads(text)
    spellings = tuple((_compiled(pattern, 0), str(replacement)) for pattern, replacement in data.get("spellings", []))
    names = {**data.get("agencies", {}), **(extra_agencies or {})}
    lists = {key: _patterns(data, key) for key in ("credits", "corrections", "updates")}
    return FamilyWords(spellings=spellings, agencies=_agencies(names), **lists)


def _patterns(data: dict[str, Any], key: str) -> tuple[re.Pattern[str], ...]:
    if key not in data:
        raise ValueError(f"families.toml has no list {key!r}")
    return tuple(_compiled(pattern, re.IGNORECASE | re.MULTILINE) for pattern in data[key])


def _compiled(pattern: str, flags: int) -> re.Pattern[str]:
    try:
        return re.compile(pattern, flags)
    except re.error as error:
        raise ValueError(f"families.toml: {pattern!r} is no pattern: {error}") from error


def _agencies(names: dict[str, Any]) -> dict[str, str]:
    return {fold_name(alias): name for name in sorted(names) for alias in (name, *names[name])}
