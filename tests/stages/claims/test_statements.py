"""Who said, demanded, denied, accused or met."""

from __future__ import annotations

import pytest

from tests.stages.claims.reports import Read, content, of_kind


@pytest.mark.parametrize(
    ("sentence", "speaker", "act", "target"),
    [
        ("Colonel Ilda Marsh demanded the withdrawal of the rebels.", "Ilda Marsh", "REQUEST", ["rebels"]),
        ("The government urged the rebels to leave.", "government", "REQUEST", ["rebels"]),
        ("The government denied the accusation.", "government", "REJECT", []),
        ("Norway accused Turkey of aggression.", "Norway", "ACCUSE", ["Turkey"]),
        ("Norway condemned the attack.", "Norway", "ACCUSE", []),
        ("President Osk Tarin met the Norwegian ambassador.", "Osk Tarin", "CONSULT", ["Norwegian ambassador"]),
        ("The president threatened the rebels.", "president", "THREATEN", ["rebels"]),
        ("Norway welcomed the decision.", "Norway", "SUPPORT", []),
        ("France imposed sanctions on Turkey.", "France", "SANCTION", ["Turkey"]),
    ],
)
def test_acts(read: Read, sentence: str, speaker: str, act: str, target: list[str]) -> None:
    said = content(read(sentence), "statement")
    assert (said.speaker, said.act, list(said.target)) == (speaker, act, target)


def test_the_office_is_apart_from_the_name(read: Read) -> None:
    said = content(read("Foreign Minister Osk Tarin demanded an explanation."), "statement")
    assert (said.speaker, said.affiliation) == ("Osk Tarin", "Foreign Minister")


def test_what_fits_no_other_kind_is_informed(read: Read) -> None:
    said = content(read("The mayor said that bread was scarce."), "statement")
    assert (said.speaker, said.act) == ("mayor", "INFORM")
    assert "bread was scarce" in said.topic


def test_an_event_that_is_told_is_not_a_statement_too(read: Read) -> None:
    claims = read("The Mirrow Observatory said at least 15 civilians were killed.")
    assert [c.kind for c in claims] == ["event"]


def test_refusal_rejects_and_duty_requests(read: Read) -> None:
    assert content(read('"We will not leave Orvane," Colonel Ilda Marsh said.'), "statement").act == "REJECT"
    assert content(read("The president said the rebels must leave."), "statement").act == "REQUEST"


def test_saying_something_is_itself_asserted(read: Read) -> None:
    (claim,) = of_kind(read("The mayor said that bread was scarce."), "statement")
    assert (claim.modality, claim.said_by) == ("asserted", ())


def test_things_do_not_speak(read: Read) -> None:
    assert of_kind(read("The weather demanded patience."), "statement") == []


@pytest.mark.parametrize(
    ("sentence", "act", "target"),
    [
        ("The minister said that Norway should leave Orvane.", "REQUEST", ["Norway"]),
        ("The minister said that the raid was a crime.", "ACCUSE", []),
        ("The minister said there could be no deal with Norway.", "REJECT", ["Norway"]),
        ('"We stand with the people of Norway," the minister said.', "SUPPORT", ["people of Norway"]),
        ("The minister announced that his country would send aid to Norway.", "AID", ["Norway"]),
        ("Norway has supplied the rebels with rifles.", "AID", ["rebels"]),
        ("Norwegian envoys held talks with the rebels.", "CONSULT", ["rebels"]),
    ],
)
def test_what_is_said_makes_the_act(read: Read, sentence: str, act: str, target: list[str]) -> None:
    said = content(read(sentence), "statement")
    assert (said.act, list(said.target)) == (act, target)


@pytest.mark.parametrize(
    "sentence",
    [
        "Rebels opposing President Osk Tarin slept in the hills.",
        "The minister went home to support the council.",
        "The rebels called on Monday.",
        "The army maintained a road in Orvane.",
    ],
)
def test_aims_and_descriptions_are_no_deeds(read: Read, sentence: str) -> None:
    assert of_kind(read(sentence), "statement") == []


