"""The words of number: numerals, hedges and units. Knowledge only; `stages/claims/quantities.py` reads with it."""

from __future__ import annotations

import re
from typing import Any

import msgspec

from warledger.records.layers import layered

#: Tables of `quantities.toml` that name units; the table's name is the kind of the amount ("times": a multiplier).
UNIT_TABLES = ("percent", "distance", "area", "duration", "weight", "clock", "times")

#: What a hedge does to a number: roughly it, no fewer, no more, fewer.
BOUNDS = frozenset({"about", "least", "most", "below"})

Phrase = tuple[str, ...]

_PIECE = re.compile(r"[0-9]+|[^\W\d_]+|[^\w\s]")


class Unit(msgspec.Struct, frozen=True, array_like=True):
    """`kind` is the table it stands in, `name` the name all its spellings share."""

    kind: str
    name: str


class QuantityWords(msgspec.Struct, frozen=True):
    """Every number word by its lower-case spelling.

    Hedges and units are keyed by the tuple of their words and marks, so that "no fewer than" is one key of three; the
    `*_ends` and `*_starts` sets hold the one word by which a reader knows to look further.
    """

    numbers: dict[str, int]
    scales: dict[str, int]
    glued_scales: dict[str, int]
    money_scales: dict[str, int]
    vague: dict[str, int]
    after_article: dict[str, tuple[int, int]]
    nothing: frozenset[str]
    not_after_no: frozenset[str]
    not_before_one: frozenset[str]
    not_after_one: frozenset[str]
    before: dict[Phrase, str]
    before_ends: frozenset[str]
    after: dict[Phrase, str]
    after_starts: frozenset[str]
    extra_before: frozenset[str]
    extra_after: frozenset[str]
    fractions: dict[str, float]
    multipliers: dict[str, int]
    ordinals: dict[str, int]
    currencies: dict[str, str]
    units: dict[Phrase, Unit]
    unit_starts: frozenset[str]
    designators: frozenset[str]
    designated: frozenset[str]
    year_prepositions: frozenset[str]
    age_before: frozenset[str]
    age_after: frozenset[str]


def parse(*texts: str) -> QuantityWords:
    """The vocabulary that the TOML texts (vocab/quantities.toml, and what is laid over it) describe.

    Raises:
        ValueError: a table is missing, a hedge has an unknown bound, or the text is no TOML.
    """
    data = layered(*texts)
    try:
        return _words(data)
    except KeyError as missing:
        raise ValueError(f"quantities.toml: no table or list called {missing.args[0]!r}") from None


def _words(data: dict[str, Any]) -> QuantityWords:
    before, after = _hedges(data["before"]), _hedges(data["after"])
    units = {phrase_of(spelling): Unit(table, name) for table in UNIT_TABLES for spelling, name in data[table].items()}
    skipped = data["not_counted"]
    return QuantityWords(
        numbers=data["number"],
        scales=data["scale"],
        glued_scales=data["glued_scale"],
        money_scales=data["money_scale"],
        vague=data["vague"],
        after_article={word: (low, high) for word, (low, high) in data["after_article"].items()},
        nothing=frozenset(data["none"]),
        not_after_no=frozenset(skipped["after_no"]),
        not_before_one=frozenset(skipped["before_one"]),
        not_after_one=frozenset(skipped["after_one"]),
        before=before,
        before_ends=frozenset(phrase[-1] for phrase in before),
        after=after,
        after_starts=frozenset(phrase[0] for phrase in after),
        extra_before=frozenset(data["extra"]["before"]),
        extra_after=frozenset(data["extra"]["after"]),
        fractions=data["fraction"],
        multipliers=data["multiplier"],
        ordinals=data["ordinal"],
        currencies=data["currency"],
        units=units,
        unit_starts=frozenset(phrase[0] for phrase in units),
        designators=frozenset(data["designation"]["before"]),
        designated=frozenset(data["designation"]["after"]),
        year_prepositions=frozenset(data["year"]["before"]),
        age_before=frozenset(data["age"]["before"]),
        age_after=frozenset(data["age"]["after"]),
    )


def phrase_of(text: str) -> Phrase:
    """The words, digits and marks of `text`, in lower case, as the amounts' tokens split them."""
    return tuple(_PIECE.findall(text.lower()))


def _hedges(table: dict[str, str]) -> dict[Phrase, str]:
    for spelling, bound in table.items():
        if bound not in BOUNDS:
            raise ValueError(f"quantities.toml: {spelling!r} has the bound {bound!r}; bounds are {', '.join(sorted(BOUNDS))}")
    return {phrase_of(spelling): bound for spelling, bound in table.items()}
