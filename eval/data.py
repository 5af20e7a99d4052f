"""Where the data beside the repository are, and what they are."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
Row = dict[str, Any]


def data_dir(environ: Mapping[str, str] = os.environ) -> Path:
    """The folder `WARLEDGER_DATA` names (default `../shared`), there or not."""
    return Path(environ.get("WARLEDGER_DATA", ROOT / ".." / "shared")).resolve()


def located(file: str, data: Path) -> Path:
    """A file of cases: of the repository where it lies there, else of the data folder."""
    own = ROOT / file
    return own if own.exists() else data / file


def rows(path: Path) -> list[Row]:
    """The objects of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]


def write_rows(path: Path, objects: list[Row]) -> Path:
    """A JSON Lines file of the objects; returns its path."""
    path.write_text("".join(json.dumps(o, ensure_ascii=False) + "\n" for o in objects), encoding="utf-8")
    return path


def texts(folder: Path) -> dict[str, str]:
    """The folder's `.txt` documents by stem, decoded as the scorers do."""
    return {path.stem: path.read_bytes().decode("utf-8-sig") for path in sorted(folder.glob("*.txt"))}


def digest(path: Path) -> str:
    """SHA-256 of a file, in hex."""
    return hashlib.sha256(path.read_bytes()).hexdigest()
