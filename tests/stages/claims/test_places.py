"""Where things happened: the where-phrases of a sentence, and what the report is set in when it names none."""

from __future__ import annotations

import pytest

from tests.stages.claims.reports import Read, content, of_kind


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Government forces shelled Orvane and Sull, killing two civilians.", {"Orvane", "Sull"}),
        ("Four civilians were killed in airstrikes in Orvane.", {"Orvane"}),
        ("Four others were killed in either a rebel or government airstrike in Khor Danesh.", {"Khor Danesh"}),
        ("Rebels clashed with the army in the countryside around Orvane and Sull.", {"Orvane", "Sull"}),
        ("A drone strike killed rebel leaders who were driving a car in Orvane.", {"Orvane"}),
        ("The army launched a drone strike targeting rebel leaders near Port Hale just north of Varno.", {"Port Hale"}),
        ("Warplanes carried out airstrikes on rebel positions, including one on Orvane city that killed 11 people.", {"Orvane city"}),
        ("Government forces shelled rebel-controlled Orvane, Sull, Tessk and other areas.", {"Orvane", "Sull", "Tessk"}),
        ("Norway conducted airstrikes on rebel weapons depots inside Turkey.", {"Turkey"}),
        ("Warplanes bombed towns in the Orvane and Sull countryside.", {"Orvane countryside", "Sull countryside"}),
        ("Rebels attacked Orvane. Shells hit the outskirts of the city, killing two people.", {"outskirts of Orvane"}),
        ("The group posted the first attack on the soldiers on YouTube.", set()),
        ("Five soldiers were killed in an ambush in Sull during the battle for Orvane.", {"Sull"}),
        ("North of Orvane, at least 17 soldiers were killed in clashes.", {"North of Orvane"}),
        ("The rebels' deputy leader in Norway, Per Holm, was killed by an airstrike.", {"Norway"}),
        ("Security forces killed two insurgents in Danesh district.", {"Danesh district"}),
        ("Rebels entered Orvane and killed three civilians.", {"Orvane"}),
        ("Residents of Varno, the capital of Norway, fled. Five civilians were killed by shells in the capital.", {"Varno"}),
    ],
)
def test_the_where_phrase_nearest_to_the_trigger_gives_the_place(read: Read, text: str, expected: set[str]) -> None:
    events = of_kind(read(text), "event")
    assert events
    assert expected in [set(e.places) for e in events]


def test_where_something_was_said_is_no_place_of_what_happened(read: Read) -> None:
    (event,) = of_kind(read("A rebel spokesman told reporters in Orvane that shells had killed five soldiers."), "event")
    assert "Orvane" not in event.places


def test_a_happening_without_a_place_is_set_in_the_country_of_the_report(read: Read) -> None:
    claims = read("Fighting has gone on across Norway.\nOn Monday rebels killed three soldiers in an ambush.\nRussia condemned it.")
    assert of_kind(claims, "event")[-1].places == ("Norway",)


def test_a_report_that_names_two_countries_alike_is_set_in_neither(read: Read) -> None:
    claims = read("There is war in Norway and in Turkey.\nOn Monday rebels killed three soldiers in an ambush.")
    assert of_kind(claims, "event")[-1].places == ()


def test_a_dateline_in_the_country_of_the_report_is_its_place(read: Read) -> None:
    claims = read("ORVANE, Norway (Wire) - Rebels in Norway killed three soldiers.\nTwo civilians died in a blast on Monday.")
    assert of_kind(claims, "event")[-1].places == ("Orvane",)


@pytest.mark.parametrize("line", ["Turkey - Its minister said it would help.", "Turkey (Operation Dawn, in Norway) - It ended in May."])
def test_a_line_of_a_list_amid_a_report_is_no_dateline(read: Read, line: str) -> None:
    story = "Rebels in Norway fought on.\n" * 4
    claims = read(f"{story}{line}\nRebels in Norway killed three soldiers.\nTwo civilians died in a blast on Monday.")
    assert of_kind(claims, "event")[-1].places == ("Norway",)


def test_the_country_that_heads_a_line_of_a_list_is_no_speaker(read: Read) -> None:
    claims = read("Reactions came in on Monday.\nTurkey – Ann Lee, the foreign ministry spokeswoman, condemned the attack in Norway.")
    assert content(claims, "statement").speaker == "Ann Lee"


