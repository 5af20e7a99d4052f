"""Finding the time expressions of a text: scan for shapes, join ranges, share years, read the word before."""

from __future__ import annotations

import re

import msgspec

from warledger.base.spans import Span
from warledger.records.time_words import TimeVocabulary
from warledger.stages.claims.dates_forms import Day, Form, Month, Relation, Shift, Stretch, TimeExpression, Weekday, Years
from warledger.stages.claims.dates_parts import Found
from warledger.stages.claims.dates_shapes import BUILDERS, SCAN
from warledger.stages.claims.dates_tokens import Tokens, tokenise

_LIST = re.compile(r"(?:,|,?&)r?i?")
_RANGE = re.compile(r"[-t]i?")
_PAIR = re.compile(r"&i?")
_YEAR_BEFORE = frozenset(
    ("by", "since", "in", "of", "during", "until", "till", "til", "from", "before", "after", "around", "circa", "through", "between", "to")
)


def find_times(text: str, words: TimeVocabulary) -> list[TimeExpression]:
    """The time expressions of `text`, disjoint and in order. Words that are no dates here ("may", "a march") are left out."""
    tokens = tokenise(text, words)
    found = _with_years(tokens, _joined(tokens, _scan(tokens)))
    standing: list[Found] = []
    for item in found:
        if not item.weak or _year_stands(tokens, item, standing[-1] if standing else None) or _dates_noun(tokens, words, item):
            standing.append(item)
    return [_expression(tokens, words, item) for item in standing]


def _scan(tokens: Tokens) -> list[Found]:
    found: list[Found] = []
    at = 0
    while match := SCAN.search(tokens.letters, at):
        made = BUILDERS[match.lastgroup or ""](tokens, match.start(), match.end())
        found.extend(made)
        at = made[-1].last if made else match.start() + 1
    return found


def _joined(tokens: Tokens, found: list[Found]) -> list[Found]:
    """Two dates with a dash or "to" between them are one stretch; with "and" only after "between"."""
    joined: list[Found] = []
    for item in found:
        before = joined[-1] if joined else None
        if before is not None and _one_stretch(tokens, before, item):
            joined[-1] = Found(_stretch(before.form, item.form), before.first, item.last)
        else:
            joined.append(item)
    return joined


def _one_stretch(tokens: Tokens, before: Found, after: Found) -> bool:
    if isinstance(before.form, Stretch | Shift) or isinstance(after.form, Stretch):
        return False
    link = tokens.letters[before.last : after.first]
    if _RANGE.fullmatch(link):
        return not (before.weak and after.weak) or _years_in_order(before.form, after.form)
    if not _PAIR.fullmatch(link):
        return False
    return tokens.letters[before.first - 1 : before.first] == "z" or _next_month(before.form, after.form) or _next_day(before, after)


def _next_day(one: Found, two: Found) -> bool:
    """ "On Tuesday and Wednesday", "on 3 May and 4 May" is one stretch of two days."""
    if one.part_of_day or two.part_of_day:
        return False
    if isinstance(one.form, Weekday) and isinstance(two.form, Weekday):
        return one.form.shift == two.form.shift == 0 and (one.form.weekday + 1) % 7 == two.form.weekday
    if isinstance(one.form, Day) and isinstance(two.form, Day):
        return one.form.month == two.form.month and one.form.day + 1 == two.form.day
    return False


def _next_month(one: Form, two: Form) -> bool:
    """ "In June and July" is one stretch of two months."""
    whole = isinstance(one, Month) and isinstance(two, Month) and one.part is None and two.part is None and one.year is None
    return whole and isinstance(one, Month) and isinstance(two, Month) and one.month % 12 + 1 == two.month


def _years_in_order(one: Form, two: Form) -> bool:
    return isinstance(one, Years) and isinstance(two, Years) and one.first < two.last


def _stretch(first: Form, last: Form) -> Form:
    """Both ends as one form; a first end without a year takes the last's, or the year before when it would come after."""
    if isinstance(first, Years) and isinstance(last, Years) and first.part is None and last.part is None and first.first <= last.last:
        return Years(first.first, last.last)
    if isinstance(first, Day | Month) and isinstance(last, Day | Month) and first.year is None and last.year is not None:
        before = (first.month or 0) > (last.month or 0)
        return Stretch(msgspec.structs.replace(first, year=last.year - before), last)
    if isinstance(first, Month) and isinstance(last, Years) and first.year is None:
        return Stretch(msgspec.structs.replace(first, year=last.first), last)
    return Stretch(first, last)


