"""Strings no language has: they are passed over in time that grows with their length alone, and what stands around them is read."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.stages.claims.reports import report
from warledger.base.spans import Span
from warledger.records.document import Block, BlockKind, Document, Metadata
from warledger.records.reason import GapReason
from warledger.stages.claims.overlong import LONGEST_WORD, without_overlong

BEFORE, AFTER = "At least 17 soldiers were killed in Sommer on 4 May 2031.", "Nine civilians were killed in Halden on 5 May 2031."


def document(text: str) -> Document:
    return Document("d-1", "a.txt", "", "text", text, (Block(Span(0, len(text)), BlockKind.PARAGRAPH),), Metadata())


@pytest.mark.parametrize("sign", ["A", "a", "Ab", "a-b.", "'", "(", "A.", "É", "1,", "·"])
def test_what_stands_around_is_read(read: Any, sign: str) -> None:
    text = f"{BEFORE} {sign * (200_000 // len(sign))} {AFTER}"
    claims = read(text)
    quotes = [claim.quote for claim in claims]
    assert any("17 soldiers" in quote for quote in quotes) and any("Nine civilians" in quote for quote in quotes)
    assert all(claim.span.of(text) == claim.quote for claim in claims)


def test_what_is_passed_over_is_listed(reader: Any) -> None:
    text = f"{BEFORE} {'A' * 5_000} {AFTER}"
    (reading,) = reader.read([report(text)])
    assert [gap.span for gap in reading.gaps if gap.refusal.reason is GapReason.TOO_LONG] == [Span(len(BEFORE) + 1, len(BEFORE) + 5_001)]


def test_the_longest_words_that_there_are_stay() -> None:
    held = document(f"{BEFORE} https://example.org/{'x' * (LONGEST_WORD - 100)} {AFTER}")
    assert without_overlong(held) is held


@given(st.lists(st.sampled_from(["Sommer ", "x" * LONGEST_WORD, "\n", "Halden. ", "ab" * LONGEST_WORD + " "]), max_size=12))
def test_offsets_stay_and_no_block_holds_an_overlong_word(parts: list[str]) -> None:
    text = "".join(parts)
    shown = without_overlong(document(text))
    assert len(shown.text) == len(text)
    for block in shown.blocks:
        assert block.span.of(shown.text) == block.span.of(text)
        assert all(len(word) < LONGEST_WORD for word in block.span.of(text).split())
