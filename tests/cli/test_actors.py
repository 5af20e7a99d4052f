"""actors, actor: who is in the war, what to paste into actors.toml, and one of them in full."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

from tests.cli.conftest import Command


def test_the_list_and_its_json_name_the_same_actors(warledger: Command, tarn: Path) -> None:
    text = warledger("actors", tarn, "--all").text
    objects = [json.loads(line) for line in warledger("actors", tarn, "--all", "--json").text.splitlines()]
    assert {o["name"] for o in objects} >= {"Northern Front", "government"}
    assert all(o["name"] in text for o in objects)
    assert "Northern Front (armed group, in actors.toml, opposition)" in text


def test_suggestions_can_be_pasted_into_a_bare_monitor(warledger: Command, war: Path) -> None:
    (war / "actors.toml").unlink()
    assert warledger("read", war).code == 0
    printed = warledger("actors", war, "--suggest").text
    assert "Northern Front" in {a["name"] for a in tomllib.loads(printed)["actor"]}
    (war / "actors.toml").write_text(printed, encoding="utf-8")
    (found,) = [json.loads(warledger("actor", war, "Northern Front", "--json").text)]
    assert found["registered"] and found["sides"] == []


def test_one_actor_is_told_with_the_words_of_the_reports(warledger: Command, tarn: Path) -> None:
    text = warledger("actor", tarn, "the Front").text
    assert text.startswith("Northern Front (")
    assert 'Fights\n  government (2 records of 2 sources): "The Northern Front captured Sommer' in text
    found = json.loads(warledger("actor", tarn, "the Front", "--json").text)
    records = {json.loads(line)["id"] for line in warledger("export", tarn).text.splitlines()}
    assert {e["record"] for r in found["relations"] for e in r["evidence"]} <= records


def test_an_unknown_name_ends_with_2(warledger: Command, tarn: Path) -> None:
    asked = warledger("actor", tarn, "Reed Company")
    assert asked.code == 2 and "no actor" in asked.told


def test_a_ucdp_list_becomes_toml_on_stdout_alone(warledger: Command, tmp_path: Path) -> None:
    (tmp_path / "war").mkdir()
    (tmp_path / "list.csv").write_text("ActorId,NameData,NameOrigFullEng,Org,Location\n1,NF,Northern Front,1,Norway\n", encoding="utf-8")
    done = warledger("actors", tmp_path / "war", "--from-ucdp", tmp_path / "list.csv")
    assert tomllib.loads(done.text)["actor"] == [{"name": "NF", "aliases": ["Northern Front"], "kind": "armed group"}]
    assert "CC BY 4.0" in done.told
