"""The search index of a published record: rows in shards, and for the first two letters of every word the rows that hold it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import msgspec

from warledger.pipeline.citing import short
from warledger.pipeline.headline import happening_words
from warledger.pipeline.publishing.words import words_of
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


class SearchAbout(Shape, frozen=True):
    """How many rows there are, how many a shard holds, which two letters words begin with, and for each kind of thing its first row and
    how many follow it: rows of one kind stand together, those of happenings in the order of `map`."""

    rows: int
    shard: int
    starts: tuple[str, ...]
    kinds: dict[str, tuple[int, int]]


class Postings:
    """Which rows hold which word, by the first two letters of the word. It is given the resources as they will be published, those of
    happenings before the rows: a happening is found by the words of all its records."""

    def __init__(self) -> None:
        self._rows: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
        self._said: dict[str, set[str]] = {}
        self._kinds: dict[str, tuple[int, int]] = {}
        self._count = 0

    def take(self, address: str, value: Mapping[str, Any]) -> None:
        """One resource, at its address: only happenings and rows of the index are taken note of."""
        if address.startswith("event/"):
            self._said[address] = {word for card in value["evidence"] for word in _folded(card["quote"])}
        elif address.startswith("search/"):
            for row in value["rows"]:
                self._add(row["kind"], _folded(f"{row['title']} {row['words']}") | self._said.pop(row["href"], set()))

    def _add(self, kind: str, words: set[str]) -> None:
        for word in words:
            self._rows[word[:2]][word].append(self._count)
        first, count = self._kinds.get(kind, (self._count, 0))
        self._kinds[kind] = (first, count + 1)
        self._count += 1

    def about(self) -> SearchAbout:
        """What a reader of the index reads first."""
        return SearchAbout(self._count, ROWS, tuple(sorted(self._rows)), self._kinds)

    def shards(self) -> Iterator[tuple[str, dict[str, list[int]]]]:
        """(`search/ab`, word -> rows) in order."""
        for start in sorted(self._rows):
            yield f"search/{start}", dict(sorted(self._rows[start].items()))


def _folded(text: str) -> set[str]:
    return {w.folded for w in words_of(text) if len(w.folded) > 1}


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
