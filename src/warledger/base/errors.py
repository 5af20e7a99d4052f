"""The errors that cross packages. Each message says what, where, and the mend; the exit code belongs to its class."""

from __future__ import annotations


class WarledgerError(Exception):
    """Could not be done here (exit code 3). `mend` says what the user can do about it."""

    exit_code = 3

    def __init__(self, what: str, *, mend: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.mend = mend

    def __str__(self) -> str:
        return f"{self.what}. {self.mend}" if self.mend else self.what


class UsageError(WarledgerError):
    """The question is wrong or ambiguous (exit code 2); candidates are listed in the message."""

    exit_code = 2


class NotFound(UsageError):
    """What was asked for by id or name is not there (exit code 2)."""


class Ambiguous(UsageError):
    """A name means several things (exit code 2); they are listed in the message."""


class LedgerLocked(WarledgerError):
    """Another process is writing to this ledger (exit code 3)."""


class LedgerTooNew(WarledgerError):
    """The ledger was written by a newer Warledger (exit code 3)."""


class LedgerUnwritable(WarledgerError):
    """The ledger's folder is read-only or the disk is full (exit code 3)."""
