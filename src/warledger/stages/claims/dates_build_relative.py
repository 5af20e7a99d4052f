"""Builders for expressions that count from another date: "Friday", "two days later", "last month", "that night"."""

from __future__ import annotations

from warledger.stages.claims.dates_forms import Anchor, Calendar, Shift, Unit, Weekday, Window
from warledger.stages.claims.dates_parts import TURN, VAGUE_TOP, Found, beside_story, bounded, clause_ends, count, plural
from warledger.stages.claims.dates_tokens import Tokens

_BEFORE_THEN = frozenset({"since", "by", "until", "till", "before"})


def weekday(tokens: Tokens, first: int, last: int) -> list[Found]:
    """ "Friday", "last Tuesday", "early Friday", "midnight Sunday", "Friday of last week"."""
    at = tokens.letters.index("W", first)
    turn = next((TURN[letter] for letter in tokens.letters[first:at] if letter in TURN), 0)
    week = 0 if "T" in tokens.letters[first:at] else None
    if "U" in tokens.letters[at:last]:
        unit = tokens.letters.index("U", at)
        week = TURN[tokens.letters[unit - 1]]
        if tokens.names[unit] != "week":
            week, last = None, unit - 1
    if tokens.letters[first - 1 : first] == "i" and tokens.letters[last : last + 1] == "x" and tokens.word(last)[:1].isupper():
        return []  # "The Sunday Mail" is a name
    inside = set(tokens.letters[first:last])
    return [Found(Weekday(tokens.values[at], turn, week), first, last, part_of_day=bool(inside & set("PEG")))]


def _way_back(tokens: Tokens, at: int) -> bool:
    """Whether the word that says which way to count is one: "two days prior" is, "two days previous" is not."""
    return tokens.letters[at] != "v" or tokens.word(at).lower() == "prior"


def day_word(tokens: Tokens, first: int, last: int) -> list[Found]:
    """ "today", "yesterday morning", "late yesterday", "tonight"."""
    at = tokens.letters.index("Z", first)
    shift = tokens.values[at]
    return [Found(Shift(Anchor.PUBLICATION, Unit.DAY, shift, shift), first, last, part_of_day=last - first > 1)]


def day_beside(tokens: Tokens, first: int, last: int) -> list[Found]:
    """ "the day before yesterday", "the day after tomorrow"."""
    if tokens.names[first + 1] != Unit.DAY:
        return []
    shift = tokens.values[last - 1] + (1 if tokens.letters[first + 2] == "k" else -1)
    return [Found(Shift(Anchor.PUBLICATION, Unit.DAY, shift, shift), first, last)]


def night(tokens: Tokens, first: int, last: int) -> list[Found]:
    """ "last night", "this morning"."""
    turn = tokens.letters[last - 2]
    if tokens.word(last - 2).lower() == "past":
        return []
    return [Found(Shift(Anchor.PUBLICATION, Unit.DAY, TURN[turn], TURN[turn]), first, last, part_of_day=True)]


def that_part(tokens: Tokens, first: int, last: int) -> list[Found]:
    """ "that night", "the same evening", "the next morning"."""
    turn = TURN.get(tokens.letters[last - 2], 0)
    return [Found(Shift(Anchor.STORY, Unit.DAY, turn, turn), first, last, part_of_day=True)]


def same_unit(tokens: Tokens, first: int, last: int) -> list[Found]:
    """ "that day", "the same month", "later that year"."""
    unit = Unit(tokens.names[last - 1])
    if plural(tokens, last - 1) or unit is Unit.HOUR:
        return []
    if unit is Unit.DAY:
        return [Found(Shift(Anchor.STORY, unit, 0, 0), first, last)]
    return [Found(bounded(tokens, first, Calendar(Anchor.STORY, unit)), first, last)]


def beside(tokens: Tokens, first: int, last: int) -> list[Found]:
    """ "the day before", "the week after", where no noun follows."""
    if not clause_ends(tokens, last) and tokens.names[first + 1] == Unit.WEEKEND:
        return weekend(tokens, first, last - 1)
    if not clause_ends(tokens, last):
        return _of_event(tokens, first, last)
    if not _way_back(tokens, last - 1):
        return []
    after = tokens.letters[last - 1] in "kg"
    return beside_story(tokens, first, last, 1 if after else -1)


