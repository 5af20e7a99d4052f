"""Series: one actor under all its names, one point a thing whoever tells it, and changes of position only where words bear them out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.pipeline.wars import view_of_claims
from tests.stages.conftest import build
from warledger.pipeline.series import series_of
from warledger.records.actor import Actor
from warledger.records.claim import Claim, Content, Control, Modality, Movement, Statement, Strength
from warledger.records.event import Happening
from warledger.records.series import Point, Series


def strength(document: str, low: float | None, days: str, actor: str = "Varnoese troops", at: int = 0, **more: Any) -> Claim:
    return build(document, at, Strength(actor, "personnel", low, low), days, **more)


def said(document: str, act: str, day: str, words: str = "", target: tuple[str, ...] = ("Northern Front",), **more: Any) -> Claim:
    return build(document, 0, Statement("Ada Orlin", act=act, target=target, topic=words), day, quote=words or f"{act} it", **more)


def one(folder: Path, claims: Sequence[Claim], **asked: Any) -> Series:
    (found,) = series_of(view_of_claims(folder, claims), **asked)
    return found


def figures(points: Sequence[Point]) -> list[float | None]:
    return [point.low for point in points]


def test_one_actor_under_several_names_is_one_series_in_order_of_time(tmp_path: Path) -> None:
    claims = [
        strength("d1", 400, "2031-02-22", "Northern Front fighters"),
        strength("d2", 2500, "2030-12-19", "fighters of the Northern Front"),
        strength("d3", 900, "2031-10-06..2031-10-08", "Northern Front"),
    ]
    found = one(tmp_path, claims)
    assert (found.actor, found.what, figures(found.points)) == ("Northern Front", "personnel", [2500, 400, 900])


def test_copies_of_one_text_are_one_source_and_other_reports_are_not(tmp_path: Path) -> None:
    claims = [strength(document, 400, "2031-02-22") for document in ("d1", "d2", "d3")]
    (found,) = series_of(view_of_claims(tmp_path, claims, families={"d1": "f", "d2": "f"}))
    (point,) = found.points
    assert (point.sources, [w.doc for w in point.witnesses]) == (2, ["d1", "d2", "d3"])


def test_one_figure_told_for_days_close_by_is_one_point_with_the_finer_days(tmp_path: Path) -> None:
    found = one(
        tmp_path, [strength("d1", 400, "2031-02-01..2031-02-28"), strength("d2", 400, "2031-02-22"), strength("d3", 400, "2031-09-01")]
    )
    assert [(str(p.start), len(p.witnesses)) for p in found.points] == [("2031-02-22", 2), ("2031-09-01", 1)]


def test_another_figure_or_firmness_is_another_point(tmp_path: Path) -> None:
    planned = strength("d2", 400, "2031-02-22", modality=Modality.PLANNED)
    found = one(tmp_path, [strength("d1", 400, "2031-02-22"), planned, strength("d3", 500, "2031-02-22")])
    assert sorted((p.low or 0, p.modality) for p in found.points) == [(400, "asserted"), (400, "planned"), (500, "asserted")]


def test_a_strength_nobody_counts_is_no_point(tmp_path: Path) -> None:
    assert not series_of(view_of_claims(tmp_path, [strength("d1", None, "2031-02-22")]))


def test_movements_of_all_modes_are_one_series(tmp_path: Path) -> None:
    claims = [
        build("d1", 0, Movement("withdrew", ("Northern Front",), 500, 500, ("Tessk",), ("Kellin",)), "2031-03-02"),
        build("d2", 0, Movement("deployed", ("Northern Front",), to=("Tessk",)), "2031-03-01"),
    ]
    found = one(tmp_path, claims)
    assert [p.words for p in found.points] == ["deployed to Tessk", "withdrew from Tessk to Kellin"]


def test_records_of_one_happening_are_one_point_whatever_their_days(tmp_path: Path) -> None:
    claims = [
        build(d, 0, Movement("withdrew", ("Northern Front",), origin=("Tessk",)), day)
        for d, day in (("d1", "2031-03-02"), ("d2", "2031-03-09"))
    ]
    together = Happening("h", tuple(c.id for c in claims), "movement: withdrew", None, None)
    (found,) = series_of(view_of_claims(tmp_path, claims, happenings=(together,)))
    assert len(found.points) == 1
    assert len(one(tmp_path, claims).points) == 2


@pytest.mark.parametrize(
    ("acts", "turned"),
    [(("SUPPORT", "ACCUSE"), "for Northern Front, then against"), (("THREATEN", "AID"), "against Northern Front, then for"),
     (("SUPPORT", "AID"), ""), (("SUPPORT", "CONSULT"), ""), (("ACCUSE", "INFORM"), "")],
)  # fmt: skip
def test_who_is_first_for_and_then_against_one_body_changed_position(tmp_path: Path, acts: tuple[str, str], turned: str) -> None:
    found = one(tmp_path, [said("d1", acts[0], "2031-03-02"), said("d2", acts[1], "2031-03-20")])
    assert [turn.why for turn in found.turns] == ([turned] if turned else [])


def test_a_plan_accepted_after_it_was_refused_is_a_change(tmp_path: Path) -> None:
    plan = "the envoy's plan of a corridor for wounded fighters in Tessk"
    claims = [said("d1", "REJECT", "2031-03-02", plan, ()), said("d2", "AGREE", "2031-03-20", plan, ())]
    assert [turn.why for turn in one(tmp_path, claims).turns] == ["refused, then accepted"]
    claims[1] = said("d2", "AGREE", "2031-03-20", "the sale of wheat from last harvest to neighbours", ())
    assert not one(tmp_path, claims).turns


def test_days_that_cannot_be_ordered_and_plans_tell_no_change(tmp_path: Path) -> None:
    overlapping = [said("d1", "SUPPORT", "2031-03-01..2031-03-31"), said("d2", "ACCUSE", "2031-03-20")]
    planned = [said("d1", "SUPPORT", "2031-03-02"), said("d2", "ACCUSE", "2031-03-20", modality=Modality.PLANNED)]
    assert not one(tmp_path, overlapping).turns
    assert not one(tmp_path, planned).turns


def test_what_a_body_denies_and_later_owns_up_to(tmp_path: Path) -> None:
    content, words = Control("captured", ("Northern Front",)), "fighters captured the border crossing of Halden at dawn"
    denied = build("d1", 0, content, "2031-03-02", ("Halden",), said_by=("Northern Front",), modality=Modality.DENIED, quote=f"No {words}")
    owned = build("d2", 0, content, "2031-03-02", ("Halden",), said_by=("Northern Front",), modality=Modality.CLAIMED, quote=f"Our {words}")
    view = view_of_claims(tmp_path, [denied, owned], known={"d1": "2031-03-03", "d2": "2031-03-09"})
    (found,) = series_of(view, kinds=["statement"])
    assert [point.act for point in found.points] == ["DENY", "CONFIRM"]
    assert [turn.why for turn in found.turns] == ["denied, then confirmed"]


def test_an_actor_is_found_by_any_of_its_names_and_by_no_others(tmp_path: Path) -> None:
    claims = [strength("d1", 400, "2031-02-22", "NF"), strength("d2", 90, "2031-02-23", "Northern Front spokesmen")]
    view = view_of_claims(tmp_path, claims, [Actor("Northern Front", ("NF",))])
    for asked in ("NF", "northern front", "the Northern Front"):
        assert [s.actor for s in series_of(view, asked)] == ["Northern Front"]
    assert [s.actor for s in series_of(view, "spokesmen")] == ["Northern Front spokesmen"]
    assert not series_of(view, "Southern Front")


def test_only_points_about_the_words_asked_for_are_left_and_their_changes(tmp_path: Path) -> None:
    claims = [
        said("d1", "SUPPORT", "2031-03-02", "truce"),
        said("d2", "INFORM", "2031-03-05", "harvest"),
        said("d3", "ACCUSE", "2031-03-20", "truce"),
    ]
    found = one(tmp_path, claims, about="Truce")
    assert [p.act for p in found.points] == ["SUPPORT", "ACCUSE"]
    assert [(t.before, t.after) for t in found.turns] == [(0, 1)]


CONTENTS: list[Content] = [
    Strength("Northern Front", "personnel", 400, 400),
    Movement("withdrew", ("Northern Front",), origin=("Tessk",)),
    Statement("Ada Orlin", act="SUPPORT", target=("Northern Front",)),
    Statement("Ada Orlin", act="ACCUSE", target=("Northern Front",)),
]
MIXED = [
    build(f"d{n}", 0, content, day)
    for n, (content, day) in enumerate((c, d) for c in CONTENTS for d in ("2031-03-01", "2031-03-03", "2031-04-09"))
]


@given(order=st.permutations(MIXED))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None)
def test_the_order_of_records_is_no_matter(tmp_path: Path, order: list[Claim]) -> None:
    assert series_of(view_of_claims(tmp_path, order)) == series_of(view_of_claims(tmp_path, MIXED))
