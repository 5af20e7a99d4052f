"""Lists that give each place its day, named victims, verbs the parser does not know, and what had been so until then."""

from __future__ import annotations

import pytest

from tests.stages.claims.reports import Read, days, of_kind
from warledger.records.claim import Control, Event, Movement, Toll

LISTS = [
    ("The River Army captured Tessk on 26 March, Orvane on 31 March and Sull on 4 April.", "captured"),
    ("The army recaptured Tessk (26 March), Orvane (31 March) and Sull (4 April).", "retaken"),
    ("Norway retook Tessk on 26 March, Orvane on 31 March and Sull on 4 April.", "retaken"),
]


@pytest.mark.parametrize(("sentence", "mode"), LISTS)
def test_each_place_of_a_list_has_the_day_behind_it(read: Read, sentence: str, mode: str) -> None:
    found = {c.places[0]: days(c)[0] for c in of_kind(read(sentence), "control")}
    assert found == {"Tessk": "2030-03-26", "Orvane": "2030-03-31", "Sull": "2030-04-04"}
    assert all(isinstance(c.content, Control) and c.content.mode == mode for c in of_kind(read(sentence), "control"))


VICTIMS = [
    ("Gebre Hale, 44, a teacher, was executed by soldiers in Varno on 4 April.", "killed", "Gebre Hale"),
    ("His brother, Tesfa Hale, 38, was arrested by soldiers in Varno and has not been seen since.", "captured", "Tesfa Hale"),
    ("A local chief, Emman Seb, was beheaded by militiamen in Varno.", "killed", "Emman Seb"),
    ("Ann Lee, 29, disappeared in Varno on 12 March.", "captured", "Ann Lee"),
]


@pytest.mark.parametrize(("sentence", "measure", "name"), VICTIMS)
def test_victims_are_called_by_their_names(read: Read, sentence: str, measure: str, name: str) -> None:
    (event,) = (c for c in read(sentence) if c.kind in {"event", "toll"})
    assert isinstance(event.content, Event) and event.content.actors2 == (name,)
    assert [(c.group, c.low) for c in getattr(event.content, measure)] == [(name, 1)]


def test_where_people_flee_to_is_not_what_they_left(read: Read) -> None:
    (claim,) = of_kind(read("The soldiers fled to Norway."), "movement")
    assert isinstance(claim.content, Movement) and claim.content.to == ("Norway",)
    assert not claim.content.origin


def test_a_denial_does_not_reach_over_a_semicolon(read: Read) -> None:
    (claim,) = of_kind(read("Orvane fell on 9 April after heavy fighting; Norway denied its loss."), "control")
    assert claim.modality.value == "asserted"


def test_what_a_place_has_been_under_is_not_the_place(read: Read) -> None:
    found = of_kind(read("Orvane, which had been under rebel control since 2029, was captured by the army."), "control")
    assert len(found) == 2
    assert all(isinstance(c.content, Control) and "Orvane" not in c.content.gained_by for c in found)


def test_numbers_count_those_they_are_taken_out_of(read: Read) -> None:
    claims = read("Norway said 2,906 of its soldiers were killed and more than 50 were missing.")
    told = {(c.content.measure, c.content.group) for c in claims if isinstance(c.content, Toll)}
    assert told == {("killed", "soldiers"), ("missing", "people")}
    (event,) = (c.content for c in read("The brigade lost 20 of its 26 tanks and nearly 800 men.") if isinstance(c.content, Event))
    assert [c.group for c in event.killed] == ["men"]


def test_what_had_been_held_was_held_until_the_taking(read: Read) -> None:
    taken, held = of_kind(read("Norway captured Orvane on 9 April. The town had been held by the rebels."), "control")
    assert days(taken) == ("2030-04-09", "2030-04-09")
    assert days(held) == (None, "2030-04-09")


def test_a_sentence_cut_off_at_the_end_of_the_head_is_no_dateline(read: Read) -> None:
    told = "The war went on in the hills about the town. " * 26
    text = "On 28 February 1994 the army shelled Sull from the hills. On 5 June 1995 it captured Orvane. Mirrow fell on 9 July."
    claims = read(f"{told}\n{text}", published=None)
    assert [days(c) for c in of_kind(claims, "control")] == [("1995-06-05", "1995-06-05"), ("1995-07-09", "1995-07-09")]
