"""serve: the API and the page."""

from __future__ import annotations

import getpass
import os
import webbrowser
from pathlib import Path
from typing import Annotated

import typer

from warledger.cli.context import now
from warledger.cli.errors import guarded
from warledger.cli.options import Folder
from warledger.cli.output import note
from warledger.pipeline.shelf import Shelf


def register(app: typer.Typer) -> None:
    """Adds the command to the application."""
    app.command("serve")(serve)


@guarded
def serve(
    folder: Folder,
    port: Annotated[int, typer.Option("--port", "-p", metavar="PORT", min=0, max=65_535, help="The port; 0 takes a free one.")] = 8000,
    host: Annotated[
        str,
        typer.Option("--host", metavar="ADDRESS", help="The address to listen on; beyond this machine if you say so."),
    ] = "127.0.0.1",
    names: Annotated[
        list[str] | None,
        typer.Option("--name", metavar="NAME", help="A host name it answers to, beside localhost and addresses; may be given again."),
    ] = None,
    review: Annotated[bool, typer.Option("--review", help="Take decisions from who has the token that is printed.")] = False,
    by: Annotated[str, typer.Option("--by", metavar="NAME", help="Who decides (default: your name on this machine).")] = "",
    show: Annotated[bool, typer.Option("--open", help="Open the page in a browser.")] = False,
) -> None:
    """Serve the record: the page to look at it, and the API it works on.

    Nothing can be changed through it unless --review is given. What is read into the ledger meanwhile is shown at once.
    It stops with Ctrl-C.

    \b
    Examples:
      warledger serve my-war --open
      warledger serve my-war --port 9000 --review
    """
    # The web framework is loaded by this command alone.
    from warledger.api.app import make_app, packaged_page
    from warledger.api.serving import is_loopback, listen, run
    from warledger.api.token import Review, new_token

    shelf = Shelf(folder, os.environ, announce=note)
    shelf.catalogue()
    who = Review(new_token(), by or getpass.getuser(), now) if review else None
    with listen(host, port) as where:
        address = _address(host, where.getsockname()[1])
        app = make_app(shelf, review_by=who, names=names or [])

        def started() -> None:
            _tell(address, packaged_page(), token=who.token if who else "", open_to_all=not is_loopback(host))
            if show:
                webbrowser.open(address)

        run(app, where, started)


def _address(host: str, port: int) -> str:
    shown = {"0.0.0.0": "localhost", "::": "localhost"}.get(host, host)
    return f"http://[{shown}]:{port}/" if ":" in shown else f"http://{shown}:{port}/"


def _tell(address: str, page: Path, *, token: str, open_to_all: bool) -> None:
    note(f"{address} (Ctrl-C stops it)" if (page / "index.html").is_file() else f"{address}api/v1/meta (Ctrl-C stops it)")
    if not (page / "index.html").is_file():
        note("The page is not built, the API is there: with Node 20 or newer, `make web` in a checkout builds it")
    if token:
        note(f"Review token, shown only now: {token}")
    if open_to_all:
        note("Anybody who reaches this machine over the network can read the whole record there, full texts too, unencrypted")
