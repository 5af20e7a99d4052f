"""`warledger places`: what names were taken to be, as words and as JSON."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Command


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
