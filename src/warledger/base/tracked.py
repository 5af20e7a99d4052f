"""A dictionary that knows which of its entries were set or taken away: what must be kept anew, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Tracked(dict[K, V]):
    """Entries given at the start count as unchanged. `changed` are the keys set, deleted or popped since; others' ways in are not used."""

    def __init__(self, entries: Iterable[tuple[K, V]] = ()) -> None:
        super().__init__(entries)
        self.changed: set[K] = set()

    def __setitem__(self, key: K, value: V) -> None:
        self.changed.add(key)
        super().__setitem__(key, value)

    def __delitem__(self, key: K) -> None:
        super().__delitem__(key)
        self.changed.add(key)

    def drop(self, key: K) -> V | None:
        """Takes the entry away and gives its value, `None` where there was none."""
        if key not in self:
            return None
        value = self[key]
        del self[key]
        return value
