"""Fighting, strikes, killings and protests, with their casualties."""

from __future__ import annotations

import pytest

from tests.stages.claims.reports import Read, content, of_kind
from warledger.records.claim import Count


@pytest.mark.parametrize(
    ("sentence", "type_", "place"),
    [
        ("Soldiers clashed with rebel fighters in Orvane on Wednesday.", "Armed clash", "Orvane"),
        ("Militants ambushed an army convoy near Orvane.", "Armed clash", "Orvane"),
        ("A Russian airstrike on Orvane killed 14 civilians.", "Air/drone strike", "Orvane"),
        ("Two drones struck a barracks in Port Hale.", "Air/drone strike", "Port Hale"),
        ("Warplanes bombed Orvane.", "Air/drone strike", "Orvane"),
        ("Government artillery shelled the village of Lower Tessk.", "Shelling/artillery/missile attack", "Lower Tessk"),
        ("The shelling of Orvane killed dozens of civilians.", "Shelling/artillery/missile attack", "Orvane"),
        ("Missiles hit a market in Varno.", "Shelling/artillery/missile attack", "Varno"),
        ("A roadside bomb killed two policemen in Varno.", "Remote explosive/landmine/IED", "Varno"),
        ("A suicide bombing in Varno killed nine people.", "Suicide bomb", "Varno"),
        ("Police arrested 40 protesters in Varno.", "Arrests", "Varno"),
        ("Gunmen abducted three aid workers near Brannock.", "Abduction/forced disappearance", "Brannock"),
        ("Protesters demonstrated in Varno against the government.", "Peaceful protest", "Varno"),
        ("Militiamen looted shops in Varno.", "Looting/property destruction", "Varno"),
        ("Militants robbed a bank in Varno.", "Looting/property destruction", "Varno"),
        ("In Varno, protesters set fire to a government building.", "Violent demonstration", "Varno"),
        ("Coast guards rescued 94 migrants off Port Hale.", "Other", "Port Hale"),
        ("A military helicopter crashed near Orvane, killing five soldiers.", "Other", "Orvane"),
        ("Tonnes of fuel were smuggled into Orvane.", "Other", "Orvane"),
        ("Fighting flared near Orvane on Monday.", "Armed clash", "Orvane"),
        ("Orvane was the scene of intense fighting.", "Armed clash", "Orvane"),
        ("Huge explosions rocked Varno.", "Remote explosive/landmine/IED", "Varno"),
        ("Near Port Hale, two airstrikes disabled two bridges.", "Air/drone strike", "Port Hale"),
    ],
)
def test_types_and_places(read: Read, sentence: str, type_: str, place: str) -> None:
    (claim,) = of_kind(read(sentence), "event")
    assert content((claim,), "event").type == type_
    assert claim.places == (place,)


def test_a_car_bomb_is_a_remote_explosive_with_its_dead(read: Read) -> None:
    claims = of_kind(read("A car bomb killed at least 12 people on Monday."), "event")
    event = content(tuple(claims), "event")
    assert event.type == "Remote explosive/landmine/IED"
    assert event.killed == (Count("people", 12, None),)


def test_both_sides_of_a_clash(read: Read) -> None:
    event = content(read("Heavy clashes broke out between government soldiers and rebels on Monday."), "event")
    assert (event.actors1, event.actors2) == (("government soldiers",), ("rebels",))


def test_who_did_it_and_to_whom(read: Read) -> None:
    event = content(read("Militants ambushed an army convoy near Orvane, killing nine soldiers."), "event")
    assert (event.actors1, event.actors2) == (("Militants",), ("army convoy",))
    assert event.killed == (Count("soldiers", 9, 9),)


def test_the_passive_keeps_doer_and_sufferer_apart(read: Read) -> None:
    event = content(read("Nine soldiers were killed by rebels near Mirrow."), "event")
    assert (event.actors1, event.actors2, event.killed) == (("rebels",), ("soldiers",), (Count("soldiers", 9, 9),))


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("At least 37 soldiers", 37, None),
        ("More than 20 soldiers", 20, None),
        ("Up to 80 soldiers", None, 80),
        ("About 50 soldiers", 50, 50),
        ("Dozens of soldiers", 24, None),
        ("Six or seven soldiers", 6, 7),
        ("Four soldiers", 4, 4),
        ("A soldier", 1, 1),
    ],
)
def test_bounds_of_the_dead(read: Read, words: str, low: int | None, high: int | None) -> None:
    killed = content(read(f"{words} died near Mirrow."), "event").killed
    assert [(c.low, c.high) for c in killed] == [(low, high)]


