"""Readings the builders of time expressions share: the year of a date, the third of a month, a count of units."""

from __future__ import annotations

import msgspec

from warledger.stages.claims.dates_forms import Anchor, Calendar, Form, Part, Shift, Unit
from warledger.stages.claims.dates_tokens import Tokens

#: Which way a letter turns the calendar: "last", "this", "next", "following", "previous".
TURN = {"L": -1, "T": 0, "X": 1, "V": 1, "v": -1}

#: How far an open count ("days later", "several weeks ago") may reach, in its unit: short of the next larger unit.
VAGUE_TOP = {
    Unit.HOUR: 11,
    Unit.DAY: 6,
    Unit.WEEK: 4,
    Unit.WEEKEND: 4,
    Unit.FORTNIGHT: 4,
    Unit.MONTH: 11,
    Unit.YEAR: 9,
    Unit.DECADE: 5,
}

_THIRDS = {1: Part.EARLY, 2: Part.MID, 3: Part.LATE}
_HALVES = {1: Part.FIRST_HALF, 2: Part.SECOND_HALF}
_WEEKS = {1: Part.FIRST_WEEK, 2: Part.SECOND_WEEK, 3: Part.THIRD_WEEK, 4: Part.FOURTH_WEEK}
_MONTH_PREPOSITIONS = frozenset(
    {"in", "since", "by", "until", "till", "til", "from", "before", "after", "during", "around", "between", "through", "throughout"}
)
_MOST_UNITS = 5000


class Found(msgspec.Struct):
    """A form and its tokens `[first, last)`. `weak`: a bare year, a date only where the words beside it make it one."""

    form: Form
    first: int
    last: int
    part_of_day: bool = False
    weak: bool = False


def days(tokens: Tokens, first: int, last: int) -> list[int]:
    """The tokens that are days of a month."""
    return [i for i in range(first, last) if tokens.letters[i] in "dDo"]


def month_and_year(tokens: Tokens, first: int, last: int) -> tuple[int, int | None, int | None, int]:
    """The month's number, the year, the shift of years ("last year": -1), and where the date ends.

    "March last week" is no year: the date then ends before the tail.
    """
    at = next((i for i in range(first, last) if tokens.letters[i] in "MmuS"), first)
    letters, number = tokens.letters, tokens.values[at]
    if letters[last - 1] in "yY":
        return number, tokens.values[last - 1], None, last
    if letters[last - 1] != "U":
        return number, None, None, last
    if tokens.names[last - 1] == Unit.YEAR and not tokens.word(last - 1).lower().endswith("s"):
        return number, None, TURN[letters[last - 2]], last
    return number, None, None, last - (3 if letters[last - 3] == "f" else 2)


def part_of(tokens: Tokens, first: int, last: int) -> Part | None:
    """The part that the words before a month or year name: "early", "the end of", "first half of", "last week of"."""
    for i in range(first, last):
        letter, value = tokens.letters[i], tokens.values[i]
        if letter in "Ee":
            return _THIRDS[value]
        if letter in "oL" and tokens.letters[i + 1] == "F":
            return _HALVES.get(value if letter == "o" else 2)
        if letter in "oL" and tokens.letters[i + 1] == "U":
            return _week(value if letter == "o" else 0, tokens.names[i + 1])
    return None


def _week(nth: int, unit: str) -> Part | None:
    if unit == Unit.WEEK:
        return _WEEKS.get(nth, Part.LAST_WEEK if nth == 0 else None)
    return {0: Part.LATE, 1: Part.EARLY}.get(nth) if unit == Unit.DAY else None


def month_stands(tokens: Tokens, at: int) -> bool:
    """Whether a bare month is one: not the modal "may", a march, or a person's name."""
    letters, before = tokens.letters, tokens.letters[at - 1 : at]
    follower = tokens.word(at + 1)
    if tokens.word(at - 1).lower() in _MONTH_PREPOSITIONS:
        return True
    if letters[at] == "M":
        return before in ("i", "t", "-", "&", "/", ",") or not follower[:1].isupper() or letters[at + 1] != "x"
    if before in ("t", "-", "/", "&"):
        return letters[at - 2 : at - 1] in ("M", "m", "y", "S")
    if letters[at + 1 : at + 3] in ("-M", "-m", "tM", "/M", "&M"):
        return True
    return before == "i" and letters[at + 1 : at + 2] == "x" and follower.islower()


def name_before(tokens: Tokens, first: int) -> bool:
    """Whether a capitalised word that is no preposition stands right before: "Theresa May"."""
    word = tokens.word(first - 1)
    return word[:1].isupper() and tokens.letters[first - 1] == "x"


def count(tokens: Tokens, first: int, last: int, unit: Unit) -> tuple[int, int]:
    """Least and greatest count that the tokens give; one when there is none, (0, 0) when it is beyond any date."""
    letters = tokens.letters[first:last]
    if "Q" in letters:
        return 2, VAGUE_TOP[unit]
    numbers = [tokens.values[i] for i in range(first, last) if tokens.letters[i] in "Ndny"]
    total = sum(numbers) if numbers else 1
    return (total, total) if 0 < total <= _MOST_UNITS else (0, 0)


def bounded(tokens: Tokens, first: int, form: Calendar) -> Calendar:
    """The form with its part: "earlier this week", "later that month", "early last year", "the end of the month"."""
    letter, value = tokens.letters[first], tokens.values[first]
    if letter in "gq":
        return msgspec.structs.replace(form, part=Part.LATE if letter == "g" else Part.EARLY, bounded=True)
    return msgspec.structs.replace(form, part=_THIRDS[value]) if letter in "Ee" else form


def beside_story(tokens: Tokens, first: int, last: int, turn: int) -> list[Found]:
    """The day, week, month or year before or after the running date's."""
    unit = next(Unit(tokens.names[i]) for i in range(first, last) if tokens.letters[i] == "U")
    if unit in (Unit.DAY, Unit.HOUR):
        turn = turn if unit is Unit.DAY else 0
        return [Found(Shift(Anchor.STORY, Unit.DAY, turn, turn), first, last)]
    return [Found(Calendar(Anchor.STORY, unit, turn), first, last)]


def plural(tokens: Tokens, at: int) -> bool:
    """Whether the unit at token `at` stands in the plural."""
    return tokens.word(at).lower().endswith("s")


def clause_ends(tokens: Tokens, at: int) -> bool:
    """Whether no noun phrase follows, so that "two days after" counts from the story and not from "the attack"."""
    return tokens.letters[at : at + 1] in ("", ",", ".", ";", ")", "|", ":", "?")
