"""Web archives written by hand."""

from __future__ import annotations

import gzip

from tests.intake.readers.reports import Report, as_page


def record(address: str, block: bytes, *, kind: str = "response", media: str = "application/http", length: int | None = None) -> bytes:
    """One record; `length` is what it says of its length, where that is not the truth."""
    head = {
        "WARC-Type": kind,
        "WARC-Target-URI": address,
        "WARC-Date": "2031-06-09T12:00:00Z",
        "WARC-Record-ID": "<urn:uuid:11111111-2222-4333-8444-555555555555>",
        "Content-Type": media,
        "Content-Length": str(len(block) if length is None else length),
    }
    return b"WARC/1.1\r\n" + "".join(f"{name}: {value}\r\n" for name, value in head.items()).encode() + b"\r\n" + block + b"\r\n\r\n"


def answer(body: bytes, media: str = "text/html; charset=utf-8", status: str = "200 OK", *headers: str) -> bytes:
    """What a server sent."""
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {media}", *headers, f"Content-Length: {len(body)}"]
    return "".join(f"{line}\r\n" for line in lines).encode() + b"\r\n" + body


def address(number: int) -> str:
    return f"https://courier.example/news/{number}?a=b"


def as_warc(*reports: Report) -> bytes:
    """A page for each report, the first sent packed, among what crawls bring along."""
    info = record("", b"software: invented\r\n", kind="warcinfo", media="application/warc-fields")
    pages = []
    for number, report in enumerate(reports, 1):
        page = as_page(report)
        packed = answer(gzip.compress(page, mtime=0), "text/html", "200 OK", "Content-Encoding: gzip") if number == 1 else answer(page)
        asked = record(address(number), b"GET / HTTP/1.1\r\nHost: courier.example\r\n\r\n", kind="request")
        pages.append(asked + record(address(number), packed))
    return info + b"".join(pages)
