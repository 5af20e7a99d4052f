"""`--known`: every view and every export, asked about a day, shows what had been published by then and nothing else."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from tests.cli.conftest import Answer, Command
from tests.cli.reports import MANIFEST, make_monitor
from warledger.cli.main import app
from warledger.exports.formats import FORMATS

#: The day the first report was published, and what only later reports hold.
THEN = "2031-05-04"
LATER_DOCS = ("desk-0505", "page-0505", "digest#7", "digest#8")
LATER_WORDS = ("Nine civilians", "40 families", "Halden", "doctor", "ceasefire", "mayor")
#: Commands that show nothing of what reports say, or change the ledger: no day to be known by.
NO_VIEW = {"serve", "init", "read", "import", "demo", "forget", "lint", "decisions"}

VIEWS: dict[str, tuple[str, ...]] = {
    "brief": ("brief", "--all"),
    "brief --on": ("brief", "--all", "--on", "2031-05-07"),
    "brief --json": ("brief", "--all", "--json"),
    "brief md": ("brief", "--all", "--format", "md"),
    "who-holds": ("who-holds", "Sommer"),
    "who-holds --on": ("who-holds", "Sommer", "--on", "2031-05-07", "--json"),
    "series": ("series", "--all"),
    "series --on": ("series", "--all", "--on", "2031-05-07", "--json"),
    "series --csv": ("series", "--csv"),
    "actors": ("actors", "--all"),
    "actors --suggest": ("actors", "--suggest", "--all"),
    "actor": ("actor", "Northern Front"),
    "actor --json": ("actor", "government", "--json"),
    "families": ("families", "--json"),
    "sources": ("sources",),
    "sources --json": ("sources", "--json"),
    "gaps": ("gaps", "--all"),
    "gaps --json": ("gaps", "--json"),
    "changes": ("changes", "--since", "2031-05-01"),
    "actors --json": ("actors", "--json"),
    "places": ("places",),
    "places --json": ("places", "--json"),
    "review": ("review", "--list"),
    "review --json": ("review", "--list", "--json"),
    **{f"export {form}": ("export", "--format", form) for form in FORMATS},
}


def ask(warledger: Command, folder: Path, view: tuple[str, ...], *more: str) -> Answer:
    name, *options = view
    answer = warledger(name, folder, *options, *more)
    assert answer.code == 0, answer.told
    return answer


def rows(answer: Answer) -> list[dict[str, Any]]:
    return [json.loads(line) for line in answer.text.splitlines()]


@pytest.fixture(scope="module")
def first(warledger: Command, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The monitor as it was when only the first report had come in."""
    folder = make_monitor(tmp_path_factory.mktemp("first") / "tarn", "wire-0504.txt")
    (folder / "reports" / "manifest.jsonl").write_text(json.dumps(MANIFEST[0]) + "\n", encoding="utf-8")
    assert warledger("read", folder).code == 0
    return folder


def test_every_command_that_shows_the_record_can_be_asked_about_a_day() -> None:
    commands = getattr(get_command(app), "commands")  # noqa: B009  (typer's group type has it, click's base does not)
    without = {name for name, command in commands.items() if "--known" not in {o for p in command.params for o in p.opts}}
    assert without == NO_VIEW


def test_every_such_command_is_asked_below() -> None:
    commands = set(getattr(get_command(app), "commands"))  # noqa: B009
    by_themselves = {"explain", "text", "diff", "publish"}
    assert commands - NO_VIEW - {view[0] for view in VIEWS.values()} == by_themselves


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_what_was_published_later_is_nowhere_in_the_view(warledger: Command, tarn: Path, view: tuple[str, ...]) -> None:
    answer = ask(warledger, tarn, view, "--known", THEN)
    assert not [word for word in (*LATER_DOCS, *LATER_WORDS) if word in answer.text]


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_the_view_of_a_day_is_the_one_of_a_ledger_that_held_no_more(
    warledger: Command, tarn: Path, first: Path, view: tuple[str, ...]
) -> None:
    then, alone = (ask(warledger, folder, view, "--known", THEN) for folder in (tarn, first))
    assert then.out == alone.out
    if view[0] == "export" and "method" not in view:  # the method statement says for which day it speaks
        assert then.out == ask(warledger, first, view).out


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_a_day_after_the_last_report_changes_nothing(warledger: Command, tarn: Path, view: tuple[str, ...]) -> None:
    if view[0] == "export" and "method" not in view:
        assert ask(warledger, tarn, view, "--known", "2031-06-01").out == ask(warledger, tarn, view).out


def test_a_record_of_a_later_report_cannot_be_explained_yet(warledger: Command, tarn: Path) -> None:
    later = next(r["id"] for r in rows(warledger("export", tarn)) if r["doc"] == "desk-0505")
    assert warledger("explain", tarn, later).code == 0
    answer = warledger("explain", tarn, later, "--known", THEN)
    assert answer.code == 2 and f"as known on {THEN}" in answer.told


def test_a_record_is_explained_by_what_was_known(warledger: Command, tarn: Path) -> None:
    """The capture of Sommer is told by the wire on 4 May and by the paper on 5 May: on the 4th it stands alone."""
    capture = next(r["id"] for r in rows(warledger("export", tarn)) if r["doc"] == "wire-0504" and r["kind"] == "control")
    now, then = (json.loads(warledger("explain", tarn, capture, "--json", *more).text) for more in ((), ("--known", THEN)))
    documents = {r["id"]: r["doc"] for r in rows(warledger("export", tarn))}
    assert {documents[m] for m in now["event"]["members"]} == {"wire-0504", "page-0505"}
    assert {documents[m] for m in then["event"]["members"]} == {"wire-0504"}


@pytest.mark.parametrize("command", [("text", "page-0505"), ("diff", "wire-0504", "page-0505")])
def test_a_later_document_is_not_there_to_be_read(warledger: Command, tarn: Path, command: tuple[str, ...]) -> None:
    name, *documents = command
    assert warledger(name, tarn, *documents, "--known", "2031-05-05").code == 0
    answer = warledger(name, tarn, *documents, "--known", THEN)
    assert answer.code == 2 and "was not known on 2031-05-04" in answer.told and not answer.out


def test_a_published_folder_holds_what_was_known(warledger: Command, tarn: Path, tmp_path: Path) -> None:
    assert warledger("publish", tarn, tmp_path / "site", "--known", THEN).code == 0
    written = "".join(p.read_text(encoding="utf-8") for p in sorted((tmp_path / "site").rglob("*.json")))
    assert "wire-0504" in written and not [word for word in LATER_DOCS if word in written]


def test_a_document_without_a_date_was_always_known(warledger: Command, war: Path) -> None:
    (war / "reports" / "loose.txt").write_text("Government forces shelled Sommer. Three people were killed.", encoding="utf-8")
    assert warledger("read", war).code == 0
    assert "loose" in {r["doc"] for r in rows(ask(warledger, war, ("export",), "--known", "1999-01-01"))}
    assert "loose" in json.loads(ask(warledger, war, ("gaps", "--json"), "--known", "1999-01-01").text)["undated"]


def test_a_decision_holds_whatever_day_is_asked_about(warledger: Command, war: Path) -> None:
    assert warledger("read", war).code == 0
    record = next(r["id"] for r in rows(warledger("export", war)) if r["doc"] == "wire-0504")
    CliRunner().invoke(app, ["review", str(war), record, "--by", "ann"], input="r # no\nq\n")
    assert record not in {r["id"] for r in rows(ask(warledger, war, ("export",), "--known", THEN))}
