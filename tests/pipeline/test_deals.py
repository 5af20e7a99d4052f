"""Agreements over time: what becomes of one deal is one series, and two deals of the same parties stay two."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.pipeline.wars import view_of_claims
from tests.stages.conftest import build
from warledger.pipeline.series import series_of
from warledger.records.claim import Agreement, Claim
from warledger.records.series import Series

BOTH = ("Northern Front", "Orvane government")


def deal(document: str, what: str, status: str, days: str, parties: tuple[str, ...] = BOTH, **more: Any) -> Claim:
    return build(document, 0, Agreement(parties, what, status), days, **more)


MADE = deal("d1", "ceasefire", "made", "2031-03-01", places=("Tessk",))
BROKEN = deal("d2", "the ceasefire", "violated", "2031-03-09", ("Northern Front",), places=("Tessk",))
LONGER = deal("d3", "ceasefire", "made", "2031-03-12", quote="The ceasefire was extended by a week")
OVER = deal("d4", "ceasefire", "ended", "2031-03-20")
SWAP = deal("d5", "prisoner swap", "made", "2031-03-05")
NEXT = deal("d6", "ceasefire", "made", "2031-11-01")


def lives(folder: Path, *claims: Claim, actor: str = "") -> dict[str, list[str]]:
    return {_key(s): [p.words for p in s.points] for s in series_of(view_of_claims(folder, claims), actor, ["agreement"])}


def _key(series: Series) -> str:
    return f"{series.what} {series.points[0].start}"


def test_a_deal_is_made_broken_extended_and_ended(tmp_path: Path) -> None:
    assert lives(tmp_path, OVER, LONGER, BROKEN, MADE) == {"ceasefire 2031-03-01": ["made", "violated", "extended", "ended"]}


def test_a_deal_on_something_else_and_the_next_deal_are_others(tmp_path: Path) -> None:
    assert len(lives(tmp_path, MADE, SWAP)) == 2
    assert len(lives(tmp_path, MADE, NEXT)) == 2


def test_a_deal_of_others_is_another(tmp_path: Path) -> None:
    assert len(lives(tmp_path, MADE, deal("d9", "ceasefire", "ended", "2031-03-20", ("Marsh Column", "Kellin")))) == 2


def test_a_year_in_its_name_tells_which_deal_and_not_when_it_was_broken(tmp_path: Path) -> None:
    signed = deal("d1", "agreement", "made", "2028-05-02")
    broken = deal("d2", "2028 agreement", "violated", "2028-01-01..2028-12-31", ("Northern Front",))
    (series,) = series_of(view_of_claims(tmp_path, [signed, broken]), kinds=["agreement"])
    assert {p.act: p.end.year if p.end else None for p in series.points} == {"made": 2028, "violated": None}


def test_parties_are_told_once_and_each_finds_the_deal(tmp_path: Path) -> None:
    claims = [MADE, deal("d2", "ceasefire", "ended", "2031-03-09", ("Northern Front fighters", "Orvane government"))]
    (series,) = series_of(view_of_claims(tmp_path, claims), kinds=["agreement"])
    assert set(series.parties) == set(BOTH)
    assert (
        lives(tmp_path, *claims, actor="Northern Front") == lives(tmp_path, *claims, actor="Orvane government") == lives(tmp_path, *claims)
    )
    assert not lives(tmp_path, *claims, actor="Marsh Column")


@given(order=st.permutations([MADE, BROKEN, LONGER, OVER, SWAP, NEXT]))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None)
def test_the_order_of_records_is_no_matter(tmp_path: Path, order: list[Claim]) -> None:
    assert lives(tmp_path, *order) == lives(tmp_path, MADE, BROKEN, LONGER, OVER, SWAP, NEXT)
