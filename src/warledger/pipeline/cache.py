"""Where states are kept beside the ledger. The files hold nothing the ledger does not, and may be deleted at any time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path

import msgspec

from warledger.base.ids import content_id
from warledger.ledger.kept.store import BROKEN, Kept, is_broken
from warledger.pipeline.keeping import keep
from warledger.records.gap import Gap
from warledger.records.state import State

#: How many states of days gone by are kept; the one asked for longest ago makes room.
_EARLIER = 6
_OF = "of"


class Asked(msgspec.Struct, frozen=True):
    """Which state of a ledger: as known on a day, with the decisions made by a day, or by one person only."""

    known: dt.date | None = None
    decided: dt.date | None = None
    decider: str | None = None


class Of(msgspec.Struct, frozen=True):
    """What a state was worked out of: by which version, for a monitor with which files, from which ledger, in which edition."""

    version: str
    monitor: str
    ledger: str
    edition: str


class Whole(msgspec.Struct, frozen=True):
    """A state with the gaps of its documents, and by document which rows of the ledger it was read from."""

    state: State
    gaps: tuple[Gap, ...]
    marks: Mapping[str, str]


def opened(ledger: Path, asked: Asked, of: Of, work: Callable[[], Whole]) -> Kept:
    """The kept state, worked out (`work`) and kept first where it is not there or of something else.

    Whatever is wrong with the file (missing, broken, not writable) only costs time: then the state is held in memory.
    """
    path = kept_path(ledger, asked)
    kept = _current(path, of) or _brought_up(path, of, work)
    if kept is None:
        kept = Kept.open(None)
        _bring_up(kept, of, work)
    elif asked != Asked():
        _make_room(path, ledger)
    return kept


def in_memory(state: State, gaps: Iterable[Gap]) -> Kept:
    """A state that is not kept, as if it were."""
    kept = Kept.open(None)
    keep(kept, state, gaps, {})
    return kept


def kept_path(ledger: Path, asked: Asked) -> Path:
    """Where that state of a ledger is kept."""
    named = "" if asked == Asked() else f"-{content_id('s', asked, digits=8)}"
    return ledger.with_name(f"{ledger.name}.state{named}")


def forget_kept(ledger: Path) -> None:
    """Deletes every kept state of a ledger."""
    for path in ledger.parent.glob(f"{ledger.name}.state*"):
        with suppress(OSError):
            path.unlink()


def _current(path: Path, of: Of) -> Kept | None:
    kept = Kept.open_to_read(path)
    try:
        if kept is not None and kept.head(_OF, Of) == of:
            return kept
    except BROKEN:
        pass
    if kept is not None:
        kept.close()
    return None


def _brought_up(path: Path, of: Of, work: Callable[[], Whole]) -> Kept | None:
    """The file with the state worked out, made anew where it is broken; `None` where it cannot be written, or another process
    holds it too long."""
    for _ in range(2):
        try:
            kept = Kept.open(path)
        except BROKEN as error:
            if not is_broken(error):
                return None
            _away(path)
            continue
        except OSError:
            return None
        try:
            _bring_up(kept, of, work)
            return kept
        except BROKEN as error:
            kept.close()
            if not is_broken(error):
                return None
            _away(path)
        except BaseException:
            kept.close()
            raise
    return None


def _bring_up(kept: Kept, of: Of, work: Callable[[], Whole]) -> None:
    with kept.writing():
        if kept.head(_OF, Of) != of:  # another process may have been at it
            whole = work()
            keep(kept, whole.state, whole.gaps, whole.marks)
            kept.set_head(_OF, of)
    kept.hold()


def _make_room(path: Path, ledger: Path) -> None:
    """Deletes the states of days gone by that were asked for longest ago; `path` was asked for now."""
    with suppress(OSError):
        path.touch()
        others = (p for p in ledger.parent.glob(f"{ledger.name}.state-*") if not p.name.endswith(("-wal", "-shm")))
        for old in sorted(others, key=lambda p: p.stat().st_mtime, reverse=True)[_EARLIER:]:
            _away(old)


def _away(path: Path) -> None:
    for suffix in ("", "-wal", "-shm"):
        with suppress(OSError):
            path.with_name(path.name + suffix).unlink(missing_ok=True)
