"""The command door: one module a group of commands, each a thin wrapper over the pipeline."""

from __future__ import annotations

import sys

import typer

from warledger import __version__
from warledger.cli import actors, asking, documents, exporting, linting, placing, publishing, reading, reviewing, serving
from warledger.cli.errors import unforeseen
from warledger.cli.output import put

_HELP = """Reads reports about a war and keeps the ledger: who says what happened, where, when and how many,
every figure tied to the exact words it came from.

\b
  warledger init my-war           a new monitor; put reports into my-war/reports
  warledger read my-war           read them
  warledger brief my-war          the situation, with citations
  warledger demo                  the example, read and shown

Results go to stdout, everything else to stderr.

Exit codes: 0 done; 1 done, but some inputs failed (listed); 2 wrong use, or an ambiguous question; 3 could not be done.
"""

app = typer.Typer(
    help=_HELP,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def _version(asked: bool) -> None:
    if asked:
        put(f"warledger {__version__}\n")
        raise typer.Exit


@app.callback()
def _main(version: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="Say which version this is.")) -> None:
    pass


for _group in (reading, asking, actors, placing, documents, reviewing, linting, exporting, serving, publishing):
    _group.register(app)


def run() -> None:
    """The entry point. Whatever happens, an unforeseen failure ends with 3, never with 1."""
    try:
        app()
    except Exception as error:
        sys.exit(unforeseen(error))
