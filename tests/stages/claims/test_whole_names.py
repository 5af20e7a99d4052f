"""Names the parser cuts in pieces come out whole: at a hyphen, at an apostrophe, in the head of an entry or a dateline."""

from __future__ import annotations

import pytest

from tests.stages.claims.reports import Read, of_kind


@pytest.mark.parametrize(
    "sentence",
    [
        "Government forces repelled an attack on Khor al-Amur and hold the town.",
        "Rebels captured Khor al-Amur on Monday.",
        "Rebels entered the town of Khor al-Amur and shelled its bridge.",
    ],
)
def test_a_hyphenated_place_is_one_place(read: Read, sentence: str) -> None:
    places = {place for claim in of_kind(read(sentence), "control") for place in claim.places}
    assert places == {"Khor al-Amur"}


def test_a_defined_name_is_whole_wherever_it_stands(read: Read) -> None:
    text = "Sun'at Varid al-Tay (SVT) is a militia. Fighters of Sun'at Varid al-Tay captured Orvane. SVT shelled Tessk on Friday."
    named = {name for claim in read(text) for mention in claim.mentions if (name := mention.name) != "" and mention.field != "places"}
    assert any("Sun'at Varid al-Tay" in name for name in named)
    assert not {"al-Tay", "Sun'at Varid", "al", "Tay"} & named


def test_the_head_of_an_entry_gives_place_and_day(read: Read) -> None:
    (event,) = of_kind(read("14 March 2031, Orvane: shelling killed four civilians and wounded nine, according to a doctor."), "event")
    assert event.places == ("Orvane",)
    assert event.time is not None
    assert event.time.start is not None
    assert event.time.start.isoformat() == "2031-03-14"
    assert event.said_by == ("doctor",)


def test_a_dateline_is_no_actor_but_says_which_town_is_meant(read: Read) -> None:
    (claim,) = of_kind(read("ORVANE, 5 May (Coast Wire) - Rebel forces captured the town at dawn."), "control")
    assert claim.content.gained_by == ("Rebel forces",)  # type: ignore[union-attr]
    assert claim.places == ("Orvane",)


def test_a_date_in_a_relative_clause_dates_that_clause_only(read: Read) -> None:
    text = "The bridge, which rebels shelled on 3 May 2031, is near Orvane, where soldiers killed two farmers."
    dates = {claim.content.type: claim.time.start for claim in of_kind(read(text), "event") if claim.time}  # type: ignore[union-attr]
    assert str(dates["Shelling/artillery/missile attack"]) == "2031-05-03"
    assert str(dates.get("Attack")) != "2031-05-03"
