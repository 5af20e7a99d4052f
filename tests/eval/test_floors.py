"""Floors rise with the work, fall only with a reason, and notice a metric or a case that is no longer what it was."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.floors import MARGIN, Floors, Lowered, floor_under, read_floors, write_floors

SHARES = st.floats(0, 1)


@given(SHARES)
def test_a_floor_lies_a_margin_under_its_value_and_never_below_zero(value: float) -> None:
    floor = floor_under(value)
    assert floor == 0 or floor == value == 1 or value - MARGIN - 0.001 < floor <= value - MARGIN + 1e-9


def test_what_is_whole_stays_whole() -> None:
    assert floor_under(1.0) == 1.0


@given(SHARES, SHARES)
def test_raising_never_lowers(first: float, second: float) -> None:
    once = Floors().raised({"claims.x": first}, {})
    assert once.raised({"claims.x": second}, {}).floors["claims.x"] >= once.floors["claims.x"]


@given(SHARES)
def test_what_was_just_measured_is_kept(value: float) -> None:
    assert Floors().raised({"claims.x": value}, {}).breaches({"claims.x": value}, {"claims"}) == []


def test_a_metric_under_its_floor_is_a_breach() -> None:
    floors = Floors({"claims.x": 0.5})
    assert floors.breaches({"claims.x": 0.49}, {"claims"})
    assert not floors.breaches({"claims.x": 0.5}, {"claims"})


def test_a_metric_that_is_gone_is_a_breach_where_its_suite_ran() -> None:
    floors = Floors({"claims.x": 0.5})
    assert floors.breaches({}, {"claims"})
    assert not floors.breaches({}, {"events"})


def test_a_changed_case_is_noticed() -> None:
    floors = Floors({}, {"gold/a.jsonl": "11", "gold/b.jsonl": "22"})
    assert floors.changed({"gold/a.jsonl": "11", "gold/b.jsonl": "33"}) == ["gold/b.jsonl"]


def test_lowering_takes_a_reason_and_keeps_it() -> None:
    after = Floors({"claims.x": 0.5}).lower("claims.x", 0.4, "the cases were wrong in three places")
    assert after.floors["claims.x"] == pytest.approx(0.39)
    assert after.lowered == (Lowered("claims.x", 0.5, 0.39, "the cases were wrong in three places"),)


@pytest.mark.parametrize(("metric", "value", "because"), [("claims.x", 0.4, " "), ("claims.y", 0.4, "why"), ("claims.x", 0.6, "why")])
def test_lowering_is_refused(metric: str, value: float, because: str) -> None:
    with pytest.raises(ValueError):
        Floors({"claims.x": 0.5}).lower(metric, value, because)


def test_no_file_is_no_floors(tmp_path: Path) -> None:
    assert read_floors(tmp_path / "none.toml") == Floors()


@given(
    st.dictionaries(st.text("abc.-", min_size=1), SHARES.map(lambda v: round(v, 3))),
    st.dictionaries(st.text("abc/", min_size=1), st.text("0123456789abcdef", min_size=1)),
    st.text(st.characters(exclude_categories=["Cs", "Cc"])),
)
def test_what_is_written_is_read(tmp_path_factory: pytest.TempPathFactory, floors: dict[str, float], sha: dict[str, str], why: str) -> None:
    path = tmp_path_factory.mktemp("floors") / "floors.toml"
    wanted = Floors(floors, sha, (Lowered("a.b", 0.5, 0.4, why),))
    write_floors(path, wanted)
    assert read_floors(path) == wanted
