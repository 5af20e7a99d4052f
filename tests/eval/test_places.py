"""Answers are judged by distance and by how exact they claim to be; the questions are always the same."""

from __future__ import annotations

import pytest

from eval.places import Question, lines, sample, verdict
from warledger.records.place import Place, PlaceLink
from warledger.records.reason import Reason

ASKED = Question("Orsk", "AA", "Aland", "Sarnia", 10.0, 10.0)
NEAR = Place("t:1", "Orsk", "populated", "AA", 10.1, 10.1)
FAR = Place("t:2", "Orsk", "populated", "AA", 10.4, 10.0)


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        (PlaceLink("d", "Orsk", NEAR), "right"),
        (PlaceLink("d", "Orsk", FAR), "wrong"),
        (PlaceLink("d", "Orsk", FAR, precision=4, area=True), "coarser"),
        (PlaceLink("d", "Orsk", reason=Reason.ELSEWHERE), "unplaced"),
    ],
)
def test_verdicts(link: PlaceLink, expected: str) -> None:
    assert verdict(ASKED, link) == expected


def test_the_sample_does_not_depend_on_the_order() -> None:
    asked = [Question(f"Orsk {i}", "AA", "Aland", "", 1.0, 1.0) for i in range(40)]
    assert sample(asked, 10) == sample(reversed(asked), 10) and len(sample(asked, 10)) == 10


def test_every_country_has_its_line_and_all_together_one() -> None:
    other = Question("Velm", "BB", "Bland", "", 1.0, 1.0)
    told = list(lines({ASKED: "right", other: "unplaced"}))
    assert [line.split(":")[0].strip() for line in told] == ["AA", "BB", "all"]
    assert told[-1].endswith("1 right, 0 wrong, 0 coarser, 1 unplaced")
