"""lint: a monitor's own word lists, checked and tried."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from warledger.cli.context import monitor_in, toolkit
from warledger.cli.errors import SOME_FAILED, guarded
from warledger.cli.options import All, Folder, Json
from warledger.cli.output import note, put_json, put_lines
from warledger.ledger.store import Ledger
from warledger.pipeline.citing import short
from warledger.pipeline.limits import counted
from warledger.pipeline.monitor import Monitor
from warledger.pipeline.naming import export_names
from warledger.pipeline.trying import Altered, Trial, try_words

if TYPE_CHECKING:
    from warledger.pipeline.linting import Finding

#: Records of one list that are shown unless everything is asked for.
_SHOWN = 15
#: Documents between two lines of progress.
_EVERY = 25
_QUOTE = 200


def register(app: typer.Typer) -> None:
    """Adds the command to the application."""
    app.command("lint")(lint)


@guarded
def lint(
    folder: Folder,
    tried: Annotated[bool, typer.Option("--try", help="Read the ledger's documents in memory and show what the words change.")] = False,
    everything: All = False,
    json: Json = False,
) -> int:
    """Check the monitor's own word lists (DIR/vocab), and try them on its documents; nothing is written.

    --try reads every document twice, with the packaged words alone and with the monitor's own over them, and lists the records that
    are added, lost and changed. Exit code 1 when an entry cannot be used.

    \b
    Examples:
      warledger lint my-war
      warledger lint my-war --try
    """
    from warledger.pipeline.linting import lint as check  # it brings the language model's library with it

    monitor = monitor_in(folder)
    findings = check(monitor.words)
    failed = any(f.level == "error" for f in findings)
    trial = _trial(monitor) if tried and not failed else None
    if json:
        put_json({"files": sorted(monitor.words), "findings": findings, "trial": trial})
    else:
        put_lines(_finding_lines(monitor, findings))
        put_lines(_trial_lines(trial, everything) if trial else ())
    if tried and failed:
        note("not tried: mend the errors first")
    return SOME_FAILED if failed else 0


def _trial(monitor: Monitor) -> Trial:
    with Ledger.open(monitor.ledger) as ledger:
        documents = ledger.documents()
    tools = toolkit(monitor)
    note(f"reading {counted(len(documents), 'document')} twice; nothing is written")

    def tell(done: int) -> None:
        if done % _EVERY == 0:
            note(f"read {done} of {len(documents)} documents")

    return try_words(documents, export_names(documents), *tools.readers_to_compare(), progress=tell)


def _finding_lines(monitor: Monitor, findings: tuple[Finding, ...]) -> Iterator[str]:
    if not monitor.words:
        yield f"{monitor.vocab} holds no word lists: the packaged ones are used as they are.\n"
        return
    counts = [counted(sum(f.level == level for f in findings), level) for level in ("error", "warning")]
    yield f"{', '.join(sorted(monitor.words))}: {' and '.join(counts)}\n"
    for f in findings:
        yield f"  {f.level}: {monitor.vocab.name}/{f.file}{f', {f.entry}' if f.entry else ''}: {f.what}\n"


def _trial_lines(trial: Trial, everything: bool) -> Iterator[str]:
    yield f"Tried on {counted(trial.documents, 'document')}: {counted(trial.records, 'record')} with these words\n"
    for title, rows in (("added", trial.added), ("lost", trial.lost), ("changed", trial.changed)):
        yield f"{len(rows)} {title}\n"
        for row in rows if everything else rows[:_SHOWN]:
            yield from _altered(row)
        if len(rows) > _SHOWN and not everything:
            yield f"  ... and {len(rows) - _SHOWN} more\n"


def _altered(row: Altered) -> Iterator[str]:
    yield f'  {row.kind} ({row.rule}) in {row.doc}: "{short(row.quote, _QUOTE)}"\n'
    for field in sorted({*row.before, *row.after}) if row.before and row.after else ():
        yield f"      {field}: {row.before.get(field) or '-'} -> {row.after.get(field) or '-'}\n"
    if not (row.before and row.after):
        yield "      " + ", ".join(f"{name} {value}" for name, value in (row.after or row.before).items()) + "\n"
