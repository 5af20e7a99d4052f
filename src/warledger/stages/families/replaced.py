"""The passages that have the words a notice calls wrong, and changes between two versions that no notice tells of."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import msgspec

from warledger.base.spans import Span
from warledger.records.document import BlockKind, Document
from warledger.records.family import Correction, CorrectionKind, EdgeType, Family, Passage
from warledger.stages.families.words import plain_words

#: Share of the words of a statement that a sentence must have to be it: notices shorten what they quote.
STATED = 0.7
#: Share of words that a sentence and what became of it have in common.
ALIKE = 0.6
#: Words too common to tell one sentence from another are shorter than this.
TELLING = 4

_SENTENCE = re.compile(r"\S.*?(?:[.!?][\"'”’)]*(?=\s+[\"'“‘(]?[A-Z\d])|$)", re.MULTILINE)
_NAME = re.compile(r"(?<=[\w,;:–—-] )[A-Z][\w’'-]+")
_QUOTED = re.compile(r"[\"“]([^\"”]{8,200})[\"”]")
_WHOLE = frozenset({CorrectionKind.KILL, CorrectionKind.RETRACTION})
_NO_TEXT = frozenset({BlockKind.CLUTTER, BlockKind.CREDIT, BlockKind.NOTICE})


class Said(msgspec.Struct, frozen=True):
    """A sentence with its words in lower case."""

    span: Span
    words: frozenset[str]
    order: tuple[str, ...]


class Replaced:
    """Looks words up in the copies of a text. `fetch` gives a document by id, `titled` the ids of a title; `numerals` are number words."""

    def __init__(self, fetch: Callable[[str], Document], titled: Callable[[str], Sequence[str]], numerals: frozenset[str]) -> None:
        self._fetch, self._titled = fetch, titled
        self._numerals = numerals
        self._held: dict[str, tuple[Said, ...]] = {}

    def find(self, corrections: Sequence[Correction], families: Iterable[Family]) -> tuple[Correction, ...]:
        """The corrections with the passages they replace in earlier copies of their text, and the silent ones between versions."""
        notices: dict[str, list[Correction]] = defaultdict(list)
        for correction in corrections:
            notices[correction.document].append(correction)
        copies = {member: family for family in families for member in family.members}
        found = [self._located(c, copies, notices) for c in corrections]
        told = {(p.document, p.start) for c in found for p in c.replaced}
        silent = [
            c for family in families for c in self._silent(family, notices) if not any((p.document, p.start) in told for p in c.replaced)
        ]
        return tuple(sorted([*found, *silent], key=lambda c: (c.document, c.start, c.end, c.kind)))

    def _located(self, correction: Correction, copies: Mapping[str, Family], notices: Mapping[str, Sequence[Correction]]) -> Correction:
        family = copies.get(correction.document)
        others = [m for m in family.members if m != correction.document and self._before(m, correction.document)] if family else []
        if correction.kind in _WHOLE and correction.wrong is None:
            passages = [Passage(m, 0, len(self._fetch(m).text)) for m in self._withdrawn(correction, copies)]
        elif correction.wrong is None or correction.kind is CorrectionKind.UPDATE:
            passages = []
        else:
            passages = [p for m in others for p in self._wrong(correction, m, notices.get(m, ()))]
        return msgspec.structs.replace(correction, replaced=tuple(sorted(passages)))

    def _withdrawn(self, correction: Correction, copies: Mapping[str, Family]) -> set[str]:
        """The documents that a notice withdraws: the one whose title it quotes, else its own, each with its house's earlier copies; where
        the house is the family's first teller, with all of them."""
        house = self._fetch(correction.document).meta.publisher
        quoted = [d for title in _QUOTED.findall(correction.words) for d in self._titled(title)]
        own = [d for d in quoted if d != correction.document and self._of(d, house)] or [correction.document]
        found = set(own)
        for family in (copies[d] for d in own if d in copies):
            first = self._of(family.origin, house)
            found |= {m for m in family.members if (first or self._of(m, house)) and self._before(m, correction.document)}
        return found

    def _of(self, document: str, house: str | None) -> bool:
        return self._fetch(document).meta.publisher == house

    def _before(self, other: str, document: str) -> bool:
        """Whether the other copy came before this one, or on the same day."""
        one, two = self._fetch(other).known, self._fetch(document).known
        return one is None or two is None or one <= two

    def _wrong(self, correction: Correction, other: str, notices: Sequence[Correction]) -> Iterator[Passage]:
        """The sentences of another copy that have the wrong words, where this text has others in their place."""
        wrong, right = _words(correction.wrong or ""), _words(correction.right or "")
        tell, against, own = self._telling(wrong - right), self._telling(right - wrong), self._said(correction.document)
        one_thing = 2 * len(self._telling(wrong & right)) >= len(self._telling(wrong))
        for said in self._said(other):
            if _noticed(other, said, notices) or (self._numbers(against) and self._numbers(against) <= said.words):
                continue
            if self._states(said, wrong, tell if one_thing else frozenset()) or (tell and tell <= said.words and _changed(said, own, tell)):
                yield Passage(other, said.span.start, said.span.end)

    def _states(self, said: Said, wrong: frozenset[str], tell: frozenset[str]) -> bool:
        """Whether the sentence says what the notice says was said: its numbers, and most of its telling words, with all of `tell`."""
        numbers, telling = self._numbers(wrong), self._telling(wrong)
        enough = len(telling & said.words) >= STATED * len(telling)
        return len(telling - numbers) >= 2 and numbers | tell <= said.words and enough

    def _telling(self, words: frozenset[str]) -> frozenset[str]:
        return frozenset(word for word in words if len(word) >= TELLING) | self._numbers(words)

    def _numbers(self, words: Iterable[str]) -> frozenset[str]:
        return frozenset(word for word in words if any(map(str.isdigit, word)) or word in self._numerals)

    def _silent(self, family: Family, notices: Mapping[str, Sequence[Correction]]) -> Iterator[Correction]:
        for edge in family.edges:
            if edge.type is not EdgeType.VERSION:
                continue
            older, newer = sorted((edge.copy, edge.origin), key=lambda d: (self._fetch(d).known or "", d))
            if (self._fetch(older).known or "") < (self._fetch(newer).known or ""):
                yield from self._changes(older, newer, [*notices.get(older, ()), *notices.get(newer, ())])

    def _changes(self, older: str, newer: str, notices: Sequence[Correction]) -> Iterator[Correction]:
        """Sentences of the older text that the newer one has with other numbers or names."""
        kept = {said.order for said in self._said(newer)} & {said.order for said in self._said(older)}
        fresh = [s for s in self._said(newer) if s.order not in kept and not _noticed(newer, s, notices)]
        for old in self._said(older):
            if old.order in kept or _noticed(older, old, notices) or not fresh:
                continue
            new = max(fresh, key=lambda s: (_alike(old, s), -s.span.start))
            if _alike(old, new) >= ALIKE and self._facts(older, old) != self._facts(newer, new):
                wrong, right = old.span.of(self._fetch(older).text), new.span.of(self._fetch(newer).text)
                passage = Passage(older, old.span.start, old.span.end)
                yield Correction(newer, new.span.start, new.span.end, right, wrong, right, CorrectionKind.SILENT, (passage,))

    def _facts(self, document: str, said: Said) -> frozenset[str]:
        """The numbers and names in a sentence."""
        return self._numbers(said.words) | _words(" ".join(_NAME.findall(said.span.of(self._fetch(document).text))))

    def _said(self, document: str) -> tuple[Said, ...]:
        if document not in self._held:
            self._held[document] = tuple(_sentences(self._fetch(document)))
        return self._held[document]


def _sentences(document: Document) -> Iterator[Said]:
    for block in document.blocks:
        if block.kind not in _NO_TEXT:
            for match in _SENTENCE.finditer(block.span.of(document.text)):
                order = tuple(plain_words(match[0]).split())
                yield Said(Span(*match.span()).shifted(block.span.start), frozenset(order), order)


def _words(text: str) -> frozenset[str]:
    return frozenset(plain_words(text).split())


def _changed(said: Said, own: Iterable[Said], tell: frozenset[str]) -> bool:
    """Whether the corrected text has the sentence without the telling wrong words."""
    return any(_alike(said, one) >= ALIKE and not tell <= one.words for one in own)


def _alike(a: Said, b: Said) -> float:
    """The share of the longer sentence's words that the other has."""
    return len(a.words & b.words) / max(1, len(a.words), len(b.words))


def _noticed(document: str, said: Said, notices: Iterable[Correction]) -> bool:
    return any(n.document == document and n.start < said.span.end and said.span.start < n.end for n in notices)
