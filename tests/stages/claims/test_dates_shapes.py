"""Every shape of time expression: what is found, and which days it means."""

from __future__ import annotations

import datetime as dt
from importlib.resources import files

import pytest

from warledger.base.times import Basis, Interval, Precision
from warledger.records.time_words import TimeVocabulary, parse
from warledger.stages.claims.dates import Relation, TimeContext, find_times, resolve

WORDS = parse((files("warledger.records") / "vocab" / "times.toml").read_text(encoding="utf-8"))
PUBLISHED = dt.date(2024, 11, 29)  # a Friday
NEWS = TimeContext(published=PUBLISHED)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def running(start: str, end: str | None = None) -> Interval:
    return Interval(day(start), day(end or start), Precision.DAY, Basis.STATED)


def story(start: str, end: str | None = None) -> TimeContext:
    return TimeContext(published=dt.date(2025, 1, 31), current=running(start, end), narrative=True)


def read(text: str, context: TimeContext = NEWS, words: TimeVocabulary = WORDS) -> list[tuple[str, str | None, str | None]]:
    """Words, first and last day of each expression in the text; days are `None` where open, "-" for both where unresolved."""
    found: list[tuple[str, str | None, str | None]] = []
    for expression in find_times(text, words):
        assert expression.span.of(text) == expression.words
        days = resolve(expression, context)
        if days is None:
            found.append((expression.words, "-", "-"))
            continue
        assert days.words == expression.words
        start, end = (point.isoformat() if point else None for point in (days.start, days.end))
        found.append((expression.words, start, end))
    return found


@pytest.mark.parametrize(
    ("text", "words", "start", "end"),
    [
        ("On 27 November 2024 the town fell.", "27 November 2024", "2024-11-27", "2024-11-27"),
        ("On November 27, 2024, the town fell.", "November 27, 2024", "2024-11-27", "2024-11-27"),
        ("Shelling on Nov. 27 killed two.", "Nov. 27", "2024-11-27", "2024-11-27"),
        ("dated 27 Nov 2024.", "27 Nov 2024", "2024-11-27", "2024-11-27"),
        ("the 5th of May 2023 was calm", "5th of May 2023", "2023-05-05", "2023-05-05"),
        ("the first of May 2023 was calm", "first of May 2023", "2023-05-01", "2023-05-01"),
        ("Friday, 29 November 2024, at dawn", "Friday, 29 November 2024", "2024-11-29", "2024-11-29"),
        ("Fri Nov 29, 2024 2:10 pm", "Fri Nov 29, 2024", "2024-11-29", "2024-11-29"),
        ("filed 2024-11-27 by wire", "2024-11-27", "2024-11-27", "2024-11-27"),
        ("filed 11/27/2024 by wire", "11/27/2024", "2024-11-27", "2024-11-27"),
        ("filed 27.11.2024 by wire", "27.11.2024", "2024-11-27", "2024-11-27"),
        ("filed 27-Nov-2024 by wire", "27-Nov-2024", "2024-11-27", "2024-11-27"),
        ("In the night of 28/29 November 2024 shells fell", "28/29 November 2024", "2024-11-28", "2024-11-29"),
        ("from 27–30 November 2024", "27–30 November 2024", "2024-11-27", "2024-11-30"),
        ("November 27-30, 2024", "November 27-30, 2024", "2024-11-27", "2024-11-30"),
        ("27 November – 8 December 2023, ()", "27 November – 8 December 2023", "2023-11-27", "2023-12-08"),
        ("28 December – 3 January 2024", "28 December – 3 January 2024", "2023-12-28", "2024-01-03"),
        ("between 3 and 5 May 2023", "3 and 5 May 2023", "2023-05-03", "2023-05-05"),
        ("between 3 May and 5 June 2023", "3 May and 5 June 2023", "2023-05-03", "2023-06-05"),
        ("from March to June 2016", "March to June 2016", "2016-03-01", "2016-06-30"),
        ("from 2011 until 2014", "2011 until 2014", "2011-01-01", "2014-12-31"),
        ("between 2011 and 2014 the war", "2011 and 2014", "2011-01-01", "2014-12-31"),
        ("2019–20: a redeployment", "2019–20", "2019-01-01", "2020-12-31"),
        ("the August–October 2019 buffer zone", "August–October 2019", "2019-08-01", "2019-10-31"),
        ("in June and July 2023", "June and July 2023", "2023-06-01", "2023-07-31"),
        ("in March 2020", "March 2020", "2020-03-01", "2020-03-31"),
        ("in February 2024", "February 2024", "2024-02-01", "2024-02-29"),
        ("In early January 2020", "early January 2020", "2020-01-01", "2020-01-10"),
        ("By mid-January 2020", "mid-January 2020", "2020-01-11", "2020-01-20"),
        ("In late February 2023", "late February 2023", "2023-02-21", "2023-02-28"),
        ("late in May 2023", "late in May 2023", "2023-05-21", "2023-05-31"),
        ("at the end of March 2023", "end of March 2023", "2023-03-21", "2023-03-31"),
        ("in the first half of March 2023", "first half of March 2023", "2023-03-01", "2023-03-15"),
        ("in the last week of February 2024", "last week of February 2024", "2024-02-23", "2024-02-29"),
        ("in early 2022", "early 2022", "2022-01-01", "2022-03-31"),
        ("in mid-2022", "mid-2022", "2022-06-01", "2022-07-31"),
        ("in late 2022", "late 2022", "2022-10-01", "2022-12-31"),
        ("in summer 2013", "summer 2013", "2013-06-01", "2013-08-31"),
        ("in the winter of 2013", "winter of 2013", "2013-12-01", "2014-02-28"),
        ("in 2013", "2013", "2013-01-01", "2013-12-31"),
        ("the 2016 battle", "2016", "2016-01-01", "2016-12-31"),
        ("15,000 (est. 2022)", "2022", "2022-01-01", "2022-12-31"),
        ("during the 1990s", "1990s", "1990-01-01", "1999-12-31"),
        ("in the late 1990s", "late 1990s", "1997-01-01", "1999-12-31"),
        ("since 2011", "2011", "2011-01-01", "2024-11-29"),
        ("Starting in late 2022, they", "late 2022", "2022-10-01", "2024-11-29"),
        ("From May 2023 onwards", "May 2023", "2023-05-01", "2024-11-29"),
        ("footage from May 2023 shows", "May 2023", "2023-05-01", "2023-05-31"),
        ("after 5 May 2024", "5 May 2024", "2024-05-05", "2024-11-29"),
        ("before 5 May 2024", "5 May 2024", None, "2024-05-04"),
        ("Prior to 2013, they", "2013", None, "2012-12-31"),
        ("in 2024", "2024", "2024-01-01", "2024-11-29"),
    ],
)
def test_dates_that_give_their_year(text: str, words: str, start: str | None, end: str | None) -> None:
    assert (words, start, end) in read(text)


