"""States kept beside the ledger: what is read from them is what was worked out, and whatever happens to them only costs time."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from eval.scale.monitor import INSTANT
from warledger.ledger.store import Ledger
from warledger.pipeline.assemble import StateTools
from warledger.pipeline.briefing import brief
from warledger.pipeline.build import Toolkit
from warledger.pipeline.cache import Asked, kept_path
from warledger.pipeline.forgetting import forget_document
from warledger.pipeline.monitor import Monitor
from warledger.pipeline.view import View, open_view, worked_out
from warledger.records.decision import Decision, Verdict
from warledger.records.link import Links
from warledger.records.state import State

VERSION = "test"


def whole(state: State) -> State:
    """The state with every part loaded."""
    fields = {name: getattr(state, name) for name in State.__struct_fields__}
    sequences = ("claims", "families", "edges", "corrections", "happenings", "control", "disputes")
    loaded: dict[str, Any] = {name: tuple(fields[name]) for name in sequences}
    loaded |= {name: dict(fields[name]) for name in ("witnesses", "status")}
    links = Links(dict(state.links.places), dict(state.links.actors))
    return State(**{**fields, **loaded, "links": links})


def never() -> StateTools:
    """Stands for tools that must not be needed."""
    raise AssertionError("the state was worked out again")


def asked(monitor: Monitor, tools: Callable[[], StateTools], known: dt.date | None = None) -> View:
    return open_view(monitor, tools, known, VERSION)


def afresh(monitor: Monitor, tools: Toolkit, known: dt.date | None = None) -> State:
    with Ledger.open(monitor.ledger) as ledger:
        return worked_out(ledger, monitor, tools.state_tools(), ledger.decisions(), known).state


@pytest.mark.parametrize("known", [None, dt.date(2031, 1, 6)])
def test_a_kept_state_is_the_one_worked_out(monitor: Monitor, tools: Toolkit, known: dt.date | None) -> None:
    wanted = afresh(monitor, tools, known)
    assert wanted.happenings and wanted.disputes and wanted.families and wanted.control
    asked(monitor, tools.state_tools, known)
    assert whole(asked(monitor, never, known).state) == whole(wanted)


def test_a_part_is_found_without_the_rest(monitor: Monitor, tools: Toolkit) -> None:
    state = afresh(monitor, tools)
    view = asked(monitor, tools.state_tools)
    claim = next(c for d in state.disputes for c in state.claims if c.id in d.a)
    assert view.by_id[claim.id] == claim and view.claims([claim.id, "r-none"]) == [claim]
    assert view.home_of(claim) == next(h for h in state.happenings if claim.id in h.members)
    assert view.disputes_of([claim.id]) == [d for d in state.disputes if claim.id in (*d.a, *d.b)]
    assert view.document(claim.document).text[claim.span.start : claim.span.end] == claim.quote
    assert view.state.links.place(claim.document, claim.places[0]) == state.links.place(claim.document, claim.places[0])
    assert [h.id for h in view.heads()] == sorted(state.witnesses)
    assert view.tally.current == len(state.current()) and view.tally.real == sum(d.real for d in state.disputes)


@pytest.mark.parametrize("everything", [False, True])
def test_the_brief_of_a_kept_state_is_that_of_one_in_memory(monitor: Monitor, tools: Toolkit, everything: bool) -> None:
    kept = asked(monitor, tools.state_tools)
    with Ledger.open(monitor.ledger) as ledger:
        held = View(monitor, ledger.documents(), afresh(monitor, tools), ledger.gaps(), ledger.decisions())
    for on in (None, dt.date(2031, 1, 5)):
        assert brief(kept, on, everything=everything) == brief(held, on, everything=everything)


@pytest.mark.parametrize("change", ["decision", "version", "monitor", "ledger"])
def test_whatever_a_state_is_made_of_makes_it_anew(monitor: Monitor, tools: Toolkit, change: str) -> None:
    before = asked(monitor, tools.state_tools)
    version = VERSION
    if change == "decision":
        with Ledger.open(monitor.ledger, write=True) as ledger:
            ledger.add_decision(Decision(before.current[0].id, Verdict.REJECT, "ann", INSTANT))
    elif change == "monitor":
        monitor = msgspec.structs.replace(monitor, fingerprint="another")
    elif change == "ledger":
        monitor.ledger.unlink()
        with Ledger.open(monitor.ledger, write=True) as ledger:
            ledger.begin_run(at=INSTANT, versions={})
    else:
        version = "another"
    with pytest.raises(AssertionError, match="worked out again"):
        open_view(monitor, never, None, version)
    after = open_view(monitor, tools.state_tools, None, version)
    assert len(after.current) == {"decision": len(before.current) - 1, "ledger": 0}.get(change, len(before.current))


def test_a_view_shows_the_state_it_was_opened_on(monitor: Monitor, tools: Toolkit) -> None:
    before = asked(monitor, tools.state_tools)
    rejected = before.current[0].id
    with Ledger.open(monitor.ledger, write=True) as ledger:
        ledger.add_decision(Decision(rejected, Verdict.REJECT, "ann", INSTANT))
    earlier = asked(monitor, tools.state_tools)
    assert rejected not in {c.id for c in earlier.current}
    assert before.tally.statuses.get("rejected") is None and before.state.status[rejected].value == "current"


@pytest.mark.parametrize("harm", ["cut short", "other bytes", "empty", "another database", "missing"])
def test_a_harmed_file_only_costs_time(monitor: Monitor, tools: Toolkit, harm: str) -> None:
    wanted = whole(asked(monitor, tools.state_tools).state)
    path = kept_path(monitor.ledger, Asked())
    data = path.read_bytes()
    path.unlink()
    if harm != "missing":
        spoilt = {"cut short": data[: len(data) // 2], "other bytes": b"x" * 5000, "empty": b"", "another database": data[:60] + b"\7" * 8}
        path.write_bytes(spoilt[harm])
    assert whole(asked(monitor, tools.state_tools).state) == wanted
    assert whole(asked(monitor, never).state) == wanted


@pytest.fixture
def unwritable(monitor: Monitor) -> Iterator[Monitor]:
    """A monitor whose folder this process may read and not write, even when it runs as root."""
    for path in (monitor.folder.parents[0], monitor.folder, *monitor.folder.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)
    was = os.geteuid()
    yield monitor
    os.seteuid(was)
    monitor.folder.chmod(0o755)


def test_where_nothing_can_be_written_a_state_is_held_in_memory(unwritable: Monitor, tools: Toolkit, tmp_path: Path) -> None:
    wanted = whole(afresh(unwritable, tools))
    for folder in tmp_path.parents[:3]:
        folder.chmod(0o755)
    unwritable.folder.chmod(0o555)
    if os.geteuid() == 0:
        os.seteuid(65534)
    assert whole(asked(unwritable, tools.state_tools).state) == wanted
    assert not list(unwritable.folder.glob("*.state*"))


def test_only_the_days_asked_for_last_are_kept(monitor: Monitor, tools: Toolkit) -> None:
    asked(monitor, tools.state_tools)
    for day in range(2, 12):
        asked(monitor, tools.state_tools, dt.date(2031, 1, day))
    asked(monitor, never)
    asked(monitor, never, dt.date(2031, 1, 11))
    kept = [p for p in monitor.folder.glob("ledger.db.state*") if not p.name.endswith(("-wal", "-shm"))]
    assert len(kept) == 7


def test_forgetting_leaves_no_kept_state(monitor: Monitor, tools: Toolkit) -> None:
    view = asked(monitor, tools.state_tools)
    asked(monitor, tools.state_tools, dt.date(2031, 1, 6))
    doc = view.state.witnesses[view.current[0].document].doc
    forget_document(monitor, doc, at=INSTANT)
    assert not list(monitor.folder.glob("ledger.db.state*"))
    assert doc not in asked(monitor, tools.state_tools).names.values()


KILLED = """
import sys
from pathlib import Path
from warledger.ledger.kept import rows
from warledger.pipeline.build import Toolkit
from warledger.pipeline.monitor import load_monitor
from warledger.pipeline.view import open_view
monitor = load_monitor(Path(sys.argv[1]), {})
many = rows.Connection.many
def slow(self, statement, given):
    many(self, statement, given)
    if "happenings" in statement:
        print("half", flush=True)
        sys.stdin.read()
rows.Connection.many = slow
open_view(monitor, Toolkit(monitor).state_tools, None, "test")
"""


def test_killed_while_it_keeps_a_state_the_next_one_works_it_out(monitor: Monitor, tools: Toolkit) -> None:
    command = [sys.executable, "-c", KILLED, str(monitor.folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stdin=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "half\n"
        process.kill()
    with pytest.raises(AssertionError, match="worked out again"):
        asked(monitor, never)
    assert whole(asked(monitor, tools.state_tools).state) == whole(afresh(monitor, tools))
