"""Ctrl-C during long work."""

from __future__ import annotations

import gc
import signal

import pytest

from warledger.cli.stopping import heard


class Grave:
    """Whoever is told to stop while this is taken away."""

    def __del__(self) -> None:
        signal.raise_signal(signal.SIGINT)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_an_interrupt_that_python_drops_stops_the_next_step() -> None:
    with heard() as check:
        check()
        Grave()
        gc.collect()
        with pytest.raises(KeyboardInterrupt):
            check()


def test_an_interrupt_stops_at_once_and_afterwards_things_are_as_they_were() -> None:
    before = signal.getsignal(signal.SIGINT)
    with pytest.raises(KeyboardInterrupt), heard():
        signal.raise_signal(signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) is before
