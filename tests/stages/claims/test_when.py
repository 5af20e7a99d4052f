"""When a claim says it happened. The claims of these texts are published on Friday 12 April 2030."""

from __future__ import annotations

import pytest

from tests.stages.claims.reports import Read, days, of_kind
from warledger.records.document import BlockKind


@pytest.mark.parametrize(
    ("words", "start", "end", "basis"),
    [
        ("on 3 April 2030", "2030-04-03", "2030-04-03", "stated"),
        ("on 3 April", "2030-04-03", "2030-04-03", "year_from_context"),
        ("on Tuesday", "2030-04-09", "2030-04-09", "publication"),
        ("yesterday", "2030-04-11", "2030-04-11", "publication"),
        ("two days ago", "2030-04-10", "2030-04-10", "publication"),
        ("in March", "2030-03-01", "2030-03-31", "year_from_context"),
        ("last week", "2030-04-01", "2030-04-07", "publication"),
    ],
)
def test_the_words_of_the_clause(read: Read, words: str, start: str, end: str, basis: str) -> None:
    (claim,) = of_kind(read(f"The Free River Army captured Varno {words}."), "control")
    assert days(claim) == (start, end)
    assert claim.time is not None
    assert (claim.time.basis, claim.time.words) == (basis, words.removeprefix("on ").removeprefix("in "))


def test_each_clause_has_its_own_time(read: Read) -> None:
    claims = read("The rebels, who had attacked Varno on Monday, captured Orvane on Wednesday.")
    assert {c.kind: days(c)[0] for c in claims} == {"event": "2030-04-08", "control": "2030-04-10"}


@pytest.mark.parametrize("genre", [None, "news", "encyclopaedia"])
def test_the_next_day_counts_from_the_day_before_it(read: Read, genre: str | None) -> None:
    text = "On 3 April 2030, rebels captured Varno. The next day they seized Orvane."
    assert [days(c)[0] for c in read(text, genre=genre)] == ["2030-04-03", "2030-04-04"]


TOLD = "On 3 April 2030, rebels captured Varno.\nThe next day they seized Orvane.\nSoldiers withdrew from Mirrow."


def test_an_encyclopaedia_carries_its_date_over_paragraphs(read: Read) -> None:
    last = read(TOLD, genre="encyclopaedia")[-1]
    assert last.places == ("Mirrow",)
    assert days(last) == ("2030-04-04", "2030-04-04")
    assert last.time is not None
    assert last.time.basis == "carried"


def test_news_carries_a_look_back_over_one_paragraph_and_then_knows_the_latest_day(read: Read) -> None:
    *_, back, last = read(f"{TOLD}\nRebels shelled Port Hale.", genre="news")
    assert days(back) == ("2030-04-04", "2030-04-04")
    assert days(last) == (None, "2030-04-12")
    assert last.time is not None
    assert last.time.basis == "document"


def test_a_heading_dates_what_stands_below_it(read: Read) -> None:
    text = "5 April 2030\nRebels captured Varno."
    (claim,) = read(text, genre="encyclopaedia", kinds={0: BlockKind.HEADING})
    assert days(claim) == ("2030-04-05", "2030-04-05")


def test_a_statement_and_a_state_stand_on_the_day_of_the_report(read: Read) -> None:
    (said,) = of_kind(read("Norway condemned the rebels."), "statement")
    (held,) = of_kind(read("The rebels control Kellin."), "control")
    assert days(said) == days(held) == ("2030-04-12", "2030-04-12")


def test_without_any_date_there_is_no_time(read: Read) -> None:
    (claim,) = read("Rebels captured Varno.", published=None)
    assert claim.time is None
    assert "dates" not in claim.why


def test_a_stated_date_needs_no_date_of_the_report(read: Read) -> None:
    (claim,) = read("Rebels captured Varno on 3 April 2030.", published=None)
    assert days(claim) == ("2030-04-03", "2030-04-03")


