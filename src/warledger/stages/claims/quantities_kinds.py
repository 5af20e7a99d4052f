"""What kind of amount a bounded number is: each reading looks at the words beside it, the first that applies decides."""

from __future__ import annotations

from collections.abc import Callable

from warledger.records.quantity_words import QuantityWords
from warledger.stages.claims.quantities_amount import AmountKind
from warledger.stages.claims.quantities_bounds import Bounded, number_at
from warledger.stages.claims.quantities_tokens import DASHES, Words

#: Kind, unit, and the token after the last that belongs to the amount.
Kind = tuple[AmountKind, str, int]

_HYPHENS = frozenset("-‑")
_SUFFIXES = frozenset({"st", "nd", "rd", "th"})
_UNIT_LENGTH = 3
_OLDEST = 115
_YEARS = range(1800, 2151)


def kind_of(words: Words, found: Bounded, vocabulary: QuantityWords) -> Kind:
    """The kind of the amount; a count when nothing beside it says otherwise."""
    for reading in _READINGS:
        kind = reading(words, found, vocabulary)
        if kind is not None:
            return kind
    return AmountKind.COUNT, "", found.last


def year_like(words: Words, found: Bounded) -> bool:
    """Whether the number is written as a year is: four digits, no comma, in the range of years."""
    single = found.number_last == found.number_first + 1
    return single and len(words.at(found.number_first)) == 4 and words.digits[found.number_first] in _YEARS


def _money(words: Words, found: Bounded, vocabulary: QuantityWords) -> Kind | None:
    if found.money:
        return AmountKind.MONEY, found.money, found.last
    at = found.last
    if words.written(at)[:1].isupper() and _currency_word(words, at + 1, vocabulary):
        at += 1  # "20 million Xlandian pounds"
        return AmountKind.MONEY, vocabulary.currencies.get(words.at(at), "XXX"), at + 1
    code = vocabulary.currencies.get(words.at(at))
    if (not words.at(at).isalpha() or len(words.at(at)) <= 3) and number_at(words, at + 1, vocabulary):
        return None  # the sign belongs to the number after it
    return (AmountKind.MONEY, code, at + 1) if code else None


def _currency_word(words: Words, at: int, vocabulary: QuantityWords) -> bool:
    return words.at(at) in vocabulary.currencies or words.at(at) in ("pound", "pounds")


def _glued_name(words: Words, found: Bounded, vocabulary: QuantityWords) -> Kind | None:
    """ "T-72", "F16", "pre-2011"; "4-1-2"."""
    at = found.number_first - 1
    if words.digits[found.number_first] is None or not words.touching(at):
        return None
    hyphen = words.at(at) in _HYPHENS
    joined = at - 1 if hyphen else at
    if hyphen and not words.touching(joined):
        return None
    if not words.at(joined)[:1].isalnum():
        return None
    return (AmountKind.YEAR if year_like(words, found) else AmountKind.DESIGNATION), "", found.last


def _ordinal(words: Words, found: Bounded, vocabulary: QuantityWords) -> Kind | None:
    """ "46th", "twenty-first"; before "regiment" and its like a name."""
    at = found.last
    if words.at(at) in _SUFFIXES and words.touching(at - 1):
        at += 1
    elif words.at(at) in DASHES and words.touching(at) and words.at(at + 1) in vocabulary.ordinals:
        found.low = found.high = (found.high or 0) + vocabulary.ordinals[words.at(at + 1)]
        at += 2
        found.number_last = at
    else:
        return None
    return ordinal_or_name(words, at, vocabulary)


def ordinal_or_name(words: Words, at: int, vocabulary: QuantityWords) -> Kind:
    """The kind of an ordinal whose next token is `at`."""
    named = words.at(at) in vocabulary.designated and (words.written(at)[:1].isupper() or words.at(at - 1) in _SUFFIXES)
    return (AmountKind.DESIGNATION if named else AmountKind.ORDINAL), "", at


def _plural_years(words: Words, found: Bounded, vocabulary: QuantityWords) -> Kind | None:
    """ "the 1990s", "in his 30s"."""
    if words.at(found.last) != "s" or not words.touching(found.last - 1):
        return None
    return (AmountKind.YEAR if year_like(words, found) else AmountKind.AGE), "", found.last + 1


def _clock(words: Words, found: Bounded, vocabulary: QuantityWords) -> Kind | None:
    """ "10:30", "10.30 am", "5 p.m."; units of the table `clock` after a number are read with the others."""
    at = found.last
    if words.at(at) != ":" or not words.touching(at) or not words.touching(at - 1) or len(words.at(at + 1)) != 2:
        return None
    if words.digits[at + 1] is None or not 0 <= (found.high or 0) <= 24:
        return None
    size, _ = _unit_at(words, at + 2, vocabulary)
    return AmountKind.CLOCK, "", at + 2 + size


