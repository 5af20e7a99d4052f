"""Texts of strangers: whatever stands in a report or its name comes back as text in JSON, and breaks nothing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.api.conftest import Reader, Site, running
from tests.api.test_resources import addresses

SCRIPT = "<script>alert(1)</script>"
IMAGE = '"><img src=x onerror=alert(1)>'
TURNED = "\u202egnp.exe\u202c \u2066\u2069 \u200f"
#: Two of these make a megabyte; intake refuses longer paragraphs.
LONG = "A" * 480_000
FIGHT = "The rebels captured the town of Sommer from government forces on Sunday and nine people were killed there. " * 5
REPORTS = {
    "markup.txt": f"TARN, May 4 - The {SCRIPT} Front took Sommer {IMAGE} on Sunday. Nine soldiers were killed in Halden{SCRIPT}.\n",
    "turned.txt": f"TARN, May 4 - The Front {TURNED} captured Sommer on Sunday, residents said. Nine people were killed {TURNED} there.\n",
    "long.txt": f"{FIGHT} {LONG} Three people were killed in Halden.\n\n{LONG} Nine people were killed in Sommer.\n",
    "line\u2028breaks.txt": "Nine soldiers were killed in Sommer on 4 May 2031.\u2028\u2029\x85 Rebels captured Halden.\r\r\n",
    "';DROP TABLE claims;--.txt": "Rebels captured Sommer' OR 1=1; -- on 4 May 2031.\n",
    "%2e%2e%2f..%00.txt": "Rebels captured Halden on 5 May 2031. {{7*7}} ${7*7} \\u003cscript\\u003e\n",
    "empty.txt": "",
}
MANIFEST = [
    {"doc": "long", "language": "en"},
    {"doc": "markup", "title": SCRIPT, "publisher": IMAGE, "published": "2031-05-05", "url": "javascript:alert(1)"},
    {"doc": "turned", "title": TURNED, "publisher": "../../etc/passwd", "published": "2031-05-05"},
]


@pytest.fixture(scope="module")
def hostile(read_monitor: Reader, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A server over such reports."""
    folder = tmp_path_factory.mktemp("hostile") / SCRIPT.replace("/", "_")
    (folder / "reports").mkdir(parents=True)
    for name, text in REPORTS.items():
        (folder / "reports" / name).write_text(text, encoding="utf-8", newline="")
    lines = "".join(json.dumps(line) + "\n" for line in MANIFEST)
    (folder / "reports" / "manifest.jsonl").write_text(lines, encoding="utf-8")
    (folder / "actors.toml").write_text(f"[[actor]]\nname = '''{SCRIPT}'''\naliases = ['rebels']\nside = '''{IMAGE}'''\n", encoding="utf-8")
    read_monitor(folder)
    yield from running(folder, page=Path(folder / "none"))


def test_everything_is_json_and_leads_somewhere(hostile: Site) -> None:
    waiting = [name for name in hostile.get("meta")["links"].values() if name not in ("search", "changes")]
    waiting += ["search?q=killed", "search?q=%3Cscript%3E", "changes?since=2031-01-01"]
    seen: set[str] = set()
    while waiting:
        path = waiting.pop()
        if path in seen:
            continue
        seen.add(path)
        reply = hostile.ask(path)
        assert reply.status == 200, (path, reply.body[:200])
        assert reply.headers["content-type"] == "application/json" and reply.headers["x-content-type-options"] == "nosniff"
        waiting += addresses(reply.json)
    assert len(seen) > 40


def test_texts_come_back_as_they_were(hostile: Site) -> None:
    documents = {row["file"]: row["document"]["href"] for row in hostile.get("documents")["items"]}
    for name, text in REPORTS.items():
        if text:
            assert hostile.get(documents[name])["text"] == text


def test_no_passage_is_longer_than_a_page(hostile: Site) -> None:
    row = next(row for row in hostile.get("documents")["items"] if row["file"] == "long.txt")
    marks = hostile.get(row["document"]["href"])["marks"]
    assert marks
    for mark in marks:
        card = hostile.get(mark["href"])["evidence"]
        assert len(card["passage"]["text"]) <= 2 * 1_500 + len(card["quote"]) and len(hostile.ask(mark["href"]).body) < 100_000


@pytest.mark.parametrize(
    "query", ['"', '""', "*", "a*b", "NEAR(a b)", "title:x", "' OR 1=1 --", "%00", "%F0%9F%92%A9", "(((", "AND OR NOT", "-", "%ff"]
)
def test_no_search_is_an_expression(hostile: Site, query: str) -> None:
    assert hostile.ask(f"search?q={query.replace(' ', '%20')}").status == 200


@pytest.mark.parametrize(
    "path", ["event/", "place/%00", "actor/%3Cscript%3E", "document/..%2f..%2fledger.db", "place/" + "%F0%9F%92%A9", "explain/%ff"]
)
def test_no_id_is_a_path(hostile: Site, path: str) -> None:
    reply = hostile.ask(path)
    assert reply.status in (200, 404, 422)
    assert reply.headers["content-type"] == "application/json" and not reply.body.startswith(b"SQLite")
