"""Site furniture: short blocks that a site repeats in documents which tell different stories."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Set

from warledger.base.spans import Span
from warledger.stages.families.memory import Entry

#: A block repeated in at least this many documents of one site that tell different stories, and in more than this share of the site's
#: documents, is furniture.
REPEATS = 3
REPEAT_SHARE = 0.2

#: Documents by the number that stands for site and words of a block they have.
Carriers = Mapping[int, list[str]]


def repeated_blocks(entries: Mapping[str, Entry]) -> Carriers:
    """The short blocks that `REPEATS` documents or more have."""
    counts = Counter(key for entry in entries.values() for key in entry.blocks)
    found: dict[int, list[str]] = defaultdict(list)
    for document, entry in entries.items():
        for key in entry.blocks:
            if counts[key] >= REPEATS:
                found[key].append(document)
    return found


def by_document(carriers: Carriers) -> dict[str, frozenset[int]]:
    """The repeated blocks of each document that has any."""
    found: dict[str, set[int]] = defaultdict(set)
    for key, documents in carriers.items():
        for document in documents:
            found[document].add(key)
    return {document: frozenset(keys) for document, keys in found.items()}


def furniture(entries: Mapping[str, Entry], carriers: Carriers, alike: Mapping[str, Set[str]]) -> frozenset[int]:
    """Which repeated blocks are furniture. `alike` gives, of each document, those that tell its story without any repeated block.

    Of documents that tell one story the one with the smallest id counts.
    """
    pages = Counter(entry.site for entry in entries.values() if entry.site)
    found = set()
    for key, documents in carriers.items():
        stories = _stories(documents, alike)
        if stories >= REPEATS and stories > REPEAT_SHARE * pages[entries[documents[0]].site]:
            found.add(key)
    return frozenset(found)


def _stories(documents: Iterable[str], alike: Mapping[str, Set[str]]) -> int:
    held = frozenset(documents)
    return sum(1 for document in held if not any(other < document for other in alike.get(document, ()) if other in held))


def spans_of(entry: Entry, keys: Set[int]) -> tuple[Span, ...]:
    """Where the document has these blocks, in order."""
    return tuple(sorted(span for key in entry.blocks.keys() & keys for span in entry.blocks[key]))
