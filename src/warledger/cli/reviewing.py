"""review, decisions, forget: what people decide, and what must go."""

from __future__ import annotations

import getpass
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from warledger.base.errors import UsageError
from warledger.cli import words
from warledger.cli.context import monitor_in, now, toolkit, view_of
from warledger.cli.errors import guarded
from warledger.cli.options import Folder, Json, Known
from warledger.cli.output import note, put_json, put_lines
from warledger.cli.session import HELP, Session
from warledger.exports.brief.text import plain
from warledger.ledger.store import Ledger
from warledger.pipeline.agreement import Agreement, agreement_of
from warledger.pipeline.citing import short
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
def review(  # noqa: PLR0913 (each is an option of the command)
    folder: Folder,
    record: Annotated[str | None, typer.Argument(metavar="[RECORD]", help="Begin with this record, then the queue.")] = None,
    by: By = "",
    known: Known = None,
    most: Annotated[int, typer.Option("--limit", metavar="N", min=1, help="Records to ask about.")] = 200,
    listed: Annotated[bool, typer.Option("--list", help="Only list what there is to review, and why.")] = False,
    blind: Annotated[bool, typer.Option("--blind", help="As if nobody else had decided anything: for a second opinion.")] = False,
    json: Json = False,
) -> None:
    """Look at the records on which most hangs, and decide: accept, reject, edit, join, split, place, name, undo.

    Each decision is kept at once, with your name, the time and the reason; none overwrites another, and all hold when the
    reports are read again. What has been decided leaves the queue: stop when you like, and go on later. Commands are read from
    stdin, one a line, so a script can decide too.

    \b
    Examples:
      warledger review my-war
      warledger review my-war --list --limit 20
      warledger review my-war r-0123 --by ann
    """
    decider = by or getpass.getuser()
    view = view_of(folder, known, decider=decider if blind else None)
    items = _open_items(view)
    if listed:
        put_lines(_listing(view, items[:most], json))
        return
    session = _session(folder, view, Desk(view, decider, now), items[:most], record)
    _greet(view, items, session)
    session.run(sys.stdin)
    if json:
        put_lines(_history(session.decisions, json))
    note(f"{counted(len(session.decisions), 'decision')} kept. `warledger decisions {folder}` lists all; go on when you like")


@guarded
def decisions(
    folder: Folder,
    undo: Annotated[str | None, typer.Option("--undo", metavar="DECISION", help="Take back a decision, by its id.")] = None,
    by: By = "",
    agree: Annotated[bool, typer.Option("--agreement", help="How far people who judged the same records agree.")] = False,
    json: Json = False,
) -> None:
    """What people decided, in order, with their reasons; or take one back; or say how far reviewers agree.

    Agreement is Cohen's kappa for each two reviewers and Krippendorff's alpha for all, over the records that more than one of them
    accepted, rejected or edited. `warledger review --blind` lets a second person judge without the first one's decisions.

    \b
    Examples:
      warledger decisions my-war
      warledger decisions my-war --undo x-0123
      warledger decisions my-war --agreement
    """
    view = view_of(folder)
    made = _decisions(view)
    if agree:
        found = agreement_of(made, view.state.claims)
        put_json(found) if json else put_lines(_agreement_lines(view, found))
        return
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


def _session(folder: Path, view: View, desk: Desk, items: Sequence[Item], record: str | None) -> Session:
    """The sitting, on a terminal with keys, prompt and colours; it looks again when another hand has written into the ledger."""
    first = [claim_in(view, record).id] if record else []
    queue = [*first, *(i.record for i in items if i.record not in first)]
    written = [_digest(view)]

    def keep(decision: Decision) -> None:
        _keep(view, decision)
        written[0] = _digest(view)

    def look() -> View:
        written[0] = _digest(view)
        return view_of(folder, view.state.known.isoformat() if view.state.known else None, decider=view.decider)

    typing = sys.stdin.isatty()
    style = words.terminal_style if typing and sys.stderr.isatty() else plain
    prompt = f"{desk.decider}> " if typing else ""
    return Session(desk, queue, _stakes, keep, _finder(folder), look, lambda: _digest(view) != written[0], style, prompt)


def _open_items(view: View) -> list[Item]:
    """What nobody has decided on."""
    return review_queue(view, {d.target for d in in_force(view.decisions)})


def _stakes(view: View) -> dict[str, Item]:
    """What hangs on each record, decided or not."""
    return {item.record: item for item in review_queue(view)}


def _greet(view: View, items: Sequence[Item], session: Session) -> None:
    """How much there is to do, how much is done, and the keys."""
    made = Counter(d.decider for d in in_force(view.decisions))
    by = ", ".join(f"{count} by {who}" for who, count in sorted(made.items())) or "none yet"
    known = f", as known on {view.state.known}" if view.state.known else ""
    note(f"{counted(len(items), 'record')} to review{known}, the most that hangs on one first; you are shown {len(session.queue)}.")
    note(f"Decisions that hold: {by}.\n{HELP}")


def _digest(view: View) -> str:
    """What the ledger holds, as one code."""
    with Ledger.open(view.monitor.ledger) as ledger:
        return ledger.edition()


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


def _agreement_lines(view: View, found: Agreement) -> Iterator[str]:
    if not found.records:
        yield "No record has been judged by two people. `warledger review DIR --blind --by NAME` asks for a second opinion.\n"
        return
    yield f"{counted(found.records, 'record')} judged by more than one person; Krippendorff's alpha {_measure(found.alpha)}\n"
    for pair in found.pairs:
        yield f"  {pair.a} and {pair.b}: the same in {pair.same} of {pair.both}; Cohen's kappa {_measure(pair.kappa)}\n"
    for one in found.differing:
        told = ", ".join(f"{who}: {verdict}" for who, verdict in one.judged.items())
        yield f'  {one.record} ({told}) "{short(view.by_id[one.record].quote, 120)}"\n'


def _measure(value: float | None) -> str:
    return "not defined: all judgements are the same" if value is None else f"{value:.2f}"


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
