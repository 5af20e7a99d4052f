"""What tells one state of the program from another, so that what an older one made is not taken for new."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable

#: What a reading of a text depends on.
READING = ("base", "records", "stages.cleaning", "stages.claims", "intake")
#: What the state worked out of readings depends on.
STATE = ("base", "records", "stages", "intake", "pipeline")


def code_fingerprint(packages: tuple[str, ...]) -> str:
    """8 hex digits that change with the modules and word lists of these packages of Warledger; the same on every machine."""
    total = hashlib.sha256()
    for package in packages:
        for name, source in _sources(files("warledger").joinpath(*package.split(".")), package):
            total.update(name.encode() + b"\0" + source.replace(b"\r\n", b"\n") + b"\0")
    return total.hexdigest()[:8]


def _sources(folder: Traversable, name: str) -> Iterator[tuple[str, bytes]]:
    for entry in sorted(folder.iterdir(), key=lambda e: e.name):
        if entry.is_dir() and entry.name != "__pycache__":
            yield from _sources(entry, f"{name}/{entry.name}")
        elif entry.name.endswith((".py", ".toml", ".tsv")):
            yield f"{name}/{entry.name}", entry.read_bytes()
