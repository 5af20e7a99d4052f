"""References of MediaWiki source (`<ref>`), which are no part of the article's text but say where its statements are from."""

from __future__ import annotations

import re
from typing import NamedTuple

from warledger.records.citation import Citation

#: References of one article that are kept, and the most of one (code points).
MOST, _LONGEST = 5000, 2000
_NAME = re.compile(r"""name\s*=\s*(?:"([^"<>]*)"|'([^'<>]*)'|([^\s"'/<>]+))""", re.IGNORECASE)
_TEMPLATE = re.compile(r"\{\{\s*(?:cite|citation)\b[^|{}]*\|(.*)\}\}", re.IGNORECASE | re.DOTALL)
_PART = re.compile(r"\|(?![^\[\]|]*\]\])")
_KEY = re.compile(r"\s*([\w -]{1,30}?)\s*=\s*(.*?)\s*\Z", re.DOTALL)
_ADDRESS = re.compile(r"https?://[^\s\]|{}<>\"]+")
_LINK = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]|\[https?://[^\s\[\]]+\s*([^\[\]]*)\]")
_EMPHASIS = re.compile(r"'{2,5}")
_MARKS = re.compile(r"<[^<>]{0,500}>|\{\{[^{}]*\}\}|[{}]")
#: Parameters of the citation templates (English Wikipedia, Help:Citation Style 1) by what they say, best first.
_SAYS = {
    "url": ("url", "archive-url", "archiveurl"),
    "title": ("title", "chapter"),
    "publisher": ("work", "newspaper", "website", "agency", "magazine", "journal", "publisher"),
    "date": ("date", "year"),
}


class Reference(NamedTuple):
    """A `<ref>` in the source: where it stands in the text, its tag, and what it holds (empty where it only names another)."""

    at: int
    tag: str
    inside: str


def citations(references: list[Reference]) -> tuple[Citation, ...]:
    """The citations of an article in order; a reference that only names another is that one again."""
    held = {name: one.inside for one in references if one.inside.strip() and (name := _name(one.tag))}
    made = []
    for one in references[:MOST]:
        inside = one.inside if one.inside.strip() else held.get(_name(one.tag), "")
        if inside.strip():
            made.append(_citation(one.at, inside[:_LONGEST]))
    return tuple(one for one in made if one.words)


def _name(tag: str) -> str:
    found = _NAME.search(tag)
    return " ".join((found[1] or found[2] or found[3] or "").split()) if found else ""


def _citation(at: int, inside: str) -> Citation:
    template = _TEMPLATE.search(inside)
    if not template:
        address = _ADDRESS.search(inside)
        return Citation(at, _plain(inside), address[0] if address else None)
    given = {key[1].lower(): _plain(key[2]) for part in _PART.split(template[1]) if (key := _KEY.match(part))}
    addresses = {
        key[1].lower(): found[0] for part in _PART.split(template[1]) if (key := _KEY.match(part)) and (found := _ADDRESS.search(key[2]))
    }
    said = {field: next((given[name] for name in names if given.get(name)), None) for field, names in _SAYS.items()}
    url = next((addresses[name] for name in _SAYS["url"] if name in addresses), None)
    shown = [one for one in (said["publisher"], f"“{said['title']}”" if said["title"] else None, said["date"]) if one]
    return Citation(at, ", ".join(shown) or url or "", url, said["title"], said["publisher"], said["date"])


def _plain(words: str) -> str:
    """The words without markup."""
    linked = _LINK.sub(lambda link: link[1] or link[2] or "", _EMPHASIS.sub("", words))
    return " ".join(_MARKS.sub(" ", linked).split())
