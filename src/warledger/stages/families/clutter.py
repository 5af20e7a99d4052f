"""What of one document may be site furniture: its short blocks, and what stands behind the end of a copied story."""

from __future__ import annotations

from urllib.parse import urlsplit

import numpy as np

from warledger.base.spans import Span
from warledger.records.document import BlockKind, Document
from warledger.records.family_words import FamilyWords
from warledger.stages.families.shingles import WIDTH, among
from warledger.stages.families.story import Story
from warledger.stages.families.words import plain_words, word_hash

#: Longer blocks are story: teasers and link lists are short.
SHORT_BLOCK = 60
#: Blocks behind a story's closing credit or notice that make a tail of furniture.
TAIL = 3
#: How many blocks after the last shared one a closing credit or notice may stand.
CLOSING = 6

_KEPT = frozenset({BlockKind.TITLE, BlockKind.CREDIT, BlockKind.NOTICE, BlockKind.CLUTTER})


def site_of(document: Document) -> str | None:
    """The publisher, else the host of its address: where one page's furniture is another's."""
    if document.meta.publisher:
        return document.meta.publisher.casefold()
    return urlsplit(document.meta.url).hostname if document.meta.url else None


def short_blocks(document: Document) -> dict[int, tuple[Span, ...]]:
    """The short blocks of a document whose site is known, by a number that stands for site and words."""
    site = site_of(document)
    found: dict[int, tuple[Span, ...]] = {}
    for block in document.blocks if site else ():
        words = plain_words(block.span.of(document.text)) if block.kind not in _KEPT else ""
        if words and words.count(" ") < SHORT_BLOCK:
            key = word_hash(f"{site}\n{words}")
            found[key] = (*found.get(key, ()), block.span)
    return found


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
    if block.kind in (BlockKind.CREDIT, BlockKind.NOTICE):
        return True
    return any(pattern.search(text) for pattern in words.credits) or words.has_notice(text)


def _shares(story: Story, other: Story) -> list[bool]:
    """Per kept block whether at least half of the shingles that start in it stand in the other story."""
    hits = among(story.sequence, other.set)
    starts = np.array(story.starts[: len(story.sequence)])
    found = []
    for block in story.blocks:
        first, last = np.searchsorted(starts, [block.span.start, block.span.end])
        inside = hits[first : max(int(first) + 1, int(last) - WIDTH + 1)]
        found.append(bool(len(inside) and inside.mean() >= 0.5))
    return found
