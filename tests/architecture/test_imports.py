"""The import contracts of pyproject.toml hold, and each is shown to break when its breach is planted in a copy."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

LINT = "from importlinter.cli import lint_imports_command; lint_imports_command()"


def lint(root: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """`lint-imports` in `root`, on the package in `root/src`."""
    environment = {**os.environ, "PYTHONPATH": str(root / "src")}
    command = [sys.executable, "-c", LINT, "--no-cache", "--no-logo", *options]
    return subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def copy(repo_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package and its contracts in a folder of their own."""
    root = tmp_path_factory.mktemp("copy")
    shutil.copytree(repo_root / "src", root / "src", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(repo_root / "pyproject.toml", root)
    return root


def test_the_contracts_are_kept(copy: Path) -> None:
    result = lint(copy)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize(
    ("file", "line", "contract"),
    [
        ("base/planted.py", "import warledger.records.claim", "layers"),
        ("records/planted.py", "import warledger.stages.claims", "layers"),
        ("stages/claims/planted.py", "import warledger.intake", "layers"),
        ("exports/planted.py", "import warledger.ledger", "layers"),
        ("pipeline/planted.py", "import warledger.cli", "layers"),
        ("unplaced/__init__.py", "", "layers"),
        ("stages/claims/planted.py", "import warledger.stages.families", "stages"),
        ("stages/unplaced/__init__.py", "", "stages"),
        ("stages/claims/planted.py", "import pathlib", "pure"),
        ("records/planted.py", "import os", "pure"),
        ("base/planted.py", "import random", "pure"),
        ("exports/planted.py", "import socket", "network"),
        ("pipeline/planted.py", "import requests", "network"),
        ("cli/planted.py", "import sqlite3", "sql"),
        ("pipeline/planted.py", "import pydantic", "pydantic"),
        ("exports/planted.py", "import rich.table", "doors"),
    ],
)
def test_a_planted_import_breaks_its_contract(copy: Path, file: str, line: str, contract: str) -> None:
    path = copy / "src" / "warledger" / file
    path.parent.mkdir(exist_ok=True)
    path.write_text(f'"""Planted."""\n\n{line}\n', encoding="utf-8")
    try:
        result = lint(copy, "--contract", contract)
    finally:
        path.unlink()
        if not any(path.parent.iterdir()):
            path.parent.rmdir()
    assert result.returncode == 1
    assert "0 kept, 1 broken" in result.stdout
