"""Arguments and options that several commands share."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from warledger.base.errors import UsageError

Folder = Annotated[Path, typer.Argument(metavar="DIR", help="The monitor folder.", show_default=False)]
On = Annotated[
    str | None, typer.Option("--on", metavar="DATE", help="The day asked about (default: the latest published date in the ledger).")
]
Known = Annotated[
    str | None,
    typer.Option("--known", metavar="DATE", help="As known on that day: reports published later are left out (default: everything read)."),
]
Json = Annotated[bool, typer.Option("--json", help="JSON instead of words.")]
All = Annotated[bool, typer.Option("--all", help="Everything, not only the first and most important.")]


def day(text: str | None, option: str) -> dt.date | None:
    """The ISO day an option names.

    Raises:
        UsageError: it is no day.
    """
    if text is None:
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise UsageError(f'{option} "{text}" is no date', mend="Write it as YYYY-MM-DD, such as 2024-11-29") from error
