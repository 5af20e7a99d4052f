"""Names that describe, names that change with the day, and names that only may be one: what each is taken for, and what is only shown."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

import msgspec
import pytest

from warledger.base.spans import Span
from warledger.base.times import Basis, Interval, Precision
from warledger.records.actor import DESCRIBED, Actor, ActorLink, Alias, Maybe
from warledger.records.claim import Claim, Event
from warledger.records.link import Links
from warledger.records.mention import Mention
from warledger.records.place_words import LinkingWords
from warledger.records.registry import fold_actor
from warledger.stages.linking.actors import link_actors

MakeClaim = Callable[..., Claim]
LinkNames = Callable[..., dict[str, ActorLink]]


@pytest.fixture
def link_names(words: LinkingWords, make_claim: MakeClaim) -> LinkNames:
    """Links of names that stand in one document, by name. Varno is a nation there."""

    def link(names: Sequence[str], actors: Sequence[Actor] = ()) -> dict[str, ActorLink]:
        nations = {"varno": "Varno", "varnoese": "Varno", "halden": "Halden", "haldenish": "Halden"}
        known = msgspec.structs.replace(words.actors, nations=nations, kinds=frozenset({"fighter", "rebel", "militia", "brigade"}))
        claims = [make_claim("d1", content=Event("Attack", actors1=(name,))) for name in names]
        return {name: found for (_, name), found in link_actors(claims, actors, known).items()}

    return link


@pytest.mark.parametrize(
    "name",
    ["Varnoese troops", "the Varnoese military", "Varno's armed forces", "residual Varnoese ground troops", "government of Varno",
     "Varnoese soldiers in Tessk", "about 400 Varnoese troops"],
)  # fmt: skip
def test_a_nations_own_forces_and_offices_are_the_nation(link_names: LinkNames, name: str) -> None:
    assert link_names([name])[name].key == "varno"


@pytest.mark.parametrize(
    "name", ["Varnoese rebels", "Varno's rebels", "Varnoese National Army", "pro-Varno militia", "Varnoese Special Brigade"]
)
def test_others_of_a_nation_are_not(link_names: LinkNames, name: str) -> None:
    assert link_names([name])[name].key != "varno"


def test_a_nation_is_its_government_where_the_registry_has_one(link_names: LinkNames) -> None:
    links = link_names(["Varno", "Varnoese warplanes"], [Actor("Varnoese government"), Actor("Varnoese navy")])
    assert {link.canonical for link in links.values()} == {"Varnoese government"}


def test_who_is_led_is_taken_for_the_leader_and_says_so(link_names: LinkNames) -> None:
    link = link_names(["NF-led rebels"], [Actor("Northern Front", ("NF",))])["NF-led rebels"]
    assert link.canonical == "Northern Front"
    assert link.score < link_names(["NF"], [Actor("Northern Front", ("NF",))])["NF"].score
    assert "leads" in link.why


@pytest.mark.parametrize(
    "name", ["Haldenish-backed fighters", "fighters backed by Halden", "militias supported by Halden", "Halden-aligned militia"]
)
def test_who_is_only_backed_is_an_actor_of_its_own_however_it_is_said(link_names: LinkNames, name: str) -> None:
    link = link_names([name], [Actor("Halden")])[name]
    assert (link.canonical, link.key, link.tie, link.tied) == (None, "backed by halden", "backed by", "halden")


@pytest.mark.parametrize("name", ["pro-Marr forces", "Marr loyalists", "troops loyal to Marr"])
def test_loyal_forces_share_a_key(link_names: LinkNames, name: str) -> None:
    assert link_names([name])[name].key == "loyal to mar"


def test_a_name_behind_a_tie_is_its_bearer(link_names: LinkNames) -> None:
    link = link_names(["Haldenish-backed Northern Front"], [Actor("Northern Front")])["Haldenish-backed Northern Front"]
    assert (link.canonical, link.tie, link.tied) == ("Northern Front", "backed by", "halden")


def test_fighters_of_a_name_outside_the_registry_are_it(link_names: LinkNames) -> None:
    links = link_names(["Moor Guard", "Moor Guard fighters", "rebels of the Moor Guard", "Askari rebels"])
    assert len({links[name].key for name in ("Moor Guard", "Moor Guard fighters", "rebels of the Moor Guard")}) == 1
    assert links["Askari rebels"].key == fold_actor("Askari rebels")


def test_one_word_is_a_name_where_several_bodies_stand_behind_it(link_names: LinkNames) -> None:
    links = link_names(["Askari insurgents", "Askari commanders"])
    assert {link.key for link in links.values()} == {"askari"}


@pytest.mark.parametrize("name", ["joint rebel brigade", "rebels", "separate fighters"])
def test_common_nouns_name_nobody(link_names: LinkNames, name: str) -> None:
    link = link_names([name])[name]
    assert link.canonical is None
    assert link.score <= DESCRIBED


def written_out(make_claim: MakeClaim, document: str, short: str, full: str) -> Claim:
    claim = make_claim(document, content=Event("Attack", actors1=(full,)))
    return msgspec.structs.replace(claim, quote=f"{short} struck", mentions=(Mention("actors1", full, Span(0, len(short))),))


def test_a_short_form_one_report_writes_out_is_the_full_name_in_all(words: LinkingWords, make_claim: MakeClaim) -> None:
    claims = [written_out(make_claim, "d1", "FOA", "Free Orvane Army"), make_claim("d2", content=Event("Attack", actors1=("FOA",)))]
    links = link_actors(claims, (), words.actors)
    assert links["d2", "FOA"].key == links["d1", "Free Orvane Army"].key
    assert "Free Orvane Army" in links["d2", "FOA"].why
    assert link_actors(claims, (Actor("Free Orvane Army"),), words.actors)["d2", "FOA"].canonical == "Free Orvane Army"


def test_a_short_form_of_two_names_stays_open(words: LinkingWords, make_claim: MakeClaim) -> None:
    claims = [
        written_out(make_claim, "d1", "Marr", "Ivo Marr"),
        written_out(make_claim, "d2", "Marr", "Ada Marr"),
        make_claim("d3", content=Event("Attack", actors1=("Marr",))),
    ]
    assert link_actors(claims, (), words.actors)["d3", "Marr"].key == "mar"


def test_names_that_look_alike_are_shown_and_never_merged(link_names: LinkNames) -> None:
    links = link_names(["Muammir Keddal", "Moammer Kaddal", "Ossip Brand"])
    one, other = links["Muammir Keddal"], links["Moammer Kaddal"]
    assert one.key != other.key
    assert [c.name for c in one.candidates] == ["Moammer Kaddal"]
    assert one.candidates[0].score < 1
    assert "alike" in one.candidates[0].why
    assert not links["Ossip Brand"].candidates


def test_the_registrys_doubts_are_shown_on_both_sides(link_names: LinkNames) -> None:
    guard = Actor("River Guard", maybe=(Maybe("River Brigade", "one flag", 0.6),))
    links = link_names(["River Guard", "River Brigade"], [guard, Actor("River Brigade")])
    assert links["River Guard"].key != links["River Brigade"].key
    for name, other in (("River Guard", "River Brigade"), ("River Brigade", "River Guard")):
        assert [(c.name, c.score) for c in links[name].candidates] == [(other, 0.6)]
        assert "one flag" in links[name].candidates[0].why


OLD = Actor("Marr government", called=(Alias("Orvane government", end=dt.date(2031, 5, 8)),))
NEW = Actor("Transitional government", called=(Alias("Orvane government", start=dt.date(2031, 5, 9)),))


def on_day(make_claim: MakeClaim, document: str, day: int) -> Claim:
    claim = make_claim(document, content=Event("Attack", actors1=("Orvane government",)))
    when = dt.date(2031, 5, day)
    return msgspec.structs.replace(claim, id=f"{document}-{day}", time=Interval(when, when, Precision.DAY, Basis.STATED))


def test_a_name_is_the_actor_that_bore_it_on_the_day(words: LinkingWords, make_claim: MakeClaim) -> None:
    links = link_actors([on_day(make_claim, "d1", 3), on_day(make_claim, "d2", 20)], [OLD, NEW], words.actors)
    assert links["d1", "Orvane government"].canonical == "Marr government"
    assert links["d2", "Orvane government"].canonical == "Transitional government"
    assert [c.name for c in links["d1", "Orvane government"].candidates] == ["Transitional government"]


def test_in_one_report_of_both_times_each_claim_finds_its_own(words: LinkingWords, make_claim: MakeClaim) -> None:
    found = link_actors([on_day(make_claim, "d1", 3), on_day(make_claim, "d1", 20)], [OLD, NEW], words.actors)
    links = Links({}, found)
    named = [links.actor("d1", "Orvane government", dt.date(2031, 5, day)) for day in (3, 20)]
    assert [link.canonical for link in named if link] == ["Marr government", "Transitional government"]
    undated = links.actor("d1", "Orvane government")
    assert undated is not None
    assert undated.canonical is None


def test_a_former_name_after_its_time_is_less_sure(words: LinkingWords, make_claim: MakeClaim) -> None:
    actor = Actor("River Brigade", called=(Alias("Orvane government", end=dt.date(2031, 5, 8)),))
    before, after = (link_actors([on_day(make_claim, "d1", day)], [actor], words.actors)["d1", "Orvane government"] for day in (3, 20))
    assert before.canonical == after.canonical == "River Brigade"
    assert after.score < before.score
    assert "2031-05-08" in after.why
