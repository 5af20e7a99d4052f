"""`python -m eval.cleaning`: the table by shape, without the gate."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from eval.cleaning.suite import evaluate
from eval.data import data_dir
from eval.workshop import Workshop


def main() -> int:
    """Prints the suite's report; returns the exit code."""
    with tempfile.TemporaryDirectory(prefix="warledger-eval-") as work:
        for line in evaluate(Workshop(Path(work), data_dir())).report:
            print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main())
