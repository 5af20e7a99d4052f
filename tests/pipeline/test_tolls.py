"""Tolls: counts in the order in which they became known, and why each differs from the one before."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest

from tests.pipeline.wars import view_of_claims
from tests.stages.conftest import build
from warledger.pipeline.series import series_of
from warledger.pipeline.view import View
from warledger.records.claim import Claim, Count, Event, Modality, Toll
from warledger.records.event import Happening
from warledger.records.family import Correction
from warledger.records.series import Series

KNOWN = {"d1": "2031-05-05", "d2": "2031-05-07", "d3": "2031-05-09"}


def strike(document: str, dead: int, **more: Any) -> Claim:
    """A strike at Sett with its dead."""
    return build(document, 0, Event("Air/drone strike", killed=(Count("civilians", dead, dead),)), "2031-05-04", ("Sett",), **more)


def total(document: str, dead: int, days: str, **more: Any) -> Claim:
    """The dead of days, laid to the army."""
    return build(document, 0, Toll("killed", "civilians", dead, dead, ("army",)), days, ("Orvane",), **more)


def of_one_happening(folder: Path, *claims: Claim, **more: Any) -> View:
    """A view in which the claims are one happening."""
    happening = Happening("h1", tuple(c.id for c in claims), "Air/drone strike", None, None, "Sett")
    return view_of_claims(folder, claims, known=KNOWN, happenings=(happening,), **more)


def tolls(view: View, actor: str = "") -> list[Series]:
    """The series of tolls."""
    return series_of(view, actor, ("toll",))


def told(series: Series) -> tuple[list[float | None], list[str]]:
    """The counts in order, and why each differs."""
    return [point.low for point in series.points], [turn.why for turn in series.turns]


def test_the_count_of_an_incident_moves_as_reports_come_in(tmp_path: Path) -> None:
    (found,) = tolls(of_one_happening(tmp_path, strike("d3", 7), strike("d1", 5), strike("d2", 9)))
    assert told(found) == ([5, 9, 7], ["new report, with more", "new report, with fewer"])
    assert (found.actor, found.what) == ("Sett", "civilians killed, air/drone strike of a day not said")
    assert [point.words for point in found.points] == ["as known 2031-05-05", "as known 2031-05-07", "as known 2031-05-09"]


def test_one_count_of_several_reports_is_one_point_and_no_move(tmp_path: Path) -> None:
    assert tolls(of_one_happening(tmp_path, strike("d1", 5), strike("d2", 5))) == []
    (found,) = tolls(of_one_happening(tmp_path, strike("d1", 5), strike("d2", 5), strike("d3", 6)))
    assert [(point.low, len(point.witnesses)) for point in found.points] == [(5, 2), (6, 1)]


def test_a_version_of_the_text_corrects_it(tmp_path: Path) -> None:
    view = of_one_happening(tmp_path, strike("d1", 71), strike("d2", 17), families={"d1": "f", "d2": "f"})
    assert told(tolls(view)[0]) == ([71, 17], ["correction: another copy or version of the same text"])
    notice = Correction("d2", 0, 20, "The figure is 17, not 71.")
    noticed = msgspec.structs.replace(view.state, corrections=(notice,))
    view = View(view.monitor, view.documents, noticed, ())
    assert told(tolls(view)[0])[1] == ['correction: "The figure is 17, not 71."']


@pytest.mark.parametrize(
    ("first", "second", "why"),
    [
        ("2031-05-01..2031-05-04", "2031-05-01..2031-05-08", "scope: counted over more days"),
        ("2031-05-01..2031-05-08", "2031-05-03..2031-05-04", "scope: counted over fewer days"),
        ("2031-05-01..2031-05-04", "2031-05-06..2031-05-08", "scope: counted over other days"),
        ("2031-05-01..2031-05-04", "2031-05-01..2031-05-04", "new report, with more"),
    ],
)
def test_totals_of_other_days_differ_in_scope(tmp_path: Path, first: str, second: str, why: str) -> None:
    (found,) = tolls(view_of_claims(tmp_path, [total("d1", 20, first), total("d2", 50, second)], known=KNOWN))
    assert told(found) == ([20, 50], [why])
    assert (found.actor, found.what) == ("army", "civilians killed, in all")


def test_two_sources_of_one_day(tmp_path: Path) -> None:
    known = {"d1": "2031-05-05", "d2": "2031-05-05"}
    claims = [total("d1", 20, "2031-05-04"), total("d2", 30, "2031-05-04")]
    assert told(tolls(view_of_claims(tmp_path, claims, known=known))[0])[1] == ["another source, at the same time"]


def test_what_is_planned_or_denied_counts_nothing(tmp_path: Path) -> None:
    claims = [strike("d1", 5), strike("d2", 9, modality=Modality.DENIED), strike("d3", 7, modality=Modality.HYPOTHETICAL)]
    assert tolls(of_one_happening(tmp_path, *claims)) == []


@pytest.mark.parametrize(("asked", "found"), [("army", 1), ("Orvane", 1), ("civilians", 1), ("navy", 0)])
def test_tolls_are_asked_for_by_any_name_in_them(tmp_path: Path, asked: str, found: int) -> None:
    claims = [total("d1", 20, "2031-05-04"), total("d2", 30, "2031-05-04")]
    assert len(tolls(view_of_claims(tmp_path, claims, known=KNOWN), asked)) == found
