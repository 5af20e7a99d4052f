"""A real server on a loopback port over the example monitor, and one that takes decisions over a small monitor of one's own."""

from __future__ import annotations

import json
import shutil
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI

from tests.cli.reports import make_monitor
from tools.snapshot import copy_of_example, read, toolkit
from warledger.api.app import make_app
from warledger.api.serving import listen, server
from warledger.api.token import Review
from warledger.pipeline.shelf import Shelf
from warledger.stages.claims.reader import Model

TOKEN = "t0ken-of-the-tests"
INSTANT = "2031-06-01T12:00:00+00:00"


@dataclass(frozen=True)
class Reply:
    """What came back."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        """The body, parsed."""
        return json.loads(self.body)


@dataclass(frozen=True)
class Site:
    """A running server. Paths are relative to the API's root unless they begin with a slash."""

    port: int
    shelf: Shelf

    def ask(self, path: str, method: str = "GET", body: bytes | None = None, **headers: str) -> Reply:
        """One request; headers are given as `if_none_match="..."`."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        with closing(HTTPConnection("127.0.0.1", self.port, timeout=60)) as connection:
            connection.request(method, path if path.startswith("/") else f"/api/v1/{path}", body, named)
            answer = connection.getresponse()
            return Reply(answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read())

    def get(self, path: str) -> Any:
        """The answer, which must be 200."""
        reply = self.ask(path)
        assert reply.status == 200, (path, reply.status, reply.body[:300])
        return reply.json

    def decide(self, token: str = TOKEN, **decision: Any) -> Reply:
        """Posts a decision."""
        sent = {"Authorization": f"Bearer {token}"} if token else {}
        return self.ask("review/decisions", "POST", json.dumps(decision).encode(), content_type="application/json", **sent)


def running(folder: Path, review: Review | None = None, page: Path | None = None) -> Iterator[Site]:
    """A server over the monitor in `folder`, until the test is done."""
    shelf = Shelf(folder, {})
    yield from serving(shelf, make_app(shelf, review_by=review, page=page))


def serving(shelf: Shelf, app: FastAPI) -> Iterator[Site]:
    """A server of the application, until the test is done."""
    where: socket.socket = listen("127.0.0.1", 0)
    running_server = server(app)
    thread = threading.Thread(target=running_server.run, kwargs={"sockets": [where]}, daemon=True)
    thread.start()
    site = Site(where.getsockname()[1], shelf)
    try:
        yield site
    finally:
        running_server.should_exit = True
        thread.join(10)
        where.close()


@pytest.fixture(scope="session")
def _one_model(model: Model) -> Iterator[None]:
    patch = pytest.MonkeyPatch()
    patch.setattr("warledger.pipeline.build.load_model", lambda name: model)
    yield
    patch.undo()


@pytest.fixture(scope="session")
def example(_one_model: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example monitor, read. Only to be asked."""
    folder = copy_of_example(tmp_path_factory.mktemp("api") / "example")
    read(folder, toolkit(folder), [folder / "reports"])
    return folder


@pytest.fixture(scope="session")
def site(example: Path) -> Iterator[Site]:
    """A server over the example that only reads, without a page."""
    yield from running(example, page=example / "no-page")


Reader = Callable[[Path], None]


@pytest.fixture(scope="session")
def read_monitor(_one_model: None) -> Reader:
    """Reads the reports of a monitor."""

    def run(folder: Path) -> None:
        read(folder, toolkit(folder), [folder / "reports"])

    return run


@pytest.fixture(scope="module")
def open_site(example: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A server over a copy of the example that takes decisions: for tests that do not mind which."""
    folder = tmp_path_factory.mktemp("open") / "example"
    shutil.copytree(example, folder)
    yield from running(folder, Review(TOKEN, "ann", lambda: INSTANT))


@pytest.fixture
def desk(read_monitor: Reader, tmp_path: Path) -> Iterator[Site]:
    """A server that takes decisions, over a small monitor of the test's own."""
    folder = make_monitor(tmp_path / "war")
    read_monitor(folder)
    yield from running(folder, Review(TOKEN, "ann", lambda: INSTANT))
