"""A process that writes to a ledger: `LEDGER COUNT [BATCH]` records COUNT reports, in transactions of BATCH documents (0: one each),
and says "ready" when it begins; `LEDGER hold` opens the ledger to write and keeps it until its input ends."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from pathlib import Path

from tests.ledger.reports import keep, report, start
from warledger.ledger.store import Ledger


def record(ledger: Ledger, count: int, size: int) -> None:
    """Records the reports that are not in the ledger yet."""
    run = start(ledger)
    say_ready()
    for first in range(0, count, size or 1):
        with ledger.batch() if size else nullcontext():
            for number in range(first, min(first + (size or 1), count)):
                made, claims = report(number)
                keep(ledger, run, made, *claims)


def say_ready() -> None:
    """Tells the test that the ledger is open."""
    sys.stdout.write("ready\n")
    sys.stdout.flush()


def main(path: str, count: str, size: str = "0") -> None:
    """See the module."""
    with Ledger.open(Path(path), write=True) as ledger:
        if count == "hold":
            say_ready()
            sys.stdin.read()
        else:
            record(ledger, int(count), int(size))


if __name__ == "__main__":
    main(*sys.argv[1:])
