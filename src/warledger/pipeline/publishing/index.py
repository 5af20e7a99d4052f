"""The search index of a published record: rows in shards, and for the first two letters of every word the rows that hold it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator

import msgspec

from warledger.pipeline.citing import short
from warledger.pipeline.headline import happening_words
from warledger.pipeline.resources.catalogue import Catalogue
from warledger.pipeline.resources.links import href
from warledger.pipeline.resources.search import Found
from warledger.pipeline.resources.shapes import Shape

#: Rows of one shard, and the characters of a quote that are kept.
ROWS, _WORDS = 1_000, 300


class SearchShard(Shape, frozen=True):
    """Rows `first` to `first + len(rows)` of all that can be found."""

    first: int
    rows: tuple[Found, ...]


def search_index(catalogue: Catalogue, is_shown: Callable[[str], bool]) -> Iterator[tuple[str, msgspec.Struct]]:
    """The shards of rows: `search/rows.0`, ... What words they hold is indexed when they are as they will be published."""
    rows = tuple(row for row in _rows(catalogue) if is_shown(row.href))
    for first in range(0, max(len(rows), 1), ROWS):
        yield f"search/rows.{first // ROWS}", SearchShard(first, rows[first : first + ROWS])


class Postings:
    """Which rows hold which word, by the first two letters of the word."""

    def __init__(self) -> None:
        self._rows: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
        self.count = 0

    def add(self, words: set[str]) -> None:
        """One more row, with its folded words."""
        for word in words:
            self._rows[word[:2]][word].append(self.count)
        self.count += 1

    def shards(self) -> Iterator[tuple[str, dict[str, list[int]]]]:
        """(`search/ab`, word -> rows) in order."""
        for start in sorted(self._rows):
            yield f"search/{start}", dict(sorted(self._rows[start].items()))


def _rows(c: Catalogue) -> Iterator[Found]:
    for p in c.places.values():
        yield _named("place", p.id, p.names[0], "; ".join(p.names[1:5]))
    for a in c.actors.values():
        if not a.described:
            yield _named("actor", a.id, a.name, "; ".join(n for n, _ in a.spellings[:5] if n != a.name))
    for s in c.sources.values():
        yield _named("source", s.id, s.name, "")
    for w in c.view.state.witnesses.values():
        where = href("document", w.document)
        yield Found("document", w.document, where, w.title or w.doc, w.publisher or "", where, w.doc, None, None, w.published)
    for h in c.happenings.values():
        claims = c.claims_of(h)
        words = short(claims[0].quote, _WORDS)
        yield Found("event", h.id, href("event", h.id), happening_words(h), words, None, None, None, None, h.start or h.end)
    for claim in c.view.current:
        w = c.view.state.witnesses[claim.document]
        where, document, words = href("explain", claim.id), href("document", claim.document), short(claim.quote, _WORDS)
        title = f"{claim.kind}, {w.publisher or w.doc}"
        yield Found("record", claim.id, where, title, words, document, w.doc, claim.span.start, claim.span.end, w.published)


def _named(kind: str, key: str, title: str, words: str) -> Found:
    return Found(kind, key, href(kind, key), title, words, None, None, None, None, None)