def test_a_deed_that_is_told_needs_no_statement_of_its_teller(read: Read) -> None:
    claims = read("President Osk Tarin said that Norway had rejected the plan.")
    said = content(claims, "statement")
    assert (said.speaker, said.act) == ("Norway", "REJECT")


@pytest.mark.parametrize(
    ("sentence", "speaker", "act", "target"),
    [
        ("Norway issued a statement condemning Turkey.", "Norway", "ACCUSE", ["Turkey"]),
        ("The minister asked for support from Norway.", "minister", "REQUEST", ["Norway"]),
        ("The minister called for an end to Osk Tarin's rule.", "minister", "REQUEST", ["Osk Tarin"]),
        ("Turkey agreed to arm the rebels.", "Turkey", "AGREE", ["rebels"]),
    ],
)
def test_whom_an_act_is_directed_at(read: Read, sentence: str, speaker: str, act: str, target: list[str]) -> None:
    said = content(read(sentence), "statement")
    assert (said.speaker, said.act, list(said.target)) == (speaker, act, target)


def test_what_others_will_not_do_is_no_refusal(read: Read) -> None:
    assert content(read('"Turkey will not feed the town," the mayor said.'), "statement").act == "INFORM"


def test_what_the_speaker_has_to_do_asks_nobody(read: Read) -> None:
    assert content(read('"We have to buy bread," the mayor said.'), "statement").act == "INFORM"


@pytest.mark.parametrize(
    ("sentence", "speaker", "act", "target"),
    [
        ("Norway's criticism of Turkey was sharp.", "Norway", "ACCUSE", ["Turkey"]),
        ("Talks between Norway and Turkey began on Monday.", "Norway", "CONSULT", ["Turkey"]),
        ("A call by Osk Tarin for Turkey to leave Orvane went unheard.", "Osk Tarin", "REQUEST", ["Turkey"]),
        ("Norwegian sanctions on Turkey have ruined trade.", "Norway", "SANCTION", ["Turkey"]),
    ],
)
def test_acts_told_by_a_noun(read: Read, sentence: str, speaker: str, act: str, target: list[str]) -> None:
    said = content(read(sentence), "statement")
    assert (said.speaker, said.act, list(said.target)) == (speaker, act, target)


def test_a_noun_that_names_nobody_is_no_act(read: Read) -> None:
    assert of_kind(read("The talks were long and the criticism was sharp."), "statement") == []


def test_a_deed_told_in_the_past_perfect_stands_alone(read: Read) -> None:
    said = content(read("President Osk Tarin said Norway had accepted the plan."), "statement")
    assert (said.speaker, said.act) == ("Norway", "AGREE")


def test_two_deeds_of_one_act_are_two(read: Read) -> None:
    claims = read("Norway condemned Turkey and criticised France.")
    assert sorted(content((c,), "statement").target for c in of_kind(claims, "statement")) == [("France",), ("Turkey",)]


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("Norway denies backing the rebels.", "REJECT"),
        ("The minister said that his forces would crush the rebels.", "THREATEN"),
        ("The minister said the raid was an act of terrorism.", "ACCUSE"),
    ],
)
def test_denials_threats_and_reproaches(read: Read, sentence: str, act: str) -> None:
    assert content(read(sentence), "statement").act == act


