"""What reviewers type."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warledger.base.errors import UsageError
from warledger.cli.typed import coordinates, count, value_of
from warledger.exports.table import bounds


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("soldiers 17", ("soldiers", 17, 17)),
        ("17 soldiers", ("soldiers", 17, 17)),
        ("1,200 people", ("people", 1200, 1200)),
        ("soldiers 17-20", ("soldiers", 17, 20)),
        ("17–20 soldiers", ("soldiers", 17, 20)),
        ("soldiers 17+", ("soldiers", 17, None)),
        ("allied militiamen 17 or more", ("allied militiamen", 17, None)),
        ("guards up to 80", ("guards", None, 80)),
        ("up to 80 guards", ("guards", None, 80)),
        ("17", ("", 17, 17)),
    ],
)
def test_counts_are_written_as_people_write_them(text: str, expected: tuple[str, int | None, int | None]) -> None:
    found = count(text)
    assert (found["group"], found["low"], found["high"]) == expected


@given(st.sampled_from(["soldiers", "allied militiamen"]), st.integers(0, 99999), st.one_of(st.none(), st.integers(0, 500)))
def test_what_the_card_shows_can_be_typed_back(group: str, low: int, more: int | None) -> None:
    high = None if more is None else low + more
    assert count(f"{group} {bounds(low, high)}") == {"group": group, "low": low, "high": high}


@pytest.mark.parametrize("text", ["", "soldiers", "soldiers many"])
def test_what_is_no_count_is_said_to_be_none(text: str) -> None:
    with pytest.raises(UsageError, match="is no count"):
        count(text)


@pytest.mark.parametrize(
    ("field", "text", "was", "expected"),
    [
        (
            "killed",
            "soldiers 17; fighters 2",
            [],
            [{"group": "soldiers", "low": 17, "high": 17}, {"group": "fighters", "low": 2, "high": 2}],
        ),
        ("killed", '[{"group": "a", "low": 1, "high": null}]', None, [{"group": "a", "low": 1, "high": None}]),
        ("lost_by", "River Guard; Home Guard", [], ["River Guard", "Home Guard"]),
        ("low", "200", 100, 200),
        ("date_end", "2031-05-04", None, "2031-05-04"),
        ("speaker", "the mayor", "mayor", "the mayor"),
    ],
)
def test_values_fit_their_fields(field: str, text: str, was: Any, expected: Any) -> None:
    assert value_of(field, text, was) == expected


def test_coordinates() -> None:
    assert coordinates("12.5, -41.25") == (12.5, -41.25) and coordinates("Sommer Mills") is None
    with pytest.raises(UsageError, match="no place on earth"):
        coordinates("100, 200")
