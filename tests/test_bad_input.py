"""Bad input and bad luck, through the command: everything is listed with its reason, and what can be read is read and kept."""

from __future__ import annotations

import gzip
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tests.cli.reports import WIRE, make_monitor
from warledger.cli.main import app
from warledger.exports.formats import FORMATS
from warledger.stages.claims.reader import Model

GOOD = ("desk-0505", "digest#7", "digest#8", "page-0505", "wire-0504")
STORY = "Fighters of the Northern Front captured the village of {} on Monday. At least {} soldiers were killed there, the mayor said."
LINE_LIMIT = 20_000
#: Documents of the long pile, and after how many of them the command first says how far it is.
PILE, FIRST_WORD = 240, b"read 100 documents"


@dataclass(frozen=True)
class Answer:
    """What a command did."""

    code: int
    out: bytes
    told: str


@pytest.fixture(scope="module", autouse=True)
def _one_model(model: Model) -> Iterator[None]:
    """Commands run in this process share the loaded model."""
    patch = pytest.MonkeyPatch()
    patch.setattr("warledger.pipeline.build.load_model", lambda name: model)
    yield
    patch.undo()


def warledger(*arguments: object) -> Answer:
    """A command in this process."""
    done = CliRunner().invoke(app, [str(a) for a in arguments])
    return Answer(done.exit_code, done.stdout_bytes, done.stderr)


def started(*arguments: object, before: str = "") -> subprocess.Popen[bytes]:
    """A command in a process of its own; the code `before` runs in it first."""
    command = [sys.executable, "-c", f"{before}\nfrom warledger.cli.main import run\nrun()", *map(str, arguments)]
    return subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def exports(folder: Path, *options: str) -> dict[str, bytes]:
    return {form: warledger("export", folder, "--format", form, *options).out for form in FORMATS}


def rows(data: bytes) -> list[dict[str, object]]:
    return [json.loads(line) for line in data.splitlines()]


def docs(folder: Path) -> list[str]:
    return sorted(str(row["doc"]) for row in rows(warledger("sources", folder, "--json").out))


@pytest.fixture
def war(tmp_path: Path) -> Path:
    """A monitor with five good reports, not read yet."""
    return make_monitor(tmp_path / "war")


# ---------------------------------------------------------------- one folder with everything that can be wrong


def article(**fields: str) -> str:
    return json.dumps({"text": STORY.format("Lund", 3), **fields})


def put_bad_inputs(reports: Path) -> dict[str, str]:
    """Puts one of every bad input into the folder; the reason each must be listed with."""
    packed = gzip.compress(os.urandom(4000))
    page = "<html><head><title>Menu</title></head><body><nav><a href='/'>Home</a> <a href='/war'>War</a></nav></body></html>"
    files: dict[str, bytes] = {
        "empty.txt": b"",
        "blanks.md": b" \n\t\n",
        "picture.txt": b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
        "cut.txt.gz": packed[:-100],
        "long.txt": b"word " * LINE_LIMIT,
        "long.jsonl": article(filler="x" * LINE_LIMIT).encode() + b"\n" + article(id="after").encode() + b"\n",
        "bytes.txt": b"The caf\xc3\xa9 in Sommer \xff\xfe burned down.",
        "menu.html": page.encode(),
        "half.jsonl": (article(id="whole") + "\n" + article(id="torn")[:40] + "\n").encode(),
        "late.jsonl": (article(id="far", published="9999-12-31T23:59:59Z") + "\n").encode(),
        "far.txt": STORY.format("Nord", 4).encode(),
        "edge.txt": b"On 31 December 9999 the Northern Front captured Sommer. Two weeks later soldiers fled from Halden.",
    }
    for name, data in files.items():
        (reports / name).write_bytes(data)
    (reports / "dangling.txt").symlink_to("gone.txt")
    with (reports / "manifest.jsonl").open("a", encoding="utf-8") as manifest:
        manifest.write(json.dumps({"doc": "../../etc/passwd", "title": "no"}) + "\n")
        manifest.write(json.dumps({"doc": "far", "published": "9999-12-31"}) + "\n")
    return {
        "empty.txt": "empty",
        "blanks.md": "empty",
        "picture.txt": "binary",
        "cut.txt": "broken_archive",
        "long.txt": "too_large",
        "long.jsonl#1": "line_too_long",
        "bytes.txt": "bad_encoding",
        "menu.html": "no_article",
        "half.jsonl#2": "bad_json",
        "late.jsonl#far": "bad_date",
        "far": "bad_date",
        "manifest.jsonl": "outside_folder",
        "dangling.txt": "unreadable",
    }


