"""The example, read whole: what it gives is what is kept beside it, byte for byte, in whatever order and goes it is read."""

from __future__ import annotations

import difflib
import json
import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tools.snapshot import EXPECTED, KEPT, copy_of_example, exports, read, toolkit
from warledger.cli.main import app
from warledger.exports.formats import FORMATS
from warledger.stages.claims.reader import Model

LONGEST_QUOTE = 500


@pytest.fixture(scope="module", autouse=True)
def _one_model(model: Model) -> Iterator[None]:
    """Every toolkit of these tests works with the one loaded model."""
    patch = pytest.MonkeyPatch()
    patch.setattr("warledger.pipeline.build.load_model", lambda name: model)
    yield
    patch.undo()


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example, its folder of reports read in one go. Only to be asked."""
    folder = copy_of_example(tmp_path_factory.mktemp("whole") / "aleppo-2024")
    read(folder, toolkit(folder), [folder / "reports"])
    return folder


@pytest.fixture(scope="module")
def given(whole: Path) -> dict[str, str]:
    """Every export of it."""
    return exports(whole, toolkit(whole))


def report_files(folder: Path) -> list[Path]:
    return sorted(p for p in (folder / "reports").rglob("*") if p.is_file() and p.name != "manifest.jsonl")


def same(found: dict[str, str], wanted: dict[str, str]) -> None:
    """Fails with the first lines that differ."""
    for form in wanted:
        if found[form] != wanted[form]:
            lines = difflib.unified_diff(wanted[form].splitlines(), found[form].splitlines(), "whole", "other", lineterm="", n=0)
            pytest.fail(f"{form} differ:\n" + "\n".join(line[:300] for _, line in zip(range(12), lines, strict=False)))


def asked(*words: object) -> bytes:
    result = CliRunner().invoke(app, [str(word) for word in words])
    assert result.exit_code == 0, result.stderr
    return result.stdout_bytes


@pytest.mark.parametrize("form", KEPT)
def test_the_example_gives_what_is_kept(given: dict[str, str], form: str) -> None:
    kept = EXPECTED / f"{form}.jsonl"
    if not kept.exists():
        pytest.skip(f"no {kept.name} is kept yet")
    before, now = kept.read_bytes().decode("utf-8"), given[form]
    lines = list(difflib.unified_diff(before.splitlines(), now.splitlines(), "kept", "now", lineterm="", n=0))
    shown = "\n".join(line[:300] for line in lines[:20])
    assert now == before, (
        f"the example's {form} have changed ({len(lines)} lines of difference). Look at the diff; when the change is meant, "
        f"run `make snapshot` and commit the files with it.\n{shown}"
    )


def test_there_is_something_to_compare(given: dict[str, str]) -> None:
    assert all(given[form].strip() for form in FORMATS)
    kinds = {json.loads(line)["kind"] for line in given["records"].splitlines()}
    assert kinds >= {"event", "control", "toll", "movement", "statement", "agreement"}


def test_reversed_order_gives_the_same_bytes(given: dict[str, str], tmp_path: Path) -> None:
    folder = copy_of_example(tmp_path / "aleppo-2024")
    tools = toolkit(folder)
    read(folder, tools, report_files(folder)[::-1])
    same(exports(folder, tools), given)


@pytest.mark.parametrize("seed", [1, 2])
def test_any_order_in_any_batches_gives_the_same_bytes(given: dict[str, str], tmp_path: Path, seed: int) -> None:
    folder = copy_of_example(tmp_path / "aleppo-2024")
    files, chance, tools = report_files(folder), random.Random(seed), toolkit(folder)
    chance.shuffle(files)
    while files:
        size = chance.randint(1, 12)
        read(folder, tools, files[:size])
        del files[:size]
    same(exports(folder, tools), given)


def test_one_command_a_file_gives_the_same_bytes(given: dict[str, str], tmp_path: Path) -> None:
    folder = copy_of_example(tmp_path / "aleppo-2024")
    codes = {CliRunner().invoke(app, ["read", str(folder), str(file)]).exit_code for file in report_files(folder)}
    assert codes == {0, 1}, "one of its files is broken, one empty"
    same({form: asked("export", folder, "--format", form).decode() for form in FORMATS}, given)


@pytest.mark.parametrize("again", [False, True])
def test_reading_again_gives_the_same_bytes(given: dict[str, str], tmp_path: Path, again: bool) -> None:
    folder = copy_of_example(tmp_path / "aleppo-2024")
    tools = toolkit(folder)
    first = read(folder, tools, [folder / "reports"])
    second = read(folder, tools, [folder / "reports"], again=again)
    assert (second.read, second.unchanged) == ((first.read, 0) if again else (0, first.read))
    same(exports(folder, tools), given)


def test_another_place_on_the_disk_gives_the_same_bytes(given: dict[str, str], tmp_path: Path) -> None:
    folder = copy_of_example(tmp_path / "another name")
    tools = toolkit(folder)
    read(folder, tools, [folder / "reports"])
    same(exports(folder, tools), given)


def test_every_quote_stands_where_its_record_says(whole: Path) -> None:
    records = [json.loads(line) for line in asked("export", whole, "--all").splitlines()]
    plain = {p.stem: p for p in report_files(whole) if p.suffix in {".txt", ".md"}}
    pages: dict[str, str] = {}
    for record in records:
        doc = record["doc"]
        if doc not in pages:
            data = plain[doc].read_bytes() if doc in plain else asked("text", whole, doc)
            pages[doc] = data.decode("utf-8-sig")
        assert pages[doc][record["start"] : record["end"]] == record["quote"], record["id"]
        assert 0 < len(record["quote"]) <= LONGEST_QUOTE, record["id"]
    assert len(pages) >= len(plain) - 2 and set(pages) - set(plain)


def test_what_text_prints_of_a_plain_file_is_the_file(whole: Path) -> None:
    for file in (p for p in report_files(whole) if p.suffix in {".txt", ".md"} and p.stem not in {"no-signal", "cronica-1203"}):
        assert asked("text", whole, file.stem).decode() == file.read_bytes().decode("utf-8-sig"), file.name


def test_every_current_record_is_in_one_event(given: dict[str, str]) -> None:
    ids = [json.loads(line)["id"] for line in given["records"].splitlines()]
    members = [m for line in given["events"].splitlines() for m in json.loads(line)["members"]]
    assert len(set(ids)) == len(ids) and sorted(members) == sorted(ids)


def test_real_disputes_are_between_records_that_count_and_others_may_tell_of_words_put_right(given: dict[str, str], whole: Path) -> None:
    status = {row["id"]: row["status"] for row in map(json.loads, asked("export", whole, "--all").splitlines())}
    sides = {True: set[str](), False: set[str]()}
    for dispute in map(json.loads, given["disputes"].splitlines()):
        sides[dispute["real"]] |= {status[record] for record in (*dispute["a"], *dispute["b"])}
    assert sides[True] == {"current"}
    assert sides[False] == {"current", "superseded"}, "the corrected toll of the soldiers"
