"""Articles in fields (JSON objects, rows of a table): which of them are the report, whatever the collector called them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any

import msgspec

from warledger.base.stamps import read_stamp
from warledger.intake.fields import ArticleFields
from warledger.records.document import Metadata
from warledger.records.reason import Problem, Reason, Severity

_PLAIN = ("title", "publisher", "agency", "url", "genre", "language")
_DATES = ("published", "updated")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f]")


class Article(msgspec.Struct, frozen=True):
    """One article: its reading text, what its object says of it, its own id if it has one, and dates that could not be used."""

    text: str
    given: Metadata
    own_id: str | None = None
    problems: tuple[Problem, ...] = ()


def read_article(data: bytes, name: str, number: str | None, fields: ArticleFields) -> Article | Problem:
    """The article in one JSON object: the file `name` itself, or member `number` of it until its own id is known."""
    called = name if number is None else f"{name}#{number}"
    try:
        found = msgspec.json.decode(data)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        return Problem(called, Reason.BAD_JSON, Severity.FAILED, f"not JSON: {error}")
    if not isinstance(found, dict):
        return Problem(called, Reason.BAD_JSON, Severity.FAILED, "not an article: an object with a text is needed")
    return made_article(found, name, number, fields, "json")


def made_article(found: Mapping[str, Any], name: str, number: str | None, fields: ArticleFields, basis: str) -> Article | Problem:
    """The article in fields already taken apart, named as for `read_article`; `basis` is what its metadata are said to come from.

    The text is the body, with the title and an empty line before it unless the body begins with the title.
    Control characters become spaces.
    """
    body = fields.first(found, "text")
    called = name if number is None else f"{name}#{number}"
    if not isinstance(body, str):
        looked = ", ".join(fields.names("text"))
        return Problem(called, Reason.BAD_JSON, Severity.FAILED, f"no text: none of the fields {looked} holds one")
    if not body.strip():
        return Problem(called, Reason.EMPTY, Severity.FAILED, "its text is empty")
    own_id = _own_id(found, fields)
    given, problems = _given(found, f"{name}#{own_id}" if own_id else called, fields, basis)
    return Article(_CONTROLS.sub(" ", titled(given.title, body)), given, own_id, problems)


def has_body(found: Any, fields: ArticleFields) -> bool:
    """Whether a JSON value looks like an article itself, not like a wrapper around some."""
    return isinstance(found, dict) and isinstance(fields.first(found, "text"), str)


def titled(title: str | None, body: str) -> str:
    """The body with its title over it, unless it begins with that."""
    if not title or " ".join(body.split()).startswith(" ".join(title.split())):
        return body
    return f"{title}\n\n{body}"


def _own_id(found: Mapping[str, Any], fields: ArticleFields) -> str | None:
    value = fields.first(found, "id")
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    return " ".join(str(value).split())[:200] or None


def _given(found: Mapping[str, Any], name: str, fields: ArticleFields, basis: str) -> tuple[Metadata, tuple[Problem, ...]]:
    values: dict[str, str] = {}
    problems = []
    for field in _PLAIN:
        value = fields.first(found, field)
        if isinstance(value, str) and value.strip():
            values[field] = " ".join(value.split())
    for field in _DATES:
        value = fields.first(found, field)
        stamp = _stamp(value)
        if stamp:
            values[field] = stamp
        elif value is not None:
            detail = f"{field} {str(value)[:60]!r} is no date from 1900 to 2100; read without it"
            problems.append(Problem(name, Reason.BAD_DATE, Severity.FAILED, detail))
    return Metadata(**values, basis=dict.fromkeys(values, basis)), tuple(problems)


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
