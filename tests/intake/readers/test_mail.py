"""Mails: which part is the text, what is attached, what a broken one still gives."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest

from tests.intake.readers.reports import MOMENT, OTHER, REPORT, as_docx, as_mail, as_text, markup
from warledger.intake.collect import collect
from warledger.records.document import RawDocument
from warledger.records.reason import Problem, Reason, Severity


def gathered(folder: Path, data: bytes, file: str = "a.eml") -> tuple[list[RawDocument], list[Problem]]:
    (folder / file).write_bytes(data)
    found = list(collect([folder / file]))
    return [one for one in found if isinstance(one, RawDocument)], [one for one in found if isinstance(one, Problem)]


def mail(text: str = REPORT.body) -> EmailMessage:
    made = EmailMessage()
    made["From"], made["Subject"], made["Date"] = "Tull Courier <desk@courier.example>", REPORT.title, MOMENT
    made.set_content(text)
    return made


def test_attachments_are_reports_of_their_own_dated_as_the_mail(tmp_path: Path) -> None:
    made = mail()
    made.add_attachment(as_docx(OTHER), maintype="application", subtype="octet-stream", filename="../week/note.docx")
    made.add_attachment(as_text(OTHER), maintype="text", subtype="plain", filename="note.txt")
    documents, problems = gathered(tmp_path, bytes(made))
    assert [document.name for document in documents] == ["a.eml", "a.eml#.._week_note.docx", "a.eml#note.txt"] and not problems
    assert {document.given.published for document in documents} == {"2031-06-03T12:00:00+00:00"}
    assert documents[1].given.title is None and documents[1].given.publisher == "Tull Courier"
    assert documents[1].text.startswith(OTHER.title)


def test_two_attachments_of_one_name_are_two_reports(tmp_path: Path) -> None:
    made = mail()
    for text in ("One.", "Two."):
        made.add_attachment(text.encode(), maintype="text", subtype="plain", filename="note.txt")
    documents, _ = gathered(tmp_path, bytes(made))
    assert [document.name for document in documents] == ["a.eml", "a.eml#2-note.txt", "a.eml#3-note.txt"]


def test_a_forwarded_mail_is_a_report_of_its_own(tmp_path: Path) -> None:
    made = mail("See below.")
    inner = EmailMessage()
    inner["From"], inner["Subject"], inner["Date"] = "Orvane News <a@orvane.example>", OTHER.title, "Wed, 04 Jun 2031 08:00:00 +0000"
    inner.set_content(OTHER.body)
    made.add_attachment(inner)
    documents, problems = gathered(tmp_path, bytes(made))
    assert [document.given.publisher for document in documents] == ["Tull Courier", "Orvane News"] and not problems
    assert documents[1].given.published == "2031-06-04T08:00:00+00:00" and OTHER.paragraphs[0] in documents[1].text


def test_what_is_attached_and_not_read_is_listed(tmp_path: Path) -> None:
    made = mail()
    made.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="map.png")
    documents, problems = gathered(tmp_path, bytes(made))
    assert len(documents) == 1
    assert [(one.name, one.reason, one.severity) for one in problems] == [("a.eml#map.png", Reason.NO_TEXT, Severity.SKIPPED)]


def test_a_plain_part_that_is_only_a_remark_gives_way_to_the_page(tmp_path: Path) -> None:
    made = mail("View this in your browser.")
    made.add_alternative(f"<style>p {{ color: red }}</style>{markup(REPORT)}", subtype="html")
    (document,), _ = gathered(tmp_path, bytes(made))
    assert document.syntax == "fragment" and document.origins[0].part == "2"


@pytest.mark.parametrize(
    ("header", "title"),
    [
        ("=?utf-8?B?TWFycm93IGbDpGxsdA==?=", "Marrow fällt"),
        ("=?iso-8859-1?Q?Marrow_f=E4llt?=", "Marrow fällt"),
        ("=?no-such-charset?Q?Marrow?=", "=?no-such-charset?Q?Marrow?="),
        ("=?utf-8?B?broken", "=?utf-8?B?broken"),
    ],
)
def test_subjects_are_decoded_where_they_can_be(tmp_path: Path, header: str, title: str) -> None:
    (document,), _ = gathered(tmp_path, as_mail(REPORT).replace(b"Subject: " + REPORT.title.encode(), f"Subject: {header}".encode()))
    assert document.given.title == title


def test_a_date_that_is_none_is_told_and_the_mail_read(tmp_path: Path) -> None:
    documents, problems = gathered(tmp_path, as_mail(REPORT).replace(MOMENT.encode(), b"Some day in June"))
    assert documents[0].given.published is None and [problem.reason for problem in problems] == [Reason.BAD_DATE]


def test_a_mail_of_nothing_but_pictures_has_no_text(tmp_path: Path) -> None:
    made = mail(" ")
    _, problems = gathered(tmp_path, bytes(made))
    assert [problem.reason for problem in problems] == [Reason.NO_TEXT]


def test_lines_that_begin_with_from_are_restored_in_mailboxes(tmp_path: Path) -> None:
    body = as_mail(REPORT).replace(b"Fighters of", b">From Marrow, fighters of")
    documents, _ = gathered(
        tmp_path, b"From a Tue Jun  3 12:00:00 2031\n" + body + b"\nFrom b Tue Jun  3 12:00:00 2031\n" + as_mail(OTHER), "a.mbox"
    )
    assert len(documents) == 2 and "\nFrom Marrow, fighters of" in documents[0].text
