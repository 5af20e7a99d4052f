"""The changes as an Atom feed (RFC 4287), newest first: one entry a change, to follow a record with any feed reader.

The feed is a file: nothing is fetched or served here. Ids are URNs of our own (RFC 4287 wants an IRI that never changes), made from
what changed; days become instants at midnight UTC, for a feed may not hold a day alone. No clock is asked: the feed was updated when its
newest entry was.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from warledger.base.ids import content_id
from warledger.exports.changes.words import cause_words, line_title, said, title
from warledger.records.change import Changes, Line

_ATOM = "http://www.w3.org/2005/Atom"
#: What XML 1.0 cannot hold.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def changes_feed(changes: Changes) -> Iterator[str]:
    """The feed, indented."""
    ET.register_namespace("", _ATOM)
    dated = [(_day(line, changes), line) for line in changes.lines]
    dated.sort(key=lambda pair: (-pair[0].toordinal(), pair[1].about, pair[1].id))
    newest = dated[0][0] if dated else (changes.on or changes.since)
    feed = ET.Element(_tag("feed"))
    _add(feed, "title", title(changes))
    _add(feed, "id", _urn(changes.monitor))
    _add(feed, "updated", _instant(newest))
    ET.SubElement(ET.SubElement(feed, _tag("author")), _tag("name")).text = _clean(changes.monitor)
    _add(feed, "generator", "Warledger")
    for day, line in dated:
        _entry(feed, changes, day, line)
    ET.indent(feed)
    yield '<?xml version="1.0" encoding="utf-8"?>\n'
    yield ET.tostring(feed, encoding="unicode") + "\n"


def _entry(feed: ET.Element, changes: Changes, day: dt.date, line: Line) -> None:
    entry = ET.SubElement(feed, _tag("entry"))
    _add(entry, "title", line_title(line))
    _add(entry, "id", _urn(changes.monitor, line.what, line.change, line.id, line.before, line.after))
    _add(entry, "updated", _instant(day))
    ET.SubElement(entry, _tag("category"), term=line.what.value)
    ET.SubElement(entry, _tag("category"), term=line.change.value)
    content = _add(entry, "content", "\n".join(_told(line)))
    content.set("type", "text")


def _told(line: Line) -> Iterator[str]:
    yield from said(line)
    for cause in line.causes:
        yield cause_words(cause)
        yield from (f'"{e.quote}" [{e.doc}:{e.start}-{e.end}, {e.source}]' for e in cause.evidence)
    yield f"[{line.what.value} {line.id}]"


def _day(line: Line, changes: Changes) -> dt.date:
    """When it became known: the day of its newest cause."""
    return max((c.day for c in line.causes if c.day), default=changes.on or changes.since)


def _add(parent: ET.Element, name: str, text: str) -> ET.Element:
    made = ET.SubElement(parent, _tag(name))
    made.text = _clean(text)
    return made


def _tag(name: str) -> str:
    return f"{{{_ATOM}}}{name}"


def _clean(text: str) -> str:
    return _FORBIDDEN.sub("\ufffd", text)


def _urn(*parts: object) -> str:
    return f"urn:warledger:{content_id('f', *parts)}"


def _instant(day: dt.date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
