"""Archives: what is read in them, under which name, with which manifest, and what is passed over."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.intake.readers.reports import OTHER, REPORT, as_tar, as_text, as_zip
from warledger.intake.collect import collect
from warledger.records.document import RawDocument
from warledger.records.reason import Problem, Reason

both = pytest.mark.parametrize(("file", "pack"), [("a.zip", as_zip), ("a.tar", as_tar)])
Pack = Callable[[dict[str, bytes]], bytes]


def gathered(folder: Path, file: str, data: bytes) -> tuple[list[RawDocument], list[Problem]]:
    (folder / file).write_bytes(data)
    found = list(collect([folder]))
    return [one for one in found if isinstance(one, RawDocument)], [one for one in found if isinstance(one, Problem)]


def manifest(**said: str) -> bytes:
    return json.dumps(said).encode()


@both
def test_a_manifest_in_it_describes_the_files_of_its_folder(tmp_path: Path, file: str, pack: Pack) -> None:
    members = {
        "week1/a.txt": as_text(REPORT),
        "week1/manifest.jsonl": manifest(doc="a", publisher="Tull Courier", published="2031-06-03"),
        "week2/a.txt": as_text(OTHER),
    }
    documents, problems = gathered(tmp_path, file, pack(members))
    assert {document.name: document.given.publisher for document in documents} == {
        f"{file}#week1/a.txt": "Tull Courier",
        f"{file}#week2/a.txt": None,
    }
    assert not problems


@both
def test_a_manifest_beside_it_wins(tmp_path: Path, file: str, pack: Pack) -> None:
    (tmp_path / "manifest.jsonl").write_bytes(manifest(doc="a#week1/a.txt", publisher="Orvane News"))
    members = {"week1/a.txt": as_text(REPORT), "week1/manifest.jsonl": manifest(doc="a", publisher="Tull Courier", agency="Wire")}
    (document,), _ = gathered(tmp_path, file, pack(members))
    assert (document.given.publisher, document.given.agency) == ("Orvane News", "Wire")


@both
def test_what_is_passed_over(tmp_path: Path, file: str, pack: Pack) -> None:
    hidden = (".hidden.txt", ".git/a.txt", "__MACOSX/a.txt", "other/monitor.toml", "other/notes.txt")
    documents, problems = gathered(
        tmp_path, file, pack({name: as_text(OTHER) for name in hidden} | {"other/reports/a.txt": as_text(REPORT)})
    )
    assert [document.name for document in documents] == [f"{file}#other/reports/a.txt"] and not problems


def test_damage_in_one_member_costs_no_other(tmp_path: Path) -> None:
    data = bytearray(as_zip({"a.txt": as_text(REPORT) * 20, "b.txt": as_text(OTHER)}))
    data[60:70] = b"\0" * 10
    documents, problems = gathered(tmp_path, "a.zip", bytes(data))
    assert [document.name for document in documents] == ["a.zip#b.txt"]
    assert [(problem.name, problem.reason) for problem in problems] == [("a.zip#a.txt", Reason.BROKEN_ARCHIVE)]


def test_of_a_packed_tar_cut_short_the_members_before_the_cut_are_read(tmp_path: Path) -> None:
    noise = b"".join(b"%d " % (n * n * 7919 % 100_003) for n in range(40_000))
    data = gzip.compress(as_tar({"a.txt": as_text(REPORT), "b.txt": noise}))
    documents, problems = gathered(tmp_path, "a.tar.gz", data[: len(data) * 3 // 4])
    assert [document.name for document in documents] == ["a.tar#a.txt"]
    assert {problem.reason for problem in problems} == {Reason.BROKEN_ARCHIVE}
