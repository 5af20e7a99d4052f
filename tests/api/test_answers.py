"""Answers as HTTP sees them: tags, zipping, failures, and a ledger that changes while it is served."""

from __future__ import annotations

import gzip
import json
import threading
from pathlib import Path

import pytest

from tests.api.conftest import Reader, Site, running
from tests.cli.reports import make_monitor, write


def test_who_has_an_answer_is_not_sent_it_again(site: Site) -> None:
    first = site.ask("brief")
    again = site.ask("brief", if_none_match=first.headers["etag"])
    assert (again.status, again.body, again.headers["etag"]) == (304, b"", first.headers["etag"])
    assert site.ask("brief", if_none_match='W/"e-0000000000000000"').status == 200


def test_zipped_and_plain_are_one_answer(site: Site) -> None:
    plain, zipped = site.ask("events"), site.ask("events", accept_encoding="gzip")
    assert zipped.headers["content-encoding"] == "gzip" and len(zipped.body) < len(plain.body) / 3
    assert gzip.decompress(zipped.body) == plain.body
    assert "accept-encoding" in zipped.headers["vary"].lower()


@pytest.mark.parametrize(
    ("path", "status", "says"),
    [
        ("events?on=yesterday", 422, "YYYY-MM-DD"),
        ("events?on=2024-02-31", 422, "on"),
        ("events?on=0001-01-01", 422, "1000-01-01"),
        ("events?onn=2024-12-01", 422, "onn"),
        ("events?bbox=1,2,3", 422, "west,south,east,north"),
        ("events?limit=100000", 422, "500"),
        ("events?cursor=h-0", 422, "cursor"),
        ("events?sort=loudest", 422, "sort"),
        ("event/h-0000000000000000", 404, "no event"),
        ("explain/r-0000000000000000", 404, "no record"),
        ("explain/r-", 409, "Say which"),
        ("document/nobody", 404, "no document"),
        ("search", 422, "q"),
        ("nothing", 404, "meta"),
    ],
)
def test_a_failure_says_what_and_the_mend(site: Site, path: str, status: int, says: str) -> None:
    reply = site.ask(path)
    assert reply.status == status
    assert set(reply.json) == {"status", "what", "mend"} and reply.json["status"] == status
    assert says in f"{reply.json['what']} {reply.json['mend']}" and reply.json["mend"]


def test_what_is_read_meanwhile_is_shown(read_monitor: Reader, tmp_path: Path) -> None:
    folder = make_monitor(tmp_path / "war", "wire-0504.txt")
    read_monitor(folder)
    for site in running(folder):
        before = site.ask("meta")
        write(folder / "reports", "desk-0505.md")
        read_monitor(folder)
        after = site.ask("meta", if_none_match=before.headers["etag"])
        assert after.status == 200
        assert after.json["counts"]["documents"] == before.json["counts"]["documents"] + 1
        (folder / "monitor.toml").write_text('name = "Renamed"\n', encoding="utf-8")
        assert site.get("meta")["monitor"] == "Renamed"


def test_a_broken_file_of_the_monitor_is_said_and_mended(read_monitor: Reader, tmp_path: Path) -> None:
    folder = make_monitor(tmp_path / "war", "wire-0504.txt")
    read_monitor(folder)
    for site in running(folder):
        good = (folder / "actors.toml").read_text(encoding="utf-8")
        (folder / "actors.toml").write_text("[[actor]\n", encoding="utf-8")
        reply = site.ask("meta")
        assert reply.status == 422 and "actors.toml" in reply.json["what"]
        (folder / "actors.toml").write_text(good, encoding="utf-8")
        assert site.ask("meta").status == 200


def test_many_may_ask_at_once(site: Site) -> None:
    paths = [f"brief?known=2024-12-0{day}" for day in range(1, 8)] * 2
    wanted = {path: site.ask(path).body for path in paths}
    found: list[tuple[str, bytes]] = []

    def ask(path: str) -> None:
        found.append((path, site.ask(path).body))

    threads = [threading.Thread(target=ask, args=(path,)) for path in paths]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert len(found) == len(paths) and all(body == wanted[path] for path, body in found)


def test_the_document_of_the_api_is_served(site: Site) -> None:
    made = json.loads(site.ask("openapi.json").body)
    assert "/api/v1/event/{id}" in made["paths"]
