"""What is told as a happening, and what is only spoken of."""

from __future__ import annotations

import pytest

from tests.stages.claims.reports import Read, of_kind
from warledger.records.claim import Event


@pytest.mark.parametrize(
    "sentence",
    [
        "The rebels thanked Norway for its help in their fight against the army.",
        "Instructors trained the recruits to fight the rebels.",
        "The minister said that the war would be over by spring.",
        "Troops moved north to attack the rebels in Orvane.",
        "The army could shell Orvane from the ridge.",
        "Strikes in Orvane are rare.",
        "The ministry said it would hold talks after the attack.",
    ],
)
def test_what_is_only_spoken_of_is_no_event(read: Read, sentence: str) -> None:
    assert of_kind(read(sentence), "event") == []


@pytest.mark.parametrize(
    ("sentence", "type_"),
    [
        ("The army began to shell Orvane on Monday.", "Shelling/artillery/missile attack"),
        ("A war between the army and rebels broke out in Kellin in 2028.", "Armed clash"),
        ("Rebels fought soldiers in Orvane on Monday.", "Armed clash"),
        ("Militants used drones to attack a barracks in Orvane.", "Air/drone strike"),
        ("Rebels are said to have killed four soldiers in Orvane.", "Armed clash"),
        ("The militia launched a campaign against the army in Kellin.", "Armed clash"),
    ],
)
def test_what_took_place_is_an_event(read: Read, sentence: str, type_: str) -> None:
    assert type_ in [c.content.type for c in read(sentence) if isinstance(c.content, Event)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The group planned the assassination of a general.",
        "Three men were charged with the murder of a soldier.",
        "Soldiers marched north.",
        "Why did the army kill them?",
    ],
)
def test_plots_trials_and_questions_are_no_events(read: Read, sentence: str) -> None:
    assert of_kind(read(sentence), "event") == []


@pytest.mark.parametrize("words", ["fears of an attack on Orvane", "calls for protests in Varno", "the threat of a strike on Orvane"])
def test_what_is_feared_or_called_for_has_not_happened(read: Read, words: str) -> None:
    assert of_kind(read(f"The minister spoke about {words}."), "event") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "When the man protested, the officer laughed.",
        "The villagers feared being attacked by the army.",
        "We live here and we die here, he said.",
        "Wounded students were not allowed into the hospital.",
    ],
)
def test_figures_of_speech_and_states_are_no_events(read: Read, sentence: str) -> None:
    assert of_kind(read(sentence), "event") == []
