"""Problems: inputs not read, or not fully. A name's problems stay listed until a later run handles it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence

import msgspec

from warledger.records.reason import Problem, Reason, Severity

_GONE = Reason.FILE_GONE
_GONE_DETAIL = "was read before and is no longer there; what it says is kept. Put it back, or leave it so"


def add(db: sqlite3.Connection, run: int, problems: Sequence[Problem]) -> None:
    """Adds what a run found; the same problem twice in one run is one."""
    for problem in dict.fromkeys(problems):
        row = (run, problem.name, problem.reason.value, problem.severity.value, problem.detail)
        db.execute("INSERT INTO problems (run, name, reason, severity, detail) VALUES (?, ?, ?, ?, ?)", row)


def note_gone(db: sqlite3.Connection, run: int, names: Iterable[str]) -> None:
    """Lists files that were there before and are missing now; those already listed so are passed over."""
    listed = {problem.name for problem in still_true(db) if problem.reason is _GONE}
    add(db, run, [Problem(name, _GONE, Severity.NOTED, _GONE_DETAIL) for name in sorted(set(names) - listed)])


def mark_read(db: sqlite3.Connection, run: int, names: Iterable[str]) -> None:
    """The run handled these names: what earlier runs found wrong with them no longer holds (what this run finds, does)."""
    _mark(db, run, names, "read")


def mark_back(db: sqlite3.Connection, run: int, names: Iterable[str]) -> None:
    """The run saw these files unchanged: they are not gone; other remarks on them still hold."""
    _mark(db, run, names, "back")


def still_true(db: sqlite3.Connection) -> tuple[Problem, ...]:
    """What is wrong as of the newest run that mentioned each name, sorted."""
    mended = {(name, what): run for name, what, run in db.execute("SELECT name, what, max(run) FROM mended GROUP BY name, what")}
    newest: dict[tuple[str, bool], list[Problem]] = {}
    of_run: dict[tuple[str, bool], int] = {}
    for run, *fields in db.execute("SELECT run, name, reason, severity, detail FROM problems ORDER BY run, id"):
        problem = msgspec.convert(dict(zip(Problem.__struct_fields__, fields, strict=True)), Problem)
        track = (problem.name, problem.reason is _GONE)
        if of_run.get(track) != run:
            newest[track] = []
            of_run[track] = run
        newest[track].append(problem)
    return tuple(sorted(p for track, found in newest.items() if of_run[track] >= _closed(mended, *track) for p in found))


def _closed(mended: dict[tuple[str, str], int], name: str, gone: bool) -> int:
    """The newest run that closed a track of a name: `gone` is closed by any sight of it, the rest by a full reading."""
    read = mended.get((name, "read"), 0)
    return max(read, mended.get((name, "back"), 0)) if gone else read


def _mark(db: sqlite3.Connection, run: int, names: Iterable[str], what: str) -> None:
    """Only names that have an earlier problem get a row, so a run over unchanged files adds nothing."""
    for name in names:
        db.execute(
            """INSERT INTO mended (run, name, what) SELECT ?1, ?2, ?3
               WHERE (SELECT max(run) FROM problems WHERE name = ?2 AND (?3 = 'read' OR reason = ?4) AND run < ?1)
                   >= coalesce((SELECT max(run) FROM mended WHERE name = ?2 AND what IN ('read', ?3)), 0)""",
            (run, name, what, _GONE.value),
        )