def test_each_item_of_a_digest_has_its_own_dateline(read: Read) -> None:
    story = "Rebels in Norway fought on.\n" * 4
    claims = read(f"{story}ORVANE, Norway (Wire) - Rebels in Norway killed three soldiers.\nTwo civilians died in a blast on Monday.")
    assert of_kind(claims, "event")[-1].places == ("Orvane",)


def test_the_strikes_told_before_keep_their_place(read: Read) -> None:
    claims = read("Warplanes bombed Sull on Monday. At least 17 militants were reported killed in the strikes.")
    assert of_kind(claims, "event")[-1].places == ("Sull",)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Speaking in Orvane on Monday, President Ann Lee condemned the attack.", ("Orvane",)),
        ("President Ann Lee told a news conference in Orvane that Turkey must leave.", ("Orvane",)),
        ("President Ann Lee visited Orvane on Monday.", ("Orvane",)),
        ("Norway said that it would keep its delegation in Turkey.", ("Turkey",)),
        ("Per Holm, an analyst at Danesh Partners, condemned the attack.", ()),
        ("Norway condemned relations between France and Turkey.", ()),
    ],
)
def test_a_statement_is_where_it_was_made_or_what_it_is_about(read: Read, text: str, expected: tuple[str, ...]) -> None:
    found = of_kind(read(text), "statement")
    assert not found or expected in [s.places for s in found]


def test_what_a_speaker_says_next_is_said_there_too(read: Read) -> None:
    claims = read("President Ann Lee told reporters in Orvane that talks go on. Lee urged Turkey to withdraw.")
    assert [s.places for s in of_kind(claims, "statement")][-1] == ("Orvane",)


def test_where_a_speaker_was_is_forgotten_after_a_while_and_a_country_is_nowhere(read: Read) -> None:
    between = "The soldiers of Norway fought in the hills.\n" * 15
    claims = read(f"President Ann Lee told reporters in Orvane that talks go on.\n{between}Lee urged Turkey to withdraw.")
    assert [s.places for s in of_kind(claims, "statement")][-1] == ()
    claims = read("Norway said in Orvane that talks go on. Norway urged Turkey to withdraw.")
    assert [s.places for s in of_kind(claims, "statement")][-1] == ()


def test_a_province_behind_a_place_is_kept_with_it_and_leads_no_clause_astray(read: Read) -> None:
    claims = read("In Mirrow district, Kellin province, a combined army and police force killed two insurgents on Monday.")
    (event,) = of_kind(claims, "event")
    assert event.places == ("Mirrow district, Kellin province",)
    assert "province" not in " ".join(content(claims, "event").actors1)


def test_provinces_in_a_list_are_places_of_their_own(read: Read) -> None:
    (event,) = of_kind(read("Warplanes bombed Mirrow province, Kellin province and Orvane."), "event")
    assert set(event.places) == {"Mirrow province", "Kellin province", "Orvane"}


def test_a_brief_report_goes_on_at_the_place_it_named(read: Read) -> None:
    told = "Security forces conducted an operation in Mirrow district today. The force killed several insurgents."
    claims = read(f"VARNO, Norway (Wire) - {told}")
    assert of_kind(claims, "event")[-1].places == ("Mirrow district",)


def test_a_city_meant_is_never_the_day_named_before_it(read: Read) -> None:
    claims = read("Rebels captured Orvane on Thursday after the army withdrew from the city.")
    assert {place for claim in claims for place in claim.places} == {"Orvane"}


def test_a_building_lies_in_the_place_named_behind_it(read: Read) -> None:
    claims = read("Shells hit a busy market in Orvane on Friday. A strike on a school in the town of Sull killed nine people.")
    assert [c.places for c in claims if c.kind == "event"] == [("Orvane",), ("Sull",)]


def test_a_nearby_town_goes_by_its_name(read: Read) -> None:
    assert content(read("At least 400 civilians fled to nearby Orvane."), "movement").to == ("Orvane",)


def test_a_name_with_an_article_is_a_place_and_its_surroundings_are_none(read: Read) -> None:
    (claim,) = read("An air strike killed ten civilians in the town of al-Tessk in the western Kellin countryside on Thursday.")
    assert claim.places == ("al-Tessk",)
