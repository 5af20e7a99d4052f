"""Counts with bounds: what "at least 37", "dozens" or "2,000-2,500" leave open stays open."""

from __future__ import annotations

import msgspec


class Quantity(msgspec.Struct, frozen=True):
    """A count between `low` and `high` (both inclusive, `None` = no bound stated).

    `approximate` marks "about", "some", "an estimated"; `words` are the words of the text. Both bounds `None` is a
    count the text leaves open ("killing civilians").
    """

    low: float | None = None
    high: float | None = None
    approximate: bool = False
    words: str = ""

    def __post_init__(self) -> None:
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"low {self.low} above high {self.high}")

    @property
    def exact(self) -> bool:
        """One number, not hedged."""
        return self.low is not None and self.low == self.high and not self.approximate

    def compatible(self, other: Quantity) -> bool:
        """Whether some count satisfies both bounds."""
        below = self.high is not None and other.low is not None and self.high < other.low
        above = self.low is not None and other.high is not None and self.low > other.high
        return not (below or above)

    def plus(self, other: Quantity) -> Quantity:
        """Both together; a bound missing on one side is missing in the sum."""

        def add(a: float | None, b: float | None) -> float | None:
            return None if a is None or b is None else a + b

        return Quantity(add(self.low, other.low), add(self.high, other.high), self.approximate or other.approximate)
