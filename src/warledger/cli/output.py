"""Where words go: results to stdout as UTF-8, whatever the locale; everything else to stderr."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec

from warledger.base.errors import WarledgerError


def put(text: str) -> None:
    """Text to stdout as it is, nothing added."""
    stream = getattr(sys.stdout, "buffer", None)
    if stream is None:  # a captured stdout without bytes below it
        sys.stdout.write(text)
        return
    sys.stdout.flush()
    stream.write(text.encode("utf-8", "surrogatepass"))
    stream.flush()


def put_lines(lines: Iterable[str]) -> None:
    """Lines that bring their own newlines, as they come."""
    for line in lines:
        put(line)


def put_json(value: Any) -> None:
    """One JSON object on one line."""
    put(msgspec.json.encode(value).decode() + "\n")


def note(text: str) -> None:
    """A line for the person, to stderr."""
    sys.stderr.write(text + "\n")
    sys.stderr.flush()


def write_file(path: Path, lines: Iterable[str]) -> None:
    """Lines to a file, whole or not at all.

    Raises:
        WarledgerError: it cannot be written.
    """
    partial = path.with_name(f".{path.name}.part")
    try:
        with partial.open("w", encoding="utf-8", newline="") as file:
            file.writelines(lines)
        partial.replace(path)
    except OSError as error:
        partial.unlink(missing_ok=True)
        raise WarledgerError(f"cannot write {path}: {error.strerror or error}", mend="Name a place you may write to, with room") from error


def silence() -> None:
    """After a reader of stdout has gone (`| head`): nothing more is written, and Python's last flush fails on nothing."""
    devnull = os.open(os.devnull, os.O_WRONLY)
    os.dup2(devnull, sys.stdout.fileno())
