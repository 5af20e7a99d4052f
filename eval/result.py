"""What a suite found."""

from __future__ import annotations

from dataclasses import dataclass, field


class CommandFailed(Exception):
    """A command of Warledger or a scorer ended with an error; the message is its own."""


@dataclass(frozen=True)
class Result:
    """One suite's outcome.

    `metrics` are shares (0 to 1, more is better) by full name, each held to its floor; `report` is for people; `cases` are the
    files of hand-made records, relative to the repository or the data folder, whose digests belong to the floors. `skipped` says what was
    missing, `failed` what went wrong.
    """

    suite: str
    metrics: dict[str, float] = field(default_factory=dict)
    report: tuple[str, ...] = ()
    cases: tuple[str, ...] = ()
    skipped: str = ""
    failed: str = ""
