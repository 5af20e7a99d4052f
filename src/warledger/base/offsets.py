"""Maps between a text and the text it was made from (clean text and decoded source)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

import msgspec

from warledger.base.spans import Span


class Piece(msgspec.Struct, frozen=True, array_like=True):
    """`[start, end)` of the derived text came from `[origin_start, origin_end)` of the origin.

    `exact` pieces have one length on both sides and map point to point; others (an entity, a folded run of blanks)
    map only as a whole.
    """

    start: int
    end: int
    origin_start: int
    origin_end: int
    exact: bool = True


class OffsetMap(msgspec.Struct, frozen=True):
    """Ordered, disjoint pieces. Stretches of the derived text that no piece covers are unaligned: they have no origin."""

    pieces: tuple[Piece, ...]
    length: int
    origin_length: int

    def __post_init__(self) -> None:
        at = 0
        for piece in self.pieces:
            if piece.start < at or piece.end < piece.start or piece.origin_end < piece.origin_start:
                raise ValueError(f"pieces out of order at {piece.start}")
            if piece.exact and piece.end - piece.start != piece.origin_end - piece.origin_start:
                raise ValueError(f"exact piece of two lengths at {piece.start}")
            if piece.origin_start < 0 or piece.origin_end > self.origin_length:
                raise ValueError(f"piece runs past the origin at {piece.start}")
            at = piece.end
        if at > self.length:
            raise ValueError("pieces run past the text")

    @classmethod
    def identity(cls, length: int) -> OffsetMap:
        """Every point maps to itself."""
        return cls((Piece(0, length, 0, length),) if length else (), length, length)

    @classmethod
    def build(cls, pieces: Iterable[Piece], length: int, origin_length: int) -> OffsetMap:
        """From pieces in order, neighbours joined where both sides go on."""
        return cls(tuple(_joined(pieces)), length, origin_length)

    def to_origin(self, span: Span) -> Span | None:
        """The shortest stretch of the origin that gave `span`; `None` when any of its ends is unaligned or origins run backwards."""
        if len(span) == 0:
            return None
        first, last = self._at(span.start), self._at(span.end - 1)
        if first is None or last is None:
            return None
        start = first.origin_start + (span.start - first.start if first.exact else 0)
        end = last.origin_start + span.end - last.start if last.exact else last.origin_end
        return Span(start, end) if start <= end else None

    def aligned(self, span: Span) -> bool:
        """Whether every point of `span` has an origin."""
        at = span.start
        while at < span.end:
            piece = self._at(at)
            if piece is None:
                return False
            at = piece.end
        return True

    def after(self, inner: OffsetMap) -> OffsetMap:
        """The map to the origin of `inner`, where `inner` maps this map's origin further back.

        Raises:
            ValueError: the two maps do not meet (this map's origin has another length than inner's text).
        """
        if self.origin_length != inner.length:
            raise ValueError(f"maps do not meet: {self.origin_length} and {inner.length}")
        made: list[Piece] = []
        for piece in self.pieces:
            made.extend(_through(piece, inner))
        return OffsetMap.build(made, self.length, inner.origin_length)

    def _at(self, point: int) -> Piece | None:
        index = bisect_right(self.pieces, point, key=lambda p: p.start) - 1
        while index >= 0 and self.pieces[index].end == self.pieces[index].start:
            index -= 1
        if index < 0 or point >= self.pieces[index].end:
            return None
        return self.pieces[index]


def _joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    held: Piece | None = None
    for piece in pieces:
        if held and held.exact and piece.exact and held.end == piece.start and held.origin_end == piece.origin_start:
            held = Piece(held.start, piece.end, held.origin_start, piece.origin_end)
            continue
        if held:
            yield held
        held = piece
    if held:
        yield held


def _through(piece: Piece, inner: OffsetMap) -> Iterator[Piece]:
    if not piece.exact:
        back = inner.to_origin(Span(piece.origin_start, piece.origin_end)) if piece.origin_end > piece.origin_start else None
        if back is not None:
            yield Piece(piece.start, piece.end, back.start, back.end, exact=False)
        return
    shift = piece.start - piece.origin_start
    for step in inner.pieces:
        start, end = max(step.start, piece.origin_start), min(step.end, piece.origin_end)
        if start >= end:
            continue
        if step.exact:
            origin = step.origin_start + start - step.start
            yield Piece(start + shift, end + shift, origin, origin + end - start)
        else:
            yield Piece(start + shift, end + shift, step.origin_start, step.origin_end, exact=False)
