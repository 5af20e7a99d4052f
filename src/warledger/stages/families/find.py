"""Families: documents that carry one text. The result depends on the set of documents, never on their order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

import msgspec

from warledger.base.spans import Span
from warledger.records.document import Document
from warledger.records.family import Correction, Edge, Family
from warledger.records.family_words import FamilyWords
from warledger.stages.families.clutter import Carriers, furniture, repeated_blocks, tail
from warledger.stages.families.corrections import find_corrections
from warledger.stages.families.lineage import Pairs, build_family, group, quote_edges
from warledger.stages.families.pairs import Pair, compare
from warledger.stages.families.shingles import candidates
from warledger.stages.families.story import Story
from warledger.stages.families.words import Folder

Clutter = Mapping[str, tuple[Span, ...]]


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
    known = words or FamilyWords()
    ordered = sorted(documents, key=lambda d: d.id)
    folder = Folder(known)
    repeated = repeated_blocks(ordered)
    clutter = _furniture(ordered, repeated, folder, known) if repeated else {}
    stories = [Story(d, clutter.get(d.id, ()), folder) for d in ordered]
    stories, pairs = _without_tails(stories, _compare_all(stories, known), folder, known)
    groups = group(stories, pairs)
    families = tuple(sorted((build_family(g, stories, pairs, known) for g in groups), key=lambda f: f.id))
    edges = sorted([*(e for f in families for e in f.edges), *quote_edges(groups, stories, pairs)])
    return FamilyFindings(
        families=families,
        edges=tuple(edges),
        corrections=tuple(c for d in ordered for c in find_corrections(d, known)),
        clutter={s.document.id: tuple(sorted(set(s.clutter))) for s in stories if s.clutter},
        superseded=_superseded(stories, pairs),
    )


def _furniture(documents: Sequence[Document], repeated: Carriers, folder: Folder, words: FamilyWords) -> dict[str, tuple[Span, ...]]:
    """Repeated short blocks, where the documents that carry them are different stories even without them."""
    spans: dict[str, list[Span]] = defaultdict(list)
    for carriers in repeated.values():
        for document, found in carriers.items():
            spans[document].extend(found)
    bare = [Story(d, spans.get(d.id, ()), folder) for d in documents]
    # A document made of repeated blocks alone says nothing about itself without them.
    bare = [s if len(s.set) else Story(s.document, (), folder) for s in bare]
    story_of = {d.id: d.id for d in documents}
    for members in group(bare, _compare_all(bare, words)):
        for index in members:
            story_of[bare[index].document.id] = bare[members[0]].document.id
    return furniture(repeated, documents, story_of)


def _compare_all(stories: list[Story], words: FamilyWords) -> dict[tuple[int, int], Pair]:
    wanted = {*candidates([s.set for s in stories]), *_same_names(stories)}
    found = {pair: compare(stories, *pair, words) for pair in sorted(wanted)}
    return {key: pair for key, pair in found.items() if pair is not None}


def _same_names(stories: Sequence[Story]) -> set[tuple[int, int]]:
    by_name: dict[str, list[int]] = defaultdict(list)
    for index, story in enumerate(stories):
        by_name[story.document.name].append(index)
    return {pair for indices in by_name.values() for pair in combinations(indices, 2)}


def _without_tails(stories: list[Story], pairs: Pairs, folder: Folder, words: FamilyWords) -> tuple[list[Story], Pairs]:
    """The stories without what stands behind their end, and the pairs compared anew where that changed a side."""
    spans: dict[int, set[Span]] = defaultdict(set)
    for pair in pairs.values():
        if pair.joins:
            for one, other in ((pair.a, pair.b), (pair.b, pair.a)):
                spans[one].update(tail(stories[one], stories[other], words))
    changed = {index for index, found in spans.items() if found}
    if not changed:
        return stories, pairs
    trimmed = [Story(s.document, sorted({*s.clutter, *spans[i]}), folder) if i in changed else s for i, s in enumerate(stories)]
    anew = {key: compare(trimmed, *key, words) if changed & set(key) else pair for key, pair in pairs.items()}
    return trimmed, {key: pair for key, pair in anew.items() if pair is not None}


def _superseded(stories: Sequence[Story], pairs: Pairs) -> frozenset[str]:
    """Every version of one name but the last: by updated, then published date, then (undated, or dated alike) document id."""
    older = set()
    for a, b in _same_names(stories):
        pair = pairs.get((a, b))
        if pair is not None and pair.joins:
            older.add(min((stories[a].document, stories[b].document), key=_age).id)
    return frozenset(older)


def _age(document: Document) -> tuple[str, str, str]:
    meta = document.meta
    return meta.updated or meta.published or "", meta.published or "", document.id
