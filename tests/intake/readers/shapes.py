"""Every format that is read, in the shapes it comes in: a file, the documents it should give, and where their words stand in it."""

from __future__ import annotations

import email
import html
import json
import re
import zipfile
from collections.abc import Callable
from email.message import Message
from email.policy import default
from io import BytesIO
from typing import NamedTuple

from tests.intake.readers import pdfs
from tests.intake.readers import reports as made
from tests.intake.readers.reports import OTHER, REPORT, Report
from tests.intake.readers.warcs import address, as_warc
from warledger.records.document import RawDocument
from warledger.records.origin import Origin

#: From a document's bytes, its source text and one origin to the words that stand there, found without the program.
Finder = Callable[[RawDocument, Origin], str]


class Shape(NamedTuple):
    """A file, and the reports in it by the name of their document. `origins`: whether it is more than its text."""

    file: str
    data: bytes
    holds: dict[str, Report]
    find: Finder | None = None


def seen(markup: str) -> str:
    """What a reader sees of HTML or wiki source, blanks folded."""
    plain = re.sub(r"<ref>.*?</ref>|'''|</?[a-z][^>]*>", "", markup)
    return " ".join(html.unescape(re.sub(r"\[\[[^\]|]*\|([^\]]*)\]\]", r"\1", plain)).split())


def in_mail(raw: RawDocument, origin: Origin) -> str:
    """The characters of a decoded part of the mail, as the standard library decodes it."""
    message = email.message_from_bytes(raw.data, policy=default)
    if origin.part == "subject":
        return str(message["Subject"])[origin.offset or 0 :]
    part: Message = message
    for number in (origin.part or "").split("."):
        part = part.get_payload(int(number) - 1) if part.is_multipart() else part  # type: ignore[assignment]
    payload = part.get_payload(decode=True)
    assert isinstance(payload, bytes) and origin.offset is not None
    words = payload.decode(part.get_content_charset() or "utf-8")
    return words[origin.offset : origin.offset + origin.end - origin.start]


def in_office(raw: RawDocument, origin: Origin) -> str:
    """A paragraph of the office document, by its number."""
    with zipfile.ZipFile(BytesIO(raw.data)) as archive:
        body = archive.read("word/document.xml").decode()
    paragraph = re.findall(r"<w:p/>|<w:p>.*?</w:p>", body)[(origin.paragraph or 0) - 1]
    return html.unescape("".join(re.findall(r"<w:t[^>]*>(.*?)</w:t>", paragraph)))


def in_pdf(raw: RawDocument, origin: Origin) -> str:
    """The line of a PDF of ours that begins inside a box on a page."""
    page = re.findall(rb"stream\n(.*?)\nendstream", raw.data, re.DOTALL)[(origin.page or 0) - 1]
    assert origin.box
    left, top, right, bottom = origin.box
    found = []
    for across, up, letters in re.findall(rb"([\d.]+) ([\d.]+) Td <(\w+)> Tj", page):
        if left - 1 <= float(across) <= right and top <= pdfs.HEIGHT - float(up) <= bottom:
            found.append(bytes.fromhex(letters.decode()).decode("cp1252"))
    return " ".join(found)


def _single(file: str, data: bytes, find: Finder | None = None) -> Shape:
    return Shape(file, data, {file: REPORT}, find)


def _both(file: str, data: bytes, first: str, second: str, find: Finder | None = None) -> Shape:
    return Shape(file, data, {f"{file}#{first}": REPORT, f"{file}#{second}": OTHER}, find)


