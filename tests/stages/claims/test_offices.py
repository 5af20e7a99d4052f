"""Who holds which office, and for whom people speak."""

from __future__ import annotations

import pytest

from tests.stages.claims.reports import Read, content, of_kind
from warledger.pipeline.vocabulary import WordLists
from warledger.stages.claims.offices import Introductions


@pytest.mark.parametrize(
    ("text", "name", "office"),
    [
        ("Norwegian Foreign Minister Ann Lee left.", "Ann Lee", "Norwegian Foreign Minister"),
        ("He met Gen. Osk van Tarin on Monday.", "Osk van Tarin", "Gen"),
        ("U.S. Secretary of State Ann Lee left.", "Ann Lee", "U.S. Secretary of State"),
        ("Commander-in-Chief of the RDF Osk Marsh left.", "Osk Marsh", "Commander-in-Chief of the RDF"),
        ("Norway's oil minister Ann Lee left.", "Ann Lee", "Norway's oil minister"),
        ("Ann Lee, a spokeswoman for the River Ministry, left.", "Ann Lee", "spokeswoman for the River Ministry"),
        ("Ann Lee, a senior research fellow at the River Institute, wrote it.", "Ann Lee", "River Institute"),
        ("Ann Lee of the River Institute said so.", "Ann Lee", "River Institute"),
        ("Radio Kellin's Ann Lee said so.", "Ann Lee", "Radio Kellin"),
        ("The head of the River Council, Ann Lee, left.", "Ann Lee", "head of the River Council"),
        ("President Ann Lee left. Norwegian President Ann Lee came back.", "Ann Lee", "Norwegian President"),
    ],
)
def test_people_are_introduced_with_their_office(text: str, name: str, office: str) -> None:
    words = WordLists.packaged().claims
    assert Introductions(words.nouns, words.demonyms).people(text) == {name: office}


@pytest.mark.parametrize("text", ["The River Council, an assembly of elders, met.", "Ann Lee, who wept, left.", "In May, a leader, left."])
def test_others_are_nobody_in_office(text: str) -> None:
    words = WordLists.packaged().claims
    assert Introductions(words.nouns, words.demonyms).people(text) == {}


@pytest.mark.parametrize(
    ("text", "affiliation"),
    [
        ("Norwegian Foreign Minister Ann Lee left Varno.\nLee condemned the rebels.", "Norwegian Foreign Minister"),
        ("A Norwegian official condemned the rebels.", "Norway"),
        ("A River Ministry official condemned the rebels.", "River Ministry"),
        ("The Norwegian government condemned the rebels.", "Norway"),
        ("The Kremlin condemned the rebels.", "Russia"),
        ("Turkish rebels condemned the attack.", ""),
        ("Norwegian President Ann Lee left Varno.\nThe Lee administration condemned the rebels.", "Norwegian President"),
    ],
)
def test_whom_a_speaker_speaks_for(read: Read, text: str, affiliation: str) -> None:
    assert content(read(text), "statement").affiliation == affiliation


def test_the_official_is_the_one_who_spoke_before(read: Read) -> None:
    claims = of_kind(read("A Norwegian official condemned the rebels.\nThe official, who gave no name, rejected the plan."), "statement")
    assert [content((c,), "statement").affiliation for c in claims] == ["Norway", "Norway"]


def test_an_office_does_not_begin_in_the_sentence_before() -> None:
    words = WordLists.packaged().claims
    found = Introductions(words.nouns, words.demonyms).people("Norwegian troops withdrew. Mayor Ann Lee said so.")
    assert found == {"Ann Lee": "Mayor"}
