"""Site furniture found by comparing documents: blocks a site repeats, and what stands behind the end of a copied story."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from urllib.parse import urlsplit

import numpy as np

from warledger.base.spans import Span
from warledger.records.document import BlockKind, Document
from warledger.records.family_words import FamilyWords
from warledger.stages.families.shingles import WIDTH
from warledger.stages.families.story import Story
from warledger.stages.families.words import count_words, plain_words

#: A block repeated in at least this many otherwise different documents of one publisher, and in more than this share of them, is furniture.
REPEATS = 3
REPEAT_SHARE = 0.2
#: Longer blocks are story: teasers and link lists are short.
SHORT_BLOCK = 60
#: Blocks behind a story's closing credit or notice that make a tail of furniture.
TAIL = 3
#: How many blocks after the last shared one a closing credit or notice may stand.
CLOSING = 6

_KEPT = frozenset({BlockKind.TITLE, BlockKind.CREDIT, BlockKind.NOTICE, BlockKind.CLUTTER})

Carriers = dict[tuple[str, str], dict[str, list[Span]]]


def repeated_blocks(documents: Sequence[Document]) -> Carriers:
    """Short blocks in `REPEATS` documents or more of one publisher: (publisher, words) -> document id -> spans."""
    found: Carriers = defaultdict(dict)
    for document in documents:
        site = _site(document)
        if site is None:
            continue
        for block in document.blocks:
            words = plain_words(block.span.of(document.text)) if block.kind not in _KEPT else ""
            if words and count_words(words) <= SHORT_BLOCK:
                found[(site, words)].setdefault(document.id, []).append(block.span)
    return {key: carriers for key, carriers in found.items() if len(carriers) >= REPEATS}


def furniture(repeated: Carriers, documents: Sequence[Document], group: Mapping[str, str]) -> dict[str, tuple[Span, ...]]:
    """The repeated blocks whose carriers tell enough different stories: document id -> spans. `group` maps a document to its story."""
    sizes: dict[str, set[str]] = defaultdict(set)
    for document in documents:
        site = _site(document)
        if site is not None:
            sizes[site].add(group[document.id])
    spans: dict[str, list[Span]] = defaultdict(list)
    for (site, _), carriers in repeated.items():
        stories = {group[document] for document in carriers}
        if len(stories) >= REPEATS and len(stories) > REPEAT_SHARE * len(sizes[site]):
            for carrier, found in carriers.items():
                spans[carrier].extend(found)
    return {carrier: tuple(sorted(found)) for carrier, found in sorted(spans.items())}


def tail(story: Story, other: Story, words: FamilyWords) -> tuple[Span, ...]:
    """The blocks of `story` behind its closing credit or notice, when all it shares with `other` stands before that.

    A copy's page goes on after the story with other headlines; a closing credit or notice is what tells the two apart, so
    without one nothing is taken away.
    """
    shared = _shares(story, other)
    if not any(shared):
        return ()
    last = max(index for index, hit in enumerate(shared) if hit)
    closing = [at for at in range(last + 1, min(last + 1 + CLOSING, len(shared))) if _closes(story, at, words)]
    behind = story.blocks[closing[-1] + 1 :] if closing else ()
    return tuple(block.span for block in behind) if len(behind) >= TAIL else ()


def _closes(story: Story, at: int, words: FamilyWords) -> bool:
    block = story.blocks[at]
    text = block.span.of(story.document.text)
    patterns = (*words.credits, *words.corrections, *words.updates)
    return block.kind in (BlockKind.CREDIT, BlockKind.NOTICE) or any(pattern.search(text) for pattern in patterns)


def _shares(story: Story, other: Story) -> list[bool]:
    """Per kept block whether at least half of the shingles that start in it stand in the other story."""
    hits = np.isin(story.sequence, other.set)
    starts = np.array(story.words.starts[: len(story.sequence)])
    found = []
    for block in story.blocks:
        first, last = np.searchsorted(starts, [block.span.start, block.span.end])
        inside = hits[first : max(int(first) + 1, int(last) - WIDTH + 1)]
        found.append(bool(len(inside) and inside.mean() >= 0.5))
    return found


def _site(document: Document) -> str | None:
    if document.meta.publisher:
        return document.meta.publisher.casefold()
    return urlsplit(document.meta.url).hostname if document.meta.url else None
