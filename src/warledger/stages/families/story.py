"""A document as the family stage sees it: the words of its story, their shingles, and the names and numbers in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

import numpy as np

from warledger.base.spans import Span
from warledger.records.document import Block, BlockKind, Document
from warledger.records.family_words import FamilyWords
from warledger.stages.families.facts import MONTHS, days_in, facts_in, names_in, numbers_in
from warledger.stages.families.shingles import gists, shingles
from warledger.stages.families.words import Folder, Hashes, kept_blocks, starts_of

#: What each house puts around a text: copies have their own.
_AROUND = frozenset({BlockKind.TITLE, BlockKind.CREDIT, BlockKind.NOTICE})
#: So far into a story its dateline may reach, in code points.
_REACH = 100
#: Where, when and whose, before a dash: it ends with the agency in brackets or with a day, or begins with a place in capitals.
_DATELINE = re.compile(
    rf"(?:[^.!?\n]*\([^)\n]{{2,40}}\)|[^.!?\n]*(?i:\b(?:{MONTHS})[a-z]*\.?,? \d{{1,2}}|\b\d{{1,2}} (?:{MONTHS})[a-z]*)(?:,? \d{{4}})?"
    rf"|[A-Z]{{3,}}[^.!?\n]*) ?(?:--?|–|—) "
)


class Story:
    """The part of one document that may be shared: all of it but its clutter, and but what its house put around it if that is not all."""

    def __init__(self, document: Document, clutter: Sequence[Span], folder: Folder) -> None:
        self.document = document
        self.clutter = tuple(clutter)
        self.blocks = tuple(kept_blocks(document, clutter))
        self._spans = _body(document.text, self.blocks)
        self._folder = folder
        self._noted: bool | None = None

    @property
    def id(self) -> str:
        """The document's."""
        return self.document.id

    @property
    def has_sets(self) -> bool:
        """Whether `set` and `gists` are worked out."""
        return "set" in self.__dict__ and "gists" in self.__dict__

    def with_sets(self, shingled: Hashes, told: Hashes) -> Story:
        """The story with what `set` and `gists` were found to be before, which saves working them out."""
        self.__dict__.update(set=shingled, gists=told)
        return self

    def noted(self, words: FamilyWords) -> bool:
        """Whether it says that it corrects or updates another."""
        if self._noted is None:
            self._noted = words.has_notice(self.text)
        return self._noted

    @cached_property
    def sequence(self) -> Hashes:
        """Its shingles in order."""
        return shingles(self._folder.loose(self.document.text, self._spans))

    @cached_property
    def set(self) -> Hashes:
        """The distinct shingles, sorted."""
        return np.unique(self.sequence)

    @cached_property
    def strict(self) -> Hashes:
        """The distinct shingles of the words as spelt."""
        return np.unique(shingles(self._folder.strict(self.document.text, self._spans)))

    @cached_property
    def telling(self) -> Hashes:
        """Its pairs of telling words in order (`shingles.gists`)."""
        return gists(self._folder.telling(self.document.text, self._spans))

    @cached_property
    def gists(self) -> Hashes:
        """The distinct ones of them, sorted."""
        return np.unique(self.telling)

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where its words begin in the document's text."""
        return starts_of(self.document.text, self._spans)

    @cached_property
    def text(self) -> str:
        """The text of the kept blocks, headline and dateline too."""
        return "\n".join(block.span.of(self.document.text) for block in self.blocks)

    @cached_property
    def body(self) -> str:
        """The text of the story alone."""
        return "\n".join(span.of(self.document.text) for span in self._spans)

    @cached_property
    def facts(self) -> tuple[str, ...]:
        """The names and numbers of the story, by their first mention."""
        return facts_in(self.body)

    @cached_property
    def numbers(self) -> frozenset[str]:
        """The figures in it, without separators."""
        return numbers_in(self.body)

    @cached_property
    def amounts(self) -> frozenset[str]:
        """The figures that are no days of a month it names."""
        return self.numbers - {str(day) for _, day in self.days}

    @cached_property
    def names(self) -> frozenset[str]:
        """The names in it, as they sound."""
        return names_in(self.body)

    @cached_property
    def days(self) -> frozenset[tuple[str, int]]:
        """The days of the year that story, headline and dateline name: (month's first three letters, day)."""
        return days_in(self.text)

    @cached_property
    def told_days(self) -> frozenset[tuple[str, int]]:
        """Those of the story alone."""
        return days_in(self.body)


def _body(text: str, blocks: Sequence[Block]) -> list[Span]:
    """The blocks but those around the story, the first without its dateline; all of them where that leaves no words."""
    spans = [block.span for block in blocks if block.kind not in _AROUND]
    if spans and (dateline := _DATELINE.match(text[spans[0].start : min(spans[0].end, spans[0].start + _REACH)])):
        spans[0] = Span(spans[0].start + dateline.end(), spans[0].end)
    return spans if any(any(c.isalnum() for c in span.of(text)) for span in spans) else [block.span for block in blocks]