@pytest.mark.parametrize(
    ("sentence", "speaker", "act", "target"),
    [
        ("The parliament voted on Friday to extend the mandate.", "parliament", "AGREE", []),
        ("Norway pledged 125 million euros in aid for Turkey.", "Norway", "AID", ["Turkey"]),
        ("Norway will deliver 14 fighter jets to Turkey.", "Norway", "AID", ["Turkey"]),
        ("Norway halted arms exports to Turkey.", "Norway", "SANCTION", ["Turkey"]),
        ("Norway recalled its ambassador to Turkey.", "Norway", "SANCTION", ["Turkey"]),
        ("Defence Minister Osk Tarin ordered the army to prepare for an offensive.", "Osk Tarin", "MOBILIZE", []),
        ("Norway and Sweden offered to mediate.", "Norway and Sweden", "COOPERATE", []),
        ("Norway, Sweden and Turkey recognised the rebels.", "Norway, Sweden and Turkey", "SUPPORT", ["rebels"]),
        ("Norway released 40 prisoners.", "Norway", "CONCEDE", ["prisoners"]),
        ("Foreign Minister Osk Tarin met his Norwegian counterpart Ilda Marsh.", "Osk Tarin", "CONSULT", ["Ilda Marsh"]),
        ("Osk Tarin flew to Norway for talks with Ilda Marsh.", "Osk Tarin", "CONSULT", ["Ilda Marsh"]),
        ("Norway filed a case against Turkey.", "Norway", "ACCUSE", ["Turkey"]),
        ("Norway accused Cairo of treason.", "Norway", "ACCUSE", ["Cairo"]),
        ("Norway warned Ankara against another attack.", "Norway", "THREATEN", ["Ankara"]),
    ],
)
def test_deeds_of_diplomacy(read: Read, sentence: str, speaker: str, act: str, target: list[str]) -> None:
    said = content(read(sentence), "statement")
    assert (said.speaker, said.act, list(said.target)) == (speaker, act, target)


def test_a_past_tense_joined_to_an_infinitive_has_the_outer_speaker(read: Read) -> None:
    said = read("Norway urged the rebels to exercise restraint and called for a truce.")
    assert {(c.said_by, c.modality, getattr(c.content, "speaker", "Norway")) for c in said} == {((), "asserted", "Norway")}


def test_fighters_who_surrender_say_nothing(read: Read) -> None:
    assert not of_kind(read("Three rebels surrendered in Orvane on Friday with their weapons."), "statement")


@pytest.mark.parametrize(
    ("text", "speaker", "affiliation"),
    [
        ("Norway's Osk Tarin threatened to leave the talks.", "Osk Tarin", "Norway"),
        ("Secretary-General Osk Tarin condemned the attack.", "Osk Tarin", "Secretary-General"),
        ("The army chief Osk Tarin condemned the attack.", "Osk Tarin", "army chief"),
        ("The prosecutor of the Mirrow Court, Osk Tarin, condemned the attack.", "Osk Tarin", "prosecutor of the Mirrow Court"),
        ("Tarin's office condemned the attack.", "Tarin's office", ""),
        ("Protesters in Norway demanded an end to the war.", "Protesters", ""),
    ],
)
def test_who_speaks_and_for_whom(read: Read, text: str, speaker: str, affiliation: str) -> None:
    said = content(read(text), "statement")
    assert (said.speaker, said.affiliation) == (speaker, affiliation)


@pytest.mark.parametrize(
    ("sentence", "acts"),
    [
        ("Norway imposed sanctions on Turkey, freezing its assets.", ["SANCTION"]),
        ("The army condemned Norway's attack on the rebels.", ["ACCUSE"]),
        ("The envoy warned that the rebels were recruiting children.", ["INFORM"]),
        ("Turkey did not accept the proposal.", ["REJECT"]),
        ("Norway expelled the envoy, prompting Turkey to recall its ambassador.", ["SANCTION", "SANCTION"]),
    ],
)
def test_each_deed_once_and_by_its_act(read: Read, sentence: str, acts: list[str]) -> None:
    claims = [c.content for c in of_kind(read(sentence), "statement")]
    assert [getattr(c, "act", "") for c in claims] == acts


def test_what_was_said_to_be_coming_is_planned(read: Read) -> None:
    claims = of_kind(read("The minister said Norway would send aid to Turkey."), "statement")
    assert ("AID", "planned") in {(getattr(c.content, "act", ""), c.modality.value) for c in claims}


def test_money_and_arms_given_are_aid(read: Read) -> None:
    for sentence in ("Norway has given over $3 billion in military aid to France.", "Norway supplied weapons to the rebels."):
        said = content(read(sentence), "statement")
        assert (said.speaker, said.act) == ("Norway", "AID")
