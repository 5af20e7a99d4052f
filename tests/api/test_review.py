"""Decisions over HTTP: who may, what they do, and that they outlive the server."""

from __future__ import annotations

import threading
from typing import Any

import pytest

from tests.api.conftest import INSTANT, TOKEN, Site
from warledger.ledger.store import Ledger


def queue(desk: Site) -> list[dict[str, object]]:
    reply = desk.ask("review/queue", Authorization=f"Bearer {TOKEN}")
    assert reply.status == 200
    items: list[dict[str, object]] = reply.json["items"]
    return items


def a_record(desk: Site) -> str:
    """A record that counts people."""
    first = desk.get("events?sort=-figure")["items"][0]
    return str(desk.get(first["href"])["evidence"][0]["record"])


@pytest.mark.parametrize("path", ["review/queue", "review/decisions"])
def test_a_server_that_only_reads_takes_no_decisions(site: Site, path: str) -> None:
    assert site.ask(path, Authorization=f"Bearer {TOKEN}").status == 403
    assert site.decide(verdict="accept", target="r-1").status == 403
    assert site.get("meta")["review"] is False


@pytest.mark.parametrize("header", ["", "Bearer ", "Bearer wrong", f"Basic {TOKEN}", TOKEN, "Bearer \xff", f"Bearer {TOKEN}x"])
def test_without_the_token_nothing_is_decided(desk: Site, header: str) -> None:
    record = a_record(desk)
    body = b'{"verdict":"reject","target":"%s"}' % record.encode()
    for reply in (
        desk.ask("review/queue", Authorization=header),
        desk.ask("review/decisions", "POST", body, Authorization=header, content_type="application/json", cookie=f"token={TOKEN}"),
    ):
        assert reply.status == 401 and reply.headers["www-authenticate"] == "Bearer"
    assert desk.get(f"explain/{record}")["evidence"]["status"] == "current"


def test_a_decision_changes_the_record_and_can_be_undone(desk: Site) -> None:
    record = a_record(desk)
    before = desk.ask("meta").headers["etag"]
    kept = desk.decide(verdict="reject", target=record, reason="not in my copy", by="bea")
    assert kept.status == 201 and kept.json["decider"] == "bea" and kept.json["at"] == INSTANT
    assert desk.get(f"explain/{record}")["evidence"]["status"] == "rejected"
    assert desk.ask("meta").headers["etag"] != before
    assert desk.decide(verdict="undo", target=kept.json["id"]).status == 201
    assert desk.get(f"explain/{record}")["evidence"]["status"] == "current"
    listed = desk.ask("review/decisions", Authorization=f"Bearer {TOKEN}").json["items"]
    assert [(d["verdict"], d["in_force"]) for d in listed] == [("undo", False), ("reject", False)]


def test_what_is_decided_leaves_the_queue(desk: Site) -> None:
    first = queue(desk)[0]["evidence"]
    assert isinstance(first, dict) and first["quote"]
    assert desk.decide(verdict="accept", target=first["record"]).status == 201
    assert all(item["evidence"]["record"] != first["record"] for item in queue(desk))  # type: ignore[index]


def test_every_verdict_is_taken(desk: Site) -> None:
    record = a_record(desk)
    other = next(str(i["evidence"]["record"]) for i in queue(desk) if i["evidence"]["record"] != record)  # type: ignore[index]
    for decision in (
        {"verdict": "edit", "target": record, "changes": {"places": ["Halden"]}},
        {"verdict": "merge", "target": record, "other": other},
        {"verdict": "split", "target": record},
        {"verdict": "place", "target": "Sommer", "spot": {"lat": 12.5, "lon": 41.25}},
        {"verdict": "place", "target": "Halden"},
        {"verdict": "name", "target": "Front", "canonical": "Northern Front"},
        {"verdict": "reset", "target": record},
    ):
        reply = desk.decide(**decision)
        assert reply.status == 201, reply.body
    assert desk.get(f"explain/{record}")["evidence"]["places"] == ["Halden"]
    place = desk.get("place/Sommer")["row"]["place"]
    assert (place["lat"], place["lon"]) == (12.5, 41.25)


