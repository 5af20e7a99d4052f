"""Floors: what a metric may not fall under, and of which hand-made records they were measured.

A floor rises by `--raise` and falls only by `--lower METRIC --because WHY`; every fall stays in the file with its reason.
"""

from __future__ import annotations

import json
import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

#: A floor lies this much under the value measured: parsers differ in the last digits between processors.
MARGIN = 0.01

_HEAD = """\
# What `make eval` may not fall under. Written by `python -m eval --raise`, and by `--lower METRIC --because WHY`.
# A floor lies 0.01 under the value it was set from, at 1 where that was 1. [sha256] are the hand-made records the values were measured on.
"""


@dataclass(frozen=True)
class Lowered:
    """A floor that was let down, and why."""

    metric: str
    before: float
    after: float
    because: str


@dataclass(frozen=True)
class Floors:
    """The floors by metric, the digests of the cases by file, and every lowering so far."""

    floors: Mapping[str, float] = field(default_factory=dict)
    sha256: Mapping[str, str] = field(default_factory=dict)
    lowered: tuple[Lowered, ...] = ()

    def breaches(self, metrics: Mapping[str, float], suites: set[str]) -> list[str]:
        """Metrics under their floor, and floors of the `suites` that ran whose metric is gone; in words."""
        found = []
        for metric, floor in sorted(self.floors.items()):
            if metric.split(".")[0] not in suites:
                continue
            if metric not in metrics:
                found.append(f"{metric}: not measured any more (floor {floor:.3f})")
            elif metrics[metric] < floor:
                found.append(f"{metric}: {metrics[metric]:.3f} is under its floor {floor:.3f}")
        return found

    def changed(self, digests: Mapping[str, str]) -> list[str]:
        """Case files whose content is not the one the floors were measured on."""
        return sorted(file for file, value in digests.items() if self.sha256.get(file, value) != value)

    def raised(self, metrics: Mapping[str, float], digests: Mapping[str, str]) -> Floors:
        """Every floor at least `MARGIN` under its metric; none falls. The digests become those of the cases measured now."""
        floors = {metric: max(self.floors.get(metric, 0.0), floor_under(value)) for metric, value in metrics.items()}
        return Floors({**self.floors, **floors}, {**self.sha256, **digests}, self.lowered)

    def lower(self, metric: str, value: float, because: str) -> Floors:
        """The floor of one metric let down to under `value`, with the reason.

        Raises:
            ValueError: there is no such floor, no reason, or the floor would not fall.
        """
        before, after = self.floors.get(metric), floor_under(value)
        if before is None:
            raise ValueError(f"{metric} has no floor")
        if not because.strip():
            raise ValueError("a floor falls only with a reason: --because WHY")
        if after >= before:
            raise ValueError(f"{metric} is {value:.3f}; its floor {before:.3f} need not fall")
        return Floors({**self.floors, metric: after}, self.sha256, (*self.lowered, Lowered(metric, before, after, because)))


def floor_under(value: float) -> float:
    """The floor a value sets, in thousandths. What is whole stays whole: no rounding excuses one record without its words."""
    return 1.0 if value == 1 else max(0.0, math.floor(round((value - MARGIN) * 1000, 6)) / 1000)


def read_floors(path: Path) -> Floors:
    """The floors in a file; none when there is no file."""
    if not path.exists():
        return Floors()
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return Floors(table.get("floors", {}), table.get("sha256", {}), tuple(Lowered(**row) for row in table.get("lowered", [])))


def write_floors(path: Path, floors: Floors) -> None:
    """The file `read_floors` reads, keys in order."""
    lines = [_HEAD, "[sha256]", *(f"{_quoted(k)} = {_quoted(v)}" for k, v in sorted(floors.sha256.items()))]
    lines += ["", "[floors]", *(f"{_quoted(k)} = {v}" for k, v in sorted(floors.floors.items()))]
    for row in floors.lowered:
        lines += ["", "[[lowered]]", f"metric = {_quoted(row.metric)}", f"before = {row.before}", f"after = {row.after}"]
        lines.append(f"because = {_quoted(row.because)}")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
