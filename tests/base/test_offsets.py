"""Maps between texts, on random maps whose origins run forwards, as cleaning makes them."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from warledger.base.offsets import OffsetMap, Piece
from warledger.base.spans import Span

#: Steps of a map: kept points, replaced ones (derived, origin), inserted ones, dropped ones.
KEEP, REPLACE, INSERT, DROP = "keep", "replace", "insert", "drop"
Step = tuple[str, int, int]


def built(steps: Sequence[Step]) -> OffsetMap:
    """The map a cleaner would make by these steps."""
    pieces, at, origin = [], 0, 0
    for kind, made, taken in steps:
        if kind == KEEP:
            pieces.append(Piece(at, at + made, origin, origin + made))
        elif kind == REPLACE:
            pieces.append(Piece(at, at + made, origin, origin + taken, exact=False))
        at += 0 if kind == DROP else made
        origin += {KEEP: made, INSERT: 0}.get(kind, taken)
    return OffsetMap.build(pieces, at, origin)


def steps_of(kinds: Sequence[str]) -> st.SearchStrategy[list[Step]]:
    sizes = st.integers(1, 5)
    return st.lists(st.tuples(st.sampled_from(kinds), sizes, sizes), max_size=8)


def maps(kinds: Sequence[str] = (KEEP, REPLACE, INSERT, DROP)) -> st.SearchStrategy[OffsetMap]:
    return steps_of(kinds).map(built)


@st.composite
def chains(draw: st.DrawFn, kinds: Sequence[str]) -> tuple[OffsetMap, OffsetMap]:
    """A map and one that goes further back from where it ends."""
    outer, inner = draw(maps((KEEP, REPLACE, INSERT, DROP))), draw(maps(kinds))
    short = outer.origin_length - inner.length
    if short > 0:
        rest = Piece(inner.length, outer.origin_length, inner.origin_length, inner.origin_length + short)
        return outer, OffsetMap((*inner.pieces, rest), outer.origin_length, inner.origin_length + short)
    return msgspec.structs.replace(outer, origin_length=inner.length), inner


def all_spans(length: int) -> list[Span]:
    return [Span(start, end) for start in range(length) for end in range(start + 1, length + 1)]


@given(st.integers(0, 12))
def test_the_identity_maps_every_span_to_itself(length: int) -> None:
    same = OffsetMap.identity(length)
    assert all(same.to_origin(span) == span for span in all_spans(length))
    assert same.to_origin(Span(0, 0)) is None


@given(st.text("ab ", max_size=30), steps_of((KEEP, DROP)))
def test_kept_words_are_found_in_the_origin(filling: str, steps: list[Step]) -> None:
    found = built(steps)
    origin = (filling * 41 or "x" * 41)[: found.origin_length]
    derived = "".join(origin[p.origin_start : p.origin_end] for p in found.pieces)
    for piece in found.pieces:
        for inside in all_spans(len(Span(piece.start, piece.end))):
            span = inside.shifted(piece.start)
            there = found.to_origin(span)
            assert there is not None
            assert there.of(origin) == span.of(derived)


@given(maps())
def test_a_point_maps_to_its_point_or_to_the_whole_piece_or_nowhere(found: OffsetMap) -> None:
    owner = {point: piece for piece in found.pieces for point in range(piece.start, piece.end)}
    for point in range(found.length):
        piece, there = owner.get(point), found.to_origin(Span(point, point + 1))
        if piece is None:
            assert there is None
        elif piece.exact:
            assert there == Span(piece.origin_start + point - piece.start, piece.origin_start + point - piece.start + 1)
        else:
            assert there == Span(piece.origin_start, piece.origin_end)


@given(maps())
def test_a_span_maps_to_what_its_ends_span_and_is_aligned_when_all_its_points_are(found: OffsetMap) -> None:
    for span in all_spans(found.length):
        each = [found.to_origin(Span(point, point + 1)) for point in range(span.start, span.end)]
        ends = (each[0], each[-1])
        assert found.to_origin(span) == (None if ends[0] is None or ends[1] is None else ends[0].joined(ends[1]))
        assert found.aligned(span) == (None not in each)
    assert found.aligned(Span(0, 0))


@settings(max_examples=200)
@given(chains((KEEP, REPLACE, DROP)))
def test_two_maps_in_one_map_as_the_two_do_one_after_the_other(chain: tuple[OffsetMap, OffsetMap]) -> None:
    outer, inner = chain
    both = outer.after(inner)
    for span in all_spans(outer.length):
        between = outer.to_origin(span)
        assert both.to_origin(span) == (None if between is None else inner.to_origin(between))
    assert (both.length, both.origin_length) == (outer.length, inner.origin_length)


@settings(max_examples=200)
@given(chains((KEEP, REPLACE, INSERT, DROP)))
def test_where_the_inner_map_has_no_origin_the_two_in_one_say_no_more_than_the_two(chain: tuple[OffsetMap, OffsetMap]) -> None:
    outer, inner = chain
    both = outer.after(inner)
    for span in all_spans(outer.length):
        between, found = outer.to_origin(span), both.to_origin(span)
        assert found is None or (between is not None and inner.to_origin(between) == found)
        if both.aligned(span):
            assert outer.aligned(span)


@given(maps())
def test_the_identity_before_or_after_changes_no_answer(found: OffsetMap) -> None:
    before = OffsetMap.identity(found.length).after(found)
    after = found.after(OffsetMap.identity(found.origin_length))
    for span in all_spans(found.length):
        assert before.to_origin(span) == after.to_origin(span) == found.to_origin(span)


def test_maps_that_do_not_meet_are_refused() -> None:
    with pytest.raises(ValueError, match="do not meet: 3 and 4"):
        OffsetMap.identity(3).after(OffsetMap.identity(4))


def test_neighbours_that_go_on_are_one_piece() -> None:
    pieces = [Piece(0, 2, 4, 6), Piece(2, 5, 6, 9), Piece(5, 6, 9, 12, exact=False), Piece(6, 7, 12, 13), Piece(7, 8, 14, 15)]
    assert OffsetMap.build(pieces, 8, 20).pieces == (Piece(0, 5, 4, 9), *pieces[2:])


@pytest.mark.parametrize(
    "pieces",
    [
        (Piece(2, 4, 0, 2), Piece(3, 5, 2, 4)),
        (Piece(4, 2, 0, 2, exact=False),),
        (Piece(0, 2, 5, 3, exact=False),),
        (Piece(0, 2, 0, 3),),
        (Piece(0, 9, 0, 9),),
    ],
    ids=["overlap", "backwards", "origin backwards", "exact of two lengths", "past the text"],
)
def test_pieces_that_make_no_map_are_refused(pieces: tuple[Piece, ...]) -> None:
    with pytest.raises(ValueError, match="piece"):
        OffsetMap(pieces, 8, 20)


def test_pieces_past_the_origin_are_refused() -> None:
    with pytest.raises(ValueError, match="origin"):
        OffsetMap((Piece(0, 2, 4, 6),), 2, 5)


def test_a_text_put_together_in_another_order_maps_piece_by_piece() -> None:
    moved = OffsetMap((Piece(0, 3, 5, 8), Piece(3, 6, 0, 3)), 6, 8)
    assert moved.to_origin(Span(0, 3)) == Span(5, 8)
    assert moved.to_origin(Span(3, 6)) == Span(0, 3)
    assert moved.to_origin(Span(2, 4)) is None


@given(maps())
def test_json_keeps_a_map(found: OffsetMap) -> None:
    assert msgspec.json.decode(msgspec.json.encode(found), type=OffsetMap) == found