@pytest.fixture(scope="module")
def spoilt(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str], Answer]:
    """A monitor with good reports among every bad input, read once."""
    folder = make_monitor(tmp_path_factory.mktemp("spoilt") / "war")
    with (folder / "monitor.toml").open("a", encoding="utf-8") as settings:
        settings.write(f"[settings]\nmax_document = {LINE_LIMIT}\n")
    wanted = put_bad_inputs(folder / "reports")
    return folder, wanted, warledger("read", folder)


def test_every_bad_input_is_told_with_its_reason_and_the_exit_code_is_1(spoilt: tuple[Path, dict[str, str], Answer]) -> None:
    _, wanted, answer = spoilt
    told = {line.split()[2]: line for line in answer.told.splitlines() if line.startswith("  not read: ")}
    assert {name: reason for name, reason in wanted.items() if f"({reason})" in told.get(name, "")} == wanted
    assert set(told) == set(wanted)
    assert answer.code == 1 and not answer.out


def test_gaps_list_them_too(spoilt: tuple[Path, dict[str, str], Answer]) -> None:
    folder, wanted, _ = spoilt
    unread = json.loads(warledger("gaps", folder, "--json").out)["unread"]
    assert {row["name"]: row["reason"] for row in unread} == wanted
    assert all(row["detail"] for row in unread)


def test_what_is_good_beside_them_is_read_as_if_they_were_not_there(spoilt: tuple[Path, dict[str, str], Answer], tmp_path: Path) -> None:
    folder, _, _ = spoilt
    clean = make_monitor(tmp_path / "war")
    warledger("read", clean)
    assert docs(folder) == sorted([*GOOD, "long#after", "half#whole", "late#far", "far", "edge"])
    of_good = [row for row in rows(exports(folder)["records"]) if row["doc"] in GOOD]
    assert of_good == rows(exports(clean)["records"])


def test_a_report_of_the_year_9999_is_read_without_its_date(spoilt: tuple[Path, dict[str, str], Answer]) -> None:
    folder, _, _ = spoilt
    found = [row for row in rows(exports(folder)["records"]) if row["doc"] in ("late#far", "far", "edge")]
    assert {row["doc"] for row in found} >= {"late#far", "far"}
    assert {row["published"] for row in found} == {None}
    assert warledger("brief", folder).code == 0


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_told_and_no_more(war: Path) -> None:
    (war / "reports" / "shut.txt").write_text(STORY.format("Lund", 3), encoding="utf-8")
    (war / "reports" / "shut.txt").chmod(0)
    answer = warledger("read", war)
    assert answer.code == 1 and "shut.txt (unreadable)" in answer.told and docs(war) == sorted(GOOD)


def peak_memory(folder: Path) -> tuple[float, int, bytes]:
    """Seconds, peak memory in bytes, and what is told, of reading `folder` in a process of its own."""
    begun = time.monotonic()
    process = started("read", folder)
    assert process.stderr is not None
    told = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return time.monotonic() - begun, usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024), told


def test_fifty_megabytes_on_one_line_are_refused_soon_and_in_little_memory(tmp_path: Path) -> None:
    small, large = make_monitor(tmp_path / "small"), make_monitor(tmp_path / "large")
    for name, head, tail in (("huge.txt", b"", b""), ("huge.jsonl", b'{"text": "', b'"}'), ("huge.json", b'{"text": "', b'"}')):
        with (large / "reports" / name).open("wb") as out:
            out.write(head)
            for _ in range(50):
                out.write(b"guns " * 200_000)
            out.write(tail)
    _, usual, _ = peak_memory(small)
    seconds, peak, told = peak_memory(large)
    assert all(words in told for words in (b"huge.txt (too_large)", b"huge.jsonl#1 (line_too_long)", b"huge.json (too_large)"))
    assert b"5 documents read" in told
    assert seconds < 10
    assert peak - usual < 400_000_000


