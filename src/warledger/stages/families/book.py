"""Families with a memory: documents come and go, and only what that bears on is compared anew.

What it comes to depends on the documents it holds, never on the order in which they came or on those that went.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Set
from functools import lru_cache

import msgspec
import numpy as np

from warledger.base.spans import Span
from warledger.records.document import Document
from warledger.records.family_words import FamilyWords
from warledger.stages.families.clutter import short_blocks, site_of, tail
from warledger.stages.families.corrections import find_corrections
from warledger.stages.families.furniture import by_document, furniture, repeated_blocks, spans_of
from warledger.stages.families.lineage import age, build_family, group, quote_edge
from warledger.stages.families.memory import Compared, Entry, Key, Memory, packed, unpacked
from warledger.stages.families.pairs import JOIN, Pair, comparable, compare
from warledger.stages.families.pile import Pile
from warledger.stages.families.retelling import hopeful, tellable
from warledger.stages.families.story import Story
from warledger.stages.families.words import Folder, word_hash

#: Stories held at once while pairs are compared.
_HELD = 12288
#: One in so many of the smaller text's pairs of telling words makes two worth a comparison.
TOLD_SHARE = 16
#: Above this many of them in all, documents are indexed by a sketch: so little is shared that a sketch misses one retelling in eight.
TOLD_PILE = 4_000_000


class FamilyBook:
    """`fetch` gives a document the book holds, by id; it is asked for few. `memory` is what an earlier book of the same words left."""

    def __init__(self, words: FamilyWords, fetch: Callable[[str], Document], memory: Memory | None = None) -> None:
        self.memory = memory or Memory()
        self._words = words
        self._folder = Folder(words)
        self._fetch = fetch
        self._near: dict[str, set[Key]] = defaultdict(set)
        for key in self.memory.pairs:
            self._link(key)
        self._made = lru_cache(_HELD)(self._make)
        self._facts = lru_cache(None)(self._find_facts)

    def update(self, changed: Iterable[Document], gone: Iterable[str] = ()) -> None:
        """Documents that are new or no longer what they were, and the ids of those that went."""
        self._made.cache_clear()
        self._facts.cache_clear()
        fresh = self._enter(changed)
        left = self._leave(gone)
        reset = self._set_apart_furniture(fresh) | fresh
        touched = self._compare(reset) | left
        self._regroup(touched | self._trim(touched))

    def _enter(self, changed: Iterable[Document]) -> set[str]:
        entered = set()
        for document in changed:
            self.memory.entries[document.id] = Entry(
                id=document.id,
                name=document.name,
                site=site_of(document) or "",
                published=document.meta.published,
                age=age(document),
                blocks=short_blocks(document),
                corrections=find_corrections(document, self._words),
            )
            entered.add(document.id)
        return entered

    def _leave(self, gone: Iterable[str]) -> set[str]:
        """Forgets documents; gives them and those they were compared with."""
        touched: set[str] = set()
        for document in gone:
            self.memory.entries.drop(document)
            touched |= {document} | self._part(document)
        for key in [k for k in self.memory.alike if touched & {*k} and not {*k} <= self.memory.entries.keys()]:
            del self.memory.alike[key]
        return touched

    def _set_apart_furniture(self, fresh: Set[str]) -> set[str]:
        """Finds the furniture of all documents; gives those whose story is another now. All of `fresh` get theirs."""
        entries = self.memory.entries
        carriers = repeated_blocks(entries)
        repeated = by_document(carriers)
        renewed = {i for i, e in entries.items() if i in fresh or e.repeated != repeated.get(i, frozenset())}
        for document in renewed:
            self._lay_bare(document, repeated.get(document, frozenset()))
        self._find_alike(renewed)
        alike: dict[str, set[str]] = defaultdict(set)
        for a, b in self.memory.alike:
            alike[a].add(b)
            alike[b].add(a)
        keys = furniture(entries, carriers, alike)
        differing = {i for i in repeated.keys() | renewed if i in fresh or entries[i].clutter != spans_of(entries[i], keys)}
        for document in differing:
            self._settle(document, keys)
        return differing

    def _lay_bare(self, document: str, repeated: frozenset[int]) -> None:
        entry, bare = self.memory.entries[document], b""
        if repeated:
            # A document made of repeated blocks alone says nothing about itself without them.
            bare = packed(self._made(document, spans_of(entry, repeated)).set) or packed(self._made(document, ()).set)
        self.memory.entries[document] = msgspec.structs.replace(entry, repeated=repeated, bare=bare)

    def _find_alike(self, renewed: Set[str]) -> None:
        memory = self.memory
        pile = Pile({i: e.bare for i, e in memory.entries.items() if e.bare}, comparable)
        anew = pile.unsettled(memory.stocks.get("bare", pile.stock)) | renewed
        self._note_stock("bare", pile)
        for key in [k for k in memory.alike if anew & {*k}]:
            del memory.alike[key]
        for key, share in pile.pairs(anew):
            if share >= JOIN:
                memory.alike[key] = None

    def _settle(self, document: str, keys: Set[int]) -> None:
        entry = self.memory.entries[document]
        clutter = spans_of(entry, keys)
        story = self._made(document, clutter)
        self.memory.entries[document] = msgspec.structs.replace(
            entry,
            clutter=clutter,
            shingles=packed(story.set),
            gists=packed(story.gists),
            facts=packed(np.unique(np.array([word_hash(fact) for fact in story.facts], np.uint64))),
            tail=(),
            size=len(story.set),
        )

    def _compare(self, reset: Set[str]) -> set[str]:
        """Compares what these documents, and those the pile puts in doubt, may share; gives all whose pairs may be others now."""
        memory = self.memory
        entries = memory.entries
        told = Pile({i: e.gists for i, e in entries.items()}, tellable, TOLD_SHARE, TOLD_PILE)
        spelt = Pile({i: e.shingles for i, e in entries.items()}, comparable)
        anew = set(reset)
        for name, pile in (("gist", told), ("story", spelt)):
            anew |= pile.unsettled(memory.stocks.get(name, pile.stock))
            self._note_stock(name, pile)
        touched = set(anew)
        for document in anew:
            touched |= self._part(document)
        again = {key for key, kept in told.pairs(anew) if hopeful(kept, *map(self._facts, key))}
        for key in sorted({*(key for key, _ in spelt.pairs(anew)), *again, *self._namesakes(anew)}):
            one, other = self._story(key[0]), self._story(key[1])
            found = compare(one, other, self._words, retold=key in again)
            if found is not None:
                tails = (tail(one, other, self._words), tail(other, one, self._words)) if found.joins else ((), ())
                memory.pairs[key] = Compared(found, tails, found)
                self._link(key)
                touched |= {*key}
        return touched

    def _namesakes(self, of: Set[str]) -> Iterator[Key]:
        by_name: dict[str, list[str]] = defaultdict(list)
        for document, entry in self.memory.entries.items():
            by_name[entry.name].append(document)
        for document in of & self.memory.entries.keys():
            for other in by_name[self.memory.entries[document].name]:
                if other != document:
                    yield min(document, other), max(document, other)

    def _trim(self, touched: Set[str]) -> set[str]:
        """Takes away what stands behind the end of stories, and compares anew where that is another now; gives whom that touches."""
        memory, trimmed = self.memory, set()
        for document in touched & memory.entries.keys():
            spans = {s for k in self._near.get(document, ()) for s in memory.pairs[k].tails[k.index(document)]}
            entry = memory.entries[document]
            if entry.tail != tuple(sorted(spans)):
                memory.entries[document] = msgspec.structs.replace(entry, tail=tuple(sorted(spans)))
                trimmed.add(document)
        for document in trimmed:
            size = len(self._story(document).set)
            memory.entries[document] = msgspec.structs.replace(memory.entries[document], size=size)
        again = {key for document in touched | trimmed for key in self._near.get(document, ())}
        for key in sorted(again):
            self._compare_trimmed(key)
        return trimmed | {document for key in again for document in key}

    def _compare_trimmed(self, key: Key) -> None:
        memory, held = self.memory, self.memory.pairs[key]
        whole = not any(memory.entries[document].tail for document in key)
        pair = held.first if whole else compare(self._story(key[0]), self._story(key[1]), self._words)
        if pair != held.pair:
            memory.pairs[key] = msgspec.structs.replace(held, pair=pair)

    def _regroup(self, touched: Set[str]) -> None:
        """Builds the families anew that hold or held these documents."""
        memory = self.memory
        old = [family for family in memory.families.values() if not touched.isdisjoint(family.members)]
        reach = self._reach({*touched, *(m for family in old for m in family.members)})
        ended = {f.id for f in old} | {f.id for f in memory.families.values() if not reach.isdisjoint(f.members)}
        for identity in ended:
            del memory.families[identity]
        pairs = {key: pair for document in reach for key in self._near.get(document, ()) if (pair := memory.pairs[key].pair)}
        inner = {key: pair for key, pair in pairs.items() if reach.issuperset(key)}
        for members in group(sorted(reach), inner, {i: (memory.entries[i].published, memory.entries[i].size) for i in reach}):
            own = {key: pair for m in members for key in self._near[m] if (pair := inner.get(key)) and set(members).issuperset(key)}
            family = build_family([self._story(m) for m in members], own.values(), self._words)
            memory.families[family.id] = family
        self._link_quotes(pairs, touched)

    def _reach(self, start: Iterable[str]) -> set[str]:
        """These documents that are held, and all that joining pairs lead to from them."""
        found, waiting = set(), [document for document in start if document in self.memory.entries]
        while waiting:
            document = waiting.pop()
            if document not in found:
                found.add(document)
                waiting += [other for key in self._near.get(document, ()) if self._joins(key) for other in key]
        return found

    def _joins(self, key: Key) -> bool:
        pair = self.memory.pairs[key].pair
        return pair is not None and pair.joins

    def _link_quotes(self, pairs: dict[Key, Pair], touched: Set[str]) -> None:
        memory = self.memory
        home = {member: family.id for family in memory.families.values() for member in family.members}
        for key in [k for k in memory.quotes if k in pairs or not touched.isdisjoint(k)]:
            del memory.quotes[key]
        for (a, b), pair in pairs.items():
            if a not in home or home[a] != home.get(b):
                one, other = memory.entries[a], memory.entries[b]
                memory.quotes[a, b] = quote_edge(pair, (one.published, one.size), (other.published, other.size))

    def _story(self, document: str) -> Story:
        entry = self.memory.entries[document]
        if entry.tail:
            return self._made(document, tuple(sorted({*entry.clutter, *entry.tail})))
        story = self._made(document, entry.clutter)
        return story if story.has_sets else story.with_sets(unpacked(entry.shingles), unpacked(entry.gists))

    def _find_facts(self, document: str) -> frozenset[int]:
        return frozenset(unpacked(self.memory.entries[document].facts).tolist())

    def _make(self, document: str, clutter: tuple[Span, ...]) -> Story:
        return Story(self._fetch(document), clutter, self._folder)

    def _link(self, key: Key) -> None:
        for document in key:
            self._near[document].add(key)

    def _part(self, document: str) -> set[str]:
        """Drops the pairs of a document; gives the others of them."""
        others = set()
        for key in self._near.pop(document, set()):
            self.memory.pairs.drop(key)
            for other in key:
                self._near.get(other, set()).discard(key)
                others.add(other)
        return others

    def _note_stock(self, name: str, pile: Pile) -> None:
        if self.memory.stocks.get(name) != pile.stock:
            self.memory.stocks[name] = pile.stock
