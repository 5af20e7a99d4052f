"""Units: the stretches a text falls into before anyone says what they are. Each becomes one block."""

from __future__ import annotations

import re
from typing import NamedTuple

import msgspec

from warledger.base.spans import Span
from warledger.records.document import BlockKind

#: What closes a sentence, with the quotation marks and brackets that may follow it.
_CLOSED = re.compile(r"[.!?…:;,][\"'”’»)\]\s]*$")
_STOPPED = re.compile(r"[.…:;,][\"'”’»)\]\s]*$")


class Paragraph(NamedTuple):
    """The words of one block of a page, blanks folded, what the page says it is, and for headings the level."""

    words: str
    kind: BlockKind | None
    level: int = 0


class Unit(msgspec.Struct, frozen=True):
    """`words` are those of `span` with blanks folded; `kind` is `None` until somebody knows; `apart` says a blank line stands before."""

    span: Span
    words: str
    kind: BlockKind | None = None
    level: int = 0
    apart: bool = True

    def of_kind(self, kind: BlockKind | None, level: int = 0) -> Unit:
        """The same stretch as something else."""
        return msgspec.structs.replace(self, kind=kind, level=level)

    @property
    def open(self) -> bool:
        """Whether nobody has said yet what it is."""
        return self.kind is None

    @property
    def closed(self) -> bool:
        """Whether it ends as a sentence does."""
        return bool(_CLOSED.search(self.words))

    @property
    def headline(self) -> bool:
        """Whether it could be the headline of a story: at most 30 words, a capital or a digit first, no full stop at the end."""
        words = self.words.split()
        return 1 < len(words) <= 30 and len(self.words) <= 220 and _capital(self.words) and not _STOPPED.search(self.words)

    @property
    def heading(self) -> bool:
        """Whether it could head a section: shorter than a headline and not closed at all."""
        return len(self.words.split()) <= 14 and len(self.words) <= 90 and _capital(self.words) and not self.closed


def folded(text: str) -> str:
    """`text` with every run of blanks as one space, none at the ends."""
    return " ".join(text.split())


def make_unit(text: str, start: int, end: int, kind: BlockKind | None = None, level: int = 0, *, apart: bool = True) -> Unit | None:
    """The unit of `text[start:end]` without the blanks at its ends; `None` when no word is left."""
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    end = start + len(piece.strip())
    words = folded(text[start:end])
    return Unit(Span(start, end), words, kind, level, apart) if any(map(str.isalnum, words)) else None


def _capital(words: str) -> bool:
    first = next((char for char in words if char.isalnum()), "")
    return first.isupper() or first.isdigit() or (first.isalpha() and not first.islower())
