"""Files made to hurt their reader: each is refused with a reason, and a folder full of them is read in bounded time and memory."""

from __future__ import annotations

import gzip
import io
import json
import struct
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.intake.readers import hostile, pdfs
from tests.intake.readers.reports import REPORT, as_docx, as_lines, as_mail, as_page, as_tar, as_text, as_zip
from tests.intake.readers.warcs import answer, record
from warledger.intake.collect import collect
from warledger.intake.limits import Limits

#: Generous: a machine under load takes a few seconds for all of them.
SECONDS = 240
MEMORY = 1_200_000_000
GOOD = as_text(REPORT)

_ENTITIES = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
LAUGHS = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "ha">{_ENTITIES}]><rss><channel><item><title>&l9;</title></item></channel></rss>'
MAIL_HEAD = b"From: a@b.example\r\nSubject: Marrow\r\nDate: Tue, 03 Jun 2031 12:00:00 +0000\r\nMIME-Version: 1.0\r\n"


def nested_archive(depth: int) -> bytes:
    data, name = GOOD, "a.txt"
    for level in range(depth):
        data, name = as_zip({name: data}), f"{level}.zip"
    return data


def deep_mail(depth: int) -> bytes:
    """Parts within parts."""
    body = b"Content-Type: text/plain\r\n\r\nMarrow fell.\r\n"
    for level in range(depth):
        mark = b"b%d" % level
        body = b'Content-Type: multipart/mixed; boundary="%s"\r\n\r\n--%s\r\n%s\r\n--%s--\r\n' % (mark, mark, body, mark)
    return MAIL_HEAD + body


def forwarded(depth: int) -> bytes:
    """Mails within mails."""
    return (MAIL_HEAD + b"Content-Type: message/rfc822\r\n\r\n") * depth + MAIL_HEAD + b"\r\nMarrow fell.\r\n"


def html_mail(markup: str) -> bytes:
    return MAIL_HEAD + b"Content-Type: text/html; charset=utf-8\r\n\r\n" + markup.encode()


def mixed_mail(markup: str) -> bytes:
    """A mail whose plain part is compared with its HTML part."""
    parts = b"--x\r\nContent-Type: text/plain\r\n\r\n%s\r\n--x\r\nContent-Type: text/html\r\n\r\n%s\r\n--x--\r\n" % (
        GOOD[3:],
        markup.encode(),
    )
    return MAIL_HEAD + b'Content-Type: multipart/alternative; boundary="x"\r\n\r\n' + parts


def lying_zip(size: int) -> bytes:
    """An archive whose member says that it unfolds to `size` bytes."""
    data = bytearray(as_zip({"a.txt": b"x" * 40_000_000}))
    struct.pack_into("<L", data, data.find(b"PK\x03\x04") + 22, size)
    struct.pack_into("<L", data, data.find(b"PK\x01\x02") + 24, size)
    return bytes(data)


def lying_tar() -> bytes:
    """An archive whose only member says that it is 8 GB long."""
    info = tarfile.TarInfo("a.txt")
    info.size = 8_000_000_000
    return info.tobuf(format=tarfile.GNU_FORMAT) + GOOD


def lying_header() -> bytes:
    """An archive with a file name that says that it is 4 GB long."""
    info = tarfile.TarInfo("././@LongLink")
    info.type, info.size = tarfile.GNUTYPE_LONGNAME, 4_000_000_000
    return info.tobuf(format=tarfile.GNU_FORMAT) + b"x" * 1024


def linked_tar() -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, kind, target in (("s.txt", tarfile.SYMTYPE, "/etc/hostname"), ("h.txt", tarfile.LNKTYPE, "../secret.txt")):
            info = tarfile.TarInfo(name)
            info.type, info.linkname = kind, target
            archive.addfile(info)
    return out.getvalue()


def linked_zip() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        info = zipfile.ZipInfo("s.txt")
        info.external_attr = 0o120777 << 16
        archive.writestr(info, "/etc/hostname")
    return out.getvalue()


def laughing_docx() -> bytes:
    laugh = LAUGHS.replace("rss", "w:document").encode()
    return as_zip({"word/document.xml": laugh})


