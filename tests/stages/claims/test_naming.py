"""Names: short forms, nationalities, pronouns and descriptions that refer back."""

from __future__ import annotations

import pytest

from tests.stages.claims.reports import Read, content, of_kind


def test_a_short_form_is_written_out_where_the_text_defines_it(read: Read) -> None:
    claims = read("The Free River Army (FRA) holds Mirrow. The FRA denied the accusation.")
    assert content(claims, "control").gained_by == ("Free River Army",)
    assert content(claims, "statement").speaker == "Free River Army"


def test_a_short_form_before_a_noun_is_written_out(read: Read) -> None:
    claims = read("The Free River Army (FRA) is rich.\nFRA fighters captured Orvane.")
    assert content(claims, "control").gained_by == ("Free River Army fighters",)


def test_a_short_form_that_nobody_defined_stays(read: Read) -> None:
    assert content(read("The FRA denied the accusation."), "statement").speaker == "FRA"


@pytest.mark.parametrize(
    ("sentence", "doer"),
    [
        ("A Russian airstrike on Orvane killed 14 civilians.", "Russia"),
        ("A Turkish drone strike on Orvane killed 14 civilians.", "Turkey"),
        ("French shelling of Orvane killed 14 civilians.", "France"),
    ],
)
def test_a_nationality_before_a_deed_is_its_country(read: Read, sentence: str, doer: str) -> None:
    assert content(read(sentence), "event").actors1 == (doer,)


def test_a_nationality_before_fighters_stays_with_them(read: Read) -> None:
    assert content(read("French soldiers left Brannock."), "control").lost_by == ("French soldiers",)


def test_two_nationalities_of_one_noun_are_two_actors(read: Read) -> None:
    assert content(read("Russian and Turkish troops clashed near Orvane."), "event").actors1 == ("Russian troops", "Turkish troops")


def test_they_are_the_last_group(read: Read) -> None:
    claims = of_kind(read("The rebels entered Orvane on Monday. They captured Mirrow on Tuesday."), "control")
    assert [content((c,), "control").gained_by for c in claims] == [("rebels",), ("rebels",)]


def test_it_is_the_last_group(read: Read) -> None:
    claims = read("The Free River Army attacked Orvane on Monday. It captured Mirrow on Tuesday.")
    assert content(claims, "control").gained_by == ("Free River Army",)


def test_she_is_the_last_person(read: Read) -> None:
    claims = of_kind(read("Colonel Ilda Marsh condemned the rebels. She demanded their withdrawal."), "statement")
    assert [content((c,), "statement").speaker for c in claims] == ["Ilda Marsh", "Ilda Marsh"]


def test_a_surname_is_the_full_name_given_before(read: Read) -> None:
    claims = of_kind(read("Colonel Ilda Marsh condemned the rebels. Marsh demanded their withdrawal."), "statement")
    assert [content((c,), "statement").speaker for c in claims] == ["Ilda Marsh", "Ilda Marsh"]


def test_the_group_and_the_town_refer_back(read: Read) -> None:
    (claim,) = of_kind(read("The Free River Army attacked Orvane on Monday. The group withdrew from the town on Tuesday."), "control")
    assert content((claim,), "control").lost_by == ("Free River Army",)
    assert claim.places == ("Orvane",)


def test_a_town_nobody_named_is_no_place(read: Read) -> None:
    assert of_kind(read("The rebels captured the town."), "control") == []


def test_leading_the_and_counts_are_no_part_of_a_name(read: Read) -> None:
    event = content(read("At least 37 government soldiers were killed by the Free River Army."), "event")
    assert (event.actors1, event.actors2) == (("Free River Army",), ("government soldiers",))


def test_mentions_point_at_the_words_of_the_text(read: Read) -> None:
    text = "Good news.\nThe Free River Army seized Lower Tessk from government troops."
    (claim,) = of_kind(read(text), "control")
    words = {(m.field, m.span.of(text)) for m in claim.mentions if m.span}
    assert words == {("gained_by", "Free River Army"), ("lost_by", "government troops"), ("places", "Lower Tessk")}