@pytest.mark.parametrize(
    ("sentence", "kind", "start"),
    [
        ("Rebels captured Varno on Monday and killed three soldiers on Tuesday.", "control", "2030-04-08"),
        ("Rebels captured Varno on Monday and killed three soldiers on Tuesday.", "event", "2030-04-09"),
        ("On Monday, rebels captured Varno and killed three soldiers.", "event", "2030-04-08"),
        ("On Monday, rebels captured Varno, while on Tuesday the army shelled Orvane.", "control", "2030-04-08"),
        ("On Monday, rebels captured Varno, while on Tuesday the army shelled Orvane.", "event", "2030-04-09"),
        ("Rebels captured Varno on Monday, killing three soldiers.", "event", "2030-04-08"),
        ("Rebels captured Varno on Tuesday after the army shelled Orvane on Monday.", "control", "2030-04-09"),
        ("Rebels captured Varno on Tuesday after the army shelled Orvane on Monday.", "event", "2030-04-08"),
        ("An airstrike on Varno on Monday killed three farmers.", "event", "2030-04-08"),
        ("Rebels killed three soldiers in Monday's attack on Varno.", "event", "2030-04-08"),
        ("Norway condemned on Tuesday the raid that rebels carried out on Monday.", "statement", "2030-04-09"),
    ],
)
def test_a_time_dates_its_clause(read: Read, sentence: str, kind: str, start: str) -> None:
    assert {days(c)[0] for c in of_kind(read(sentence), kind)} == {start}


def test_a_statement_is_not_dated_by_what_it_speaks_of(read: Read) -> None:
    (said,) = of_kind(read("Norway condemned Monday's attack on Varno."), "statement")
    assert days(said) == ("2030-04-12", "2030-04-12")


def test_in_a_story_the_day_after_which_it_happened_is_better_than_none(read: Read) -> None:
    (claim,) = of_kind(read("After the truce of 3 April 2029, rebels captured Varno.", genre="encyclopaedia"), "control")
    assert days(claim) == ("2029-04-03", "2029-04-03")


def test_what_is_planned_has_no_end(read: Read) -> None:
    (claim,) = of_kind(read("Soldiers plan to withdraw from Sull."), "control")
    assert days(claim) == ("2030-04-12", None)


@pytest.mark.parametrize(
    ("sentence", "kind", "interval"),
    [
        (
            "Soldiers withdrew from Sull two days after rebels captured Varno.",
            "control",
            {("2030-04-12", "2030-04-12"), ("2030-04-10", "2030-04-10")},
        ),
        ("On Wednesday, two days after the raid on Varno, soldiers withdrew from Sull.", "event", {("2030-04-08", "2030-04-08")}),
        ("On Wednesday, two days after the raid on Varno, soldiers withdrew from Sull.", "control", {("2030-04-10", "2030-04-10")}),
        ("At least 200 people have been killed since fighting began on Monday.", "toll", {("2030-04-08", "2030-04-12")}),
        ("Norway said on Thursday that 200 people had been killed since fighting began on Monday.", "toll", {("2030-04-08", "2030-04-12")}),
        ("At least 200 people have been killed since Monday.", "toll", {("2030-04-08", "2030-04-12")}),
        ("Soldiers have withdrawn from Sull since Monday.", "control", {("2030-04-08", None)}),
        ("Rebels captured Varno for the first time since 2016.", "control", {("2030-04-12", "2030-04-12")}),
    ],
)
def test_days_counted_from_something_told(read: Read, sentence: str, kind: str, interval: set[tuple[str | None, str | None]]) -> None:
    assert {days(c) for c in of_kind(read(sentence), kind)} == interval


def test_in_a_story_days_after_something_count_from_what_was_told_last(read: Read) -> None:
    text = "On 3 April 2029, rebels captured Varno. Two days after the fall of Varno, rebels seized Orvane. The next day they took Sull."
    found = {c.places: days(c)[0] for c in of_kind(read(text, genre="encyclopaedia"), "control")}
    assert (found[("Orvane",)], found[("Sull",)]) == ("2029-04-05", "2029-04-06")
