"""What the parser sees: as long as the text, dates that open a sentence set off, and no date taken for a count of people."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.stages.claims.reports import Read
from warledger.base.spans import Span
from warledger.records.claim import Control
from warledger.stages.claims.parser_text import LONGEST_BLOCK, parser_text

SHOWN = [
    ("On 5 December rebel forces captured Varno.", "5 December", "On 5 December,rebel forces captured Varno."),
    ("It fell. In 2014 soldiers left.", "2014", "It fell. In 201, soldiers left."),
    ("Early on 30 November the army left.", "30 November", "Early on 30 November,the army left."),
    ("On 5 December, rebels left.", "5 December", None),
    ("On 5 December and later they left.", "5 December", None),
    ("They left on 5 December without a fight.", "5 December", None),
    ("The truce of 5 December was broken.", "5 December", None),
    ("By 8 December was too late.", "8 December", None),
]


@pytest.mark.parametrize(("text", "date", "shown"), SHOWN)
def test_a_date_that_opens_a_sentence_is_set_off(text: str, date: str, shown: str | None) -> None:
    at = text.index(date)
    assert parser_text(text, [Span(at, at + len(date))]) == (shown or text)


@given(st.text(max_size=60), st.integers(0, 30), st.integers(1, 30))
def test_offsets_hold(text: str, start: int, length: int) -> None:
    assert len(parser_text(text, [Span(start, start + length)])) == min(len(text), LONGEST_BLOCK)


def test_forces_of_a_date_are_not_counted_by_it(read: Read) -> None:
    (claim,) = read("On 5 April rebel forces captured Orvane.")
    assert claim.content == Control("captured", ("rebel forces",))


def test_a_shortened_title_ends_no_sentence(read: Read) -> None:
    (claim,) = read("Warplanes struck Orvane on Sunday, according to Lt. Cmdr. Ivo Marr of the Kellin navy.")
    assert claim.said_by == ("Ivo Marr",)
