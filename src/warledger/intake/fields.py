"""Which fields of a JSON article, or columns of a table, hold what: the names collectors use, or those a monitor names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

#: Field names in order of preference, from the exports of common collectors (feeds, NewsML-like dumps, scrapers).
COMMON: dict[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "article", "maintext", "content_text", "full_text", "raw_text"),
    "title": ("title", "headline"),
    "id": ("id", "_id", "guid", "doc_id", "uid"),
    "publisher": ("publisher", "source", "outlet", "sitename", "site", "source_name", "sourceName"),
    "agency": ("agency", "newsagency"),
    "url": ("url", "link", "canonical_url"),
    "genre": ("genre",),
    "language": ("language", "lang"),
    "published": (
        *("published", "published_at", "publishedAt", "date_published", "datePublished"),
        *("date_publish", "pubDate", "pub_date", "date", "datetime"),
    ),
    "updated": ("updated", "updated_at", "updatedAt", "date_modified", "dateModified", "modified"),
}
_Names = str | tuple[str, ...]


class ArticleFields(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`[articles]` of `monitor.toml`: for each thing known of an article the field or column that holds it, or several, of which the
    first that says anything counts; dots lead into objects (`fields.body`). What is not named goes by the common names.

    `items` is where in a JSON file the list of articles stands; `delimiter` what parts the columns of a table, where it is not plain.
    """

    text: _Names = ()
    title: _Names = ()
    id: _Names = ()
    publisher: _Names = ()
    agency: _Names = ()
    url: _Names = ()
    genre: _Names = ()
    language: _Names = ()
    published: _Names = ()
    updated: _Names = ()
    items: str = ""
    delimiter: str = ""

    def names(self, field: str) -> tuple[str, ...]:
        """The names under which `field` is looked for, best first."""
        given = getattr(self, field)
        return ((given,) if isinstance(given, str) else given) or COMMON[field]

    def first(self, found: Mapping[str, Any], field: str) -> Any:
        """What `found` says of `field`; an object with a name counts as its name, a list as its first member, blanks as nothing."""
        for name in self.names(field):
            value = at_path(found, name)
            value = value[0] if isinstance(value, list) and value else value
            value = value.get("name") or value.get("title") if isinstance(value, dict) else value
            if value not in (None, "", []):
                return value
        return None


def at_path(found: Any, path: str) -> Any:
    """The value under the key `path` of an object, or where its dotted parts lead; `None` where they lead nowhere."""
    if isinstance(found, Mapping) and path in found:
        return found[path]
    head, dot, rest = path.partition(".")
    if not dot:
        return None
    if isinstance(found, list) and head.isascii() and head.isdigit():
        return at_path(found[int(head)], rest) if int(head) < len(found) else None
    return at_path(found[head], rest) if isinstance(found, Mapping) and head in found else None
