"""Directions in words as degrees: "north-eastern", "south and east", "to the west of"."""

from __future__ import annotations

import re
from collections.abc import Mapping

_JOINED = re.compile(r"[\s-]+")


class Winds:
    """The eight winds by name (`bearings`: name -> degrees from north)."""

    def __init__(self, bearings: Mapping[str, float]) -> None:
        self._bearings = bearings

    def named(self, words: str) -> str:
        """The wind that the words name, in one spelling ("south-eastern" and "south and east" are "southeast"); "" when none, or
        several that do not lie side by side."""
        told = words.lower().removesuffix(" of").removesuffix(" from")
        halves = [self._plain(half) for half in told.split(" and ")]
        if len(halves) == 1:
            return halves[0]
        both = (halves[0] + halves[-1], halves[-1] + halves[0]) if all(halves) else ()
        return next((name for name in both if name in self._bearings), "")

    def degrees(self, name: str) -> float | None:
        """The degrees of a wind by the name `named` gives."""
        return self._bearings.get(name)

    def _plain(self, word: str) -> str:
        name = _JOINED.sub("", word).removesuffix("ern")
        return name if name in self._bearings else ""
