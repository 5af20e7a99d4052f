"""Throw-away monitors, made with the commands users have: read once, asked by every suite."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from eval.data import Row, rows
from eval.result import CommandFailed


def warledger(*arguments: str | Path, allow: tuple[int, ...] = (0,)) -> str:
    """What a `warledger` command prints on stdout.

    Raises:
        CommandFailed: it ended with a code that is not in `allow`.
    """
    command = [sys.executable, "-m", "warledger", *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)
    if done.returncode not in allow:
        raise CommandFailed(f"warledger {' '.join(map(str, arguments))}: exit {done.returncode}: {done.stderr.strip()[-800:]}")
    return done.stdout


@dataclass(frozen=True)
class Monitor:
    """A monitor in a folder, with its exports."""

    folder: Path

    def export(self, form: str, *options: str) -> Path:
        """The file of one export (`records`, `events`, ...), made anew."""
        path = self.folder / f"{form}{''.join(options)}.jsonl"
        warledger("export", self.folder, "--format", form, "--out", path, *options)
        return path

    @cached_property
    def records(self) -> Path:
        """The records that count."""
        return self.export("records")

    @cached_property
    def all_records(self) -> Path:
        """Every record, whatever became of it."""
        return self.export("records", "--all")

    @cached_property
    def events(self) -> Path:
        """The events."""
        return self.export("events")

    @cached_property
    def disputes(self) -> Path:
        """The disputes."""
        return self.export("disputes")

    @cached_property
    def families(self) -> list[Row]:
        """The families."""
        path = self.folder / "families.jsonl"
        path.write_text(warledger("families", self.folder, "--json"), encoding="utf-8")
        return rows(path)


@dataclass(frozen=True)
class Workshop:
    """The monitors of one evaluation: `work` is a folder that is thrown away, `data` the folder of the data."""

    work: Path
    data: Path

    @property
    def gold(self) -> Path:
        """The folder of the hand-made records and scorers."""
        return self.data / "gold"

    @property
    def seeds_folder(self) -> Path:
        """The five documents the work began with."""
        return self.data / "seeds"

    @property
    def libya_folder(self) -> Path:
        """News articles on another war, never developed on."""
        return self.data / "data" / "libya-dev"

    @cached_property
    def seeds(self) -> Monitor:
        """The seeds as Warledger reads them."""
        return self.read("seeds", self.seeds_folder)

    @cached_property
    def libya(self) -> Monitor:
        """The other war as Warledger reads it."""
        return self.read("libya", self.libya_folder)

    @cached_property
    def coded(self) -> Monitor:
        """The seeds with the hand-made records imported: what later stages make of perfect claims."""
        monitor = self.read("coded", self.seeds_folder)
        warledger("import", monitor.folder, self.gold / "seeds-dev.jsonl")
        return monitor

    def read(self, name: str, documents: Path) -> Monitor:
        """The documents in a monitor of their own, read."""
        folder = self.work / name
        warledger("init", folder)
        warledger("read", folder, documents)
        return Monitor(folder)