# ---------------------------------------------------------------- files that share a name, change, or go


def test_two_files_of_one_stem_are_both_kept_under_names_of_their_own(war: Path) -> None:
    for number, name in enumerate(("north/report.txt", "south/report.txt", "south/report.md")):
        file = war / "reports" / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(STORY.format("Lund", 30 + number), encoding="utf-8")
    assert warledger("read", war).code == 0
    named = [doc for doc in docs(war) if doc.startswith("report")]
    assert len(set(named)) == 3
    assert all(name[:7] == "report~" and len(name) == 15 and int(name[7:], 16) >= 0 for name in named)
    records = rows(exports(war, "--all")["records"])
    assert {name: any(r["doc"] == name for r in records) for name in named} == dict.fromkeys(named, True)
    assert {warledger("text", war, name).out.split(b"At least ")[1][:2] for name in named} == {b"30", b"31", b"32"}


def test_an_edited_file_is_a_new_version_and_the_old_one_no_longer_counts(war: Path) -> None:
    warledger("read", war)
    before = exports(war, "--all")["records"]
    (war / "reports" / "wire-0504.txt").write_text(WIRE.replace("17 soldiers", "71 soldiers"), encoding="utf-8")
    assert warledger("read", war).code == 0
    low = {"current": set[object](), "superseded": set[object]()}
    for row in rows(exports(war, "--all")["records"]):
        if str(row["doc"]).startswith("wire-0504"):
            low[str(row["status"])].update(count["low"] for count in row.get("killed", []))  # type: ignore[attr-defined]
    assert low == {"current": {71}, "superseded": {17}}
    counting = [r for r in rows(exports(war)["records"]) if str(r["doc"]).startswith("wire-0504")]
    assert len({r["doc"] for r in counting}) == 1 and b'"low":17' in before


def test_a_file_that_is_gone_is_kept_and_listed(war: Path) -> None:
    warledger("read", war)
    before = exports(war)
    (war / "reports" / "wire-0504.txt").unlink()
    answer = warledger("read", war)
    assert answer.code == 0 and "gone: wire-0504.txt" in answer.told
    assert exports(war) == before
    unread = json.loads(warledger("gaps", war, "--json").out)["unread"]
    assert [(row["name"], row["reason"]) for row in unread] == [("manifest.jsonl", "no_file"), ("wire-0504.txt", "file_gone")]


# ---------------------------------------------------------------- runs that are stopped, killed, crowded out


