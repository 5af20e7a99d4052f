"""The day a report was written, as its own head says it: a dateline ("VARNO, Kellin (Sept. 21) - ") or a line above the text."""

from __future__ import annotations

import datetime as dt
import re

import msgspec

from warledger.base.spans import Span
from warledger.records.document import BlockKind, Document
from warledger.records.time_words import TimeVocabulary
from warledger.stages.claims.dates import TimeContext, TimeExpression, find_times, resolve
from warledger.stages.claims.dates_forms import Day, Month, Years

#: So far into a text its head may reach (code points); a line of so few words above the text is part of it.
_HEAD, _LINE_WORDS = 1200, 14
#: A dateline may be printed some days before the page is dated, or a day after (time zones).
_EARLIER, _LATER = 10, 1
#: A list is a chronology from so many dated entries on; the date stands in an entry's first characters.
_FEW, _ENTRY = 3, 40
#: What stands before the date of a dateline in brackets: a place or an agency in capitals, and perhaps a country.
_BEFORE = re.compile(r"[A-Z][A-Z'’.-]{2,}(?:,? [A-Z][\w'’.-]*){0,3} ?\((?:[A-Z]{2,}[,;]? ?)?$")
#: A serial number of a month's releases: "2010-09-CA-159", "2010-09-S-012".
_SERIAL = re.compile(r"\b((?:19|20)\d\d)-(?:0[1-9]|1[0-2])\b")


class Opening(msgspec.Struct, frozen=True):
    """`day` the text was written on, where its head says so, and the words of the head's dates (spans in the text)."""

    day: dt.date | None = None
    spans: tuple[Span, ...] = ()


def opening(text: str, words: TimeVocabulary, published: dt.date | None) -> Opening:
    """What the head of `text` says of its day. A day that does not fit `published` is not the text's own."""
    head = text[:_HEAD]
    dated = [t for t in find_times(head, words) if isinstance(t.form, Day) and t.form.month]
    datelines = [t for t in dated if _is_dateline(head, t)]
    for expression in (*datelines, *(t for t in dated if _in_short_line(head, t.span))):
        day = _day(expression, head, published)
        if day is not None and _fits(day, published):
            return Opening(day, tuple(t.span for t in datelines))
    return Opening(None, tuple(t.span for t in datelines))


def is_chronology(document: Document, words: TimeVocabulary) -> bool:
    """Whether the text is a list of dated entries ("3 January: The town falls", "April 2 - A truce is signed"), a story day by day."""
    texts = [b.span.of(document.text)[:_ENTRY] for b in document.blocks if b.kind in {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM}]
    entries = sum(1 for text in texts if _opens_entry(text, words))
    return entries >= _FEW and entries * 3 >= len(texts)


def _opens_entry(text: str, words: TimeVocabulary) -> bool:
    bare = text.lstrip("-*• \t")
    if not bare[:1].isalnum():
        return False
    first = next(iter(find_times(bare, words)), None)
    return first is not None and isinstance(first.form, Day) and not first.span.start and bare[first.span.end :].lstrip()[:1] in set(":–—-")


def lone_date(text: str, words: TimeVocabulary) -> int:
    """The heading level of a line that is nothing but a year (2), a month (3) or a day (4) of a chronology; 0 for other lines."""
    bare = text.strip(" \t:.")
    found = find_times(bare, words) if 0 < len(bare) <= _ENTRY else []
    if len(found) != 1 or len(found[0].span) != len(bare):
        return 0
    return next((level for form, level in ((Years, 2), (Month, 3), (Day, 4)) if isinstance(found[0].form, form)), 0)


def _is_dateline(head: str, expression: TimeExpression) -> bool:
    start, end = expression.span.start, expression.span.end
    if head[end : end + 1] == ")" and _BEFORE.search(head[max(0, start - 60) : start]):
        return True
    return head[end : end + 3].lstrip()[:1] == "|" or head[max(0, start - 3) : start].rstrip()[-1:] == "|"  # a line of parts


def _in_short_line(head: str, span: Span) -> bool:
    """Whether the date opens the text ("May 30: Operations in ...") or stands in a line of a few words that is no sentence."""
    if not head[: span.start].strip() and head[span.end : span.end + 1] in (":", " "):
        return True
    start, end = head.rfind("\n", 0, span.start) + 1, head.find("\n", span.end)
    line = head[start : end if end >= 0 else len(head)].strip()
    if end < 0 and len(head) == _HEAD:
        return False  # the head of a long text is cut off here, in the middle of a sentence
    return len(line.split()) <= _LINE_WORDS and not line.endswith(".")


def _day(expression: TimeExpression, head: str, published: dt.date | None) -> dt.date | None:
    """The day; a year left out is that of the page, of a serial number, or of another date in the head."""
    form = expression.form
    if isinstance(form, Day) and form.year is None and published is None:
        year = _SERIAL.search(head)
        if year is None:
            return None
        expression = msgspec.structs.replace(expression, form=msgspec.structs.replace(form, year=int(year[1])))
    found = resolve(msgspec.structs.replace(expression, relation=type(expression.relation).NONE), TimeContext(published=published))
    return found.start if found is not None else None


def _fits(day: dt.date, published: dt.date | None) -> bool:
    return published is None or -_LATER <= (published - day).days <= _EARLIER
