"""Articles in JSON: which fields of an object are the report, whatever the collector called them."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import msgspec

from warledger.base.stamps import read_stamp
from warledger.records.document import Metadata
from warledger.records.reason import Problem, Reason, Severity

#: Field names in order of preference, from the exports of common collectors (feeds, NewsML-like dumps, scrapers).
_BODY = ("text", "body", "content", "article", "maintext", "content_text", "full_text", "raw_text")
_TITLE = ("title", "headline")
_ID = ("id", "_id", "guid", "doc_id", "uid")
_PLAIN = {
    "publisher": ("publisher", "source", "outlet", "sitename", "site", "source_name", "sourceName"),
    "agency": ("agency", "newsagency"),
    "url": ("url", "link", "canonical_url"),
    "genre": ("genre",),
    "language": ("language", "lang"),
}
_DATES = {
    "published": (
        *("published", "published_at", "publishedAt", "date_published", "datePublished"),
        *("date_publish", "pubDate", "pub_date", "date", "datetime"),
    ),
    "updated": ("updated", "updated_at", "updatedAt", "date_modified", "dateModified", "modified"),
}
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f]")


class Article(msgspec.Struct, frozen=True):
    """One article: its reading text, what its object says of it, its own id if it has one, and dates that could not be used."""

    text: str
    given: Metadata
    own_id: str | None = None
    problems: tuple[Problem, ...] = ()


def read_article(data: bytes, name: str) -> Article | Problem:
    """The article in one JSON object. `name` is what problems call it until its own id is known.

    The text is the body, with the title and an empty line before it unless the body begins with the title.
    Control characters become spaces.
    """
    try:
        found = msgspec.json.decode(data)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        return Problem(name, Reason.BAD_JSON, Severity.FAILED, f"not JSON: {error}")
    if not isinstance(found, dict):
        return Problem(name, Reason.BAD_JSON, Severity.FAILED, "not an article: an object with a text is needed")
    body = _first(found, _BODY)
    if not isinstance(body, str):
        return Problem(name, Reason.BAD_JSON, Severity.FAILED, f"no text: none of the fields {', '.join(_BODY)} holds one")
    if not body.strip():
        return Problem(name, Reason.EMPTY, Severity.FAILED, "its text is empty")
    own_id = _own_id(found)
    given, problems = _given(found, f"{name.partition('#')[0]}#{own_id}" if own_id else name)
    return Article(_CONTROLS.sub(" ", _joined(given.title, body)), given, own_id, problems)


def has_body(found: Any) -> bool:
    """Whether a JSON value looks like an article itself, not like a wrapper around some."""
    return isinstance(found, dict) and isinstance(_first(found, _BODY), str)


def _first(found: dict[str, Any], names: tuple[str, ...]) -> Any:
    """The first of the fields that says anything; an object with a name counts as its name, a list as its first member."""
    for name in names:
        value = found.get(name)
        value = value[0] if isinstance(value, list) and value else value
        value = value.get("name") or value.get("title") if isinstance(value, dict) else value
        if value not in (None, "", []):
            return value
    return None


def _own_id(found: dict[str, Any]) -> str | None:
    value = _first(found, _ID)
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    return " ".join(str(value).split())[:200] or None


def _joined(title: str | None, body: str) -> str:
    if not title or " ".join(body.split()).startswith(" ".join(title.split())):
        return body
    return f"{title}\n\n{body}"


def _given(found: dict[str, Any], name: str) -> tuple[Metadata, tuple[Problem, ...]]:
    values: dict[str, str] = {}
    problems = []
    for field, names in {"title": _TITLE, **_PLAIN}.items():
        value = _first(found, names)
        if isinstance(value, str) and value.strip():
            values[field] = " ".join(value.split())
    for field, names in _DATES.items():
        value = _first(found, names)
        stamp = _stamp(value)
        if stamp:
            values[field] = stamp
        elif value is not None:
            detail = f"{field} {str(value)[:60]!r} is no date from 1900 to 2100; read without it"
            problems.append(Problem(name, Reason.BAD_DATE, Severity.FAILED, detail))
    return Metadata(**values, basis=dict.fromkeys(values, "json")), tuple(problems)


def _stamp(value: Any) -> str | None:
    if isinstance(value, str):
        return read_stamp(value)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        # Seconds since 1970, or milliseconds where seconds would lie beyond any plausible year.
        moment = dt.datetime.fromtimestamp(value / 1000 if value > 1e11 else value, dt.UTC)
    except (ValueError, OverflowError, OSError):
        return None
    return read_stamp(moment.isoformat())
