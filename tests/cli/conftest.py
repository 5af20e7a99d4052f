"""The commands, run in this process with the language model that all tests share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tests.cli.reports import make_monitor
from warledger.cli.main import app
from warledger.stages.claims.reader import Model


@dataclass(frozen=True)
class Answer:
    """What a command did: its exit code, the bytes it printed, and what it told."""

    code: int
    out: bytes
    told: str

    @property
    def text(self) -> str:
        """The result as text."""
        return self.out.decode("utf-8")


Command = Callable[..., Answer]


@pytest.fixture(scope="session")
def _loaded(model: Model) -> Iterator[None]:
    patch = pytest.MonkeyPatch()
    patch.setattr("warledger.pipeline.build.load_model", lambda name: model)
    yield
    patch.undo()


@pytest.fixture(scope="session")
def warledger(_loaded: None) -> Command:
    """Runs a command."""

    def run(*arguments: object) -> Answer:
        done = CliRunner().invoke(app, [str(a) for a in arguments])
        return Answer(done.exit_code, done.stdout_bytes, done.stderr)

    return run


@pytest.fixture(scope="session")
def tarn(warledger: Command, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A monitor that has been read. Only to be asked: every test shares it."""
    folder = make_monitor(tmp_path_factory.mktemp("shared") / "tarn")
    assert warledger("read", folder).code == 0
    return folder


@pytest.fixture
def war(tmp_path: Path) -> Path:
    """A monitor of one's own that has not been read."""
    return make_monitor(tmp_path / "war")
