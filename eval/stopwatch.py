"""Where the time of a run goes: each second counts for the innermost stage that is running."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class Stopwatch:
    """Seconds by stage. `clock` gives seconds from any start."""

    def __init__(self, clock: Callable[[], float] = time.perf_counter) -> None:
        self.seconds: dict[str, float] = defaultdict(float)
        self._clock = clock
        self._running: list[str] = []
        self._since = clock()

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Counts the time inside for `name`, and not for the stage outside."""
        self._mark()
        self._running.append(name)
        try:
            yield
        finally:
            self._mark()
            self._running.pop()

    def around(self, name: str, function: Callable[P, T]) -> Callable[P, T]:
        """The function, each call a stage."""

        @wraps(function)
        def timed(*args: P.args, **kwargs: P.kwargs) -> T:
            with self.stage(name):
                return function(*args, **kwargs)

        return timed

    def along(self, name: str, items: Iterable[T]) -> Iterator[T]:
        """The items; the time taken to make each counts for `name`, the time between them does not."""
        made = iter(items)
        while True:
            with self.stage(name):
                item = next(made, self)
            if item is self:
                return
            yield item  # type: ignore[misc]

    def _mark(self) -> None:
        now = self._clock()
        if self._running:
            self.seconds[self._running[-1]] += now - self._since
        self._since = now


class Timed:
    """Stands for `target`: every call of a method counts for `name`; a method that gives an iterator is timed along it."""

    def __init__(self, target: Any, watch: Stopwatch, name: str) -> None:
        self._target, self._watch, self._name = target, watch, name

    def __getattr__(self, attribute: str) -> Any:
        value = getattr(self._target, attribute)
        return self._call(value) if callable(value) else value

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """The target called, timed."""
        return self._call(self._target)(*args, **kwargs)

    def _call(self, method: Callable[..., Any]) -> Callable[..., Any]:
        timed = self._watch.around(self._name, method)

        def run(*args: Any, **kwargs: Any) -> Any:
            made = timed(*args, **kwargs)
            return self._watch.along(self._name, made) if isinstance(made, Iterator) else made

        return run
