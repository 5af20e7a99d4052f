"""What a page says of itself for machines: meta elements and JSON-LD (schema.org). Times are kept."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Any

from warledger.base.stamps import read_stamp
from warledger.records.document import Metadata
from warledger.stages.cleaning.units import folded

_META = re.compile(r"<meta\b[^>]{0,2000}>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"([\w:.-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_SCRIPT = re.compile(r"<script\b[^>]{0,300}application/ld\+json[^>]{0,300}>", re.IGNORECASE)

#: Names of meta elements (Open Graph, Dublin Core, schema.org microdata, Parse.ly) by the field they give, best first.
_NAMES = {
    "published": ("article:published_time", "datepublished", "og:published_time", "dc.date.issued", "dcterms.created", "pubdate",
                  "publishdate", "publish-date", "parsely-pub-date", "sailthru.date", "dc.date", "date"),
    "updated": ("article:modified_time", "datemodified", "og:updated_time", "dcterms.modified", "lastmod", "last-modified"),
    "publisher": ("og:site_name", "application-name", "dc.publisher", "twitter:site"),
    "url": ("og:url",),
}  # fmt: skip
_LINKED = {"published": "datePublished", "updated": "dateModified"}
_ADDRESS = re.compile(r"\s*https?://\S+\s*\Z")
_ARTICLE = re.compile(r"article|blogposting|report", re.IGNORECASE)


def page_metadata(source: str) -> Metadata:
    """Dates, publisher and address as the page's machine-readable parts give them; basis `markup`.

    Dates are given as written where they cannot be read, for the caller to report.
    """
    named = _metas(source)
    said: dict[str, str] = {}
    linked = next(_articles(source), {})
    for field, names in _NAMES.items():
        value = next((named[name] for name in names if named.get(name)), None) or _linked(linked, field)
        if value:
            said[field] = (read_stamp(value) or value) if field in ("published", "updated") else value
    return Metadata(**said, basis=dict.fromkeys(said, "markup"))


def page_corrections(source: str) -> Iterator[str]:
    """What the page's articles say under schema.org's `correction`: a text, a CorrectionComment, or several; addresses are left out."""
    for article in _articles(source):
        said = article.get("correction")
        for one in said if isinstance(said, list) else [said]:
            words = one.get("text") if isinstance(one, dict) else one
            if isinstance(words, str) and words.strip() and not _ADDRESS.match(words):
                yield words


def _metas(source: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for match in _META.finditer(source):
        attributes = {name.lower(): unescape(a or b or c) for name, a, b, c in _ATTRIBUTE.findall(match[0])}
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
        if name and attributes.get("content"):
            found.setdefault(name.lower(), folded(attributes["content"]))
    return found


def _linked(article: Mapping[str, Any], field: str) -> str | None:
    if field == "publisher":
        publisher = article.get("publisher")
        value = publisher.get("name") if isinstance(publisher, dict) else publisher
    else:
        value = article.get(_LINKED.get(field, ""))
    return folded(value) if isinstance(value, str) else None


def _articles(source: str) -> Iterator[Mapping[str, Any]]:
    """Every JSON-LD object of a type that is an article, in order of the page."""
    for match in _SCRIPT.finditer(source):
        end = source.find("</script", match.end())
        try:
            found = json.loads(source[match.end() : end if end >= 0 else None])
        except (ValueError, RecursionError):
            continue
        yield from _typed(found)


def _typed(found: Any) -> Iterator[Mapping[str, Any]]:
    """Articles at the top, in a list, or in `@graph`."""
    for one in found if isinstance(found, list) else [found]:
        if isinstance(one, dict):
            kind = one.get("@type", "")
            if _ARTICLE.search(kind if isinstance(kind, str) else " ".join(map(str, kind))):
                yield one
            graph = one.get("@graph")
            yield from (inner for part in ([graph] if graph else []) for inner in _typed(part))
