"""Amounts in words: bounds as the codebook has them, kinds by what stands beside."""

from __future__ import annotations

from importlib.resources import files

import pytest

from warledger.base.spans import Span
from warledger.records.quantity_words import parse
from warledger.stages.claims.quantities import Amount, AmountKind, find_amounts

TEXT = (files("warledger.records") / "vocab" / "quantities.toml").read_text(encoding="utf-8")
WORDS = parse(TEXT)


def one(text: str, dates: list[Span] | None = None) -> Amount:
    (amount,) = find_amounts(text, WORDS, dates)
    return amount


def kinds(text: str) -> list[tuple[str, AmountKind]]:
    return [(amount.span.of(text), amount.kind) for amount in find_amounts(text, WORDS)]


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("37", 37, 37),
        ("at least 37", 37, None),
        ("more than 50", 50, None),
        ("over 50", 50, None),
        ("well over 50", 50, None),
        ("no fewer than 9", 9, None),
        ("upwards of 1,000", 1000, None),
        ("in excess of 3", 3, None),
        ("20 or more", 20, None),
        ("20+", 20, None),
        ("20-plus", 20, None),
        ("nearly 20", None, 20),
        ("almost fifty", None, 50),
        ("up to 80", None, 80),
        ("as many as 300", None, 300),
        ("no more than 5", None, 5),
        ("at most 7", None, 7),
        ("less than 30", None, 29),
        ("fewer than twelve", None, 11),
        ("under 5", None, 4),
        ("several", 2, None),
        ("dozens", 24, None),
        ("scores", 40, None),
        ("hundreds", 200, None),
        ("thousands", 2000, None),
        ("tens of thousands", 20_000, None),
        ("hundreds of thousands", 200_000, None),
        ("millions", 2_000_000, None),
        ("several hundred", 200, None),
        ("several dozen", 24, None),
        ("a few thousand", 2000, None),
        ("a dozen", 12, 12),
        ("two dozen", 24, 24),
        ("half a dozen", 6, 6),
        ("more than a dozen", 12, None),
        ("nearly a dozen", None, 12),
        ("a few dozen", 24, None),
        ("a handful", 2, None),
        ("a few", 2, None),
        ("a couple", 2, 2),
        ("between 10 and 20", 10, 20),
        ("10 to 20", 10, 20),
        ("10-20", 10, 20),
        ("2,000–2,500", 2000, 2500),
        ("six or seven", 6, 7),
        ("from 5 to 7", 5, 7),
        ("between one hundred and two hundred", 100, 200),
        ("between one hundred and five and two hundred", 105, 200),
        ("two to three million", 2_000_000, 3_000_000),
        ("two to three hundred", 200, 300),
        ("2 to 2.5 million", 2_000_000, 2_500_000),
        ("two to two hundred", 2, 200),
        ("at least 10 to 12", 10, None),
        ("up to 10 or 12", None, 12),
        ("twenty-one", 21, 21),
        ("one hundred and five", 105, 105),
        ("a hundred and five", 105, 105),
        ("two thousand three hundred and forty-six", 2346, 2346),
        ("2.5 million", 2_500_000, 2_500_000),
        ("two and a half million", 2_500_000, 2_500_000),
        ("half a million", 500_000, 500_000),
        ("15,000", 15_000, 15_000),
        ("15 000", 15_000, 15_000),
        ("15\u202f250", 15_250, 15_250),
        ("no", 0, 0),
        ("zero", 0, 0),
        ("one", 1, 1),
        ("at least one", 1, None),
    ],
)
def test_bounds_of_counts(words: str, low: float | None, high: float | None) -> None:
    text = f"They lost {words} fighters near Varn."
    amount = one(text)
    assert (amount.quantity.low, amount.quantity.high, amount.kind) == (low, high, AmountKind.COUNT)
    assert amount.span.of(text) == words == amount.quantity.words


@pytest.mark.parametrize(
    "words", ["about 20", "around 20", "some 20", "roughly 20", "approximately 20", "an estimated 20", "~20", "c. 20", "20 or so"]
)
def test_rough_counts_keep_their_number(words: str) -> None:
    amount = one(f"They lost {words} fighters.")
    assert (amount.quantity.low, amount.quantity.high, amount.quantity.approximate) == (20, 20, True)


@pytest.mark.parametrize(
    "words", ["another 20", "20 more", "a further 20", "an additional 20", "dozens more", "at least 20 more", "another two dozen"]
)
def test_counts_beside_those_told_before(words: str) -> None:
    text = f"They took {words} villages."
    amount = one(text)
    assert amount.extra
    assert amount.span.of(text) == words


def test_more_than_is_no_extra() -> None:
    assert [amount.extra for amount in find_amounts("He sent 20 more than he had; more than 20 came.", WORDS)] == [False, False]


