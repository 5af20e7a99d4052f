"""Which format a file is, by its name, else by its first bytes."""

from __future__ import annotations

import re

#: File name endings and the format they stand for; `readers/` has one reader for each.
BY_ENDING = {
    "txt": "txt",
    "text": "txt",
    "md": "md",
    "markdown": "md",
    "wiki": "wiki",
    "mediawiki": "wiki",
    "html": "html",
    "htm": "html",
    "xhtml": "html",
    "json": "json",
    "jsonl": "jsonl",
    "ndjson": "jsonl",
    "csv": "csv",
    "tsv": "csv",
    "docx": "docx",
    "pdf": "pdf",
    "eml": "eml",
    "mbox": "mbox",
    "mht": "mhtml",
    "mhtml": "mhtml",
    "xml": "xml",
    "rss": "xml",
    "atom": "xml",
    "warc": "warc",
    "zip": "zip",
    "tar": "tar",
}
#: Endings of packed files, what they are packed with, and the ending that is left once they are unpacked.
PACKED = {
    "gz": ("gz", ""),
    "bz2": ("bz2", ""),
    "xz": ("xz", ""),
    "tgz": ("gz", ".tar"),
    "tbz2": ("bz2", ".tar"),
    "txz": ("xz", ".tar"),
}

#: First bytes of formats that hold no plain text (the published signatures of each format), and what a person calls them.
_SIGNATURES = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a ZIP archive or an office document",
    b"\xd0\xcf\x11\xe0": "an old office document",
    b"{\\rtf": "an RTF document",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"Rar!": "a RAR archive",
    b"7z\xbc\xaf": "a 7z archive",
    b"BZh": "a bzip2 archive",
    b"\xfd7zXZ": "an xz archive",
    b"SQLite format 3": "a database",
}
#: Comments before the first element. Written so that no comment can be read in two ways: trying them all would take forever.
_COMMENTS = rb"(?:<!--(?:(?!-->).)*-->\s*)*"
#: Headers that mails begin with (RFC 5322, RFC 2045, and what servers put before them).
_HEADERS = rb"Return-Path|Received|Delivered-To|MIME-Version|Message-ID|Content-Type|From|To|Cc|Reply-To|Sender|Date|Subject|X-[\w-]+"
#: First bytes by which files are known whose name says nothing.
_OPENINGS = (
    (re.compile(rb"PK\x03\x04"), "zip"),
    (re.compile(rb"%PDF-\d"), "pdf"),
    (re.compile(rb"WARC/[01]\.\d+\r?\n"), "warc"),
    (re.compile(rb"From \S+ .*\d{4}\r?\n[\w-]+:"), "mbox"),
    (re.compile(rb"(?:(?:" + _HEADERS + rb"): .*\r?\n(?:[ \t].*\r?\n)*){3}", re.IGNORECASE), "eml"),
    (re.compile(rb"(?:\xef\xbb\xbf)?\s*<\?xml[^>]*>\s*" + _COMMENTS + rb"<(?:rss|feed|rdf:RDF|urlset|sitemapindex)\b", re.S), "xml"),
)

_HTML_HEAD = re.compile(
    rb"^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?" + _COMMENTS + rb"<(?:!doctype\s+html|html[\s>])",
    re.IGNORECASE | re.DOTALL,
)


def unpacked_name(name: str) -> str:
    """The name of what a packed file holds; any other name unchanged."""
    stem, _, ending = name.rpartition(".")
    return stem + PACKED[ending.lower()][1] if stem and ending.lower() in PACKED else name


def packing(name: str) -> str | None:
    """What the file is packed with (`gz`, `bz2`, `xz`), by its name."""
    stem, _, ending = name.rpartition(".")
    return PACKED[ending.lower()][0] if stem and ending.lower() in PACKED else None


def format_by_name(name: str) -> str | None:
    """The format the file name's ending stands for, `None` when it says nothing."""
    stem, dot, ending = name.rpartition(".")
    return BY_ENDING.get(ending.lower()) if stem and dot else None


def format_by_content(data: bytes) -> str:
    """The format of a file whose name says nothing, from its first bytes; plain text when they say nothing either."""
    if _HTML_HEAD.match(data[:4096]):
        return "html"
    return next((form for opening, form in _OPENINGS if opening.match(data[:4096])), "txt")


def binary_kind(data: bytes) -> str | None:
    """What the bytes are when their signature is that of a format without plain text, in words."""
    return next((words for mark, words in _SIGNATURES.items() if data.startswith(mark)), None)