def make_pile(folder: Path) -> Path:
    """A monitor with enough reports that a run can be caught in the middle."""
    make_monitor(folder)
    lines = (json.dumps({"id": f"n{n}", "published": "2031-05-06", "text": STORY.format(village(n), n + 3)}) for n in range(PILE))
    (folder / "reports" / "pile.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def village(number: int) -> str:
    """An invented name, another for each number."""
    first, last = ("Bar", "Dol", "Fen", "Gar", "Kel", "Mor", "Tan", "Vel"), ("by", "den", "fors", "ham", "mark", "sund")
    return first[number % 8] + "aeiou"[number // 8 % 5] + last[number // 40 % 6]


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The exports of the pile, read without a disturbance."""
    folder = make_pile(tmp_path_factory.mktemp("undisturbed") / "war")
    assert warledger("read", folder).code == 0
    return exports(folder)


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    return make_pile(tmp_path / "war")


def caught(folder: Path) -> subprocess.Popen[bytes]:
    """A `read` of the pile, held still in the middle."""
    process = started("read", folder)
    assert process.stderr is not None
    for line in process.stderr:
        if line.startswith(FIRST_WORD):
            os.kill(process.pid, signal.SIGSTOP)
            return process
    raise AssertionError(f"it ended before it could be caught: {process.wait()}")


def ended(process: subprocess.Popen[bytes], *signals: signal.Signals) -> tuple[int, str]:
    for one in signals:
        os.kill(process.pid, one)
    _, told = process.communicate(timeout=60)
    return process.returncode, told.decode()


def finishes(folder: Path, wanted: dict[str, bytes]) -> None:
    """The next run goes on where the last one was cut short, and ends where an undisturbed one does."""
    outcome = json.loads(warledger("read", folder, "--json").out)
    assert outcome["read"] + outcome["unchanged"] == PILE + len(GOOD)
    assert outcome["unchanged"] > 0 and outcome["read"] > 0, "it was to be caught in the middle"
    assert exports(folder) == wanted


def test_stopped_by_hand_it_ends_with_3_and_keeps_what_was_read(pile: Path, undisturbed: dict[str, bytes]) -> None:
    code, told = ended(caught(pile), signal.SIGINT, signal.SIGCONT)
    assert code == 3 and "documents were read and are kept" in told and "Traceback" not in told
    assert 100 <= len(docs(pile)) < PILE
    assert warledger("brief", pile).code == 0
    finishes(pile, undisturbed)


def test_killed_it_leaves_a_ledger_the_next_run_finishes(pile: Path, undisturbed: dict[str, bytes]) -> None:
    code, _ = ended(caught(pile), signal.SIGKILL)
    assert code == -signal.SIGKILL
    finishes(pile, undisturbed)


def test_a_second_read_meanwhile_is_refused_and_disturbs_nothing(pile: Path, undisturbed: dict[str, bytes]) -> None:
    first = caught(pile)
    second = warledger("read", pile)
    asked = warledger("sources", pile, "--json")
    code, _ = ended(first, signal.SIGCONT)
    assert second.code == 3 and f"process {first.pid} is writing" in second.told
    assert asked.code == 0 and len(rows(asked.out)) >= 100, "reading the ledger stays possible"
    assert code == 0 and exports(pile) == undisturbed


#: No file may grow beyond this: to the ledger, a full disk. (The language identifier is loaded first, for it unpacks a larger file.)
SMALL_DISK = "import resource\nresource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, 1_000_000))"
IDENTIFIER_FIRST = "from py3langid import classify\nclassify('Good morning.')"


def test_a_full_disk_ends_with_3_and_what_was_read_is_kept(pile: Path, undisturbed: dict[str, bytes]) -> None:
    code, told = ended(started("read", pile, before=f"{IDENTIFIER_FIRST}\n{SMALL_DISK}"))
    assert code == 3 and "ledger.db" in told and "what was read before is kept" in told and "Traceback" not in told
    finishes(pile, undisturbed)


def test_a_full_disk_for_temporary_files_is_no_fault_of_the_reports(war: Path) -> None:
    code, told = ended(started("read", war, before=SMALL_DISK))
    assert code == 3 and "Check the disk" in told and "not read" not in told
    assert warledger("read", war).code == 0


def test_a_model_that_is_not_installed_is_wrong_use_and_no_fault_of_the_reports(war: Path) -> None:
    code, told = ended(started("read", war, before="import os\nos.environ['WARLEDGER_MODEL'] = 'no_such_model'"))
    assert code == 2 and "no_such_model" in told and "not read" not in told


@pytest.mark.skipif(not hasattr(os, "seteuid"), reason="needs POSIX rights")
def test_in_a_folder_that_cannot_be_written_reading_ends_with_3_and_asking_works() -> None:
    place = Path(tempfile.mkdtemp())
    was = os.geteuid()
    try:
        place.chmod(0o755)
        war, fresh = make_monitor(place / "war"), make_monitor(place / "fresh")
        warledger("read", war)
        (war / "ledger.db.state").unlink(missing_ok=True)
        for folder in (war, fresh):
            folder.chmod(0o555)
        if was == 0:
            os.seteuid(65534)
        for folder in (war, fresh):
            answer = warledger("read", folder)
            assert answer.code == 3 and "make its folder writable" in answer.told
        assert b"Sommer" in warledger("brief", war).out
    finally:
        os.seteuid(was)
        for folder in (place / "war", place / "fresh"):
            folder.chmod(0o755)
        shutil.rmtree(place)
