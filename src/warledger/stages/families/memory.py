"""What the family stage remembers of documents it has compared, so that one more document does not make it compare all of them again."""

from __future__ import annotations

from dataclasses import dataclass, field

import msgspec
import numpy as np

from warledger.base.spans import Span
from warledger.base.tracked import Tracked
from warledger.records.family import Correction, Edge, Family
from warledger.stages.families.pairs import Pair
from warledger.stages.families.words import Hashes


class Entry(msgspec.Struct, frozen=True):
    """One document.

    `blocks` are its short blocks by site and words (`clutter.short_blocks`); `repeated` those of them that several documents have, and
    `bare` the shingles of what is left without them (empty: it has none of them); `shingles` those of its story: what is neither
    `clutter` (furniture) nor, when families are built, `tail`; `gists` its pairs of telling words and `facts` its names and numbers.
    `size` counts the shingles without the tail.
    """

    id: str
    name: str
    site: str
    published: str | None
    age: tuple[str, str, str]
    blocks: dict[int, tuple[Span, ...]]
    corrections: tuple[Correction, ...] = ()
    repeated: frozenset[int] = frozenset()
    bare: bytes = b""
    clutter: tuple[Span, ...] = ()
    shingles: bytes = b""
    gists: bytes = b""
    facts: bytes = b""
    tail: tuple[Span, ...] = ()
    size: int = 0


class Compared(msgspec.Struct, frozen=True):
    """Two documents: what they share (`first`), the tails that shows in either, and what they share without tails (`None`: nothing)."""

    first: Pair
    tails: tuple[tuple[Span, ...], tuple[Span, ...]] = ((), ())
    pair: Pair | None = None


class Stock(msgspec.Struct, frozen=True):
    """What the last index of a pile took for stock phrases, and whether it was a sketch: where either changes, documents that it bears
    on are compared anew."""

    hashes: bytes = b""
    sketched: bool = False


#: Two documents by id, the smaller first.
Key = tuple[str, str]


@dataclass
class Memory:
    """All of it. `alike` are pairs that tell one story without their repeated blocks; `quotes` the links between families; `stocks`
    belong to the indexes `bare`, `story` and `gist`."""

    entries: Tracked[str, Entry] = field(default_factory=Tracked)
    alike: Tracked[Key, None] = field(default_factory=Tracked)
    pairs: Tracked[Key, Compared] = field(default_factory=Tracked)
    families: Tracked[str, Family] = field(default_factory=Tracked)
    quotes: Tracked[Key, Edge] = field(default_factory=Tracked)
    stocks: Tracked[str, Stock] = field(default_factory=Tracked)


def packed(hashes: Hashes) -> bytes:
    """Numbers as bytes, the same on every machine."""
    return hashes.astype("<u8").tobytes()


def unpacked(data: bytes) -> Hashes:
    """The numbers of such bytes."""
    return np.frombuffer(data, "<u8").astype(np.uint64, copy=False)
