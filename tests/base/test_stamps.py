"""Dates that documents carry about themselves."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warledger.base.stamps import find_stamp, read_stamp


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("2024-12-03", "2024-12-03"),
        ("20241203", "2024-12-03"),
        ("2024-12-03T10:15:00Z", "2024-12-03T10:15:00+00:00"),
        ("2024-12-03 10:15", "2024-12-03T10:15:00"),
        ("3 December 2024", "2024-12-03"),
        ("Tuesday, December 3rd, 2024", "2024-12-03"),
        ("Tue, 03 Dec 2024 10:15:30 +0200", "2024-12-03T10:15:30+02:00"),
        ("Dec. 3, 2024 at 7:39 pm EDT", "2024-12-03T19:39:00"),
        ("Sept 3 2024, 12:05 a.m. GMT", "2024-09-03T00:05:00+00:00"),
        ("3 JAN 90", "1990-01-03"),
    ],
)
def test_reads_the_forms_documents_use(words: str, iso: str) -> None:
    assert read_stamp(words) == iso


@pytest.mark.parametrize(
    "words",
    [
        "",
        "soon",
        "9999-01-01",
        "0001-01-01",
        "1899-12-31",
        "31 February 2024",
        "03/04/2024",
        "Friday",
        "2024",
        "Rebels said on 3 December 2024 that they had left",
    ],
)
def test_refuses_what_is_no_date(words: str) -> None:
    assert read_stamp(words) is None


def test_finds_the_first_date_and_says_where() -> None:
    text = "TULL | Wed May 4, 2011 7:39 pm EDT, updated 5 May 2011"
    stamp = find_stamp(text)
    assert stamp is not None
    assert stamp.iso == "2011-05-04T19:39:00"
    assert stamp.span.of(text) == "May 4, 2011 7:39 pm"


@given(st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31)))
def test_every_plausible_day_survives_every_form(day: dt.date) -> None:
    for form in ("%Y-%m-%d", "%d %B %Y", "%B %d, %Y", "%a, %d %b %Y"):
        assert read_stamp(day.strftime(form)) == day.isoformat()
