"""A small made-up war, told by forty reports of which some are copies."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from eval.scale.monitor import take, write_monitor
from eval.scale.reports import War, make_war
from warledger.pipeline.build import Toolkit
from warledger.pipeline.monitor import Monitor, load_monitor


@pytest.fixture(scope="session")
def small_war() -> War:
    """Forty reports of twelve days."""
    return make_war(40, days=12, places=8, actors=8)


@pytest.fixture(scope="session")
def _read_war(small_war: War, tmp_path_factory: pytest.TempPathFactory) -> Path:
    monitor = write_monitor(tmp_path_factory.mktemp("war") / "war", small_war)
    take(monitor, small_war.reports, [monitor.reports])
    return monitor.folder


@pytest.fixture
def monitor(_read_war: Path, tmp_path: Path) -> Monitor:
    """A monitor of one's own with all of it read, and no state kept."""
    return load_monitor(Path(shutil.copytree(_read_war, tmp_path / "war")), {})


@pytest.fixture(scope="session")
def tools(_read_war: Path) -> Toolkit:
    """The tools of such a monitor, loaded once."""
    return Toolkit(load_monitor(_read_war, {}))
