"""RSS, RDF and Atom files: every item is a report. A sitemap names pages and holds no text: it is listed as such."""

from __future__ import annotations

import re
from typing import Any

from warledger.base.stamps import read_stamp
from warledger.intake.articles import titled
from warledger.intake.source import Inner, Results, Source
from warledger.intake.xml import BadXml, local, parse_xml, words_in
from warledger.records.document import Metadata
from warledger.records.reason import Problem, Reason

_MARKUP = re.compile(r"<[a-zA-Z/!][^<>]*>|&(?:#\d{2,7}|#x[\da-f]{2,6}|[a-z]{2,8});", re.IGNORECASE)
#: Elements of an item by what they say, best first; the names of RSS 2.0, Dublin Core, content and Atom (RFC 4287), folded.
_TEXT = ("encoded", "content", "description", "summary")
_ID = ("guid", "id")
_DATES = {"published": ("pubdate", "published", "issued", "date", "created"), "updated": ("updated", "modified")}
_HTML_TYPES = ("html", "text/html")


def read_feed(source: Source, inner: Inner) -> Results:
    """The items of a feed, each named `name#` and its own id, or its address, or else its number."""
    data = source.whole(source.limits.document)
    if isinstance(data, Problem):
        yield data
        return
    try:
        root = parse_xml(data, mend=True)
    except BadXml as error:
        yield source.failed(Reason.TOO_COMPLEX if error.hostile else Reason.DAMAGED, f"{source.shown}: {error}")
        return
    kind = local(root)
    if kind in ("urlset", "sitemapindex"):
        named = sum(local(one) in ("url", "sitemap") for one in root)
        yield source.passed_over(Reason.NO_TEXT, f"{source.shown}: a sitemap: {named} addresses and no text; put the pages themselves here")
    elif kind in ("rss", "feed", "rdf"):
        yield from _items(root, source)
    else:
        yield source.failed(Reason.NO_ARTICLE, f"{source.shown}: XML of a kind that is not read (its root is {kind[:40]!r})")


def _items(root: Any, source: Source) -> Results:
    channel = next((one for one in root if local(one) == "channel"), root)
    publisher = next((words_in(one) for one in channel if local(one) == "title"), "")
    items = [one for one in root.iter() if local(one) in ("item", "entry")]
    for number, item in enumerate(items, 1):
        yield from _item(item, str(number), publisher, source)
    if not items:
        yield source.failed(Reason.EMPTY, f"{source.shown}: a feed without items")


def _item(item: Any, number: str, publisher: str, source: Source) -> Results:
    from lxml import etree

    held: dict[str, Any] = {}
    for one in item:
        if not (local(one) == "link" and one.get("rel", "alternate") != "alternate"):
            held.setdefault(local(one), one)
    url = _address(held.get("link"))
    member = next((words_in(held[name]) for name in _ID if name in held and words_in(held[name])), "") or url or number
    member = member[:200]
    given, problems = _given(held, url, publisher, source, member)
    yield from problems
    bodies = (_body(held.get(name)) for name in _TEXT)
    body, marked_up = next((one for one in bodies if one[0].strip()), ("", False))
    data = etree.tostring(item, encoding="utf-8", with_tail=False)
    if marked_up:
        yield source.document(data, "feed", body, member=member, given=given, syntax="fragment")
    elif body or given.title:
        yield source.document(data, "feed", titled(given.title, body).strip(), member=member, given=given, syntax="txt")
    else:
        yield source.failed(Reason.NO_TEXT, "an item without a title or a text", member)


def _body(element: Any) -> tuple[str, bool]:
    """The text of an element, and whether it is HTML: said so, written as elements (XHTML), or full of tags."""
    if element is None:
        return "", False
    if len(element):
        from lxml import etree

        return "".join((element.text or "", *(etree.tostring(child, encoding="unicode") for child in element))), True
    text = element.text or ""
    return text, element.get("type", "").lower() in _HTML_TYPES or bool(_MARKUP.search(text))


def _address(link: Any) -> str:
    return "" if link is None else " ".join((link.get("href") or words_in(link)).split())


def _given(held: dict[str, Any], url: str, publisher: str, source: Source, member: str) -> tuple[Metadata, list[Problem]]:
    title = held.get("title")
    shown = _MARKUP.sub(" ", words_in(title)) if title is not None else ""
    values = {"title": " ".join(shown.split()), "url": url, "publisher": _own_publisher(held) or publisher}
    problems = []
    for field, names in _DATES.items():
        written = next((words_in(held[name]) for name in names if name in held and words_in(held[name])), "")
        stamp = read_stamp(written) if written else None
        values[field] = stamp or ""
        if written and not stamp:
            detail = f"{field} {written[:60]!r} is no date from 1900 to 2100; read without it"
            problems.append(source.failed(Reason.BAD_DATE, detail, member))
    kept = {field: value for field, value in values.items() if value}
    return Metadata(**kept, basis=dict.fromkeys(kept, "feed")), problems


def _own_publisher(held: dict[str, Any]) -> str:
    """The source an item of a collected feed names: `source` of RSS, the title in `source` of Atom, or Dublin Core's `publisher`."""
    for name in ("source", "publisher"):
        element = held.get(name)
        if element is not None:
            inner = next((words_in(one) for one in element if local(one) == "title"), "")
            return inner or words_in(element)
    return ""
