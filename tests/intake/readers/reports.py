"""One made-up report, written in every format that is read: what the suite over all formats reads back."""

from __future__ import annotations

import bz2
import csv
import gzip
import html
import io
import json
import lzma
import tarfile
import zipfile
from collections.abc import Callable
from email.message import EmailMessage
from typing import NamedTuple
from xml.sax.saxutils import escape

DAY = "2031-06-03"
#: Noon of the day, as mail (RFC 5322) and feeds (RFC 822) write it.
MOMENT = "Tue, 03 Jun 2031 12:00:00 +0000"


class Report(NamedTuple):
    """A title and paragraphs, as a reader sees them."""

    title: str
    paragraphs: tuple[str, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """All of it, in order."""
        return (self.title, *self.paragraphs)

    @property
    def plain(self) -> str:
        """All of it as plain text."""
        return "\n\n".join(self.words)

    @property
    def body(self) -> str:
        """The paragraphs as plain text."""
        return "\n\n".join(self.paragraphs)


REPORT = Report(
    "Red Column takes Marrow after a week of shelling",
    (
        "Fighters of the Red Column took the town of Marrow on Tuesday, residents of the “old quarter” told the Tull Courier by telephone.",
        "At least 12 people were killed & 40 wounded when shells hit the café on Zéré street, said a doctor of the town's only hospital.",
        "The defence ministry of Orvane denied that its forces < the size of a brigade > had left the bridge over the Tarn to the column.",
    ),
)
OTHER = Report(
    "Bridge at Tull blown up in the night",
    (
        "The bridge at Tull was blown up in the night to Friday, and nobody could say by whom, a spokesman of the province told reporters.",
        "Three ferries carried 900 people over the river on Friday morning, the harbour office of Tull said in a statement.",
    ),
)


def as_text(report: Report) -> bytes:
    """Plain text, with a byte-order mark."""
    return b"\xef\xbb\xbf" + report.plain.encode()


def as_markdown(report: Report) -> bytes:
    return f"# {report.title}\n\n{report.body}\n".encode()


def as_wiki(report: Report) -> bytes:
    linked = (
        report.body.replace("Tarn", "[[Tarn (river)|Tarn]]")
        .replace("Tuesday", "'''Tuesday'''<ref>Tull Courier</ref>")
        .replace("&", "&amp;")
    )
    return f"== {report.title} ==\n\n{linked.replace('< the', '&lt; the').replace('brigade >', 'brigade &gt;')}\n".encode()


def markup(report: Report) -> str:
    """The paragraphs as HTML, with tags and entities inside sentences."""
    paragraphs = (html.escape(one, quote=False).replace("é", "&eacute;").replace("Tull", "<b>Tull</b>") for one in report.paragraphs)
    return "\n".join(f"<p>{one}</p>" for one in paragraphs)


def as_page(report: Report) -> bytes:
    """A web page with a menu, a script and a footer around the report."""
    head = f"<head><meta charset='utf-8'><title>{report.title}</title><script>document.write('Marrow fell twice')</script></head>"
    menu = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/war'>War</a></li></ul></nav>"
    story = f"<article><h1>{report.title}</h1>{markup(report)}</article>"
    return f"<!doctype html><html>{head}<body>{menu}{story}<footer>All rights reserved.</footer></body></html>".encode()


def article(report: Report) -> dict[str, str]:
    return {"id": report.title.split()[0].lower(), "title": report.title, "text": report.body, "published": DAY}


def as_json(report: Report) -> bytes:
    return json.dumps(article(report), ensure_ascii=False).encode()


def as_lines(*reports: Report) -> bytes:
    return b"".join(as_json(one) + b"\n" for one in reports)


def as_table(*reports: Report, delimiter: str = ",") -> bytes:
    out = io.StringIO(newline="")
    rows = csv.DictWriter(out, ["id", "Title", "text", "published"], delimiter=delimiter)
    rows.writeheader()
    for one in reports:
        said = article(one)
        rows.writerow({"id": said["id"], "Title": said["title"], "text": said["text"], "published": said["published"]})
    return out.getvalue().encode()


def as_rss(*reports: Report) -> bytes:
    """RSS 2.0: the whole article in `content:encoded`, a teaser in `description`."""
    items = "".join(
        f"<item><title>{escape(one.title)}</title><link>https://courier.example/{number}</link><pubDate>{MOMENT}</pubDate>"
        f"<description>Read more</description><content:encoded><![CDATA[{markup(one)}]]></content:encoded></item>"
        for number, one in enumerate(reports, 1)
    )
    head = '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">'
    return f"{head}<channel><title>Tull Courier</title>{items}</channel></rss>".encode()


def as_atom(*reports: Report) -> bytes:
    """Atom: the article as XHTML."""
    entries = "".join(
        f"<entry><id>tag:courier.example,2031:{number}</id><title>{escape(one.title)}</title><updated>{DAY}T12:00:00Z</updated>"
        f"<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>{markup(one).replace('&eacute;', 'é')}</div></content></entry>"
        for number, one in enumerate(reports, 1)
    )
    return f"<feed xmlns='http://www.w3.org/2005/Atom'><title>Tull Courier</title>{entries}</feed>".encode()


def as_mail(report: Report, *, html_only: bool = False, charset: str = "utf-8") -> bytes:
    """A mail with the text as plain and as HTML part, or as HTML alone, from the Tull Courier."""
    made = EmailMessage()
    made["From"] = "Tull Courier <desk@courier.example>"
    made["To"] = "readers@courier.example"
    made["Subject"] = report.title
    made["Date"] = MOMENT
    made["Message-ID"] = f"<{report.title.split()[0].lower()}@courier.example>"
    if html_only:
        made.set_content(markup(report), subtype="html", charset=charset, cte="base64")
    else:
        made.set_content(report.body, charset=charset, cte="quoted-printable")
        made.add_alternative(markup(report), subtype="html")
    return bytes(made)


def as_saved_page(report: Report) -> bytes:
    """A page as a browser saves it: with a picture, and headers that tell who saved it."""
    made = EmailMessage()
    made["From"] = "<Saved by a browser>"
    made["Snapshot-Content-Location"] = "https://courier.example/1"
    made["Subject"] = "A page"
    made["Date"] = "Mon, 09 Jun 2031 12:00:00 +0000"
    made.set_content(as_page(report).decode(), subtype="html", cte="quoted-printable")
    made.add_related(b"\x89PNG", "image", "png", cid="<a>")
    return bytes(made)


def as_mailbox(*reports: Report) -> bytes:
    return b"".join(b"From desk Tue Jun  3 12:00:00 2031\n" + as_mail(one).replace(b"\nFrom ", b"\n>From ") + b"\n" for one in reports)


_WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def as_docx(report: Report) -> bytes:
    """An office document: a title, paragraphs of several runs each with a deletion in between, an empty one, and the last in a table."""
    *first, last = report.paragraphs
    title = f'<w:p><w:pPr><w:pStyle w:val="T"/></w:pPr><w:r><w:t>{escape(report.title)}</w:t></w:r></w:p>'
    body = "".join(_office_paragraph(one) for one in first)
    table = f"<w:tbl><w:tr><w:tc>{_office_paragraph(last)}</w:tc></w:tr></w:tbl>"
    style = f'<w:styles {_WORD}><w:style w:styleId="T"><w:name w:val="Title"/></w:style></w:styles>'
    parts = {"word/document.xml": f"<w:document {_WORD}><w:body>{title}<w:p/>{body}{table}</w:body></w:document>", "word/styles.xml": style}
    return as_zip({name: part.encode() for name, part in parts.items()})


def _office_paragraph(words: str) -> str:
    middle = len(words) // 2
    runs = (f'<w:r><w:t xml:space="preserve">{escape(part)}</w:t></w:r>' for part in (words[:middle], words[middle:]))
    gone = "<w:del><w:r><w:delText>struck out</w:delText></w:r></w:del>"
    return f"<w:p>{gone.join(runs)}</w:p>"


def as_zip(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def as_tar(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


PACKERS: dict[str, Callable[[bytes], bytes]] = {"gz": gzip.compress, "bz2": bz2.compress, "xz": lzma.compress}
