"""Numerals: the words and digits of one number, without what hedges it ("two and a half million", "several hundred")."""

from __future__ import annotations

import msgspec

from warledger.records.quantity_words import QuantityWords
from warledger.stages.claims.quantities_tokens import DASHES, Words

_ARTICLES = frozenset({"a", "an"})
# "Several hundred thousand" has two scale words; longer runs are no English.
_SCALES = 2


class Numeral(msgspec.Struct):
    """A number of tokens `[first, last)`. `high` is `None` for open counts ("dozens"); `vague` marks those and "a few".

    `scale` is the last scale word's value (1 without), which "two to three million" shares backwards.
    """

    first: int
    last: int
    low: float
    high: float | None
    vague: bool = False
    scale: int = 1


def numeral(words: Words, first: int, vocabulary: QuantityWords) -> Numeral | None:
    """The numeral that begins at token `first`, the longest there is; `None` when none does."""
    word = words.at(first)
    if words.digits[first] is not None:
        return _digits(words, first, vocabulary)
    if word in vocabulary.numbers:
        return _spelled(words, first, vocabulary)
    if word in vocabulary.vague:
        return _vague(words, first, vocabulary)
    if word in _ARTICLES or word == "the" or word in vocabulary.after_article:
        return _with_article(words, first, vocabulary)
    if word == "half":
        return _half_of(words, first, vocabulary)
    return None


def _digits(words: Words, first: int, vocabulary: QuantityWords) -> Numeral:
    value = words.digits[first]
    assert value is not None
    made = Numeral(first, first + 1, value, value)
    glued = vocabulary.glued_scales.get(words.at(first + 1)) if words.touching(first) else None
    if glued:
        return Numeral(first, first + 2, _whole(value * glued), _whole(value * glued), scale=glued)
    return _scaled(words, made, vocabulary)


def _spelled(words: Words, first: int, vocabulary: QuantityWords) -> Numeral:
    """ "twenty-one", "one hundred and five thousand", "two and a half million".

    After "between" a number that no "and" and greater number follows ends at its first "and": "between one hundred and two hundred".
    """
    made = _run(words, first, vocabulary)
    if words.at(first - 1) != "between" or _greater_follows(words, made, vocabulary):
        return made
    short = _run(words, first, vocabulary, through_and=False)
    return short if _greater_follows(words, short, vocabulary) else made


def _greater_follows(words: Words, made: Numeral, vocabulary: QuantityWords) -> bool:
    if words.at(made.last) != "and" or made.last + 1 >= len(words.lower):
        return False
    other = numeral(words, made.last + 1, vocabulary)
    return other is not None and other.low > made.low


def _run(words: Words, first: int, vocabulary: QuantityWords, *, through_and: bool = True) -> Numeral:
    """The spelled number from `first`, up to an "and" unless it may run through."""
    total, current, at, last_scale = 0, vocabulary.numbers[words.at(first)], first + 1, 1
    ceiling: float = float("inf")
    while True:
        step = _next_word(words, at, current, vocabulary)
        if step is None or words.broken(at - 1) or (words.at(at) == "and" and not through_and):
            break
        index, word = step
        scale = vocabulary.scales.get(word)
        if scale is None:
            current += vocabulary.numbers[word]
        elif scale < 1000:
            current *= scale
        elif scale < ceiling:
            total, current, ceiling = total + current * scale, 0, scale
        else:
            break
        last_scale = scale or last_scale
        at = index + 1
    value = total + current
    return _and_a_half(words, Numeral(first, at, value, value, scale=last_scale), vocabulary)


def _next_word(words: Words, at: int, current: int, vocabulary: QuantityWords) -> tuple[int, str] | None:
    """The next word of a spelled number and its place, past a hyphen or "and"; `None` when the number ends."""
    word = words.at(at)
    if word in vocabulary.scales and words.at(at - 1) not in DASHES:
        fits = vocabulary.scales[word] >= 1000 or 0 < current < 100
        return (at, word) if fits else None
    if word in DASHES and words.touching(at) and words.touching(at - 1):
        tens_and_unit = current % 10 == 0 and current % 100 >= 20 and 0 < vocabulary.numbers.get(words.at(at + 1), 0) < 10
        return (at + 1, words.at(at + 1)) if tens_and_unit else None
    joined = word == "and" and words.at(at - 1) in vocabulary.scales
    index = at + 1 if joined else at
    number = vocabulary.numbers.get(words.at(index), 0)
    if number and _goes_on(words, at, current, number, joined, vocabulary):
        return index, words.at(index)
    return None


