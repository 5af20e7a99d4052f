"""review, decisions, forget: what people decide, and what must go."""

from __future__ import annotations

import getpass
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from warledger.base.errors import UsageError
from warledger.cli.context import monitor_in, now, toolkit, view_of
from warledger.cli.errors import guarded
from warledger.cli.options import Folder, Json, Known
from warledger.cli.output import note, put_lines
from warledger.cli.session import Session
from warledger.ledger.store import Ledger
from warledger.pipeline.deciding import Desk
from warledger.pipeline.explaining import claim_in
from warledger.pipeline.forgetting import forget_document
from warledger.pipeline.limits import counted
from warledger.pipeline.queue import Item, review_queue
from warledger.pipeline.rulings import in_force
from warledger.pipeline.view import View
from warledger.records.decision import Decision
from warledger.records.place import Place


def register(app: typer.Typer) -> None:
    """Adds the commands to the application."""
    app.command("review")(review)
    app.command("decisions")(decisions)
    app.command("forget")(forget)


By = Annotated[str, typer.Option("--by", metavar="NAME", help="Who decides (default: your name on this machine).")]


@guarded
def review(
    folder: Folder,
    record: Annotated[str | None, typer.Argument(metavar="[RECORD]", help="Begin with this record, then the queue.")] = None,
    by: By = "",
    known: Known = None,
    most: Annotated[int, typer.Option("--limit", metavar="N", min=1, help="Records to ask about.")] = 200,
    listed: Annotated[bool, typer.Option("--list", help="Only list what there is to review, and why.")] = False,
    json: Json = False,
) -> None:
    """Look at the records on which most hangs, and decide: accept, reject, edit, join, split, place, name, undo.

    Each decision is kept at once, with your name, the time and the reason; none overwrites another, and all hold when the
    reports are read again. Commands are read from stdin, one a line, so a script can decide too.

    \b
    Examples:
      warledger review my-war
      warledger review my-war --list --limit 20
      warledger review my-war r-0123 --by ann
    """
    view = view_of(folder, known)
    items = review_queue(view, {d.target for d in in_force(_decisions(view))})[:most]
    if listed:
        put_lines(_listing(view, items, json))
        return
    first = [claim_in(view, record).id] if record else []
    stakes = {i.record: i.why for i in items}
    desk = Desk(view, by or getpass.getuser(), now)
    session = Session(desk, [*first, *stakes], lambda decision: _keep(view, decision), _finder(folder), stakes)
    session.run(sys.stdin)
    if json:
        put_lines(_history(session.made, json))
    note(f"{counted(len(session.made), 'decision')} kept. `warledger decisions {folder}` lists all")


@guarded
def decisions(
    folder: Folder,
    undo: Annotated[str | None, typer.Option("--undo", metavar="DECISION", help="Take back a decision, by its id.")] = None,
    by: By = "",
    json: Json = False,
) -> None:
    """What people decided, in order, with their reasons; or take one back.

    \b
    Examples:
      warledger decisions my-war
      warledger decisions my-war --undo x-0123
    """
    view = view_of(folder)
    made = _decisions(view)
    if undo is None:
        put_lines(_history(made, json))
        return
    taken = _one(made, undo)
    _keep(view, Desk(view, by or getpass.getuser(), now).undo(taken))
    note(f"undone: {taken.verdict.value} {taken.target}")


@guarded
def forget(
    folder: Folder,
    doc: Annotated[str, typer.Argument(metavar="DOC", help="A document's name, as `warledger sources` lists it.", show_default=False)],
    reason: Annotated[str, typer.Option("--reason", help="Kept with the marker. Do not name anybody in it.")] = "",
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Erase a document from the ledger beyond recovery: its text, its quotes, its names, the decisions on it.

    An empty marker stays, so that reading the same file again does not bring it back. The file itself, exports made before and
    backups are yours to delete.

    \b
    Example:
      warledger forget my-war witness-12 --reason "takedown asked for on 3 May"
    """
    monitor = monitor_in(folder)
    if not yes and not typer.confirm(f"Erase {doc} from {monitor.ledger}? This cannot be undone", err=True):
        raise UsageError("nothing was erased", mend="Say --yes, or answer y")
    left = forget_document(monitor, doc, at=now(), reason=reason)
    note(f"{doc} is erased from the ledger")
    for path in left:
        note(f"still there, yours to delete: {path}")


def _decisions(view: View) -> tuple[Decision, ...]:
    with Ledger.open(view.monitor.ledger) as ledger:
        return ledger.decisions()


def _keep(view: View, decision: Decision) -> None:
    """Into the ledger at once: a session cut short loses nothing."""
    with Ledger.open(view.monitor.ledger, write=True) as ledger:
        ledger.add_decision(decision)


def _one(decisions: tuple[Decision, ...], wanted: str) -> Decision:
    found = [d for d in decisions if d.id.startswith(wanted)]
    if len(found) != 1:
        many = len(found) or "no"
        raise UsageError(f'{many} decisions begin with "{wanted}"', mend="`warledger decisions DIR` lists them with their ids")
    return found[0]


def _history(made: Sequence[Decision], json: bool) -> Iterator[str]:
    for d in made:
        if json:
            yield msgspec.json.encode({"id": d.id, **msgspec.to_builtins(d)}).decode() + "\n"
            continue
        detail = f" {msgspec.json.encode(d.detail).decode()}" if d.detail else ""
        yield f"{d.id} {d.at} {d.decider}: {d.verdict.value} {d.target}{detail}{f' ({d.reason})' if d.reason else ''}\n"


def _listing(view: View, items: Sequence[Item], json: bool) -> Iterator[str]:
    for item in items:
        if json:
            yield msgspec.json.encode(item).decode() + "\n"
        else:
            claim = view.by_id[item.record]
            yield f"{item.weight:6.2f}  {item.record}  {claim.kind}: {'; '.join(item.why) or 'nothing hangs on it'}\n"


def _finder(folder: Path) -> Callable[[str], tuple[Place, ...]]:
    def find(name: str) -> tuple[Place, ...]:
        return toolkit(monitor_in(folder)).gazetteer.lookup(name)

    return find
