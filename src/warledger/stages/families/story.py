"""A document as the family stage sees it: the words of its story, their shingles, and the names and numbers in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

import numpy as np

from warledger.base.spans import Span
from warledger.records.document import Document
from warledger.stages.families.shingles import shingles
from warledger.stages.families.words import Folder, Hashes, kept_blocks, starts_of

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_NAME = re.compile(r"(?<=[\w,;:–—-] )[A-Z][\w’'-]+")
_MONTH = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_DAY = re.compile(rf"\b(?:({_MONTH})[a-z]*\.? (\d{{1,2}})|(\d{{1,2}}) ({_MONTH})[a-z]*)\b", re.IGNORECASE)


class Story:
    """The part of one document that may be shared: all of it but its clutter."""

    def __init__(self, document: Document, clutter: Sequence[Span], folder: Folder) -> None:
        self.document = document
        self.clutter = tuple(clutter)
        self.blocks = tuple(kept_blocks(document, clutter))
        self._folder = folder

    @property
    def id(self) -> str:
        """The document's."""
        return self.document.id

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
    def starts(self) -> tuple[int, ...]:
        """Where its words begin in the document's text."""
        return starts_of(self.document.text, self._spans)

    @cached_property
    def text(self) -> str:
        """The text of the kept blocks."""
        return "\n".join(block.span.of(self.document.text) for block in self.blocks)

    @cached_property
    def numbers(self) -> frozenset[str]:
        """The figures in it, without separators."""
        return frozenset(re.sub(r"\D", "", match) for match in _NUMBER.findall(self.text))

    @cached_property
    def amounts(self) -> frozenset[str]:
        """The figures that are no days of a month it names."""
        return self.numbers - {str(day) for _, day in self.days}

    @cached_property
    def names(self) -> frozenset[str]:
        """Its capitalised words but those that open a sentence, without a genitive ending."""
        return frozenset(re.sub(r"['’]s?$", "", match).casefold() for match in _NAME.findall(self.text))

    @cached_property
    def days(self) -> frozenset[tuple[str, int]]:
        """The days of the year it names: (month's first three letters, day)."""
        return frozenset(((a or d).lower(), int(b or c)) for a, b, c, d in _DAY.findall(self.text))

    @property
    def _spans(self) -> list[Span]:
        return [block.span for block in self.blocks]
