"""PDFs: columns, tables, headings, paragraphs over pages, headers and footers, turned pages, and what cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.intake.readers.pdfs import HEIGHT, WIDTH, Put, as_pages, column, pdf
from tests.intake.readers.reports import REPORT
from warledger.intake.collect import collect
from warledger.intake.limits import Limits
from warledger.records.document import BlockKind, RawDocument
from warledger.records.reason import Problem, Reason, Severity

LEFT = (
    "Fighters of the Red Column took the town of Marrow on Tuesday after a week in which its quarters were shelled by day and by night.",
    "Residents said that the column's vehicles came over the northern road and met no one, and that shops were open by noon.",
)
RIGHT = (
    "The defence ministry of Orvane denied on Wednesday that any of its units had left the bridge, and called the reports an invention.",
    "A doctor of the only hospital said that 12 people had been brought in dead, four of them children, and that blood was short.",
)
#: How far the longest line of `LEFT` reaches at 44 letters a line, in points.
WIDEST = 201.2
ACROSS = "Both sides have claimed the town three times since the spring, and nobody has been able to go there and see who holds it now."


def gathered(folder: Path, data: bytes, limits: Limits = Limits()) -> tuple[list[RawDocument], list[Problem]]:  # noqa: B008
    (folder / "a.pdf").write_bytes(data)
    found = list(collect([folder / "a.pdf"], limits=limits))
    return [one for one in found if isinstance(one, RawDocument)], [one for one in found if isinstance(one, Problem)]


def passages(folder: Path, data: bytes) -> list[tuple[str, str]]:
    """Kind and words of every passage of the one document."""
    (raw,), problems = gathered(folder, data)
    assert not problems
    return [(str(one.kind or "text"), one.span.of(raw.text)) for one in raw.passages]


def text(folder: Path, data: bytes) -> list[str]:
    return [words for kind, words in passages(folder, data) if kind == "text"]


def test_columns_are_read_one_after_another_whatever_the_order_in_the_file(tmp_path: Path) -> None:
    left, right = column(LEFT, 50, 100, 44), column(RIGHT, 310, 104, 44)
    by_height = sorted([*left, *right], key=lambda put: put.down)
    assert text(tmp_path, pdf([by_height])) == text(tmp_path, pdf([[*right, *left]])) == [*LEFT, *RIGHT]


def test_columns_near_each_other_are_told_where_the_file_scales_its_type(tmp_path: Path) -> None:
    left, right = column(LEFT, 50, 100, 44), column(RIGHT, 50 + WIDEST + 10, 104, 44)
    by_height = sorted([*left, *right], key=lambda put: put.down)
    assert text(tmp_path, pdf([by_height], scale=0.6)) == [*LEFT, *RIGHT]


@pytest.mark.parametrize("strip", [3, 5, 8])
def test_columns_hardly_apart_are_told_by_a_file_that_writes_one_after_the_other(tmp_path: Path, strip: float) -> None:
    page = [*column(LEFT, 50, 100, 44), *column(RIGHT, 50 + WIDEST + strip, 104, 44)]
    assert text(tmp_path, pdf([page])) == [*LEFT, *RIGHT]


def test_what_stands_across_parts_the_columns_above_from_those_below(tmp_path: Path) -> None:
    above = [*column(LEFT[:1], 50, 100, 44), *column(RIGHT[:1], 310, 104, 44)]
    below = [*column(LEFT[1:], 50, 260, 44), *column(RIGHT[1:], 310, 262, 44)]
    page = [*above, *column([ACROSS], 50, 190, 96), *below]
    assert text(tmp_path, pdf([page])) == [LEFT[0], RIGHT[0], ACROSS, LEFT[1], RIGHT[1]]


def test_three_columns(tmp_path: Path) -> None:
    page = [*column(LEFT[:1], 40, 100, 28), *column(LEFT[1:], 220, 103, 28), *column(RIGHT[:1], 400, 100, 28)]
    assert text(tmp_path, pdf([sorted(page, key=lambda put: put.down)])) == [*LEFT, RIGHT[0]]


def test_a_table_is_read_row_by_row(tmp_path: Path) -> None:
    rows = [("Marrow", "12", "40"), ("Tull", "3", "17"), ("Sarn", "0", "2"), ("Orvane", "25", "61"), ("Velt", "9", "8")]
    page = [Put(60 + 150 * at, 100 + 20 * row, 10, cell) for row, cells in enumerate(rows) for at, cell in enumerate(cells)]
    words = " ".join(text(tmp_path, pdf([page])))
    assert words == " ".join(" ".join(row) for row in rows)


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("5/3/31, 5:05 PM Weekly survey", "https://kellin.example/weekly/14 1/1"),
        ("03.05.2031, 17:05 Weekly survey", "https://kellin.example/ 1"),
    ],
)
def test_what_a_browser_prints_around_a_page_is_no_text_of_it(tmp_path: Path, above: str, below: str) -> None:
    page = [Put(30, 22, 8, above), Put(50, 80, 20, "Weekly survey"), *column(LEFT, 50, 110, 90), Put(30, 825, 8, below)]
    found = passages(tmp_path, pdf([page]))
    assert found == [("title", "Weekly survey"), *(("text", one) for one in LEFT), ("clutter", above), ("clutter", below)]


def test_large_type_is_a_heading_and_the_first_is_the_title(tmp_path: Path) -> None:
    page = [Put(50, 80, 20, "Weekly survey"), *column(LEFT, 50, 110, 90), Put(50, 220, 13, "The ministry"), *column(RIGHT, 50, 240, 90)]
    found = passages(tmp_path, pdf([page]))
    assert found == [
        ("title", "Weekly survey"),
        *(("text", one) for one in LEFT),
        ("heading", "The ministry"),
        *(("text", one) for one in RIGHT),
    ]


def test_a_paragraph_goes_on_in_the_next_column_and_on_the_next_page(tmp_path: Path) -> None:
    whole = column([LEFT[0]], 50, 700, 44)
    first = [*column(LEFT[1:], 50, 620, 44), *whole[:2]]
    second = [Put(50, 100 + 12 * at, 10, put.words) for at, put in enumerate(whole[2:])]
    second += column(RIGHT[:1], 50, 100 + 12 * len(second) + 10, 44)
    assert text(tmp_path, pdf([first, second])) == [LEFT[1], LEFT[0], RIGHT[0]]


def test_a_word_broken_at_the_end_of_a_line_is_whole_again(tmp_path: Path) -> None:
    page = [
        Put(50, 100, 10, "Shelling was heard in Marrow, and the popula-"),
        Put(50, 112, 10, "tion fled to the cellars of the Anglo-"),
        Put(50, 124, 10, "Orvanian mine."),
    ]
    (raw,), _ = gathered(tmp_path, pdf([page]))
    assert raw.text == "Shelling was heard in Marrow, and the population fled to the cellars of the Anglo- Orvanian mine."
    assert raw.origins[1].start == raw.text.index("tion fled") and raw.origins[1].box != raw.origins[0].box


def test_headers_footers_and_page_numbers_are_clutter_at_the_end(tmp_path: Path) -> None:
    found = passages(tmp_path, as_pages(REPORT))
    assert [words for kind, words in found if kind != BlockKind.CLUTTER] == [*REPORT.words]
    assert [words for kind, words in found[-6:]] == [
        "Tull Courier - weekly survey",
        "1",
        "Tull Courier - weekly survey",
        "2",
        "Tull Courier - weekly survey",
        "3",
    ]
    assert {kind for kind, _ in found[-6:]} == {"clutter"}


def test_boxes_are_those_of_the_page_as_it_is_shown(tmp_path: Path) -> None:
    """The page is turned by a quarter: what was its left edge is now its upper."""
    (raw,), _ = gathered(tmp_path, pdf([[Put(100, 700, 12, "Marrow fell on Tuesday.")]], rotate=90))
    assert raw.origins[0].box
    left, top, right, bottom = raw.origins[0].box
    assert 0 <= left < right <= HEIGHT and 0 <= top < bottom <= WIDTH
    assert left == pytest.approx(HEIGHT - 700 - 4, abs=6) and top == pytest.approx(100, abs=6)


def test_a_file_without_text_and_a_page_without_text_are_told(tmp_path: Path) -> None:
    assert [(p.reason, p.severity) for p in gathered(tmp_path, pdf([[], []]))[1]] == [(Reason.NO_TEXT, Severity.FAILED)]
    documents, problems = gathered(tmp_path, pdf([column(LEFT, 50, 100, 90), [], column(RIGHT, 50, 100, 90)]))
    assert [(p.reason, p.severity) for p in problems] == [(Reason.NO_TEXT, Severity.NOTED)] and "page 2" in problems[0].detail
    assert documents[0].origins[-1].page == 3


def test_a_file_under_a_password_is_told(tmp_path: Path) -> None:
    lock = b"/Encrypt << /Filter /Standard /V 1 /R 2 /O <%s> /U <%s> /P -4 >> /ID [<00> <00>]" % (b"41" * 32, b"42" * 32)
    _, problems = gathered(tmp_path, pdf([column(LEFT, 50, 100, 90)], extra=lock))
    assert [problem.reason for problem in problems] == [Reason.UNREADABLE] and "password" in problems[0].detail


def test_one_that_takes_too_long_is_given_up(tmp_path: Path) -> None:
    endless = pdf([[Put(50 + n % 7, 50 + n % 700, 4, "Marrow fell on Tuesday. " * 30) for n in range(6000)]])
    _, problems = gathered(tmp_path, endless, Limits(seconds=1))
    assert [problem.reason for problem in problems] == [Reason.TOO_COMPLEX]
