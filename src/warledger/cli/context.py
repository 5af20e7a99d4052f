"""What every command begins with: the monitor, its tools, its state."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable
from pathlib import Path

from warledger.base.errors import UsageError
from warledger.cli.options import day
from warledger.cli.output import note
from warledger.pipeline.build import Toolkit
from warledger.pipeline.monitor import Monitor, load_monitor
from warledger.pipeline.view import View, open_view
from warledger.records.place import Place


def now() -> str:
    """This instant, ISO, UTC, to the second."""
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")


def monitor_in(folder: Path) -> Monitor:
    """The monitor in a folder, with the settings of the environment.

    Raises:
        UsageError: no such folder, or a broken file in it.
    """
    return load_monitor(folder, os.environ)


def toolkit(monitor: Monitor) -> Toolkit:
    """The tools for a monitor; slow steps are announced."""
    return Toolkit(monitor, announce=note)


def places_of(monitor: Monitor) -> Callable[[str], tuple[Place, ...]]:
    """Looks a name up in the gazetteer and the monitor's own list; the first call loads them."""
    tools = toolkit(monitor)
    return lambda name: tools.gazetteer.lookup(name)


def view_of(folder: Path, known: str | None = None, *, decider: str | None = None) -> View:
    """The state of the monitor in a folder, as known on a day; with `decider` as if nobody else had decided anything.

    Raises:
        UsageError: no such folder, a broken file in it, no date, or nothing has been read yet.
    """
    monitor = monitor_in(folder)
    tools = toolkit(monitor)
    return open_view(monitor, tools.state_tools, day(known, "--known"), tools.state_version, decider=decider)


def views_between(folder: Path, since: dt.date, known: str | None) -> tuple[View, View]:
    """The monitor in a folder as known, and decided, on the day `since`; and as known on the later day.

    Raises:
        UsageError: no such folder, a broken file in it, no date, a later day before the earlier, or nothing has been read yet.
    """
    until = day(known, "--known")
    if until is not None and until < since:
        raise UsageError(f"--known {until} is before --since {since}", mend="Name a later day, or leave --known out")
    monitor = monitor_in(folder)
    tools = toolkit(monitor)
    then = open_view(monitor, tools.state_tools, since, tools.state_version, decided=since)
    return then, open_view(monitor, tools.state_tools, until, tools.state_version)
