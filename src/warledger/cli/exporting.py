"""export: the record as files."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from warledger.base.errors import UsageError
from warledger.cli.context import view_of
from warledger.cli.errors import guarded
from warledger.cli.options import Folder, Known, On, day
from warledger.cli.output import note, put_bytes, put_lines, write_bytes, write_file
from warledger.exports.control import MAPS
from warledger.exports.formats import FORMATS, PARQUET
from warledger.exports.parquet import TABLES, export_parquet
from warledger.pipeline.control_map import control_map
from warledger.records.state import State

Format = StrEnum("Format", {name: name for name in (*FORMATS, *MAPS, PARQUET)})  # type: ignore[misc]
Table = StrEnum("Table", {name: name for name in TABLES})  # type: ignore[misc]

_RECORDS = Format("records")


def register(app: typer.Typer) -> None:
    """Adds the command to the application."""
    app.command("export")(export)


@guarded
def export(
    folder: Folder,
    form: Annotated[Format, typer.Option("--format", "-f", help="What to write.")] = _RECORDS,
    out: Annotated[Path | None, typer.Option("--out", "-o", metavar="FILE", help="The file to write (default: stdout).")] = None,
    table: Annotated[
        Table | None, typer.Option("--table", help="Of parquet only this table; without it --out is a folder for all.")
    ] = None,
    on: On = None,
    known: Known = None,
    everything: Annotated[bool, typer.Option("--all", help="Also records that do not count: superseded, rejected, clutter.")] = False,
) -> None:
    """Write the record as JSON Lines, GeoJSON, CSV, Parquet or text: docs/reference/exports.md has every column.

    The same reports give the same bytes, in whatever order they were read.

    \b
    Examples:
      warledger export my-war --format records --out records.jsonl
      warledger export my-war --format csv --known 2024-12-01
      warledger export my-war --format parquet --out tables
      warledger export my-war --format parquet --table figures --out figures.parquet
      warledger export my-war --format control --on 2024-12-01 --out map.csv
    """
    if on is not None and form.value not in MAPS:
        raise UsageError(f"--on is for --format {' and '.join(MAPS)}", mend="Leave it out, or say --known: what was known by a day")
    if form.value == PARQUET:
        _parquet(view_of(folder, known).state, table, out, everything)
        return
    if table is not None:
        raise UsageError("--table is for --format parquet", mend="Leave it out, or name that format")
    view = view_of(folder, known)
    if form.value in MAPS:
        lines = MAPS[form.value](control_map(view, day(on, "--on")))
    else:
        lines = FORMATS[form.value](view.state, everything=everything)
    if out is None:
        put_lines(lines)
        return
    write_file(out, lines)
    note(f"wrote {out}")


def _parquet(state: State, table: Table | None, out: Path | None, everything: bool) -> None:
    """One table to a file or stdout, or all of them into a folder."""
    if table is None:
        _all_tables(state, out, everything)
        return
    if out is None and sys.stdout.isatty():
        raise UsageError("Parquet is nothing to read on a terminal", mend="Say --out FILE")
    data = export_parquet(state, table.value, everything=everything)
    if out is None:
        put_bytes(data)
        return
    write_bytes(out, data)
    note(f"wrote {out}")


def _all_tables(state: State, out: Path | None, everything: bool) -> None:
    if out is None or out.is_file():
        listed = ", ".join(TABLES)
        raise UsageError(f"Parquet is a table a file ({listed})", mend="Say --out FOLDER for all of them, or --table NAME for one")
    made = {out / f"{name}.parquet": export_parquet(state, name, everything=everything) for name in TABLES}
    for path, data in made.items():
        write_bytes(path, data)
        note(f"wrote {path}")