@pytest.mark.parametrize(
    ("text", "words", "kind", "unit", "low"),
    [
        ("worth $160 million in all", "$160 million", AmountKind.MONEY, "USD", 160_000_000),
        ("worth US$5m in all", "US$5m", AmountKind.MONEY, "USD", 5_000_000),
        ("worth $ 24 billion in all", "$ 24 billion", AmountKind.MONEY, "USD", 24_000_000_000),
        ("worth €10-12 million in all", "€10-12 million", AmountKind.MONEY, "EUR", 10_000_000),
        ("worth more than 300 euros in all", "more than 300 euros", AmountKind.MONEY, "EUR", 300),
        ("fell by 40 per cent in all", "40 per cent", AmountKind.PERCENT, "percent", 40),
        ("fell by 40% in all", "40%", AmountKind.PERCENT, "percent", 40),
        ("about 20 km from Varn", "about 20 km", AmountKind.DISTANCE, "km", 20),
        ("a 20-kilometre front", "20-kilometre", AmountKind.DISTANCE, "km", 20),
        ("some 500 square kilometres of fields", "some 500 square kilometres", AmountKind.AREA, "km2", 500),
        ("a 500-kg bomb", "500-kg", AmountKind.WEIGHT, "kg", 500),
        ("122mm shells", "122mm", AmountKind.DISTANCE, "mm", 122),
        ("a three-day raid", "three-day", AmountKind.DURATION, "day", 3),
        ("for more than two years", "more than two years", AmountKind.DURATION, "year", 2),
        ("a 12-year-old boy", "12-year-old", AmountKind.AGE, "year", 12),
        ("was 34 years old", "34 years old", AmountKind.AGE, "year", 34),
        ("a man aged 34", "34", AmountKind.AGE, "year", 34),
        ("Aman Dell, 34, said so", "34", AmountKind.AGE, "year", 34),
        ("at 10:30 sharp", "10:30", AmountKind.CLOCK, "", 10),
        ("at 5 p.m. sharp", "5 p.m.", AmountKind.CLOCK, "pm", 5),
        ("the 46th regiment fled", "46th", AmountKind.DESIGNATION, "", 46),
        ("the Fourth Brigade fled", "Fourth", AmountKind.DESIGNATION, "", 4),
        ("Resolution 2254 says", "2254", AmountKind.DESIGNATION, "resolution", 2254),
        ("a T-72 tank", "72", AmountKind.DESIGNATION, "", 72),
        ("the M5 highway", "5", AmountKind.DESIGNATION, "", 5),
        ("list No. 5 says", "5", AmountKind.DESIGNATION, "no", 5),
        ("a 10-member cell", "10-member", AmountKind.DESIGNATION, "member", 10),
        ("the 46th day", "46th", AmountKind.ORDINAL, "", 46),
        ("the twenty-first time", "twenty-first", AmountKind.ORDINAL, "", 21),
        ("the second strike", "second", AmountKind.ORDINAL, "", 2),
        ("half of the town", "half", AmountKind.FRACTION, "", 0.5),
        ("two-thirds of the town", "two-thirds", AmountKind.FRACTION, "", 2 / 3),
        ("3/4 of the town", "3/4", AmountKind.FRACTION, "", 0.75),
        ("it was hit twice", "twice", AmountKind.MULTIPLIER, "", 2),
        ("it was hit three times", "three times", AmountKind.MULTIPLIER, "times", 3),
        ("since 2011 they fled", "2011", AmountKind.YEAR, "", 2011),
        ("in the 1990s they fled", "1990s", AmountKind.YEAR, "", 1990),
    ],
)
def test_kinds_that_are_no_counts(text: str, words: str, kind: AmountKind, unit: str, low: float) -> None:
    amount = one(text)
    assert (amount.span.of(text), amount.kind, amount.unit) == (words, kind, unit)
    assert amount.quantity.low == pytest.approx(low)


@pytest.mark.parametrize(
    "text",
    [
        "no one came",
        "they hit one another",
        "one of the towns",
        "each one held",
        "no longer there",
        "a soldier fell",
        "the couple fled",
        "few doubt it",
        "one day they left",
        "a one-sided fight",
        "this one held",
    ],
)
def test_words_that_count_nothing(text: str) -> None:
    assert find_amounts(text, WORDS) == []


def test_one_of_its_men_is_one() -> None:
    assert one("it lost one of its men").quantity.high == 1


def test_numbers_in_dates_are_told_from_counts() -> None:
    text = "On 27 November 2024, 37 soldiers fell; two days later 60 more did."
    dates = [Span(3, 19), Span(39, 53)]
    found = [(amount.number_span.of(text), amount.kind) for amount in find_amounts(text, WORDS, dates)]
    assert found == [
        ("27", AmountKind.DATE_PART),
        ("2024", AmountKind.YEAR),
        ("37", AmountKind.COUNT),
        ("two", AmountKind.DURATION),
        ("60", AmountKind.COUNT),
    ]


def test_a_list_of_counts_stays_apart() -> None:
    text = "Six people, two women among them, were killed, 14 others wounded and one missing."
    assert kinds(text) == [("Six", AmountKind.COUNT), ("two", AmountKind.COUNT), ("14", AmountKind.COUNT), ("one", AmountKind.COUNT)]


def test_number_and_hedge_have_their_own_spans() -> None:
    text = "Between 10 and 20 tanks burned, well over $3 million lost."
    found = [(amount.span.of(text), amount.number_span.of(text)) for amount in find_amounts(text, WORDS)]
    assert found == [("Between 10 and 20", "10 and 20"), ("well over $3 million", "3 million")]


def test_runs_of_digits_too_long_to_count_are_passed_over() -> None:
    assert find_amounts("call 00441234567890123456 now", WORDS) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [(TEXT.replace('"at least" = "least"', '"at least" = "lots"', 1), "'lots'"), ("[number]\none = 1", "no table or list called")],
)
def test_a_vocabulary_that_cannot_be_used_says_why(text: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        parse(text)
