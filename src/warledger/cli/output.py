"""Where words go: results to stdout as UTF-8, whatever the locale; everything else to stderr."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec

from warledger.base.errors import WarledgerError


def put(text: str) -> None:
    """Text to stdout as it is, nothing added."""
    if getattr(sys.stdout, "buffer", None) is None:  # a captured stdout without bytes below it
        sys.stdout.write(text)
        return
    put_bytes(text.encode("utf-8", "surrogatepass"))


def put_bytes(data: bytes) -> None:
    """Bytes to stdout as they are."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


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


def ask(prompt: str) -> None:
    """What stands before the words a person is about to type, to stderr; nothing where there is no prompt."""
    sys.stderr.write(prompt)
    sys.stderr.flush()


def write_file(path: Path, lines: Iterable[str]) -> None:
    """Lines to a file as UTF-8, whole or not at all.

    Raises:
        WarledgerError: it cannot be written.
    """
    _write(path, (line.encode("utf-8") for line in lines))


def write_bytes(path: Path, data: bytes) -> None:
    """Bytes to a file, whole or not at all; its folder is made where there is none.

    Raises:
        WarledgerError: it cannot be written.
    """
    with suppress(OSError):  # what keeps the folder from being made keeps the file from being written, and is said there
        path.parent.mkdir(parents=True, exist_ok=True)
    _write(path, (data,))


def _write(path: Path, parts: Iterable[bytes]) -> None:
    partial = path.with_name(f".{path.name}.part")
    try:
        with partial.open("wb") as file:
            file.writelines(parts)
        partial.replace(path)
    except OSError as error:
        partial.unlink(missing_ok=True)
        raise WarledgerError(f"cannot write {path}: {error.strerror or error}", mend="Name a place you may write to, with room") from error


def silence() -> None:
    """After a reader of stdout has gone (`| head`): nothing more is written, and Python's last flush fails on nothing."""
    devnull = os.open(os.devnull, os.O_WRONLY)
    os.dup2(devnull, sys.stdout.fileno())