def _with_years(tokens: Tokens, found: list[Found]) -> list[Found]:
    """A list of dates shares the year of its last: "5 September, 15 September and 3 December 2014"."""
    for i in range(len(found) - 2, -1, -1):
        form, after = found[i].form, found[i + 1].form
        if not isinstance(form, Day | Month) or not isinstance(after, Day | Month) or form.month is None:
            continue
        if form.year is None and form.year_shift is None and _LIST.fullmatch(tokens.letters[found[i].last : found[i + 1].first]):
            found[i].form = msgspec.structs.replace(form, year=after.year, year_shift=after.year_shift)
    return found


def _year_stands(tokens: Tokens, item: Found, last: Found | None) -> bool:
    """Whether a bare year is one: after a preposition or article, in brackets, or at the head of a line; never before a counted noun."""
    before = tokens.word(item.first - 1).lower()
    year = item.form.first if isinstance(item.form, Years) else 0
    follower = tokens.letters[item.last : item.last + 1]
    if year % 100 == 0 and follower == "x" and tokens.word(item.last).islower():
        return False
    if follower == "-" and tokens.letters[item.last + 1 : item.last + 2] in list("dny") and tokens.adjoin(item.first, item.last + 2):
        return False  # a serial number, "2031-05-S-014"
    if before in _YEAR_BEFORE:
        return True
    beside = tokens.letters[item.first - 1 : item.first]
    if beside in ("i", "a", "(", "|", "/") or (beside == "" and follower != "x"):
        return True
    if before in ("s", "est", "c", "ca") or (before == "." and tokens.word(item.first - 2).lower() in ("est", "c", "ca")):
        return True
    return beside == "&" and last is not None and last.last == item.first - 1


def _dates_noun(tokens: Tokens, words: TimeVocabulary, item: Found) -> bool:
    """ "an alleged 1996 massacre", "the failed 2031 ceasefire"; "killed 1996 rebels" counts them."""
    year = item.form.first if isinstance(item.form, Years) else 0
    return year % 100 != 0 and tokens.word(item.last).lower() in words.dated


def _expression(tokens: Tokens, words: TimeVocabulary, item: Found) -> TimeExpression:
    span = tokens.span(item.first, item.last)
    relation, where = _relation(tokens, words, item.first)
    if relation is Relation.FROM and not _two_ended(item.form) and _onward(tokens, item):
        relation = Relation.SINCE
    return TimeExpression(span, span.of(tokens.text), item.form, relation, where, item.part_of_day)


def _two_ended(form: Form) -> bool:
    return isinstance(form, Stretch) or (isinstance(form, Years) and form.first < form.last)


def _onward(tokens: Tokens, item: Found) -> bool:
    """ "From 2011, ..." and "from May onwards" run on; "footage from Friday" does not."""
    before = item.first - 1 - (tokens.letters[item.first - 1] == "i")
    opens = before == 0 or tokens.letters[before - 1 : before] in ("|", ".", ",", ";")
    return opens or tokens.word(item.last).lower() in ("on", "onward", "onwards")


def _relation(tokens: Tokens, words: TimeVocabulary, first: int) -> tuple[Relation, Span | None]:
    at = first - 1
    while at >= 0 and tokens.letters[at] == "i":
        at -= 1
    if at >= 1 and tokens.letters[at] == "f" and tokens.word(at - 1).lower() == "as":
        return Relation.AS_OF, tokens.span(at - 1, at + 1)
    if at >= 1 and tokens.word(at).lower() == "to" and tokens.word(at - 1).lower() in ("prior", "up"):
        return (Relation.BEFORE if tokens.word(at - 1).lower() == "prior" else Relation.UNTIL), tokens.span(at - 1, at + 1)
    name = words.relations.get(tokens.word(at).lower()) if at >= 0 else None
    if tokens.letters[at : at + 1] in ("f", "r") and tokens.letters[at - 1 : at] == "P":
        return _relation(tokens, words, at - 1)  # "by the evening of 7 December", "by noon on Friday"
    if name in ("in", "on") and words.relations.get(tokens.word(at - 1).lower()) == "since":
        at -= 1  # "starting in 2019"
        name = "since"
    if name is None or name == "as_of":
        return Relation.NONE, None
    return Relation(name), tokens.span(at, at + 1)
