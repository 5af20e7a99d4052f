"""Which format a file is, by its name, else by its first bytes."""

from __future__ import annotations

import re

#: File name endings and the format they stand for. `jsonl` and `json` are containers; the rest are one document each.
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

_HTML_HEAD = re.compile(
    rb"^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html[\s>])",
    re.IGNORECASE | re.DOTALL,
)


def unpacked_name(name: str) -> str:
    """The name of what a `.gz` file holds; any other name unchanged."""
    return name[:-3] if name.lower().endswith(".gz") and len(name) > 3 else name


def format_by_name(name: str) -> str | None:
    """The format the file name's ending stands for, `None` when it says nothing."""
    stem, dot, ending = name.rpartition(".")
    return BY_ENDING.get(ending.lower()) if stem and dot else None


def format_by_content(data: bytes) -> str:
    """`html` or plain text, from the first bytes of a file whose name says nothing."""
    return "html" if _HTML_HEAD.match(data[:4096]) else "txt"


def binary_kind(data: bytes) -> str | None:
    """What the bytes are when their signature is that of a format without plain text, in words."""
    return next((words for mark, words in _SIGNATURES.items() if data.startswith(mark)), None)
