"""PDFs written by hand: lines of text at places on pages, with the one font every reader of PDFs has."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tests.intake.readers.reports import Report

WIDTH, HEIGHT = 595, 842


class Put(NamedTuple):
    """A line of text: where it begins (points from the upper left corner; `down` is its base line) and the size of its type."""

    across: float
    down: float
    size: float
    words: str


def pdf(pages: Sequence[Iterable[Put]], *, rotate: int = 0, scale: float = 1, extra: bytes = b"") -> bytes:
    """The bytes of a PDF (1.4) of these pages, shown turned by `rotate` degrees; `extra` goes into its trailer. What the file calls
    places and sizes is scaled to those of `Put` afterwards by `scale`, as browsers print."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    numbers = []
    for page in pages:
        content = b"%g 0 0 %g 0 0 cm\n" % (scale, scale) + b"".join(_shown(put, scale) for put in page)
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
        box = b"/MediaBox [0 0 %d %d] /Rotate %d" % (WIDTH, HEIGHT, rotate)
        objects.append(b"<< /Type /Page /Parent 2 0 R %s /Resources << /Font << /F 3 0 R >> >> /Contents %d 0 R >>" % (box, len(objects)))
        numbers.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(numbers), len(numbers))
    return _file(objects, extra)


def _shown(put: Put, scale: float) -> bytes:
    letters = put.words.encode("cp1252").hex().encode()
    return b"BT /F %g Tf %g %g Td <%s> Tj ET\n" % (put.size / scale, put.across / scale, (HEIGHT - put.down) / scale, letters)


def _file(objects: Sequence[bytes], extra: bytes) -> bytes:
    out, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    return out + head + b"trailer << /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, extra, len(out))


def column(paragraphs: Iterable[str], across: float, down: float, letters: int, *, size: float = 10) -> list[Put]:
    """Paragraphs wrapped to so many letters a line, a gap between them."""
    put = []
    for paragraph in paragraphs:
        for line in textwrap.wrap(paragraph, letters, break_on_hyphens=False):
            put.append(Put(across, down, size, line))
            down += 1.2 * size
        down += 0.8 * size
    return put


def as_pdf(report: Report) -> bytes:
    """The title in large type over one column."""
    return pdf([[Put(50, 70, 18, report.title), *column(report.paragraphs, 50, 110, 90)]])


def as_columns(report: Report) -> bytes:
    """The title across the page, the paragraphs in two columns beside each other: the first half left, the others right."""
    half = (len(report.paragraphs) + 1) // 2
    left = column(report.paragraphs[:half], 50, 110, 44)
    right = column(report.paragraphs[half:], 310, 113, 44)
    return pdf([[Put(50, 70, 18, report.title), *_mixed(left, right)]])


def as_pages(report: Report) -> bytes:
    """A page for each paragraph, each under a header and over its number."""
    pages = []
    for number, paragraph in enumerate(report.paragraphs, 1):
        title = [Put(50, 70, 18, report.title)] if number == 1 else []
        pages.append(
            [Put(50, 30, 8, "Tull Courier - weekly survey"), *title, *column([paragraph], 50, 110, 90), Put(290, 820, 8, f"{number}")]
        )
    return pdf(pages)


def _mixed(left: Sequence[Put], right: Sequence[Put]) -> list[Put]:
    """Line by line across both columns, as some programs write them."""
    return sorted([*left, *right], key=lambda put: (put.down, put.across))


def drawn_in_itself() -> bytes:
    """A page with a drawing that draws itself twice, and so without end."""
    holds = b"/Resources << /XObject << /X 4 0 R >> >>"
    form = b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] %s /Length 11 >>\nstream\n/X Do /X Do\nendstream" % holds
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] %s /Contents 5 0 R >>" % holds
    tree = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
    return _file([b"<< /Type /Catalog /Pages 2 0 R >>", tree, page, form, b"<< /Length 5 >>\nstream\n/X Do\nendstream"], b"")


def of_many_pages(count: int) -> bytes:
    """The same empty page, over and over."""
    tree = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b"3 0 R " * count, count)
    return _file([b"<< /Type /Catalog /Pages 2 0 R >>", tree, b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>"], b"")
