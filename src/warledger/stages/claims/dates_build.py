"""Builders for dates that the words give themselves: days, months, seasons, years. What is no date gives nothing."""

from __future__ import annotations

from warledger.stages.claims.dates_forms import Day, Month, Part, Season, Stretch, Years
from warledger.stages.claims.dates_parts import TURN, Found, clause_ends, days, month_and_year, month_stands, name_before, part_of
from warledger.stages.claims.dates_tokens import Tokens

#: "The following May", "that summer" count from where the story stands.
_OF_STORY = frozenset("VvHh")
_IN = frozenset({"in", "by", "during", "until", "since", "over", "throughout"})


def numeric(tokens: Tokens, first: int, last: int) -> list[Found]:
    """ISO dates; `11/27/2024` keeps its order open (the caller's vocabulary decides in `dates_find`)."""
    word = tokens.word(first)
    if "-" in word:
        year, month, day = (int(part) for part in word.split("-"))
        return [Found(Day(day, month, year), first, last)]
    one, two, year = (int(part) for part in word.replace("/", ".").split("."))
    order = tokens.numeric_order
    if one > 12 >= two or order == "day-first" or one == two:
        return [Found(Day(one, two, year), first, last)]
    if two > 12 >= one or order == "month-first":
        return [Found(Day(two, one, year), first, last)]
    return []


def day_list(tokens: Tokens, first: int, last: int) -> list[Found]:
    """Days that share one month and year: "5, 15 and 20 May 2014"; "between 3 and 5 May" is one stretch."""
    month, year, shift, end = month_and_year(tokens, first, last)
    places = days(tokens, first, last)
    next_to = len(places) == 2 and tokens.values[places[0]] + 1 == tokens.values[places[1]] and tokens.letters[places[0] + 1] == "&"
    if tokens.letters[first - 1 : first] == "z" or next_to:
        start, stop = (Day(tokens.values[i], month, year, shift) for i in (places[0], places[-1]))
        return [Found(Stretch(start, stop), places[0], end)]
    found = [Found(Day(tokens.values[i], month, year, shift), i, i + 1) for i in places]
    monthly = next(i for i in range(first, last) if tokens.letters[i] in "Mmu")
    edge = found[0] if monthly < places[0] else found[-1]
    edge.first, edge.last = min(edge.first, monthly), max(edge.last, monthly + 1)
    found[-1].last = max(found[-1].last, end)
    return found


def day_range(tokens: Tokens, first: int, last: int) -> list[Found]:
    """ "27-30 November", "28/29 November", "November 27-30, 2024"."""
    month, year, shift, end = month_and_year(tokens, first, last)
    numbers = [tokens.values[i] for i in days(tokens, first, last)]
    if numbers[0] >= numbers[1]:
        return []
    return [Found(Stretch(Day(numbers[0], month, year, shift), Day(numbers[1], month, year, shift)), first, end)]


def day(tokens: Tokens, first: int, last: int) -> list[Found]:
    """ "27 November 2024", "the 5th of May", "Friday, 29 November"."""
    if tokens.letters[first] == "i":
        first += 1
    month, year, shift, end = month_and_year(tokens, first, last)
    number = next(tokens.values[i] for i in range(first, last) if tokens.letters[i] in "dDo")
    return [Found(Day(number, month, year, shift), first, end, part_of_day="P" in tokens.letters[first:last])]


def us_day(tokens: Tokens, first: int, last: int) -> list[Found]:
    """ "November 27, 2024". After "in" a number that a word follows is a count: "In May 20 people were killed"."""
    if tokens.word(first - 1).lower() == "in" and tokens.letters[last - 1] in "d" and tokens.letters[last : last + 1] == "x":
        return month(tokens, first, last - 1)
    if tokens.letters[first] == "m" and tokens.letters[last - 1] == "d" and name_before(tokens, first):
        return []
    return day(tokens, first, last)


def month(tokens: Tokens, first: int, last: int) -> list[Found]:
    """ "November", "March 2020", "mid-January", "the end of March", "last May"."""
    at = next(i for i in range(first, last) if tokens.letters[i] in "Mmu")
    number, year, shift, end = month_and_year(tokens, first, last)
    letter = tokens.letters[at - 1 : at] if at > first else ""
    turn = TURN.get(letter, 0) if letter else 0
    part = part_of(tokens, first, at)
    if part is None and year is None and shift is None and not turn and not month_stands(tokens, at):
        return []
    return [Found(Month(number, year, part, turn, shift, letter in _OF_STORY), first, end)]


def year_pair(tokens: Tokens, first: int, last: int) -> list[Found]:
    """ "2019-20", "2011-2014"."""
    start, stop = tokens.values[first], tokens.values[first + 2]
    if tokens.letters[first + 2] != "y":
        if not tokens.adjoin(first, last) or len(tokens.word(first + 2)) != 2:
            return []
        stop += start // 100 * 100
    return [Found(Years(start, stop), first, last)] if start < stop else []


def year(tokens: Tokens, first: int, last: int) -> list[Found]:
    """A year with or without its part; alone it stays weak."""
    if tokens.letters[last - 1] == "Y":
        return []
    number = tokens.values[last - 1]
    return [Found(Years(number, number, part_of(tokens, first, last - 1)), first, last, weak=last - first == 1)]


def decade(tokens: Tokens, first: int, last: int) -> list[Found]:
    """ "the 1990s", "late 1990s"."""
    number = tokens.values[last - 1]
    thirds = {None: (0, 9), Part.EARLY: (0, 3), Part.MID: (4, 6), Part.LATE: (7, 9)}[part_of(tokens, first, last - 1)]
    return [Found(Years(number + thirds[0], number + thirds[1]), first, last)]


def season(tokens: Tokens, first: int, last: int) -> list[Found]:
    """ "summer 2013", "the spring of 2011", "last winter", "in the autumn"; alone it is no date."""
    at = tokens.letters.index("S", first)
    _, year, shift, end = month_and_year(tokens, at, last)
    turn = next((letter for letter in tokens.letters[first:at] if letter in TURN or letter in _OF_STORY), "")
    if year is None and shift is None and not turn and not (_said_of_time(tokens, first) and clause_ends(tokens, last)):
        return []
    return [Found(Season(tokens.values[at], year, TURN.get(turn, 0), shift, turn in _OF_STORY), first, end)]


def _said_of_time(tokens: Tokens, first: int) -> bool:
    """ "In the autumn, ...": a preposition of time and "the" stand before."""
    return tokens.letters[first - 1 : first] == "i" and tokens.word(first - 2).lower() in _IN


def day_of_month(tokens: Tokens, first: int, last: int) -> list[Found]:
    """ "on the 15th"."""
    if tokens.letters[first - 1 : first] not in ("r", "t", "z", "k", "b"):
        return []
    return [Found(Day(tokens.values[first + 1]), first + 1, last)]