@pytest.mark.parametrize(
    ("text", "words", "start", "end"),
    [
        ("on 28 November", "28 November", "2024-11-28", "2024-11-28"),
        ("on 30 December", "30 December", "2023-12-30", "2023-12-30"),
        ("a vote on 5 December", "5 December", "2024-12-05", "2024-12-05"),
        ("in October", "October", "2024-10-01", "2024-10-31"),
        ("in November", "November", "2024-11-01", "2024-11-29"),
        ("in March last year", "March last year", "2023-03-01", "2023-03-31"),
        ("on the 15th, they", "15th", "2024-11-15", "2024-11-15"),
        ("last May", "last May", "2024-05-01", "2024-05-31"),
        ("last December", "last December", "2023-12-01", "2023-12-31"),
        ("next March", "next March", "2025-03-01", "2025-03-31"),
        ("said Friday", "Friday", "2024-11-29", "2024-11-29"),
        ("on Wednesday", "Wednesday", "2024-11-27", "2024-11-27"),
        ("on Saturday night", "Saturday night", "2024-11-23", "2024-11-23"),
        ("early Friday", "early Friday", "2024-11-29", "2024-11-29"),
        ("last Friday", "last Friday", "2024-11-22", "2024-11-22"),
        ("next Monday", "next Monday", "2024-12-02", "2024-12-02"),
        ("this Saturday", "this Saturday", "2024-11-30", "2024-11-30"),
        ("on Tuesday last week", "Tuesday last week", "2024-11-19", "2024-11-19"),
        ("from Tuesday to Thursday", "Tuesday to Thursday", "2024-11-26", "2024-11-28"),
        ("as of midnight Sunday", "midnight Sunday", "2024-11-24", "2024-11-24"),
        ("today", "today", "2024-11-29", "2024-11-29"),
        ("yesterday morning", "yesterday morning", "2024-11-28", "2024-11-28"),
        ("tomorrow", "tomorrow", "2024-11-30", "2024-11-30"),
        ("the day before yesterday", "the day before yesterday", "2024-11-27", "2024-11-27"),
        ("last night", "last night", "2024-11-28", "2024-11-28"),
        ("this morning", "this morning", "2024-11-29", "2024-11-29"),
        ("overnight", "overnight", "2024-11-28", "2024-11-29"),
        ("two days ago", "two days ago", "2024-11-27", "2024-11-27"),
        ("a week ago", "a week ago", "2024-11-22", "2024-11-22"),
        ("less than two weeks ago", "less than two weeks ago", "2024-11-15", "2024-11-29"),
        ("two months ago", "two months ago", "2024-09-01", "2024-09-30"),
        ("twenty-five years ago", "twenty-five years ago", "1999-01-01", "1999-12-31"),
        ("weeks ago", "weeks ago", "2024-11-01", "2024-11-15"),
        ("this week", "this week", "2024-11-25", "2024-11-29"),
        ("last week", "last week", "2024-11-18", "2024-11-24"),
        ("late last week", "late last week", "2024-11-22", "2024-11-24"),
        ("earlier this week", "Earlier this week", "2024-11-25", "2024-11-28"),
        ("last month", "last month", "2024-10-01", "2024-10-31"),
        ("last year", "last year", "2023-01-01", "2023-12-31"),
        ("over the weekend", "the weekend", "2024-11-23", "2024-11-24"),
        ("in the past week", "the past week", "2024-11-22", "2024-11-29"),
        ("over the past 24 hours", "the past 24 hours", "2024-11-28", "2024-11-29"),
        ("during the last 70 days", "the last 70 days", "2024-09-20", "2024-11-29"),
        ("in the last two weeks", "the last two weeks", "2024-11-15", "2024-11-29"),
        ("in recent days", "recent days", "2024-11-23", "2024-11-29"),
        ("in the coming weeks", "the coming weeks", "2024-11-29", "2024-12-27"),
        ("since Wednesday", "Wednesday", "2024-11-27", "2024-11-29"),
        ("until last Friday", "last Friday", "2024-11-22", "2024-11-22"),
    ],
)
def test_dates_counted_from_publication(text: str, words: str, start: str, end: str) -> None:
    assert [(words.lower(), start, end)] == [(found[0].lower(), *found[1:]) for found in read(text)]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("two days later", "2024-11-29", "2024-11-29"),
        ("the next day", "2024-11-28", "2024-11-28"),
        ("the following day", "2024-11-28", "2024-11-28"),
        ("the previous day", "2024-11-26", "2024-11-26"),
        ("a day earlier", "2024-11-26", "2024-11-26"),
        ("two days prior", "2024-11-25", "2024-11-25"),
        ("the day before", "2024-11-26", "2024-11-26"),
        ("three weeks later", "2024-12-18", "2024-12-18"),
        ("the same day", "2024-11-27", "2024-11-27"),
        ("later that day", "2024-11-27", "2024-11-27"),
        ("that evening", "2024-11-27", "2024-11-27"),
        ("the next morning", "2024-11-28", "2024-11-28"),
        ("days later", "2024-11-29", "2024-12-03"),
        ("later that month", "2024-11-27", "2024-11-30"),
        ("in the same month", "2024-11-01", "2024-11-30"),
        ("the following month", "2024-12-01", "2024-12-31"),
        ("that year", "2024-01-01", "2024-12-31"),
        ("the following week", "2024-12-02", "2024-12-08"),
        ("two months later", "2025-01-01", "2025-01-31"),
        ("on 5 January", "2025-01-05", "2025-01-05"),
        ("in October", "2024-10-01", "2024-10-31"),
        ("on Friday", "2024-11-29", "2024-11-29"),
        ("last Sunday", "2024-11-24", "2024-11-24"),
        ("By 8 December", "2024-11-27", "2024-12-08"),
        ("until 5 December", "2024-11-27", "2024-12-05"),
        ("By the evening of 7 December", "2024-11-27", "2024-12-07"),
        ("in recent weeks", "2024-10-30", "2024-11-27"),
    ],
)
def test_dates_counted_from_the_story(text: str, start: str, end: str) -> None:
    assert [(start, end)] == [found[1:] for found in read(text, story("2024-11-27"))]


