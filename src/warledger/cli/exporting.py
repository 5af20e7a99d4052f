"""export: the record as files."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from warledger.cli.context import view_of
from warledger.cli.errors import guarded
from warledger.cli.options import Folder, Known
from warledger.cli.output import note, put_lines, write_file
from warledger.exports.formats import FORMATS

Format = StrEnum("Format", {name: name for name in FORMATS})  # type: ignore[misc]


_RECORDS = Format("records")


def register(app: typer.Typer) -> None:
    """Adds the command to the application."""
    app.command("export")(export)


@guarded
def export(
    folder: Folder,
    form: Annotated[Format, typer.Option("--format", "-f", help="What to write.")] = _RECORDS,
    out: Annotated[Path | None, typer.Option("--out", "-o", metavar="FILE", help="The file to write (default: stdout).")] = None,
    known: Known = None,
    everything: Annotated[bool, typer.Option("--all", help="Also records that do not count: superseded, rejected, clutter.")] = False,
) -> None:
    """Write records, events, disputes or families (JSON Lines), GeoJSON or CSV.

    The same reports give the same bytes, in whatever order they were read.

    \b
    Examples:
      warledger export my-war --format records --out records.jsonl
      warledger export my-war --format csv --known 2024-12-01
    """
    lines = FORMATS[form.value](view_of(folder, known).state, everything=everything)
    if out is None:
        put_lines(lines)
        return
    write_file(out, lines)
    note(f"wrote {out}")
