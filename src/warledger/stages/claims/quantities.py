"""Amounts in a text: how many, with the bounds the words leave open.

words = quantity_words.parse(toml_text)
dates = [t.span for t in find_times(sentence, time_words)]
counts = [a for a in find_amounts(sentence, words, dates) if a.kind is AmountKind.COUNT]
# "more than 20 fighters" -> Quantity(low=20, high=None); span "more than 20", number_span "20"
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from warledger.base.spans import Span
from warledger.records.quantity_words import QuantityWords
from warledger.stages.claims.quantities_amount import Amount, AmountKind
from warledger.stages.claims.quantities_bounds import Bounded, bounded
from warledger.stages.claims.quantities_kinds import kind_of, ordinal_or_name, year_like
from warledger.stages.claims.quantities_numerals import Numeral, numeral
from warledger.stages.claims.quantities_tokens import Words, split

__all__ = ["Amount", "AmountKind", "find_amounts"]


def find_amounts(text: str, words: QuantityWords, dates: Sequence[Span] | None = None) -> list[Amount]:
    """The amounts of `text`, disjoint and in order. Bounds follow the codebook's rule 11.

    `dates` are the spans of its time expressions, in order: numbers inside come out as `YEAR`, `DURATION` or `DATE_PART`.
    Without them only a bare year after a preposition is told from a count. "a" and "an" alone are no amounts; "one" is,
    save as a pronoun ("no one", "one of the"); "no" before a noun is none.
    """
    pieces = split(text)
    calendar = _Calendar(dates or ())
    amounts: list[Amount] = []
    at = floor = 0
    while at < len(pieces.lower):
        amount, after = _amount_at(pieces, at, floor, words, calendar)
        if amount is not None:
            amounts.append(amount)
            floor = after
        at = after
    return amounts


class _Calendar:
    """The spans of dates, asked by place."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = sorted(spans)

    def at(self, start: int) -> Span | None:
        """The date that covers the code point `start`."""
        index = bisect_right(self._spans, start, key=lambda span: span.start) - 1
        return self._spans[index] if index >= 0 and start < self._spans[index].end else None


def _amount_at(pieces: Words, at: int, floor: int, words: QuantityWords, calendar: _Calendar) -> tuple[Amount | None, int]:
    """The amount whose number begins at token `at`, and the token to go on from; tokens before `floor` are taken."""
    made = numeral(pieces, at, words)
    if made is None:
        return _wordy(pieces, at, words)
    date = calendar.at(pieces.starts[made.first])
    if date is not None:
        return _in_date(pieces, made, words, date)
    if _pronoun(pieces, made, words):
        return None, made.last
    found = bounded(pieces, made, words, floor)
    later = calendar.at(pieces.starts[found.number_last - 1])
    if later is not None:
        found = Bounded(made.first, made.last, made.first, made.last, made.low, made.high)
    kind, unit, last = kind_of(pieces, found, words)
    return _amount(pieces, found, kind, unit, last)


def _amount(pieces: Words, found: Bounded, kind: AmountKind, unit: str, last: int) -> tuple[Amount, int]:
    found.last = max(found.last, last)
    number = pieces.span(found.number_first, found.number_last)
    return Amount(pieces.span(found.first, found.last), number, found.quantity(pieces), kind, unit, found.extra), found.last


def _in_date(pieces: Words, made: Numeral, words: QuantityWords, date: Span) -> tuple[Amount, int]:
    """A number among the words of a date: a year, a length of time, or a day."""
    found = Bounded(made.first, made.last, made.first, made.last, made.low, made.high)
    kind, unit, last = kind_of(pieces, found, words)
    if kind is AmountKind.DURATION and pieces.ends[last - 1] <= date.end:
        return _amount(pieces, found, kind, unit, last)
    kind = AmountKind.YEAR if year_like(pieces, found) else AmountKind.DATE_PART
    return _amount(pieces, found, kind, "", found.last)


def _pronoun(pieces: Words, made: Numeral, words: QuantityWords) -> bool:
    """Whether "one" stands for somebody or is part of a phrase, so that it counts nothing."""
    if made.last != made.first + 1 or pieces.at(made.first) != "one":
        return False
    before, after = pieces.at(made.first - 1), pieces.at(made.last)
    of_the = (after, pieces.at(made.last + 1)) == ("of", "the")
    joined = after in ("-", "–") and pieces.at(made.last + 1) in words.not_after_one
    return before in words.not_before_one or after in words.not_after_one or of_the or joined


def _wordy(pieces: Words, at: int, words: QuantityWords) -> tuple[Amount | None, int]:
    """Amounts in words that are no numerals: "no", "none", "first", "half", "a third of", "twice"."""
    word = pieces.at(at)
    found = Bounded(at, at + 1, at, at + 1, None, None)
    if word in words.nothing:
        return _nothing(pieces, found, words)
    fraction = words.fractions.get(word)
    if fraction is not None and (word == "half" or (pieces.at(at - 1) == "a" and pieces.at(at + 1) == "of")):
        found.low = found.high = fraction
        return _amount(pieces, found, AmountKind.FRACTION, "", at + 1)
    if word in words.multipliers:
        found.low = found.high = words.multipliers[word]
        return _amount(pieces, found, AmountKind.MULTIPLIER, "", at + 1)
    if word in words.ordinals:
        found.low = found.high = words.ordinals[word]
        return _amount(pieces, found, *ordinal_or_name(pieces, at + 1, words))
    return None, at + 1


def _nothing(pieces: Words, found: Bounded, words: QuantityWords) -> tuple[Amount | None, int]:
    after = pieces.at(found.last)
    counted = pieces.at(found.first) != "no" or (after.isalpha() and after not in words.not_after_no)
    if not counted:
        return None, found.last
    found.low = found.high = 0
    return _amount(pieces, found, AmountKind.COUNT, "", found.last)
