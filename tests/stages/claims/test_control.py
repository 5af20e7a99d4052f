"""Who took, entered, left, holds or besieges a place."""

from __future__ import annotations

import pytest

from tests.stages.claims.reports import Read, content, of_kind


@pytest.mark.parametrize(
    ("sentence", "mode", "gained", "lost", "place"),
    [
        ("Rebel fighters captured Varno on Tuesday.", "captured", ["Rebel fighters"], [], "Varno"),
        ("The Free River Army seized Tessk from soldiers.", "captured", ["Free River Army"], ["soldiers"], "Tessk"),
        ("Insurgents took control of Orvane.", "captured", ["Insurgents"], [], "Orvane"),
        ("The city of Orvane fell to the rebels on 9 April.", "captured", ["rebels"], [], "Orvane"),
        ("The fall of Orvane to the rebels shocked the capital.", "captured", ["rebels"], [], "Orvane"),
        ("The army lost control of Mirrow to the rebels.", "captured", ["rebels"], ["army"], "Mirrow"),
        ("Government soldiers entered Varno at dawn.", "entered", ["Government soldiers"], [], "Varno"),
        ("The army withdrew from Orvane overnight.", "withdrew", [], ["army"], "Orvane"),
        ("Government soldiers pulled out of Brannock.", "withdrew", [], ["Government soldiers"], "Brannock"),
        ("Insurgents besieged Port Hale for three weeks.", "besieged", ["Insurgents"], [], "Port Hale"),
        ("Militiamen laid siege to Port Hale.", "besieged", ["Militiamen"], [], "Port Hale"),
        ("The army recaptured Orvane from the rebels.", "retaken", ["army"], ["rebels"], "Orvane"),
        ("The rebels regained control of Mirrow on Sunday.", "retaken", ["rebels"], [], "Mirrow"),
        ("Government forces handed over Mirrow to the rebels.", "handed_over", ["rebels"], ["Government forces"], "Mirrow"),
        ("The rebels control Kellin.", "holds", ["rebels"], [], "Kellin"),
        ("Lower Tessk is under the control of the army.", "holds", ["army"], [], "Lower Tessk"),
        ("The liberation of Sull by the army came in April.", "captured", ["army"], [], "Sull"),
        ("The army was driven out of Mirrow by the rebels.", "captured", ["rebels"], ["army"], "Mirrow"),
        ("The militants were expelled from Mirrow.", "captured", [], ["militants"], "Mirrow"),
        ("The insurgents were able to seize control of Sull.", "captured", ["insurgents"], [], "Sull"),
        ("Army recaptures Sull from rebels", "retaken", ["Army"], ["rebels"], "Sull"),
        ("Orvane remains under siege from the army.", "besieged", ["army"], [], "Orvane"),
        ("The rebels cut off the Orvane highway.", "captured", ["rebels"], [], "Orvane highway"),
        ("Government troops captured Sull as the rebels retreated.", "captured", ["Government troops"], ["rebels"], "Sull"),
        ("Amid the collapse of the army, the rebels took Orvane.", "captured", ["rebels"], ["army"], "Orvane"),
        ("Orvane remains in rebel hands.", "holds", ["rebels"], [], "Orvane"),
        ("The rebels cut the road to Orvane.", "captured", ["rebels"], [], "road to Orvane"),
        ("The army withdrew its soldiers from Mirrow.", "withdrew", [], ["army"], "Mirrow"),
        ("Soldiers captured a district of Varno.", "entered", ["Soldiers"], [], "Varno"),
        ("The army attacked the rebel-held town of Sull and captured it.", "captured", ["army"], ["rebel"], "Sull"),
        ("The convoy drove through the Ketsic-held city of Sull.", "holds", ["Ketsic"], [], "Sull"),
        ("The army entered Sull, taking over from the militia.", "captured", ["army"], ["militia"], "Sull"),
        ("The station aired footage of armed militiamen seizing Sull.", "captured", ["armed militiamen"], [], "Sull"),
        ("The rebels shelled the army-occupied Kellin Heights.", "holds", ["army"], [], "Kellin Heights"),
        ("Our fighters captured Sull on Tuesday.", "captured", ["our fighters"], [], "Sull"),
    ],
)
def test_plain_sentences(read: Read, sentence: str, mode: str, gained: list[str], lost: list[str], place: str) -> None:
    (claim,) = of_kind(read(sentence), "control")
    assert claim.places == (place,)
    told = content((claim,), "control")
    assert (told.mode, list(told.gained_by), list(told.lost_by)) == (mode, gained, lost)


@pytest.mark.parametrize(
    "sentence",
    [
        "Lower Tessk was captured by the Free River Army on Monday.",
        "The Free River Army, which captured Lower Tessk on Monday, is short of food.",
        "After capturing Lower Tessk, the Free River Army rested.",
        "Lower Tessk, captured by the Free River Army, is empty.",
        "The Free River Army attacked and captured Lower Tessk.",
        "Lower Tessk, which the Free River Army captured on Monday, is empty.",
    ],
)
def test_one_fact_in_many_constructions(read: Read, sentence: str) -> None:
    (claim,) = of_kind(read(sentence), "control")
    assert claim.places == ("Lower Tessk",)
    assert content((claim,), "control").mode == "captured"
    assert content((claim,), "control").gained_by == ("Free River Army",)


