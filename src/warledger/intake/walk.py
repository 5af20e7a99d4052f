"""Which files of the given paths are to be read."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from warledger.intake.names import printable
from warledger.records.reason import Problem, Reason, Severity

#: The file that makes a folder a monitor, whose own files are no reports.
MONITOR_FILE = "monitor.toml"
#: The folder of a monitor that does hold reports.
REPORTS = "reports"
#: Describes the files of its folder; never itself a report.
MANIFEST = "manifest.jsonl"


class Found(NamedTuple):
    """A file to read. `shown` says where it is, from the path that was given; `location` is its folder."""

    path: Path
    shown: str

    @property
    def name(self) -> str:
        """The file's name, as text."""
        return printable(self.path.name)

    @property
    def location(self) -> str:
        """The folder the file lies in, as text."""
        return printable(str(self.path.parent))


def walk(paths: Sequence[Path], monitor: Path | None) -> Iterator[Found | Problem]:
    """Every file of `paths` that may be a report, in order of name, and the manifests among them.

    What cannot be listed or opened is a `Problem`, and so is a link that leads out of the given path, which is passed over.

    Passed over without a word: hidden files, folders with a `monitor.toml` (of `monitor`, all but its reports).
    """
    home = monitor.resolve() if monitor else None
    for path in paths:
        if not os.path.lexists(path):
            yield _unreadable(path.name, "there is no such file or folder; check the spelling")
        elif path.is_dir():
            yield from _Tree(path.resolve(), home).files(path, "")
        else:
            yield _regular(path, path.name)


def _unreadable(name: str, detail: str) -> Problem:
    return Problem(printable(name), Reason.UNREADABLE, Severity.FAILED, printable(detail))


def _target(path: Path) -> Path:
    # Path.resolve raises on a link that leads to itself; realpath does not.
    return Path(os.path.realpath(path))


def _regular(path: Path, shown: str) -> Found | Problem:
    try:
        mode = path.stat().st_mode
    except OSError as error:
        return _unreadable(path.name, f"{shown}: {error.strerror or error}")
    if not stat.S_ISREG(mode):
        return _unreadable(path.name, f"{shown}: neither a file nor a folder (a device, a pipe or a socket)")
    return Found(path, printable(shown))


class _Tree:
    """One given folder. Remembers the folders it has been in: links may lead in circles."""

    def __init__(self, root: Path, home: Path | None) -> None:
        self.root, self.home = root, home
        self.been: set[Path] = set()

    def files(self, folder: Path, shown: str) -> Iterator[Found | Problem]:
        real = _target(folder)
        if real in self.been:
            return
        self.been.add(real)
        try:
            names = sorted(entry.name for entry in folder.iterdir())
        except OSError as error:
            yield _unreadable(folder.name, f"{shown or folder.name}: cannot be listed: {error.strerror or error}")
            return
        for name in self._wanted(real, names):
            yield from self._entry(folder / name, f"{shown}{name}")

    def _wanted(self, folder: Path, names: list[str]) -> list[str]:
        if MONITOR_FILE in names:
            return [REPORTS] if folder == self.home and REPORTS in names else []
        return [name for name in names if not name.startswith(".")]

    def _entry(self, path: Path, shown: str) -> Iterator[Found | Problem]:
        if path.is_symlink() and not _target(path).is_relative_to(self.root):
            detail = f"{printable(shown)}: a link that leads out of the folder; not followed"
            yield Problem(printable(path.name), Reason.OUTSIDE_FOLDER, Severity.SKIPPED, detail)
            return
        if path.is_dir():
            yield from self.files(path, shown + "/")
        else:
            yield _regular(path, shown)
