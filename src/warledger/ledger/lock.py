"""One writer at a time: an advisory lock of the operating system, so that a killed writer leaves nothing to clear away."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from warledger.base.errors import LedgerLocked

if sys.platform == "win32":
    import msvcrt

    def _take(descriptor: int) -> None:
        # A byte far past the end: Windows locks keep others from reading what they cover, and the pid must stay readable.
        os.lseek(descriptor, 1 << 30, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        os.lseek(descriptor, 0, os.SEEK_SET)
else:
    import fcntl

    def _take(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


class WriterLock:
    """The right to write to one ledger, held from `acquire` to `release`."""

    def __init__(self, path: Path, descriptor: int) -> None:
        self._path = path
        self._descriptor = descriptor

    @classmethod
    def acquire(cls, ledger: Path) -> WriterLock:
        """Takes `<ledger>.lock`.

        Raises:
            LedgerLocked: another process (or another Ledger of this one) writes; its pid is named.
            OSError: the folder cannot be written.
        """
        path = ledger.with_name(ledger.name + ".lock")
        while True:
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
            try:
                _take(descriptor)
                if _is_still(path, descriptor):
                    os.ftruncate(descriptor, 0)
                    os.write(descriptor, b"%d\n" % os.getpid())
                    return cls(path, descriptor)
            except (BlockingIOError, PermissionError) as error:
                holder = os.read(descriptor, 32).decode("ascii", "replace").strip()
                os.close(descriptor)
                raise _locked(ledger, holder) from error
            except BaseException:
                os.close(descriptor)
                raise
            os.close(descriptor)

    def release(self) -> None:
        """Gives the lock back and removes its file. Removed while held: who opened it before finds out in `acquire`."""
        try:
            self._path.unlink(missing_ok=True)
        except OSError:
            pass  # Windows keeps open files; an empty lock file is harmless
        finally:
            os.close(self._descriptor)


def _is_still(path: Path, descriptor: int) -> bool:
    """Whether the file we locked is the one others will find (the last holder may have removed it in between)."""
    try:
        return path.stat().st_ino == os.fstat(descriptor).st_ino
    except FileNotFoundError:
        return False


def _locked(ledger: Path, holder: str) -> LedgerLocked:
    who = f"process {holder}" if holder else "another process"
    mend = "Wait until it is done, or end it, and run the same command again; commands that only read work meanwhile"
    return LedgerLocked(f"{who} is writing to {ledger}", mend=mend)