def _goes_on(words: Words, at: int, current: int, number: int, joined: bool, vocabulary: QuantityWords) -> bool:
    after_scale = words.at(at - 1) in vocabulary.scales and words.at(at - 1) != "dozen"
    if after_scale and current % 100 == 0:
        return number < 100
    return not joined and current % 10 == 0 and current % 100 >= 20 and number < 10


def _and_a_half(words: Words, made: Numeral, vocabulary: QuantityWords) -> Numeral:
    """ "two and a half", and the scale that may follow."""
    at = made.last
    if (words.at(at), words.at(at + 1), words.at(at + 2)) != ("and", "a", "half"):
        return _scaled(words, made, vocabulary) if made.scale == 1 else made
    value = made.low + 0.5 * made.scale
    made = Numeral(made.first, at + 3, _whole(value), _whole(value), scale=made.scale)
    return _scaled(words, made, vocabulary)


def _scaled(words: Words, made: Numeral, vocabulary: QuantityWords) -> Numeral:
    """The numeral with the scale words that follow it ("2.5 million", "3 dozen", "several hundred thousand")."""
    for _ in range(_SCALES):
        scale = vocabulary.scales.get(_singular(words, made.last))
        if scale is None or words.broken(made.last - 1):
            break
        high = None if made.high is None else _whole(made.high * scale)
        made = Numeral(made.first, made.last + 1, _whole(made.low * scale), high, made.vague, made.scale * scale)
    return made


def _singular(words: Words, at: int) -> str:
    """ "dozens" after a number is "dozen"; other plurals are counts of their own."""
    return "dozen" if words.at(at) == "dozens" else words.at(at)


def _vague(words: Words, first: int, vocabulary: QuantityWords) -> Numeral:
    """ "dozens", "several hundred", "tens of thousands"."""
    low = vocabulary.vague[words.at(first)]
    scale = vocabulary.scales.get(words.at(first + 2).removesuffix("s"), 0) if words.at(first + 1) == "of" else 0
    if scale >= 1000 and words.at(first + 2).endswith("s"):
        return Numeral(first, first + 3, low * scale, None, vague=True, scale=scale)
    made = Numeral(first, first + 1, low, None, vague=True)
    return made if words.at(first).removesuffix("s") in vocabulary.scales else _scaled(words, made, vocabulary)


def _with_article(words: Words, first: int, vocabulary: QuantityWords) -> Numeral | None:
    """ "a dozen", "a hundred and five", "a few", "a couple of", "few hundred", "a half-dozen"."""
    article = words.at(first) in _ARTICLES or words.at(first) == "the"
    at = first + 1 if article else first
    word = words.at(at)
    if words.at(first) in _ARTICLES and word in vocabulary.scales:
        return _spelled_scale(words, first, vocabulary)
    if words.at(first) in _ARTICLES and word == "half":
        half = _half_of(words, at, vocabulary)
        return half and Numeral(first, half.last, half.low, half.high, scale=half.scale)
    bounds = vocabulary.after_article.get(word)
    if bounds is None:
        return None
    of = at + 2 if words.at(at + 1) == "of" and words.at(at + 2) in vocabulary.scales else at + 1
    made = Numeral(first, of, bounds[0], bounds[1] or None, vague=not bounds[1])
    scaled = _scaled(words, made, vocabulary)
    return scaled if scaled.scale > 1 or words.at(first) in _ARTICLES else None


def _spelled_scale(words: Words, first: int, vocabulary: QuantityWords) -> Numeral:
    """ "a hundred and five", "a million": the article is one."""
    scale = vocabulary.scales[words.at(first + 1)]
    made = Numeral(first, first + 2, scale, scale, scale=scale)
    index = first + 3 if words.at(first + 2) == "and" else first + 2
    if scale in (100, 1000) and words.at(index) in vocabulary.numbers and words.at(first + 2) == "and":
        rest = _spelled(words, index, vocabulary)
        if rest.low < scale:
            return Numeral(first, rest.last, scale + rest.low, scale + rest.low, scale=scale)
    return _scaled(words, made, vocabulary)


def _half_of(words: Words, first: int, vocabulary: QuantityWords) -> Numeral | None:
    """ "half a million", "half a dozen", "half-dozen"; other halves are fractions."""
    at = first + 2 if words.at(first + 1) in _ARTICLES or words.at(first + 1) in DASHES else first + 1
    scale = vocabulary.scales.get(words.at(at))
    if scale is None or (at == first + 1 and words.at(at) != "dozen" and scale < 1000):
        return None
    return _scaled(words, Numeral(first, at + 1, _whole(scale / 2), _whole(scale / 2), scale=scale), vocabulary)


def _whole(value: float) -> float:
    """The value as a whole number where it is one."""
    rounded = round(value)
    return rounded if abs(value - rounded) < 1e-6 * max(1.0, abs(value)) else value
