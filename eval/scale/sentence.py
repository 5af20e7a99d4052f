"""A sentence put together piece by piece, remembering where each name and word of it stands."""

from __future__ import annotations

from dataclasses import dataclass, field

from warledger.base.spans import Span
from warledger.base.times import Interval
from warledger.records.claim import Content, Modality


@dataclass(frozen=True)
class Said:
    """One claim of a sentence: `named` are (field, name, where it stands in the sentence), `cue` the words that give its kind."""

    content: Content
    modality: Modality
    said_by: tuple[str, ...]
    time: Interval
    places: tuple[str, ...]
    named: tuple[tuple[str, str, Span], ...]
    cue: Span | None
    confidence: float


@dataclass(frozen=True)
class Sentence:
    """Words and the claims they make; `skipped` is the span of a word of war that gave none."""

    text: str
    claims: tuple[Said, ...] = ()
    skipped: Span | None = None


@dataclass
class Builder:
    """A sentence while it is written."""

    text: str = ""
    named: list[tuple[str, str, Span]] = field(default_factory=list)
    cue: Span | None = None

    def say(self, words: str) -> Builder:
        """Plain words."""
        self.text += words
        return self

    def name(self, role: str, name: str) -> Builder:
        """A name that stands for a field."""
        self.named.append((role, name, self._next(name)))
        self.text += name
        return self

    def verb(self, words: str) -> Builder:
        """The words that tell the kind."""
        self.cue = self._next(words)
        self.text += words
        return self

    def _next(self, words: str) -> Span:
        return Span(len(self.text), len(self.text) + len(words))
