"""Series as CSV: one row a point, with its witnesses and what it changes."""

from __future__ import annotations

import csv
import datetime as dt
import io
from pathlib import Path

from warledger.exports.series import COLUMNS, export_series
from warledger.records.series import Point, Series, Turn, Witnessed

DAY = dt.date(2031, 5, 4)


def witness(number: int) -> Witnessed:
    return Witnessed(f"r-{number}", f"wire-{number}", "Coast Wire", "coast wire", '"=1+1," said the mayor')


SERIES = (
    Series(
        "Northern Front",
        "strength",
        "personnel",
        (Point(None, DAY, 900.0, None, "", "asserted", (witness(1), witness(2)), 1, ("Tessk",)),),
    ),
    Series(
        "Ada Orlin",
        "statement",
        "statements",
        (
            Point(DAY, DAY, None, None, "SUPPORT Northern Front", "asserted", (witness(3),), act="SUPPORT", target=("Northern Front",)),
            Point(DAY, DAY, None, None, "ACCUSE Northern Front", "asserted", (witness(4),), act="ACCUSE", target=("Northern Front",)),
        ),
        (Turn(0, 1, "for Northern Front, then against"),),
    ),
)


def rows() -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO("".join(export_series(SERIES)))))


def test_every_point_is_a_row_with_its_witnesses() -> None:
    found = rows()
    assert [row["words"] for row in found] == ["", "SUPPORT Northern Front", "ACCUSE Northern Front"]
    assert (found[0]["start"], found[0]["end"], found[0]["low"], found[0]["high"]) == ("", "2031-05-04", "900", "")
    assert (found[0]["n_sources"], found[0]["sources"]) == ("1", "Coast Wire")
    assert (found[0]["docs"], found[0]["records"]) == ("wire-1; wire-2", "r-1; r-2")


def test_a_change_stands_with_the_later_statement() -> None:
    assert [row["changed"] for row in rows()] == ["", "", "for Northern Front, then against"]


def test_every_column_is_documented(repo_root: Path) -> None:
    page = (repo_root / "docs/reference/exports.md").read_text(encoding="utf-8").partition("## Series as CSV")[2]
    assert all(f"`{column}`" in page for column in COLUMNS)
