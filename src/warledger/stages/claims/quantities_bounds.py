"""From a numeral and the words around it to bounds: hedges before and after, ranges."""

from __future__ import annotations

import msgspec

from warledger.base.quantities import Quantity
from warledger.records.quantity_words import QuantityWords
from warledger.stages.claims.quantities_numerals import Numeral, numeral
from warledger.stages.claims.quantities_tokens import DASHES, Words

_LONGEST = 5
_LINKS = frozenset({"to", "or", "and"})


class Bounded(msgspec.Struct):
    """Tokens `[first, last)` with the hedge, `[number_first, number_last)` without; the bounds that all of it leaves."""

    first: int
    last: int
    number_first: int
    number_last: int
    low: float | None
    high: float | None
    approximate: bool = False
    extra: bool = False
    money: str = ""
    floor: int = 0

    def quantity(self, words: Words) -> Quantity:
        """The bounds with the words that gave them."""
        return Quantity(self.low, self.high, self.approximate, words.span(self.first, self.last).of(words.text))


def bounded(words: Words, made: Numeral, vocabulary: QuantityWords, floor: int = 0) -> Bounded:
    """The numeral with the sign of money before it, its range, its hedges and "more" or "another".

    Tokens before `floor` belong to the amount before and are left alone.
    """
    code, start = currency_before(words, made.first, vocabulary)
    if start < floor:
        code = ""
    found = _range(words, _money_scaled(words, made, vocabulary) if code else made, vocabulary)
    found.floor = floor
    if code:
        found.money, found.first = code, min(found.first, start)
    found.first = max(found.first, floor)
    hedges = _hedges_before(words, found, vocabulary) + _hedges_after(words, found, vocabulary)
    _apply(found, hedges)
    _mark_extra(words, found, vocabulary)
    return found


def _range(words: Words, made: Numeral, vocabulary: QuantityWords) -> Bounded:
    """ "10-20", "between 10 and 20", "six or seven", "two to three million"."""
    found = Bounded(made.first, made.last, made.first, made.last, made.low, made.high)
    link, at = words.at(made.last), _past_sign(words, made.last + 1, vocabulary)
    between = words.at(made.first - 1) == "between"
    if made.vague or at >= len(words.lower) or not _links(words, made.last, link, between):
        return found
    other = numeral(words, at, vocabulary)
    if other is None or other.vague or other.high is None:
        return found
    low = made.low * other.scale if _shares_scale(made, other) else made.low
    if low >= other.low or (link == "or" and other.low > 3 * low):
        return found
    other = _money_scaled(words, other, vocabulary) if at > made.last + 1 else other
    first = made.first - 1 if between or words.at(made.first - 1) == "from" else made.first
    return Bounded(first, other.last, made.first, other.last, low, max(other.high or 0, low))


def currency_before(words: Words, first: int, vocabulary: QuantityWords) -> tuple[str, int]:
    """The ISO code that the sign before token `first` stands for and where it begins; empty without one."""
    sign = words.at(first - 1)
    if not sign or sign not in vocabulary.currencies or (sign.isalpha() and len(sign) > 3):
        return "", first
    joined = words.at(first - 2) + sign
    if words.touching(first - 2) and joined in vocabulary.currencies:
        return vocabulary.currencies[joined], first - 2
    return vocabulary.currencies[sign], first - 1


def _past_sign(words: Words, at: int, vocabulary: QuantityWords) -> int:
    """Past the second sign in "$10 million to $12 million"."""
    sign = words.at(at)
    return at + 1 if sign in vocabulary.currencies and not sign.isalpha() else at


def _money_scaled(words: Words, made: Numeral, vocabulary: QuantityWords) -> Numeral:
    """ "$5m": letters that mean millions only where the number is money."""
    scale = vocabulary.money_scales.get(words.at(made.last)) if words.touching(made.last - 1) else None
    if scale is None or made.high is None:
        return made
    return Numeral(made.first, made.last + 1, made.low * scale, made.high * scale, scale=scale)


def _shares_scale(made: Numeral, other: Numeral) -> bool:
    """ "Two to three hundred", "2 to 2.5 million"; not "two to two hundred" nor "two to two hundred and one"."""
    round_number = other.low * 10 % other.scale == 0
    return made.scale == 1 and other.scale > 1 and round_number and made.low * other.scale < other.low


def _links(words: Words, at: int, link: str, between: bool) -> bool:
    if link in DASHES:
        return words.touching(at - 1) == words.touching(at)
    return link in _LINKS and (link != "and" or between)


def _hedges_before(words: Words, found: Bounded, vocabulary: QuantityWords) -> list[str]:
    """Every hedge that stands right before, nearest first; the span grows to cover them."""
    hedges: list[str] = []
    while words.at(found.first - 1) in vocabulary.before_ends and not words.broken(found.first - 1):
        longest = min(_LONGEST, found.first - found.floor)
        size = next((n for n in range(longest, 0, -1) if words.phrase(found.first - n, n) in vocabulary.before), 0)
        if size == 0:
            break
        hedges.append(vocabulary.before[words.phrase(found.first - size, size)])
        found.first -= size
    return hedges


def _hedges_after(words: Words, found: Bounded, vocabulary: QuantityWords) -> list[str]:
    at = found.last
    if words.at(at) in DASHES and words.touching(at - 1) and words.touching(at) and words.at(at + 1) in vocabulary.after_starts:
        at += 1  # "20-plus", "50-odd"
    elif words.at(at) in ("odd", "some", "plus"):
        return []
    if words.at(at) not in vocabulary.after_starts:
        return []
    size = next((n for n in range(_LONGEST, 0, -1) if words.phrase(at, n) in vocabulary.after), 0)
    if size == 0 or number_at(words, at + size, vocabulary):
        return []  # in "killed 5, at least 3 of them" the hedge belongs to what follows
    found.last = at + size
    return [vocabulary.after[words.phrase(at, size)]]


def number_at(words: Words, at: int, vocabulary: QuantityWords) -> bool:
    """Whether a number begins at token `at`."""
    if at >= len(words.lower):
        return False
    return words.digits[at] is not None or words.at(at) in vocabulary.numbers or words.at(at) in vocabulary.vague


def _apply(found: Bounded, hedges: list[str]) -> None:
    """The codebook's rule 11: the first hedge that bounds decides; "about" alone leaves the number."""
    found.approximate = "about" in hedges
    bound = next((hedge for hedge in hedges if hedge != "about"), None)
    if bound == "least":
        found.high = None
    elif bound == "most":
        found.low = None
    elif bound == "below":
        whole = found.high is not None and found.high == int(found.high)
        found.low, found.high = None, found.high - 1 if found.high is not None and whole else found.high


def _mark_extra(words: Words, found: Bounded, vocabulary: QuantityWords) -> None:
    """ "another 20", "20 more": beside those told of before. "20 more than" compares."""
    before = words.at(found.first - 1) if found.first > found.floor else ""
    if before in vocabulary.extra_before:
        article = before != "another" and words.at(found.first - 2) in ("a", "an") and found.first - 2 >= found.floor
        found.first -= 2 if article else 1
        found.extra = True
    if words.at(found.last) in vocabulary.extra_after and words.at(found.last + 1) != "than":
        found.last += 1
        found.extra = True
