"""`python -m eval.families`: the whole benchmark of copies, beside the rivals that are installed."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from eval.data import data_dir
from eval.families.copies import compared
from eval.families.speed import timed


def main(given: Sequence[str]) -> int:
    """The command; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m eval.families", description=__doc__)
    parser.add_argument("--share", type=float, default=1.0, help="plant so much of everything (default 1)")
    parser.add_argument("--alone", action="store_true", help="without the rivals")
    parser.add_argument("--speed", action="store_true", help="only time, memory and one document more, on 20,000 generated documents")
    options = parser.parse_args(given)
    if options.speed:
        for line in timed():
            print(line)
        return 0
    try:
        result = compared("copies", data_dir(), options.share, beside=not options.alone)
    except FileNotFoundError as error:
        print(f"skipped: no {error.filename} (set WARLEDGER_DATA)")
        return 0
    print("\n".join(result.report))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
