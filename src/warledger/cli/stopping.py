"""Ctrl-C that is not lost."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType


@contextmanager
def heard() -> Iterator[Callable[[], None]]:
    """While it lasts, Ctrl-C raises `KeyboardInterrupt` as ever; the function it gives raises it again if the first was lost.

    Python drops an exception that is raised inside a destructor or a callback of compiled code, so an interrupt that comes at such an
    instant would stop nothing: ask at every step of long work.
    """
    asked = threading.Event()

    def hear(_signal: int, _frame: FrameType | None) -> None:
        asked.set()
        raise KeyboardInterrupt

    def check() -> None:
        if asked.is_set():
            raise KeyboardInterrupt

    if threading.current_thread() is not threading.main_thread() or signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        yield check  # Only the main thread hears signals, and whoever started this may want them unheard.
        return
    before = signal.signal(signal.SIGINT, hear)
    try:
        yield check
    finally:
        signal.signal(signal.SIGINT, before)
