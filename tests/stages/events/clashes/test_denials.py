"""Did it happen: denials, words called false, and things said not to be."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from warledger.records.claim import Claim, Control, Event, Modality, Movement, Statement

Build = Callable[..., Claim]
Kinds = Callable[..., list[tuple[str, bool]]]
DAY, NEXT = "2031-05-04", "2031-05-05"
HAPPENED, SCOPE = ("did it happen", True), ("scope or update (not a true conflict)", False)
LEFT = Control("withdrew", (), ("government forces",))


def said(speaker: str, act: str, topic: str, target: tuple[str, ...] = (), body: str = "") -> Statement:
    """A statement."""
    return Statement(speaker, body, act, target, topic)


def test_a_denied_deed_disputes_the_deed(claim: Build, kinds: Kinds) -> None:
    told = claim("d1", 0, LEFT, DAY, ("Sett",))
    assert kinds(told, claim("d2", 0, LEFT, DAY, ("Sett",), modality=Modality.DENIED)) == [HAPPENED]
    unsure = claim("d2", 0, LEFT, DAY, ("Sett",), modality=Modality.DENIED, quote="they have not yet left Sett")
    assert kinds(told, unsure) == []


def test_a_denial_answers_what_was_told_about_then(claim: Build, kinds: Kinds) -> None:
    taken = Control("captured", ("River Brigade",))
    denied = claim("d1", 0, taken, "..2031-05-04", ("Sett",), modality=Modality.DENIED)
    assert kinds(denied, claim("d2", 0, taken, "..2031-05-05", ("Sett",))) == [HAPPENED]
    assert kinds(denied, claim("d2", 0, taken, "..2031-09-05", ("Sett",))) == []
    assert kinds(denied, claim("d2", 0, Control("captured", ("Hill Front",)), "..2031-05-05", ("Sett",))) == []


@pytest.mark.parametrize(("place", "deed", "answers"), [("Old Sett", "abandoned", 1), ("Brae", "abandoned", 0), ("Old Sett", "shelled", 0)])
def test_a_ministry_denies_what_is_told_of_the_place_it_names(claim: Build, kinds: Kinds, place: str, deed: str, answers: int) -> None:
    left = claim("d1", 0, LEFT, DAY, ("Old Sett",), quote="The army has abandoned Old Sett")
    topic = f"that soldiers had {deed} {place}"
    denial = claim("d2", 0, said("Ministry of War", "REJECT", topic, body="government"), DAY, quote=f"The ministry denied {topic}.")
    assert kinds(left, denial) == [HAPPENED] * answers


def test_an_accusation_and_its_denial(claim: Build, kinds: Kinds) -> None:
    accused = claim("d1", 0, said("Tarsk", "ACCUSE", "arming the brigade", ("Lumme",)), DAY)
    denied = claim("d2", 0, said("Lumme", "REJECT", "arming the brigade", ("Tarsk",)), NEXT, quote="Lumme denied arming the brigade")
    refused = claim("d2", 0, said("Lumme", "REJECT", "talks", ("Tarsk",)), NEXT, quote="Lumme refused to talk to Tarsk")
    assert kinds(accused, denied) == [HAPPENED]
    assert kinds(accused, refused) == []


def test_a_deed_of_words_and_its_denial_may_share_a_sentence(claim: Build, kinds: Kinds) -> None:
    words = "Lumme is widely thought to have approved of the landing in advance, which Lumme denies."
    backed = claim("d1", 0, said("Lumme", "SUPPORT", "approved of the landing in advance"), DAY, quote=words, id="r-1")
    denied = claim("d1", 0, said("Lumme", "REJECT", "having approved of the landing in advance"), DAY, quote=words, id="r-2")
    assert kinds(backed, denied) == [HAPPENED]


def test_a_refusal_is_no_denial_of_a_request(claim: Build, kinds: Kinds) -> None:
    asked = claim("d1", 0, said("Lumme", "REQUEST", "opening the weighing station", ("Tarsk",)), DAY)
    assert kinds(asked, claim("d2", 0, said("Lumme", "REJECT", "opening the weighing station"), DAY)) == []


def test_his_own_account(claim: Build, kinds: Kinds) -> None:
    fled = claim("d1", 0, Movement("fled", ("Ivo Marr",)), DAY, quote="Marr fled on a freighter to the naval base at Brae")
    words = "Marr denied that he fled: he had gone to the naval base on a freighter to inspect it."
    denial = claim("d2", 0, said("Marr", "REJECT", "that he fled"), NEXT, quote=words)
    other = claim("d2", 0, said("Marr", "REJECT", "that he is ill"), NEXT, quote="Marr denied that he is ill.")
    assert kinds(fled, denial) == [HAPPENED]
    assert kinds(fled, other) == []


def test_words_called_false(claim: Build, kinds: Kinds) -> None:
    false = said("army", "ACCUSE", "rebels spread false information about their advances", ("rebels",))
    charge = claim("d1", 0, false, NEXT)
    assert kinds(charge, claim("d2", 0, Control("captured", ("rebels",)), DAY, ("Sett",))) == [HAPPENED]
    assert kinds(charge, claim("d2", 0, Control("captured", ("army",)), DAY, ("Sett",))) == []
    assert kinds(charge, claim("d2", 0, Control("captured", ("rebels",)), "2031-03-04", ("Sett",))) == []


def test_a_plot_and_an_official_who_knows_of_none(claim: Build, kinds: Kinds) -> None:
    plot = Event("Attack", ("Hill Front",), ("Lumme",))
    planned = claim("d1", 0, plot, quote="the Hill Front was plotting an attack on Lumme", modality=Modality.PLANNED)
    words = 'an official said there was "no concrete plan in the works"'
    assert kinds(planned, claim("d2", 0, said("an official", "INFORM", "no concrete plan", ("Hill Front",)), DAY, quote=words)) == [
        HAPPENED
    ]
    assert kinds(planned, claim("d2", 0, said("an official", "INFORM", "no rain", ("Hill Front",)), DAY, quote="no rain, he said")) == []


def test_what_was_not_to_be_and_came_later_is_an_update(claim: Build, kinds: Kinds) -> None:
    never = said("Ivo Marr", "INFORM", "no ground troops", body="Lumme")
    promise = claim("d1", 0, never, DAY, quote="Marr said that Lumme would not send ground troops")
    came = claim("d2", 0, Movement("deployed", ("Lumme special forces",)), "2032-01-10", quote="Lumme deployed special forces")
    long_after = claim("d2", 0, Movement("deployed", ("Lumme special forces",)), "2039-01-10", quote="Lumme deployed special forces")
    assert kinds(promise, came) == [SCOPE]
    assert kinds(promise, long_after) == []
