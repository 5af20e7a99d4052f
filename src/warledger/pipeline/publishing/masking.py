"""Withholding names of persons: what looks like a name and is not known to be anything else is masked.

Nobody has a list of all names, so the rule is the other way round: a capitalised run of words stays only when it is a place that was
placed, a listed actor or source, a country or people, or ordinary words; anything else may be a person and is withheld. What was once
withheld is withheld wherever it stands, in capitals or not.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

import msgspec

from warledger.pipeline.publishing.known import Known
from warledger.pipeline.publishing.words import Word, runs_of, words_of

MASK = "[name withheld]"
#: Capitals of at most so many letters are taken for an abbreviation.
_ABBREVIATION = 4
#: A line of which more than this share of words is capitalised is a headline: its capitals say nothing.
_HEADLINE = 0.6
_CONTACT = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+|(?<!\w)@\w+|\+?\d[\d ()-]{7,}\d")
_SLUG = re.compile(r"[^\W\d_]+")


class Masked(msgspec.Struct, frozen=True):
    """A masked text; `cuts` are the spans of the text before that were masked, in order."""

    text: str
    cuts: tuple[tuple[int, int], ...]

    def at(self, offset: int) -> int:
        """Where an offset of the text before lies now; one inside a mask is moved to the mask's beginning."""
        moved = offset
        for start, end in self.cuts:
            if start >= offset:
                break
            moved += len(MASK) - (end - start) if end <= offset else start - offset
        return moved


