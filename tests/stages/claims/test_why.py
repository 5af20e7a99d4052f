"""Every filled field says which rule filled it, and from which words."""

from __future__ import annotations

import pytest

from tests.stages.claims.reports import Read, of_kind

SENTENCES = {
    "control": ("The Free River Army seized Orvane from government troops on Monday.", ["gained_by", "lost_by", "places", "dates"]),
    "event": ("Rebels killed nine soldiers near Mirrow on Monday.", ["type", "actors1", "actors2", "places", "dates"]),
    "movement": ("At least 400 civilians fled from Orvane to Varno on Monday.", ["actors1", "from", "to", "dates"]),
    "toll": ("The army destroyed 14 tanks near Mirrow on Monday.", ["measure", "by", "places", "dates"]),
    "strength": ("The army has 900 soldiers in Port Hale.", ["actor", "places", "dates"]),
    "statement": ("Norway accused Turkey of aggression on Monday.", ["speaker", "act", "target", "dates"]),
    "agreement": ("The government and the rebels signed a ceasefire agreement on Monday.", ["parties", "what", "dates"]),
}


@pytest.mark.parametrize("kind", SENTENCES)
def test_each_field_names_its_rule(read: Read, kind: str) -> None:
    text, fields = SENTENCES[kind]
    (claim,) = of_kind(read(text), kind)
    for field in [*fields, "modality"]:
        assert claim.why[field].rule, field


def test_the_words_and_their_place(read: Read) -> None:
    text = "The Free River Army seized Orvane from government troops on Monday."
    (claim,) = of_kind(read(text), "control")
    gained, dates = claim.why["gained_by"], claim.why["dates"]
    assert gained.rule == "control.captured"
    assert "Free River Army" in gained.words
    assert gained.span is not None
    assert gained.span.of(text) == "Free River Army"
    assert (dates.rule, dates.words) == ("time.publication", "Monday")
    assert dates.span is not None
    assert dates.span.of(text) == "Monday"


def test_a_reference_back_says_so(read: Read) -> None:
    claims = of_kind(read("The rebels entered Orvane. They captured Mirrow."), "control")
    assert "pronoun" in claims[1].why["gained_by"].words
    assert "demonym" in of_kind(read("A Russian airstrike on Orvane killed 14 civilians."), "event")[0].why["actors1"].words


def test_the_modality_says_which_words_weigh_on_it(read: Read) -> None:
    (claim,) = of_kind(read("The rebels claimed that they had captured Orvane."), "control")
    assert claim.why["modality"].words == "claimed"
