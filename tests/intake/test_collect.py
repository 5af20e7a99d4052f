"""Files, folders and containers: what is read, what is passed over, and what every bad input is said to be."""

from __future__ import annotations

import gzip
import json
import os
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from warledger.intake.collect import collect
from warledger.intake.limits import Limits
from warledger.records.document import RawDocument
from warledger.records.reason import Problem, Reason, Severity

GOOD = "Fighters of the Red Column took the town of Marrow on Tuesday.\n"
LINE = json.dumps({"title": "Marrow falls", "text": GOOD}).encode() + b"\n"


def gather(*paths: Path, monitor: Path | None = None, limits: Limits = Limits()) -> tuple[list[RawDocument], list[Problem]]:  # noqa: B008
    found = list(collect(paths, monitor=monitor, limits=limits))
    return [one for one in found if isinstance(one, RawDocument)], [one for one in found if isinstance(one, Problem)]


def names(documents: list[RawDocument]) -> list[str]:
    return [document.name for document in documents]


def put(path: Path, data: bytes | str = GOOD) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def squeezed(data: bytes, keep: float = 1.0) -> bytes:
    packed = gzip.compress(data)
    return packed[: int(len(packed) * keep)]


BAD: dict[str, tuple[str, bytes, Reason]] = {
    "empty": ("a.txt", b"", Reason.EMPTY),
    "blanks": ("a.txt", b" \n\t\n", Reason.EMPTY),
    "only a byte-order mark": ("a.txt", b"\xef\xbb\xbf", Reason.EMPTY),
    "binary": ("a.txt", bytes(range(256)) * 4, Reason.BINARY),
    "a PDF that pretends": ("a.txt", b"%PDF-1.7\n" + GOOD.encode(), Reason.BINARY),
    "an unknown binary": ("a.dat", b"\x89PNG\r\n\x1a\n\0\0", Reason.BINARY),
    "binary lines": ("a.jsonl", b"\0\1\2" * 50, Reason.BINARY),
    "gzip cut short": ("a.txt.gz", squeezed(GOOD.encode() * 50, 0.5), Reason.BROKEN_ARCHIVE),
    "no gzip at all": ("a.txt.gz", GOOD.encode(), Reason.BROKEN_ARCHIVE),
    "damaged UTF-8": ("a.txt", b"The caf\xc3\xa9 in Marrow \xff\xfe burned.", Reason.BAD_ENCODING),
    "unknown encoding": ("a.txt", b"Marrow \x81\x8d\x8f\x90 burned.", Reason.BAD_ENCODING),
    "cut UTF-16": ("a.txt", b"\xff\xfe" + "Marrow".encode("utf-16-le") + b"\xd8", Reason.BAD_ENCODING),
    "broken JSON": ("a.json", b'{"text": "Marrow', Reason.BAD_JSON),
    "JSON nested without end": ("a.json", b"[" * 100_000, Reason.BAD_JSON),
    "JSON without a text": ("a.json", b'{"title": "Marrow"}', Reason.BAD_JSON),
    "an empty list": ("a.json", b"[]", Reason.EMPTY),
    "JSON with an empty text": ("a.json", b'{"text": " "}', Reason.EMPTY),
}


@pytest.mark.parametrize(("file", "data", "reason"), BAD.values(), ids=BAD)
def test_a_bad_input_is_named_and_never_stops_the_rest(tmp_path: Path, file: str, data: bytes, reason: Reason) -> None:
    put(tmp_path / file, data)
    put(tmp_path / "0.txt")
    put(tmp_path / "z.txt")
    documents, problems = gather(tmp_path)
    assert names(documents) == ["0.txt", "z.txt"]
    assert [(problem.reason, problem.severity) for problem in problems] == [(reason, Severity.FAILED)]
    assert problems[0].name == file.removesuffix(".gz") and problems[0].detail


def test_the_first_bad_byte_is_told(tmp_path: Path) -> None:
    put(tmp_path / "a.txt", b"The caf\xc3\xa9 \xff burned.")
    assert "byte 10 " in gather(tmp_path)[1][0].detail


