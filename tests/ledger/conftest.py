"""Fixtures of the ledger's tests."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from warledger.ledger.store import Ledger


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a ledger may be made."""
    return tmp_path / "ledger.db"


@pytest.fixture
def ledger(path: Path) -> Iterator[Ledger]:
    """A new ledger, open to write."""
    with Ledger.open(path, write=True) as opened:
        yield opened


@pytest.fixture
def writer(repo_root: Path) -> Callable[..., subprocess.Popen[str]]:
    """Starts `writer.py` in a process of its own; its lines can be read from `stdout`."""

    def start(*arguments: object) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "tests.ledger.writer", *map(str, arguments)]
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(repo_root), *sys.path])}
        return subprocess.Popen(command, cwd=repo_root, env=environment, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    return start