def _unit(words: Words, found: Bounded, vocabulary: QuantityWords) -> Kind | None:
    """The unit after the number, with or without a hyphen; years that are "old" are an age."""
    at = found.last
    if words.at(at) in DASHES and words.touching(at - 1) and words.touching(at):
        at += 1
    size, kind = _unit_at(words, at, vocabulary)
    if kind is None or (at > found.last and kind[0] is AmountKind.CLOCK):
        return None
    last = at + size
    old = last + 1 if words.at(last) in DASHES else last
    if kind[0] is AmountKind.DURATION and words.at(old) in vocabulary.age_after:
        return AmountKind.AGE, kind[1], old + 1
    return kind[0], kind[1], last


def _unit_at(words: Words, at: int, vocabulary: QuantityWords) -> tuple[int, tuple[AmountKind, str] | None]:
    if words.at(at) not in vocabulary.unit_starts:
        return 0, None
    for size in range(_UNIT_LENGTH + 1, 0, -1):
        unit = vocabulary.units.get(words.phrase(at, size))
        if unit is not None:
            return size, (AmountKind.MULTIPLIER if unit.kind == "times" else AmountKind(unit.kind), unit.name)
    return 0, None


def _age(words: Words, found: Bounded, vocabulary: QuantityWords) -> Kind | None:
    """ "aged 34", "Aman Dell, 34, said"."""
    if found.high is None or not 0 < found.high <= _OLDEST:
        return None
    if words.at(found.first - 1) in vocabulary.age_before:
        return AmountKind.AGE, "year", found.last
    apposed = words.at(found.first - 1) == "," and words.at(found.last) == "," and words.digits[found.number_first] is not None
    named = words.written(found.first - 2)[:1].isupper() and words.at(found.first - 2).isalpha() and found.high > 4
    return (AmountKind.AGE, "year", found.last) if apposed and named else None


def _designated(words: Words, found: Bounded, vocabulary: QuantityWords) -> Kind | None:
    """ "Resolution 2254", "No. 5", "phase two"; not "in one camp 20 people ..."."""
    at = found.first - 1
    if found.first != found.number_first:
        return None
    if words.at(at) == "." and words.at(at - 1) in ("no", "nos") and words.touching(at - 1):
        return AmountKind.DESIGNATION, words.at(at - 1), found.last
    if words.at(at) not in vocabulary.designators or words.at(at) == "no":
        return None
    follower = words.written(found.last)
    if words.written(at)[:1].isupper() or not follower.isalpha() or not follower.islower() or not follower.endswith("s"):
        return AmountKind.DESIGNATION, words.at(at), found.last
    return None


def _fraction(words: Words, found: Bounded, vocabulary: QuantityWords) -> Kind | None:
    """ "two-thirds", "three quarters", "1/3"."""
    at = found.last + 1 if words.at(found.last) in DASHES else found.last
    word = words.at(at)
    if word in vocabulary.fractions and found.low is not None and (word.endswith("s") or found.low == 1):
        found.low = found.high = found.low * vocabulary.fractions[word]
        return AmountKind.FRACTION, "", at + 1
    over = words.digits[at] if words.at(found.last) == "/" and at < len(words.digits) else None
    if words.at(found.last) != "/" or not words.touching(found.last) or not words.touching(found.last - 1) or over is not None:
        return None
    below = words.digits[found.last + 1]
    if not below or found.low is None:
        return None
    found.low = found.high = found.low / below
    return AmountKind.FRACTION, "", found.last + 2


def _year(words: Words, found: Bounded, vocabulary: QuantityWords) -> Kind | None:
    """A bare year after a preposition or in brackets; "in 2000 villages" counts."""
    if not year_like(words, found) or found.first != found.number_first:
        return None
    before, follower = words.at(found.first - 1), words.written(found.last)
    counted = words.digits[found.number_first] in range(1800, 2151, 100) and follower.isalpha() and follower.islower()
    return (AmountKind.YEAR, "", found.last) if (before in vocabulary.year_prepositions or before == "(") and not counted else None


def _compound(words: Words, found: Bounded, vocabulary: QuantityWords) -> Kind | None:
    """ "a 10-member cell", "3D": joined to a word that is no unit."""
    at = found.last
    if words.at(at) in _HYPHENS and words.touching(at - 1) and words.touching(at) and words.at(at + 1).isalpha():
        return AmountKind.DESIGNATION, words.at(at + 1), at + 2
    if words.digits[at - 1] is not None and words.touching(at - 1) and words.at(at).isalpha():
        return AmountKind.DESIGNATION, words.at(at), at + 1
    broken = any(bound is not None and bound != int(bound) for bound in (found.low, found.high))
    return (AmountKind.DESIGNATION, "", at) if broken else None


_READINGS: tuple[Callable[[Words, Bounded, QuantityWords], Kind | None], ...] = (
    _money,
    _glued_name,
    _ordinal,
    _plural_years,
    _clock,
    _unit,
    _age,
    _designated,
    _fraction,
    _year,
    _compound,
)
