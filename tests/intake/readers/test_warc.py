"""Web archives: what is a report in them, what servers pack pages in, and lengths that lie."""

from __future__ import annotations

import gzip
import zlib
from pathlib import Path

import pytest

from tests.intake.readers.reports import REPORT, as_page, as_rss
from tests.intake.readers.warcs import address, answer, record
from warledger.intake.collect import collect
from warledger.intake.limits import Limits
from warledger.records.document import RawDocument
from warledger.records.reason import Problem, Reason, Severity

PAGE = as_page(REPORT)
GOOD = record(address(1), answer(PAGE))


def gathered(folder: Path, data: bytes, limits: Limits = Limits()) -> tuple[list[RawDocument], list[Problem]]:  # noqa: B008
    (folder / "a.warc").write_bytes(data)
    found = list(collect([folder / "a.warc"], limits=limits))
    return [one for one in found if isinstance(one, RawDocument)], [one for one in found if isinstance(one, Problem)]


def chunked(body: bytes) -> bytes:
    return b"".join(b"%x\r\n%s\r\n" % (len(body[at : at + 50]), body[at : at + 50]) for at in range(0, len(body), 50)) + b"0\r\n\r\n"


@pytest.mark.parametrize(
    ("body", "header"),
    [
        (gzip.compress(PAGE), "Content-Encoding: gzip"),
        (zlib.compress(PAGE), "Content-Encoding: deflate"),
        (zlib.compress(PAGE)[2:-4], "Content-Encoding: deflate"),
        (chunked(PAGE), "Transfer-Encoding: chunked"),
        (PAGE, "Transfer-Encoding: chunked"),
        (PAGE, "Content-Encoding: gzip"),
        (PAGE, "Content-Encoding: br"),
    ],
)
def test_a_page_is_unpacked_where_it_is_packed(tmp_path: Path, body: bytes, header: str) -> None:
    documents, problems = gathered(tmp_path, record(address(1), answer(body, "text/html", "200 OK", header)) + GOOD)
    assert [document.data for document in documents] == [PAGE, PAGE] and not problems


def test_a_page_is_named_after_its_address_and_keeps_it(tmp_path: Path) -> None:
    (document,), _ = gathered(tmp_path, GOOD)
    assert document.name == f"a.warc#{address(1)}" and document.given.url == address(1)
    assert document.given.published is None, "when it was fetched is not when it was published"


def test_the_encoding_is_the_one_the_server_said(tmp_path: Path) -> None:
    body = "<html><body><p>Боевики взяли Марроу.</p></body></html>".encode("koi8-r")
    documents, problems = gathered(tmp_path, record(address(1), answer(body, "text/html; charset=KOI8-R")))
    assert "Боевики взяли" in documents[0].text and not problems


def test_feeds_and_files_in_it_are_read_as_what_they_are(tmp_path: Path) -> None:
    feed = record(address(2), answer(as_rss(REPORT), "application/rss+xml"))
    saved = record(address(3), PAGE, kind="resource", media="text/html")
    documents, problems = gathered(tmp_path, feed + saved)
    assert [document.format for document in documents] == ["feed", "html"] and not problems
    assert documents[0].name == f"a.warc#{address(2)}#https://courier.example/1"


def test_what_is_no_report_is_counted(tmp_path: Path) -> None:
    picture = record(address(2), answer(b"\x89PNG", "image/png"))
    missing = record(address(3), answer(PAGE, "text/html", "404 Not Found"))
    documents, problems = gathered(tmp_path, picture + missing + missing + GOOD)
    assert len(documents) == 1
    assert [(problem.reason, problem.severity) for problem in problems] == [(Reason.NO_TEXT, Severity.SKIPPED)]
    assert "2 answers 404" in problems[0].detail and "1 image/png" in problems[0].detail


@pytest.mark.parametrize("length", [5_000_000_000, 1_000_000, len(answer(PAGE)) + 300, len(answer(PAGE)) - 60, 0, -7])
def test_a_record_whose_length_lies_is_refused(tmp_path: Path, length: int) -> None:
    documents, problems = gathered(tmp_path, GOOD + record(address(2), answer(PAGE), length=length) + record(address(3), answer(PAGE)))
    assert f"a.warc#{address(2)}" not in [document.name for document in documents]
    assert documents[0].name == f"a.warc#{address(1)}", "what came before is read"
    assert {problem.reason for problem in problems} <= {Reason.BROKEN_ARCHIVE, Reason.TOO_LARGE} and problems


def test_a_page_that_unfolds_without_end_is_refused(tmp_path: Path) -> None:
    bomb = record(address(2), answer(gzip.compress(b"x" * 60_000_000), "text/html", "200 OK", "Content-Encoding: gzip"))
    documents, problems = gathered(tmp_path, GOOD + bomb + GOOD)
    assert len(documents) >= 1 and {problem.reason for problem in problems} == {Reason.TOO_LARGE}


def test_a_damaged_page_loses_only_itself(tmp_path: Path) -> None:
    cut = record(address(2), answer(gzip.compress(PAGE)[:200], "text/html", "200 OK", "Content-Encoding: gzip"))
    documents, problems = gathered(tmp_path, GOOD + cut + record(address(3), answer(PAGE)))
    assert [document.name for document in documents] == [f"a.warc#{address(1)}", f"a.warc#{address(3)}"]
    assert [(problem.name, problem.reason) for problem in problems] == [(f"a.warc#{address(2)}", Reason.BROKEN_ARCHIVE)]
