"""Amounts in a text: how many, with the bounds the words leave open.

    words = quantity_words.parse(toml_text)
    dates = [t.span for t in find_times(sentence, time_words)]
    counts = [a for a in find_amounts(sentence, words, dates) if a.kind is AmountKind.COUNT]
    # "more than 20 fighters" -> Quantity(low=20, high=None); span "more than 20", number_span "20"
"""

from __future__ import annotations

from collections.abc import Sequence

from warledger.base.spans import Span
from warledger.records.quantity_words import QuantityWords
from warledger.stages.claims.quantities_amount import Amount, AmountKind

__all__ = ["Amount", "AmountKind", "find_amounts"]


def find_amounts(text: str, words: QuantityWords, dates: Sequence[Span] | None = None) -> list[Amount]:
    """The amounts of `text`, disjoint and in order.

    `dates` are the spans of its time expressions: numbers inside come out as `YEAR`, `DATE_PART` or `DURATION`. Without them
    only a bare year after a preposition is told from a count.
    """
    return []
