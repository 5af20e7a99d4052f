"""`python -m eval.scale`: how long a monitor of many reports takes to answer, how large it grows, and what one report more costs.

The war is made up, its claims are put into the ledger as a reader would have taken them, and reading sentences is not timed. Seconds
are given by the clock and of the processor: where other work goes on on the machine, only the second can be compared.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from eval.scale.measure import STEPS, Step, as_row


def lines(name: str, step: Step) -> Iterator[str]:
    """One step in words."""
    yield f"\n{name}: at most {step.memory:.0f} MiB of memory"
    for what, figure in step.figures.items():
        yield f"  {what:<40}{figure:>12,.1f}"
    for what, (clock, processor) in step.seconds.items():
        yield f"  {what:<40}{1000 * clock:>12,.0f} ms{1000 * processor:>12,.0f} ms of processor"


def in_own_process(name: str, folder: Path, reports: int) -> Step:
    """The step in a process of its own."""
    command = [sys.executable, "-m", "eval.scale", "--reports", str(reports), "--folder", str(folder), "--step", name]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True, stdin=subprocess.DEVNULL)
    return Step(**json.loads(done.stdout.splitlines()[-1]))


def main(given: Sequence[str]) -> int:
    """The command; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m eval.scale", description=__doc__)
    parser.add_argument("--reports", type=int, default=10_000, help="how many")
    parser.add_argument("--folder", type=Path, help="keep the monitor there, and go on with the one that is there")
    parser.add_argument("--step", choices=STEPS, help="one step in this process, printed as JSON")
    options = parser.parse_args(given)
    with tempfile.TemporaryDirectory(prefix="warledger-scale-") as passing:
        folder = options.folder or Path(passing) / "monitor"
        if options.step:
            print(json.dumps(as_row(STEPS[options.step](folder, options.reports))))
            return 0
        for name in STEPS:
            if name != "make" or not (folder / "ledger.db").exists():
                print("\n".join(lines(name, in_own_process(name, folder, options.reports))), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
