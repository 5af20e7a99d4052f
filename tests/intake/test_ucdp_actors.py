"""UCDP actor lists: every name, splits, whom each fought; what cannot be used is counted."""

from __future__ import annotations

from pathlib import Path

import pytest

from warledger.base.errors import UsageError
from warledger.exports.actors_toml import actors_toml
from warledger.intake.ucdp_actors import import_ucdp_actors
from warledger.pipeline.actors_file import read_actors
from warledger.pipeline.ucdp_registry import read_ucdp, ucdp_proposals
from warledger.records.actor import Change

HEAD = "ActorId,NameData,NameOrig,NameOrigFull,NameOrigFullEng,NewName,Org,DyadId,NamePrev,GroupName,NameAlliance,Location\n"
ROWS = """1,Government of Orvane,n/a,n/a,Government of Orvane,,4,"11, 12",,,,Orvane
2,NF,Northern Host,Jabhat ash-Shamal,Northern Front,"NH, NF",1,11,,,,"Orvane, Sull (Old Sull)"
3,Reed Company,Reed Company,n/a,Reed Company,,1,12,NF,Marsh Column,,Orvane
4,,n/a,n/a,n/a,,1,,,,,Orvane
5,Kellin Guard,n/a,n/a,n/a,,1,,,,,Kellin
"""
CODES = {"orvane": "OV", "old sul": "SU", "kelin": "KE"}


def code(place: str) -> str:
    return CODES.get(place, "")


def test_every_name_and_change_is_taken_and_bad_rows_are_counted() -> None:
    actors, problems = import_ucdp_actors(HEAD + ROWS)
    by_name = {a.name: a for a in actors}
    assert set(by_name["NF"].names) == {"Northern Host", "Jabhat ash-Shamal", "Northern Front", "NH"}
    assert (by_name["NF"].kind, by_name["Government of Orvane"].kind) == ("armed group", "state")
    assert (by_name["Reed Company"].split_from, by_name["Reed Company"].joined) == (("NF",), ("Marsh Column",))
    assert [p.detail for p in problems] == ["1 row passed over: no name (line 5)"]


def test_only_actors_of_the_monitors_countries_are_proposed() -> None:
    actors, _ = import_ucdp_actors(HEAD + ROWS)
    assert {p.name for p in ucdp_proposals(actors, ["OV"], code, {})} == {"Government of Orvane", "NF", "Reed Company"}
    assert {p.name for p in ucdp_proposals(actors, ["su"], code, {})} == {"NF"}


def test_without_countries_those_the_reports_name_come_and_the_most_named_first() -> None:
    actors, _ = import_ucdp_actors(HEAD + ROWS)
    found = ucdp_proposals(actors, [], code, {"kelin guard": 2, "northern front": 7})
    assert [p.name for p in found] == ["NF", "Kellin Guard"]
    assert len(ucdp_proposals(actors, [], code, {})) == 4


def test_whom_it_fought_is_told_and_the_toml_is_a_registry(tmp_path: Path) -> None:
    actors, _ = import_ucdp_actors(HEAD + ROWS)
    lines = "".join(actors_toml(ucdp_proposals(actors, ["OV"], code, {})))
    assert "fought NF, Reed Company" in lines and "joined Marsh Column" in lines
    (tmp_path / "actors.toml").write_text(lines, encoding="utf-8")
    read = {actor.name: actor for actor in read_actors(tmp_path / "actors.toml")}
    assert "Northern Front" in read["NF"].aliases
    assert [(past.how, past.actor) for past in read["Reed Company"].history] == [(Change.SPLIT, "NF")]


@pytest.mark.parametrize("text", ["", "a,b\n1,2\n", HEAD])
def test_a_file_that_is_no_such_list_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "list.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match="no actor"):
        read_ucdp(path)


def test_the_published_list_is_read_whole(data_dir: Path) -> None:
    path = data_dir / "data/ucdp/ucdp-actor-221.csv"
    if not path.is_file():
        pytest.skip(f"no {path}")
    actors, problems = read_ucdp(path)
    assert len(actors) > 1700 and not problems
    assert sum(1 for a in actors if a.split_from) > 200
