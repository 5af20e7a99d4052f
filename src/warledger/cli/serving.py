"""serve: the API and the page."""

from __future__ import annotations

import getpass
import os
import webbrowser
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from warledger.base.errors import UsageError
from warledger.cli.context import now
from warledger.cli.errors import guarded
from warledger.cli.output import note
from warledger.pipeline.publishing.marker import is_published
from warledger.pipeline.shelf import Shelf

if TYPE_CHECKING:
    from warledger.api.serving import Application
    from warledger.api.token import Review


def register(app: typer.Typer) -> None:
    """Adds the command to the application."""
    app.command("serve")(serve)


@guarded
def serve(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The monitor folder, or a published one.", show_default=False)],
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
    """Serve the record: the page to look at it, and the API it works on. A folder that `publish` wrote is served as it is.

    Nothing can be changed through it unless --review is given. What is read into the ledger meanwhile is shown at once.
    It stops with Ctrl-C.

    \b
    Examples:
      warledger serve my-war --open
      warledger serve my-war --port 9000 --review
      warledger serve site --open
    """
    # The web framework is loaded by this command alone.
    from warledger.api.serving import is_loopback, listen, run

    who = _reviewer(folder, by) if review else None
    make, page = _maker(folder, who, names or [])
    with listen(host, port) as where:
        address = _address(host, where.getsockname()[1])
        app = make()

        def started() -> None:
            _tell(address, page, token=who.token if who else "", open_to_all=not is_loopback(host))
            if show:
                webbrowser.open(address)

        run(app, where, started)


def _reviewer(folder: Path, by: str) -> Review:
    from warledger.api.token import Review, new_token

    if is_published(folder):
        raise UsageError(f"{folder} is a published record and takes no decisions", mend="Serve the monitor itself with --review")
    return Review(new_token(), by or getpass.getuser(), now)


def _maker(folder: Path, who: Review | None, names: list[str]) -> tuple[Callable[[], Application], Path]:
    """What makes the application over the folder, and where its page is."""
    from warledger.api.app import ROOT, make_app, packaged_page
    from warledger.api.published import make_published_app
    from warledger.api.warming import warm

    if is_published(folder):
        return lambda: make_published_app(folder, names=names), folder
    shelf = Shelf(folder, os.environ, announce=note)
    shelf.catalogue()

    def live() -> Application:
        app = make_app(shelf, review_by=who, names=names)
        warm(app, ROOT)
        return app

    return live, packaged_page()


def _address(host: str, port: int) -> str:
    shown = {"0.0.0.0": "localhost", "::": "localhost"}.get(host, host)
    return f"http://[{shown}]:{port}/" if ":" in shown else f"http://{shown}:{port}/"


def _tell(address: str, page: Path, *, token: str, open_to_all: bool) -> None:
    built, data = (page / "index.html").is_file(), "data/meta.json" if is_published(page) else "api/v1/meta"
    note(f"{address if built else address + data} (Ctrl-C stops it)")
    if not built:
        there = "the data are" if is_published(page) else "the API is"
        note(f"The page is not built, {there} there: with Node 20 or newer, `make web` in a checkout builds it")
    if token:
        note(f"Review token, shown only now: {token}")
    if open_to_all:
        note("Anybody who reaches this machine over the network can read the whole record there, full texts too, unencrypted")
