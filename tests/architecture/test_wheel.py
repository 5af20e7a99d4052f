"""What `pip install .` brings: the code, every word list, the ledger's schema, the example monitor; and no one's ledger."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def wheel(repo_root: Path, tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The names in a wheel made from a copy of the project in which somebody has read the example monitor."""
    root, out = tmp_path_factory.mktemp("project"), tmp_path_factory.mktemp("wheel")
    for name in ("src", "examples"):
        shutil.copytree(repo_root / name, root / name, ignore=shutil.ignore_patterns("__pycache__", "ledger.db*"))
    for name in ("pyproject.toml", "README.md", ".gitignore"):
        shutil.copy(repo_root / name, root)
    (root / "examples" / "aleppo-2024" / "ledger.db").write_bytes(b"private")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(out)]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    with zipfile.ZipFile(next(out.glob("*.whl"))) as archive:
        return set(archive.namelist())


def test_everything_that_is_read_at_run_time_comes_along(repo_root: Path, wheel: set[str]) -> None:
    package, example = repo_root / "src" / "warledger", repo_root / "examples" / "aleppo-2024"
    code = [path for path in package.rglob("*") if path.suffix in {".py", ".toml", ".sql", ".typed"}]
    needed = {f"warledger/{path.relative_to(package).as_posix()}" for path in code}
    needed |= {
        f"warledger/examples/aleppo-2024/{path.relative_to(example).as_posix()}"
        for path in example.rglob("*")
        if path.is_file() and not path.name.startswith("ledger.db")
    }
    assert needed - wheel == set()


def test_nothing_else_does(wheel: set[str]) -> None:
    assert {name.split("/")[0].split("-")[0] for name in wheel} == {"warledger"}
    assert not [name for name in wheel if "ledger.db" in name]
