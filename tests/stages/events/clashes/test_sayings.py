"""Beginnings, blame, changed positions, and what differs in words alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from warledger.records.claim import Agreement, Claim, Control, Event, Modality, Movement, Statement

Build = Callable[..., Claim]
Kinds = Callable[..., list[tuple[str, bool]]]
DAY, NEXT, THIRD = "2031-05-04", "2031-05-05", "2031-05-06"
WHO, WHEN = ("who did it", True), ("when", True)
SCOPE, WORDING = ("scope or update (not a true conflict)", False), ("wording/correction", False)


def said(speaker: str, act: str, topic: str = "", target: tuple[str, ...] = (), body: str = "") -> Statement:
    """A statement."""
    return Statement(speaker, body, act, target, topic)


def flights(document: str, days: str, words: str) -> Claim:
    """Flights of Tarsk over the Hill Front."""
    from tests.stages.conftest import build

    return build(document, 0, Event("Other", ("Tarsk",), ("Hill Front",)), days, quote=words)


def test_one_beginning_on_two_days(kinds: Kinds) -> None:
    one = flights("d1", DAY, "Tarsk began surveillance flights over the hills")
    assert kinds(one, flights("d2", "2031-06-01..2031-06-30", "Tarsk began its reconnaissance of the hills in June")) == [WHEN]
    assert kinds(one, flights("d2", "2031-06-01..2031-06-30", "Tarsk flew on, as surveillance of the hills had brought little")) == []
    assert kinds(one, flights("d2", "2031-05-01..2031-05-31", "Tarsk began its reconnaissance of the hills in May")) == []


def test_one_war_of_two_lengths(claim: Build, kinds: Kinds) -> None:
    war = Event("Armed clash", ("Tarsk",), ("Lumme",))
    short = claim("d1", 0, war, "2031-03-04..2031-05-04", quote="Tarsk's two-month war with Lumme")
    long = claim("d2", 0, war, "2030-05-04..2031-05-04", quote="weakened in its war with Lumme since May 2030")
    assert kinds(short, long) == [WHEN]


def test_a_first_that_was_not_the_first(claim: Build, kinds: Kinds) -> None:
    strike = Event("Air/drone strike", ("Tarsk",), ("Hill Front",))
    before = claim("d1", 0, strike, DAY, quote="Tarsk's airstrikes hit a Hill Front base")
    first = claim("d2", 0, strike, "2031-09-10", quote="For the first time Tarsk launched air strikes on the Hill Front")
    again = claim("d2", 0, strike, "2031-09-10", quote="For the first time since the truce Tarsk launched air strikes on the Hill Front")
    assert kinds(before, first) == [WHEN]
    assert kinds(before, again) == []


def test_credit_taken_for_what_others_did(claim: Build, kinds: Kinds) -> None:
    words = "rebels took the capital, toppling the Kessan government"
    deed = claim("d1", 0, Event("Other", ("rebels",), ("Kessan government",)), DAY, ("Sett",), quote=words)
    credit = claim("d2", 0, said("Ivo Marr", "INFORM"), NEXT, quote="Ivo Marr took credit for the fall of the Kessan government")
    blame = claim("d3", 0, said("Ada Venn", "ACCUSE", target=("Lumme",)), NEXT, quote="Ada Venn blamed Lumme for the downfall of Kessan")
    joy = claim("d3", 0, said("Ada Venn", "SUPPORT"), NEXT, quote="Ada Venn welcomed the fall of the Kessan government")
    assert kinds(deed, credit) == kinds(deed, blame) == [WHO]
    assert kinds(deed, joy) == []


def test_each_blames_the_other(claim: Build, kinds: Kinds) -> None:
    one = claim("d1", 0, said("Tarsk", "ACCUSE", target=("Lumme",)), DAY, quote="Tarsk accused Lumme of shelling the grain silo")
    back = claim("d2", 0, said("Lumme", "ACCUSE", target=("Tarsk",)), NEXT, quote="Lumme said the shells on the silo were Tarsk's")
    other = claim("d2", 0, said("Lumme", "ACCUSE", target=("Tarsk",)), NEXT, quote="Lumme accused Tarsk of overfishing")
    assert kinds(one, back) == [WHO]
    assert kinds(one, other) == []


def test_who_broke_the_truce(claim: Build, kinds: Kinds) -> None:
    def broken(document: str, words: str, **more: tuple[str, ...]) -> Claim:
        return claim(document, 0, Agreement(("Tarsk", "Lumme"), "truce", "violated"), "..2031-05-04", quote=words, **more)

    one = broken("d1", "government shelling was seen as a violation of the truce")
    assert kinds(one, broken("d2", "The army said the rebels were violating the truce", said_by=("The army",))) == [WHO]
    assert kinds(one, broken("d2", "Regime jets violated the truce")) == []


def test_one_who_refused_and_then_gave_way(claim: Build, kinds: Kinds) -> None:
    refused = claim("d1", 0, said("Tarsk", "REJECT"), DAY, quote="Tarsk refused to allow grain convoys to cross the border")
    allowed = claim("d2", 0, said("Ivo Marr", "CONCEDE", body="Tarsk"), NEXT, quote="Ivo Marr said grain convoys would be allowed across")
    other = claim("d2", 0, said("Ivo Marr", "CONCEDE", body="Tarsk"), NEXT, quote="Ivo Marr admitted that the harvest was poor")
    assert kinds(refused, allowed) == [SCOPE]
    assert kinds(refused, other) == []


def test_one_who_came_to_know(claim: Build, kinds: Kinds) -> None:
    unsure = claim("d1", 0, said("Tarsk", "INFORM"), DAY, quote="Tarsk could not confirm that a crate had been lost")
    sure = claim("d2", 0, said("Tarsk", "CONCEDE"), NEXT, quote="Tarsk confirmed that one crate was in enemy hands")
    late = claim("d2", 0, said("Tarsk", "CONCEDE"), "2031-08-05", quote="Tarsk confirmed that one crate was in enemy hands")
    assert kinds(unsure, sure) == [SCOPE]
    assert kinds(unsure, late) == []


def test_a_plan_turned_from(claim: Build, kinds: Kinds) -> None:
    plan = claim("d1", 0, said("Tarsk", "RETREAT"), DAY, quote="Tarsk ordered the pullout of all its troops")
    turned = claim("d2", 0, said("Tarsk", "INFORM"), "2031-07-04", quote="instead of a total withdrawal, Tarsk will keep a base")
    assert kinds(plan, turned) == [SCOPE]
    assert kinds(claim("d1", 0, said("Lumme", "RETREAT"), DAY, quote="Lumme ordered a pullout"), turned) == []


def test_a_truce_and_fighting_reported_after_it(claim: Build, kinds: Kinds) -> None:
    truce = claim("d1", 0, Agreement(("Tarsk", "Lumme"), "ceasefire"), DAY, quote="A ceasefire of Tarsk and Lumme took effect")
    fight = Event("Armed clash", ("Tarsk",), ("Lumme",))
    assert kinds(truce, claim("d2", 0, fight, "..2031-05-06", quote="Tarsk is fighting Lumme")) == [SCOPE]
    assert kinds(truce, claim("d2", 0, fight, "..2031-05-03", quote="Tarsk is fighting Lumme")) == []


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("Tarsk troops gradually came back to the north", "Tarsk troops quickly filled the north", [WORDING]),
        ("Tarsk troops gradually came back to the north", "Tarsk troops slowly filled the north", []),
        ("Tarsk launched a limited drive in the north", "Tarsk's large-scale drive in the north", [SCOPE]),
    ],
)
def test_one_deed_in_words_that_pull_apart(claim: Build, kinds: Kinds, first: str, second: str, expected: list[tuple[str, bool]]) -> None:
    deed = Movement("advanced", ("Tarsk troops",), to=("Sett",))
    assert kinds(claim("d1", 0, deed, DAY, ("Sett",), quote=first), claim("d2", 0, deed, DAY, ("Sett",), quote=second)) == expected


def test_one_event_under_two_names(claim: Build, kinds: Kinds) -> None:
    def bomb(document: str, kind: str, place: str, words: str) -> Claim:
        return claim(document, 0, Event(kind, ("rebels",)), DAY, (place,), quote=words)

    one = bomb("d1", "Suicide bomb", "Sett", "a double suicide attack with two car bombs")
    assert kinds(one, bomb("d2", "Remote explosive/landmine/IED", "edge of Sett", "two car bombs went off at the edge of Sett")) == [
        WORDING
    ]
    assert kinds(one, bomb("d2", "Grenade", "edge of Brae", "two car bombs went off at Brae")) == []


def test_reached_or_entered(claim: Build, kinds: Kinds) -> None:
    into = claim("d1", 0, Control("entered", ("rebels",)), DAY, ("suburbs of Sett",), quote="rebels entered the suburbs of Sett")
    near = claim(
        "d2", 0, Movement("advanced", ("insurgents",), to=("suburbs of Sett",)), DAY, quote="insurgents reached the suburbs of Sett"
    )
    later = claim(
        "d2", 0, Movement("advanced", ("insurgents",), to=("suburbs of Sett",)), NEXT, quote="insurgents reached the suburbs of Sett"
    )
    assert kinds(into, near) == [WORDING]
    assert kinds(into, later) == []


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("rebels seized most of Sett", "rebels held more than half of Sett", [SCOPE]),
        ("rebels seized most of Sett", "rebels captured Sett", [SCOPE]),
        ("rebels seized most of Sett", "rebels took most of the city", []),
        ("rebels seized most of the food in Sett", "rebels captured Sett", []),
    ],
)
def test_how_much_of_a_place(claim: Build, kinds: Kinds, first: str, second: str, expected: list[tuple[str, bool]]) -> None:
    taken = Control("captured", ("rebels",))
    assert kinds(claim("d1", 0, taken, DAY, ("Sett",), quote=first), claim("d2", 0, taken, DAY, ("Sett",), quote=second)) == expected


def test_a_notice_of_correction(claim: Build, kinds: Kinds) -> None:
    words = "This version corrects that Sett is the largest port, not the second largest"
    notice = claim("d1", 0, said("This version", "INFORM"), places=("Sett",), quote=words)
    text = claim("d2", 0, Control("entered", ("rebels",)), DAY, ("Sett",), quote="Rebels entered Sett, the country's largest port")
    other = claim("d2", 0, Control("entered", ("rebels",)), DAY, ("Sett",), quote="Rebels entered Sett")
    assert kinds(notice, text) == [WORDING]
    assert kinds(notice, other) == []


def test_a_name_in_quotation_marks_that_another_denies(claim: Build, kinds: Kinds) -> None:
    force = Movement("deployed", ("Tarsk troops",), to=("Sett",))
    named = claim("d1", 0, force, DAY, quote='Tarsk troops will stay as a "peacekeeping force"', modality=Modality.PLANNED)
    denied = claim("d2", 0, said("an official", "INFORM", body="Tarsk"), NEXT, quote='the troops would not technically be "peacekeepers"')
    plain = claim("d2", 0, said("an official", "INFORM", body="Tarsk"), NEXT, quote='he thanked the "peacekeepers"')
    assert kinds(named, denied) == [WORDING]
    assert kinds(claim("d1", 0, force, DAY, quote='Tarsk troops as an "escort"', modality=Modality.PLANNED), denied) == []
    assert kinds(claim("d1", 0, force, THIRD, quote='Lumme sent a "peacekeeping force"'), plain) == []
