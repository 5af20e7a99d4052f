"""The running date of a text: what moves it, what does not, and what a sentence without a date is given."""

from __future__ import annotations

import datetime as dt
from importlib.resources import files

import pytest

from warledger.base.times import Basis, Interval
from warledger.records.time_words import parse
from warledger.stages.claims.dates import find_times
from warledger.stages.claims.narrative import Narrative

WORDS = parse((files("warledger.records") / "vocab" / "times.toml").read_text(encoding="utf-8"))
PUBLISHED = dt.date(2031, 6, 20)


def tale(genre: str | None = "encyclopaedia") -> Narrative:
    return Narrative(WORDS, published=PUBLISHED, genre=genre)


def tell(story: Narrative, sentence: str, *, moves: bool = True) -> list[Interval | None]:
    story.sentence()
    return [story.see(expression, moves=moves) for expression in find_times(sentence, WORDS)]


def ends(interval: Interval | None) -> tuple[str | None, str | None]:
    assert interval is not None
    return (interval.start.isoformat() if interval.start else None, interval.end.isoformat() if interval.end else None)


def test_a_story_goes_on_from_its_last_date() -> None:
    story = tale()
    tell(story, "On 3 March 2030 the siege of Varn began.")
    assert ends(tell(story, "Two days later the mill burned.")[0]) == ("2030-03-05", "2030-03-05")
    story.paragraph()
    assert ends(tell(story, "The next day it fell.")[0]) == ("2030-03-06", "2030-03-06")
    assert ends(tell(story, "By 9 March the valley was quiet.")[0]) == ("2030-03-06", "2030-03-09")
    assert ends(tell(story, "The same day a truce was signed.")[0]) == ("2030-03-09", "2030-03-09")
    assert ends(tell(story, "On 2 January the truce broke.")[0]) == ("2030-01-02", "2030-01-02")


def test_background_does_not_move_the_story() -> None:
    story = tale()
    tell(story, "On 3 March 2030 the siege of Varn began.")
    tell(story, "It had been held since 2011, and in recent years, as in 2016, it was shelled.")
    tell(story, "A day earlier the bridge was mined.")
    tell(story, "The attack of 5 May 2028 was remembered.", moves=False)
    assert ends(tell(story, "The next day it fell.")[0]) == ("2030-03-04", "2030-03-04")


def test_a_wider_stretch_around_the_date_does_not_blur_it() -> None:
    story = tale()
    tell(story, "On 3 March 2030 the siege began; it lasted through March 2030.")
    assert ends(story.carried()) == ("2030-03-03", "2030-03-03")


def test_headings_set_the_date_for_their_section() -> None:
    story = tale()
    assert ends(story.heading("== 2029 ==", level=2)) == ("2029-01-01", "2029-12-31")
    assert ends(story.heading("=== 27 November ===", level=3)) == ("2029-11-27", "2029-11-27")
    assert ends(tell(story, "The next day Varn fell.")[0]) == ("2029-11-28", "2029-11-28")
    assert story.heading("=== Reactions ===", level=3) is None
    assert ends(story.carried()) == ("2029-01-01", "2029-12-31")
    assert story.heading("== Aftermath ==", level=2) is None
    carried = story.carried()
    assert carried is not None and carried.basis is Basis.DOCUMENT and ends(carried) == ("2031-06-20", "2031-06-20")
    assert ends(story.heading("2019–20: Redeployment", level=2)) == ("2019-01-01", "2020-12-31")


def test_news_counts_weekdays_from_publication_and_forgets_dates_between_paragraphs() -> None:
    news = tale("wire")
    assert ends(tell(news, "Guns fell silent on Tuesday.")[0]) == ("2031-06-17", "2031-06-17")
    carried = news.carried()
    assert carried is not None and carried.basis is Basis.CARRIED and carried.words == ""
    assert ends(tell(news, "The next day they opened up again.")[0]) == ("2031-06-18", "2031-06-18")
    news.paragraph()
    assert ends(news.carried()) == ("2031-06-20", "2031-06-20")


@pytest.mark.parametrize(
    ("sentence", "start"),
    [
        ("The following spring, Varn fell.", "2031-03-01"),
        ("That summer, Varn fell.", "2030-06-01"),
        ("The previous winter, Varn fell.", "2029-12-01"),
        ("In the autumn, Varn fell.", "2030-09-01"),
        ("The following May, Varn fell.", "2030-05-01"),
        ("The following February, Varn fell.", "2031-02-01"),
    ],
)
def test_months_and_seasons_counted_from_the_story(sentence: str, start: str) -> None:
    story = tale()
    tell(story, "On 3 March 2030 the siege of Varn began.")
    assert ends(tell(story, sentence)[0])[0] == start


def test_the_following_year_counts_from_the_date_of_its_own_sentence() -> None:
    news = tale("wire")
    tell(news, "Guns fell silent on Tuesday.")
    news.sentence()
    lost, won = find_times("The army, which lost Varn in 2022, took it back the following year.", WORDS)
    assert ends(news.see(lost, moves=False)) == ("2022-01-01", "2022-12-31")
    assert ends(news.see(won)) == ("2023-01-01", "2023-12-31")


def test_then_is_where_the_story_stands() -> None:
    story = tale()
    tell(story, "On 3 March 2030 the siege of Varn began.")
    assert ends(tell(story, "Since then, Norway has sent aid.")[0]) == ("2030-03-03", "2031-06-20")
    assert ends(tell(story, "By then, the mill had burned.")[0]) == ("2030-03-03", "2030-03-03")
    assert tell(story, "Then the mill burned.") == []


def test_currently_is_the_day_of_writing_and_does_not_move_the_story() -> None:
    story = tale()
    tell(story, "On 3 March 2030 the siege of Varn began.")
    assert ends(tell(story, "Norway currently sends aid.")[0]) == ("2031-06-20", "2031-06-20")
    assert ends(tell(story, "The next day Varn fell.")[0]) == ("2030-03-04", "2030-03-04")


def test_days_are_not_counted_from_a_whole_month_or_more() -> None:
    story = tale()
    tell(story, "In 2030 the siege of Varn began.")
    assert tell(story, "Two days later it fell.") == [None]


@pytest.mark.parametrize(
    ("words", "interval"),
    [
        ("on Tuesday and Wednesday", ("2031-06-17", "2031-06-18")),
        ("on 3 and 4 June", ("2031-06-03", "2031-06-04")),
    ],
)
def test_two_days_that_follow_each_other_are_one_stretch(words: str, interval: tuple[str, str]) -> None:
    (found,) = tell(tale("wire"), f"Guns fired {words}.")
    assert ends(found) == interval


def test_what_is_to_be_done_by_a_day_begins_with_the_report() -> None:
    news = tale("wire")
    news.sentence()
    (expression,) = find_times("Troops will leave by the end of July.", WORDS)
    assert ends(news.see(expression, future=True)) == ("2031-06-20", "2031-07-31")


def test_nothing_is_carried_without_any_date() -> None:
    assert Narrative(WORDS).carried() is None


def test_what_is_to_come_is_read_forward() -> None:
    news = tale("wire")
    (expression,) = find_times("Talks open on Tuesday.", WORDS)
    assert ends(news.see(expression, future=True)) == ("2031-06-24", "2031-06-24")
