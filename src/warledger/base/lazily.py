"""Sequences and mappings that are loaded when they are asked for: all of a sequence at once, of a mapping what is asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TypeVar, overload

T = TypeVar("T")
K = TypeVar("K")
V = TypeVar("V")


class LazySequence(Sequence[T]):
    """What `load` gives, from when it is first looked at."""

    def __init__(self, load: Callable[[], Iterable[T]]) -> None:
        self._load = load

    @cached_property
    def _held(self) -> tuple[T, ...]:
        return tuple(self._load())

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[T, ...]: ...
    def __getitem__(self, index: int | slice) -> T | tuple[T, ...]:
        return self._held[index]

    def __len__(self) -> int:
        return len(self._held)

    def __iter__(self) -> Iterator[T]:
        return iter(self._held)


#: Values found one by one after which all are loaded: whoever asks for so many asks for all.
_MANY = 256


class LazyMapping(Mapping[K, V]):
    """One value by `find` (`None`: there is none), everything by `load`. What was found is kept; `load` ends the finding."""

    def __init__(self, find: Callable[[K], V | None], load: Callable[[], Mapping[K, V]]) -> None:
        self._find = find
        self._load = load
        self._found: dict[K, V | None] = {}

    @cached_property
    def _held(self) -> Mapping[K, V]:
        return self._load()

    def __getitem__(self, key: K) -> V:
        if "_held" in self.__dict__ or len(self._found) >= _MANY:
            return self._held[key]
        if key not in self._found:
            self._found[key] = self._find(key)
        value = self._found[key]
        if value is None:
            raise KeyError(key)
        return value

    def __contains__(self, key: object) -> bool:
        try:
            self[key]  # type: ignore[index]
        except KeyError:
            return False
        return True

    def __len__(self) -> int:
        return len(self._held)

    def __iter__(self) -> Iterator[K]:
        return iter(self._held)
