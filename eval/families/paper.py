"""Documents as houses print them: a headline, a dateline, paragraphs, credit lines and furniture, with what is known of them."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Sequence
from random import Random

import msgspec

from eval.scale.names import Namer
from warledger.base.spans import Span
from warledger.records.document import Block, BlockKind, Document, Metadata

_FURNITURE = (
    "Share this article",
    "Follow us for more news",
    "More on this story",
    "Sign up for our morning letter",
    "Comments are closed",
)
_CREDITS = ("With reporting from {house}.", "{house} contributed to this report.", "This story was provided by {house}.")
#: Shares of documents of which it is not known who published them, and when.
_NO_PUBLISHER, _NO_DATE = 0.15, 0.08


class Sheet(msgspec.Struct, frozen=True):
    """What goes into a document. `lines` are its paragraphs."""

    lines: tuple[str, ...]
    title: str
    publisher: str
    day: dt.date
    agency: str | None = None
    credit: str | None = None
    notice: str | None = None
    name: str | None = None
    updated: dt.date | None = None


class Press:
    """Prints documents and knows who publishes. The same seed prints the same."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self.namer = Namer(random)
        self.agencies = tuple(f"{self.namer.word()} Wire" for _ in range(6))
        self.papers = tuple(f"{self.namer.word()} {kind}" for kind in ("Courier", "Post", "Herald", "Times") for _ in range(10))
        self._printed = 0

    def first(self, sentences: Sequence[str], day: dt.date) -> Sheet:
        """The sheet of an original: an agency's more often than not."""
        house = self._random.choice(self.agencies if self._random.random() < 0.6 else self.papers)
        return Sheet(self.paragraphs(sentences), self.headline(sentences), house, day)

    def copy(self, sheet: Sheet, sentences: Sequence[str], *, late: int = 3) -> Sheet:
        """The sheet of a copy in another house, up to so many days late, which may say whose text it is."""
        house = self._random.choice([paper for paper in self.papers if paper != sheet.publisher])
        day = sheet.day + dt.timedelta(self._random.randint(0, late))
        credit = self._random.choice(_CREDITS).format(house=sheet.publisher) if self._random.random() < 0.3 else None
        agency = sheet.publisher if sheet.publisher in self.agencies and self._random.random() < 0.3 else None
        title = sheet.title if self._random.random() < 0.3 else self.headline(sentences)
        return Sheet(self.paragraphs(sentences), title, house, day, agency=agency, credit=credit)

    def paragraphs(self, sentences: Sequence[str]) -> tuple[str, ...]:
        """Sentences one or two to a paragraph."""
        lines, at = [], 0
        while at < len(sentences):
            step = self._random.choice((1, 2))
            lines.append(" ".join(sentences[at : at + step]))
            at += step
        return tuple(lines)

    def headline(self, sentences: Sequence[str]) -> str:
        """Some of the longer words of a text, in their order."""
        words = [word.strip('.,"') for s in sentences[:3] for word in s.split() if len(word) > 5]
        chosen = sorted(self._random.sample(range(len(words)), min(7, len(words))))
        return " ".join(words[at] for at in chosen).capitalize()

    def printed(self, sheet: Sheet) -> Document:
        """The document."""
        self._printed += 1
        dateline = f"{sheet.day:%B} {sheet.day.day} ({sheet.agency or sheet.publisher}) - " if self._random.random() < 0.4 else ""
        parts = [(sheet.title, BlockKind.TITLE), (dateline + sheet.lines[0], BlockKind.PARAGRAPH)]
        parts += [(line, BlockKind.PARAGRAPH) for line in sheet.lines[1:]]
        parts += [(sheet.notice, BlockKind.NOTICE)] if sheet.notice else []
        parts += [(sheet.credit, BlockKind.CREDIT)] if sheet.credit else []
        parts += [(line, BlockKind.PARAGRAPH) for line in _FURNITURE if self._random.random() < 0.1]
        known = Metadata(
            title=sheet.title,
            publisher=sheet.publisher if self._random.random() >= _NO_PUBLISHER else None,
            agency=sheet.agency,
            published=sheet.day.isoformat() if self._random.random() >= _NO_DATE else None,
            updated=sheet.updated.isoformat() if sheet.updated else None,
        )
        return _document(sheet.name or f"r{self._printed:05}.txt", parts, known)


def _document(name: str, parts: Sequence[tuple[str, BlockKind]], known: Metadata) -> Document:
    blocks, at = [], 0
    for line, kind in parts:
        blocks.append(Block(Span(at, at + len(line)), kind))
        at += len(line) + 1
    text = "\n".join(line for line, _ in parts)
    digest = hashlib.sha256(text.encode()).hexdigest()
    identity = hashlib.sha256(f"{name}\0{digest}".encode()).hexdigest()[:16]
    return Document(f"d-{identity}", name, digest, "txt", text, tuple(blocks), known)
