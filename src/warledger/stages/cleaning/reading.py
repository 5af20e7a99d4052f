"""What a format's reader makes of a source: the text to read, its units, the way back, and what the source says of itself."""

from __future__ import annotations

import msgspec

from warledger.base.offsets import OffsetMap, Piece
from warledger.records.citation import Citation
from warledger.records.document import Metadata
from warledger.records.reason import Reason
from warledger.stages.cleaning.units import Unit


class Reading(msgspec.Struct, frozen=True):
    """`units` point into `text`; `offsets` is `None` where the text is the decoded source itself; `found` is what the source
    says of itself; `citations` are references that are no part of the text; `left_out` are sentences that stand
    inside the article and were not taken for part of it."""

    text: str
    units: tuple[Unit, ...]
    offsets: OffsetMap | None = None
    found: Metadata = Metadata()
    citations: tuple[Citation, ...] = ()
    left_out: tuple[str, ...] = ()


class Unreadable(Exception):
    """The source cannot be read as its format; `reason` and `detail` go to the user."""

    def __init__(self, reason: Reason, detail: str) -> None:
        super().__init__(detail)
        self.reason, self.detail = reason, detail


class Writer:
    """Builds a text out of stretches of a source and remembers where each came from."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.parts: list[str] = []
        self.pieces: list[Piece] = []
        self.length = 0

    def copy(self, start: int, end: int) -> None:
        """`source[start:end]`, as it is."""
        if start < end:
            self.pieces.append(Piece(self.length, self.length + end - start, start, end))
            self._add(self.source[start:end])

    def put(self, words: str, start: int | None = None, end: int | None = None) -> None:
        """`words` for `source[start:end]`; without a place in the source they stay unaligned."""
        if words and start is not None and end is not None:
            self.pieces.append(Piece(self.length, self.length + len(words), start, end, exact=False))
        self._add(words)

    def _add(self, words: str) -> None:
        self.parts.append(words)
        self.length += len(words)

    def text(self) -> str:
        """Everything written so far."""
        return "".join(self.parts)

    def offsets(self) -> OffsetMap:
        """The way back to the source."""
        return OffsetMap.build(self.pieces, self.length, len(self.source))
