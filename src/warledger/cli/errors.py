"""What a failure looks like: one line that says what, where and the mend, and the exit code of its class."""

from __future__ import annotations

import functools
import os
import traceback
from collections.abc import Callable
from typing import ParamSpec

import typer

from warledger.base.errors import WarledgerError
from warledger.cli.output import note, silence

DONE = 0
#: Done, but some inputs failed; they are listed.
SOME_FAILED = 1
#: Could not do it: the ledger, the disk, or a fault of Warledger itself.
FAILED = 3

P = ParamSpec("P")


def guarded(command: Callable[P, int | None]) -> Callable[P, None]:
    """The command with its failures said and its exit code set. A command gives its code, or nothing for 0.

    A closed pipe is no failure. `WARLEDGER_DEBUG=1` shows the traceback of an error nobody foresaw.
    """

    @functools.wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        code = DONE
        try:
            code = command(*args, **kwargs) or DONE
        except BrokenPipeError:
            silence()
        except WarledgerError as error:
            note(f"warledger: {error}")
            code = error.exit_code
        except KeyboardInterrupt:
            note("warledger: stopped")
            code = FAILED
        except typer.Exit:
            raise
        except Exception as error:
            code = unforeseen(error)
        if code:
            raise typer.Exit(code)

    return run


def unforeseen(error: Exception) -> int:
    """Says what happened in one line (all of it with `WARLEDGER_DEBUG=1`); gives the exit code."""
    if os.environ.get("WARLEDGER_DEBUG") == "1":
        note("".join(traceback.format_exception(error)).rstrip())
    if isinstance(error, OSError):
        where = f" {error.filename}" if error.filename else ""
        note(f"warledger: the system refused{where}: {error.strerror or error}. Check the disk and its permissions, then run it again")
    else:
        note(f"warledger: internal error ({type(error).__name__}: {error}). Run it again with WARLEDGER_DEBUG=1 and report what it prints")
    return FAILED
