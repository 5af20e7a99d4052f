"""Numbers rendered in every wording come back with their bounds; arbitrary text never fails."""

from __future__ import annotations

from importlib.resources import files

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from warledger.records.quantity_words import parse
from warledger.stages.claims.quantities import AmountKind, find_amounts

WORDS = parse((files("warledger.records") / "vocab" / "quantities.toml").read_text(encoding="utf-8"))
NAME_TEXT = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
)
NAMES = NAME_TEXT.split()
TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
COUNTS = st.integers(2, 999_999)


def spelled(number: int) -> str:
    """British spelling: "two hundred and five thousand and seventeen"."""
    if number < 20:
        return NAMES[number]
    if number < 100:
        return TENS[number // 10] + (f"-{NAMES[number % 10]}" if number % 10 else "")
    if number < 1000:
        return f"{NAMES[number // 100]} hundred" + (f" and {spelled(number % 100)}" if number % 100 else "")
    scale, name = (1_000_000, "million") if number >= 1_000_000 else (1000, "thousand")
    rest = number % scale
    joint = " and " if 0 < rest < 100 else " "
    return f"{spelled(number // scale)} {name}" + (joint + spelled(rest) if rest else "")


def bounds(text: str) -> tuple[float | None, float | None]:
    (amount,) = (found for found in find_amounts(text, WORDS) if found.kind is AmountKind.COUNT)
    assert amount.number_span.of(text) in amount.span.of(text)
    return amount.quantity.low, amount.quantity.high


@given(st.integers(0, 999_999_999))
def test_a_spelled_number_comes_back(number: int) -> None:
    assert bounds(f"They lost {spelled(number)} men.") == (number, number)


@given(st.integers(0, 999_999_999))
def test_a_written_number_comes_back(number: int) -> None:
    assert bounds(f"They lost {number:,} men.") == (number, number)


HEDGES = {
    "about {}": "both", "some {}": "both", "an estimated {}": "both",
    "at least {}": "low", "more than {}": "low", "no fewer than {}": "low", "{} or more": "low", "upwards of {}": "low",
    "nearly {}": "high", "up to {}": "high", "as many as {}": "high", "no more than {}": "high", "at most {}": "high",
    "less than {}": "below", "fewer than {}": "below",
}  # fmt: skip


@given(COUNTS, st.sampled_from(sorted(HEDGES)), st.booleans(), st.booleans())
def test_a_hedge_bounds_its_number(number: int, hedge: str, in_words: bool, capital: bool) -> None:
    words = hedge.format(spelled(number) if in_words else f"{number:,}")
    text = f"{words.capitalize()} men were lost." if capital else f"They lost {words} men."
    expected = {"both": (number, number), "low": (number, None), "high": (None, number), "below": (None, number - 1)}[HEDGES[hedge]]
    assert bounds(text) == expected


@given(
    COUNTS, st.integers(1, 100_000), st.sampled_from(["{}-{}", "{}–{}", "{} to {}", "between {} and {}", "from {} to {}"]), st.booleans()
)
def test_a_range_gives_both_bounds(low: int, more: int, shape: str, in_words: bool) -> None:
    high = low + more
    # "two to three hundred" is two hundred to three hundred: words are unambiguous only where both ends are small or the first is large.
    in_words = in_words and (low >= 100 or high < 100) and "-" not in shape and "–" not in shape
    render = spelled if in_words else "{:,}".format
    assume(not (shape.startswith("between") and " and " in render(low)))  # "between a hundred and two and ..." may end in two places
    assert bounds(f"They lost {shape.format(render(low), render(high))} men.") == (low, high)


@given(st.integers(2, 900), st.sampled_from([("dozen", 12), ("hundred", 100), ("thousand", 1000), ("million", 1_000_000)]))
def test_a_scale_word_multiplies(number: int, scale: tuple[str, int]) -> None:
    assert bounds(f"They lost {number} {scale[0]} men.") == (number * scale[1], number * scale[1])


PIECE_TEXT = """
one two twenty hundred thousand million dozen dozens several a an few couple half no none zero - – / : , . $ % ( ) + ~ and or to of the
between from at least more than 5 10 2,000 2.5 15 000 1990 s th km year old aged 1/3 0/0 another further third thirds first twice times
p.m. m bn k trillion billion 999999999999999 tens plus odd some so Resolution T M5 No. square
"""
PIECES = st.sampled_from(PIECE_TEXT.split())
SOURCES = [st.text(max_size=200), st.lists(PIECES, max_size=25).map(" ".join), st.lists(PIECES, max_size=25).map("".join)]


@pytest.mark.parametrize("source", SOURCES)
def test_no_text_fails_and_spans_are_disjoint_and_in_order(source: st.SearchStrategy[str]) -> None:
    @given(source)
    def check(text: str) -> None:
        at = 0
        for amount in find_amounts(text, WORDS):
            assert at <= amount.span.start < amount.span.end <= len(text)
            assert amount.span.covers(amount.number_span) and len(amount.number_span) > 0
            assert amount.quantity.words
            at = amount.span.end

    check()