def next_unit(tokens: Tokens, first: int, last: int) -> list[Found]:
    """ "the next day", "the following week", "the previous month"."""
    turn = TURN[tokens.letters[last - 2]]
    if plural(tokens, last - 1):
        unit = Unit(tokens.names[last - 1])
        anchor = Anchor.PUBLICATION if tokens.letters[last - 2] == "X" else Anchor.STORY
        return [Found(Window(anchor, unit, -turn * VAGUE_TOP[unit]), first, last)]
    return beside_story(tokens, first, last, turn)


def window(tokens: Tokens, first: int, last: int) -> list[Found]:
    """ "the past week", "over the last 70 days", "recent weeks", "the next few days"."""
    unit = Unit(tokens.names[last - 1])
    turn = next(letter for letter in tokens.letters[first:last] if letter in "LcXv")
    low, high = count(tokens, first, last - 1, unit)
    if turn == "c":
        low = high = VAGUE_TOP[unit]
    anchor = Anchor.STORY if turn == "v" else Anchor.PUBLICATION
    return [Found(Window(anchor, unit, -high if turn == "X" else high), first, last)] if low else []


def calendar(tokens: Tokens, first: int, last: int) -> list[Found]:
    """ "last week", "earlier this month", "late last year", "the end of the month"."""
    unit, letter = Unit(tokens.names[last - 1]), tokens.letters[last - 2]
    if unit is Unit.HOUR or (letter == "T" and plural(tokens, last - 1)):
        return []
    if plural(tokens, last - 1) or tokens.word(last - 2).lower() == "past":
        size = VAGUE_TOP[unit] if plural(tokens, last - 1) else 1
        return [Found(Window(Anchor.PUBLICATION, unit, size if letter == "L" else -size), first, last)]
    anchor = Anchor.STORY if letter == "i" else Anchor.PUBLICATION
    if unit is Unit.DAY:
        turn = TURN.get(letter, 0)
        return [Found(Shift(anchor, unit, turn, turn), first, last)]
    return [Found(bounded(tokens, first, Calendar(anchor, unit, TURN.get(letter, 0))), first, last)]


def shift(tokens: Tokens, first: int, last: int) -> list[Found]:
    """ "two days later", "a week ago", "hours later", "a few months earlier"."""
    unit, way = Unit(tokens.names[last - 2]), tokens.letters[last - 1]
    if way in "kbv" and not clause_ends(tokens, last):
        return _of_event(tokens, first, last)
    if not _way_back(tokens, last - 1):
        return []
    low, high = count(tokens, first, last - 2, unit)
    if first == last - 2:
        low, high = (2, VAGUE_TOP[unit]) if plural(tokens, first) else (1, 1)
    elif tokens.word(first - 1).lower() == "than" and tokens.word(first - 2).lower() in ("less", "fewer"):
        low, high, first = 0, high - 1 if unit is Unit.DAY else high, first - 2
    anchor = Anchor.PUBLICATION if way == "A" else Anchor.STORY
    form = Shift(anchor, unit, low, high) if way in "gk" else Shift(anchor, unit, -high, -low)
    return [Found(form, first, last)]


def _of_event(tokens: Tokens, first: int, last: int) -> list[Found]:
    """ "two days after the attack", "hours before they fled": counted from what is told behind the words."""
    way, unit = tokens.letters[last - 1], Unit(tokens.names[last - 2])
    if way not in "kb" or tokens.word(first - 1).lower() in ("within", "than"):
        return []
    low, high = count(tokens, first, last - 2, unit)
    if plural(tokens, last - 2) and first == last - 2:
        low, high = 2, VAGUE_TOP[unit]
    if not low:
        return []
    form = Shift(Anchor.EVENT, unit, low, high) if way == "k" else Shift(Anchor.EVENT, unit, -high, -low)
    return [Found(form, first, last)]


def weekend(tokens: Tokens, first: int, last: int) -> list[Found]:
    """ "over the weekend"."""
    return [Found(Calendar(Anchor.PUBLICATION, Unit.WEEKEND), first, last)] if tokens.names[first + 1] == Unit.WEEKEND else []


def then(tokens: Tokens, first: int, last: int) -> list[Found]:
    """ "since then", "by then", "until then"; alone it is no date."""
    if tokens.word(first - 1).lower() not in _BEFORE_THEN:
        return []
    return [Found(Shift(Anchor.STORY, Unit.DAY, 0, 0), first, last)]


def overnight(tokens: Tokens, first: int, last: int) -> list[Found]:
    """ "overnight": the night before the day of publication."""
    return [Found(Shift(Anchor.PUBLICATION, Unit.DAY, -1, 0), first, last, part_of_day=True)]
