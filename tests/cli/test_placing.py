"""`warledger places`: what names were taken to be, as words and as JSON."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Command
from tests.cli.reports import make_monitor


def test_every_name_is_listed_with_its_place_or_the_reason_it_has_none(warledger: Command, tarn: Path) -> None:
    rows = [json.loads(line) for line in warledger("places", tarn, "--json").text.splitlines()]
    placed = {row["name"]: row for row in rows if row["place"]}
    assert placed["Sommer"]["where_prec"] == 1 and placed["Sommer"]["place"]["country"] == "NO"
    assert all(row["why"] and 0 < row["score"] <= 1 for row in placed.values())
    assert all(row["reason"] and row["why"] for row in rows if not row["place"])
    told = warledger("places", tarn).text
    assert f"Placed: {len(placed)} name" in told and f"Not placed: {len(rows) - len(placed)} name" in told
    assert all(row["name"] in told for row in rows)


def test_one_name_is_shown_with_its_candidates(warledger: Command, tarn: Path) -> None:
    told = warledger("places", tarn, "sommer").text
    assert "where_prec 1" in told and "list" in told
    assert "Placed: 0 names" in warledger("places", tarn, "Xyrquol").text


def test_a_list_put_into_the_monitor_places_what_was_not(warledger: Command, tmp_path: Path) -> None:
    folder = make_monitor(tmp_path / "tarn")
    assert warledger("read", folder).code == 0
    before = {row["name"]: row for row in map(json.loads, warledger("places", folder, "Halden", "--json").text.splitlines())}
    (folder / "gazetteers").mkdir()
    (folder / "gazetteers" / "coast.csv").write_text("name,lat,lon,country\nHalden,61.5,11.5,NO\nNowhere,100,0,NO\n", encoding="utf-8")
    answer = warledger("places", folder, "Halden", "--json")
    after = {row["name"]: row for row in map(json.loads, answer.text.splitlines())}
    ids = {c["id"] for c in after["Halden"]["candidates"]}
    assert ids - {c["id"] for c in before["Halden"]["candidates"]}, "the list's place is a candidate"
    assert "coast.csv" in answer.told and "1 row" in answer.told
