"""What Warledger knows of page layout: credits, notices, captions, site furniture, datelines. Parsed from `vocab/layout.toml`."""

from __future__ import annotations

import re
import tomllib
from typing import Any

import msgspec


class Layout(msgspec.Struct, frozen=True):
    """Expressions over one line with blanks folded. `whole` ones match the line from end to end, `opening` ones its beginning.

    The `markup` ones are looked for in the words of an element's class and id. `agency` (whole) and the `datelines` (opening, each its
    own) name groups: `agency`, `place`, `when`. `agencies` are folded names; `languages` maps ISO 639-1 codes to English names; `wiki_*`
    are the templates whose first, last or all parameters are read, or which are read as dates.
    """

    clutter_section: re.Pattern[str]
    clutter_line: re.Pattern[str]
    credit_line: re.Pattern[str]
    sign_off: re.Pattern[str]
    agency: re.Pattern[str]
    notice_heading: re.Pattern[str]
    notice_line: re.Pattern[str]
    caption_line: re.Pattern[str]
    markup_caption: re.Pattern[str]
    markup_apart: re.Pattern[str]
    datelines: tuple[re.Pattern[str], ...]
    published: re.Pattern[str]
    updated: re.Pattern[str]
    agencies: frozenset[str]
    languages: dict[str, str]
    wiki_first: frozenset[str]
    wiki_last: frozenset[str]
    wiki_all: frozenset[str]
    wiki_dates: frozenset[str]


def parse_layout(text: str) -> Layout:
    """The layout table from the text of `vocab/layout.toml`.

    Raises:
        ValueError: it is no TOML, a section is missing, or an expression does not compile; the message says which.
    """
    table = tomllib.loads(text)
    return Layout(
        clutter_section=_whole(table, "clutter", "sections", prefix=r"(?:\S+ ){0,3}?"),
        clutter_line=_whole(table, "clutter", "lines"),
        credit_line=_whole(table, "credit", "lines"),
        sign_off=_any(table, "credit", "sign_offs"),
        agency=_whole(table, "credit", "agency"),
        notice_heading=_whole(table, "notice", "headings"),
        notice_line=_whole(table, "notice", "lines"),
        caption_line=_whole(table, "caption", "lines"),
        markup_caption=_named(table, "caption"),
        markup_apart=_named(table, "apart"),
        datelines=tuple(_compiled(one, "dateline") for one in _list(table, "dateline", "opens")),
        published=_any(table, "stamp", "published"),
        updated=_any(table, "stamp", "updated"),
        agencies=frozenset(name.casefold() for name in _list(table, "credit", "agencies")),
        languages=dict(table.get("languages", {})),
        wiki_first=frozenset(_list(table, "wiki", "first")),
        wiki_last=frozenset(_list(table, "wiki", "last")),
        wiki_all=frozenset(_list(table, "wiki", "all")),
        wiki_dates=frozenset(_list(table, "wiki", "dates")),
    )


def _list(table: dict[str, Any], section: str, key: str) -> list[str]:
    found = table.get(section, {}).get(key)
    if not isinstance(found, list) or not all(isinstance(one, str) for one in found):
        raise ValueError(f"layout: [{section}] needs a list of expressions called {key}")
    return found


def _whole(table: dict[str, Any], section: str, key: str, prefix: str = "") -> re.Pattern[str]:
    return _compiled(rf"{prefix}(?:{'|'.join(_list(table, section, key))}):?\Z", section)


def _named(table: dict[str, Any], key: str) -> re.Pattern[str]:
    """Matches in the words of an element's class and id, each with a blank before and behind it."""
    return _compiled(rf" (?:{'|'.join(_list(table, 'markup', key))}) ", "markup")


def _any(table: dict[str, Any], section: str, key: str) -> re.Pattern[str]:
    return _compiled("|".join(_list(table, section, key)), section)


def _compiled(expression: str, section: str) -> re.Pattern[str]:
    try:
        return re.compile(expression, re.IGNORECASE)
    except re.error as error:
        raise ValueError(f"layout: [{section}] holds a broken expression: {error}") from error
