"""What every command begins with: the monitor, its tools, its state."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

from warledger.cli.options import day
from warledger.cli.output import note
from warledger.pipeline.build import Toolkit
from warledger.pipeline.monitor import Monitor, load_monitor
from warledger.pipeline.view import View, open_view


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


def view_of(folder: Path, known: str | None = None) -> View:
    """The state of the monitor in a folder, as known on a day.

    Raises:
        UsageError: no such folder, a broken file in it, no date, or nothing has been read yet.
    """
    monitor = monitor_in(folder)
    tools = toolkit(monitor)
    return open_view(monitor, tools.state_tools, day(known, "--known"), tools.state_version)