def test_half_a_line_loses_only_itself(tmp_path: Path) -> None:
    put(tmp_path / "a.jsonl", LINE + LINE[:30] + b"\n" + LINE)
    documents, problems = gather(tmp_path)
    assert names(documents) == ["a.jsonl#1", "a.jsonl#3"]
    assert [(problem.name, problem.reason) for problem in problems] == [("a.jsonl#2", Reason.BAD_JSON)]


def test_a_line_that_is_no_utf8_loses_only_itself(tmp_path: Path) -> None:
    put(tmp_path / "a.jsonl", LINE + b'{"text": "caf\xe9"}\n' + LINE)
    documents, problems = gather(tmp_path)
    assert names(documents) == ["a.jsonl#1", "a.jsonl#3"]
    assert problems[0].reason is Reason.BAD_ENCODING


def test_a_cut_archive_of_lines_gives_the_lines_before_the_cut(tmp_path: Path) -> None:
    lines = b"".join(json.dumps({"id": n, "text": os.urandom(400).hex()}).encode() + b"\n" for n in range(60))
    put(tmp_path / "a.jsonl.gz", squeezed(lines, 0.7))
    documents, problems = gather(tmp_path)
    assert 20 < len(documents) < 60 and documents[0].name == "a.jsonl#0"
    assert [problem.reason for problem in problems] == [Reason.BROKEN_ARCHIVE]


@pytest.mark.parametrize(("file", "reason"), [("a.jsonl", Reason.LINE_TOO_LONG), ("a.txt", Reason.TOO_LARGE)])
def test_fifty_megabytes_on_one_line_are_refused_in_little_memory(tmp_path: Path, file: str, reason: Reason) -> None:
    with (tmp_path / file).open("wb") as out:
        for _ in range(50):
            out.write(b"x" * 1_000_000)
        out.write(b"\n" + LINE)
    tracemalloc.start()
    documents, problems = gather(tmp_path, limits=Limits(document=1_000_000))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [problem.reason for problem in problems] == [reason]
    assert names(documents) == (["a.jsonl#2"] if file == "a.jsonl" else [])
    assert peak < 8_000_000


def test_a_small_archive_that_unfolds_to_much_is_bounded(tmp_path: Path) -> None:
    put(tmp_path / "a.txt.gz", gzip.compress(b"x" * 30_000_000))
    put(tmp_path / "b.jsonl.gz", gzip.compress(LINE * 3000))
    tracemalloc.start()
    documents, problems = gather(tmp_path, limits=Limits(document=1_000_000, unpacked=1000))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert {problem.reason for problem in problems} == {Reason.TOO_LARGE} and len(problems) == 2
    assert 0 < len(documents) < 20
    assert peak < 8_000_000


def test_txt_is_the_bytes_as_they_are(tmp_path: Path) -> None:
    text = "One\r\nTwo\rThree e\u0301 \u2028 \N{GRINNING FACE}\n"
    put(tmp_path / "a.txt", b"\xef\xbb\xbf" + text.encode())
    put(tmp_path / "b.md", text.encode())
    documents, problems = gather(tmp_path)
    assert [document.text for document in documents] == [text, text] and not problems
    assert documents[0].data == b"\xef\xbb\xbf" + text.encode()


def test_a_guess_is_told(tmp_path: Path) -> None:
    put(tmp_path / "a.txt", ("Jos\xe9 said \u201cwe left the caf\xe9 in Marrow\u201d on Tuesday. " + GOOD * 4).encode("cp1252"))
    documents, problems = gather(tmp_path)
    assert documents[0].text.startswith("José said “we left the café")
    assert [(problem.reason, problem.severity) for problem in problems] == [(Reason.GUESSED_ENCODING, Severity.NOTED)]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig"])
def test_wide_encodings_need_no_guess(tmp_path: Path, encoding: str) -> None:
    put(tmp_path / "a.txt", (GOOD + "café").encode(encoding))
    documents, problems = gather(tmp_path)
    assert documents[0].text == GOOD + "café" and not problems


def test_a_page_declares_its_encoding(tmp_path: Path) -> None:
    page = "<html><head><meta charset='windows-1251'></head><body><p>Марроу</p></body></html>"
    put(tmp_path / "a.html", page.encode("cp1251"))
    documents, problems = gather(tmp_path)
    assert documents[0].text == page and not problems