@pytest.mark.parametrize(
    "decision",
    [
        {"verdict": "accept", "target": "r-0000"},
        {"verdict": "undo", "target": "x-0000"},
        {"verdict": "edit", "target": "RECORD", "changes": {"kind": "toll"}},
        {"verdict": "edit", "target": "RECORD", "changes": {"date_start": "soon"}},
        {"verdict": "edit", "target": "RECORD"},
        {"verdict": "merge", "target": "RECORD", "other": "RECORD"},
        {"verdict": "name", "target": "the Front"},
        {"verdict": "place", "target": "Sommer", "spot": {"lat": 120, "lon": 0}},
        {"verdict": "burn", "target": "RECORD"},
        {"verdict": "accept", "target": "RECORD", "colour": "red"},
        {"verdict": "accept", "target": "RECORD", "reason": "half a pair \ud800"},
        {"verdict": "accept", "target": "RECORD", "reason": "x" * 3_000},
    ],
)
def test_a_decision_that_does_not_fit_is_refused(desk: Site, decision: dict[str, Any]) -> None:
    record = a_record(desk)
    reply = desk.decide(**{name: record if value == "RECORD" else value for name, value in decision.items()})
    assert reply.status in (404, 422) and reply.json["what"]
    assert desk.ask("review/decisions", Authorization=f"Bearer {TOKEN}").json["items"] == []


def test_a_dossier_shows_the_words_the_names_and_what_is_near(desk: Site) -> None:
    record = a_record(desk)
    assert desk.ask(f"review/dossier/{record}").status == 401
    reply = desk.ask(f"review/dossier/{record}", Authorization=f"Bearer {TOKEN}")
    dossier = reply.json
    assert reply.status == 200 and dossier["mark"] and reply.headers["cache-control"] == "no-store"
    assert dossier["evidence"] == desk.get(f"explain/{record}")["evidence"]
    assert {p["name"] for p in dossier["places"]} >= set(dossier["evidence"]["places"])
    assert all(p["place"] is None or p["candidates"] for p in dossier["places"])
    assert all(n["event"] != dossier["evidence"]["event"] for n in dossier["near"])
    assert desk.decide(verdict="accept", target=record, reason="seen").status == 201
    after = desk.ask(f"review/dossier/{record}", Authorization=f"Bearer {TOKEN}").json
    assert [(d["verdict"], d["reason"]) for d in after["decisions"]] == [("accept", "seen")]


def test_what_changed_since_it_was_seen_is_not_decided_on(desk: Site) -> None:
    record = a_record(desk)
    seen = desk.ask(f"review/dossier/{record}", Authorization=f"Bearer {TOKEN}").json["mark"]
    assert desk.decide(verdict="edit", target=record, changes={"places": ["Halden"]}, by="bea").status == 201
    for decision in ({"verdict": "reject"}, {"verdict": "split"}, {"verdict": "edit", "changes": {"places": ["Sommer"]}}):
        reply = desk.decide(target=record, seen=seen, **decision)
        assert reply.status == 409 and "no longer what you saw" in reply.json["what"] and reply.json["mend"]
    assert len(desk.shelf.decisions()) == 1
    now = desk.ask(f"review/dossier/{record}", Authorization=f"Bearer {TOKEN}").json["mark"]
    assert now != seen and desk.decide(verdict="reject", target=record, seen=now).status == 201


@pytest.mark.parametrize("body", [b"", b"[" * 20_000, b"{", b"null", b'"x"', b"\xff\xfe", b"NaN"])
def test_a_body_that_is_no_decision_is_refused(desk: Site, body: bytes) -> None:
    reply = desk.ask("review/decisions", "POST", body, content_type="application/json", Authorization=f"Bearer {TOKEN}")
    assert 400 <= reply.status < 500


def test_while_another_writes_it_says_so(desk: Site) -> None:
    record = a_record(desk)
    with Ledger.open(desk.shelf.monitor.ledger, write=True):
        reply = desk.decide(verdict="accept", target=record)
    assert reply.status == 423 and "writing" in reply.json["what"]
    assert desk.decide(verdict="accept", target=record).status == 201


def test_decisions_made_at_once_are_all_kept(desk: Site) -> None:
    records = [str(item["evidence"]["record"]) for item in queue(desk)]  # type: ignore[index]
    statuses: list[int] = []

    def decide(record: str) -> None:
        statuses.append(desk.decide(verdict="accept", target=record).status)

    threads = [threading.Thread(target=decide, args=(record,)) for record in records]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert statuses == [201] * len(records)
    assert len(desk.shelf.decisions()) == len(records)
