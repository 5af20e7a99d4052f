"""Markdown's front matter: `key: value` lines between two lines of dashes at the very top."""

from __future__ import annotations

import re

from warledger.base.stamps import read_stamp
from warledger.records.document import Metadata

_FRONT = re.compile(r"\A---[ \t]*\r?\n(?P<inner>(?:[^\n]*\n){1,60}?)(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)")
_ENTRY = re.compile(r"^(?P<key>[A-Za-z_-]+)[ \t]*:[ \t]*(?P<value>[^\r\n]+?)[ \t]*\r?$", re.MULTILINE)
_FIELDS = {
    "title": "title",
    "publisher": "publisher",
    "source": "publisher",
    "agency": "agency",
    "date": "published",
    "published": "published",
    "updated": "updated",
    "lastmod": "updated",
    "url": "url",
    "link": "url",
    "genre": "genre",
    "lang": "language",
    "language": "language",
}


def front_matter(text: str) -> tuple[Metadata, int]:
    """What the front matter of `text` says, basis `markup`, and where the text after it starts; nothing and 0 without one.

    Dates that cannot be read are given as written, for the caller to report.
    """
    match = _FRONT.match(text)
    entries = list(_ENTRY.finditer(match["inner"])) if match else []
    if not match or not entries:
        return Metadata(), 0
    said: dict[str, str] = {}
    for entry in entries:
        field = _FIELDS.get(entry["key"].lower())
        value = entry["value"].strip("\"'")
        if field and value:
            said.setdefault(field, (read_stamp(value) or value) if field in ("published", "updated") else value)
    return Metadata(**said, basis=dict.fromkeys(said, "markup")), match.end()
