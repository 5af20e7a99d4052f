"""The shapes of time expressions: patterns over the letters of `dates_tokens`, in the order they are tried."""

from __future__ import annotations

import re
from collections.abc import Callable

from warledger.stages.claims import dates_build as absolute
from warledger.stages.claims import dates_build_relative as relative
from warledger.stages.claims.dates_parts import Found
from warledger.stages.claims.dates_tokens import Tokens

# Optional weekday before a date ("Friday, 29 November"), tail that gives the year ("2024", ", 2024", "of last year").
_WEEKDAY = r"(?:[Ww],?P?,?)?"
_YEAR = r"(?:[,f]?[yY]|f?[LTX]U)?"
_DAY = r"[dD]"
_MONTH = r"[Mmu]"
# Counts: "two", "twenty-four", "a couple of", "a few", "70", "a".
_COUNT = r"(?:a?N(?:-N)?f?|a?Qf?|Fa|a|d|n|y)"
# "late", "early in", "the end of", "later", "earlier", "first half of", "the first week of", "the last days of".
_THIRD = r"(?:E[r-]?i?|e[f-]i?|[oL][FU]fi?)"

#: A builder is given the tokens and the match's first and one-past-last token, and gives the forms found there; none when the
#: words turn out to be no date ("In May 20 people ..." is a month followed by a count, "Theresa May" is a name).
Builder = Callable[[Tokens, int, int], list[Found]]

#: Name, pattern and builder; of two shapes that begin at one word the earlier in this table wins.
SHAPES: tuple[tuple[str, str, Builder], ...] = (
    ("numeric", r"I", absolute.numeric),
    ("day_list", rf"{_WEEKDAY}{_DAY}(?:,{_DAY})*,?&i?{_DAY}f?{_MONTH}{_YEAR}", absolute.day_list),
    ("day_range", rf"{_WEEKDAY}{_DAY}[-/t]i?{_DAY}f?{_MONTH}{_YEAR}", absolute.day_range),
    ("day_dashed", rf"d-{_MONTH}-[yY]", absolute.day),
    ("day", rf"{_WEEKDAY}i?(?:{_DAY}|o(?=f))f?{_MONTH}{_YEAR}", absolute.day),
    ("us_list", rf"{_WEEKDAY}[Mm]{_DAY}(?:,{_DAY})*,?&{_DAY}{_YEAR}(?!x)", absolute.day_list),
    ("us_range", rf"{_WEEKDAY}[Mm]{_DAY}[-/t]{_DAY}{_YEAR}", absolute.day_range),
    ("us_day", rf"{_WEEKDAY}[Mm]{_DAY}{_YEAR}", absolute.us_day),
    ("month", rf"{_THIRD}?[LTXVv]?(?:[Mm]{_YEAR}|u[yY])", absolute.month),
    ("year_pair", r"y[-/][ydn](?!-)", absolute.year_pair),
    ("year_part", rf"{_THIRD}[yY]", absolute.year),
    ("year", r"[yY]", absolute.year),
    ("decade", r"(?:E-?)?C", absolute.decade),
    ("season", rf"E?[LTXVvHh]?S{_YEAR}", absolute.season),
    ("day_beside", r"iU[kb]Z", relative.day_beside),
    ("weekday", r"(?:E[r-]?|P[fr]?|Gr?)?[LTX]?W(?:[LTX]U)?P?", relative.weekday),
    ("day_word", r"E?ZP?", relative.day_word),
    ("night", r"E?[TL]P", relative.night),
    ("that_part", r"[gqE]?r?(?:HP|i?hP)|i?[XVv]P", relative.that_part),
    ("same_unit", r"(?:[gqE]r?|ef)?(?:HU|i?hU)", relative.same_unit),
    ("beside", r"iU[kbqgv]", relative.beside),
    ("next_unit", r"(?:i?[Vv]|iX)U", relative.next_unit),
    ("window", rf"(?:i[LcXv]{_COUNT}?U|[LXc]{_COUNT}U|cU)(?!f[MmyY])", relative.window),
    ("calendar", r"(?:[gq]r?|E[r-]?|ef)?[LTX]U|efiU", relative.calendar),
    ("shift", rf"(?:{_COUNT})?U[Agqkbv]", relative.shift),
    ("day_of_month", r"iD(?=[,.;:)|&rtkb']|$)", absolute.day_of_month),
    ("weekend", r"iU", relative.weekend),
    ("then", r"j", relative.then),
    ("overnight", r"G", relative.overnight),
)

SCAN = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern, _ in SHAPES))
BUILDERS = {name: builder for name, _, builder in SHAPES}
