"""The questions to the example monitor: each check tells a right answer from a wrong one."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from eval.data import ROOT, rows
from eval.example import Sides, dispute_right, families_right, holder_right, toll_right
from warledger.records.claim import KINDS

DAY = dt.date(2031, 5, 4)
SIDES = Sides(
    [
        {"name": "Northern League", "aliases": ["the League", "NL"], "side": "north"},
        {"name": "Harbour Guard", "sides": [{"name": "south", "end": dt.date(2031, 5, 3)}, {"name": "north", "start": DAY}]},
        {"name": "River Council"},
    ]
)


def holds(side: str, status: str = "held", **more: str) -> dict[str, Any]:
    return {"place": "Orsk Ford", "on": DAY, "side": side, "status": status, **more}


def answer(holder: str | None, status: str = "held", claimed: str = "") -> dict[str, Any]:
    return {"assessed": {"holder": holder, "status": status}, "claimed": [{"holder": claimed, "by": "somebody"}] if claimed else []}


def test_sides_go_by_name_alias_and_day() -> None:
    assert SIDES.of("nl and Harbour Guard", DAY) == {"north"}
    assert SIDES.of("Harbour Guard", dt.date(2031, 5, 3)) == {"south"}
    assert SIDES.of("somebody else", DAY) == SIDES.of(None, DAY) == set()


@pytest.mark.parametrize(
    ("fact", "given", "right"),
    [
        (holds("north"), answer("the League"), True),
        (holds("south"), answer("the League"), False),
        (holds("north", "contested"), answer("the League"), False),
        (holds("none"), answer("River Council"), True),
        (holds("none"), answer(None), False),
        (holds("north", claimed="south"), answer("NL"), False),
        (holds("north", claimed="north"), answer("NL", claimed="Harbour Guard"), True),
        (holds("north"), {}, False),
    ],
)
def test_holders(fact: dict[str, Any], given: dict[str, Any], right: bool) -> None:
    assert holder_right(fact, given, SIDES) is right


def test_families_must_be_whole_and_with_their_origin() -> None:
    facts = {"family": [{"members": ["a", "b"], "origin": "a"}], "not_family": [{"members": ["c", "d", "e"]}]}
    assert all(families_right(facts, [{"members": ["a", "b"], "origin": "a"}, {"members": ["c", "f"], "origin": "c"}]).values())
    assert not any(families_right(facts, [{"members": ["a", "b"], "origin": "b"}, {"members": ["c", "d"], "origin": "c"}]).values())
    assert not families_right(facts, [{"members": ["a", "b", "c"], "origin": "a"}])["one family: a, b"]


RECORDS = [
    {"id": "1", "doc": "a", "quote": "killed 12 people in Orsk Ford"},
    {"id": "2", "doc": "b", "quote": "Twelve people died"},
    {"id": "3", "doc": "b", "quote": "The market was hit"},
]
QUOTES = [{"doc": "a", "quote": "killed 12 people"}, {"doc": "b", "quote": "Twelve people died on Monday"}]
TOLL = {"killed": 12, "sources": 2, "quotes": QUOTES}


def toll(members: list[str], sources: int = 2, low: int = 12, high: int = 12) -> dict[str, Any]:
    return {"members": members, "sources": ["s"] * sources, "figures": [{"measure": "killed", "low": low, "high": high}]}


def test_tolls_count_the_dead_and_the_witnesses() -> None:
    assert toll_right(TOLL, [toll(["1", "2"])], RECORDS)
    for wrong in (toll(["1", "3"]), toll(["1", "2"], sources=3), toll(["1", "2"], low=11), toll(["1", "2"], high=13)):
        assert not toll_right(TOLL, [wrong], RECORDS)


def test_disputes_have_sides_a_type_and_are_real_or_not() -> None:
    sides = {"a": {"doc": "a", "quote": "killed 12 people"}, "b": {"doc": "b", "quote": "The market was hit"}}
    fact = {"type": "when", "real": True, **sides}
    found = {"a": ["3"], "b": ["1"], "type": "when", "real": True}
    assert dispute_right(fact, [found], RECORDS, typed=True)
    assert dispute_right(fact, [{**found, "type": "where"}], RECORDS, typed=False)
    assert not dispute_right(fact, [{**found, "type": "where"}], RECORDS, typed=True)
    assert not dispute_right(fact, [{**found, "real": False}], RECORDS, typed=False)
    assert not dispute_right(fact, [{**found, "a": ["1", "3"], "b": ["2"]}], RECORDS, typed=False)


GOLD = ROOT / "examples" / "aleppo-2024" / "expected" / "gold.jsonl"


def test_hand_made_records_stand_on_the_words_of_their_reports() -> None:
    records = rows(GOLD)
    texts = {doc: (GOLD.parent.parent / "reports" / f"{doc}.txt").read_text(encoding="utf-8") for doc in {r["doc"] for r in records}}
    assert len({r["id"] for r in records}) == len(records) > 60
    assert not [r["id"] for r in records if r["quote"] not in texts[r["doc"]]]
    assert {r["kind"] for r in records} <= set(KINDS)
    assert not [r["id"] for r in records for day in (r["date_start"], r["date_end"]) if day and dt.date.fromisoformat(day).year < 2016]


def test_every_name_of_a_hand_made_record_is_in_its_report() -> None:
    for record in rows(GOLD):
        text = (GOLD.parent.parent / "reports" / f"{record['doc']}.txt").read_text(encoding="utf-8").lower() + " russia"
        said = " ".join(record["places"] + record.get("actors1", []) + record.get("gained_by", []) + record.get("lost_by", []))
        missing = [word for word in said.replace("towns that the SDF", "").split() if word.lower().strip(",") not in text]
        assert not missing, (record["id"], missing)
