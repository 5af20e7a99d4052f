"""The day a report was written, as its own head says it: a dateline ("VARNO, Kellin (Sept. 21) - ") or a line above the text."""

from __future__ import annotations

import datetime as dt
import re

import msgspec

from warledger.base.spans import Span
from warledger.records.time_words import TimeVocabulary
from warledger.stages.claims.dates import TimeContext, TimeExpression, find_times, resolve
from warledger.stages.claims.dates_forms import Day

#: So far into a text its head may reach (code points); a line of so few words above the text is part of it.
_HEAD, _LINE_WORDS = 1200, 14
#: A dateline may be printed some days before the page is dated, or a day after (time zones).
_EARLIER, _LATER = 10, 1
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