def test_hours_later_stay_on_the_day_unless_they_reach_the_next() -> None:
    assert read("three hours later", story("2024-11-27"))[0][1:] == ("2024-11-27", "2024-11-27")
    assert read("24 hours later", story("2024-11-27"))[0][1:] == ("2024-11-28", "2024-11-28")


def test_the_year_of_a_list_is_shared_backwards() -> None:
    assert read("on 5 September, 15 September and 3 December 2014") == [
        ("5 September", "2014-09-05", "2014-09-05"),
        ("15 September", "2014-09-15", "2014-09-15"),
        ("3 December 2014", "2014-12-03", "2014-12-03"),
    ]
    assert [found[1] for found in read("on 5, 15 and 20 May 2014")] == ["2014-05-05", "2014-05-15", "2014-05-20"]
    assert [found[1] for found in read("on May 5, 15 and 20, 2014")] == ["2014-05-05", "2014-05-15", "2014-05-20"]


@pytest.mark.parametrize(
    "text",
    [
        "The council may vote, and it may not.",
        "Theresa May spoke to the troops.",
        "The march went on; they march on the town.",
        "a March on the capital",
        "They sat in the sun.",
        "about 2,000 men and 1,100 troops",
        "killed 2000 villagers",
        "in 2000 villages of the plain",
        "a two-day operation over three weeks",
        "the 15th battalion and the 4th brigade",
        "the Sunday Courier reported",
        "the fall of the town in the spring sun",
        "He said that hours of talks failed",
        "They agreed in principle and second in command",
        "filed 11/12/2024 by wire",
        "Room 1105, page 2016",
    ],
)
def test_words_that_are_no_dates(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize("text", ["31 February 2024", "30 February", "27 November 9999", "31 April – 2 May 2024"])
def test_days_that_do_not_exist_resolve_to_nothing(text: str) -> None:
    assert [found[1] for found in read(text)] == ["-"]


def test_a_count_after_in_month_is_no_day() -> None:
    assert [found[0] for found in read("In May 20 people were killed.")] == ["May"]
    assert [found[0] for found in read("On May 20 people were killed.")] == ["May 20"]


@pytest.mark.parametrize(
    ("text", "relation", "before"),
    [
        ("since 5 May", Relation.SINCE, "since"),
        ("By 5 May", Relation.BY, "By"),
        ("as of February 2021", Relation.AS_OF, "as of"),
        ("up to 5 May", Relation.UNTIL, "up to"),
        ("prior to 5 May", Relation.BEFORE, "prior to"),
        ("around 5 May", Relation.AROUND, "around"),
        ("on the 5th of May", Relation.ON, "on"),
        ("of 5 May", Relation.NONE, None),
    ],
)
def test_the_word_before_a_date(text: str, relation: Relation, before: str | None) -> None:
    (expression,) = find_times(text, WORDS)
    assert expression.relation is relation
    assert (expression.relation_span.of(text) if expression.relation_span else None) == before


def test_precision_and_basis_say_how_the_days_were_come_by() -> None:
    def first(text: str, context: TimeContext = NEWS) -> tuple[Precision, Basis]:
        days = resolve(find_times(text, WORDS)[0], context)
        assert days is not None
        return days.precision, days.basis

    assert first("5 May 2023") == (Precision.DAY, Basis.STATED)
    assert first("5 May") == (Precision.DAY, Basis.YEAR_FROM_CONTEXT)
    assert first("on Friday night") == (Precision.PART_OF_DAY, Basis.PUBLICATION)
    assert first("the next day", story("2024-11-27")) == (Precision.DAY, Basis.NARRATIVE)
    assert first("early May 2023") == (Precision.PART_OF_MONTH, Basis.STATED)
    assert first("May 2023") == (Precision.MONTH, Basis.STATED)
    assert first("in 2023") == (Precision.YEAR, Basis.STATED)
    assert first("2019–20") == (Precision.YEARS, Basis.STATED)
    assert first("since 2019") == (Precision.OPEN, Basis.STATED)
    assert first("3–5 May 2023") == (Precision.DAYS, Basis.STATED)


def test_nothing_is_guessed_without_a_context() -> None:
    bare = TimeContext()
    for text in ("on Friday", "yesterday", "5 May", "two days later", "that night", "last week", "on the 5th."):
        assert [found[1] for found in read(text, bare)] == ["-"], text


def test_clauses_about_what_is_to_come_look_forward() -> None:
    ahead = TimeContext(published=PUBLISHED, future=True)
    assert read("on Wednesday", ahead)[0][1] == "2024-12-04"
    assert read("on 5 March", ahead)[0][1] == "2025-03-05"
    assert read("in 2024", ahead)[0][1:] == ("2024-01-01", "2024-12-31")


def test_the_vocabulary_decides_the_order_of_numeric_dates() -> None:
    text = (files("warledger.records") / "vocab" / "times.toml").read_text(encoding="utf-8")
    day_first = parse(text.replace('numeric_order = "unambiguous"', 'numeric_order = "day-first"'))
    month_first = parse(text.replace('numeric_order = "unambiguous"', 'numeric_order = "month-first"'))
    assert read("on 11/12/2023", words=day_first)[0][1] == "2023-12-11"
    assert read("on 11/12/2023", words=month_first)[0][1] == "2023-11-12"


def test_a_blank_line_ends_an_expression() -> None:
    assert [found[0] for found in read("on 27\nNovember 2024")] == ["27\nNovember 2024"]
    assert [found[0] for found in read("in November\n\n2024\n\nThe war")] == ["November", "2024"]


@pytest.mark.parametrize(
    ("text", "message"),
    [("[wrong]\na = 1", "no role is called 'wrong'"), ("[month]\nmay = 5\n[month_dubious]\nmay = 5", "'may' has two roles")],
)
def test_a_vocabulary_that_cannot_be_used_says_why(text: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        parse(text)
