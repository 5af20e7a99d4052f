"""What SQLite and the file system report, said in Warledger's errors with the mend."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from warledger.base.errors import LedgerLocked, LedgerUnwritable, WarledgerError

_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_REFUSED = {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_IOERR}


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Raises what goes wrong inside as an error a user can act on.

    Raises:
        LedgerLocked: another program holds the file's own lock.
        LedgerUnwritable: the disk is full, or the file system refuses.
        WarledgerError: the file is damaged, or no ledger.
    """
    try:
        yield
    except sqlite3.DatabaseError as error:
        known = _known(error, path)
        if known is None:
            raise
        raise known from error
    except OSError as error:
        raise unwritable(path, error.strerror or str(error)) from error
    except (zlib.error, msgspec.DecodeError) as error:
        raise damaged(path, str(error)) from error


def unwritable(path: Path, why: str) -> LedgerUnwritable:
    """The file system does not let us write (or open) the ledger, because `why`."""
    mend = "Free some space or make its folder writable, then run the same command again; what was read before is kept"
    return LedgerUnwritable(f"cannot use {path}: {why}", mend=mend)


def damaged(path: Path, why: str) -> WarledgerError:
    """The file is not what Warledger wrote, because `why`."""
    mend = "Put back a copy, or move the file away and run `warledger read` to make it anew from the reports"
    return WarledgerError(f"{path} is damaged, or no ledger of Warledger: {why}", mend=mend)


def _known(error: sqlite3.DatabaseError, path: Path) -> WarledgerError | None:
    # The low byte is the primary code; the rest tells kinds of one failure apart. Errors Python raises itself carry none.
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code == sqlite3.SQLITE_FULL:
        return unwritable(path, "the disk is full")
    if code in _REFUSED:
        return unwritable(path, str(error))
    if code in _BUSY:
        return LedgerLocked(f"another program holds {path}", mend="Close it, then run the same command again")
    if code in _DAMAGED:
        return damaged(path, str(error))
    return None
