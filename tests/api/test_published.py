"""A published folder served on this machine: its files by name and nothing else, under the same guard as a record."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path

import pytest

from warledger.api.published import make_published_app
from warledger.api.serving import listen, server


@pytest.fixture
def port(tmp_path: Path) -> Iterator[int]:
    """A server over a folder with a page and one resource, beside which something lies that is none of its business."""
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    site = tmp_path / "site"
    (site / "data" / "event").mkdir(parents=True)
    (site / "index.html").write_text("<html></html>", encoding="utf-8")
    (site / "data" / "event" / "h-1.json").write_text('{"a": 1}', encoding="utf-8")
    where = listen("127.0.0.1", 0)
    running = server(make_published_app(site))
    thread = threading.Thread(target=running.run, kwargs={"sockets": [where]}, daemon=True)
    thread.start()
    yield where.getsockname()[1]
    running.should_exit = True
    thread.join(10)
    where.close()


def ask(port: int, path: str, host: str = "localhost") -> tuple[int, dict[str, str], bytes]:
    connection = HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request("GET", path, headers={"Host": host})
    answer = connection.getresponse()
    told = answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read()
    connection.close()
    return told


def test_its_files_are_given_under_the_policy(port: int) -> None:
    status, headers, body = ask(port, "/")
    assert (status, body) == (200, b"<html></html>")
    assert "script-src 'self'" in headers["content-security-policy"]
    status, headers, body = ask(port, "/data/event/h-1.json")
    assert (status, body, headers["content-type"]) == (200, b'{"a": 1}', "application/json")


@pytest.mark.parametrize("path", ["/mine.txt", "/../mine.txt", "/%2e%2e/mine.txt", "/data/event/h-2.json", "/api/v1/meta"])
def test_nothing_else_is(port: int, path: str) -> None:
    assert ask(port, path)[0] == 404


def test_other_host_names_are_refused(port: int) -> None:
    assert ask(port, "/", host="evil.example")[0] == 421