def test_dead_without_a_number_are_left_open(read: Read) -> None:
    event = content(read("Rebels killed civilians in Orvane."), "event")
    assert event.killed == (Count("civilians", None, None),)


def test_a_subset_stands_beside_its_whole(read: Read) -> None:
    event = content(read("At least 31 people, including 11 children, were killed in an airstrike on Port Hale."), "event")
    assert event.killed == (Count("people", 31, None), Count("children", 11, 11))
    assert event.type == "Air/drone strike"


def test_two_groups_in_one_incident_are_one_event(read: Read) -> None:
    event = content(read("Clashes in Orvane killed 37 soldiers and 60 rebels."), "event")
    assert event.killed == (Count("soldiers", 37, 37), Count("rebels", 60, 60))


def test_two_incidents_of_one_sentence_keep_their_dead(read: Read) -> None:
    claims = of_kind(read("The attack on Varno killed 3 people, while a clash in Orvane killed 4 soldiers."), "event")
    assert [(c.places, content((c,), "event").killed) for c in claims] == [
        (("Varno",), (Count("people", 3, 3),)),
        (("Orvane",), (Count("soldiers", 4, 4),)),
    ]


def test_the_others_are_of_the_group_before(read: Read) -> None:
    event = content(read("An airstrike on Varno killed 12 civilians and wounded 30 others."), "event")
    assert (event.killed, event.injured) == ((Count("civilians", 12, 12),), (Count("civilians", 30, 30),))


def test_dead_and_injured_of_one_strike(read: Read) -> None:
    event = content(read("The airstrike on Varno killed 12 civilians and wounded 30 soldiers."), "event")
    assert event.killed == (Count("civilians", 12, 12),)
    assert event.injured == (Count("soldiers", 30, 30),)


def test_captured_fighters_are_counted(read: Read) -> None:
    event = content(read("Rebels captured 30 soldiers near Mirrow."), "event")
    assert event.captured == (Count("soldiers", 30, 30),)


def test_who_was_killed_tells_attack_from_clash(read: Read) -> None:
    assert content(read("Three farmers were killed near Mirrow."), "event").type == "Attack"
    assert content(read("Three soldiers were killed near Mirrow."), "event").type == "Armed clash"


def test_killing_and_hitting_in_the_figurative_sense_are_no_events(read: Read) -> None:
    assert of_kind(read("The committee killed the proposal."), "event") == []
    assert of_kind(read("Prices hit a new high in Varno."), "event") == []


@pytest.mark.parametrize(
    ("sentence", "type_"),
    [
        ("Police captured a suspect in Orvane.", "Arrests"),
        ("Gunmen captured two nurses in Orvane.", "Abduction/forced disappearance"),
        ("Two people were killed when soldiers fired on protesters in Varno.", "Excessive force against protesters"),
        ("Clashes between protesters and police broke out in Varno.", "Violent demonstration"),
        ("Soldiers killed two insurgents and detained one in Orvane.", "Armed clash"),
    ],
)
def test_who_it_befell_decides_the_type(read: Read, sentence: str, type_: str) -> None:
    (claim,) = of_kind(read(sentence), "event")
    assert content((claim,), "event").type == type_


def test_what_somebody_is_arrested_for_is_no_part_of_the_arrest(read: Read) -> None:
    claims = of_kind(read("Police arrested four men over the killing of two nurses in Varno."), "event")
    event = content(tuple(c for c in claims if getattr(c.content, "captured", ())), "event")
    assert (event.type, event.killed, event.captured) == ("Arrests", (), (Count("men", 4, 4),))


@pytest.mark.parametrize(
    ("sentence", "killed"),
    [
        ("A soldier rushed at the patrol and rebels shot him, killing him.", (1, 1)),
        ("A strike killed 37 soldiers and allied militias near Mirrow.", (37, 37)),
        ("A drone strike near Mirrow killed Orban Teskel, a commander.", (1, 1)),
    ],
)
def test_one_person_and_two_groups_with_one_number(read: Read, sentence: str, killed: tuple[int, int]) -> None:
    entries = [e for c in read(sentence) for e in getattr(c.content, "killed", ())]
    assert [(e.low, e.high) for e in entries] == [killed]


