"""init, read, import, demo: what fills a monitor."""

from __future__ import annotations

import shlex
import shutil
from importlib.resources import as_file, files
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from warledger.base.errors import UsageError
from warledger.cli import asking
from warledger.cli.context import monitor_in, now, toolkit, view_of
from warledger.cli.errors import SOME_FAILED, guarded
from warledger.cli.options import Folder, Json
from warledger.cli.output import note, put, put_json
from warledger.cli.progress import shown
from warledger.cli.stopping import heard
from warledger.ledger.store import Ledger
from warledger.pipeline.build import example_folder
from warledger.pipeline.holding import last_change
from warledger.pipeline.import_records import Imported, import_records
from warledger.pipeline.limits import counted
from warledger.pipeline.monitor import Monitor
from warledger.pipeline.read import Outcome, Progress, read_reports
from warledger.pipeline.scaffold import scaffold
from warledger.records.reason import Problem, Severity

#: Problems listed one by one after a run; `gaps` has them all.
_LISTED = 20


def register(app: typer.Typer) -> None:
    """Adds the commands to the application."""
    app.command("init")(init)
    app.command("read")(read)
    app.command("import")(import_)
    app.command("demo")(demo)


@guarded
def init(folder: Folder, json: Json = False) -> None:
    """Make a new, commented monitor folder.

    \b
    Example:
      warledger init my-war
    """
    made = scaffold(folder)
    if json:
        put_json({"folder": str(folder), "made": [str(p) for p in made]})
    note(f"made {folder}: put reports into {folder / 'reports'}, then run: warledger read {folder}")


@guarded
def read(
    folder: Folder,
    paths: Annotated[list[Path] | None, typer.Argument(metavar="[PATH]...", help="Files or folders instead of DIR/reports.")] = None,
    again: Annotated[bool, typer.Option("--again", help="Read everything again with the present version.")] = False,
    json: Json = False,
) -> int:
    """Read DIR/reports, or the PATHs, into DIR/ledger.db.

    What was read before and has not changed is passed over. Exit code 1 when an input failed; the rest is read.

    \b
    Examples:
      warledger read my-war
      warledger read my-war ~/incoming/today.jsonl
    """
    monitor = monitor_in(folder)
    outcome = _read(monitor, _paths(monitor, paths or []), again)
    if json:
        put_json({**msgspec.to_builtins(outcome), "ledger": str(monitor.ledger)})
    return SOME_FAILED if outcome.failed else 0


@guarded
def import_(
    folder: Folder,
    file: Annotated[Path, typer.Argument(metavar="FILE.jsonl", help="Records, one JSON object a line.", show_default=False)],
    beside: Annotated[bool, typer.Option("--beside", help="Keep the machine's records of these documents too.")] = False,
    json: Json = False,
) -> int:
    """Take in records coded by hand or elsewhere, on documents already read.

    They replace the machine's records of their documents (nothing is deleted). A record that cannot be taken in is listed, and the
    exit code is then 1.

    \b
    Example:
      warledger import my-war coded.jsonl
    """
    monitor = monitor_in(folder)
    if not monitor.ledger.exists():
        raise UsageError(
            f"nothing has been read into {folder} yet", mend=f"Run `warledger read {folder}` first: records need their documents"
        )
    with Ledger.open(monitor.ledger, write=True) as ledger:
        done = import_records(ledger, file, clock=now, beside=beside)
    _tell_imported(done, file)
    if json:
        put_json(done)
    return SOME_FAILED if done.problems else 0


@guarded
def demo(
    folder: Annotated[Path, typer.Argument(metavar="[DIR]", help="Where to put the example.")] = Path("warledger-demo"),
) -> None:
    """Copy the example monitor, read it, and print the situation.

    Two of its files are broken on purpose, to show how failures are listed; the exit code is 0 all the same.

    \b
    Example:
      warledger demo
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(f"{folder} is there already", mend="Name another folder: warledger demo DIR")
    with as_file(example_folder(files("warledger"))) as example:
        shutil.copytree(example, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("ledger.db*", "expected"))
    monitor = monitor_in(folder)
    _read(monitor, [monitor.reports], again=False)
    put("".join(asking.brief_lines(folder)))
    note(_NEXT.format(folder=folder, question=_question(folder)))


_NEXT = """
Try next:
  warledger who-holds {folder} {question}
  warledger families {folder}
  warledger gaps {folder}
  warledger export {folder} --format events
  warledger serve {folder} --open
  warledger publish {folder} {folder}-site
Your own reports: warledger init my-war"""


def _question(folder: Path) -> str:
    """The place that changed hands last, and the day it did: something to ask `who-holds`."""
    place, day = last_change(view_of(folder)) or ("PLACE", None)
    return shlex.quote(place) + (f" --on {day}" if day else "")


def _paths(monitor: Monitor, paths: list[Path]) -> list[Path]:
    missing = [str(p) for p in paths if not p.exists()]
    if missing:
        raise UsageError(f"no such file or folder: {', '.join(missing)}", mend="Check the path")
    if not paths and not monitor.reports.is_dir():
        mend = f"Make it and put reports there, or name them: warledger read {monitor.folder} PATH"
        raise UsageError(f"{monitor.folder} has no folder reports", mend=mend)
    return paths or [monitor.reports]


def _read(monitor: Monitor, paths: list[Path], again: bool) -> Outcome:
    tools = toolkit(monitor).reading_tools()
    with Ledger.open(monitor.ledger, write=True) as ledger, shown() as show, heard() as check:

        def progress(so_far: Progress) -> None:
            check()
            show(so_far)

        outcome = read_reports(ledger, tools, paths, clock=now, again=again, progress=progress)
    _tell(outcome, monitor)
    return outcome


def _tell(outcome: Outcome, monitor: Monitor) -> None:
    note(
        f"{counted(outcome.read, 'document')} read, {outcome.unchanged} unchanged, {outcome.redated} with new metadata; "
        f"{counted(outcome.claims, 'record')} taken; {counted(outcome.gaps, 'sentence')} with a word of war gave none"
    )
    if outcome.passed:
        note(f"{counted(outcome.passed, 'sentence')} not parsed, in texts that are not about armed conflict: warledger gaps names them")
    _tell_problems(outcome.problems)
    for name in outcome.gone[:_LISTED]:
        note(f"  gone: {name} is no longer there; what it said is kept")
    note(f"Next: warledger brief {monitor.folder}")


def _tell_problems(problems: tuple[Problem, ...]) -> None:
    words = {Severity.FAILED: "not read", Severity.SKIPPED: "passed over", Severity.NOTED: "noted"}
    worst = sorted(problems, key=lambda p: (list(Severity).index(p.severity), p))
    for problem in worst[:_LISTED]:
        note(f"  {words[problem.severity]}: {problem.name} ({problem.reason.value}) {problem.detail}")
    if len(worst) > _LISTED:
        note(f"  ... and {len(worst) - _LISTED} more: warledger gaps lists all")


def _tell_imported(done: Imported, file: Path) -> None:
    note(f"{counted(done.records, 'record')} of {file.name} taken in, on {counted(done.documents, 'document')}")
    for problem in done.problems[:_LISTED]:
        note(f"  not taken: {problem.name} ({problem.reason.value}) {problem.detail}")
    if len(done.problems) > _LISTED:
        note(f"  ... and {len(done.problems) - _LISTED} more")
