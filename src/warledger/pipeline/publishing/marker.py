"""By what a published folder is known."""

from __future__ import annotations

from pathlib import Path

#: Where in the folder the resources are, and the marker by which a later run knows the folder for its own.
DATA, MARKER = "data", ".warledger-published"


def is_published(folder: Path) -> bool:
    """Whether `publish` wrote the folder."""
    return (folder / MARKER).is_file()
