"""The layout table: it loads, says where it comes from, and stays cheap on hostile lines."""

from __future__ import annotations

import re
import time
import tomllib
from pathlib import Path

import pytest

from warledger.records.layout import Layout, parse_layout


@pytest.fixture(scope="module")
def table(repo_root: Path) -> str:
    return (repo_root / "src" / "warledger" / "records" / "vocab" / "layout.toml").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def layout(table: str) -> Layout:
    return parse_layout(table)


def test_it_names_its_source_and_date(table: str) -> None:
    head = tomllib.loads(table)
    assert head["source"] and re.fullmatch(r"\d{4}-\d{2}-\d{2}", head["date"])


@pytest.mark.parametrize(("change", "words"), [(("[notice]", "[other]"), "notice"), (("\\\\d+ min", "(\\\\d+ min"), "clutter")])
def test_a_broken_table_says_where(table: str, change: tuple[str, str], words: str) -> None:
    assert change[0] in table
    with pytest.raises(ValueError, match=words):
        parse_layout(table.replace(*change))


HOSTILE = [
    *("By " + "A" * 790, "By " + "Aa " * 260 + "x.", "BY THE " + "ARMY AND " * 90, "(" * 800, "a (" * 260, "A, " * 260),
    *("Share " * 130 + "x", "word " * 160, "[a/" * 260, "A.-' " * 160, "Mon 3 " * 130, "reporting by " * 60, "more from " * 80),
    "A" * 30 + ", A" * 250,
]


@pytest.mark.parametrize("line", HOSTILE)
def test_no_line_makes_an_expression_slow(layout: Layout, line: str) -> None:
    patterns = [getattr(layout, field) for field in layout.__struct_fields__]
    started = time.perf_counter()
    for pattern in [*patterns, *layout.datelines]:
        if isinstance(pattern, re.Pattern):
            pattern.match(line)
            pattern.search(line[:160])
    assert time.perf_counter() - started < 1.0


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("MARROW, Tullia (AFP) - Fighters", "AFP"),
        ("MARROW Aug 24 (Reuters) - Fighters", "Reuters"),
        ("(XYZ) -- Fighters", "XYZ"),
        ("MARROW, Dec. 3 (Tull News Agency) — Fighters", "Tull News Agency"),
    ],
)
def test_datelines_give_their_agency(layout: Layout, line: str, agency: str) -> None:
    found = next(match for pattern in layout.datelines if (match := pattern.match(line)))
    assert found["agency"] == agency


@pytest.mark.parametrize(
    "line", ["The Marrow Liberation Party (MLP) — a small group — left", "Fighters took Marrow – twice", "Nine (all civilians) - died"]
)
def test_prose_is_no_dateline(layout: Layout, line: str) -> None:
    assert not any(pattern.match(line) for pattern in layout.datelines)
