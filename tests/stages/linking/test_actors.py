"""One actor, one key; a registry name only where the registry has it; never one of two."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warledger.records.actor import Actor, ActorLink
from warledger.records.claim import Agreement, Claim, Control, Event, Movement, Statement, Strength, Toll
from warledger.records.place_words import LinkingWords
from warledger.records.registry import fold_actor
from warledger.stages.linking.actors import actor_names, link_actors
from warledger.stages.linking.gazetteer import Gazetteer
from warledger.stages.linking.link import link

MakeClaim = Callable[..., Claim]
REGISTRY = (
    Actor("Northern Front", aliases=("NF", "al-Jabha")),
    Actor("River Brigade", aliases=("the Rivermen", "RB")),
    Actor("Republican Bloc", aliases=("RB",)),
    Actor("Orsk Army", aliases=()),
)


@pytest.fixture
def identify(words: LinkingWords, make_claim: MakeClaim) -> Callable[[str], ActorLink]:
    def one(name: str) -> ActorLink:
        claim = make_claim("d1", content=Event("Attack", actors1=(name,)))
        return link_actors([claim], REGISTRY, words.actors)["d1", name]

    return one


@pytest.mark.parametrize(
    "name",
    [
        "Northern Front",
        "the Northern Front",
        "NF",
        "NF fighters",
        "Northern Front forces",
        "Northern Front's",
        "Al-Jabha",
        "fighters of the Northern Front",
        "forces from the NF",
        "Northern Front led by Ivo Marr",
    ],
)
def test_registry_names(identify: Callable[[str], ActorLink], name: str) -> None:
    found = identify(name)
    assert (found.canonical, found.key) == ("Northern Front", fold_actor("Northern Front"))
    assert "Northern Front" in found.why
    assert found.score > 0


def test_a_body_word_that_is_part_of_the_name_stays(identify: Callable[[str], ActorLink]) -> None:
    assert identify("Orsk Army").canonical == "Orsk Army"
    assert identify("Orsk").canonical is None


def test_a_name_of_two_actors_is_left_open(identify: Callable[[str], ActorLink]) -> None:
    found = identify("RB")
    assert found.canonical is None
    assert "Republican Bloc" in found.why
    assert "River Brigade" in found.why


def test_names_outside_the_registry_keep_their_own_key(identify: Callable[[str], ActorLink]) -> None:
    one, other = identify("the Moor Guard"), identify("Moor Guard")
    assert one.key == other.key != identify("Fen Guard").key
    assert one.canonical is None


def test_titles_are_not_part_of_a_person(identify: Callable[[str], ActorLink]) -> None:
    assert identify("President Ada Orlin").key == identify("Ada Orlin").key == identify("former Prime Minister Ada Orlin").key
    assert identify("General Staff").key == fold_actor("General Staff")


def test_descriptions_share_a_key_of_their_own(identify: Callable[[str], ActorLink]) -> None:
    assert identify("regime forces").key == identify("the government forces").key
    assert identify("rebels").key != identify("government forces").key
    assert identify("rebels").canonical is None
    assert "description" in identify("rebels").why


def test_every_field_with_an_actor_is_linked(make_claim: MakeClaim) -> None:
    contents = [
        Event("Attack", actors1=("A1",), actors2=("A2",)),
        Control("captured", gained_by=("A3",), lost_by=("A4",)),
        Toll("killed", by=("A5",)),
        Strength("A6", "personnel"),
        Movement("deployed", actors1=("A7",)),
        Statement("A8", affiliation="A9", target=("A10",)),
        Agreement(parties=("A11",)),
    ]
    named = [name for content in contents for name in actor_names(make_claim("d", content=content, said_by=("S",)))]
    assert set(named) == {"S", *(f"A{n}" for n in range(1, 12))}
    assert list(actor_names(make_claim("d", content=Statement("A8")))) == ["A8"]


@given(st.lists(st.text(max_size=12), min_size=1, max_size=6))
def test_any_name_gets_a_link_whatever_the_order(words: LinkingWords, make_claim: MakeClaim, names: list[str]) -> None:
    claims = [make_claim("d1", content=Event("Attack", actors1=(name,))) for name in names]
    links = link_actors(claims, REGISTRY, words.actors)
    assert links == link_actors(claims[::-1], REGISTRY, words.actors)
    assert {name for _, name in links} == {name for name in names if name}


def test_link_gives_both(gazetteer: Gazetteer, words: LinkingWords, make_claim: MakeClaim) -> None:
    links = link([make_claim("d1", "Orsk", content=Control("captured", gained_by=("NF",)))], gazetteer, REGISTRY, ["AA"], words)
    place, actor = links.place("d1", "Orsk"), links.actor("d1", "NF")
    assert place is not None
    assert place.place is not None
    assert actor is not None
    assert actor.canonical == "Northern Front"
