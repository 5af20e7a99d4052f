"""The relevance gate: which parts of a document need the parser at all, told from the vocabulary's own words.

A text about armed conflict is read block by block, without the blocks in which no word of the vocabulary, no name and no date stands.
Of other texts only those sentences are read that hold a word war could have left there, with the sentence before where they refer back
to it; the rest is counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import IntEnum

import msgspec

from warledger.base.inflection import forms
from warledger.base.spans import Span
from warledger.records.document import Block, BlockKind, Document
from warledger.records.gate_words import GateWords
from warledger.records.quantity_words import QuantityWords
from warledger.records.time_words import TimeVocabulary
from warledger.records.vocab import Vocabulary
from warledger.stages.claims.dates import find_times

_WORD = re.compile(r"[^\W\d_]+")
_NAMED = re.compile(r"(?<![.!?] )(?<!^)\b[A-Z]")
_DIGIT = re.compile(r"\d")
_MARKS = ('"', "“", "”", "«")
_END = re.compile(r"[.!?…][\"'”’)\]]*\s+(?=[\"'“‘(\[]?[A-Z0-9])")
#: So many different words of conflict make a text one about conflict; in one shorter than `_SHORT` words a single one does, in one shorter
#: than `_BRIEF` so many that war shares with other things. One shorter than `_NOTE` is too short to tell.
_ENOUGH, _SHORT, _BRIEF, _NOTE = 2, 200, 100, 50
_SCENIC = frozenset({BlockKind.TITLE, BlockKind.HEADING, BlockKind.INFOBOX})


class Level(IntEnum):
    """How much a word says: prose on any subject has it, war shares it with sport or business, it belongs to war."""

    EVERYDAY = 0
    SHARED = 1
    CONFLICT = 2


@dataclass(frozen=True)
class Phrase:
    """A trigger of several words: the forms of those behind the first."""

    rest: tuple[frozenset[str], ...]
    level: Level
    lemma: str


@dataclass(frozen=True)
class Plan:
    """What to do with a document: pieces in reading order, each with whether to parse it; sentences passed over although a word of
    the vocabulary stands in them, because the text is not about conflict."""

    pieces: tuple[tuple[Block, bool], ...]
    passed: tuple[Span, ...] = ()

    @property
    def parsed(self) -> list[Block]:
        """The pieces to parse."""
        return [block for block, parse in self.pieces if parse]


@dataclass(frozen=True)
class _Index:
    """What stands for a word of the vocabulary, by each form of its first word."""

    single: dict[str, tuple[Level, str]] = field(default_factory=dict)
    phrases: dict[str, list[Phrase]] = field(default_factory=dict)

    def add(self, lemma: str, level: Level, parts: Sequence[frozenset[str]]) -> None:
        """One word or phrase, each of its words in all its forms. Of two words with one form the one that says more counts."""
        for form in parts[0]:
            if len(parts) > 1:
                self.phrases.setdefault(form, []).append(Phrase(tuple(parts[1:]), level, lemma))
            else:
                self.single[form] = max(self.single.get(form, (level, lemma)), (level, lemma))

    def found(self, held: frozenset[str]) -> Iterator[tuple[Level, str]]:
        """Level and lemma of everything that stands among the words."""
        for word in held & self.single.keys():
            yield self.single[word]
        for word in held & self.phrases.keys():
            yield from ((p.level, p.lemma) for p in self.phrases[word] if all(not held.isdisjoint(part) for part in p.rest))


class Gate:
    """Knows every form of every word that can give a record. Derived from the vocabulary: nothing else lists its triggers."""

    def __init__(self, vocabulary: Vocabulary, words: GateWords, quantities: QuantityWords, times: TimeVocabulary) -> None:
        self._words = words
        self._times = times
        self._triggers, self._bearers = _Index(), _Index()
        for phrase in _frame_words(vocabulary):
            self._triggers.add(phrase, self._level(phrase), self._parts(phrase))
        for phrase in _saying_words(vocabulary):
            self._triggers.add(phrase, Level.EVERYDAY, self._parts(phrase))
        nouns = vocabulary.nouns
        for noun in nouns.armed | nouns.weapon | words.conflict:
            self._bearers.add(noun, self._level(noun), self._parts(noun))
        effects = [frame for frame in vocabulary.frames.frames if frame.kind == "effect"]
        self._harms = frozenset(word for frame in effects for word in (*frame.verbs, *frame.nouns, *frame.results))
        counted = nouns.armed | nouns.weapon | nouns.civilian | nouns.place | nouns.political
        self._counted = frozenset(form for noun in counted for form in self._parts(noun)[-1])
        self._numbers = frozenset((*quantities.numbers, *quantities.scales, *quantities.vague, *quantities.after_article))
        self._titles = tuple(title.rstrip(".") for title in nouns.titles if title.endswith("."))

    def plan(self, document: Document, blocks: Sequence[Block]) -> Plan:
        """What of the document's blocks to parse."""
        texts = [block.span.of(document.text) for block in blocks]
        bags = [words_in(text) for text in texts]
        read = [b.kind is not BlockKind.HEADING and self.has_trigger(text, bag) for b, text, bag in zip(blocks, texts, bags, strict=True)]
        if self.is_about_conflict(bags, sum(text.count(" ") for text in texts)):
            rows = zip(read, blocks, texts, bags, strict=True)
            return Plan(tuple((block, worth or self._sets_scene(block, text, bag)) for worth, block, text, bag in rows))
        pieces: list[tuple[Block, bool]] = []
        passed: list[Span] = []
        for block, text, worth in zip(blocks, texts, read, strict=True):
            cut, left = self._cut(block, text) if worth else (_left(block), [])
            pieces += cut
            passed += left
        telling = any(parse or block.kind is BlockKind.INFOBOX for block, parse in pieces)
        return Plan(tuple(pieces) if telling else (), tuple(passed))

    def is_about_conflict(self, bags: Iterable[frozenset[str]], length: int) -> bool:
        """Whether enough words that belong to war stand in a text whose blocks hold these words, `length` in all; true of a mere note."""
        needed = 0 if length < _NOTE else 1 if length < _SHORT else _ENOUGH
        least = Level.SHARED if length < _BRIEF else Level.CONFLICT
        said = {lemma: level for bag in bags for level, lemma in self._said(bag) if level >= least}
        return sum(level is Level.CONFLICT for level in said.values()) >= needed or len(said) >= _ENOUGH

    def has_trigger(self, text: str, words: frozenset[str]) -> bool:
        """Whether anything in the text can give a record: a trigger, something counted, words in quotation marks."""
        if any(mark in text for mark in _MARKS) or any(True for _ in self._triggers.found(words)):
            return True
        return not words.isdisjoint(self._counted) and self._has_number(text, words)

    def is_told(self, text: str, words: frozenset[str]) -> bool:
        """Whether the sentence is worth parsing in a text about something else: beside a trigger it holds a word that belongs to war, or
        two that war shares, or one of harm with a number."""
        said = {lemma: level for level, lemma in self._said(words) if level > Level.EVERYDAY}
        counted = not self._harms.isdisjoint(said) and self._has_number(text, words)
        return (Level.CONFLICT in said.values() or len(said) > 1 or counted) and self.has_trigger(text, words)

    def sentences(self, text: str) -> list[Span]:
        """Where sentences lie, by their marks alone; titles and initials end none."""
        found, start = [], 0
        for match in _END.finditer(text):
            before = text[start : match.start()].rsplit(None, 1)[-1:]
            if before and (len(before[0]) == 1 or before[0].lower() in self._titles):
                continue
            found.append(Span(start, match.end()))
            start = match.end()
        return [*found, Span(start, len(text))] if start < len(text) else found

    def _sets_scene(self, block: Block, text: str, words: frozenset[str]) -> bool:
        """Whether a block without a trigger has a name, a party, a place or a time in it, which later sentences may go back to."""
        if block.kind is BlockKind.HEADING:
            return False
        return _NAMED.search(text) is not None or not words.isdisjoint(self._counted) or bool(find_times(text, self._times))

    def _said(self, words: frozenset[str]) -> Iterator[tuple[Level, str]]:
        """Level and lemma of all triggers among the words, and of who and what bears arms."""
        yield from self._triggers.found(words)
        yield from self._bearers.found(words)

    def _has_number(self, text: str, words: frozenset[str]) -> bool:
        return _DIGIT.search(text) is not None or not words.isdisjoint(self._numbers)

    def _cut(self, block: Block, text: str) -> tuple[list[tuple[Block, bool]], list[Span]]:
        """The block in pieces to parse and pieces to leave, and the sentences left although a trigger stands in them."""
        spans = self.sentences(text)
        said = [(span.of(text), words_in(span.of(text))) for span in spans]
        wanted = [self.is_told(*sentence) for sentence in said]
        left = [(span, one) for span, want, one in zip(spans, wanted, said, strict=True) if not want]
        passed = [span.shifted(block.span.start) for span, one in left if self.has_trigger(*one)]
        if not any(wanted):
            return _left(block), passed
        names = [want and not words.isdisjoint(self._words.back) for want, (_, words) in zip(wanted, said, strict=True)]
        parse = [want or before for want, before in zip(wanted, [*names[1:], False], strict=True)]
        return list(_pieces(block, spans, parse)), passed

    def _parts(self, phrase: str) -> list[frozenset[str]]:
        return [forms(word, self._words.irregular) for word in _WORD.findall(phrase.lower())]

    def _level(self, phrase: str) -> Level:
        """Of the phrase itself where a list has it, else of the word in it that says most."""
        for level, listed in ((Level.EVERYDAY, self._words.everyday), (Level.CONFLICT, self._words.conflict)):
            if phrase in listed:
                return level
        parts = _WORD.findall(phrase)
        return max(self._level(part) for part in parts) if len(parts) > 1 else Level.SHARED


