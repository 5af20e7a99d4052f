"""Who speaks: offices and names apart, pronouns and descriptions led back, surnames in full."""

from __future__ import annotations

import pytest

from tests.stages.claims.reports import Read, content, of_kind


@pytest.mark.parametrize(
    ("text", "speaker", "affiliation"),
    [
        ("The chairman of the Varno Council, Osk Tarin, said that bread was scarce.", "Osk Tarin", "chairman of the Varno Council"),
        ("Ilda Marsh, a spokeswoman for the Hale Agency, said that bread was scarce.", "Ilda Marsh", "spokeswoman for the Hale Agency"),
        ("A senior Norwegian official said that bread was scarce.", "senior Norwegian official", "Norway"),
        ("Osk Tarin of the Brannock Institute said that bread was scarce.", "Osk Tarin", "Brannock Institute"),
    ],
)
def test_speaker_and_office(read: Read, text: str, speaker: str, affiliation: str) -> None:
    said = content(read(text), "statement")
    assert (said.speaker, said.affiliation) == (speaker, affiliation)


@pytest.mark.parametrize(
    "then",
    [
        "He added that bread was scarce.",
        '"Rebel leader Ivo Pell has no friends in the south," he said.',
        "The minister said that bread was scarce.",
        "Tarin said that bread was scarce.",
    ],
)
def test_the_next_sentence_has_the_same_speaker(read: Read, then: str) -> None:
    claims = read(f"Foreign Minister Osk Tarin said that the winter was long. {then}")
    assert [content((c,), "statement").speaker for c in of_kind(claims, "statement")] == ["Osk Tarin", "Osk Tarin"]


def test_a_statement_speaks_for_whoever_made_it(read: Read) -> None:
    claims = read("The Varno Council condemned the raid. The statement added that bread was scarce.")
    assert {content((c,), "statement").speaker for c in of_kind(claims, "statement")} == {"Varno Council"}


def test_the_author_is_no_speaker(read: Read) -> None:
    assert of_kind(read("We welcome comments from our readers."), "statement") == []


def test_whoever_is_quoted_speaks(read: Read) -> None:
    said = content(read("Foreign Minister Osk Tarin was quoted by a newspaper as saying that bread was scarce."), "statement")
    assert (said.speaker, said.act) == ("Osk Tarin", "INFORM")


def test_a_surname_that_is_a_town_too_is_the_person(read: Read) -> None:
    claims = read("Foreign Minister Osk Mirrow visited Norway. Mirrow said that bread was scarce.")
    assert [content((c,), "statement").speaker for c in of_kind(claims, "statement")] == ["Osk Mirrow", "Osk Mirrow"]


def test_he_is_no_body(read: Read) -> None:
    claims = read("The Tessk Movement condemned the raid. One man said that bread was scarce. He said that winter was near.")
    assert {content((c,), "statement").speaker for c in of_kind(claims, "statement")} == {"Tessk Movement", "man"}
