"""The shares over short releases with hand-filled figures."""

from __future__ import annotations

from typing import Any

import pytest

from eval.releases import by_release, names, shares


def coded(name: str, killed: int, province: str = "Orvane") -> dict[str, Any]:
    return {"id": name, "text": "", "gold": {"start_date": "2011-04-09", "min_killed": killed, "province": [province]}}


def event(name: str, *killed: int, day: str = "2011-04-09", start: int = 0, places: tuple[str, ...] = ()) -> dict[str, Any]:
    counts = [{"group": "fighters", "low": number, "high": number} for number in killed]
    fields = {"kind": "event", "date_start": day, "date_end": day, "killed": counts, "captured": [], "places": list(places)}
    return {"id": f"r{start}", "doc": f"releases#{name}", "start": start, **fields}


def test_right_wrong_and_absent_answers_are_told_apart() -> None:
    found = by_release([event("a", 2, places=("Orvane province",)), event("b", 3, day="2011-04-08"), event("d", 1, places=("Sull",))])
    metrics, report = shares([coded("a", 2), coded("b", 2), coded("c", 0), coded("d", 0)], found)
    right = {"day": 0.5, "province": 0.25, "killed": 0.5, "linked": 0.0}
    assert metrics == {f"releases.{name}": pytest.approx(share) for name, share in right.items()}
    assert "commonest answer: 0.500" in report[2]


def test_linked_places_are_right_in_the_coded_province_whatever_the_text_calls_them() -> None:
    here = {"Sull": {"name": "Sull", "where_prec": 1, "within": {"admin1": "Orvāne"}}}
    there = {"Kellin": {"name": "Kellin", "where_prec": 4}, "Xland": {"name": "Orvane", "where_prec": 6}}
    found = by_release([{**event(name), "canonical": {"places": places}} for name, places in (("a", here), ("b", there), ("c", {}))])
    metrics, report = shares([coded("a", 0), coded("b", 0), coded("c", 0)], found)
    assert metrics["releases.linked"] == pytest.approx(0.5) and "1 of 2 releases" in report[-1]


def test_the_first_event_of_the_text_gives_the_day_and_all_of_them_the_dead() -> None:
    found = by_release([event("a", 2, 1, start=90, day="2011-01-01"), event("a", 4, start=3)])
    metrics, _ = shares([coded("a", 7)], found)
    assert (metrics["releases.day"], metrics["releases.killed"]) == (1, 1)


@pytest.mark.parametrize(
    ("place", "province", "same"),
    [
        ("Orvane province", "orvane", True),
        ("the Tarniya district, Paktiyah", "paktya", True),
        ("Sar-e Tul", "sar-e tul", True),
        ("Hilmand", "helmand", True),
        ("Tarnak", "orvane", False),
        ("", "orvane", False),
    ],
)
def test_provinces_are_one_in_any_spelling(place: str, province: str, same: bool) -> None:
    assert names(place, province) is same
