"""The scorers that lie beside the hand-made records: run as they are, so that every figure is counted as all others are."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from eval.result import CommandFailed

_KIND = re.compile(r"^(\w+) +(\d+) +(\d+) +(\d+) +([\d.]+) +([\d.]+) +([\d.]+)  ", re.M)
_SLOTS = re.compile(r"^slots P ([\d.]+) R ([\d.]+) F1 ([\d.]+)$", re.M)
_UNGROUNDED = re.compile(r"^ungrounded (\d+)$", re.M)


@dataclass(frozen=True)
class Table:
    """What `score.py` printed: F1 of the filled fields, F1 of the records found by kind, how many stand nowhere in the text."""

    slots: float
    found: dict[str, float]
    ungrounded: int
    predicted: int
    text: str

    @property
    def grounded(self) -> float:
        """The share of predicted records whose quote is in the text at its span."""
        return self.predicted / max(1, self.predicted + self.ungrounded)


def run_scorer(script: Path, *arguments: str | Path) -> str:
    """What the scorer prints.

    Raises:
        CommandFailed: it ended with an error.
    """
    command = [sys.executable, "-B", str(script), *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)
    if done.returncode:
        raise CommandFailed(f"{script.name}: {done.stderr.strip() or done.stdout.strip()}")
    return done.stdout


def read_table(text: str) -> Table:
    """The table `score.py` prints.

    Raises:
        CommandFailed: it is no such table.
    """
    slots, ungrounded, kinds = _SLOTS.search(text), _UNGROUNDED.search(text), _KIND.findall(text)
    if not (slots and ungrounded and kinds):
        raise CommandFailed(f"not a score table: {text[:200]!r}")
    found = {kind: float(f1) for kind, *_, f1 in kinds}
    return Table(float(slots[3]), found, int(ungrounded[1]), sum(int(row[2]) for row in kinds), text)


def load_module(script: Path) -> ModuleType:
    """A scorer as a module, for its comparison functions.

    Raises:
        CommandFailed: it cannot be loaded.
    """
    spec = importlib.util.spec_from_file_location(f"shared_{script.stem}", script)
    if spec is None or spec.loader is None:
        raise CommandFailed(f"cannot load {script}")
    module = importlib.util.module_from_spec(spec)
    keep, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    try:
        spec.loader.exec_module(module)
    finally:
        sys.dont_write_bytecode = keep
    return module
