"""Short forms and surnames."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warledger.stages.claims.definitions import FullNames, definitions, expand


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("The Free River Army (FRA) is small.", "FRA", "Free River Army"),
        ("Fighters of the Movement for the Freedom of Kellin (MFK) left.", "MFK", "Movement for the Freedom of Kellin"),
        ("the Kellin People's Guard, known as the KPG, left", "KPG", "Kellin People's Guard"),
        ("the Union of River Workers (URW; founded 2029) met", "URW", "Union of River Workers"),
    ],
)
def test_defined_by_their_letters(text: str, short: str, long: str) -> None:
    assert definitions(text) == {short: long}


@pytest.mark.parametrize(
    "text", ["The mayor of Varno (ABC) left.", "He wept (LOL).", "In 2029 (Q1) it rained.", "(FRA)", "The Free River Army FRA"]
)
def test_letters_that_do_not_fit_define_nothing(text: str) -> None:
    assert definitions(text) == {}


def test_the_first_definition_holds() -> None:
    assert definitions("The Free River Army (FRA) met the Farmers and Ranchers Alliance (FRA).") == {"FRA": "Free River Army"}


@given(st.lists(st.from_regex(r"[A-Z][a-z]{2,8}", fullmatch=True), min_size=2, max_size=6))
def test_any_capitalised_name_and_its_initials(words: list[str]) -> None:
    short = "".join(w[0] for w in words)
    assert definitions(f"yesterday the {' '.join(words)} ({short}) met.")[short] == " ".join(words)


def test_written_out_at_the_start_and_the_end_and_whole() -> None:
    known = {"FRA": "Free River Army"}
    assert expand("FRA", known) == "Free River Army"
    assert expand("FRA fighters", known) == "Free River Army fighters"
    assert expand("spokesman for the FRA", known) == "spokesman for the Free River Army"
    assert expand("FRAX fighters", known) == "FRAX fighters"


def test_surnames_of_people_named_in_full() -> None:
    people = FullNames()
    people.see(["Ilda Marsh", "Osk van Tarin", "rebels"])
    assert [people.full(n) for n in ("Marsh", "Tarin", "van Tarin", "Dallow")] == ["Ilda Marsh", "Osk van Tarin", "Osk van Tarin", "Dallow"]
    assert people.knows("Ilda Marsh")
    assert not people.knows("Marsh")


def test_the_first_bearer_of_a_surname_keeps_it() -> None:
    people = FullNames()
    people.see(["Ilda Marsh", "Peter Marsh"])
    assert people.full("Marsh") == "Ilda Marsh"
