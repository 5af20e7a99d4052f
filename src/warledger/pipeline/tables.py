"""TOML files of a monitor: read with the line of any mistake, converted to typed tables."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from warledger.base.errors import UsageError

T = TypeVar("T")


def read_table(path: Path) -> dict[str, Any]:
    """The TOML table in `path`; empty when there is no such file.

    Raises:
        UsageError: the file cannot be read, is not UTF-8, or is not TOML (with line and column).
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: cannot be read ({error})", mend="Save it as UTF-8 text, readable by you") from error
    try:
        return tomllib.loads(text.replace("\r\n", "\n"))
    except tomllib.TOMLDecodeError as error:
        what = str(error).replace("at end of document", f"at line {len(text.splitlines())}, the last")
        raise UsageError(f"{path}: not valid TOML: {what}", mend="Mend that line, or remove the file: it is optional") from error


def convert(table: Any, kind: type[T], path: Path) -> T:
    """`table` as a `kind`.

    Raises:
        UsageError: an unknown key or a value of the wrong type; says where in the file.
    """
    try:
        return msgspec.convert(table, kind)
    except msgspec.ValidationError as error:
        raise UsageError(f"{path}: {error}", mend="`warledger init` writes commented examples of every key") from error