OUTSIDE = {"../../evil.txt": GOOD, "/evil.txt": GOOD, "C:\\evil.txt": GOOD}
DEEP = "<div>" * 1_000_000
#: File name -> its bytes, and the reasons that must be listed for it (or for members of it).
ATTACKS: dict[str, tuple[bytes, set[str]]] = {
    "bomb.zip": (as_zip({f"{n}.txt": b"x" * 15_000_000 for n in range(8)}), {"too_large"}),
    "bomb.txt.gz": (gzip.compress(b"x" * 60_000_000), {"too_large"}),
    "bomb.tar.gz": (gzip.compress(as_tar({f"{n}.txt": b"x" * 15_000_000 for n in range(8)})), {"too_large"}),
    "bomb.docx": (as_zip({"word/document.xml": b" " * 60_000_000}), {"too_large"}),
    "bomb-of-bombs.zip": (as_zip({f"{n}.gz": gzip.compress(b"x" * 15_000_000) for n in range(9)}), {"too_large"}),
    "nested.zip": (nested_archive(12), {"too_complex"}),
    "laughs.xml": (LAUGHS.encode(), {"too_complex"}),
    "laughs-wide.rss": (LAUGHS.encode("utf-16"), {"too_complex"}),
    "laughs.docx": (laughing_docx(), {"too_complex"}),
    "deep.xml": (b"<rss>" + b"<a>" * 1_000_000, {"too_complex", "damaged", "empty"}),
    "parts.eml": (deep_mail(100), {"too_complex"}),
    "forwarded.eml": (forwarded(100), {"too_complex"}),
    "parts.mbox": (b"From a Tue Jun  3 12:00:00 2031\n" + deep_mail(100).replace(b"\r", b""), {"too_complex"}),
    "tags.html": (f"<html><body>{DEEP}Marrow fell.".encode(), {"too_complex"}),
    "tags.eml": (html_mail(DEEP), {"too_complex"}),
    "tags.rss": (f"<rss><channel><item><description><![CDATA[{DEEP}]]></description></item></channel></rss>".encode(), {"too_complex"}),
    "endless.pdf": (pdfs.drawn_in_itself(), {"too_complex"}),
    "pages.pdf": (pdfs.of_many_pages(5000), {"too_complex"}),
    "pictures.pdf": (pdfs.of_many_pages(3), {"no_text"}),
    "length.warc": (record("a", answer(GOOD), length=9_000_000_000), {"too_large"}),
    "cut.warc": (record("a", answer(GOOD), length=9_000_000), {"broken_archive"}),
    "header.warc": (b"WARC/1.1\r\nX: " + b"x" * 30_000_000, {"broken_archive"}),
    "understated.zip": (lying_zip(10), {"broken_archive"}),
    "overstated.zip": (lying_zip(4_000_000_000), {"too_large"}),
    "length.tar": (lying_tar(), {"broken_archive"}),
    "header.tar": (lying_header(), {"broken_archive"}),
    "outside.zip": (as_zip(OUTSIDE), {"outside_folder"}),
    "outside.tar": (as_tar(OUTSIDE), {"outside_folder"}),
    "links.tar": (linked_tar(), {"outside_folder"}),
    "links.zip": (linked_zip(), {"outside_folder"}),
    "deep.json": (b'{"text": ' + b"[" * 1_000_000, {"bad_json"}),
    "values.json": (b"[" + b"[]," * 12_000_000 + b"[]]", {"too_complex"}),
    "elements.rss": (b"<rss>" + b"<a/>" * 3_000_000 + b"</rss>", {"too_complex"}),
    "open.csv": (b'text\n"' + b"word, " * 5_000_000, {"damaged"}),
}
#: Hostile as well, but with a report in it that is to be read all the same.
READ: dict[str, bytes] = {
    "scripts.html": as_page(REPORT),
    "comments": b"<!---->" * 500 + GOOD[3:],
    "styles.eml": mixed_mail("<style " * 100_000),
    "header.eml": as_mail(REPORT).replace(b"From: ", b"From: " + b"(" * 50_000, 1),
    "brackets.eml": mixed_mail("<" * 1_000_000),
    "lines.jsonl": as_lines(REPORT) + b"[" * 5_000_000 + b"\n",
    "office.docx": as_docx(REPORT),
}


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What reading all of it at once gave."""
    folder = tmp_path_factory.mktemp("hostile") / "reports"
    folder.mkdir()
    (folder.parent / "secret.txt").write_bytes(GOOD)
    for name, data in {**{name: data for name, (data, _) in ATTACKS.items()}, **READ}.items():
        (folder / name).write_bytes(data)
    (folder / "link.txt").symlink_to(folder.parent / "secret.txt")
    command = [sys.executable, hostile.__file__, str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def of(told: dict[str, Any], file: str) -> list[list[str]]:
    """The problems of a file and of what it holds."""
    name = file.removesuffix(".gz")
    return [problem for problem in told["problems"] if problem[0].partition("#")[0] == name]


@pytest.mark.parametrize(("file", "reasons"), [(file, reasons) for file, (_, reasons) in ATTACKS.items()], ids=ATTACKS)
def test_an_attack_is_refused_with_its_reason(told: dict[str, Any], file: str, reasons: set[str]) -> None:
    problems = of(told, file)
    assert {reason for _, reason, _ in problems} & reasons, problems
    assert all(detail for _, _, detail in problems)
    assert not any(reason == "internal" for _, reason, _ in problems)


@pytest.mark.parametrize("file", READ)
def test_a_report_that_is_odd_is_read(told: dict[str, Any], file: str) -> None:
    texts = [text for name, text in told["read"].items() if name.partition("#")[0] == file]
    assert len(texts) == 1 and REPORT.paragraphs[0] in texts[0]
    assert "twice" not in texts[0] and "struck out" not in texts[0]


def test_nothing_comes_from_outside_the_folder(told: dict[str, Any]) -> None:
    assert not any("evil" in name or name.startswith("link") for name in told["read"])
    assert [reason for name, reason, _ in told["problems"] if name == "link.txt"] == ["outside_folder"]
    assert not any(name.startswith("links.") for name in told["read"])


@pytest.mark.parametrize(("file", "pack"), [("a.zip", as_zip), ("a.tar", as_tar)])
def test_of_too_many_members_those_allowed_are_read(tmp_path: Path, file: str, pack: Callable[[dict[str, bytes]], bytes]) -> None:
    (tmp_path / file).write_bytes(pack({f"{n}.txt": GOOD for n in range(10)}))
    found = list(collect([tmp_path], limits=Limits(members=4)))
    assert [one.name for one in found] == [f"{file}#{n}.txt" for n in range(4)] + [file]


def test_memory_is_bounded(told: dict[str, Any]) -> None:
    assert told["memory"] < MEMORY
