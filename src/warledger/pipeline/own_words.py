"""A monitor's own word lists: the files in its folder `vocab`, laid over the packaged ones (`records/layers.py`)."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from warledger.base.errors import UsageError
from warledger.base.ids import content_id
from warledger.records.layers import meant

#: Lists on which what is read from a text depends, and those on which only the state does.
READING = tuple(
    f"{name}.toml" for name in ("frames", "nouns", "reporting", "modality", "demonyms", "times", "quantities", "gate", "confidence")
)
STATE = ("sides.toml", "linking.toml", "series.toml", "disputes.toml")


def own_words(folder: Path) -> dict[str, str]:
    """The texts of the lists in `folder` by file name; empty when there is no such folder.

    Raises:
        UsageError: a file is no list of ours, or cannot be read.
    """
    if not folder.is_dir():
        return {}
    listed = sorted(path for path in folder.iterdir() if path.suffix == ".toml" and not path.name.startswith("."))
    return {path.name: _text(path) for path in listed}


def words_mark(words: Mapping[str, str]) -> str:
    """8 hex digits that change with the lists that reading depends on; empty without any."""
    held = [(name, said) for name in READING if (said := _said(words.get(name, "")))]
    return content_id("w", *(part for pair in held for part in pair), digits=8) if held else ""


def _said(text: str) -> str:
    """The text without comments and blank lines: they change nothing that is read."""
    return "\n".join(line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#"))


def _text(path: Path) -> str:
    if path.name not in READING + STATE:
        raise UsageError(f"{path}: no word list of that name{meant(path.name, READING + STATE)}", mend="Rename the file, or take it away")
    try:
        return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: cannot be read ({error})", mend="Save it as UTF-8 text, readable by you") from error