_PILE = {"week/a.txt": made.as_text(REPORT), "week/b.html": made.as_page(OTHER)}
SHAPES: dict[str, Shape] = {
    "text": _single("a.txt", made.as_text(REPORT)),
    "text in UTF-16": _single("a.txt", REPORT.plain.encode("utf-16")),
    "text without an ending": _single("a", made.as_text(REPORT)),
    "Markdown": _single("a.md", made.as_markdown(REPORT)),
    "wiki source": _single("a.wiki", made.as_wiki(REPORT)),
    "a page": _single("a.html", made.as_page(REPORT)),
    "a page without an ending": _single("a", made.as_page(REPORT)),
    "JSON": _single("a.json", made.as_json(REPORT)),
    "a JSON list": _both("a.json", json.dumps([made.article(REPORT), made.article(OTHER)]).encode(), "red", "bridge"),
    "JSON Lines": _both("a.jsonl", made.as_lines(REPORT, OTHER), "red", "bridge"),
    "a table": _both("a.csv", made.as_table(REPORT, OTHER), "red", "bridge"),
    "a table parted by tabs": _both("a.tsv", made.as_table(REPORT, OTHER, delimiter="\t"), "red", "bridge"),
    "a table parted by semicolons": _both("a.csv", made.as_table(REPORT, OTHER, delimiter=";"), "red", "bridge"),
    "RSS": _both("a.rss", made.as_rss(REPORT, OTHER), "https://courier.example/1", "https://courier.example/2"),
    "RSS without an ending": _both("a", made.as_rss(REPORT, OTHER), "https://courier.example/1", "https://courier.example/2"),
    "Atom": _both("a.xml", made.as_atom(REPORT, OTHER), "tag:courier.example,2031:1", "tag:courier.example,2031:2"),
    "mail": _single("a.eml", made.as_mail(REPORT), in_mail),
    "mail in Windows' Western encoding": _single("a.eml", made.as_mail(REPORT, charset="cp1252"), in_mail),
    "mail in HTML": _single("a.eml", made.as_mail(REPORT, html_only=True), in_mail),
    "mail without an ending": _single("a", made.as_mail(REPORT), in_mail),
    "a saved page": _single("a.mhtml", made.as_saved_page(REPORT), in_mail),
    "a mailbox": _both("a.mbox", made.as_mailbox(REPORT, OTHER), "red@courier.example", "bridge@courier.example", in_mail),
    "an office document": _single("a.docx", made.as_docx(REPORT), in_office),
    "an office document without an ending": _single("a", made.as_docx(REPORT), in_office),
    "a PDF": _single("a.pdf", pdfs.as_pdf(REPORT), in_pdf),
    "a PDF in two columns": _single("a.pdf", pdfs.as_columns(REPORT), in_pdf),
    "a PDF without an ending": _single("a", pdfs.as_pdf(REPORT), in_pdf),
    "a web archive": _both("a.warc", as_warc(REPORT, OTHER), address(1), address(2)),
    "a web archive without an ending": _both("a", as_warc(REPORT, OTHER), address(1), address(2)),
    "a packed web archive": Shape(
        "a.warc.gz",
        made.PACKERS["gz"](as_warc(REPORT)) + made.PACKERS["gz"](as_warc(REPORT, OTHER)),
        {f"a.warc#{address(1)}": REPORT, f"a.warc#{address(2)}": OTHER},
    ),
    "a zip archive": _both("a.zip", made.as_zip(_PILE), "week/a.txt", "week/b.html"),
    "a tar archive": _both("a.tar", made.as_tar(_PILE), "week/a.txt", "week/b.html"),
    **{
        f"text packed as {packing}": Shape(f"a.txt.{packing}", pack(made.as_text(REPORT)), {"a.txt": REPORT})
        for packing, pack in made.PACKERS.items()
    },
    **{
        f"a tar archive packed as {packing}": Shape(
            f"a.tar.{packing}", pack(made.as_tar(_PILE)), {"a.tar#week/a.txt": REPORT, "a.tar#week/b.html": OTHER}
        )
        for packing, pack in made.PACKERS.items()
    },
    "an archive within an archive": Shape(
        "a.zip",
        made.as_zip({"b.tar.gz": made.PACKERS["gz"](made.as_tar(_PILE))}),
        {"a.zip#b.tar#week/a.txt": REPORT, "a.zip#b.tar#week/b.html": OTHER},
    ),
    "lines in an archive": Shape(
        "a.zip",
        made.as_zip({"b.jsonl": made.as_lines(REPORT, OTHER)}),
        {"a.zip#b.jsonl#red": REPORT, "a.zip#b.jsonl#bridge": OTHER},
    ),
}
