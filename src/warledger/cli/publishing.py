"""publish: the record as a folder of files."""

from __future__ import annotations

import os
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from warledger.cli.errors import guarded
from warledger.cli.options import Folder, Json, Known, day
from warledger.cli.output import note, put_json
from warledger.pipeline.accuracy import accuracy
from warledger.pipeline.limits import counted
from warledger.pipeline.publishing.profile import Profile
from warledger.pipeline.shelf import Shelf

if TYPE_CHECKING:
    from warledger.pipeline.publishing.folder import Published

#: Withheld names that are listed for who publishes.
_SHOWN = 20


def register(app: typer.Typer) -> None:
    """Adds the command to the application."""
    app.command("publish")(publish)


@guarded
def publish(
    folder: Folder,
    out: Annotated[Path, typer.Argument(metavar="OUT", help="The folder to write; one written before is replaced.", show_default=False)],
    profile: Annotated[Profile, typer.Option("--profile", help="Who may see it: anybody, or who may see all.")] = Profile.PUBLIC,
    known: Known = None,
    json: Json = False,
) -> None:
    """Write the record as a folder of files that any file host can serve: the JSON of the API, and the page where it is built.

    The public profile leaves out full texts (but of sources that may be reprinted, `may_reprint = true` in sources.toml), gives 300
    characters of a record's words at most, withholds every name that may be a person's unless actors.toml lists it with an office or as
    public, and gives coordinates to about a kilometre. The internal profile shows all.

    \b
    Examples:
      warledger publish my-war site
      warledger publish my-war site --known 2024-12-01
      warledger publish my-war for-us --profile internal
    """
    # Deciding which names are persons' loads the gazetteer's library; no other command waits for it.
    from warledger.pipeline.publishing.folder import publish as write_folder

    shelf = Shelf(folder, os.environ, announce=note)
    package = files("warledger")
    page = Path(str(package.joinpath("page")))
    done = write_folder(shelf.catalogue(day(known, "--known")), accuracy(package), shelf.mark(), out, page, profile)
    _tell(out, done)
    if json:
        put_json({"files": done.files, "size": done.size, "withheld": done.withheld, "page": done.page, "out": str(out)})


def _tell(out: Path, done: Published) -> None:
    note(f"{counted(done.files, 'file')} written to {out}, {done.size / 1e6:.1f} MB")
    if done.withheld is not None:
        w = done.withheld
        note(f"Withheld: {counted(w.names, 'name')} that may be a person's, {counted(w.texts, 'full text')}")
        cut = ", ".join((counted(w.quotes, "quote"), counted(w.links, "link"), counted(w.files, "file name")))
        note(f"Cut: {cut}; coordinates to {w.decimals} decimals")
        if done.names:
            listed = "; ".join(f"{name} ({count})" for name, count in done.names[:_SHOWN])
            note(f"Most often withheld, here only: {listed}")
            note("To show one: a place goes into places.csv, a body with its kind or a person with an office into actors.toml")
    if done.page:
        note(f"To look at it: warledger serve {out} --open (browsers do not run it straight from the disk); any file host can serve it")
    else:
        note("The page is not built, the data are there: with Node 20 or newer, `make web` in a checkout builds it")
