"""Families: documents that carry one text. The result depends on the set of documents, never on their order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import msgspec

from warledger.base.spans import Span
from warledger.records.document import Document
from warledger.records.family import Correction, Edge, Family
from warledger.records.family_words import FamilyWords
from warledger.stages.families.book import FamilyBook
from warledger.stages.families.memory import Memory
from warledger.stages.families.replaced import Replaced
from warledger.stages.families.words import plain_words


class FamilyFindings(msgspec.Struct, frozen=True):
    """What comparing all documents gave. `edges` are those of the families and the `quotes` links; `clutter` holds, by document id,
    spans of site furniture beyond the blocks already marked so; `superseded` the ids of documents that a later version replaces."""

    families: tuple[Family, ...]
    edges: tuple[Edge, ...]
    corrections: tuple[Correction, ...]
    clutter: dict[str, tuple[Span, ...]]
    superseded: frozenset[str]


def find_families(documents: Iterable[Document], words: FamilyWords | None = None) -> FamilyFindings:
    """Families, links, corrections, furniture and superseded versions among the documents.

    `words` is the parsed `vocab/families.toml`; without it texts are compared as spelt, and no notice, credit or agency is known.
    """
    held = {d.id: d for d in documents}
    words = words or FamilyWords()
    book = FamilyBook(words, held.__getitem__)
    book.update(held.values())
    found = findings_of(book.memory)
    titles: dict[str, list[str]] = defaultdict(list)
    for document in sorted(held.values(), key=lambda d: d.id):
        titles[plain_words(document.meta.title or "")].append(document.id)
    corrections = Replaced(held.__getitem__, lambda title: titles.get(plain_words(title), ()), words.numerals).find(
        found.corrections, found.families
    )
    return msgspec.structs.replace(found, corrections=corrections)


def findings_of(memory: Memory) -> FamilyFindings:
    """What a book remembers, as the findings on all its documents; corrections without the passages they replace."""
    entries = [memory.entries[i] for i in sorted(memory.entries)]
    families = tuple(sorted(memory.families.values(), key=lambda f: f.id))
    return FamilyFindings(
        families=families,
        edges=tuple(sorted([*(e for f in families for e in f.edges), *memory.quotes.values()])),
        corrections=tuple(c for entry in entries for c in entry.corrections),
        clutter={e.id: tuple(sorted({*e.clutter, *e.tail})) for e in entries if e.clutter or e.tail},
        superseded=_superseded(memory),
    )


def _superseded(memory: Memory) -> frozenset[str]:
    """Every version of one name but the last: by updated, then published date, then (undated, or dated alike) document id."""
    older = set()
    for (a, b), compared in memory.pairs.items():
        one, other = memory.entries[a], memory.entries[b]
        if one.name == other.name and compared.pair is not None and compared.pair.joins:
            older.add(min(one, other, key=lambda e: e.age).id)
    return frozenset(older)
