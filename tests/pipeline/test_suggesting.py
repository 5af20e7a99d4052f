"""Proposals from the pile: who is proposed, under which names, on which side perhaps; sure only where words say so."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.pipeline.wars import view_of_claims
from tests.stages.conftest import build
from warledger.exports.actors_toml import actors_toml
from warledger.pipeline.actors_file import read_actors
from warledger.pipeline.suggesting import listed, suggest
from warledger.records.actor import Actor
from warledger.records.claim import Agreement, Claim, Control, Event, Statement
from warledger.records.proposal import DESCRIPTION, Proposal

TEXT = "The Free Orvane Army (FOA) took Tessk. The Reed Company, also known as the Marsh Column, fled."


def clash(document: str, at: int, doers: tuple[str, ...], targets: tuple[str, ...] = (), kind: str = "Armed clash") -> Claim:
    return build(document, at, Event(kind, doers, targets), "2031-05-04", quote=f"{doers} fought {targets}")


def taken(document: str, at: int, by: str, lost: str) -> Claim:
    return build(document, at, Control("captured", (by,), (lost,)), "2031-05-05", quote=f"{by} took it from {lost}")


#: The Army fights the government; the Reed Company backs the rebels; the Guard stands beside the government; residents only suffer.
WAR = [
    clash("d1", 0, ("Free Orvane Army",), ("government forces",)),
    taken("d2", 0, "Free Orvane Army", "government forces"),
    taken("d3", 0, "Free Orvane Army", "Moor Guard"),
    clash("d4", 0, ("Moor Guard", "government forces"), ("rebels",)),
    clash("d5", 0, ("Moor Guard",), ("rebels",), "Shelling/artillery/missile attack"),
    build("d6", 0, Statement("Reed Company", act="AID", target=("rebels",)), "2031-05-06", quote="Reed Company armed the rebels"),
    clash("d7", 0, ("Reed Company",), ("government forces",)),
    clash("d8", 0, ("Reed Company",), ("residents",)),
    build("d9", 0, Agreement(("Harbour Union",), "truce"), "2031-05-07"),
]


def proposals(folder: Path, claims: Sequence[Claim] = WAR, actors: Sequence[Actor] = (), **more: Any) -> dict[str, Proposal]:
    return {p.name: p for p in suggest(view_of_claims(folder, claims, actors, texts={"d1": TEXT}), **more)}


def test_who_does_something_twice_is_proposed_and_nobody_who_only_suffers_or_agrees(tmp_path: Path) -> None:
    named = {name for name, p in proposals(tmp_path).items() if p.kind != DESCRIPTION}
    assert named == {"Free Orvane Army", "Moor Guard", "Reed Company"}
    everything = proposals(tmp_path, everything=True)
    assert "residents" not in everything and "Harbour Union" not in everything


def test_a_name_the_text_writes_out_is_sure_and_shows_the_words(tmp_path: Path) -> None:
    (alias,) = proposals(tmp_path)["Free Orvane Army"].aliases
    assert (alias.name, alias.sure) == ("FOA", True)
    assert alias.words is not None
    assert TEXT[alias.words.start : alias.words.end].startswith("Free Orvane Army (FOA")
    (other,) = proposals(tmp_path)["Reed Company"].aliases
    assert (other.name, other.sure, other.why) == ("Marsh Column", True, "also known as")


def test_names_spelt_alike_are_one_proposal_and_only_perhaps_one_actor(tmp_path: Path) -> None:
    claims = [clash(f"d{n}", 0, (name,), ("rebels",)) for n, name in enumerate(("Keddal Brigade",) * 4 + ("Kaddal Brigade",) * 3)]
    found = {p.name: p for p in suggest(view_of_claims(tmp_path, claims)) if p.kind != DESCRIPTION}
    assert list(found) == ["Keddal Brigade"]
    (alias,) = found["Keddal Brigade"].aliases
    assert (alias.name, alias.sure, alias.records) == ("Kaddal Brigade", False, 3)


def test_sides_are_guessed_from_whom_one_fights_and_backs_with_words(tmp_path: Path) -> None:
    found = proposals(tmp_path)
    guessed = {name: found[name].sides[0] for name in ("Free Orvane Army", "Moor Guard", "Reed Company")}
    assert {name: guess.side for name, guess in guessed.items()} == {
        "Free Orvane Army": "opposition",
        "Moor Guard": "government",
        "Reed Company": "opposition",
    }
    assert all(guess.score < 1 and guess.words for guess in guessed.values())
    assert "fights government forces" in guessed["Free Orvane Army"].why


def test_a_registered_side_counts_before_words(tmp_path: Path) -> None:
    actors = [Actor("Moor Guard", sides=(), aliases=()), Actor("government forces", ())]
    assert "Moor Guard" not in {p.name for p in suggest(view_of_claims(tmp_path, WAR, actors)) if not p.registered}


def test_of_a_registered_actor_only_what_it_lacks_is_proposed(tmp_path: Path) -> None:
    missing = proposals(tmp_path, actors=[Actor("Free Orvane Army")])["Free Orvane Army"]
    assert missing.registered and [a.name for a in missing.aliases] == ["FOA"]
    assert "Free Orvane Army" not in proposals(tmp_path, actors=[Actor("Free Orvane Army", ("FOA",))])


def test_what_is_printed_is_toml_that_decides_no_side(tmp_path: Path) -> None:
    lines = "".join(actors_toml(suggest(view_of_claims(tmp_path, WAR, texts={"d1": TEXT}))))
    (tmp_path / "actors.toml").write_text(lines, encoding="utf-8")
    read = {actor.name: actor for actor in read_actors(tmp_path / "actors.toml")}
    assert read["Free Orvane Army"].aliases == ("FOA",)
    assert not any(actor.sides for actor in read.values())
    assert '# side = "opposition"' in lines and "fought ('government forces',)" in lines


def test_a_paste_leaves_nothing_to_suggest_of_the_same_names(tmp_path: Path) -> None:
    (tmp_path / "actors.toml").write_text("".join(actors_toml(list(proposals(tmp_path).values()))), encoding="utf-8")
    again = proposals(tmp_path, actors=read_actors(tmp_path / "actors.toml"))
    assert all(p.kind == DESCRIPTION for p in again.values())


NASTY = st.text(alphabet=st.characters(codec="utf-8", categories=("L", "P", "S", "Zs", "Cc")), min_size=1, max_size=20)


@given(name=NASTY)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
def test_no_name_breaks_the_toml(name: str) -> None:
    (entry,) = tomllib.loads("".join(actors_toml([Proposal(name, notes=(name,))])))["actor"]
    assert entry["name"].split() == "".join(" " if ord(c) < 32 or ord(c) == 127 else c for c in name).split()


@given(order=st.permutations(WAR))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=10, deadline=None)
def test_the_order_of_records_is_no_matter(tmp_path: Path, order: list[Claim]) -> None:
    assert suggest(view_of_claims(tmp_path, order)) == suggest(view_of_claims(tmp_path, WAR))


def test_the_list_tells_who_is_registered_and_who_is_not(tmp_path: Path) -> None:
    found = {p.name: p.registered for p in listed(view_of_claims(tmp_path, WAR, [Actor("Moor Guard")]))}
    assert found == {"Free Orvane Army": False, "Moor Guard": True, "Reed Company": False}