class Masker:
    """Masks text after text; `learn` from everything that will be shown before the first is masked."""

    def __init__(self, known: Known) -> None:
        self._known = known
        self._longest = known.longest()
        self._first = frozenset(phrase[0] for phrase in known.phrases if phrase)
        self._slug_words = {word for phrase in known.phrases for word in phrase} | known.ordinary | known.bodies | known.plumbing
        self._tokens: set[str] = set()
        self._names: Counter[str] = Counter()
        self._phrases: dict[str, set[tuple[str, ...]]] = {}
        self._learnt: set[str] = set()
        self._masked: dict[str, str] = {}

    @property
    def names(self) -> Counter[str]:
        """What is withheld, as it was written, and in how many texts it was found."""
        return self._names

    def learn(self, text: str) -> None:
        """Takes note of the names in the text."""
        if text in self._learnt:
            return
        self._learnt.add(text)
        words = words_of(text)
        for span in self._found(text, words):
            self._hide(text, words[span.start : span.stop])

    def must_hide(self, name: str) -> None:
        """Takes note of a name that is known to be a person's."""
        words = words_of(name)
        self._tokens |= {w.folded for w in words if len(w.folded) > 1 and w.folded not in self._known.particles | self._known.titles}
        self._hide(name, words)

    def _hide(self, text: str, words: list[Word]) -> None:
        self._names[text[words[0].start : words[-1].end]] += 1
        self._tokens |= {w.folded for w in words if self._is_strange(w)}
        if len(words) > 1:
            self._phrases.setdefault(words[0].folded, set()).add(tuple(w.folded for w in words))
        self._masked.clear()

    def mask(self, text: str) -> str:
        """The text with every learnt name, and every address or number of a person, masked."""
        if text not in self._masked:
            self._masked[text] = self.masked(text).text
        return self._masked[text]

    def masked(self, text: str) -> Masked:
        """The same, with what became of the offsets."""
        words = words_of(text)
        spans = [(words[s.start].start, words[s.stop - 1].end) for s in self._told(words)]
        spans += [match.span() for match in _CONTACT.finditer(text) if _is_contact(match[0])]
        return masked(text, _merged(spans))

    def is_safe_slug(self, slug: str) -> bool:
        """Whether an address or a file name holds nothing but ordinary and known words."""
        known = (
            {word for phrase in self._known.phrases for word in phrase} | self._known.ordinary | self._known.bodies | self._known.plumbing
        )
        return all(w in known and w not in self._tokens for w in map(str.casefold, _SLUG.findall(slug)) if len(w) > 2)

    def _told(self, words: list[Word]) -> Iterable[range]:
        """Names that were learnt: their words, however they are written, where they are part of no phrase that may stand; and the whole
        of those that are made of ordinary words, written as names are."""
        kept = self._kept(words)
        for n, word in enumerate(words):
            if word.folded in self._tokens and n not in kept:
                yield range(n, n + 1)
            for phrase in self._phrases.get(word.folded, ()):
                if word.capital and tuple(w.folded for w in words[n : n + len(phrase)]) == phrase:
                    yield range(n, n + len(phrase))

    def _found(self, text: str, words: list[Word]) -> list[range]:
        at = {word.start: n for n, word in enumerate(words)}
        kept, headline = self._kept(words), _is_headline(words)
        found = []
        for run in runs_of(text, words, self._known.particles):
            first = at[run[0].start]
            span = self._name_in(run, {n - first for n in kept if first <= n < first + len(run)}, headline=headline)
            if span is not None:
                found.append(range(first + span.start, first + span.stop))
        return found

    def _name_in(self, run: list[Word], kept: set[int], *, headline: bool) -> range | None:
        """The part of the run that may be a person's name, by index."""
        strange = [n for n, word in enumerate(run) if n not in kept and self._is_strange(word)]
        if run[-1].folded in self._known.bodies and not any(run[n].folded in self._tokens for n in strange):
            return None
        if not strange:
            return self._ordinary_name(run, kept, headline=headline)
        if len(run) == 1 and run[0].shouted and len(run[0].folded) <= _ABBREVIATION and run[0].folded not in self._tokens:
            return None
        return self._widened(run, strange[0], strange[-1] + 1)

    def _widened(self, run: list[Word], first: int, end: int) -> range:
        """With the neighbours that may be its other names: titles and what opens the sentence are none."""
        while first > 0 and not self._stops(run[first - 1]):
            first -= 1
        while end < len(run) and run[end].folded not in self._known.titles | self._known.bodies:
            end += 1
        return range(first, end)

    def _ordinary_name(self, run: list[Word], kept: set[int], *, headline: bool) -> range | None:
        """Two ordinary words or more with capitals amid a sentence are a name of something ("Hope Field")."""
        loose = [n for n in range(len(run)) if n not in kept and not self._stops(run[n]) and not run[n].numbered]
        if headline or len(loose) < 2 or loose[-1] - loose[0] != len(loose) - 1 or any(run[n].folded in self._known.bodies for n in loose):
            return None
        return range(loose[0], loose[-1] + 1)

    def _stops(self, word: Word) -> bool:
        return (
            word.folded in self._known.titles
            or (word.opens and word.folded in self._known.openers)
            or (word.folded,) in self._known.phrases
        )

    def _is_strange(self, word: Word) -> bool:
        """Whether nothing tells that the word is no name."""
        if word.folded in self._tokens:
            return True
        if len(word.text) < 2 or word.numbered or word.folded in self._known.particles:
            return False
        return word.folded not in self._known.ordinary and word.folded not in self._known.titles and word.folded not in self._known.bodies

    def _kept(self, words: list[Word]) -> set[int]:
        """The indices of words that make up a phrase that may stand; the longest phrase wins."""
        kept: set[int] = set()
        n = 0
        while n < len(words):
            longest = min(self._longest, len(words) - n) if words[n].folded in self._first else 0
            size = next((s for s in range(longest, 0, -1) if self._is_phrase(words, n, s)), 0)
            kept.update(range(n, n + size))
            n += size or 1
        return kept

    def _is_phrase(self, words: list[Word], n: int, size: int) -> bool:
        return tuple(word.folded for word in words[n : n + size]) in self._known.phrases


def _is_headline(words: list[Word]) -> bool:
    return len(words) > 3 and sum(word.capital for word in words) > _HEADLINE * len(words)


def masked(text: str, spans: list[tuple[int, int]]) -> Masked:
    """The text with these spans (in order, disjoint) masked."""
    parts, cuts, at = [], [], 0
    for start, end in spans:
        parts += [text[at:start], MASK]
        cuts.append((start, end))
        at = end
    return Masked("".join([*parts, text[at:]]), tuple(cuts))


def _merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans without overlaps, in order."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _is_contact(text: str) -> bool:
    """An address or a handle, or a number long enough to call; spans of days and years are none."""
    is_date = re.fullmatch(r"\d{4}-\d{2}-\d{2}.*|\d{1,2}-\d{1,2}-\d{4}", text)
    return "@" in text or (not is_date and len(re.sub(r"\D", "", text)) >= 9)