@pytest.mark.parametrize(
    ("sentence", "type_"),
    [
        ("Soldiers fired rockets at a suburb of Varno.", "Shelling/artillery/missile attack"),
        ("Two aircraft dropped bombs on Orvane.", "Air/drone strike"),
        ("A convoy came under fire near Mirrow.", "Armed clash"),
        ("Gunmen opened fire on worshippers in Orvane, killing 12.", "Attack"),
        ("Police fired live rounds at demonstrators in Varno, killing at least 18.", "Excessive force against protesters"),
        ("A blast tore through a bus station in Varno.", "Remote explosive/landmine/IED"),
        ("Soldiers and militants exchanged fire in Orvane.", "Armed clash"),
        ("Demonstrators blocked roads and burned tyres in Varno.", "Violent demonstration"),
        ("A shell landed on a house in Orvane.", "Shelling/artillery/missile attack"),
        ("The jihadists carried out a suicide car bombing in Orvane.", "Suicide bomb"),
        ("Soldiers launched aerial assaults on Orvane.", "Air/drone strike"),
        ("Attackers threw a grenade into a cafe in Orvane.", "Grenade"),
        ("Soldiers raped several women in Orvane.", "Sexual violence"),
    ],
)
def test_ways_of_telling_violence(read: Read, sentence: str, type_: str) -> None:
    (claim,) = of_kind(read(sentence), "event")
    assert content((claim,), "event").type == type_


@pytest.mark.parametrize(
    ("sentence", "killed"),
    [
        ("The explosion claimed the lives of 17 miners.", Count("miners", 17, 17)),
        ("The rebels lost 23 fighters in the battle for Orvane.", Count("fighters", 23, 23)),
        ("A shell hit a market in Orvane, causing 12 deaths.", Count("people", 12, 12)),
        ("A strike on Orvane killed four others.", Count("people", 4, 4)),
    ],
)
def test_ways_of_counting_the_dead(read: Read, sentence: str, killed: Count) -> None:
    assert [e for c in read(sentence) for e in getattr(c.content, "killed", ())] == [killed]


def test_effects_side_by_side_are_of_one_happening(read: Read) -> None:
    event = content(read("Two people were killed and 17 others were wounded in the fighting in Orvane, doctors said."), "event")
    assert (event.type, event.killed, event.injured) == ("Armed clash", (Count("people", 2, 2),), (Count("people", 17, 17),))


def test_a_direction_before_the_people_is_no_victim(read: Read) -> None:
    claims = read("North of Orvane, at least 17 soldiers and two nurses were killed in clashes.")
    killed = [e for c in claims for e in getattr(c.content, "killed", ())]
    assert killed == [Count("soldiers", 17, None), Count("nurses", 2, 2)]


def test_who_struck_from_afar_before_did_so_again(read: Read) -> None:
    claims = of_kind(read("Norway bombed Orvane on Monday.\nOn Tuesday, Norway attacked targets in Mirrow."), "event")
    assert [getattr(c.content, "type", "") for c in claims] == ["Air/drone strike", "Air/drone strike"]


def test_those_taken_along_with_somebody_are_counted(read: Read) -> None:
    event = content(read("Soldiers detained a commander along with three of his associates in Orvane."), "event")
    assert [(e.low, e.high) for e in event.captured] == [(1, 1), (3, 3)]


@pytest.mark.parametrize(
    ("sentence", "field", "count"),
    [
        ("Snipers shot two men dead in Orvane.", "killed", Count("men", 2, 2)),
        ("Gunmen shot dead three villagers near Orvane.", "killed", Count("villagers", 3, 3)),
        ("The army said it took 60 prisoners in Orvane.", "captured", Count("prisoners", 60, 60)),
        ("Rebels raided Orvane, taking 25 hostages.", "captured", Count("hostages", 25, 25)),
    ],
)
def test_people_shot_dead_and_taken_are_counted(read: Read, sentence: str, field: str, count: Count) -> None:
    assert count in [c for claim in of_kind(read(sentence), "event") for c in getattr(claim.content, field)]


def test_nobody_claims_what_no_group_claims(read: Read) -> None:
    event = content(read("A car bomb exploded in Orvane, wounding four officers. No group claimed responsibility."), "event")
    assert event.actors1 == ()
