"""What claims without a date of their own are given: by the report's head, its lead, its speakers, its sections, its box.
Reports are published on Friday 12 April 2030 unless they say otherwise."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.stages.claims.reports import Read, days, of_kind
from tests.stages.claims.test_dates_narrative import WORDS
from warledger.records.document import BlockKind
from warledger.stages.claims.dates import find_times
from warledger.stages.claims.opening import lone_date, opening


@pytest.mark.parametrize(
    ("text", "published", "day"),
    [
        ("Force Detains Two\n2031-05-S-014\nVARNO, Kellin (May 21) - Soldiers killed two men.", None, "2031-05-21"),
        ("VARNO, Kellin (May 21, 2031)\nSoldiers killed two men.", None, "2031-05-21"),
        ("Morning Update May 21, 2031\nSoldiers killed two men.", None, "2031-05-21"),
        ("May 21: Operations in Kellin\n2031-05-S-014 For release. Soldiers killed two men.", None, "2031-05-21"),
        ("May 21, 2031 | By A. Writer, Courier Soldiers, who met on Monday, killed two men.", None, "2031-05-21"),
        ("VARNO, Kellin (May 21) - Soldiers killed two men.", "2031-05-22", "2031-05-21"),
        ("VARNO, Kellin (May 21) - Soldiers killed two men.", "2031-08-22", None),
        ("VARNO, Kellin (May 21) - Soldiers killed two men.", None, None),
        ("Soldiers killed two men near Varno on May 21, 2031, the army said in a statement to reporters.", None, None),
    ],
)
def test_the_head_of_a_report_says_when_it_was_written(text: str, published: str | None, day: str | None) -> None:
    found = opening(text, WORDS, dt.date.fromisoformat(published) if published else None).day
    assert (found.isoformat() if found else None) == day


def test_the_date_of_a_dateline_is_no_date_of_the_sentence_behind_it(read: Read) -> None:
    text = "2031-05-S-014\nVARNO, Kellin (May 21) - Rebels captured Orvane yesterday."
    (claim,) = of_kind(read(text, published=None), "control")
    assert days(claim) == ("2031-05-20", "2031-05-20")


def test_statements_stand_on_the_day_the_news_is_of(read: Read) -> None:
    text = "Norway condemned the rebels on Wednesday.\nFrance condemned the army."
    assert [days(c)[0] for c in of_kind(read(text), "statement")] == ["2030-04-10", "2030-04-10"]


def test_a_speaker_goes_on_on_the_day_he_spoke(read: Read) -> None:
    text = (
        "Norway condemned the rebels on Wednesday.\nTurkey criticised the army on Monday.\n"
        "France condemned the army.\nTurkey condemned the raid on Varno."
    )
    said = {(c.content.speaker, days(c)[0]) for c in of_kind(read(text), "statement")}  # type: ignore[union-attr]
    assert said == {("Norway", "2030-04-10"), ("Turkey", "2030-04-08"), ("France", "2030-04-10")}


def test_a_report_of_one_day_tells_what_happened_on_it(read: Read) -> None:
    text = "Rebels attacked Varno on Wednesday, killing two soldiers.\nGunmen killed three farmers near Orvane."
    assert {days(c) for c in of_kind(read(text), "event")} == {("2030-04-10", "2030-04-10")}


def test_what_had_been_is_not_of_the_day(read: Read) -> None:
    text = "Rebels attacked Varno on Wednesday, killing two soldiers.\nGunmen have killed three farmers near Orvane."
    assert days(read(text)[-1]) == (None, "2030-04-10")


def test_a_subsection_goes_on_from_where_its_section_stood(read: Read) -> None:
    text = "Siege\nOn 3 April 2029, rebels shelled Varno.\nFirst hours\nRebels captured Orvane.\nAftermath\nRebels captured Sull."
    kinds = {0: BlockKind.HEADING, 2: BlockKind.HEADING, 4: BlockKind.HEADING}
    levels = text.replace("Siege", "== Siege ==").replace("First hours", "=== First hours ===").replace("Aftermath", "== Aftermath ==")
    found = of_kind(read(levels, genre="encyclopaedia", kinds=kinds, levels={0: 2, 2: 3, 4: 2}), "control")
    assert [days(c) for c in found] == [("2029-04-03", "2029-04-03"), (None, "2030-04-12")]


def test_a_box_gives_the_days_of_the_whole_story(read: Read) -> None:
    text = "Date: 3 March - 5 April 2029\nReactions\nNorway condemned the rebels."
    kinds = {0: BlockKind.INFOBOX, 1: BlockKind.HEADING}
    (said,) = of_kind(read(text, genre="encyclopaedia", kinds=kinds), "statement")
    assert days(said) == ("2029-03-03", "2029-04-05")


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("Troops entered Sull, which rebels had captured on 9 March.", "2029-03-04"),
        ("After the raid of 9 March, Norway was silent about it.", "2029-03-04"),
        ("Rebels had captured Sull on 1 March.", "2029-03-04"),
        ("Rebels captured Sull on 9 March.", "2029-03-10"),
    ],
)
def test_background_does_not_move_the_story(read: Read, sentence: str, day: str) -> None:
    text = f"On 3 March 2029, rebels shelled Varno. {sentence} The next day they seized Orvane."
    seized = [c for c in of_kind(read(text, genre="encyclopaedia"), "control") if c.places == ("Orvane",)]
    assert [days(c)[0] for c in seized] == [day]


def test_a_plan_counts_its_weekday_forward_and_does_not_date_the_news(read: Read) -> None:
    text = "Soldiers will withdraw from Sull on Tuesday.\nNorway condemned the rebels on Thursday."
    moved, said = read(text)
    assert days(moved) == ("2030-04-16", "2030-04-16")
    assert days(said) == ("2030-04-11", "2030-04-11")


def test_a_look_back_goes_on_in_the_next_paragraph(read: Read) -> None:
    text = "Norway condemned the rebels on Thursday.\nThe war began in March.\nRebels attacked Varno.\nGunmen killed three farmers in Sull."
    found = of_kind(read(text), "event")
    assert [days(c) for c in found][-2:] == [("2030-03-01", "2030-03-31"), ("2030-04-11", "2030-04-11")]


def test_an_announcement_dates_the_start_of_what_is_announced(read: Read) -> None:
    (moved,) = of_kind(read("Norway announced in March that it would deploy soldiers to Kellin."), "movement")
    assert days(moved) == ("2030-03-01", None)


@pytest.mark.parametrize(("words", "year"), [("an alleged 1996 massacre", "1996"), ("the failed 2027 ceasefire", "2027")])
def test_a_year_before_what_happened_in_it(words: str, year: str) -> None:
    (found,) = find_times(f"They spoke of {words} in the valley.", WORDS)
    assert found.words.endswith(year)


@pytest.mark.parametrize("text", ["resolutions 1970 and 1973 were read", "release 2031-05-S-014", "killed 1996 rebels there"])
def test_numbers_that_are_no_years(text: str) -> None:
    assert find_times(text, WORDS) == []


CHRONOLOGY = """12 March 2029: Rebels captured Varno. The army withdrew from Sull.
15 March: An airstrike on Orvane killed 12 civilians.
2030
3 January - Rebels captured Tessk.
- On 9 January, rebels captured Mirrow."""


def test_a_list_of_dated_entries_is_told_day_by_day(read: Read) -> None:
    taken = {c.places: days(c)[0] for c in of_kind(read(CHRONOLOGY), "control")}
    assert taken == {
        ("Varno",): "2029-03-12",
        ("Sull",): "2029-03-12",
        ("Tessk",): "2030-01-03",
        ("Mirrow",): "2030-01-09",
    }


@pytest.mark.parametrize(("line", "level"), [("2030", 2), ("March 2030:", 3), ("12 March", 4), ("In 2030 the war ended.", 0), ("Varno", 0)])
def test_a_line_that_is_a_date_alone_heads_what_follows(line: str, level: int) -> None:
    assert lone_date(line, WORDS) == level


def test_a_statement_was_made_when_what_holds_it_was_issued(read: Read) -> None:
    (said,) = of_kind(read("In a report issued on Tuesday, Norway said that the war was lost."), "statement")
    assert days(said) == ("2030-04-09", "2030-04-09")


def test_what_was_said_to_have_been_done_is_of_the_lead(read: Read) -> None:
    text = "Drones hit Orvane on Thursday, the mayor said. He said 14 drones had struck the town of Sull."
    assert [days(c) for c in of_kind(read(text), "event")] == [("2030-04-11", "2030-04-11")] * 2
