"""Views of one monitor, read once and kept: for a server that is asked again and again while others read reports into the ledger."""

from __future__ import annotations

import datetime as dt
import threading
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from warledger.base.ids import content_id
from warledger.ledger.search import Hit
from warledger.ledger.store import Ledger
from warledger.pipeline.build import Toolkit
from warledger.pipeline.monitor import FILES, Monitor, load_monitor
from warledger.pipeline.resources.catalogue import Catalogue
from warledger.pipeline.view import open_view
from warledger.records.decision import Decision

#: Days asked about at once that are kept in memory, each a whole state.
_KEPT = 6

_Stamp = tuple[tuple[str, int, int], ...]


@dataclass(frozen=True)
class _Edition:
    """The monitor and its ledger as they were when the files looked like `stamp`. `mark` names what they say."""

    stamp: _Stamp
    mark: str
    monitor: Monitor
    tools: Toolkit


class Shelf:
    """The monitor in `folder`. Safe to ask from several threads; whoever asks while the ledger changes waits for the new state."""

    def __init__(self, folder: Path, environ: Mapping[str, str], *, announce: Callable[[str], None] = lambda _: None) -> None:
        self._folder = folder
        self._environ = environ
        self._announce = announce
        self._lock = threading.RLock()
        self._views: OrderedDict[tuple[str, dt.date | None, dt.date | None], Catalogue] = OrderedDict()
        self._edition: _Edition | None = None

    @property
    def monitor(self) -> Monitor:
        """The monitor as its files describe it now.

        Raises:
            WarledgerError: a file of it is broken, or nothing has been read.
        """
        return self._now().monitor

    @property
    def tools(self) -> Toolkit:
        """The tools of the monitor as it is now."""
        return self._now().tools

    def mark(self) -> str:
        """What names the present state: it changes when, and only when, an answer may.

        Raises:
            WarledgerError: the ledger cannot be read, or a file of the monitor is broken.
        """
        return self._now().mark

    def catalogue(self, known: dt.date | None = None, decided: dt.date | None = None) -> Catalogue:
        """The state as known on a day (`None`: with everything read), without decisions made after the day `decided`.

        Raises:
            WarledgerError: the ledger cannot be read, or a file of the monitor is broken.
        """
        edition = self._now()
        key = (edition.mark, known, decided)
        found = self._views.get(key)
        if found is not None:
            return found
        with self._lock:
            if key not in self._views:
                tools = edition.tools
                view = open_view(edition.monitor, tools.state_tools, known, tools.state_version, decided=decided)
                self._views[key] = Catalogue(view)
                while len(self._views) > _KEPT:
                    self._views.popitem(last=False)
            return self._views[key]

    def search(self, query: str, limit: int) -> tuple[Hit, ...]:
        """Titles and quotes that hold every word of the query (see `ledger.search.find`)."""
        with Ledger.open(self.monitor.ledger) as ledger:
            return ledger.search(query, limit)

    def decisions(self) -> tuple[Decision, ...]:
        """All decisions in the order they were made."""
        with Ledger.open(self.monitor.ledger) as ledger:
            return ledger.decisions()

    def keep(self, decision: Decision) -> None:
        """Writes a decision into the ledger, one at a time.

        Raises:
            LedgerLocked: another process is writing.
            WarledgerError: it cannot be written.
        """
        with self._lock, Ledger.open(self.monitor.ledger, write=True) as ledger:
            ledger.add_decision(decision)

    def _now(self) -> _Edition:
        held, stamp = self._edition, _stamp(self._folder)
        if held is not None and held.stamp == stamp:
            return held
        with self._lock:
            if self._edition is None or self._edition.stamp != stamp:
                self._edition = self._read(stamp)
            return self._edition

    def _read(self, stamp: _Stamp) -> _Edition:
        monitor = load_monitor(self._folder, self._environ)
        held = self._edition
        same = held is not None and held.monitor.fingerprint == monitor.fingerprint
        tools = held.tools if held is not None and same else Toolkit(monitor, announce=self._announce)
        with Ledger.open(monitor.ledger) as ledger:
            mark = content_id("e", tools.state_version, ledger.edition(), monitor.fingerprint)
        return _Edition(stamp, mark, monitor, tools)


def _stamp(folder: Path) -> _Stamp:
    """What the files look like from outside: name, size and time of change of those that bear on an answer."""
    vocab = folder / "vocab"
    own = sorted(vocab.glob("*.toml")) if vocab.is_dir() else []
    paths = [folder / "ledger.db", folder / "ledger.db-wal", *(folder / name for name in FILES), *own]
    return tuple(mark for path in paths if (mark := _look(path)) is not None)


def _look(path: Path) -> tuple[str, int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    # An empty log beside the ledger comes and goes with readers and says nothing.
    return (path.name, found.st_size, found.st_mtime_ns) if found.st_size else None
