"""What a request may not do, and what every answer carries."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.api.conftest import Site, running
from warledger.api.guard import Guard

INDEX = "<!doctype html><title>page</title>"


@pytest.fixture(scope="module")
def paged(example: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A server with a page of two files, and a secret beside its folder."""
    folder = tmp_path_factory.mktemp("built")
    (folder / "page" / "assets").mkdir(parents=True)
    (folder / "page" / "index.html").write_text(INDEX, encoding="utf-8")
    (folder / "page" / "assets" / "app-1a2b.js").write_text("export {}", encoding="utf-8")
    (folder / "secret.txt").write_text("secret", encoding="utf-8")
    yield from running(example, page=folder / "page")


@pytest.mark.parametrize("host", ["localhost", "localhost:8000", "LOCALHOST", "127.0.0.1:9", "192.0.2.7", "[::1]:8000", "[2001:db8::1]"])
def test_its_own_names_are_answered_to(site: Site, host: str) -> None:
    assert site.ask("meta", host=host).status == 200


FOREIGN = ("war.example", "localhost.war.example", "127.0.0.1.war.example:8000", "", "evil@localhost", "[::1", "::1", "[127.0.0.1]", "a b")


@pytest.mark.parametrize("host", FOREIGN)
def test_a_name_pointed_at_this_machine_is_refused(site: Site, host: str) -> None:
    reply = site.ask("meta", host=host)
    assert reply.status == 421 and b"--name" in reply.body


def test_a_name_given_is_answered_to() -> None:
    guard = Guard(lambda scope, receive, send: None, names=("Ledger.Example",))  # type: ignore[arg-type, return-value]
    assert guard._is_ours("ledger.example:443") and not guard._is_ours("other.example")


@pytest.mark.parametrize("path", ["meta", "nothing", "events?on=x", "/", "/assets/app-1a2b.js", "/event/h-1"])
def test_every_answer_is_fenced_in(paged: Site, path: str) -> None:
    headers = paged.ask(path).headers
    policy = dict(part.strip().split(" ", 1) for part in headers["content-security-policy"].split(";"))
    assert policy["default-src"] == policy["script-src"] == "'self'"
    assert policy["frame-ancestors"] == policy["object-src"] == "'none'"
    assert headers["x-content-type-options"] == "nosniff" and headers["referrer-policy"] == "no-referrer"
    assert "server" not in headers and "access-control-allow-origin" not in headers


def test_a_refusal_is_fenced_in_too(site: Site) -> None:
    reply = site.ask("meta", host="war.example")
    assert reply.headers["x-content-type-options"] == "nosniff" and "content-security-policy" in reply.headers


@pytest.mark.parametrize(
    ("path", "status"), [("/api/v1/search?q=" + "x" * 5_000, 414), ("/" + "x" * 2_000, 414), ("/api/v1/search?q=" + "x" * 300, 422)]
)
def test_an_oversized_question_is_refused(site: Site, path: str, status: int) -> None:
    assert site.ask(path).status == status


def test_an_oversized_body_is_refused(desk: Site) -> None:
    big = b'{"verdict":"accept","target":"' + b"x" * 70_000 + b'"}'
    assert desk.ask("review/decisions", "POST", big, content_type="application/json").status == 413


@pytest.mark.parametrize(
    "path",
    ["/../secret.txt", "/assets/../../secret.txt", "/..%2fsecret.txt", "/%2e%2e/secret.txt", "/assets/..%2f..%2fsecret.txt", "//secret.txt",
     "/assets/%00app-1a2b.js", "/..\\secret.txt", "/etc/passwd", "/api/v1/document/..%2f..%2fsecret.txt"],
)  # fmt: skip
def test_no_path_leads_out_of_the_page(paged: Site, path: str) -> None:
    reply = paged.ask(path)
    assert b"secret" not in reply.body.replace(path.encode(), b"") and b"root:" not in reply.body
    assert reply.status == 404 or reply.body.decode() == INDEX


def test_views_of_the_page_are_the_page(paged: Site) -> None:
    assert paged.ask("/").body.decode() == paged.ask("/event/h-1?on=2024-12-01").body.decode() == INDEX
    script = paged.ask("/assets/app-1a2b.js")
    assert script.headers["content-type"].startswith("text/javascript") and "immutable" in script.headers["cache-control"]
    assert paged.ask("/assets/gone.js").status == 404
    assert paged.ask("/api/v2/meta").status == 404


def test_without_a_page_it_says_how_to_build_it(site: Site) -> None:
    reply = site.ask("/")
    assert reply.status == 200 and b"make web" in reply.body and reply.headers["content-type"].startswith("text/plain")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_reading_is_all_that_can_be_done(site: Site, method: str) -> None:
    assert site.ask("events", method).status == 405