def words_in(text: str) -> frozenset[str]:
    """The words of a text in lower case, each once; marks and digits part words."""
    return frozenset(_WORD.findall(text.lower()))


def _frame_words(vocabulary: Vocabulary) -> Iterable[str]:
    """Every word or phrase that opens a frame."""
    frames = vocabulary.frames
    patterns = [" ".join(p.words) for table in (frames.by_verb, frames.by_noun) for rows in table.values() for p in rows]
    describing = (*vocabulary.nouns.held, *vocabulary.nouns.stronghold)  # "rebel-held", "the rebel stronghold of"
    return (*patterns, *describing, *(f"leave {word}" for word in frames.results))


def _saying_words(vocabulary: Vocabulary) -> Iterable[str]:
    """Every word or phrase that makes a statement; everybody says things."""
    reporting = vocabulary.reporting
    return (*(" ".join(act.words) for rows in reporting.acts.values() for act in rows), *reporting.inform, *reporting.nouns)


def _left(block: Block) -> list[tuple[Block, bool]]:
    """A block of which nothing is parsed, where it sets the scene for others or holds figures without a sentence."""
    return [(block, False)] if block.kind in _SCENIC else []


def _pieces(block: Block, sentences: Sequence[Span], parse: Sequence[bool]) -> Iterator[tuple[Block, bool]]:
    """The block cut where reading begins or ends."""
    start = 0
    for i in range(1, len(sentences) + 1):
        if i == len(sentences) or parse[i] != parse[start]:
            span = Span(sentences[start].start, sentences[i - 1].end).shifted(block.span.start)
            yield msgspec.structs.replace(block, span=span), parse[start]
            start = i