def test_one_claim_for_each_place_of_a_list(read: Read) -> None:
    text = "The Free River Army captured Sull, Orvane and the village of Brannock on 3 April 2030."
    claims = of_kind(read(text), "control")
    assert {c.places for c in claims} == {("Sull",), ("Orvane",), ("Brannock",)}
    assert {c.quote for c in claims} == {text}
    assert len({c.id for c in claims}) == 3


def test_a_list_after_a_place_word(read: Read) -> None:
    claims = of_kind(read("Rebels captured the towns of Sull and Mirrow."), "control")
    assert {c.places for c in claims} == {("Sull",), ("Mirrow",)}


@pytest.mark.parametrize(
    ("sentence", "holder"),
    [
        ("Aid has reached the rebel-held town of Sull.", "rebel"),
        ("Aid has reached the government-held town of Sull.", "government"),
        ("Aid has reached the rebel stronghold of Sull.", "rebel"),
        ("Aid has reached the rebel stronghold in Sull.", "rebel"),
        ("Aid has reached Russian occupied Sull.", "Russia"),
    ],
)
def test_a_description_says_who_holds(read: Read, sentence: str, holder: str) -> None:
    (claim,) = of_kind(read(sentence), "control")
    assert claim.places == ("Sull",)
    assert content((claim,), "control").mode == "holds"
    assert content((claim,), "control").gained_by == (holder,)


def test_unarmed_people_entering_change_no_control(read: Read) -> None:
    assert of_kind(read("Doctors entered Varno with medicine."), "control") == []


def test_soldiers_crossing_into_a_country_take_no_control_of_it(read: Read) -> None:
    assert of_kind(read("Soldiers entered Norway on Monday."), "control") == []


def test_capturing_people_is_not_capturing_a_place(read: Read) -> None:
    assert of_kind(read("Rebels captured 30 soldiers near Mirrow."), "control") == []


def test_what_was_held_is_the_subject_of_the_sentence(read: Read) -> None:
    claims = of_kind(read("Sull and Mirrow were the last two towns held by the army."), "control")
    assert {(c.places, content((c,), "control").gained_by) for c in claims} == {(("Sull",), ("army",)), (("Mirrow",), ("army",))}


def test_them_are_the_places_listed_last(read: Read) -> None:
    claims = of_kind(read("Fighting was reported in Sull and Mirrow. The rebels reached both towns, capturing them."), "control")
    assert {c.places for c in claims} == {("Sull",), ("Mirrow",)}


def test_a_list_behind_a_holding_participle(read: Read) -> None:
    claims = of_kind(read("The army shelled rebel-held Sull, Mirrow and Orvane."), "control")
    assert {c.places for c in claims} == {("Sull",), ("Mirrow",), ("Orvane",)}


@pytest.mark.parametrize(
    "sentence",
    [
        "The army prevented the rebels from capturing Sull.",
        "The rebels failed to take Sull.",
        "After the fall of Sull, shops closed.",
    ],
)
def test_what_was_kept_from_happening_or_is_only_named(read: Read, sentence: str) -> None:
    assert of_kind(read(sentence), "control") == []


def test_leaving_what_is_taken_is_told_once(read: Read) -> None:
    (claim,) = of_kind(read("The rebels captured Sull following the withdrawal of government troops from Sull."), "control")
    assert content((claim,), "control").lost_by == ("government troops",)


def test_a_particle_makes_another_verb(read: Read) -> None:
    assert of_kind(read("The soldiers took Sull. They took it apart."), "control")[1:] == []


def test_who_describes_a_place_as_held_takes_it_for_granted(read: Read) -> None:
    (claim,) = of_kind(read("The mayor said that aid might reach the rebel-held town of Sull."), "control")
    assert (claim.modality.value, claim.said_by) == ("asserted", ())


def test_their_stronghold_is_that_of_those_in_it(read: Read) -> None:
    (claim,) = of_kind(read("The rebel leadership in their stronghold of Sull met envoys."), "control")
    assert content((claim,), "control").gained_by == ("rebel leadership",)


def test_a_quarter_in_a_list_of_places_is_entered(read: Read) -> None:
    claims = of_kind(
        read("The rebels captured the villages of Sull and Kellin as well as a neighbourhood in the city of Orvane."), "control"
    )
    assert {(c.places, content((c,), "control").mode) for c in claims} == {
        (("Sull",), "captured"),
        (("Kellin",), "captured"),
        (("Orvane",), "entered"),
    }


def test_what_opens_a_sentence_takes_no_names_from_what_follows(read: Read) -> None:
    claims = of_kind(
        read("After the capture of Tessk by the Northern League, Sull and Varno were the last two towns held by the army."), "control"
    )
    found = {(c.places[0], content((c,), "control").mode, content((c,), "control").gained_by) for c in claims}
    assert found == {("Tessk", "captured", ("Northern League",)), ("Sull", "holds", ("army",)), ("Varno", "holds", ("army",))}


def test_what_is_ours_and_no_fighters_names_nobody(read: Read) -> None:
    assert of_kind(read("Our prayers entered Sull with them."), "control") == []