def test_formats_go_by_name_then_by_content(tmp_path: Path) -> None:
    for file in ("a.txt", "b.md", "c.wiki", "d.htm", "e.mediawiki", "f"):
        put(tmp_path / file)
    put(tmp_path / "g.page", b"<!DOCTYPE html><html><body><p>Marrow</p></body></html>")
    put(tmp_path / "h.txt.gz", squeezed(GOOD.encode()))
    documents, problems = gather(tmp_path)
    assert [document.format for document in documents] == ["txt", "md", "wiki", "html", "wiki", "txt", "html", "txt"] and not problems
    assert documents[-1].name == "h.txt" and documents[-1].data == GOOD.encode()


def test_a_name_is_never_a_path_and_stems_may_repeat(tmp_path: Path) -> None:
    put(tmp_path / "week1" / "marrow.txt")
    put(tmp_path / "week2" / "marrow.txt", GOOD * 2)
    put(tmp_path / "week2" / "marrow.md")
    documents, _ = gather(tmp_path)
    assert names(documents) == ["marrow.txt", "marrow.md", "marrow.txt"]
    direct, _ = gather(tmp_path / "week2" / "marrow.md")
    assert (direct[0].name, direct[0].data) == (documents[1].name, documents[1].data)


def test_what_is_passed_over(tmp_path: Path) -> None:
    reports = tmp_path / "reports"
    put(reports / "a.txt")
    put(reports / ".hidden.txt")
    put(reports / ".git" / "b.txt")
    put(reports / "other" / "monitor.toml")
    put(reports / "other" / "reports" / "c.txt")
    put(tmp_path / "outside" / "d.txt")
    (reports / "link").symlink_to(tmp_path / "outside")
    (reports / "link.txt").symlink_to(tmp_path / "outside" / "d.txt")
    (reports / "round").symlink_to(reports)
    (reports / "itself").symlink_to(reports / "itself")
    documents, problems = gather(reports)
    assert names(documents) == ["a.txt"]
    assert [(problem.name, problem.reason, problem.severity) for problem in problems] == [
        ("itself", Reason.UNREADABLE, Severity.FAILED),
        ("link", Reason.OUTSIDE_FOLDER, Severity.SKIPPED),
        ("link.txt", Reason.OUTSIDE_FOLDER, Severity.SKIPPED),
    ]


def test_of_the_monitor_itself_only_the_reports_are_read(tmp_path: Path) -> None:
    put(tmp_path / "war" / "monitor.toml")
    put(tmp_path / "war" / "notes.txt")
    put(tmp_path / "war" / "reports" / "a.txt")
    assert names(gather(tmp_path, monitor=tmp_path / "war")[0]) == ["a.txt"]
    assert names(gather(tmp_path / "war" / "reports", monitor=tmp_path / "war")[0]) == ["a.txt"]
    assert gather(tmp_path) == ([], [])


def _missing(path: Path) -> None:
    del path


def _dangling(path: Path) -> None:
    path.symlink_to(path.parent / "gone.txt")


def _pipe(path: Path) -> None:
    os.mkfifo(path)


@pytest.mark.parametrize("make", [_missing, _dangling, _pipe])
def test_what_cannot_be_opened_is_unreadable(tmp_path: Path, make: Callable[[Path], None]) -> None:
    make(tmp_path / "x.txt")
    documents, problems = gather(tmp_path / "x.txt", put(tmp_path / "y.txt"))
    assert names(documents) == ["y.txt"]
    assert [(problem.name, problem.reason) for problem in problems] == [("x.txt", Reason.UNREADABLE)]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_unreadable(tmp_path: Path) -> None:
    put(tmp_path / "x.txt").chmod(0)
    assert [problem.reason for problem in gather(tmp_path)[1]] == [Reason.UNREADABLE]


def test_a_folder_that_is_called_a_file_is_a_folder(tmp_path: Path) -> None:
    put(tmp_path / "x.txt" / "y.txt")
    assert names(gather(tmp_path)[0]) == ["y.txt"]
